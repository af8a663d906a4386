"""Lines that state a fact with its label, `Issuer: …`, `Lieu : …`, `日期：…`, under the title and at the end.

The labels are those of our catalogs, so that every text we write is read back, and every other one that prints
such lines is read as well.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

import attrs

from declarations.blocks import Block, BlockKind
from declarations.errors import DateError, LocaleError
from declarations.language.dates import parse_date
from declarations.language.fieldwords import SOURCE_FIELDS, STATED, FieldWords, find_field_words
from declarations.language.messages import available_catalogs
from declarations.language.phrases import fold
from declarations.parts import Attribute, Piece
from declarations.recognition.document import Document
from declarations.scripts import CLAUSE_ENDS, SENTENCE_ENDS, count_words, find_end
from declarations.validation import names_region

__all__ = ["clean_value", "cut_labelled_fields"]

_LINE = re.compile(r"(?P<label>[^:：\n]{1,40}?)\s?[:：]\s?")
_HEAD = 6  # other blocks among which lines under the title stand
_MOST = 200  # blocks with such lines, and lines of one
_PROSE = 15  # words of a paragraph before which they stand
_FEWEST = 2  # different labels by which lines in another language than that of the document are known
_SIGNS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def clean_value(text: str) -> str:
    """Take the signs of directions (UAX 9) from around the words of a value, and fold its white space."""
    return " ".join(text.split()).strip(f"{_SIGNS} ")


def cut_labelled_fields(document: Document) -> Document:
    """Make a block of every line that states a fact: its label is the marker, its piece `Piece.FACT`.

    Lines in other languages than those that the document may be in must be several.
    """
    blocks, around = document.blocks, document.boilerplate
    places: dict[int, tuple[str, ...]] = dict.fromkeys(islice(_find_tail(blocks, around), _MOST), SOURCE_FIELDS)
    places |= dict.fromkeys(islice(_find_head(blocks, around), _MOST), STATED)
    labels = {fold(label) for place in places for label, _ in _split_lines(blocks[place])}
    tags = (tag for tag in (document.language.tag, *document.language.hints) if tag)
    words = _choose(labels, tags) if labels else None
    if words is None:
        return document
    made: list[tuple[Block, str | None]] = []
    for place, block in enumerate(blocks):
        pieces = _cut(block, words, places[place]) if place in places else (block,)
        made += ((piece, around.get(place)) for piece in pieces)
    has_fields = any(block.piece == Piece.FACT for block, _ in made)
    return document.segmented(made).learn(field_words=words if has_fields else None)


def _find_head(blocks: Sequence[Block], around: Collection[int]) -> Iterator[int]:
    """Yield the blocks before the first words of the text itself that hold lines with labels."""
    seen = 0
    for place, block in enumerate(blocks):
        if place in around:
            continue
        if _may_state(block):
            yield place
        elif seen >= _HEAD or (seen and _is_text(block)):
            return
        else:
            seen += 1


def _is_text(block: Block) -> bool:
    """Return whether a block is no line of a masthead: it is long, or ends as a sentence or a clause does."""
    text = block.text.text.rstrip()
    is_long = count_words(text) >= _PROSE or find_end(text) in SENTENCE_ENDS | CLAUSE_ENDS
    return is_long and block.kind is not BlockKind.HEADING


def _find_tail(blocks: Sequence[Block], around: Collection[int]) -> Iterator[int]:
    """Yield the last blocks before the notes that hold lines with labels."""
    for place in range(len(blocks) - 1, -1, -1):
        if place in around or blocks[place].kind is BlockKind.NOTE:
            continue
        if not _may_state(blocks[place]):
            return
        yield place


def _may_state(block: Block) -> bool:
    is_line = block.kind is BlockKind.PARAGRAPH and not block.depth and not block.part and block.piece is None
    return is_line and block.text.text.count("\n") < _MOST and any(True for _ in _split_lines(block))


def _split_lines(block: Block) -> Iterator[tuple[str, str]]:
    """Yield label and value of every line of a block that has both."""
    for line in block.text.text.split("\n"):
        if (found := _LINE.match(line)) and line[found.end() :].strip():
            yield found["label"].strip(), line[found.end() :]


def _choose(labels: Collection[str], tags: Iterable[str]) -> FieldWords | None:
    """Choose the language that knows most labels, first among those that the document may be in."""
    near = [words for tag in tags if (words := _find_words(tag))]
    best = max(near, key=lambda words: _count(words, labels), default=None)
    if best and _count(best, labels) == len(labels):
        return best
    every = [best] if best else []
    if len(labels) >= _FEWEST:
        every += map(find_field_words, available_catalogs())
    chosen = max(every, key=lambda words: _count(words, labels), default=None)
    if chosen is None:
        return None
    return chosen if _count(chosen, labels) >= (1 if chosen in near else _FEWEST) else None


def _find_words(tag: str) -> FieldWords | None:
    try:
        return find_field_words(tag)
    except LocaleError:
        return None


def _count(words: FieldWords, labels: Iterable[str]) -> int:
    return sum(label in words.labels for label in labels)


def _cut(block: Block, words: FieldWords, fields: Collection[str]) -> Iterator[Block]:
    """Cut a block into lines that state one of some fields, and what stands between them."""
    start = end = 0
    for line in block.text.text.split("\n"):
        begin, end = end, end + len(line) + 1
        found = _LINE.match(line)
        field = words.labels.get(fold(found["label"].strip()), "") if found else ""
        if found is None or field not in fields or not _is_readable(field, clean_value(line[found.end() :]), words):
            continue
        if block.text.text[start:begin].strip():
            yield attrs.evolve(block, text=block.text[start:begin].strip())
        yield attrs.evolve(
            block,
            text=block.text[begin + found.end() : end - 1].strip(),
            marker=line[: found.end()].strip(),
            attributes={Attribute.PIECE: Piece.FACT, Attribute.FIELD: field},
        )
        start = end
    if block.text.text[start:].strip() or not start:
        yield block if not start else attrs.evolve(block, text=block.text[start:].strip())


def _is_readable(field: str, value: str, words: FieldWords) -> bool:
    """Return whether the value of a field can be what it is said to be."""
    if field == "language":
        return names_region(value)
    if field == "kind":
        return fold(value) in words.kinds
    if field == "date":
        return any(_is_date(text, words.tag) for text in (value, words.split_detail(value)[0]))
    return bool(value)


def _is_date(text: str, tag: str) -> bool:
    try:
        parse_date(text, locale=tag)
    except DateError:
        return False
    return True
