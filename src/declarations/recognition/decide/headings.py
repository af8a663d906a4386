"""Headings of resolutions that print no number: in words of an unknown language, or by their level alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from statistics import median

from declarations.blocks import BlockKind
from declarations.language.phrases import fold
from declarations.model import Label, LabelStyle
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.values import NumberedHeading
from declarations.scripts import CLAUSE_ENDS, count_words

__all__ = ["find_unnumbered"]

_TRIMMED = " \t.:：-–—()（）[]。．,،፡፤།"
_FEWEST = 6  # headings without numbers that make a run
_LONGEST = 6  # words of such a heading
_APART = 0.8  # share of the headings with text between them and the next
_STEM = 4  # first characters that headings of one word share
_FEW = 4  # words of a line between paragraphs that is a heading
_ALIKE = 0.8  # how much of two spellings of a word is the same


def find_unnumbered(segments: Sequence[BlockFeatures]) -> Mapping[int, NumberedHeading]:
    """Find headings that count in words, by the word that they share, else marked headings of one level."""
    return max(_share_a_word(segments), _share_a_level(segments), _alternate(segments), key=len)


def _share_a_word(segments: Sequence[BlockFeatures]) -> dict[int, NumberedHeading]:
    """Take the largest group of short lines with the same first or last word, or the same first characters."""
    groups: dict[tuple[str, str], list[BlockFeatures]] = defaultdict(list)
    for segment in segments:
        words = fold(segment.block.text.text[:200]).strip(_TRIMMED).split()
        if not _is_line(segment, len(words)):
            continue
        if len(words) > 1:
            groups["first", words[0]].append(segment)
            groups["last", words[-1].strip(_TRIMMED)].append(segment)
        elif len(words[0]) > _STEM:
            groups["stem", words[0][:_STEM]].append(segment)
    best = max(groups.values(), key=len, default=[])
    apart = sum(later.id - earlier.id > 1 for earlier, later in pairwise(best))
    if len(best) < _FEWEST or apart < _APART * (len(best) - 1):
        return {}
    return _make_heads(_add_misprinted(segments, best))


def _is_line(segment: BlockFeatures, words: int) -> bool:
    is_line = segment.block.kind is BlockKind.PARAGRAPH and segment.is_short(2 * _LONGEST)
    return 0 < words <= _LONGEST and not segment.block.depth and (segment.block.kind is BlockKind.HEADING or is_line)


def _add_misprinted(segments: Sequence[BlockFeatures], run: Sequence[BlockFeatures]) -> list[BlockFeatures]:
    """Take also the lines inside a run that have its word, or one that is nearly spelled so."""
    common = Counter(word for segment in run for word in set(segment.folded.split()))
    usual = {word for word, count in common.items() if count >= len(run) / 2}
    members = {segment.id for segment in run}
    inside = [segment for segment in segments if run[0].id <= segment.id <= run[-1].id]
    return [
        segment
        for segment in inside
        if segment.id in members
        or (
            _is_line(segment, count_words(segment.folded))
            and segment.is_open
            and _shares(segment.folded.split(), usual)
        )
    ]


def _shares(words: Sequence[str], usual: Iterable[str]) -> bool:
    """Return whether one of some words is one of the usual ones, or differs from it by a letter or two."""
    return any(
        SequenceMatcher(None, one, word, autojunk=False).quick_ratio() >= _ALIKE
        for one in usual
        for word in words
        if abs(len(word) - len(one)) <= 1 and len(one) > _STEM
    ) or not set(usual).isdisjoint(words)


def _alternate(segments: Sequence[BlockFeatures]) -> dict[int, NumberedHeading]:
    """Take lines of a few words without an end, each between a finished sentence and a paragraph of prose."""
    run = [
        segment
        for before, segment, after in zip(segments, segments[1:], segments[2:], strict=False)
        if segment.block.kind is BlockKind.PARAGRAPH
        and not segment.block.depth
        and segment.is_short(_FEW)
        and segment.end.isalnum()
        and (before.is_sentence or before.end in CLAUSE_ENDS)
        and after.is_sentence
        and not after.is_short(_FEW)
        and not (segment.stance or segment.action)
    ]
    if len(run) < _FEWEST or any(segment.heads for segment in run):
        return {}
    inside = [segment for segment in segments if run[0].id <= segment.id]
    lines = sum(segment.is_short(_FEW) and segment.end.isalnum() and not segment.block.depth for segment in inside)
    return {segment.id: NumberedHeading(label=None, end=0) for segment in run} if lines <= len(run) / _APART else {}


def _share_a_level(segments: Sequence[BlockFeatures]) -> dict[int, NumberedHeading]:
    """Take the marked headings of the commonest level; the first is the preamble's if most text is under it."""
    levels = Counter(segment.block.level for segment in segments if segment.block.kind is BlockKind.HEADING)
    level, count = max(levels.items(), key=lambda pair: pair[1], default=(0, 0))
    if count < _FEWEST:
        return {}
    heads = [
        segment for segment in segments if segment.block.kind is BlockKind.HEADING and segment.block.level == level
    ]
    sizes = [later.id - earlier.id - 1 for earlier, later in pairwise(heads)]
    if heads[0].heads or sizes[0] > 2 * median(sizes[1:]) + 1:
        heads = heads[1:]
    if min(sizes) < 1 or any(head.heads for head in heads):
        return {}
    return {segment.id: NumberedHeading(label=None, end=0) for segment in heads}


def _make_heads(run: Iterable[BlockFeatures]) -> dict[int, NumberedHeading]:
    return {
        segment.id: NumberedHeading(
            label=Label(segment.block.text.text, ordinal=number, style=LabelStyle.WORDS), end=len(segment.block.text)
        )
        for number, segment in enumerate(run, 1)
    }
