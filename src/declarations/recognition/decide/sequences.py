"""Headings that count: `Article 1`, `第二条`, `2. artikla`, found by their shape in any language."""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import attrs

from declarations.blocks import BlockKind
from declarations.language.labels import make_labels, read_counts
from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold
from declarations.model import Action, Label, LabelStyle
from declarations.recognition.decide.headings import find_unnumbered
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.values import NumberedHeading

__all__ = ["find_numbering"]


class _Member(NamedTuple):
    """A line that may belong to a run."""

    segment: BlockFeatures
    line: str
    number: re.Match[str]
    label: Label = Label("?")
    """What the number counts, once its neighbours have decided it."""

    @property
    def ordinal(self) -> int:
        """Its place in the run."""
        return self.label.ordinal or 0


_NUMBER = re.compile(r"\d{1,4}|(?<!\w)[IVXLC]{1,7}(?!\w)|[〇一二三四五六七八九十百]{1,5}|[፩-፼]{1,3}")
_COUNT = re.compile(r"(\d{1,3}|[IVXLC]{1,7}|[^\W\d_])([.):]?)\s+(?=\S)")
_LETTERS = re.compile(r"[^\W\d_]")
_TRIMMED = " \t.:：-–—()（）[]。．,،፡፤"
_ENDING = re.compile(r"[^\W\d_]{1,3}(?!\w)|[ºª°]")
_WORD = re.compile(r"\w*")
_OPENING = "(（[「『《«“"
_LONGEST = 12  # words of a heading that is not marked as one
_WINDOW = 80  # characters in which the number stands
_STEADY = 0.6  # share of the steps that go up by one
_ALONE = ("", "#")  # a number on a line of its own
_FEWEST_ALONE = 6  # members of a run of such lines
_FEWEST = 3  # members of a run of unmarked headings
_FEWEST_WORDS = 2  # headings that are ordinal words
_STEM = 4  # letters of its word by which a misprinted heading is known


def find_numbering(segments: Sequence[BlockFeatures], lexicons: Sequence[Lexicon]) -> Mapping[int, NumberedHeading]:
    """Find headings that count on from one to the next; index in the page to what they print."""
    groups: dict[tuple[str, str], list[_Member]] = defaultdict(list)
    for segment in segments:
        line = _line(segment)
        found = _NUMBER.search(line[:_WINDOW]) if line else None
        frame = _frame(line, found) if found else None
        counts = read_counts(found[0]) if found else ()
        if found and frame and counts:
            groups[frame].append(_Member(segment, line, found))
    heads: dict[int, NumberedHeading] = {}
    for (before, after), unread in groups.items():
        counted = make_labels([member.number[0] for member in unread])
        members = [member._replace(label=label) for member, label in zip(unread, counted, strict=True)]
        is_known = any(before in lexicon.units for lexicon in lexicons)
        least = _FEWEST_ALONE if (before, after) == _ALONE else _FEWEST
        if _is_run(members, fewest=2 if is_known else least):
            whole = [*members, *_find_misprinted(segments, members, before)]
            heads |= {member.segment.id: _head(member) for member in whole}
            heads |= _first_in_words(segments, members, before, lexicons)
    if heads := heads or _find_words(segments, lexicons):
        return heads
    sections = _find_sections(segments) or find_unnumbered(segments)
    return {} if sections and _is_resolved_before(segments, min(sections)) else sections


def _is_resolved_before(segments: Sequence[BlockFeatures], first: int) -> bool:
    """Return whether words such as `RESOLVED, That …` stand before a heading: they outrank the sections after them."""
    return any(
        one.action and one.action.meaning == Action.RESOLVES and one.is_prose and one.id < first for one in segments
    )


def _find_words(segments: Sequence[BlockFeatures], lexicons: Sequence[Lexicon]) -> dict[int, NumberedHeading]:
    """Find headings that are ordinal words and count on from the first: `PRIMERO`, `SEGUNDO`."""
    counted: list[tuple[BlockFeatures, int]] = []
    for segment in segments:
        word = fold(segment.block.text.text).strip(_TRIMMED) if segment.block.kind is BlockKind.HEADING else ""
        number = next((one.ordinals[word] for one in lexicons if word in one.ordinals), None)
        if number == len(counted) + 1:
            counted.append((segment, number))
    if len(counted) < _FEWEST_WORDS:
        return {}
    heads = {}
    for segment, number in counted:
        text = segment.block.text.text
        heads[segment.id] = NumberedHeading(label=Label(text, ordinal=number, style=LabelStyle.WORDS), end=len(text))
    return heads


