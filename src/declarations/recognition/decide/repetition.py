"""What blocks show together: where prose begins, what repeats, anaphora and heads groups."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import islice, pairwise, zip_longest

import attrs

from declarations.blocks import BlockKind
from declarations.language.labels import is_next, read_counts
from declarations.language.phrases import fold
from declarations.recognition.decide.turns import is_sure, is_turn
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.values import NumberedHeading
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.stretches import Span, mask
from declarations.scripts import CLAUSE_ENDS, SENTENCE_ENDS

__all__ = [
    "Group",
    "find_anaphora",
    "find_annex_headings",
    "find_counted",
    "find_group_headings",
    "find_group_lines",
    "find_groups",
    "find_prose",
    "find_told_items",
]

_WORD = re.compile(r"\w+")
_ELIDED = 2  # letters of a word that lost its vowel
_SENTENCE = 5  # words of a sentence that tells something
_REPEATING = 4  # words of a paragraph whose first words may come again
_GROUP = 8  # words of a line over a group
_TAIL = 40  # characters in which the last word stands
_ENDS = "".join(SENTENCE_ENDS | CLAUSE_ENDS)
_DATELINE, _PLACE = 10, 2  # words of a line with a date, and of those beside the date
_TOLD = 2  # context paragraphs without numbers, after which numbers count what is resolved
_LEAST_REPEATS = 3
_LATE = 0.7  # of the document


@attrs.frozen(kw_only=True)
class Group:
    """Blocks that begin, or end, alike."""

    last: int
    """The last of them."""
    is_late: bool
    """Whether all stand after the beginning of the prose, and the last near the end of the document."""


def find_prose(
    segments: Sequence[BlockFeatures],
    titles: Collection[int],
    numbering: Mapping[int, NumberedHeading],
    dates: DateFinder,
) -> int | None:
    """Return the first paragraph of prose, or sentence that is no dateline."""
    for one in segments:
        if _is_prose(one, titles, numbering) or (_is_told(one, titles) and not _is_dateline(one, dates)):
            return one.id
    return None


def _is_told(segment: BlockFeatures, titles: Collection[int]) -> bool:
    is_text = segment.block.kind is not BlockKind.HEADING and segment.id not in titles
    return is_text and segment.is_sentence and segment.size >= _SENTENCE


def _is_dateline(segment: BlockFeatures, dates: DateFinder) -> bool:
    """Return whether a line holds a date and hardly more, as `г. Москва, 5 июня 2025 г.`, whatever it ends with."""
    text = segment.block.text.text
    spans = [Span(one.start, one.end) for one in dates.find(text)] if segment.is_short(_DATELINE) else []
    return bool(spans) and len([word for word in _WORD.findall(mask(text, spans)) if len(word) > 1]) <= _PLACE


def _is_prose(segment: BlockFeatures, titles: Collection[int], numbering: Mapping[int, NumberedHeading]) -> bool:
    if segment.id in numbering or segment.stance or segment.action or segment.marker:
        return segment.id not in titles
    return segment.is_prose and segment.id not in titles


def find_annex_headings(segments: Sequence[BlockFeatures], numbering: Collection[int]) -> Collection[int]:
    """Return headings of annexes; reasons and explanations are annexes where they stand after all resolutions."""
    deeds = (one.id for one in segments if one.action or is_sure(one, numbering))
    last_deed = max(deeds, default=None)
    found = []
    for segment, following in zip_longest(segments, segments[1:]):
        explains = segment.heads == "context" or (segment.heads == "notes" and _is_plain(following))
        if segment.heads == "annex" or (explains and last_deed is not None and segment.id > last_deed):
            found.append(segment.id)
    return frozenset(found)


def _is_plain(segment: BlockFeatures | None) -> bool:
    return (
        segment is not None and segment.block.kind is BlockKind.PARAGRAPH and not segment.marker and segment.body == 0
    )


def find_group_headings(segments: Sequence[BlockFeatures]) -> Collection[int]:
    """Return the headings over context, without those that stand right above another, if there are several."""
    found = [
        segment.id
        for segment, following in zip_longest(segments, segments[1:])
        if segment.heads == "context" and (following is None or following.heads != "context")
    ]
    return frozenset(found) if len(found) > 1 else frozenset()


def find_anaphora(segments: Sequence[BlockFeatures]) -> dict[int, bool]:
    """Return paragraphs without a phrase that begin with the word of the one before, to whether that resolves."""
    found: dict[int, bool] = {}
    words = [_first_word(segment) for segment in segments]
    for place, (before, segment) in enumerate(pairwise(segments), 1):
        if (
            not words[place]
            or not _is_same(words[place], words[place - 1])
            or segment.stance
            or segment.action
            or segment.block.kind is BlockKind.HEADING
        ):
            continue
        if before.id in found:
            found[segment.id] = found[before.id]
        elif before.stance or before.action:
            found[segment.id] = before.action is not None and before.stance is None
        elif place > 1 and segments[place - 2].heads == "resolutions":
            found[segment.id] = True
    return found


def _is_same(word: str, other: str) -> bool:
    """Return whether two first words are one, perhaps without its last vowel: `que`, `qu’`."""
    if word == other:
        return True
    shorter, longer = sorted((word, other), key=len)
    return len(shorter) == _ELIDED and longer[:-1] == shorter


def _first_word(segment: BlockFeatures) -> str:
    word = _WORD.match(segment.folded)
    return word[0] if word and segment.size > 3 else ""


def find_counted(segments: Sequence[BlockFeatures]) -> int | None:
    """Return the first number of the first series with a verb that comes after context paragraphs without numbers.

    Its first members may open like context: `1. Recalling also its decision;`. None if a turn comes after it.
    """
    told, first, last = 0, None, ""
    for place, segment in enumerate(segments):
        told += segment.stance is not None and not segment.marker
        if segment.marker is None or told < _TOLD:
            continue
        if any(count == 1 for _, count in read_counts(segment.marker)):
            first = segment.id
        elif first is None or not is_next(segment.marker, last):
            continue
        last = segment.marker
        if segment.action is not None:
            is_turned = any(is_turn(one) and not one.marker for one in segments[place + 1 :])
            return None if is_turned else first
    return None


def find_told_items(segments: Sequence[BlockFeatures]) -> Collection[int]:
    """Return the items of lists right after a paragraph of prose that ends like a sentence."""
    found, is_told = [], False
    for segment in segments:
        if segment.block.kind is not BlockKind.ITEM:
            is_told = segment.is_prose and segment.is_sentence
        elif is_told:
            found.append(segment.id)
    return frozenset(found)


def find_group_lines(segments: Sequence[BlockFeatures], titles: Collection[int]) -> Collection[int]:
    """Return short lines without an end before a numbered paragraph, if there are several."""
    found = [
        segment.id
        for segment, following in pairwise(segments)
        if following.marker
        and not (segment.marker or segment.heads or segment.stance or segment.action or segment.is_formula)
        and segment.id not in titles
        and segment.end.isalnum()
        and segment.is_short(_GROUP)
        and not segment.begins_lower
    ]
    return frozenset(found) if len(found) > 1 else frozenset()


def _last_word(segment: BlockFeatures) -> str:
    tail = fold(segment.block.text.text[-_TAIL:]).split()
    return tail[-1].strip(_ENDS) if tail else ""


def find_groups(segments: Sequence[BlockFeatures], prose: int | None) -> dict[int, Group]:
    """Group paragraphs by their first two words, a long first one, or the last; neighbours in a group stand close."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, segment in enumerate(segments):
        is_line = (prose is None or segment.id < prose) and segment.end not in CLAUSE_ENDS
        if is_line or segment.size < _REPEATING or segment.block.kind is BlockKind.HEADING:
            continue
        words = [word[0] for word in islice(_WORD.finditer(segment.folded), 2)]
        if words:
            groups[" ".join(words)].append(place)
            if segment.end in _ENDS:
                groups[f"… {_last_word(segment)}"].append(place)  # where the verb stands last
            if len(words[0]) > 4:
                groups[words[0]].append(place)
    found: dict[int, Group] = {}
    for places in sorted(groups.values(), key=len):
        if len(places) >= _LEAST_REPEATS and places[-1] - places[0] < 3 * len(places):
            first, last = segments[places[0]].id, segments[places[-1]].id
            is_late = prose is not None and first > prose and places[-1] >= _LATE * (len(segments) - 1)
            group = Group(last=last, is_late=is_late)
            found |= {segments[place].id: group for place in places}
    return found
