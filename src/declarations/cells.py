"""Texts that are tables, cut into their cells."""

from __future__ import annotations

import re
from bisect import bisect_left

from declarations.text import Mark, MarkKind, Text

__all__ = ["split_cells"]

_BORDER = re.compile("[\t\n]")


def split_cells(text: Text) -> list[list[Text]] | None:
    """Return the rows of a table as lists of cells with their marks.

    None for a text that is no table from its beginning to its end, and for one in which another mark reaches over
    the border of a cell. A note at a border belongs to the cell before it.
    """
    if not (text.text and text.marks) or Mark(0, len(text), MarkKind.TABLE) not in text.marks:
        return None
    borders = [found.start() for found in _BORDER.finditer(text.text)]
    starts = [0, *(border + 1 for border in borders)]
    marks: list[list[Mark]] = [[] for _ in starts]
    for mark in text.marks:
        if mark.kind is MarkKind.TABLE:
            continue
        cell = bisect_left(borders, mark.start)
        if cell != bisect_left(borders, mark.end):
            return None
        marks[cell].append(Mark(mark.start - starts[cell], mark.end - starts[cell], mark.kind, mark.target))
    held = iter(marks)
    return [[Text(words, next(held)) for words in row.split("\t")] for row in text.text.split("\n")]
