"""Parts that the comments of our own Markdown pages name, where the front matter is gone: hints for recognition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs
from markdown_it.token import Token

from declarations.blocks import Block, BlockKind
from declarations.parts import AFTER, FACTS, Attribute, PagePart
from declarations.placement import SEPARATOR, read_hint

__all__ = ["hint_parts"]


def hint_parts(blocks: Iterable[Block], tokens: Sequence[Token]) -> tuple[Block, ...]:
    """Return the blocks with the parts that the comments before them name; other pages have no such comments."""
    borders = [
        (token.map[0] + 1, hint.part)
        for token in tokens
        if token.type == "html_block" and token.map and (hint := read_hint(token.content)) and hint.part
    ]
    if not borders:
        return tuple(blocks)
    borders.reverse()
    part: str | None = None
    hinted = []
    for block in blocks:
        line = block.position.line if block.position else None
        while borders and line is not None and borders[-1][0] <= line:
            part = borders.pop()[1]
        hinted.append(block if not part or part in FACTS else _hint(block, part))
        part = AFTER.get(part, part) if part else None
    return tuple(hinted)


def _hint(block: Block, part: str) -> Block:
    """Name the part of a block that is not a fact: labels of facts tell more."""
    said = {Attribute.PART: part}
    if part == PagePart.SIGNATORY:  # lines of their own, which are a list only to look like one
        return attrs.evolve(block, attributes=said, kind=BlockKind.PARAGRAPH, depth=0, list_number=0)
    label, separator, words = block.text.text.partition(SEPARATOR)
    if block.kind is BlockKind.ITEM and separator and block.marker is None:
        text = block.text[len(label) + len(separator) :]
        return attrs.evolve(block, attributes=said, marker=label, text=text) if words else block
    return attrs.evolve(block, attributes=said)
