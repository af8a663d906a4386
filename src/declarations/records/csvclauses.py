"""A table with one row for each clause, for spreadsheets and data tools; it is not read back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from declarations.model import Clause, Declaration, Label
from declarations.model.places import Place, list_places
from declarations.records.tables import FACTS, Cell, join_values, write_table

__all__ = ["COLUMNS", "dump_all"]

_DEEPEST = 50  # levels with addresses: each repeats those of all clauses around it


@attrs.frozen
class Row:
    """A clause and where it stands."""

    number: int
    """Of the declaration, counted from 1."""
    facts: tuple[Cell, ...]
    """The cells of `FACTS`, made once for all clauses of a declaration."""
    place: Place
    """Where it stands, and the clause."""

    @property
    def clause(self) -> Clause:
        """The clause."""
        return self.place.clause

    @property
    def label(self) -> Label | None:
        """Its printed number."""
        return self.clause.label


def _fact(place: int) -> Callable[[Row], Cell]:
    return lambda row: row.facts[place]


COLUMNS: Mapping[str, Callable[[Row], Cell]] = {
    "declaration": lambda row: row.number,
    **{name: _fact(place) for place, name in enumerate(FACTS)},
    "clause": lambda row: row.place.number + 1,
    "parent": lambda row: row.place.parent.number + 1 if row.place.parent else None,
    "address": lambda row: row.place.address if row.place.depth < _DEEPEST else None,
    "part": lambda row: row.place.part,
    "depth": lambda row: row.place.depth,
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
"""Names of the columns and what makes the cell. Items have rows of their own after that of their clause."""


def dump_all(declarations: Iterable[Declaration]) -> Iterator[bytes]:
    """Write the names of the columns, then the rows of each declaration as soon as it comes.

    The order is that of the document. A declaration without clauses has no row. See `tables.write_table` for the
    encoding and for cells that look like formulas.
    """
    return write_table(COLUMNS, (_list_rows(*numbered) for numbered in enumerate(declarations, start=1)))


def _list_rows(number: int, declaration: Declaration) -> Iterator[Row]:
    facts = tuple(make(declaration) for make in FACTS.values())
    return (Row(number, facts, place) for place in list_places(declaration))
