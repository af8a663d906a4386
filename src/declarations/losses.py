"""What every format has no place for, as a table, and the findings that it gives for a declaration."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from declarations.findings import Finding, FindingCode, Position
from declarations.formats import Format
from declarations.model import Declaration
from declarations.records import table_losses
from declarations.records.edoxen import losses as edoxen_losses
from declarations.writers import plain_losses

__all__ = ["LOSSES", "Loss", "find_losses"]


@attrs.frozen
class Loss:
    """What becomes of a field that a format cannot hold."""

    fate: str
    """What is written instead, if anything: `it is left out`."""
    concerns: Callable[[Any], bool] = attrs.field(default=lambda _: True, kw_only=True)
    """Which values of the field it concerns."""


def _tell(lost: Mapping[str, tuple[str, Callable[[Any], bool]]]) -> Mapping[str, Loss]:
    """Make the rows of a format of what its module says."""
    return MappingProxyType({name: Loss(fate, concerns=concerns) for name, (fate, concerns) in lost.items()})


LOSSES: Mapping[str, Mapping[str, Loss]] = MappingProxyType(
    {
        "html": {},
        "markdown": {},
        "text": _tell(plain_losses.LOST),
        "json": {},
        "xml": {},
        "akn": {},
        "jsonl": {},
        "edoxen": _tell(edoxen_losses.LOST),
        "csv": _tell(table_losses.LOST_FROM_DECLARATIONS),
        "csv-clauses": _tell(table_losses.LOST_FROM_CLAUSES),
    }
)
"""For every format the fields that do not survive it, as `Class.field` or `Mark.KIND`, and what becomes of them."""


def find_losses(declaration: Declaration, format: Format) -> tuple[Finding, ...]:
    """Return what of a declaration a format has no place for: one finding for each field, in document order.

    A finding says what becomes of the field, and where it stands first.
    """
    losses = LOSSES[format.name]
    if not losses:
        return ()
    first: dict[str, str] = {}
    for name, value, address in _walk(declaration):
        if name in losses and name not in first and losses[name].concerns(value):
            first[name] = address
    return tuple(
        Finding(
            FindingCode.LOST,
            f"{format.name} has no place for {name}: {losses[name].fate}",
            position=Position(path=address),
        )
        for name, address in first.items()
    )


def _walk(declaration: Declaration) -> Iterator[tuple[str, Any, str]]:
    """Yield the name, value and address of every field that says something; a stack instead of recursion."""
    stack: list[tuple[Any, str]] = [(declaration, "")]
    while stack:
        value, address = stack.pop()
        kind = type(value).__name__
        inside: list[tuple[Any, str]] = []
        for field in attrs.fields(type(value)):
            held = getattr(value, field.name)
            if held is None or held in ((), field.default):
                continue
            path = f"{address}.{field.name}".lstrip(".")
            name = f"{kind}.{field.name}"
            yield (f"{kind}.{held}", value, address) if name == "Mark.kind" else (name, held, path)
            several = held if isinstance(held, tuple) else (held,)
            numbered = isinstance(held, tuple)
            inside += [
                (one, f"{path}[{place}]" if numbered else path)
                for place, one in enumerate(several)
                if attrs.has(type(one))
            ]
        stack += inside[::-1]
