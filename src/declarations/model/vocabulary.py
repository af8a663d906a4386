"""The closed word lists of the model; every list that can meet the unforeseen ends in `other`."""

from __future__ import annotations

from enum import StrEnum

from declarations.validation import to_member

__all__ = ["Action", "AgentKind", "DateRole", "DeclarationKind", "LabelStyle", "SignatoryRole", "Stance", "VoteManner"]


class DeclarationKind(StrEnum):
    """What sort of document a declaration is."""

    STATEMENT = "statement"
    DECLARATION = "declaration"
    RESOLUTION = "resolution"
    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    COMMUNIQUE = "communique"
    MOTION = "motion"
    CHARTER = "charter"
    OPEN_LETTER = "open-letter"
    OTHER = "other"


class DateRole(StrEnum):
    """What happened on a date (the nine roles of edoxen's `DecisionDate`, and three more)."""

    ADOPTED = "adopted"
    SIGNED = "signed"
    ISSUED = "issued"
    DECIDED = "decided"
    PUBLISHED = "published"
    EFFECTIVE = "effective"
    PROPOSED = "proposed"
    DISCUSSED = "discussed"
    DRAFTED = "drafted"
    NEGATIVED = "negatived"
    WITHDRAWN = "withdrawn"
    MODIFIED = "modified"


class AgentKind(StrEnum):
    """What sort of agent an issuer or a signatory is."""

    ORGANIZATION = "organization"
    NGO = "ngo"
    PARTY = "party"
    GOVERNMENT = "government"
    BODY = "body"
    """An organ of something larger: an assembly, a committee, a board."""
    PERSON = "person"
    OTHER = "other"


class SignatoryRole(StrEnum):
    """What a signatory did."""

    SIGNER = "signer"
    MOVER = "mover"
    SECONDER = "seconder"
    SPONSOR = "sponsor"
    WITNESS = "witness"
    OTHER = "other"


class VoteManner(StrEnum):
    """How a vote was decided."""

    UNANIMOUS = "unanimous"
    """All who voted were for it."""
    CONSENSUS = "consensus"
    """Without a vote, since nobody objected."""
    ACCLAMATION = "acclamation"
    MAJORITY = "majority"
    """By more votes than those against."""
    OTHER = "other"


class LabelStyle(StrEnum):
    """How a printed number counts; the names are those of CSS Counter Styles Level 3 where it has one."""

    DECIMAL = "decimal"
    NATIVE_DIGITS = "native-digits"
    """Decimal digits of a script other than Latin: ١, २, ៣."""
    LOWER_ALPHA = "lower-alpha"
    UPPER_ALPHA = "upper-alpha"
    LOWER_ROMAN = "lower-roman"
    UPPER_ROMAN = "upper-roman"
    LOWER_GREEK = "lower-greek"
    UPPER_GREEK = "upper-greek"
    LOWER_GREEK_NUMERIC = "lower-greek-numeric"
    """Greek numerals: … ε, στ, ζ … ι, ια, ιβ."""
    UPPER_GREEK_NUMERIC = "upper-greek-numeric"
    CYRILLIC = "cyrillic"
    UPPER_CYRILLIC = "upper-cyrillic"
    HEBREW = "hebrew"
    """Hebrew numerals: א … י, יא."""
    ARABIC_ABJAD = "arabic-abjad"
    """Arabic letters in the old order: أ, ب, ج, د."""
    ARABIC_LETTERS = "arabic-letters"
    """Arabic letters in the order of the alphabet: أ, ب, ت, ث."""
    PERSIAN_ALPHABETIC = "persian-alphabetic"
    LOWER_ARMENIAN = "lower-armenian"
    """Armenian numerals; Armenian letters in their order are native letters."""
    UPPER_ARMENIAN = "upper-armenian"
    GEORGIAN = "georgian"
    """Georgian numerals; Georgian letters in their order are native letters."""
    ETHIOPIC_NUMERIC = "ethiopic-numeric"
    THAI_ALPHABETIC = "thai-alphabetic"
    HANGUL = "hangul"
    """가, 나, 다."""
    HANGUL_CONSONANT = "hangul-consonant"
    """ㄱ, ㄴ, ㄷ."""
    HIRAGANA = "hiragana"
    HIRAGANA_IROHA = "hiragana-iroha"
    KATAKANA = "katakana"
    """ア, イ, ウ."""
    KATAKANA_IROHA = "katakana-iroha"
    """イ, ロ, ハ."""
    CJK_HEAVENLY_STEM = "cjk-heavenly-stem"
    """甲, 乙, 丙."""
    CJK_EARTHLY_BRANCH = "cjk-earthly-branch"
    """子, 丑, 寅."""
    CHINESE = "chinese"
    """Chinese numerals: 一, 二, … 十, 十一."""
    CHINESE_FORMAL = "chinese-formal"
    """Chinese numerals of deeds: 壹, 贰, 叁."""
    NATIVE_LETTERS = "native-letters"
    """Letters of another script, in the order of its lists: क, ख, ग; ა, ბ, გ."""
    WORDS = "words"
    """A number in words: `premier`, `دوم`."""
    OTHER = "other"


