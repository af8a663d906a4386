"""Where a document turns from what it tells to what it resolves, and where it ends."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from declarations.blocks import BlockKind
from declarations.recognition.features.blockfeatures import BlockFeatures

__all__ = [
    "FORMULA",
    "find_before_closing",
    "find_turn",
    "find_turned",
    "is_operative",
    "is_sure",
    "is_turn",
    "show_resolutions",
]

FORMULA = 30
"""Words that a resolving formula has at most."""

_LINES = 1  # between a resolving formula and a verb


def show_resolutions(
    heads: Sequence[BlockFeatures], numbering: Collection[int], anaphora: Mapping[int, bool], leading: Collection[int]
) -> Iterator[BlockFeatures]:
    """Yield the blocks whose form, or what stands before or after them, shows a resolution."""
    for place, segment in enumerate(heads):
        is_headed = place > 0 and heads[place - 1].heads == "resolutions"
        is_led = anaphora.get(segment.id) or (segment.is_formula and segment.id in leading)
        if is_led or is_headed or is_sure(segment, numbering):
            yield segment


def find_turned(heads: Sequence[BlockFeatures]) -> int | None:
    """Return the first verb that a resolving formula leads to at once, perhaps past a line that says who acts."""
    for place, segment in enumerate(heads):
        if not (segment.is_formula and segment.is_open and segment.is_short(FORMULA)) or segment.action:
            continue
        at = place + 1
        while at < len(heads) and heads[at].id <= segment.id + _LINES and _is_line(heads[at]):
            at += 1
        if at < len(heads) and heads[at].id <= segment.id + 1 + _LINES and heads[at].action:
            return heads[at].id
    return None


def _is_line(segment: BlockFeatures) -> bool:
    return segment.is_open and segment.is_short() and not (segment.action or segment.stance or segment.marker)


def find_before_closing(heads: Sequence[BlockFeatures]) -> int | None:
    """Return the block before the first words like an ending after a turn."""
    turn = next((place for place, one in enumerate(heads) if is_turn(one)), len(heads))
    for place in range(turn + 2, len(heads)):
        if "closings" in heads[place].begins:
            return heads[place - 1].id
    return None


def is_turn(segment: BlockFeatures) -> bool:
    """Return whether a block is a resolving formula or a heading over resolutions."""
    return segment.is_formula or segment.heads == "resolutions"


def find_turn(segments: Sequence[BlockFeatures]) -> int | None:
    """Return the first block after most preambular phrases and before most deeds.

    Words that are phrase and verb alike, as `谴责`, are verbs after a resolving formula.
    """
    balance, best, turn = 0, 0, 0
    is_turned = False
    for place, segment in enumerate(segments):
        is_turned |= segment.is_formula and segment.is_open
        if segment.stance and not (is_turned and segment.action):
            balance += 1
        elif is_operative(segment):
            balance -= 1
        if balance > best:
            best, turn = balance, place + 1
    return segments[turn].id if turn < len(segments) else None


def is_operative(segment: BlockFeatures) -> bool:
    """Return whether a verb does more than tell a view."""
    return segment.action is not None and segment.opinion is None


def is_sure(segment: BlockFeatures, numbering: Collection[int]) -> bool:
    """Return whether the form of a block shows a resolution: a numbered heading, a verb, a number alone."""
    is_marked = bool(segment.marker) and not segment.stance
    return segment.id in numbering or (
        segment.block.kind is not BlockKind.HEADING and (segment.action is not None or is_marked)
    )
