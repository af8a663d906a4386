"""Headings that count: `Article 1`, `第二条`, `2. artikla`, found by their shape in any language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from declarations.blocks import BlockKind
from declarations.language.labels import read_counts
from declarations.language.lexicon import Lexicon, fold
from declarations.model import Label, LabelStyle
from declarations.recognition.sight import Sight

__all__ = ["RunHead", "find_runs"]

_NUMBER = re.compile(r"\d{1,4}|(?<!\w)[IVXLC]{1,7}(?!\w)|[〇一二三四五六七八九十百]{1,5}|[፩-፼]{1,3}")
_LETTERS = re.compile(r"[^\W\d_]")
_TRIMMED = " \t.:：-–—()（）[]。．,،፡፤"
_LONGEST = 12  # words of a heading that is not marked as one
_FEWEST = 3  # members of a run of unmarked headings


@attrs.frozen(kw_only=True)
class RunHead:
    """One heading of a run."""

    label: Label
    """Its printed number with the word for it."""
    end: int
    """Where the words of the heading begin after the label; the length of the text if it has none."""


def find_runs(sights: Sequence[Sight], lexicons: Sequence[Lexicon]) -> Mapping[int, RunHead]:
    """Find headings that count on from one to the next; index in the page to what they print."""
    groups: dict[tuple[str, str], list[tuple[Sight, re.Match[str], int]]] = defaultdict(list)
    for sight in sights:
        text = sight.block.text.text
        is_heading = sight.block.kind is BlockKind.HEADING
        if sight.block.kind is not BlockKind.PARAGRAPH and not is_heading:
            continue
        found = _NUMBER.search(text[:80])
        if not found or sight.block.depth or not (is_heading or sight.is_short(_LONGEST)):
            continue
        counts = read_counts(found[0])
        frame = _frame(text, found)
        if counts and frame:
            groups[frame].append((sight, found, counts[0][1]))
    heads: dict[int, RunHead] = {}
    for (before, _), members in groups.items():
        if _is_run(members):
            heads |= {sight.index: _head(sight, found) for sight, found, _ in members}
            heads |= _first_in_words(sights, members, before, lexicons)
    return heads or _runs_in_words(sights)


def _frame(text: str, found: re.Match[str]) -> tuple[str, str] | None:
    """Give the word around a number; a number without a word next to it is an enumerator, no heading."""
    before = fold(text[: found.start()]).strip(_TRIMMED)
    if before:
        return (before, "") if len(before.split()) <= 3 else None
    after = fold(text[found.end() :]).strip(_TRIMMED).split()
    is_word = after and _LETTERS.search(after[0])
    return ("", after[-1]) if is_word and len(after) <= 4 else None


def _is_run(members: list[tuple[Sight, re.Match[str], int]]) -> bool:
    """A run counts up by one nearly always, and is long enough or made of marked headings."""
    marked = all(sight.block.kind is BlockKind.HEADING for sight, _, _ in members)
    steps = [later[2] - earlier[2] for earlier, later in zip(members, members[1:], strict=False)]
    return len(members) >= (2 if marked else _FEWEST) and sum(step == 1 for step in steps) >= 0.7 * len(steps)


def _head(sight: Sight, found: re.Match[str]) -> RunHead:
    text = sight.block.text.text
    end = found.end()
    if found.start() == 0 or not text[: found.start()].strip(_TRIMMED):  # the word stands after the number
        end = len(text)
    elif text[found.start() - 1].isalnum() and end < len(text) and text[end].isalnum():  # 第二条
        end += 1
    while end < len(text) and not text[end].isalnum():
        end += 1
    style, ordinal = read_counts(found[0])[0] if not found[0].isupper() else read_counts(found[0])[-1]
    return RunHead(label=Label(text[:end].strip(), ordinal=ordinal, style=style), end=end)


def _first_in_words(
    sights: Sequence[Sight],
    members: list[tuple[Sight, re.Match[str], int]],
    before: str,
    lexicons: Sequence[Lexicon],
) -> dict[int, RunHead]:
    """`Article premier` before `Article 2`: the same word, no digit, the number in a word."""
    first, _, ordinal = members[0]
    if ordinal != 2 or not before:
        return {}
    for sight in reversed([one for one in sights if one.index < first.index]):
        text = sight.block.text.text
        folded = fold(text)
        if folded.startswith(before) and sight.is_short(6) and sight.block.kind is first.block.kind:
            words = folded[len(before) :].split()
            known = any(word.strip(_TRIMMED) in lexicon.ordinals for word in words for lexicon in lexicons)
            if known or len(words) == 1:
                return {sight.index: RunHead(label=Label(text, ordinal=1, style=LabelStyle.WORDS), end=len(text))}
    return {}


def _runs_in_words(sights: Sequence[Sight]) -> dict[int, RunHead]:
    """Headings that count in words of an unknown language share their first or last word."""
    groups: dict[tuple[str, str], list[Sight]] = defaultdict(list)
    for sight in sights:
        words = fold(sight.block.text.text).strip(_TRIMMED).split()
        is_heading = sight.block.kind is BlockKind.HEADING
        if not sight.block.depth and (is_heading or (sight.is_short(6) and sight.block.kind is BlockKind.PARAGRAPH)):
            if len(words) > 1:
                groups["first", words[0]].append(sight)
                groups["last", words[-1].strip(_TRIMMED)].append(sight)
    best = max(groups.values(), key=len, default=[])
    apart = sum(later.index - earlier.index > 1 for earlier, later in zip(best, best[1:], strict=False))
    if len(best) < 2 * _FEWEST or apart < 0.8 * (len(best) - 1):
        return {}
    return {
        sight.index: RunHead(
            label=Label(sight.block.text.text, ordinal=number, style=LabelStyle.WORDS), end=len(sight.block.text)
        )
        for number, sight in enumerate(best, 1)
    }