class Stance(StrEnum):
    """How a context clause stands to what it tells (edoxen's `ConsiderationType`, and more)."""

    ACCEPTING = "accepting"
    ACKNOWLEDGING = "acknowledging"
    ACTING = "acting"
    AFFIRMING = "affirming"
    ALARMED = "alarmed"
    BEARING_IN_MIND = "bearing-in-mind"
    BELIEVING = "believing"
    CONCERNED = "concerned"
    CONDEMNING = "condemning"
    CONSIDERING = "considering"
    CONVINCED = "convinced"
    DETERMINED = "determined"
    EMPHASIZING = "emphasizing"
    EXPRESSING_APPRECIATION = "expressing-appreciation"
    GUIDED_BY = "guided-by"
    HAVING = "having"
    MINDFUL = "mindful"
    NOTING = "noting"
    OBSERVING = "observing"
    PURSUANT_TO = "pursuant-to"
    REAFFIRMING = "reaffirming"
    RECALLING = "recalling"
    RECOGNIZING = "recognizing"
    REFERRING = "referring"
    REGRETTING = "regretting"
    TAKING_INTO_ACCOUNT = "taking-into-account"
    WELCOMING = "welcoming"
    OTHER = "other"


class Action(StrEnum):
    """What a resolution does (edoxen's `ActionType`, and what statements add to it)."""

    ABROGATES = "abrogates"
    ACCEPTS = "accepts"
    ADOPTS = "adopts"
    AFFIRMS = "affirms"
    APPOINTS = "appoints"
    APPROVES = "approves"
    ASKS = "asks"
    AUTHORIZES = "authorizes"
    CALLS_UPON = "calls-upon"
    CHARGES = "charges"
    COMMITS = "commits"
    CONDEMNS = "condemns"
    CONFIRMS = "confirms"
    CONGRATULATES = "congratulates"
    DECIDES = "decides"
    DECLARES = "declares"
    DEFENDS = "defends"
    DEMANDS = "demands"
    DEPLORES = "deplores"
    ELECTS = "elects"
    EMPHASIZES = "emphasizes"
    EMPOWERS = "empowers"
    ENCOURAGES = "encourages"
    ENDORSES = "endorses"
    ESTABLISHES = "establishes"
    EXPRESSES_CONCERN = "expresses-concern"
    EXPRESSES_SOLIDARITY = "expresses-solidarity"
    INSTRUCTS = "instructs"
    INVITES = "invites"
    JUDGES = "judges"
    OPPOSES = "opposes"
    PROCLAIMS = "proclaims"
    REAFFIRMS = "reaffirms"
    RECOGNIZES = "recognizes"
    RECOMMENDS = "recommends"
    REITERATES = "reiterates"
    REJECTS = "rejects"
    REMARKS = "remarks"
    REQUESTS = "requests"
    RESOLVES = "resolves"
    SANCTIONS = "sanctions"
    STATES = "states"
    SUPPORTS = "supports"
    TAKES_NOTE = "takes-note"
    THANKS = "thanks"
    URGES = "urges"
    WELCOMES = "welcomes"
    OTHER = "other"


def to_declaration_kind(value: DeclarationKind | str) -> DeclarationKind:
    """Take a member or its value."""
    return value if type(value) is DeclarationKind else to_member(DeclarationKind, value)


def to_date_role(value: DateRole | str) -> DateRole:
    """Take a member or its value."""
    return value if type(value) is DateRole else to_member(DateRole, value)


def to_agent_kind(value: AgentKind | str) -> AgentKind:
    """Take a member or its value."""
    return value if type(value) is AgentKind else to_member(AgentKind, value)


def to_signatory_role(value: SignatoryRole | str) -> SignatoryRole:
    """Take a member or its value."""
    return value if type(value) is SignatoryRole else to_member(SignatoryRole, value)


def to_vote_manner(value: VoteManner | str) -> VoteManner:
    """Take a member or its value."""
    return value if type(value) is VoteManner else to_member(VoteManner, value)


def to_label_style(value: LabelStyle | str) -> LabelStyle:
    """Take a member or its value."""
    return value if type(value) is LabelStyle else to_member(LabelStyle, value)


def to_stance(value: Stance | str | None) -> Stance | None:
    """Take a member, its value, or None."""
    return value if value is None or type(value) is Stance else to_member(Stance, value)


def to_action(value: Action | str | None) -> Action | None:
    """Take a member, its value, or None."""
    return value if value is None or type(value) is Action else to_member(Action, value)
