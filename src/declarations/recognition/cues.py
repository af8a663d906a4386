"""Fourth step: evidence. Every cue is a named function that speaks for parts of the document.

A cue sees one block and the whole document and yields parts with weights. Cues that know no language come
first; those that use a lexicon find nothing where there is none. A new cue is one function and one row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from declarations.blocks import BlockKind, Landmark
from declarations.recognition.reading import Evidence, Part
from declarations.recognition.sight import CLAUSE_ENDS, Sight
from declarations.recognition.whole import Whole

__all__ = ["CUES", "PRIORS", "gather"]

_HEADED = {
    "context": Part.CONTEXT_HEADING,
    "resolutions": Part.RESOLUTIONS_HEADING,
    "notes": Part.NOTE,
    "annex": Part.ANNEX,
    "signatories": Part.SIGNATORY,
}
"""The part that a heading of the lexicon heads."""

_SENTENCE, _PROSE = 6, 15  # words of a sentence, of a paragraph of running text
_DIGIT = re.compile(r"\d")
_FIRST = re.compile(r"\w+")

Weighed = Iterator[tuple[Part, float]]


PRIORS: Mapping[Part, float] = {
    Part.TITLE: -6.0,
    Part.SUBTITLE: -5.0,
    Part.MASTHEAD: -1.0,
    Part.ENACTING: -3.5,
    Part.CONTEXT_HEADING: -4.0,
    Part.CONTEXT: -1.0,
    Part.FORMULA: -4.0,
    Part.RESOLUTIONS_HEADING: -4.0,
    Part.RESOLUTION: -1.0,
    Part.CLOSING: -2.5,
    Part.SIGNATORY: -3.5,
    Part.NOTE: -4.0,
    Part.ANNEX: -4.0,
}
"""How likely each part is before anything is seen; rare parts need more evidence."""


def hint(sight: Sight, whole: Whole, place: int) -> Weighed:
    """Our own pages say the part of every block."""
    if sight.block.hint and sight.block.hint in set(PRIORS):
        yield Part(sight.block.hint), 30.0


def title(sight: Sight, whole: Whole, place: int) -> Weighed:
    """It was chosen as the title."""
    if sight.index in whole.titles:
        yield Part.TITLE, 12.0


def byline(sight: Sight, whole: Whole, place: int) -> Weighed:
    """The markup calls it a byline."""
    if Landmark.BYLINE in sight.block.landmarks:
        yield Part.MASTHEAD, 8.0


def note(sight: Sight, whole: Whole, place: int) -> Weighed:
    """The markup calls it a note."""
    if Landmark.NOTES in sight.block.landmarks:
        yield Part.NOTE, 8.0


def prose(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A full sentence of some length is told or decided, it is no heading or name."""
    if sight.block.kind is not BlockKind.HEADING and sight.is_sentence and _SENTENCE <= sight.size < _PROSE:
        leads = place < whole.first_verb or whole.is_before_heads(place)
        yield (Part.CONTEXT if leads else Part.RESOLUTION), 0.5
        yield Part.MASTHEAD, -1.5
    elif sight.block.kind is not BlockKind.HEADING and sight.size >= _PROSE:
        weight = 1.5 if sight.is_sentence else 0.5
        leads = place < whole.first_verb or whole.is_before_heads(place)
        yield (Part.CONTEXT if leads else Part.RESOLUTION), weight
        yield Part.MASTHEAD, -2 * weight
        yield Part.SIGNATORY, -2.0
        yield Part.CLOSING, -0.5


