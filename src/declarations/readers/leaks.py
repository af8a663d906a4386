"""Markup that leaked into the words: `<Titre>…</Titre>`, `<Date>{20/11/2019}20.11.2019</Date>`, `&nbsp;`.

Sites print the fields of their databases, or escape what was escaped before. Such a tag is no word; what stands in
it is. A `<` in a formula opens no pair and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from declarations.blocks import Block, BlockKind
from declarations.findings import Finding, FindingCode
from declarations.readers.spans import remove_spans
from declarations.text import MarkKind

__all__ = ["remove_leaks", "strip_leaks"]

# A tag with its attributes, and the code in braces that some fields begin with.
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w:.-]{0,40})(?:\s[^<>]{0,200})?>(?:\{[^{}<>]{0,80}\})?")
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_SPACE = "&nbsp;"


def strip_leaks(value: str) -> str:
    """Return a piece of metadata without tags that were escaped in it; a line break becomes a space."""
    if "<" in value:
        value = _BREAK.sub(" ", value)
        leaked = _find_pairs([value])
        pieces, place = [], 0
        for start, end in _spans(value, leaked):
            pieces.append(value[place:start])
            place = end
        value = "".join((*pieces, value[place:]))
    return value.replace(_SPACE, "\u00a0")


def remove_leaks(blocks: Sequence[Block]) -> tuple[Sequence[Block], list[Finding]]:
    """Return the blocks of a page without the tags that leaked into their words, and a finding that shows these.

    A tag counts if the page also holds the one that closes it. Code stays as it is. A block of nothing else goes.
    """
    doubtful = {place for place, block in enumerate(blocks) if _is_suspect(block)}
    if not doubtful:
        return blocks, []
    leaked = _find_pairs(blocks[place].text.text for place in sorted(doubtful))
    made: list[Block] = []
    removed: list[str] = []
    for place, block in enumerate(blocks):
        cleaned = _clean(block, leaked, removed) if place in doubtful else block
        if cleaned.text or cleaned.marker:
            made.append(cleaned)
        elif block is cleaned:
            made.append(block)
    message = f"{len(removed):,} tags that are printed as words were taken out"
    return made, [Finding(FindingCode.LEAKED_MARKUP, message, excerpt=" ".join(removed))] if removed else []


def _is_suspect(block: Block) -> bool:
    string = block.text.text
    if (">" not in string or "<" not in string) and _SPACE not in string:
        return False
    is_code = block.kind is BlockKind.PREFORMATTED or any(mark.kind is MarkKind.CODE for mark in block.text.marks)
    return not is_code


def _find_pairs(strings: Iterable[str]) -> frozenset[str]:
    """Find the names of tags that are opened and closed again."""
    opened: set[str] = set()
    closed: set[str] = set()
    for string in strings:
        for tag in _TAG.finditer(string):
            if not tag["end"]:
                opened.add(tag["name"])
            elif tag["name"] in opened:
                closed.add(tag["name"])
    return frozenset(closed)


def _spans(string: str, leaked: frozenset[str]) -> Iterator[tuple[int, int]]:
    return (tag.span() for tag in _TAG.finditer(string) if tag["name"] in leaked)


def _clean(block: Block, leaked: frozenset[str], removed: list[str]) -> Block:
    """Return a block without its leaks; what is taken out is added to `removed`."""
    text = block.text
    if spans := list(_spans(text.text, leaked)):
        removed += (text.text[start:end] for start, end in spans)
        text = remove_spans(text, spans)
        text = text if block.kind is BlockKind.ROW else text.strip()
    if _SPACE in text.text:
        removed += [_SPACE] * text.text.count(_SPACE)
        spaced = attrs.evolve(text, text=text.text.replace(_SPACE, f"\u00a0{_SPACE[1:]}"))  # of the same length
        text = remove_spans(spaced, [(found.start() + 1, found.end()) for found in re.finditer(_SPACE, text.text)])
    return block if text is block.text else attrs.evolve(block, text=text)
