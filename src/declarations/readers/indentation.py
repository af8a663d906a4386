"""What the indentation of a plain text tells of its lists."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from declarations.numerals import Enumerator
from declarations.readers.lines import Line

__all__ = ["hangs", "nests"]


def hangs(lines: Sequence[Line], found: Sequence[Enumerator | None]) -> bool:
    """Return whether the items of a text are printed with their further lines under their words."""
    further = [
        after.indent - line.indent
        for line, after in pairwise(lines)
        if found[line.place] and after.text and not found[after.place] and not after.is_page_start
    ]
    return bool(further) and min(further) > 1


def nests(lines: Sequence[Line], found: Sequence[Enumerator | None]) -> bool:
    """Return whether some items of a text stand further in than the ones before them."""
    indents = [line.indent for line in lines if found[line.place]]
    return any(after > before + 1 for before, after in pairwise(indents))
