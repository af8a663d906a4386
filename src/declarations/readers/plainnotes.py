"""Footnotes of a plain text: `[1]` in the words and a paragraph `[1] …` at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from declarations.blocks import Block, BlockKind
from declarations.text import Mark, MarkKind, Text

__all__ = ["link_notes"]

_REFERENCE = re.compile(r"\[(\d{1,3})\]")
_NOTE = re.compile(r"\[(\d{1,3})\]\s+")


def link_notes(blocks: Sequence[Block]) -> Sequence[Block]:
    """Make notes of the last paragraphs that begin with a sign, if the words before refer to them."""
    first = len(blocks)
    while first and (blocks[first - 1].landmarks or _NOTE.match(blocks[first - 1].text.text)):
        first -= 1
    signs = {
        found[1]
        for block in blocks[first:]
        if not block.landmarks and (found := _NOTE.match(block.text.text)) and len(block.text.text) > found.end()
    }
    signs &= {sign for block in blocks[:first] for sign in _REFERENCE.findall(block.text.text)}
    if not signs:
        return blocks
    return [_refer(block, signs) for block in blocks[:first]] + [_to_note(block, signs) for block in blocks[first:]]


def _to_note(block: Block, signs: set[str]) -> Block:
    found = _NOTE.match(block.text.text)
    if block.landmarks or not found or found[1] not in signs:
        return block
    text = block.text[found.end() :]
    return attrs.evolve(block, kind=BlockKind.NOTE, text=text, marker=found[1], target=f"note-{found[1]}")


def _refer(block: Block, signs: set[str]) -> Block:
    pieces: list[str] = []
    marks: list[Mark] = []
    length = place = 0
    plain = block.text.text
    for found in _REFERENCE.finditer(plain):
        if found[1] not in signs:
            continue
        piece = plain[place : found.start()].rstrip(" ")
        pieces.append(piece)
        length += len(piece)
        place = found.end()
        marks.append(Mark(length, length, MarkKind.NOTE, f"note-{found[1]}"))
    if not marks:
        return block
    return attrs.evolve(block, text=Text("".join((*pieces, plain[place:])), marks))
