"""Going through a record so that nothing in it is passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import msgspec

from declarations.errors import SchemaError
from declarations.findings import Finding, FindingCode, Position
from declarations.records.yaml import Table
from declarations.validation import quote

__all__ = ["Cursor"]

_PLACELESS = "a declaration has no place for it"


@attrs.define
class Cursor:
    """A mapping of a record, which remembers what was taken out of it; `finish` reports the rest."""

    table: Table
    """The mapping."""
    findings: list[Finding]
    """Where to report; shared by all cursors of a record."""
    path: str = ""
    """The address of the mapping in the record."""
    known: frozenset[str] | None = None
    """If given, the only keys that are reported when they are left; others are passed over."""
    taken: set[str] = attrs.field(init=False, factory=set)

    def take(self, key: str) -> str | None:
        """Return a string, or None if there is none or a blank one; raise `SchemaError` for anything else."""
        value = self._take(key)
        if value is not None and not isinstance(value, str):
            raise self.refuse(key, "a string")
        return value if value and not value.isspace() else None

    def take_strings(self, key: str) -> list[str]:
        """Return a list of strings without the blank ones; raise `SchemaError` for anything else."""
        values = self._take_list(key)
        if not all(isinstance(value, str) for value in values):
            raise self.refuse(key, "a list of strings")
        return [value for value in values if value.strip()]

    def enter(self, key: str) -> Cursor | None:
        """Return a mapping, or None if there is none; raise `SchemaError` for anything else."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, Table):
            raise self.refuse(key, "a mapping")
        return self._to(value, self.locate(key))

    def enter_all(self, key: str) -> Iterator[Cursor]:
        """Go through a list of mappings; each is finished when the next is asked for. Raises `SchemaError`."""
        for place, value in enumerate(self._take_list(key)):
            if not isinstance(value, Table):
                raise self.refuse(key, "a list of mappings")
            inside = self._to(value, f"{self.locate(key)}[{place}]")
            yield inside
            inside.finish()

    def finish(self) -> None:
        """Report everything that was not taken."""
        for key in self.table:
            if key not in self.taken and (self.known is None or key in self.known):
                self.report(key)

    def report(self, key: str, why: str = _PLACELESS) -> None:
        """Report something that is not understood, with all that it holds; what is blank says nothing."""
        self.taken.add(key)
        value = self.table.get(key)
        if value not in (None, "", [], {}):
            self._report(f"{key} is not kept: {why}", value, self.position(key))

    def report_all(self) -> None:
        """Report the whole mapping."""
        self.taken.update(self.table)
        what = self.path.rpartition(".")[2].partition("[")[0]
        self._report(f"one of {what} is not kept: {_PLACELESS}", self.table, self.position())

    def _report(self, message: str, value: Any, position: Position) -> None:
        excerpt = value if isinstance(value, str) else msgspec.json.encode(value).decode()
        self.findings.append(Finding(FindingCode.NOT_UNDERSTOOD, message, position=position, excerpt=excerpt))

    def refuse(self, key: str, expected: str) -> SchemaError:
        """Make the error for a value of another type."""
        message = f"{key} must be {expected}, not {quote(self.table.get(key))}"
        return SchemaError(message, position=self.position(key), hint="see the schema of edoxen")

    def locate(self, key: str) -> str:
        """Return the address of a value."""
        return f"{self.path}.{key}".lstrip(".")

    def position(self, key: str | None = None) -> Position:
        """Return where a value stands, or the mapping itself."""
        lines = self.table.lines
        line = lines.get(key) if key else next(iter(lines.values()), None)
        return Position(line=line, path=self.locate(key) if key else self.path or None)

    def _to(self, table: Table, path: str) -> Cursor:
        return Cursor(table, self.findings, path, self.known)

    def _take(self, key: str) -> Any:
        self.taken.add(key)
        return self.table.get(key)

    def _take_list(self, key: str) -> list[Any]:
        value = self._take(key)
        if value is not None and not isinstance(value, list):
            raise self.refuse(key, "a list")
        return value or []