def short_line(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A short line before the prose belongs to the masthead, one after the resolutions to the ending."""
    if sight.is_short() and not sight.is_sentence and place < whole.prose:
        yield Part.MASTHEAD, 1.0
        yield Part.CONTEXT, -1.0
    leads = sight.index in whole.leading
    if sight.is_short(8) and not sight.is_sentence and place > whole.last_sure >= 0 and not sight.marker and not leads:
        yield Part.SIGNATORY, 1.0
        yield Part.CLOSING, 0.5


def section_heading(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A heading that does not count, after the title and before the prose, heads the context."""
    if not whole.first_title < place < min(whole.prose, whole.first_head):
        return
    leads_to_prose = whole.prose < whole.first_head or not whole.runs
    if not leads_to_prose or place < whole.last_closed:  # only lines that lead in may stand between
        return
    if sight.block.kind is BlockKind.HEADING:
        is_subject = whole.is_known and whole.is_numbered_title(place - 1)  # `Resolution 12 / Support for the mills`
        yield (Part.SUBTITLE if is_subject else Part.CONTEXT_HEADING), 6.0
    elif whole.is_known:  # its lexicon would know the heading
        return
    elif sight.is_short(4) and sight.end.isalpha() and not _DIGIT.search(sight.folded) and not _names(whole, sight):
        yield Part.CONTEXT_HEADING, 5.5


def lead_in(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A line between title and prose that ends like the beginning of a sentence leads into the context."""
    if whole.first_title < place < whole.prose and sight.end in CLAUSE_ENDS:
        yield Part.CONTEXT, 1.5
        yield Part.MASTHEAD, -1.0


def numbered_heading(sight: Sight, whole: Whole, place: int) -> Weighed:
    """Headings that count on (Article 1, Article 2) head resolutions."""
    if sight.index in whole.runs:
        yield Part.RESOLUTION, 8.0


def numbered(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A printed number is more often that of a resolution than of a context paragraph."""
    if sight.marker and not sight.stance and place > 0 and not whole.is_before_heads(place):
        yield Part.RESOLUTION, 2.5
        yield Part.MASTHEAD, -2.0
        yield Part.CLOSING, -1.0


def before_heads(sight: Sight, whole: Whole, place: int) -> Weighed:
    """Where resolutions stand under numbered headings, none stands before the first."""
    if whole.is_before_heads(place):
        yield Part.RESOLUTION, -6.0


def repeated_beginning(sight: Sight, whole: Whole, place: int) -> Weighed:
    """Paragraphs that begin alike belong together: before the first head the context, at the end resolutions."""
    if place not in whole.repeats or sight.stance or sight.action:
        return
    _, last = whole.repeats[place]
    if whole.is_before_heads(last):
        yield Part.CONTEXT, 2.0
    elif whole.decides_by_form(place):
        yield Part.RESOLUTION, 2.5


def typography(sight: Sight, whole: Whole, place: int) -> Weighed:
    """Its first words alone are italic or bold, as openers and verbs are printed: it is a clause, and no line."""
    if sight.is_opened_in_print:
        yield Part.MASTHEAD, -1.5
        yield Part.CLOSING, -1.0
        yield Part.SIGNATORY, -2.0
        yield (Part.RESOLUTION if sight.marker or sight.end in ";；؛" else Part.CONTEXT), 1.0


def punctuation(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A paragraph that ends with a comma, and has no number, tells of the context more often than it decides."""
    is_plain = not (sight.stance or sight.action or sight.marker or sight.heads)
    names_issuer = place + 1 == whole.first_stance  # the line that enacts
    if is_plain and sight.end in ",，،、" and not sight.is_short(4) and place > whole.first_title and not names_issuer:
        yield Part.CONTEXT, 1.0


def before_first(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A short line that stays open, right before the first sure resolution, turns to it."""
    if sight.heads:
        return
    following = whole.sights[place + 1] if place + 1 < len(whole.sights) else None
    if following is None or place <= whole.prose or not sight.is_open or not sight.is_short(8):
        return
    if whole.tells_view(place + 1) or place in whole.group_lines or place in whole.echoes:
        return
    decides = following.action or following.index in whole.runs or following.marker or whole.decides_by_form(place + 1)
    if not decides or sight.action:
        return
    if sight.stance:  # `Considering all of the above,` turns, where no other paragraph opens so
        turns = whole.stances == 1 and whole.sights[place - 1].is_sentence and sight.index not in whole.leading
        yield Part.FORMULA, 8.0 if turns else 0.0
    elif sight.block.kind is BlockKind.HEADING:
        yield Part.RESOLUTIONS_HEADING, 6.0
    else:
        yield Part.FORMULA, 4.5 if sight.end in CLAUSE_ENDS else 3.5


def leads_list(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A short line that stays open over a list, in a document without any verb of a lexicon, turns to what is asked."""
    is_lead = sight.index in whole.leading and sight.block.kind is BlockKind.PARAGRAPH and place > whole.prose
    if is_lead and not whole.actions and not sight.stance and sight.is_short(12 if sight.end == ":" else 6):
        yield Part.FORMULA, 5.0


def group_line(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A short line without an end before a numbered paragraph, where there are more such lines, heads a group."""
    if place in whole.group_lines and not whole.is_before_heads(place):
        yield Part.RESOLUTION, 4.0


def narrative(sight: Sight, whole: Whole, place: int) -> Weighed:
    """Numbered paragraphs before the first verb, where nothing else tells of context, tell it."""
    tells = sight.marker and not sight.action and whole.prose <= place < whole.first_action
    if tells and not whole.stances and whole.actions > 1 and not whole.is_turned(place):
        yield Part.CONTEXT, 4.0


def dated_line(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A short line with a date is masthead or ending."""
    is_plain = sight.is_short(25) and not sight.marker and not sight.stance and not sight.action
    if not is_plain or whole.prose <= place <= whole.last_sure:
        return
    if whole.dates.find(sight.block.text.text):
        yield Part.MASTHEAD, 4.0
        yield Part.CLOSING, 4.0


def echo(sight: Sight, whole: Whole, place: int) -> Weighed:
    """It begins with the same word as the paragraph before it, whose part is known: `That …`, `Que …`."""
    if place in whole.echoes:
        yield (Part.RESOLUTION if whole.echoes[place] else Part.CONTEXT), 4.0


def under_annex(sight: Sight, whole: Whole, place: int) -> Weighed:
    """What stands under the heading of an annex belongs to it."""
    if whole.annexed_from < place:
        yield Part.ANNEX, 7.0


def between_headers(sight: Sight, whole: Whole, place: int) -> Weighed:
    """What stands between a heading over the context and one over the resolutions is context, also when numbered."""
    if whole.first_header < place < whole.resolved_from < len(whole.sights):
        yield Part.CONTEXT, 5.0


def after_last(sight: Sight, whole: Whole, place: int) -> Weighed:
    """What follows the last resolution and has not its form closes the document."""
    if not 0 <= whole.last_sure < place or sight.block.depth or sight.block.marker:
        return
    if whole.runs and not (sight.is_short(8) and sight.end.isalnum()):
        return
    if sight.index in whole.leading and sight.block.kind is not BlockKind.HEADING:  # a table that is decided
        yield Part.RESOLUTION, 2.0
    else:
        yield Part.CLOSING, 2.5


def opener(sight: Sight, whole: Whole, place: int) -> Weighed:
    """It opens with a phrase of the lexicon for context paragraphs."""
    if sight.heads:
        return
    if sight.stance and not sight.marker:
        yield Part.CONTEXT, 4.0
        yield Part.MASTHEAD, -4.0
        yield Part.RESOLUTION, -1.5
    elif sight.stance:
        yield Part.CONTEXT, 3.0


def verb(sight: Sight, whole: Whole, place: int) -> Weighed:
    """It opens with a verb of the lexicon for resolutions, perhaps after the name of the issuer."""
    if sight.heads:
        return
    if not sight.action or sight.index in whole.titles or sight.block.kind is BlockKind.HEADING:
        return
    if not sight.marker and ((sight.stance and place < whole.turn) or _begins(whole, "closings", sight)):
        return
    if whole.is_before_heads(place):  # it only leads to what stands under numbered headings
        yield Part.FORMULA, 5.0 if place > whole.prose else 0.0
    elif not sight.marker and sight.is_bare_verb and _turns_to_numbers(sight, whole, place):
        yield Part.FORMULA, 8.0
    else:
        yield Part.RESOLUTION, 5.0 if sight.action.subject or sight.marker else 4.0
        yield Part.CONTEXT, -1.5
        yield Part.MASTHEAD, -4.0


def _turns_to_numbers(sight: Sight, whole: Whole, place: int) -> bool:
    return sight.index not in whole.leading and (whole.is_marked(place + 1) or whole.leads_on(place + 1))


def view(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A verb that only tells a view, between the openers of context and the first deed, goes on with the context."""
    if whole.tells_view(place):
        yield Part.CONTEXT, 7.0
        yield Part.RESOLUTION, -3.0


def part_heading(sight: Sight, whole: Whole, place: int) -> Weighed:
    """The whole line is a heading of the lexicon: Preamble, Resolved, Annex, Signatories."""
    part = _HEADED.get(sight.heads or "")
    if part is None or sight.index in whole.runs:
        return
    if place in whole.annex_heads:
        part = Part.ANNEX
    elif part is Part.CONTEXT_HEADING:
        if place + 1 >= whole.first_deed:  # it heads nothing
            return
        part = Part.CONTEXT if place in whole.group_heads else part
    elif part is Part.RESOLUTIONS_HEADING and place and whole.sights[place - 1].is_hinge:
        part = Part.FORMULA  # `In consequence, / IT IS RESOLVED:`
    yield part, 10.0
    yield Part.TITLE, -4.0


def hinge(sight: Sight, whole: Whole, place: int) -> Weighed:
    """It opens like a turning formula and stays open."""
    if sight.heads:
        return
    if sight.is_hinge:
        turns = sight.is_open or (whole.is_marked(place + 1) and not sight.marker)
        leads = sight.is_bare_verb or sight.index in whole.leading or whole.is_marked(place + 1)
        decides = sight.action and not sight.action.is_final and not leads
        yield Part.FORMULA, 9.0 if sight.is_short(30) and turns and not decides else 1.0


def enacting(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A line that names a body and stays open says who acts."""
    if sight.heads or whole.first_seen < place:
        return
    if (
        not sight.is_open
        or sight.end in ";；؛"
        or not sight.is_short(45)
        or sight.stance
        or sight.action
        or sight.marker
    ):
        return
    if _begins(whole, "closings", sight):
        return
    lexicons = whole.lexicons
    if sight.block.kind is BlockKind.HEADING and sight.end not in CLAUSE_ENDS:
        return
    names_body = any(one.bodies.find_inside(sight.folded) or one.subjects.find(sight.folded) for one in lexicons)
    following = whole.sights[place + 1] if place + 1 < len(whole.sights) else None
    opens_next = following is not None and bool(following.stance or following.action)
    if sight.end == "," or opens_next or (names_body and sight.end == ":"):
        tells_next = following is not None and not opens_next and following.is_sentence and bool(whole.lexicons)
        weight = 3.0 * names_body + 2.5 * opens_next + 1.5 * (sight.end in ",:") - 3.0 * tells_next
        if any(one.subjects.find(sight.folded) for one in lexicons):  # `We, the undersigned,`
            weight += 3.0
        weight += 1.5 * (opens_next and _has_article(whole, sight) and not sight.text.text.isupper())
        weight -= 3.0 * sight.begins_small
        if _enacts_before(whole, place):  # a second line, as `the committee having been heard,`
            weight -= 4.0
        names_kind = any(one.kinds.find_inside(sight.folded) for one in lexicons)
        is_letterhead = sight.end not in CLAUSE_ENDS and not names_kind
        is_nameless = whole.is_known and not names_body
        weight -= 3.0 * ((is_letterhead or is_nameless) and not _has_article(whole, sight))
        yield Part.ENACTING, weight
        opens_or_counts = opens_next or whole.is_marked(place + 1)
        turns = (names_body and (opens_or_counts or sight.is_short())) or (
            opens_next and place > whole.prose and sight.is_short()
        )
        yield Part.FORMULA, weight if turns and not whole.tells_view(place + 1) else 0.0


def closing(sight: Sight, whole: Whole, place: int) -> Weighed:
    """It opens like an ending: Done at, Adopted by, Moved by."""
    if not sight.marker and _begins(whole, "closings", sight):
        yield Part.CLOSING, 6.0
        yield Part.RESOLUTION, -4.0
        yield Part.MASTHEAD, 4.0 if place < whole.prose else 0.0


def signature(sight: Sight, whole: Whole, place: int) -> Weighed:
    """It says who signed, moved or seconded, or is a line to sign on."""
    if (sight.is_short(30) and _begins(whole, "roles", sight)) or "____" in sight.block.text.text:
        yield Part.SIGNATORY, 9.5
        yield Part.MASTHEAD, 5.0 if place < whole.prose else 0.0


def name_line(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A short row of capitalised words after the last resolution is the name of who signs."""
    if sight.block.kind is BlockKind.HEADING:
        return
    if place > whole.signed_from and sight.is_short() and not sight.is_sentence:
        yield Part.SIGNATORY, 8.0
    elif place > whole.last_sure >= 0 and sight.is_open and not sight.marker and _is_name(sight):
        yield Part.SIGNATORY, 3.5


def _is_name(sight: Sight) -> bool:
    """Whether the words before a comma are a short row of capitalised ones, small words inside."""
    name = sight.block.text.text.partition(",")[0].split()
    return 1 < len(name) <= 6 and all(not word[0].islower() or len(word) < 4 for word in name)


def _enacts_before(whole: Whole, place: int) -> bool:
    before = whole.sights[place - 1] if place else None
    is_line = before is not None and before.end == "," and before.is_short() and not (before.stance or before.action)
    return is_line and before is not None and any(one.bodies.find_inside(before.folded) for one in whole.lexicons)


def _has_article(whole: Whole, sight: Sight) -> bool:
    first = _FIRST.match(sight.folded)
    return first is not None and any(first[0] in lexicon.function_words for lexicon in whole.lexicons)


def _names(whole: Whole, sight: Sight) -> bool:
    """Whether a line holds a date or the name of a body."""
    text = sight.block.text.text
    return bool(whole.dates.find(text)) or any(lexicon.names_body(text) for lexicon in whole.lexicons)


def _begins(whole: Whole, table: str, sight: Sight) -> bool:
    return any(getattr(lexicon, table).find(sight.folded) for lexicon in whole.lexicons)


CUES: tuple[Callable[[Sight, Whole, int], Weighed], ...] = (
    hint,
    title,
    byline,
    note,
    prose,
    short_line,
    section_heading,
    lead_in,
    numbered_heading,
    numbered,
    before_heads,
    repeated_beginning,
    typography,
    punctuation,
    before_first,
    leads_list,
    group_line,
    narrative,
    dated_line,
    echo,
    under_annex,
    between_headers,
    after_last,
    opener,
    verb,
    view,
    part_heading,
    hinge,
    enacting,
    closing,
    signature,
    name_line,
)
"""All cues in the order in which they are asked; the name of the function is the name of the cue."""


_NAMED = tuple((cue.__name__.replace("_", "-"), cue) for cue in CUES)


def gather(sight: Sight, whole: Whole, place: int) -> tuple[Evidence, ...]:
    """Ask every cue about one block."""
    return tuple(
        Evidence(name, part, weight) for name, cue in _NAMED for part, weight in cue(sight, whole, place) if weight
    )
