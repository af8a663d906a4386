"""Before anything is weighed: blocks that hold several parts are cut at their seams, torn ones are put together."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import attrs

from declarations.blocks import Block, BlockKind, Landmark
from declarations.language.lexicon import Lexicon, load_boilerplate
from declarations.recognition.document import Document
from declarations.recognition.segment.boilerplate import find_reason
from declarations.recognition.segment.seams import find_line_ends, find_seams
from declarations.recognition.segment.torn import join_torn
from declarations.scripts import has_words

__all__ = ["repair_blocks", "split_blocks"]

_PROSE = 15  # words of a paragraph of running text
_BULLET_LINE = re.compile(r"^[-–—•·*]\s", re.MULTILINE)
_BULLETS = frozenset("-–—•·*")
_LISTED = frozenset({Landmark.NAVIGATION, Landmark.SHARING})
_FEWEST_BULLETS = 2  # lines of a paragraph that begin with a bullet


def repair_blocks(document: Document) -> Document:
    """Put every part in a block of its own; all words stay, in their order.

    Numbers that stand alone join what they count, lines of letterheads and signatures part. Numbered lines,
    preambular phrases and verbs that run on in one paragraph, and a resolving formula at its end, are cut off.
    """
    changed = split_blocks(document.blocks, document.boilerplate, document.lexicons)
    if not changed:
        return document
    phrases = load_boilerplate(tuple(lexicon.language for lexicon in document.lexicons))
    reasons = document.boilerplate
    made = {
        id: [(piece, find_reason(piece, phrases) if len(pieces) > 1 else reasons.get(id)) for piece in pieces]
        for id, pieces in changed.items()
    }
    whole = [made[id] if id in made else [(block, reasons.get(id))] for id, block in enumerate(document.blocks)]
    return document.segmented([pair for pairs in whole for pair in pairs])


def split_blocks(
    blocks: Sequence[Block], boilerplate: Container[int], lexicons: Sequence[Lexicon]
) -> Mapping[int, Sequence[Block]]:
    """Return the pieces of every block that does not stay as it is, by its id; none of one that joins the next."""
    kept = [(id, block) for id, block in enumerate(blocks) if id not in boilerplate]
    changed = join_torn(kept, lexicons)
    joined = [(id, block) for id, old in kept for block in changed.get(id, (old,))]
    prose = [id for id, block in joined if _is_prose(block)]
    first, last = (prose[0], prose[-1]) if prose else (len(blocks), -1)
    before: Block | None = None
    for id, block in joined:
        is_cut = block.attributes and (block.part or block.piece)  # our own pages have cut it already
        if not is_cut and not _is_listed(block.landmarks):
            pieces = _split(block, before, lexicons, is_inside=first < id < last)
            if pieces != [block]:
                changed[id] = pieces
        before = block
    return changed


@lru_cache(maxsize=256)
def _is_listed(landmarks: tuple[Landmark, ...]) -> bool:
    return not _LISTED.isdisjoint(landmarks)


def _split(block: Block, before: Block | None, lexicons: Sequence[Lexicon], *, is_inside: bool) -> list[Block]:
    """Return the pieces of a block; lines of a letterhead or of signatures part, if it is not inside the prose."""
    if "\n" in block.text.text and not (is_inside or _is_led_to(before)) and (ends := [*find_line_ends(block)]):
        return [*_cut(block, ends)]
    return _part(block, lexicons)


def _part(block: Block, lexicons: Sequence[Lexicon]) -> list[Block]:
    """Return the pieces of a block between its seams; what has none may still hold bullets."""
    for find_places in find_seams(block):
        if places := [*find_places(block, lexicons)]:
            pieces = [*_cut(block, places)]
            return [part for piece in pieces for part in _part(piece, lexicons)] if len(pieces) > 1 else pieces
    may_list = block.text.text[:1] in _BULLETS or "\n" in block.text.text
    return [*_cut_bullets(block)] if may_list else [block]


def _is_prose(block: Block) -> bool:
    return not (block.attributes and block.piece) and has_words(block.text.text, _PROSE)


def _is_led_to(before: Block | None) -> bool:
    """Return whether the sentence of the paragraph before a block goes on in it, as with values."""
    if before is None or not _is_prose(before):
        return False
    return before.text.text[-1].isalnum() or before.text.text[-1] in ":："


def _cut(block: Block, places: Iterable[int]) -> Iterator[Block]:
    """Cut a block at some offsets; only the first piece keeps the marker, a piece outside a list is a paragraph."""
    edges = [0, *places, len(block.text.text)]
    if len(edges) == 2:  # nothing to cut
        yield block
        return
    for start, end in pairwise(edges):
        text = block.text[start:end].strip()
        if not text.text:
            continue
        if not start:
            yield attrs.evolve(block, text=text)
        else:
            yield attrs.evolve(block, kind=BlockKind.PARAGRAPH, text=text, marker=None, depth=0, level=0, list_number=0)


def _cut_bullets(block: Block) -> Iterator[Block]:
    """Make items of the lines that begin with a dash or a dot: several after the first, or all inside a list."""
    text = block.text.text
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM) or ("\n" not in text and text[:1] not in _BULLETS):
        yield block
        return
    places = [found.start() for found in _BULLET_LINE.finditer(text)]
    is_inner = block.depth > 0 and places[:1] == [0]
    if not is_inner and (len(places) < _FEWEST_BULLETS or places[0] == 0):
        yield block
        return
    for start, end in pairwise(sorted({0, *places, len(text)})):
        piece = block.text[start:end].strip()
        inner = attrs.evolve(block, kind=BlockKind.ITEM, marker=None, depth=block.depth + 1, text=piece)
        keeps_number = not start and block.marker is not None
        yield inner if start in places and not keeps_number else attrs.evolve(block, text=piece)
