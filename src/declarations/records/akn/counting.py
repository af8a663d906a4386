"""What the printed numbers of others count: ordinal and style, from the series in which they stand."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from declarations.model import Clause
from declarations.numerals import choose_readings, read_numeral

__all__ = ["count_labels"]


def count_labels(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Return neighbouring clauses with what their labels count; those that say it already, or count nothing, stay."""
    labels = [clause.label for clause in clauses]
    series = [read_numeral(label.printed) if label and label.ordinal is None else () for label in labels]
    chosen = choose_readings(series)
    return tuple(
        attrs.evolve(clause, label=attrs.evolve(label, ordinal=reading.ordinal, style=reading.style))
        if label and reading
        else clause
        for clause, label, reading in zip(clauses, labels, chosen, strict=True)
    )
