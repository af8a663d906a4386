"""Where the clauses of a declaration stand: each with the one that holds it, its address made when asked for.

The addresses of nested clauses repeat one another, so that those of all grow with the square of the depth.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import attrs

from declarations.model.clauses import Clause
from declarations.model.declaration import CLAUSE_FIELDS, Declaration

__all__ = ["Place", "list_places"]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Place:
    """A clause and where it stands."""

    number: int
    """Its number in the order of the document, counted from 0."""
    part: str
    """The field of the declaration that holds it."""
    step: str
    """The last step of its address: `resolutions[2]`, `items[0]`."""
    depth: int
    """In how many clauses it stands."""
    parent: Place | None
    """The clause that it is an item of."""
    clause: Clause
    """The clause."""

    @property
    def address(self) -> str:
        """Its address, as `Declaration.walk` gives it."""
        steps = []
        place: Place | None = self
        while place is not None:
            steps.append(place.step)
            place = place.parent
        return ".".join(reversed(steps))


def list_places(declaration: Declaration) -> Iterator[Place]:
    """Yield the place of every clause in document order, in linear time at any depth."""
    numbers = count()
    for part in CLAUSE_FIELDS:
        outermost: tuple[Clause, ...] = getattr(declaration, part)
        stack: list[tuple[Clause, str, Place | None]] = _number(outermost, part, None)
        while stack:
            clause, step, parent = stack.pop()
            depth = 0 if parent is None else parent.depth + 1
            place = Place(number=next(numbers), part=part, step=step, depth=depth, parent=parent, clause=clause)
            yield place
            stack += _number(clause.items, "items", place)


def _number(clauses: tuple[Clause, ...], field: str, parent: Place | None) -> list[tuple[Clause, str, Place | None]]:
    """Return clauses that stand beside each other with their steps, the last first."""
    return [(clause, f"{field}[{index}]", parent) for index, clause in enumerate(clauses)][::-1]
