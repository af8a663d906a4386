"""Texts that a page holds whole in a `pre`, as legislatures print them: they are plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from declarations.blocks import Block, BlockKind, Limits
from declarations.findings import Position
from declarations.readers.plain import read_page

__all__ = ["read_preformatted"]

_MOST = 0.5  # share of the characters of a page that are its text


def read_preformatted(blocks: Sequence[Block], limits: Limits) -> Sequence[Block]:
    """Return the blocks of a page; a preformatted one with paragraphs and most of the words is read as plain text."""
    longest = max(blocks, key=_length_of_text, default=None)
    if longest is None or not _length_of_text(longest):
        return blocks
    if _length_of_text(longest) < _MOST * sum(len(block.text.text) for block in blocks):
        return blocks
    made: list[Block] = []
    for block in blocks:
        made += _read(block, limits) if block is longest else (block,)
    return made


def _length_of_text(block: Block) -> int:
    """Return how long a preformatted block with paragraphs is; of every other block none."""
    is_text = block.kind is BlockKind.PREFORMATTED and "\n\n" in block.text.text
    return len(block.text.text) if is_text else 0


def _read(block: Block, limits: Limits) -> Iterator[Block]:
    """Yield the blocks of a text, each in the region of the block that holds it."""
    first = block.position.line if block.position else None
    for one in read_page(block.text.text, limits=limits).blocks:
        line = one.position.line if one.position else None
        place = Position(line=first + line - 1 if first and line else first, element="pre")
        yield attrs.evolve(
            one,
            landmarks=(*block.landmarks, *one.landmarks),
            region=block.region,
            language=block.language,
            position=place,
        )