def _find_sections(segments: Sequence[BlockFeatures]) -> dict[int, NumberedHeading]:
    """Find marked headings that are counted by a number or a letter alone: `II Pensions`, `A. School meals`."""
    groups: dict[str, list[_Member]] = defaultdict(list)
    for segment in segments:
        found = _COUNT.match(segment.block.text.text) if segment.block.kind is BlockKind.HEADING else None
        if found and not segment.heads and read_counts(found[1]):
            line = segment.block.text.text
            groups[found[2]].append(_Member(segment, line, found))
    best = max(groups.values(), key=len, default=[])
    labels = make_labels([member.number[1] for member in best])
    members = [member._replace(label=label) for member, label in zip(best, labels, strict=True)]
    if not _is_run(members, fewest=2) or members[0].ordinal != 1:
        return {}
    return {
        member.segment.id: NumberedHeading(
            label=attrs.evolve(member.label, printed=member.number[0].strip()), end=member.number.end(), is_section=True
        )
        for member in members
    }


def _line(segment: BlockFeatures) -> str:
    """Return the line that may be a numbered heading, with a number that was read as a list marker; else nothing."""
    block = segment.block
    if block.kind is BlockKind.HEADING:
        return block.text.text
    if block.kind is BlockKind.ITEM and block.depth == 1 and block.marker and segment.is_short(3):
        return f"{block.marker} {block.text}"
    is_line = block.kind is BlockKind.PARAGRAPH and not block.depth and segment.is_short(_LONGEST)
    return block.text.text if is_line else ""


def _frame(text: str, found: re.Match[str]) -> tuple[str, str] | None:
    """Return the word around a number; a number without a word next to it is an enumerator, no heading."""
    words = fold(text[: found.start()]).strip(_TRIMMED).split()
    if words:
        return (words[-1], "") if len(words) <= 3 else None
    after = fold(text[found.end() :]).strip(_TRIMMED).split()
    if not after and not text[: found.start()].strip(_TRIMMED):
        return _ALONE
    is_word = after and _LETTERS.search(after[0])
    return ("", after[-1]) if is_word and len(after) <= 4 else None


def _is_run(members: Sequence[_Member], *, fewest: int) -> bool:
    """A run counts up by one nearly always, and is long enough or made of marked headings."""
    marked = all(member.segment.block.kind is BlockKind.HEADING for member in members)
    steps = [later.ordinal - earlier.ordinal for earlier, later in pairwise(members)]
    return len(members) >= (2 if marked else fewest) and sum(step == 1 for step in steps) >= _STEADY * len(steps)


def _find_misprinted(segments: Sequence[BlockFeatures], members: Sequence[_Member], before: str) -> Iterator[_Member]:
    """Where a run leaves out a number, a line between the neighbours that prints it, or shares its word, is meant."""
    places = [segment.id for segment in segments]
    for earlier, later in pairwise(members):
        if later.ordinal - earlier.ordinal != 2:
            continue
        first, last = bisect(places, earlier.segment.id), bisect_left(places, later.segment.id)
        for segment in segments[first:last]:
            line = _line(segment)
            found = _NUMBER.search(line[:_WINDOW])
            if found and segment.is_short(_LONGEST // 2):
                counts = {count for _, count in read_counts(found[0])}
                if earlier.ordinal + 1 in counts or (before and before[:_STEM] in fold(line)):
                    label = attrs.evolve(earlier.label, printed=found[0], ordinal=earlier.ordinal + 1)
                    yield _Member(segment, line, found, label)
                    break


def _head(member: _Member) -> NumberedHeading:
    line, found = member.line, member.number
    end = found.end()
    if not line[: found.start()].strip(_TRIMMED):  # the word stands after the number
        end = len(line)
    elif line[found.start() - 1].isalnum() and end < len(line) and line[end].isalnum():  # 第二条, Article2a
        word = _WORD.match(line, end)
        end = word.end() if word and line[end].lower() != line[end].upper() else end + 1
    elif ending := _ENDING.match(line, end):  # 1er, 2º
        end = ending.end()
    while end < len(line) and not line[end].isalnum() and line[end] not in _OPENING:
        end += 1
    label = attrs.evolve(member.label, printed=line[:end].strip().rstrip("–—- "))
    block = member.segment.block
    before = len(line) - len(block.text)  # the marker of an item
    return NumberedHeading(label=label, end=min(max(end - before, 0), len(block.text)))


def _first_in_words(
    segments: Sequence[BlockFeatures], members: Sequence[_Member], before: str, lexicons: Sequence[Lexicon]
) -> dict[int, NumberedHeading]:
    """`Article premier` before `Article 2`: the same word, no digit, the number in a word."""
    first = members[0].segment
    if members[0].ordinal != 2 or not before:
        return {}
    for segment in reversed([one for one in segments if one.id < first.id]):
        text = segment.block.text.text
        folded = fold(text)
        if before in folded and segment.is_short(6) and segment.block.kind is first.block.kind:
            fixed = fold(members[0].line[: members[0].number.start()]).strip(_TRIMMED)  # `mataki na` before 2
            words = (
                folded.removeprefix(fixed).split()
                if folded.startswith(fixed)
                else folded.replace(before, " ", 1).split()
            )
            known = any(word.strip(_TRIMMED) in lexicon.ordinals for word in words for lexicon in lexicons)
            if known or len(words) == 1:
                return {
                    segment.id: NumberedHeading(label=Label(text, ordinal=1, style=LabelStyle.WORDS), end=len(text))
                }
    return {}
