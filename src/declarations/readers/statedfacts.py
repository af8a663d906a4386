"""What the front matter says of clauses, put to the clauses that the page has now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from declarations.blocks import Block
from declarations.parts import CLAUSES, STATED, Attribute
from declarations.placement import count_label

__all__ = ["state_facts"]

Facts = Mapping[str, Any]


def state_facts(
    blocks: Sequence[Block], attributes: Sequence[dict[str, str]], stated: Mapping[str, Sequence[Facts]]
) -> None:
    """Add the facts of their clauses to the attributes of blocks that are being made.

    Where clauses were added or taken away by hand, those from the beginning and from the end of a part keep their
    facts as long as their phrases are in their words; the others have those alone that their numbers tell.
    """
    words: dict[str, list[str]] = {part: [] for part in CLAUSES}
    for block in blocks:
        if block.part in CLAUSES:
            if block.is_first or not words[block.part]:
                words[block.part].append("")
            words[block.part][-1] += f"{block.text.text}\n"
    facts = {part: iter(_align(stated.get(part, ()), words[part])) for part in CLAUSES}
    for block, said in zip(blocks, attributes, strict=True):
        if block.part in CLAUSES and block.is_first:
            said |= _complete(next(facts[block.part]), block.marker)  # noqa: PLW2901 - the attributes of the block


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


def _complete(facts: Facts, marker: str | None) -> Mapping[str, str]:
    """Return the facts of a clause with what the number of it tells."""
    told = count_label(marker) if marker and Attribute.STYLE not in facts else {}
    return {**told, **{name: str(facts[name]) for name in STATED if facts.get(name) is not None}}
