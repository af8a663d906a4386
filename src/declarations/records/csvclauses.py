"""A table with one row for each clause, for spreadsheets and data tools; it is not read back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from declarations.model import Clause, Declaration, Label
from declarations.records.tables import FACTS, Cell, join_values, write_table

__all__ = ["COLUMNS", "dump_all"]


@attrs.frozen
class Row:
    """A clause and where it stands."""

    number: int
    """Of the declaration, counted from 1."""
    facts: tuple[Cell, ...]
    """The cells of `FACTS`, made once for all clauses of a declaration."""
    address: str
    """As `Declaration.walk` gives it."""
    clause: Clause
    """The clause."""

    @property
    def parent(self) -> str:
        """The address of the clause that it is an item of, or nothing."""
        return self.address.rpartition(".items[")[0]

    @property
    def label(self) -> Label | None:
        """Its printed number."""
        return self.clause.label


def _fact(place: int) -> Callable[[Row], Cell]:
    return lambda row: row.facts[place]


COLUMNS: Mapping[str, Callable[[Row], Cell]] = {
    "declaration": lambda row: row.number,
    **{name: _fact(place) for place, name in enumerate(FACTS)},
    "address": lambda row: row.address,
    "parent": lambda row: row.parent,
    "part": lambda row: row.address.partition("[")[0],
    "depth": lambda row: row.address.count(".items["),
    "id": lambda row: row.clause.id,
    "label": lambda row: row.label.printed if row.label else None,
    "ordinal": lambda row: row.label.ordinal if row.label else None,
    "style": lambda row: row.label.style.value if row.label else None,
    "heading": lambda row: str(row.clause.heading or ""),
    "text": lambda row: join_values(row.clause.paragraphs),
    "tail": lambda row: join_values(row.clause.tail),
    "phrase": lambda row: row.clause.phrase,
    "stance": lambda row: row.clause.stance.value if row.clause.stance else None,
    "action": lambda row: row.clause.action.value if row.clause.action else None,
}
"""Names of the columns and what makes the cell. Items have rows of their own behind that of their clause."""


def dump_all(declarations: Iterable[Declaration]) -> Iterator[bytes]:
    """Write the names of the columns, then the rows of each declaration as soon as it comes.

    The order is that of the document. A declaration without clauses has no row. See `tables.write_table` for the
    encoding and for cells that look like formulas.
    """
    return write_table(COLUMNS, (_list_rows(*numbered) for numbered in enumerate(declarations, start=1)))


def _list_rows(number: int, declaration: Declaration) -> Iterator[Row]:
    facts = tuple(make(declaration) for make in FACTS.values())
    return (Row(number, facts, address, clause) for address, clause in declaration.walk())
