"""What the front matter says of clauses, put to the clauses that the page has now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from declarations.blocks import Block
from declarations.placement import CLAUSES, count_label

__all__ = ["state_facts"]

_NAMES = frozenset({"id", "ordinal", "style", "phrase", "stance", "action"})
Facts = Mapping[str, Any]


def state_facts(blocks: Sequence[Block], stated: Mapping[str, Sequence[Facts]]) -> Iterator[Block]:
    """Give the blocks with the facts of their clauses.

    Where clauses were added or taken away by hand, those from the beginning and from the end of a part keep their
    facts as long as their phrases are in their words; the others have those alone that their numbers tell.
    """
    words: dict[str, list[str]] = {part: [] for part in CLAUSES}
    for block in blocks:
        if block.hint in CLAUSES:
            if block.is_first or not words[block.hint]:
                words[block.hint].append("")
            words[block.hint][-1] += f"{block.text.text}\n"
    facts = {part: iter(_align(stated.get(part, ()), words[part])) for part in CLAUSES}
    for block in blocks:
        if block.hint in CLAUSES and block.is_first:
            yield attrs.evolve(block, facts=_complete(next(facts[block.hint]), block.marker))
        else:
            yield block


def _align(stated: Sequence[Facts], words: Sequence[str]) -> list[Facts]:
    if len(stated) == len(words):
        return list(stated)
    shorter = min(len(stated), len(words))
    front = 0
    while front < shorter and _fits(stated[front], words[front]):
        front += 1
    back = 0
    while back < shorter - front and _fits(stated[-1 - back], words[-1 - back]):
        back += 1
    added: list[Facts] = [{}] * (len(words) - front - back)
    return [*stated[:front], *added, *stated[len(stated) - back :]]


def _fits(facts: Facts, words: str) -> bool:
    return str(facts.get("phrase", "")) in words


def _complete(facts: Facts, marker: str | None) -> tuple[tuple[str, str], ...]:
    """Add what the number of a clause tells to its facts."""
    told = count_label(marker) if marker and "style" not in facts else {}
    named = {name: value for name, value in facts.items() if name in _NAMES and value is not None}
    return tuple((name, str(value)) for name, value in {**told, **named}.items())
