"""Where a block stands among others, which are named by their ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from declarations.recognition.features.blockfeatures import BlockFeatures

__all__ = ["find_first", "find_last", "follows", "precedes"]


def precedes(segment: BlockFeatures, id: int | None) -> bool:
    """Return whether a block stands before another; if there is no other, it does."""
    return id is None or segment.id < id


def follows(segment: BlockFeatures, id: int | None) -> bool:
    """Return whether a block stands after another; if there is no other, it does not."""
    return id is not None and segment.id > id


def find_first(
    heads: Iterable[BlockFeatures], is_one: Callable[[BlockFeatures], bool], start: int | None = 0
) -> int | None:
    """Return the id of the first block of some kind, from a block on."""
    if start is None:
        return None
    return next((one.id for one in heads if one.id >= start and is_one(one)), None)


def find_last(heads: Sequence[BlockFeatures], is_one: Callable[[BlockFeatures], bool]) -> int | None:
    """Return the id of the last block of some kind."""
    return next((one.id for one in reversed(heads) if is_one(one)), None)
