"""Tables are cut into cells with all their marks, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations.cells import split_cells
from declarations.text import Mark, MarkKind, Text

ROWS = st.lists(st.lists(st.text("ab ", max_size=3), min_size=1, max_size=3), min_size=1, max_size=4)


@given(ROWS)
def test_cells_are_the_words_between_borders(rows: list[list[str]]) -> None:
    """Joined with tabs and line feeds, the cells are the text again, whatever their number."""
    words = "\n".join(map("\t".join, rows))
    cells = split_cells(Text(words, [Mark(0, len(words), MarkKind.TABLE)] if words else []))
    assert cells == ([[Text(cell) for cell in row] for row in rows] if words else None)


def test_marks_stay_with_their_cells() -> None:
    """A mark is counted from the beginning of its cell; a note at a border belongs to the cell before it."""
    marks = [Mark(0, 7, MarkKind.TABLE), Mark(3, 5, MarkKind.STRONG), Mark(5, 5, MarkKind.NOTE, "n1")]
    assert split_cells(Text("ab\tcd\ne", marks)) == [
        [Text("ab"), Text("cd", [Mark(0, 2, MarkKind.STRONG), Mark(2, 2, MarkKind.NOTE, "n1")])],
        [Text("e")],
    ]


@pytest.mark.parametrize(
    "text",
    [
        Text(),
        Text("a\tb"),
        Text("", [Mark(0, 0, MarkKind.NOTE, "n1")]),
        Text("a\tb c", [Mark(0, 3, MarkKind.TABLE)]),
        Text("a\tb", [Mark(0, 3, MarkKind.TABLE), Mark(0, 3, MarkKind.STRONG)]),
        Text("a\nb", [Mark(0, 3, MarkKind.TABLE), Mark(1, 3, MarkKind.EMPHASIS)]),
    ],
)
def test_what_is_no_table(text: Text) -> None:
    """Words beside a table, and marks over the border of a cell, make a text that is no table."""
    assert split_cells(text) is None
