"""Which lines of a paragraph only wrap, and which end on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from declarations.readers.inline import fold
from declarations.scripts import IDEOGRAPHIC, LINE_SIGN, is_joined, measure_width

__all__ = ["join_lines", "measure_column", "split_runs"]

_WIDEST = 130  # longer lines are paragraphs that nobody wrapped
_NARROWEST = 40
_FULL = 0.8  # of the widest line that a line fills if the next word did not fit
_SHORT_RUN = 60
_SENTENCE_END = ".!?…。！？।॥؟۔።။៖។:;：；"
_CLOSING = "\"'”’»)]）」』"
_KEY = re.compile(r"[^\W\d_][^:：,;!?，；。！？\n]{0,30}(?::\s|：(?=.))")
_has_ideographs = re.compile(f"[{IDEOGRAPHIC}]").search
_DEEPEST_HANG = 8  # columns by which lines that go on stand further in than those that begin


def ends_sentence(line: str) -> bool:
    """Return whether a line ends with the end of a sentence."""
    return line.rstrip(_CLOSING)[-1:] in _SENTENCE_END if line.rstrip(_CLOSING) else True


def join_lines(lines: Sequence[str]) -> str:
    """Put wrapped lines together; no space between characters of scripts that write none."""
    parts: list[str] = []
    for line in lines:
        if parts and not (parts[-1].endswith("\u00ad") or is_joined(parts[-1], line)):
            parts.append(" ")
        parts.append(line)
    return fold("".join(parts)).strip()


def measure_column(lines: Iterable[tuple[int, str]]) -> int:
    """Return the width that most lines of a text keep within: three of four lines that hold several words.

    A line comes with its indentation.
    """
    widths = sorted(indent + measure_width(line) for indent, line in lines if " " in line)
    return widths[len(widths) * 3 // 4] if widths else 0


def split_runs(lines: Sequence[str], *, column: int = 0, indents: Sequence[int] = ()) -> list[list[str]]:
    """Split the lines of a paragraph into the paragraphs they really are.

    Wrapped lines make one run; a line that ends well before the `column` of its text is not wrapped. Short lines
    that each end on purpose (an address, a verse, names) stay together, with their line ends. `indents` are the
    columns before the lines; where full lines are followed by lines that stand further in, only those go on.
    Where lines begin with `LINE_SIGN`, only they are lines of their own.
    """
    if any(line.startswith(LINE_SIGN) for line in lines[1:]):
        return [_join_signed(lines)]
    indents = indents or [0] * len(lines)
    widths = [indent + measure_width(line) for indent, line in zip(indents, lines, strict=True)]
    own = max((width for width, line in zip(widths, lines, strict=True) if not _is_word(line)), default=0)
    measure = _Measure(own, max(own, column), column or own)
    steps = [*zip(lines, lines[1:], widths, indents[1:], strict=False)]
    if _is_hanging(
        indents, [_is_full(one, two, measure, width=width, indent=inner) for one, two, width, inner in steps]
    ):
        wraps = [indent > indents[0] for indent in indents[1:]]
    else:
        wraps = [_wraps(one, two, measure, width=width, indent=inner) for one, two, width, inner in steps]
    joined: list[list[str]] = [[lines[0]]]
    for line, goes_on in zip(lines[1:], wraps, strict=True):
        if goes_on:
            joined[-1].append(line)
        else:
            joined.append([line])
    return _gather_short(joined)


def _join_signed(lines: Sequence[str]) -> list[str]:
    """Put lines together that say themselves where a new one begins."""
    starts = [place for place, line in enumerate(lines) if not place or line.startswith(LINE_SIGN)]
    return [
        join_lines([lines[start].removeprefix(LINE_SIGN), *lines[start + 1 : end]])
        for start, end in pairwise([*starts, len(lines)])
    ]


def _gather_short(joined: Sequence[Sequence[str]]) -> list[list[str]]:
    """Put short lines that follow each other into one run."""
    runs: list[list[str]] = []
    was_short = False
    for run in joined:
        if any("\t" in line for line in run):  # the cells of a row
            runs.append(list(run))
            was_short = False
            continue
        text = join_lines(run)
        is_short = len(run) == 1 and len(text) < _SHORT_RUN
        if is_short and was_short:
            runs[-1].append(text)
        else:
            runs.append([text])
        was_short = is_short
    return runs


def _is_word(line: str) -> bool:
    """Return whether a line is one long word, such as an address, which no width can hold."""
    return len(line) > _WIDEST and " " not in line.strip() and not _has_ideographs(line)


def _is_hanging(indents: Sequence[int], fulls: Sequence[bool]) -> bool:
    """Return whether some lines stand further in, all by the same columns, and each after a full line."""
    further = {indent for indent in indents if indent != indents[0]}
    if len(further) != 1 or not 0 < further.pop() - indents[0] <= _DEEPEST_HANG:
        return False
    return all(full for full, indent in zip(fulls, indents[1:], strict=True) if indent > indents[0])


class _Measure(NamedTuple):
    """How wide a paragraph is."""

    own: int
    """Its widest line that is no long word."""
    widest: int
    """The same, or the width of the whole text if that is more."""
    column: int
    """The width of the whole text, if it is known."""


def _wraps(before: str, after: str, measure: _Measure, *, width: int, indent: int) -> bool:
    """Return whether a line of this width is full, so that the next one, which stands further in, goes on with it."""
    widest = measure.widest
    if "\t" in before or "\t" in after or measure.own > _WIDEST:
        return False
    if before.endswith("\u00ad"):
        return True
    if _KEY.match(after) and (_KEY.match(before) or width < _NARROWEST):
        return False
    goes_on = after[0].islower() and not ends_sentence(before)
    if widest < _NARROWEST:
        return goes_on and not before.endswith(",")
    return goes_on or _is_full(before, after, measure, width=width, indent=indent)


def _is_full(before: str, after: str, measure: _Measure, *, width: int, indent: int) -> bool:
    """Return whether the first word of the next line had no room on a line."""
    if "\t" in before:  # a row ends where it ends
        return False
    widest = measure.widest
    word = 1 if is_joined(before, after) else measure_width(after.split(None, 1)[0])
    has_no_room = width + 1 + word > measure.column and (indent + word > widest or "://" not in after)
    return has_no_room or (width + 1 + word > _FULL * widest and width >= _FULL / 2 * widest)
