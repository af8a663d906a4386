"""Torn blocks: numbers on lines and in cells of their own, and rows that lay out a text, are put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import attrs

from declarations.blocks import Block, BlockKind
from declarations.language.labels import read_counts
from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold
from declarations.numerals import find_enumerator
from declarations.scripts import SENTENCE_ENDS, count_words, find_end
from declarations.text import Text

__all__ = ["join_torn"]

_LONGEST_LINE = 12  # words of a title under a number
_BULLETS = frozenset("-–—•·*")
_FEWEST_WORDS = 3  # in the cell beside an opener
_INNER = frozenset(",;")  # never at the beginning of a paragraph
_LONGEST_TITLE = 20  # words of a heading that is a sentence
_LONGEST_HEADING = 8  # words of a heading in capitals
_TORN = frozenset({BlockKind.ROW, BlockKind.ITEM, BlockKind.HEADING})
_SHORT = re.compile(r"\s*(\S{1,6})\s*")  # a word that may be a number
_SIGNS = " ().:：、．。[]（）【】-–—)"
_PAIR, _FEWEST_ARTICLES = 2, 6  # blocks of a number and what it counts; numbers that are articles
_FEWEST_TORN = 2  # numbers on lines of their own


def join_torn(kept: Sequence[tuple[int, Block]], lexicons: Sequence[Lexicon]) -> dict[int, Sequence[Block]]:
    """Put numbers that stand in a cell or on a line of their own before what follows them.

    Return the block that takes the place of another by its id, and none for a number that joined the next.
    """
    blocks = dict(kept)
    torn = {id: after for (id, block), (after, _) in pairwise(kept) if _is_number(block)}
    joinable = {id: after for id, after in torn.items() if after == id + 1 and _takes_number(blocks[after])}
    rows = [block for _, block in kept if block.kind is BlockKind.ROW and _split_row(block) is not None]
    if len(joinable) + len(rows) < _FEWEST_TORN or _are_articles(sorted(joinable)):
        joinable = {}
    numbers = {after: blocks[id].text.text.strip() for id, after in joinable.items()}
    made: dict[int, Sequence[Block]] = {**dict.fromkeys(joinable, ()), **_join_halves(kept)}
    for id, block in kept:
        may_change = (block.kind in _TORN or id in numbers) and id not in made
        if may_change and (mended := _mend(block, numbers.get(id), lexicons)) is not block:
            made[id] = (mended,)
    return made


def _join_halves(kept: Sequence[tuple[int, Block]]) -> dict[int, Sequence[Block]]:
    """Join headings that a conversion made of the middle of a sentence with what they stand in."""
    made: dict[int, Sequence[Block]] = {}
    for (id, block), (after, following) in pairwise(kept):
        is_half = _is_half(block, following) and not (block.attributes or following.attributes or following.marker)
        if is_half and id not in made:
            joined = Text.join((block.text, following.text), " ")
            made[id], made[after] = (attrs.evolve(_lower(block), text=joined),), ()
    return made


def _lower(block: Block) -> Block:
    """Return a heading as what it is without the size of its letters: an item in a list, else a paragraph."""
    return attrs.evolve(block, kind=BlockKind.ITEM if block.depth else BlockKind.PARAGRAPH, level=0)


def _is_half(block: Block, following: Block) -> bool:
    """Return whether the sentence of a paragraph goes on in a heading, or that of a heading in a paragraph."""
    first, words = block.text.text, following.text.text
    if block.kind is BlockKind.HEADING:
        return following.kind is BlockKind.PARAGRAPH and words[:1] in _INNER
    is_open = block.kind is BlockKind.PARAGRAPH and not block.depth and first[-1:].isalpha()
    is_prose = is_open and count_words(first) > _LONGEST_HEADING
    return is_prose and following.kind is BlockKind.HEADING and following.level > 1 and words[:1].islower()


def _mend(block: Block, number: str | None, lexicons: Sequence[Lexicon]) -> Block:
    """Return a block as its author meant it: with its number, without the cells of a table around it."""
    if number is not None:
        return _number(block, number)
    if block.kind is BlockKind.ROW and (parts := _split_row(block)):
        return _untabulate(block, *parts)
    if block.kind is BlockKind.ROW and _begins_in_cell(block, lexicons):
        return attrs.evolve(block, kind=BlockKind.PARAGRAPH, depth=0, text=_join_cells(block))
    if _tells(block):
        return _lower(block)
    if _heads_in_capitals(block):
        return attrs.evolve(_number(block, block.marker or ""), marker=None, depth=0, list_number=0)
    return block


def _begins_in_cell(block: Block, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a row of two cells holds an opener or a verb, and what it is said of."""
    first, tab, rest = block.text.text.partition("\t")
    if not tab or "\t" in rest or count_words(rest) < _FEWEST_WORDS:
        return False
    folded = fold(first).strip(" :,")
    return any(
        (hit := table.find(folded)) is not None and hit[0] == len(folded)
        for lexicon in lexicons
        for table in (lexicon.stances, lexicon.actions)
    )


