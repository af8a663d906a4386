"""Sections of signatures: a line that leads to names, and all entries under it, or a long row of entries alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from declarations.blocks import BlockKind
from declarations.language.lexicon import Lexicon
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.values import NumberedHeading
from declarations.recognition.wording.press import find_press_lines
from declarations.recognition.wording.signing import begins_entry, is_entry, tells_signing

__all__ = ["find_signing"]

_LEAD = 10  # words of a line that leads to names
_ENTRY = 15  # words of a name with an office and a town
_SENTENCE = 6  # words of a sentence that is no entry
_FEW = 3  # entries that a line leads to, where no word of it tells of signing
_MANY = 12  # entries in a row that need no line before them; among so many some may say more than their name
_WORSE = 2  # what a block that is no entry takes from a row of entries
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
_COLONS = frozenset(":：")


def find_signing(
    segments: Sequence[BlockFeatures], numbering: Mapping[int, NumberedHeading], lexicons: Sequence[Lexicon]
) -> dict[int, int]:
    """Return the entries of sections of signatures: the block to the one that leads to it, or to the first of a row."""
    first = next((place for place, one in enumerate(segments) if one.is_prose or one.id in numbering), len(segments))
    found: dict[int, int] = {}
    end = 0
    for place in range(len(segments)):
        if place < end or not (lead := _find_lead(place, segments, lexicons, is_late=place > first)):
            continue
        entries = [*_list_entries(place, segments, numbering, lexicons)]
        if len(entries) >= lead:
            found |= dict.fromkeys((one.id for one in entries), segments[place].id)
            end = place + 1 + len(entries)
    return found if len(found) >= _MANY else {**_find_row(segments[first:], lexicons), **found}


def _find_lead(place: int, segments: Sequence[BlockFeatures], lexicons: Sequence[Lexicon], *, is_late: bool) -> int:
    """Return how many entries a block must lead to, if it can lead to names; 0 if it cannot."""
    one = segments[place]
    if one.heads == "signatories":
        return 1 if is_late else _FEW
    if not is_late or not one.is_short(_LEAD) or one.heads or one.stance or one.block.depth or one.is_sentence:
        return 0
    if one.block.kind is not BlockKind.HEADING and one.end not in _COLONS and not _ends_in_words(one, lexicons):
        return 0
    if tells_signing(one.block.text.text, lexicons):
        return 1
    if one.block.kind is BlockKind.HEADING or one.action or one.is_formula or "subjects" in one.begins:
        return 0
    behind = segments[place + 1 : place + 1 + _FEW]
    return _FEW if all(is_entry(_name(entry), lexicons) for entry in behind) else 0


def _ends_in_words(one: BlockFeatures, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a line ends with the words that tell of names under it: `Undersigned organisations (in order)`."""
    return tells_signing(_BRACKET.sub("", one.block.text.text), lexicons, whole=True)


def _list_entries(
    place: int, segments: Sequence[BlockFeatures], numbering: Mapping[int, NumberedHeading], lexicons: Sequence[Lexicon]
) -> Iterator[BlockFeatures]:
    """Yield the blocks up to the next heading that is none over names, to a sentence, or to whom to ask."""
    lead, entries = segments[place], 0
    for one in segments[place + 1 :]:
        may_tell = entries > _MANY and begins_entry(_name(one), lexicons)
        goes_on = _is_part(one, lead) if _is_line(one) else may_tell or _is_entry(one)
        if one.id in numbering or one.is_note or not goes_on or find_press_lines([one.block.text.text], lexicons):
            return
        entries += not _is_line(one)
        yield one


def _is_line(one: BlockFeatures) -> bool:
    return one.block.kind is BlockKind.HEADING or one.heads is not None


def _is_part(one: BlockFeatures, lead: BlockFeatures) -> bool:
    """Return whether a heading stands over some of the names: `Organisations` under `Signatories`."""
    is_below = lead.block.kind is one.block.kind is BlockKind.HEADING and one.block.level > lead.block.level
    return one.heads == "signatories" or (is_below and one.heads is None)


def _is_entry(one: BlockFeatures) -> bool:
    if one.block.kind is BlockKind.ROW:
        return True
    is_told = one.is_sentence and not one.is_short(_SENTENCE)
    return one.is_short(_ENTRY * (1 + one.block.text.text.count("\n"))) and not one.stance and not is_told


def _find_row(segments: Sequence[BlockFeatures], lexicons: Sequence[Lexicon]) -> dict[int, int]:
    """Return the longest row of entries: each block that does not begin with a name counts against it."""
    best = (0, 0, 0)
    start = total = 0
    for place, one in enumerate(segments):
        if not _is_line(one) and not one.marker and is_entry(_name(one), lexicons):
            total += 1
        else:
            total -= 0 if total and begins_entry(_name(one), lexicons) else _WORSE
        if total <= 0:
            start, total = place + 1, 0
        best = max(best, (total, -start, place + 1))
    total, start, end = best[0], -best[1], best[2]
    return {one.id: segments[start].id for one in segments[start:end]} if total >= _MANY else {}


def _name(one: BlockFeatures) -> str:
    return one.block.text.text.partition("\n")[0]
