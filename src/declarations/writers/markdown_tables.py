"""Texts that are tables as pipe tables (GitHub Flavored Markdown, 4.10); the first row is the head."""

from __future__ import annotations

from collections.abc import Collection

from declarations.cells import split_cells
from declarations.text import Text
from declarations.writers.markdown_inline import write_line

__all__ = ["write_table"]


def write_table(text: Text, notes: Collection[str] = ()) -> str | None:
    """Write a text as a table; None for one that is none, or not all, or whose rows are not equally long."""
    rows = split_cells(text)
    if rows is None or len({len(row) for row in rows}) > 1:
        return None
    head, *body = (f"| {' | '.join(write_line(cell, notes, is_cell=True) for cell in row)} |" for row in rows)
    return "\n".join((head, "|" + " --- |" * len(rows[0]), *body))