def _join_cells(block: Block) -> Text:
    at = block.text.text.index("\t")
    return Text.join((block.text[:at].strip(), block.text[at + 1 :].strip()), " ")


def _tells(block: Block) -> bool:
    """Return whether a heading of a lower level is a paragraph that is printed large: long, and a full sentence."""
    is_low = block.kind is BlockKind.HEADING and block.level > 1
    return is_low and find_end(block.text.text) in SENTENCE_ENDS and count_words(block.text.text) > _LONGEST_TITLE


def _heads_in_capitals(block: Block) -> bool:
    """Return whether an item is a counted heading, as `II. COMMITMENTS`."""
    text = block.text.text
    if block.kind is not BlockKind.ITEM or block.depth != 1 or block.marker is None or not text.isupper():
        return False
    return text[0].isupper() and text[-1].isalnum() and count_words(text) <= _LONGEST_HEADING  # not `关于COVID`


def _are_articles(places: Sequence[int]) -> bool:
    """Return whether numbers on lines of their own stand over articles: many, and often over several blocks."""
    longer = sum(later - earlier > _PAIR for earlier, later in pairwise(places))
    return len(places) >= _FEWEST_ARTICLES and longer > 1


def _is_number(block: Block) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or block.depth or not (word := _SHORT.fullmatch(block.text.text)):
        return False
    if block.piece:
        return False
    text = word[1]
    core = text.strip(_SIGNS)
    is_numeral = bool(core) and (all(map(str.isnumeric, core)) or (core.isascii() and core.isalpha()) or len(core) == 1)
    if not is_numeral:  # `第一條：` is a heading
        return False
    found = find_enumerator(f"{text} x")
    return (found is not None and found.printed == text) or (text.isupper() and bool(read_counts(text)))


def _takes_number(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and not block.depth and not block.piece and not _is_number(block)


def _number(block: Block, printed: str) -> Block:
    """Return a block its number: a title becomes a heading, all else an item."""
    text = block.text.text
    if count_words(text) <= _LONGEST_LINE and text[-1:].isalnum() and text[:1].isupper():
        joined = Text.join((Text(printed), block.text), " ")
        return attrs.evolve(block, kind=BlockKind.HEADING, level=3, text=joined)
    return attrs.evolve(block, kind=BlockKind.ITEM, marker=printed, depth=1)


def _split_row(block: Block) -> tuple[str, Text] | None:
    """Return the number and the words of a row whose first of two cells is a number."""
    first, tab, rest = block.text.text.partition("\t")
    if not tab or "\t" in rest or not rest.strip() or not first.strip():
        return None
    marker = first.strip()
    found = find_enumerator(f"{marker} x")
    is_number = found is not None and found.printed == marker and not marker.isdigit()
    if not is_number and marker not in _BULLETS:
        return None
    return marker, block.text[len(first) + 1 :].strip()


def _untabulate(block: Block, marker: str, text: Text) -> Block:
    """Make an item of a row with a number, a paragraph of one with a dash."""
    if marker in _BULLETS:
        return attrs.evolve(block, kind=BlockKind.PARAGRAPH, depth=0, text=Text.join((Text(marker), text), " "))
    return _number(attrs.evolve(block, text=text), marker)
