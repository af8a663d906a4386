"""Cues that use a lexicon; where there is none they find nothing."""

from __future__ import annotations

import re

from declarations.blocks import BlockKind
from declarations.recognition.decide.context import FORMULA, Whole
from declarations.recognition.features.blockfeatures import Sight
from declarations.recognition.reading import Part, Weighed
from declarations.recognition.wording.names import GAP
from declarations.scripts import CLAUSE_ENDS

__all__ = ["closing", "enacting", "hinge", "name_line", "opener", "part_heading", "signature", "verb", "view"]

_HEADED = {
    "context": Part.CONTEXT_HEADING,
    "resolutions": Part.RESOLUTIONS_HEADING,
    "notes": Part.NOTE,
    "annex": Part.ANNEX,
    "signatories": Part.SIGNATORY,
}
"""The part that a heading of the lexicon heads."""


_COMMA = re.compile("[,，、،]")
_FIRST = re.compile(r"\w+")
_HAN_NAME = re.compile("[\u3400-\u9fff]{2,4}[,，、]")  # a name and what its bearer is


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
        is_turn = sight.is_short(FORMULA) and turns and not decides and not whole.tells_on(place)
        yield Part.FORMULA, 9.0 if is_turn else 1.0


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
    text = sight.block.text.text
    names_role = sight.is_short(30) and (
        _begins(whole, "roles", sight) or any(lexicon.find_role_label(text) for lexicon in whole.lexicons)
    )
    if names_role or "____" in text:
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
    text = sight.block.text.text
    if _HAN_NAME.match(text):
        return True
    cells = GAP.split(text.strip())
    names = (_COMMA.split(cell, maxsplit=1)[0].split() for cell in cells[:2])
    return any(1 < len(name) <= 6 and all(not word[0].islower() or len(word) < 4 for word in name) for name in names)


def _enacts_before(whole: Whole, place: int) -> bool:
    before = whole.sights[place - 1] if place else None
    is_line = before is not None and before.end == "," and before.is_short() and not (before.stance or before.action)
    return is_line and before is not None and any(one.bodies.find_inside(before.folded) for one in whole.lexicons)


def _has_article(whole: Whole, sight: Sight) -> bool:
    first = _FIRST.match(sight.folded)
    return first is not None and any(first[0] in lexicon.function_words for lexicon in whole.lexicons)


def _begins(whole: Whole, table: str, sight: Sight) -> bool:
    return any(getattr(lexicon, table).find(sight.folded) for lexicon in whole.lexicons)
