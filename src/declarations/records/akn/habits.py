"""How others write clauses: the number among the words, a heading by itself before the clauses that it heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from declarations.model import Clause, Label
from declarations.numerals import Enumerator, choose_readings, find_enumerator
from declarations.records.akn.counting import count_labels

__all__ = ["settle_clauses"]


def settle_clauses(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Return neighbouring clauses of others with their numbers read, and under the headings that stand before them."""
    return tuple(_gather_headed(count_labels(_split_labels(clauses))))


def _split_labels(clauses: Sequence[Clause]) -> Sequence[Clause]:
    """Return clauses with labels for the numbers that begin their words, if none has a label and these count on."""
    if any(clause.label for clause in clauses):
        return clauses
    heads = [find_enumerator(clause.paragraphs[0].text) if clause.paragraphs else None for clause in clauses]
    found = {place: head for place, head in enumerate(heads) if head and head.readings}
    counted = choose_readings([head.readings for head in found.values()])
    if [reading and reading.ordinal for reading in counted] != list(range(1, len(found) + 1)):
        return clauses
    return [_split_label(one, found[place]) if place in found else one for place, one in enumerate(clauses)]


def _split_label(clause: Clause, number: Enumerator) -> Clause:
    first, *rest = clause.paragraphs
    words = first[number.end :].strip()
    return attrs.evolve(clause, label=Label(number.printed), paragraphs=[words, *rest] if words else rest)


def _gather_headed(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """Yield clauses; one that is but a heading takes those without one after it, if they are numbered."""
    head: Clause | None = None
    items: list[Clause] = []
    for clause in clauses:
        if head and clause.heading is None:
            items.append(clause)
            continue
        yield from _close(head, items)
        head, items = (clause, []) if _is_heading(clause) else (None, [])
        if head is None:
            yield clause
    yield from _close(head, items)


def _close(head: Clause | None, items: list[Clause]) -> Iterator[Clause]:
    if head and any(item.label for item in items):
        yield attrs.evolve(head, items=items)
    elif head:
        yield from (head, *items)


def _is_heading(clause: Clause) -> bool:
    return clause.heading is not None and not (clause.label or clause.paragraphs or clause.items or clause.tail)
