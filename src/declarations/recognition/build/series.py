"""Printed numbers as members of series, which tell how deep their clauses stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from declarations.language.labels import is_next, read_counts
from declarations.recognition.build.drafts import FLOOR, Draft

__all__ = ["find_level", "goes_on", "starts_series", "tell_shape"]

_CHARACTERS = re.compile(r"[^\W_]+")
_INNER = 2  # depth of the items of an inner list


def starts_series(printed: str) -> bool:
    """Return whether a number can be the first of a series."""
    return any(count == 1 for _, count in read_counts(printed))


def tell_shape(printed: str) -> str:
    """Return what is around the number: `(#)`, `#.`; series of one document differ in it."""
    return _CHARACTERS.sub("#", "".join(printed.split()))


def goes_on(printed: str | None, depth: int, path: Sequence[Draft]) -> bool:
    """Return whether an item of an inner list goes on with a series that is open, or begins one inside another."""
    if printed is None or depth < _INNER:
        return False
    outer = [draft.printed for draft in path if draft.printed is not None]
    if starts_series(printed) and any(tell_shape(one) != tell_shape(printed) for one in outer):
        return True
    return any(is_next(printed, one) for one in outer)


def find_level(printed: str, path: Sequence[Draft]) -> int:
    """Return the level of a number that goes on a series that is open, or begins one inside.

    A number printed like one that is open is its sibling, as where an author lets a page count: `1.`, `1.`, `1.`.
    """
    shape = tell_shape(printed)
    for draft in (inner for one in reversed(path) for inner in (*one.items[-1:], one)):  # the last inside each, and it
        if draft.printed is None or tell_shape(draft.printed) != shape:
            continue
        if printed == draft.printed or is_next(printed, draft.printed):
            return draft.level
    numbered = [draft for draft in path if draft.printed is not None]
    if numbered and starts_series(printed):
        return numbered[-1].level + 1
    if numbered:
        return next((draft.level for draft in numbered if tell_shape(draft.printed or "") == shape), numbered[0].level)
    leads = path[-1].level >= FLOOR and not path[-1].is_headed and path[-1].last is not None and path[-1].last.is_open
    return FLOOR + 2 if leads else FLOOR + 1
