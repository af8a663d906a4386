"""The words of Akoma Ntoso 3.0 (OASIS, akn-core part 2): what its elements are to us, and our own names.

Where the standard leaves a name free, the habits of the United Nations (AKN4UN) are followed and understood.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from declarations.model import AgentKind, DateRole, DeclarationKind, Stance, VoteManner
from declarations.text import MarkKind

__all__ = [
    "ABBREVIATIONS",
    "AUTHORITIES",
    "BALLOTS",
    "CITING",
    "CLAUSES",
    "COLLECTIONS",
    "CONTAINERS",
    "DOCUMENTS",
    "FLOWS",
    "GROUPS",
    "INLINE_MARKS",
    "KINDS",
    "MARKS",
    "NAMED_MARKS",
    "NAMESPACE",
    "NULL_DATE",
    "OUTCOMES",
    "OWN",
    "OWN_NAMESPACE",
    "PARAGRAPHS",
    "STATEMENTS",
    "TOOL",
    "TOOL_URL",
    "TRANSPARENT",
    "UNKNOWN_DATES",
    "is_namespace",
    "stance_of",
]

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
"""Namespace that is written."""
_NAMESPACES = re.compile(
    r"(?:http://docs\.oasis-open\.org/legaldocml/ns/akn/[0-9.]+(?:/[A-Z]+[0-9]+)?|http://www\.akomantoso\.org/[0-9.]+"
    r"|http://\w+\.LegalDocML\.de/[0-9.]+/?)?"
)
OWN_NAMESPACE = "https://declarations.readthedocs.io/ns/1"
"""Namespace of our own attributes and of the record in `proprietary`; that of `records.xml`."""
OWN = f"{{{OWN_NAMESPACE}}}"
"""The same as lxml writes it before a name."""
TOOL = "declarations"
"""The eId that stands for this library as the source of metadata."""
TOOL_URL = "https://declarations.readthedocs.io/"


def is_namespace(name: str) -> bool:
    """Return whether a namespace is one of Akoma Ntoso: any version, draft or national form, or none at all."""
    return _NAMESPACES.fullmatch(name) is not None


CONTAINERS = frozenset({"dates", "masthead", "signatories", "signatures", "votes"})
"""Names of containers that hold nothing but facts."""

STATEMENTS = frozenset(
    {DeclarationKind.RESOLUTION, DeclarationKind.DECISION, DeclarationKind.RECOMMENDATION, DeclarationKind.MOTION}
)
"""Kinds that are a `statement`, the act of a body; all others are a `doc`."""

KINDS: Mapping[str, DeclarationKind] = MappingProxyType(
    {
        **{kind.value: kind for kind in DeclarationKind},
        "resolutiondraft": DeclarationKind.RESOLUTION,
        "deliberation": DeclarationKind.RESOLUTION,
        "officialstatement": DeclarationKind.STATEMENT,
        "pressrelease": DeclarationKind.STATEMENT,
        "officialletter": DeclarationKind.OPEN_LETTER,
        "letter": DeclarationKind.OPEN_LETTER,
        "openletter": DeclarationKind.OPEN_LETTER,
        "communiqué": DeclarationKind.COMMUNIQUE,
    }
)
"""Kinds by the names, subtypes and types that documents bear, in lower case."""

DOCUMENTS = frozenset(
    {
        *("act", "amendment", "amendmentList", "bill", "debate", "debateReport", "doc", "documentCollection"),
        *("judgment", "officialGazette", "portion", "statement"),
    }
)
"""Elements that are a whole document (group `documentType`)."""
COLLECTIONS = frozenset({"amendmentList", "documentCollection", "officialGazette"})
"""Those of them that hold others (type `collectionStructure`)."""

CLAUSES = frozenset(
    {
        *("alinea", "article", "book", "chapter", "clause", "division", "hcontainer", "indent", "level"),
        *("paragraph", "part", "point", "proviso", "rule", "section", "subchapter", "subclause", "subdivision"),
        *("subparagraph", "subpart", "subrule", "subsection", "subtitle", "title", "tome", "transitional"),
        *("recital", "citation", "item", "li", "tblock", "attachment", "component"),
    }
)
"""Elements that are one clause each: number, heading, then paragraphs and clauses."""

GROUPS = frozenset({"blockList", "list", "ol", "sublist", "toc", "ul"})
"""Elements that gather clauses under what stands before them."""

TRANSPARENT = frozenset(
    {
        *("adjournment", "administrationOfOath", "address", "answer", "arguments", "attachments", "background"),
        *("blockContainer", "body", "amendmentBody", "amendmentContent", "amendmentHeading"),
        *("amendmentJustification", "amendmentReference", "debateBody", "judgmentBody", "mainBody", "portionBody"),
        *("citations", "collectionBody", "communication", "components", "conclusions", "container", "content"),
        *("coverPage", "debateSection", "decision", "declarationOfVote", "div", "foreign", "formula", "header"),
        *("interstitial", "intro", "introduction", "longTitle", "ministerialStatements", "motivation"),
        *("nationalInterest", "noticesOfMotion", "oralStatements", "papers", "personalStatements", "petitions"),
        *("pointOfOrder", "prayers", "preamble", "preface", "proceduralMotions", "question", "questions"),
        *("recitals", "remedies", "resolutions", "rollCall", "speech", "speechGroup", "td", "th", "tr", "wrapUp"),
        *("writtenStatements", "embeddedStructure", "quotedStructure", "subFlow"),
        *DOCUMENTS,
    }
)
"""Elements that only hold others."""

PARAGRAPHS = frozenset(
    {
        *("block", "caption", "crossHeading", "from", "heading", "listIntroduction", "listWrapUp", "narrative", "num"),
        *("other", "p", "scene", "subheading", "summary", "tocItem"),
    }
)
"""Elements that are one paragraph each."""

FLOWS = CLAUSES | GROUPS | TRANSPARENT | PARAGRAPHS | {"table"}
"""All elements that break a line of words; every other stands within one."""

MARKS: Mapping[MarkKind, str] = MappingProxyType(
    {
        MarkKind.EMPHASIS: "i",
        MarkKind.STRONG: "b",
        MarkKind.UNDERLINE: "u",
        MarkKind.SUPERSCRIPT: "sup",
        MarkKind.SUBSCRIPT: "sub",
        MarkKind.LINK: "a",
        MarkKind.LANGUAGE: "span",
        MarkKind.NOTE: "noteRef",
    }
)
"""Element of every mark; those that have none are an `inline` with a name."""
NAMED_MARKS = frozenset(MarkKind) - frozenset(MARKS)
"""Marks that are written as `inline`, with the mark as its name."""
INLINE_MARKS: Mapping[str, MarkKind] = MappingProxyType(
    {
        **{tag: kind for kind, tag in MARKS.items() if kind not in {MarkKind.LANGUAGE, MarkKind.NOTE}},
        **dict.fromkeys(("ref", "rref", "mref"), MarkKind.LINK),
        "del": MarkKind.STRIKE,
        "ins": MarkKind.UNDERLINE,
    }
)
"""Mark of every inline element that has one."""

CITING = frozenset({Stance.HAVING, Stance.PURSUANT_TO, Stance.REFERRING})
"""Stances of clauses that name what the act rests on: they are citations, all others recitals."""
_STANCES = {stance.value.replace("-", ""): stance for stance in Stance if stance is not Stance.OTHER}


def stance_of(name: str | None) -> Stance | None:
    """Return the stance after which a container is named, as in `container name="recalling"` (AKN4UN)."""
    return _STANCES.get((name or "").lower().replace("-", "").replace("_", ""))


ABBREVIATIONS: Mapping[str, str] = MappingProxyType(
    {
        "attachment": "att",
        "blockList": "list",
        "citation": "cit",
        "citations": "cits",
        "component": "cmp",
        "paragraph": "para",
        "recital": "rec",
        "recitals": "recs",
    }
)
"""How elements are called in an eId (akn-nc, section 5); others by their names."""

AGENTS: Mapping[AgentKind, str] = MappingProxyType({AgentKind.PERSON: "TLCPerson"})
"""Top level class of every kind of agent; those not named are organizations."""

_DATE_NAMES = {
    DateRole.ADOPTED: "adoption adoptiondate dateofadoption generation enactment",
    DateRole.DECIDED: "decision dateofdecision",
    DateRole.SIGNED: "signature signing dateofsignature",
    DateRole.PUBLISHED: "publication publicationdate dateofpublication",
    DateRole.ISSUED: "issue issuance dateofissue dateofissuance",
    DateRole.EFFECTIVE: "inforce entryintoforce dateofentryintoforce",
    DateRole.PROPOSED: "presentation submission tabling introduction",
    DateRole.DRAFTED: "draft drafting",
    DateRole.MODIFIED: "amendment modification",
}
DATE_NAMES: Mapping[str, DateRole] = MappingProxyType(
    {
        **{role.value: role for role in DateRole},
        **{name: role for role, names in _DATE_NAMES.items() for name in names.split()},
    }
)
"""Roles by the names of dates and of the concepts that dates refer to, in lower case."""
NULL_DATE = "0001-01-01"
"""What stands for a date that is not known, as in `cobalt`; the schema takes no date that is not a full one."""
UNKNOWN_DATES = frozenset({NULL_DATE, "2999-01-01", "2999-12-31", "9999-01-01", "9999-12-31"})
"""Days that stand for one that is not known, since the schema takes no date that is not a full one."""

_AUTHORITIES = ("issuer issuingbody issuingauthority enactingbody enactingauthority adoptingbody author", "publisher")
AUTHORITIES: Mapping[str, int] = MappingProxyType(
    {name: 2 * rank for rank, names in enumerate(_AUTHORITIES) for name in names.split()}
)
"""How near an authority stands to the act, by its role: 0 who issues it, 2 who publishes it; 1 is for all others."""

_OUTCOMES = {
    VoteManner.CONSENSUS: (
        "consensus byconsensus withoutvote withoutavote adoptedwithoutvote adoptedwithoutavote adoptedbyconsensus"
    ),
    VoteManner.UNANIMOUS: "unanimous unanimously adoptedunanimously",
    VoteManner.ACCLAMATION: "acclamation byacclamation adoptedbyacclamation",
    VoteManner.MAJORITY: "majority adoptedbymajority adoptedrecordedvote adoptedbyrecordedvote adoptedbyvote",
}
OUTCOMES: Mapping[str, VoteManner] = MappingProxyType(
    {
        **{manner.value: manner for manner in VoteManner},
        **{name: manner for manner, names in _OUTCOMES.items() for name in names.split()},
    }
)
"""How a vote was decided, by the names of its outcome in letters alone."""

_BALLOTS = {
    "in_favour": ("for favour favor infavour infavor pro yes yea yeas aye ayes votesfor pour oui afavor si favorevoli"),
    "against": "against contra opposed no noes nay nays votesagainst contre non encontra contrari",
    "abstaining": "abstaining abstain abstained abstention abstentions abstenciones astenuti",
}
BALLOTS: Mapping[str, str] = MappingProxyType(
    {name: field for field, names in _BALLOTS.items() for name in names.split()}
)
"""Which field of a vote the concepts stand for that counts refer to, by their names in letters alone."""
