"""Headings of resolutions that print no number: in words of an unknown language, or by their level alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from statistics import median

import attrs

from declarations.blocks import BlockKind
from declarations.language.phrases import fold
from declarations.model import Label, LabelStyle
from declarations.recognition.features.blockfeatures import Sight
from declarations.scripts import CLAUSE_ENDS, count_words

__all__ = ["RunHead", "find_unnumbered_runs"]

_TRIMMED = " \t.:：-–—()（）[]。．,،፡፤།"
_FEWEST = 6  # headings without numbers that make a run
_LONGEST = 6  # words of such a heading
_APART = 0.8  # share of the headings with text between them and the next
_STEM = 4  # first characters that headings of one word share
_FEW = 4  # words of a line between paragraphs that is a heading
_ALIKE = 0.8  # how much of two spellings of a word is the same


@attrs.frozen(kw_only=True)
class RunHead:
    """One heading of a run."""

    label: Label | None
    """Its printed number with the word for it; None for a heading that is only words."""
    is_section: bool = False
    """Whether only a number or a letter counts it, as `II` or `A.`, and it stands over clauses of their own."""
    end: int
    """Where the words of the heading begin after the label; the length of the text if it has none."""


def find_unnumbered_runs(sights: Sequence[Sight]) -> Mapping[int, RunHead]:
    """Find headings that count in words, by the word that they share, else marked headings of one level."""
    return max(_share_a_word(sights), _share_a_level(sights), _alternate(sights), key=len)


def _share_a_word(sights: Sequence[Sight]) -> dict[int, RunHead]:
    """Take the largest group of short lines with the same first or last word, or the same first characters."""
    groups: dict[tuple[str, str], list[Sight]] = defaultdict(list)
    for sight in sights:
        words = fold(sight.block.text.text[:200]).strip(_TRIMMED).split()
        if not _is_line(sight, len(words)):
            continue
        if len(words) > 1:
            groups["first", words[0]].append(sight)
            groups["last", words[-1].strip(_TRIMMED)].append(sight)
        elif len(words[0]) > _STEM:
            groups["stem", words[0][:_STEM]].append(sight)
    best = max(groups.values(), key=len, default=[])
    apart = sum(later.index - earlier.index > 1 for earlier, later in pairwise(best))
    if len(best) < _FEWEST or apart < _APART * (len(best) - 1):
        return {}
    return _make_heads(_add_misprinted(sights, best))


def _is_line(sight: Sight, words: int) -> bool:
    is_line = sight.block.kind is BlockKind.PARAGRAPH and sight.is_short(2 * _LONGEST)
    return 0 < words <= _LONGEST and not sight.block.depth and (sight.block.kind is BlockKind.HEADING or is_line)


def _add_misprinted(sights: Sequence[Sight], run: Sequence[Sight]) -> list[Sight]:
    """Take also the lines inside a run that have its word, or one that is nearly spelled so."""
    common = Counter(word for sight in run for word in set(sight.folded.split()))
    usual = {word for word, count in common.items() if count >= len(run) / 2}
    members = {sight.index for sight in run}
    inside = [sight for sight in sights if run[0].index <= sight.index <= run[-1].index]
    return [
        sight
        for sight in inside
        if sight.index in members
        or (_is_line(sight, count_words(sight.folded)) and sight.is_open and _shares(sight.folded.split(), usual))
    ]


def _shares(words: Sequence[str], usual: Iterable[str]) -> bool:
    """Whether one of some words is one of the usual ones, or differs from it by a letter or two."""
    return any(
        SequenceMatcher(None, one, word, autojunk=False).quick_ratio() >= _ALIKE
        for one in usual
        for word in words
        if abs(len(word) - len(one)) <= 1 and len(one) > _STEM
    ) or not set(usual).isdisjoint(words)


def _alternate(sights: Sequence[Sight]) -> dict[int, RunHead]:
    """Take lines of a few words without an end, each between a finished sentence and a paragraph of prose."""
    run = [
        sight
        for before, sight, after in zip(sights, sights[1:], sights[2:], strict=False)
        if sight.block.kind is BlockKind.PARAGRAPH
        and not sight.block.depth
        and sight.is_short(_FEW)
        and sight.end.isalnum()
        and (before.is_sentence or before.end in CLAUSE_ENDS)
        and after.is_sentence
        and not after.is_short(_FEW)
        and not (sight.stance or sight.action)
    ]
    if len(run) < _FEWEST or any(sight.heads for sight in run):
        return {}
    inside = [sight for sight in sights if run[0].index <= sight.index]
    lines = sum(sight.is_short(_FEW) and sight.end.isalnum() and not sight.block.depth for sight in inside)
    return {sight.index: RunHead(label=None, end=0) for sight in run} if lines <= len(run) / _APART else {}


def _share_a_level(sights: Sequence[Sight]) -> dict[int, RunHead]:
    """Take the marked headings of the commonest level; the first is the preamble's if most text is under it."""
    levels = Counter(sight.block.level for sight in sights if sight.block.kind is BlockKind.HEADING)
    level, count = max(levels.items(), key=lambda pair: pair[1], default=(0, 0))
    if count < _FEWEST:
        return {}
    heads = [sight for sight in sights if sight.block.kind is BlockKind.HEADING and sight.block.level == level]
    sizes = [later.index - earlier.index - 1 for earlier, later in pairwise(heads)]
    if heads[0].heads or sizes[0] > 2 * median(sizes[1:]) + 1:
        heads = heads[1:]
    if min(sizes) < 1 or any(head.heads for head in heads):
        return {}
    return {sight.index: RunHead(label=None, end=0) for sight in heads}


def _make_heads(run: Iterable[Sight]) -> dict[int, RunHead]:
    return {
        sight.index: RunHead(
            label=Label(sight.block.text.text, ordinal=number, style=LabelStyle.WORDS), end=len(sight.block.text)
        )
        for number, sight in enumerate(run, 1)
    }
