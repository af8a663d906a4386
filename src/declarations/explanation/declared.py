"""The facts about a declaration as the code has them: names of fields and members, dates in EDTF."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from declarations.model import Dated, Declaration, Identifier, Signatory, Vote
from declarations.model.metadata import METADATA

__all__ = ["Fact", "describe_signatory", "list_facts"]


@attrs.frozen
class Fact:
    """One fact: what it is, what was read, and the words that print it."""

    name: str
    """What it is: `kind`, `issuer`, the role of a date."""
    value: str
    """What was read."""
    printed: str | None = None
    """How the document prints it, if that says more."""

    def __str__(self) -> str:
        """Return value and words in one line: `2024-03-04  “4 March 2024”`."""
        return f"{self.value}  “{self.printed}”" if self.printed else self.value


def list_facts(declaration: Declaration) -> Iterator[Fact]:
    """Yield every fact but the title and the subtitle, in the order of `METADATA`."""
    for field in METADATA:
        for value in field.list_values(declaration):
            yield _DESCRIBE.get(type(value), _describe)(field.one.replace("_", " "), value)


def _describe(name: str, value: object) -> Fact:
    return Fact(name, str(value))


def _describe_identifier(name: str, identifier: Identifier) -> Fact:
    return Fact(name, f"{identifier} ({identifier.scheme})" if identifier.scheme else str(identifier))


def _describe_date(_: str, dated: Dated) -> Fact:
    value = f"{dated.date} {dated.time.isoformat('minutes')}" if dated.time else str(dated.date)
    is_told = not dated.text or dated.text.startswith(str(dated.date))
    return Fact(dated.role.value, value, None if is_told else dated.text)


def _describe_vote(name: str, vote: Vote) -> Fact:
    return Fact(name, " ".join(filter(None, (vote.manner.value, vote.tally))), vote.printed)


_DESCRIBE: Mapping[type, Callable[[str, Any], Fact]] = {
    Identifier: _describe_identifier,
    Dated: _describe_date,
    Vote: _describe_vote,
}
"""How values are told that do not simply print themselves, by their class."""


def describe_signatory(signatory: Signatory) -> tuple[str, str]:
    """Return role and name of a signatory, and for whom it signed."""
    behalf = f", for {signatory.on_behalf_of}" if signatory.on_behalf_of else ""
    capacity = f", {signatory.capacity}" if signatory.capacity else ""
    return signatory.role.value, f"{signatory.agent}{capacity}{behalf}"
