"""Footnotes without links: a sign in the words, `[1]`, `*`, `†` or raised, and a last paragraph that begins with it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from declarations.blocks import Block, BlockKind, Landmark
from declarations.readers.lines import Line
from declarations.readers.spans import remove_spans
from declarations.text import Mark, MarkKind, Text

__all__ = ["begins_note", "find_starred", "link_notes"]

_STARS = r"\*{1,4}|[†‡]{1,3}"
_RAISED = "[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}"
_NOTE = re.compile(rf"\[(?P<number>\d{{1,3}})\]\s+(?=\S)|(?P<sign>{_STARS}|{_RAISED})\s?(?=[^\s*†‡])")
_STARRED = re.compile(rf"(?P<sign>{_STARS})\s?(?=[\w\"“„«‘(\[])")
_REFERENCE = re.compile(rf" *\[(?P<number>\d{{1,3}})\]|(?<=[^\s*†‡])(?P<sign>{_STARS}|{_RAISED})(?![\w*†‡])")
_EMPHASIS = re.compile(r"(?<![\w*])\*{1,3}(?=\w)")
_NUMBER = re.compile(r"\d{1,3}|[a-z]")
_LAST_WORD = re.compile(r"\w*$")
_SHORTEST_WORD = 4  # letters before a raised number; after fewer it is an exponent, as in `km²`
_CONTENT = frozenset({Landmark.MAIN, Landmark.ARTICLE, Landmark.NOTES})
_NAMES = {"*": "star", "†": "dagger", "‡": "double-dagger", "^": "raised"}


def begins_note(line: str) -> bool:
    """Return whether a line of plain text begins with the number of a note in brackets."""
    found = _NOTE.match(line)
    return found is not None and found["number"] is not None


def find_starred(lines: Sequence[Line]) -> frozenset[int]:
    """Find the lines of a plain text that begin notes with a star or a dagger, which could be bullets; give places.

    They stand at the end, each has a sign of its own, and the words above refer to it.
    """
    signs = {line.place: found["sign"] for line in lines if (found := _STARRED.match(line.text))}
    if not signs:
        return frozenset()
    counts = Counter(signs.values())
    referred = {sign for line in lines for _, sign in _find_references(Text(line.text))}
    starred: set[int] = set()
    group: list[Line] = []
    for line in (*reversed(lines), Line("", 0, -1)):
        if line.text and not line.landmark:
            group.append(line)
        elif group:
            if not (begins_note(group[-1].text) or _is_own(signs.get(group[-1].place), counts, referred)):
                break
            starred |= {one.place for one in group if _is_own(signs.get(one.place), counts, referred)}
            group = []
    return frozenset(starred)


def _is_own(sign: str | None, counts: Counter[str], referred: set[str]) -> bool:
    return sign is not None and counts[sign] == 1 and sign in referred


def link_notes(blocks: Sequence[Block]) -> Sequence[Block]:
    """Make notes of the last paragraphs that begin with a sign, if the words before refer to them."""
    first = len(blocks)
    own: dict[int, tuple[str, int]] = {}
    while first:
        block = blocks[first - 1]
        if _CONTENT.issuperset(block.landmarks):
            found = _find_sign(block)
            if not found:
                break
            own[first - 1] = found
        first -= 1
    if not own:
        return blocks
    signs = {sign for sign, _ in own.values()}
    references = [
        [(span, sign) for span, sign in _find_references(block.text) if sign in signs] for block in blocks[:first]
    ]
    signs &= {sign for inside in references for _, sign in inside}
    made = [_refer(block, inside) for block, inside in zip(blocks, references, strict=False)]
    for place, block in enumerate(blocks[first:], first):
        sign, start = own.get(place, ("", 0))
        made.append(_to_note(block, sign, start) if sign in signs else block)
    return made


def _find_sign(block: Block) -> tuple[str, int] | None:
    """Return the sign with which a paragraph or an item of a list begins, and where its words begin."""
    if block.kind is not BlockKind.PARAGRAPH and (block.kind is not BlockKind.ITEM or block.marker):
        return None
    text = block.text.text
    if found := _NOTE.match(text):
        return _normal(found), found.end()
    for mark in block.text.marks:
        if mark.kind is MarkKind.SUPERSCRIPT and not mark.start and _NUMBER.fullmatch(text[: mark.end]):
            rest = text[mark.end :]
            return (f"^{text[: mark.end]}", len(text) - len(rest.lstrip())) if rest.strip() else None
    return None


def _normal(found: re.Match[str]) -> str:
    """Return a sign without brackets; `^` stands before a raised number."""
    sign = found["number"] or found["sign"]
    return sign if found["number"] or sign[0] in _NAMES else f"^{unicodedata.normalize('NFKC', sign)}"


def _find_references(text: Text) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield where signs of notes stand in the words, in order, and which."""
    plain = text.text
    found: list[tuple[tuple[int, int], str]] = []
    if text.marks:
        for mark in text.marks:
            span = mark.start, mark.end
            if mark.kind is MarkKind.SUPERSCRIPT and _NUMBER.fullmatch(plain, *span) and _is_raised(plain, mark.start):
                found.append((span, f"^{plain[mark.start : mark.end]}"))
    has_emphasis = "*" in plain and _EMPHASIS.search(plain) is not None
    for sign in _REFERENCE.finditer(plain):
        if sign["sign"] and ((sign["sign"][0] == "*" and has_emphasis) or not _is_raised(plain, sign.start())):
            continue
        found.append((sign.span(), _normal(sign)))
    found.sort()
    end = 0
    for span, name in found:
        if span[0] >= end:
            end = span[1]
            yield span, name


def _is_raised(plain: str, start: int) -> bool:
    """Return whether a raised sign refers to a note; after a unit or a short number it is an exponent."""
    if not plain[start].isalnum():
        return True
    word = _LAST_WORD.search(plain[max(0, start - _SHORTEST_WORD) : start])
    return word is None or len(word[0]) in (0, _SHORTEST_WORD) or (word[0].isalpha() and not word[0].isascii())


def _refer(block: Block, references: Sequence[tuple[tuple[int, int], str]]) -> Block:
    if not references:
        return block
    marks = [Mark(start, start, MarkKind.NOTE, _id_of(sign)) for (start, _), sign in references]
    return attrs.evolve(block, text=remove_spans(block.text, [span for span, _ in references], marks))


def _to_note(block: Block, sign: str, start: int) -> Block:
    text, target = block.text[start:], _id_of(sign)
    return attrs.evolve(
        block, kind=BlockKind.NOTE, depth=0, list_number=0, text=text, marker=sign.lstrip("^"), target=target
    )


def _id_of(sign: str) -> str:
    """Return the id of a note: `note-1`, `note-raised-1`, `note-star`, `note-star-2` for two stars."""
    name = _NAMES.get(sign[0])
    if name is None:
        return f"note-{sign}"
    rest = sign[1:] if sign[0] == "^" else str(len(sign)) if len(sign) > 1 else ""
    return f"note-{name}-{rest}" if rest else f"note-{name}"
