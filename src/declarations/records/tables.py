"""What the tables of records share: rows as CSV for spreadsheets (RFC 4180), and cells that are no formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias, TypeVar

from declarations.model import Declaration

__all__ = ["FACTS", "Cell", "join_values", "write_table"]

T = TypeVar("T")
Cell: TypeAlias = str | int | None
"""What a cell holds: words, a number that was counted, or nothing."""

_BOM = "\ufeff"  # spreadsheets take a file without it for one in the code page of the computer
# What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"), and the apostrophe itself, so
# that taking one apostrophe off always gives back the words.
_FORMULA = tuple("=+-@\t\r\n'＝＋－＠")


def join_values(values: Iterable[object]) -> str:
    """Put several values into one cell, each on its own line."""
    return "\n".join(map(str, values))


FACTS: Mapping[str, Callable[[Declaration], Cell]] = {
    "kind": lambda declaration: declaration.kind.value,
    "title": lambda declaration: declaration.title,
    "identifiers": lambda declaration: join_values(
        f"{one.scheme or ''} {one}".strip() for one in declaration.identifiers
    ),
    "issuers": lambda declaration: join_values(declaration.issuers),
    "date": lambda declaration: str(declaration.date or ""),
    "dates": lambda declaration: join_values(f"{dated.role} {dated.date}" for dated in declaration.dates),
    "language": lambda declaration: declaration.language,
}
"""The columns that say which declaration a row is about: names and what makes the cell."""


def write_table(columns: Mapping[str, Callable[[T], Cell]], groups: Iterable[Iterable[T]]) -> Iterator[bytes]:
    """Write a table in UTF-8 with a byte order mark: the names of the columns, then a piece for each group of rows.

    Words that a spreadsheet would take for a formula get an apostrophe in front, and so do words that begin
    with one.
    """
    yield (_BOM + _format([columns])).encode()
    for rows in groups:
        if piece := _format([_guard(make(row)) for make in columns.values()] for row in rows):
            yield piece.encode()


def _guard(cell: Cell) -> str | int:
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _format(rows: Iterable[Iterable[str | int]]) -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue()
