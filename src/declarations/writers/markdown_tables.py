"""Texts that are tables as pipe tables (GitHub Flavored Markdown, 4.10); the first row is the head."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from declarations.text import Mark, MarkKind, Text
from declarations.writers.markdown_inline import write_line

__all__ = ["write_table"]

_BORDER = re.compile(r"[\t\n]")


def write_table(text: Text, notes: Collection[str] = ()) -> str | None:
    """Write a text as a table; None for one that is none, or not all, or whose rows are not equally long."""
    whole = Mark(0, len(text), MarkKind.TABLE) if text.text else None
    if whole not in text.marks:
        return None
    rows = [row.count("\t") + 1 for row in text.text.split("\n")]
    words = Text(text.text, [mark for mark in text.marks if mark is not whole and mark != whole])
    if len(set(rows)) > 1 or _crosses(words):
        return None
    lines: list[str] = []
    row: list[str] = []
    for cell in _cut(words):
        row.append(write_line(cell, notes, is_cell=True))
        if len(row) == rows[0]:
            lines.append(f"| {' | '.join(row)} |")
            row = []
    lines.insert(1, "|" + " --- |" * rows[0])
    return "\n".join(lines)


def _crosses(text: Text) -> bool:
    """Tell whether a mark reaches over the border of a cell."""
    return any(_BORDER.search(text.text, mark.start, mark.end) for mark in text.marks)


def _cut(text: Text) -> Iterator[Text]:
    """Give the cells in order; every mark stands in one of them."""
    marks = list(text.marks)[::-1]
    start = 0
    for words in _BORDER.split(text.text):
        end = start + len(words)
        inside: list[Mark] = []
        while marks and marks[-1].start <= end:
            mark = marks.pop()
            inside.append(Mark(mark.start - start, mark.end - start, mark.kind, mark.target))
        yield Text(words, inside)
        start = end + 1
