"""Which lines of a paragraph only wrap, which end on purpose, and which paragraphs a page break cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from declarations.readers.inline import fold
from declarations.scripts import is_joined, measure_width

__all__ = ["is_cut", "join_lines", "measure_column", "split_runs"]

_WIDEST = 130  # longer lines are paragraphs that nobody wrapped
_NARROWEST = 40
_FULL = 0.8  # of the widest line that a line fills if the next word did not fit
_SHORT_RUN = 60
_SENTENCE_END = ".!?…。！？।॥؟۔።။៖។:;：；"
_CLOSING = "\"'”’»)]）」』"
_WIDE = re.compile("[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]")
_KEY = re.compile(r"[^\W\d_][\w .'-]{0,30}:\s")
_INNER_END = re.compile(r"[^\W\d_]{2}[.!?][\"”’)]? +[^\W\d_]")
_LEAST_CUT = 60  # characters of the first half
_LEAST_CUT_LINE = 120  # the same, if it is one line that may be a heading


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends with the end of a sentence."""
    return line.rstrip(_CLOSING)[-1:] in _SENTENCE_END if line.rstrip(_CLOSING) else True


def join_lines(lines: Sequence[str]) -> str:
    """Put wrapped lines together; no space between characters of scripts that write none."""
    parts: list[str] = []
    for line in lines:
        if parts and not (parts[-1].endswith("\u00ad") or is_joined(parts[-1], line)):
            parts.append(" ")
        parts.append(line)
    return fold("".join(parts)).strip()


def measure_column(lines: Iterable[str]) -> int:
    """Give the width that most lines of a text keep within: three of four lines that hold several words."""
    widths = sorted(_width(line) for line in lines if " " in line)
    return widths[len(widths) * 3 // 4] if widths else 0


def split_runs(lines: Sequence[str], *, column: int = 0) -> list[list[str]]:
    """Split the lines of a paragraph into the paragraphs they really are.

    Wrapped lines make one run; a line that ends well before the `column` of its text is not wrapped. Short lines
    that each end on purpose (an address, a verse, names) stay together, with their line ends.
    """
    own = max(map(_width, lines))
    widest = max(own, column)
    joined: list[list[str]] = [[lines[0]]]
    for before, after in pairwise(lines):
        if _wraps(before, after, widest, own):
            joined[-1].append(after)
        else:
            joined.append([after])
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


def _width(line: str) -> int:
    """Count columns; characters of East Asian scripts take two."""
    return len(line) if line.isascii() else len(line) + len(_WIDE.findall(line))


def _wraps(before: str, after: str, widest: int, own: int) -> bool:
    if "\t" in before or "\t" in after or own > _WIDEST:
        return False
    if before.endswith("\u00ad"):
        return True
    if _KEY.match(after) and (_KEY.match(before) or len(before) < _NARROWEST):
        return False
    goes_on = after[0].islower() and not ends_sentence(before)
    if widest < _NARROWEST:
        return goes_on and not before.endswith(",")
    word = 1 if is_joined(before, after) else _width(after.split(None, 1)[0])
    width = _width(before)
    is_full = width + 1 + word > _FULL * widest and width >= _FULL / 2 * widest
    return goes_on or is_full


def is_cut(first: str, second: str, *, is_page_break: bool = False) -> bool:
    """Tell whether two paragraphs are the halves of one sentence.

    The first must be prose that begins with a capital letter or has a sentence behind it, is long, and
    ends in a letter or digit; the second must go on in lower case and end a sentence. Clauses that begin
    in lower case one after another, as in resolutions, are no halves of anything. `is_page_break` says
    that the end of a page stands between them; elsewhere a line without a sentence in it must be longer.
    """
    if len(first) < _LEAST_CUT or not first[-1].isalnum() or not second[0].islower():
        return False
    has_sentence = _INNER_END.search(first) is not None
    if not has_sentence and (not first[0].isupper() or (len(first) < _LEAST_CUT_LINE and not is_page_break)):
        return False
    return second[-1] in ".!?…" or _INNER_END.search(second) is not None
