"""Printed numbers as members of series, without regard to the clauses that bear them."""

from __future__ import annotations

from declarations.language.labels import read_counts

__all__ = ["starts_series", "tell_shape"]


def starts_series(printed: str) -> bool:
    """Whether a number can be the first of a series."""
    return any(count == 1 for _, count in read_counts(printed))


def tell_shape(printed: str) -> str:
    """Give what is around the number: `(#)`, `#.`; series of one document differ in it."""
    return "".join("#" if char.isalnum() else char for char in printed if not char.isspace()).replace("##", "#")
