"""What a block is to the clause that is open: its title, a list of it, more of its sentence, or another clause."""

from __future__ import annotations

from collections.abc import Mapping

from declarations.blocks import BlockKind
from declarations.recognition.build.drafts import ACTIONS, FLOOR, Draft
from declarations.recognition.build.series import starts_series, tell_shape
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.features.headlines import is_emphasized
from declarations.recognition.features.openings import OpeningPhrase
from declarations.recognition.reading import Part
from declarations.recognition.values import NumberedHeading
from declarations.scripts import CLAUSE_ENDS
from declarations.text import Text

__all__ = [
    "begins_alike",
    "begins_anew",
    "find_opener",
    "goes_on_with",
    "heads_group",
    "is_clause",
    "is_number_before",
    "leads_to_list",
    "names_article",
    "subdivides",
    "turns",
]

_ENDS = ",;，；،؛"
_TITLE = 8  # words of the title of an article or a group
_QUOTES = ("«", "“", "„", "”", "‹", "「", "『", '"')


def names_article(
    segment: BlockFeatures, following: BlockFeatures | None, numbering: Mapping[int, NumberedHeading], host: Draft
) -> bool:
    """Return whether a line is the title of the article whose number stands on the line above."""
    is_fresh = host.is_headed and host.label and not (host.heading or host.paragraphs or host.items)
    is_line = segment.block.kind is BlockKind.PARAGRAPH and segment.is_short(_TITLE) and segment.end.isalnum()
    leads = following is not None and following.id not in numbering and following.block.kind is not BlockKind.HEADING
    return bool(is_fresh and is_line and leads and not segment.marker and not segment.action)


def heads_group(segment: BlockFeatures, following: BlockFeatures | None, part: Part) -> bool:
    """Return whether a line stands over some clauses: a header of context, or a short line before a numbered clause."""
    if segment.block.kind is not BlockKind.PARAGRAPH or segment.block.depth or segment.enumerator:
        return False
    if (segment.heads == "context" and part is Part.CONTEXT) or (segment.heads and part is Part.ANNEX):
        return True
    if part is not Part.RESOLUTION:
        return False
    if _is_set_off(segment, following):
        return True
    if segment.action or segment.stance or not segment.is_short(_TITLE):
        return False
    is_line = segment.end.isalnum() and not segment.begins_lower
    return is_line and following is not None and (bool(following.marker) or is_emphasized(segment.block))


def _is_set_off(segment: BlockFeatures, following: BlockFeatures | None) -> bool:
    """Return whether a bold sentence stands over a list."""
    return following is not None and following.block.kind is BlockKind.ITEM and segment.is_set_off


def is_number_before(draft: Draft, level: int, segment: BlockFeatures) -> bool:
    """Return whether a clause of a level has a number, and an item after it is of another list, the first in it."""
    if draft.level != level or not draft.printed or draft.list_number == segment.block.list_number:
        return False
    return all(item.level <= level + 5 for item in draft.items)  # deeper ones show where those inside would stand


def turns(segment: BlockFeatures, host: Draft) -> bool:
    """Return whether a block with a verb stands after a clause that opens like a context paragraph."""
    return segment.action is not None and host.opener is not None and host.opener.meaning not in ACTIONS


def begins_anew(segment: BlockFeatures, host: Draft, part: Part) -> bool:
    """Return whether a block opens as the clause before it does, whose sentence is not bare."""
    own = find_opener(segment, part)
    if own is None or host.opener is None:
        return False
    return turns(segment, host) or not (host.last is not None and host.last.is_bare)


def leads_to_list(host: Draft) -> bool:
    """Return whether a list after a clause is its own: under a heading, after another item, or an open sentence."""
    if host.is_headed or host.items or host.level > FLOOR + 5:
        return True
    return host.last is not None and host.last.is_open


def subdivides(segment: BlockFeatures, host: Draft) -> bool:
    """Return whether a list begins to count inside a numbered clause, as `(a)` and `1.1.` below `1.`."""
    if host.printed is None or segment.marker is None or tell_shape(segment.marker) == tell_shape(host.printed):
        return False
    return starts_series(segment.marker)


def begins_alike(host: Draft, segment: BlockFeatures) -> bool:
    """Return whether a paragraph begins with the word of the open clause, which has ended: `that …; that …`."""
    if host.last is None or host.last.end not in _ENDS or not host.paragraphs:
        return False
    return _find_first_word(host.paragraphs[0]) == _find_first_word(segment.text)


def _find_first_word(text: Text) -> str:
    return text.text.partition(" ")[0].casefold()


def is_clause(segment: BlockFeatures, part: Part) -> bool:
    """Return whether a paragraph under a heading over several clauses is one of them."""
    return part is Part.CONTEXT or segment.action is not None


def goes_on_with(host: Draft, segment: BlockFeatures, part: Part) -> bool:
    """Return whether a paragraph continues a clause: after a verb that stands alone, or under a printed number."""
    if segment.stance or segment.action:
        return _names_subject(host, part) and segment.begins_lower
    if host.printed is not None:
        return True
    last = host.last
    if host.items:
        return segment.begins_lower
    if last is None or last.is_sentence:
        return False
    is_lead_in = last.end not in CLAUSE_ENDS and (last.is_short(6) or segment.begins_lower)
    is_open = is_lead_in or (last.end == ":" and segment.begins_lower)
    return _is_led_to(host, last, segment) or (is_open and find_opener(last, part) is not None)


def _is_led_to(host: Draft, last: BlockFeatures, segment: BlockFeatures) -> bool:
    """Return whether a clause that ends in a colon leads to a line: a value in its sentence, or quoted words."""
    if not (host.opener and host.paragraphs and host.paragraphs[0].text.endswith((":", "："))):
        return False
    return segment.begins_lower or (last.end in ":：" and segment.text.text.startswith(_QUOTES))


def _names_subject(host: Draft, part: Part) -> bool:
    """Return whether a clause is as yet only a line that says who acts, printed above its verb."""
    last = host.last
    is_line = last is not None and last.is_short() and last.end not in CLAUSE_ENDS and last.is_open
    return is_line and not host.items and host.printed is None and host.opener is None and part is not Part.ANNEX


def find_opener(segment: BlockFeatures, part: Part) -> OpeningPhrase | None:
    """Return the phrase with which a block opens as a clause of a part."""
    if part is Part.CONTEXT:
        return segment.stance or segment.opinion
    return segment.action or segment.stance if part is Part.RESOLUTION else None
