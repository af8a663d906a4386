"""A table with one row for each declaration, for spreadsheets and data tools; it is not read back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from declarations.model import Clause, Declaration, Note, Signatory
from declarations.model.metadata import METADATA, MetadataField
from declarations.records.tables import FACTS, Cell, join_values, write_table
from declarations.records.wording import list_words_of_all

__all__ = ["COLUMNS", "dump_all"]

_Row = tuple[int, Declaration]


def _join_clauses(clauses: Iterable[Clause]) -> str:
    return join_values(list_words_of_all(clauses))


def _join_signatories(signatories: Iterable[Signatory]) -> str:
    return join_values(f"{one.agent}, {one.capacity}" if one.capacity else one.agent for one in signatories)


def _join_notes(notes: Iterable[Note]) -> str:
    return join_values(" ".join([*([note.label] if note.label else []), *map(str, note.paragraphs)]) for note in notes)


def _hold(field: MetadataField) -> Callable[[Declaration], Cell]:
    """Make the maker of the cell of a field: its values as they print themselves."""
    return lambda one: join_values(field.list_values(one))


_CELLS: Mapping[str, Callable[[Declaration], Cell]] = {
    **FACTS,
    "subtitle": lambda one: one.subtitle,
    **{field.attribute: _hold(field) for field in METADATA if field.attribute not in FACTS},
    "media_type": lambda one: one.source.media_type if one.source else None,
    "context_count": lambda one: len(one.context),
    "resolution_count": lambda one: len(one.resolutions),
    "annex_count": lambda one: len(one.annexes),
    "signatory_count": lambda one: len(one.signatories),
    "note_count": lambda one: len(one.notes),
    "enacting": lambda one: str(one.enacting or ""),
    "context_heading": lambda one: str(one.context_heading or ""),
    "context": lambda one: _join_clauses(one.context),
    "formula": lambda one: str(one.formula or ""),
    "resolutions_heading": lambda one: str(one.resolutions_heading or ""),
    "resolutions": lambda one: _join_clauses(one.resolutions),
    "closing": lambda one: join_values(one.closing),
    "signatories": lambda one: _join_signatories(one.signatories),
    "notes": lambda one: _join_notes(one.notes),
    "annexes": lambda one: _join_clauses(one.annexes),
}


def _on_declaration(make: Callable[[Declaration], Cell]) -> Callable[[_Row], Cell]:
    return lambda row: make(row[1])


COLUMNS: Mapping[str, Callable[[_Row], Cell]] = {
    "declaration": lambda row: row[0],
    **{name: _on_declaration(make) for name, make in _CELLS.items()},
}
"""Names of the columns and what makes the cell; `declaration` counts from 1, as in `csvclauses`."""


def dump_all(declarations: Iterable[Declaration]) -> Iterator[bytes]:
    """Write the names of the columns, then one row for each declaration as soon as it comes.

    Of a cell that holds several values, each stands on its own line. See `tables.write_table` for the encoding and
    for cells that look like formulas.
    """
    return write_table(COLUMNS, ([row] for row in enumerate(declarations, start=1)))
