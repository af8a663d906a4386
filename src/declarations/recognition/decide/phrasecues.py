"""Cues that use a lexicon; where there is none they find nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from declarations.blocks import BlockKind
from declarations.language.lineindex import find_phrases, merge_function_words
from declarations.model import Stance
from declarations.recognition.decide.context import DocumentContext
from declarations.recognition.decide.places import follows, precedes
from declarations.recognition.decide.turns import FORMULA
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.reading import Part
from declarations.recognition.wording.kinds import is_caption
from declarations.recognition.wording.organs import GAP
from declarations.recognition.wording.signing import begins_entry, find_role_label, split_names
from declarations.scripts import CLAUSE_ENDS

__all__ = [
    "closing",
    "enacting",
    "formula",
    "name_line",
    "opener",
    "opinion",
    "part_heading",
    "press",
    "signature",
    "verb",
]

_HEADED = {
    "context": Part.CONTEXT_HEADING,
    "resolutions": Part.RESOLUTIONS_HEADING,
    "notes": Part.NOTE,
    "annex": Part.ANNEX,
    "signatories": Part.SIGNATORY,
    "ending": Part.CLOSING,
}
"""The part that a heading of the lexicon heads."""


_TALLY = 40  # words of a line that tells who voted how
_COMMA = re.compile("[,，、،]")
_FIRST = re.compile(r"\w+")
_GROUNDS = frozenset({Stance.ACTING, Stance.PURSUANT_TO})
"""What a last context paragraph says on what the resolutions rest."""
_HAN_NAME = re.compile("[\u3400-\u9fff]{2,4}[,，、]")  # a name and what its bearer is


def opener(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """It opens with a preambular phrase of the lexicon."""
    if segment.stance and not segment.heads:
        yield "numbered" if segment.marker else "plain"


def verb(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """It opens with an operative verb of the lexicon, perhaps after the name of the issuer."""
    if not segment.action or segment.heads or segment.block.kind is BlockKind.HEADING or segment.id in context.titles:
        return
    is_told = segment.stance and precedes(segment, context.turn)
    if not segment.marker and (is_told or "closings" in segment.begins):
        return
    if context.is_before_numbering(segment):  # it only leads to what stands under numbered headings
        if follows(segment, context.prose):
            yield "over-headings"
    elif not segment.marker and segment.is_bare_verb and _turns_to_numbers(segment, context):
        yield "over-numbers"
    else:
        yield "named" if segment.action.subject or segment.marker else "plain"


def _turns_to_numbers(segment: BlockFeatures, context: DocumentContext) -> bool:
    if segment.id in context.leading:
        return False
    following = context.after(segment)
    return following is not None and (following.marker is not None or context.leads_to_number(following))


def opinion(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """A verb that only tells an opinion, between preambular phrases and the first deed, goes on with the context."""
    if context.tells_opinion(segment):
        yield "tells"


def part_heading(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """The whole line is a heading of the lexicon: Preamble, Resolved, Annex, Signatories."""
    part = _HEADED.get(segment.heads or "")
    if part is None or segment.id in context.numbering:
        return
    if segment.id in context.annex_headings:
        yield Part.ANNEX
    elif part is Part.CLOSING:
        if context.is_late(segment):
            yield part
    elif part is Part.CONTEXT_HEADING:
        following = context.after(segment)
        turns = context.first_formula is not None and segment.id < context.first_formula
        if following is not None and (turns or precedes(following, context.first_operative)):  # else it heads nothing
            yield Part.CONTEXT if segment.id in context.group_headings else part
    elif part is Part.RESOLUTIONS_HEADING and (before := context.before(segment)) and before.is_formula:
        yield Part.FORMULA  # `In consequence, / IT IS RESOLVED:`
    elif part is Part.RESOLUTIONS_HEADING and context.lead is not None and segment.id < context.lead:
        yield Part.CONTEXT if follows(segment, context.prose) else Part.CONTEXT_HEADING  # `Motion` over all of a text
    else:
        yield part


def formula(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """It opens like a resolving formula and stays open."""
    if segment.heads or not segment.is_formula or _is_ground(segment, context):
        return
    counts_next = context.counts_next(segment)
    turns = segment.is_open or (counts_next and not segment.marker)
    leads = segment.is_bare_verb or segment.id in context.leading or counts_next
    decides = segment.action and not segment.action.is_final and not leads
    is_turn = segment.is_short(FORMULA) and turns and not decides and not context.tells_on(segment)
    if is_turn:
        yield "turns"


def _is_ground(segment: BlockFeatures, context: DocumentContext) -> bool:
    """Return whether a block says what it is done under, and is no phrase alone that leads on: `Acting under …`."""
    stance = segment.stance
    if stance is None or stance.meaning not in _GROUNDS or not _is_recital(segment, context):
        return False
    end, _ = segment.begins["formulas"]
    return any(map(str.isalnum, segment.folded[end:]))


def _is_recital(segment: BlockFeatures, context: DocumentContext) -> bool:
    """Return whether a block goes on with context paragraphs before a number: `Acting under Chapter VII,`."""
    before = context.before(segment)
    is_told = before is not None and before.stance is not None and before.end == segment.end
    return is_told and segment.end in ",،，" and context.counted_from is not None and segment.id < context.counted_from


def enacting(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """A line that names a body and stays open says who acts; where it turns, it is a formula as well."""
    if not _may_enact(segment, context):
        return
    lexicons = context.lexicons
    is_subject = "subjects" in segment.begins
    names_organ = is_subject or "organs" in find_phrases(segment.folded, lexicons)
    following = context.after(segment)
    opens_next = following is not None and bool(following.stance or following.action)
    if not (segment.end == "," or opens_next or (names_organ and segment.end == ":")):
        return
    seen = [*_see_enacting(segment, context, names_organ=names_organ, is_subject=is_subject, opens_next=opens_next)]
    yield from seen
    is_late = opens_next and segment.is_short() and follows(segment, context.prose)
    turns = names_organ and (opens_next or context.counts_next(segment) or segment.is_short())
    turns = (turns or is_late) and not (_is_recital(segment, context) and not segment.is_short())
    if turns and not (following is not None and context.tells_opinion(following)):
        yield from (f"turning-{one}" for one in seen)


def _may_enact(segment: BlockFeatures, context: DocumentContext) -> bool:
    if segment.heads or follows(segment, context.first_opening_heading) or not segment.is_open:
        return False
    if segment.end in ";；؛" or not segment.is_short(45) or segment.stance or segment.action or segment.marker:
        return False
    is_line = segment.end not in CLAUSE_ENDS
    before = context.before(segment)
    is_caption_line = (
        before is not None and before.id in context.titles and is_caption(segment.folded, context.lexicons)
    )
    is_heading = is_line and (segment.block.kind is BlockKind.HEADING or is_caption_line)
    return not is_heading and "closings" not in segment.begins


def _see_enacting(
    segment: BlockFeatures, context: DocumentContext, *, names_organ: bool, is_subject: bool, opens_next: bool
) -> Iterator[str]:
    """Yield what speaks for an enacting clause, and against it."""
    following = context.after(segment)
    has_article = _has_article(context, segment)
    if names_organ:
        yield "body"
    if opens_next:
        yield "opens-next"
        if has_article and not segment.text.text.isupper():
            yield "article"
    if segment.end in ",:":
        yield "open"
    if following is not None and not opens_next and following.is_sentence and context.lexicons:
        yield "tells-next"
    if is_subject:  # `We, the undersigned,`
        yield "subject"
    names_kind = "kinds" in find_phrases(segment.folded, context.lexicons)
    is_letterhead = segment.end not in CLAUSE_ENDS and not names_kind
    if not has_article and (is_letterhead or (context.is_known and not names_organ)):
        yield "letterhead"


def press(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """It stands above the text, and says when it may be printed, whom to ask, or how to reach them."""
    if segment.id in context.press_lines and segment.id not in context.titles:
        yield "above"


def closing(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """It opens like an ending: Done at, Adopted by, Moved by."""
    if segment.marker or precedes(segment, context.prose):
        return
    if ("closings" in segment.begins and not _tells_on(segment)) or _is_tally(segment, context):
        before = context.before(segment)
        under_title = before is not None and before.id in context.titles and context.after(segment) is not None
        yield "under-title" if under_title and context.dates.find(segment.block.text.text) else "plain"


def _tells_on(segment: BlockFeatures) -> bool:
    """Return whether a sentence only begins with a word such as `Votes`, and holds neither number nor name."""
    words = segment.block.text.text.split()
    is_word = segment.begins["closings"][0] <= len(words[0])
    may_name = any(word[0].isupper() or any(map(str.isdigit, word)) for word in words[1:])
    return is_word and segment.is_sentence and not segment.is_short(3) and not may_name and words[0] != words[0].upper()


def _is_tally(segment: BlockFeatures, context: DocumentContext) -> bool:
    """Return whether a line tells how some voted: `Abstentions: 2`, `Absent: Ada Brenner`."""
    if not segment.is_short(_TALLY) or not follows(segment, context.last_sure):
        return False
    hit = find_phrases(segment.folded, context.lexicons).opening("votes")
    return hit is not None and segment.folded[hit.end :].lstrip()[:1] in (":", "：")


def signature(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """It says who signed, moved or seconded, leads to names, or is a line to sign on."""
    text = segment.block.text.text
    if segment.id in context.signing:
        yield "section"
        return
    if precedes(segment, context.prose):
        return
    names_role = segment.is_short(30) and ("roles" in segment.begins or find_role_label(text, context.lexicons))
    if names_role or "____" in text or _signs_for_other(segment, context):
        yield "plain"


def _signs_for_other(segment: BlockFeatures, context: DocumentContext) -> bool:
    """Return whether a line is a name and for whom its bearer signs: `Ada Brenner, on behalf of the Guild`."""
    name, comma, rest = segment.block.text.text.partition(",")
    may_sign = comma and segment.is_short(20) and begins_entry(name, context.lexicons)
    return bool(may_sign) and find_phrases(rest.strip(), context.lexicons).opening("behalf") is not None


def name_line(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """A short row of capitalised words after the last resolution is the name of who signs."""
    if segment.block.kind is BlockKind.HEADING or segment.id in context.told_items or segment.id in context.around:
        return
    if follows(segment, context.last_sure) and split_names(segment.block.text.text, context.lexicons):
        yield "list"
    elif follows(segment, context.signed_from) and not context.signing and segment.is_short() and segment.is_open:
        yield "headed"
    elif follows(segment, context.last_sure) and segment.is_open and not segment.marker and _is_name(segment):
        yield "name"


def _is_name(segment: BlockFeatures) -> bool:
    """Return whether the words before a comma are a short row of capitalised ones, function words inside."""
    text = segment.block.text.text
    if any(map(str.isdigit, text)):
        return False
    if _HAN_NAME.match(text):
        return True
    cells = GAP.split(text.strip())
    names = (_COMMA.split(cell, maxsplit=1)[0].split() for cell in cells[:2])
    return any(1 < len(name) <= 6 and all(not word[0].islower() or len(word) < 4 for word in name) for name in names)


def _has_article(context: DocumentContext, segment: BlockFeatures) -> bool:
    first = _FIRST.match(segment.folded)
    return first is not None and first[0] in merge_function_words(context.lexicons)
