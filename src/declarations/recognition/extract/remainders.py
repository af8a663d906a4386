"""The remainder of a block: words that no field of the declaration holds.

Clauses, closing words, notes and headings hold their blocks whole. A title, a masthead, signatures and labelled fields
are only read for what they tell: `Adopted by the Council on 7 March 2025` gives a date, perhaps an issuer, and leaves
the words around them. What is left is not lost: it is the remainder of the block.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import attrs

from declarations.blocks import Block, BlockKind
from declarations.language.phrases import fold
from declarations.model import Agent, Dated, Declaration, Identifier, Signatory, Vote
from declarations.model.metadata import METADATA
from declarations.recognition.document import Document
from declarations.recognition.extract.telling import is_telling
from declarations.recognition.reading import Part
from declarations.recognition.wording.stretches import Span
from declarations.scripts import UNSPACED
from declarations.text import Text

__all__ = ["Remainder", "find_remainders", "sort_remainders"]

_WORD = re.compile(rf"(?=\w)[{UNSPACED}]|[^\W_{UNSPACED}]+")
_EDGES = " \t\r\n\u00a0\u3000,;.…–—|·•/\\()（）：，。、；،؛"  # and no colon: it tells that a word is a label
_READ = (Part.TITLE, Part.SUBTITLE, Part.MASTHEAD, Part.SIGNATORY)
"""Parts whose blocks are read for fields."""
_LONGEST = 64  # words of a field that is looked for inside of a line; a longer one is a whole line or block
_END = ""
"""The key of a trie under which stands how many fields end there; all other keys are words."""


@attrs.frozen
class Remainder:
    """What is left of one block."""

    text: Text
    """The words that no field holds, in order: `…` stands for what was taken from between them."""
    is_read: bool
    """Whether a field holds any other words of the block."""


def sort_remainders(document: Document, declaration: Declaration) -> tuple[dict[int, Remainder], list[int]]:
    """Return the remainders of the blocks that are read for fields, by index, and which of them tell more."""
    blocks = {segment.id: segment.block for segment in document.of(*_READ)}
    fields = {id: document.blocks[id] for id in document.labelled_fields.ids}
    printed = {index: _print(block, document.parts[index]) for index, block in sorted({**blocks, **fields}.items())}
    remainders = find_remainders(printed, declaration)
    known = {fold(word) for value in _list_fields(declaration) for word in _WORD.findall(value)}
    telling = [
        index
        for index, one in remainders.items()
        if index in blocks and is_telling(one.text.text, known, document.dates, document.lexicons, is_read=one.is_read)
    ]
    return remainders, telling


def _print(block: Block, part: Part) -> Block:
    """Return a block with its label or number in its words; the number of an item that signs says nothing."""
    if not block.marker or (part is Part.SIGNATORY and block.kind is BlockKind.ITEM):
        return block
    return attrs.evolve(block, text=Text.join((Text(block.marker), block.text), " "), marker=None)


def _list_fields(declaration: Declaration) -> Iterator[str]:
    """Yield the strings of all fields that hold a piece of a line, as printed."""
    yield from (value for value in (declaration.title, declaration.subtitle) if value)
    every = (value for field in METADATA for value in field.list_values(declaration))
    for value in (*every, *declaration.signatories):
        make = _STRINGS.get(type(value))
        yield from (string for string in (make(value) if make else ()) if string)


_STRINGS: Mapping[type, Callable[[Any], Iterable[str | None]]] = {
    str: lambda words: (words,),
    Identifier: lambda identifier: (identifier.value, identifier.scheme),
    Agent: lambda agent: (agent.name, agent.abbreviation, agent.url),
    Dated: lambda dated: (dated.text,),
    Vote: lambda vote: vote.printed.split("\n"),
    Signatory: lambda one: (*_list_names(one.agent), one.capacity, *_list_names(one.on_behalf_of)),
}
"""What of a value is printed, by its class; the kind of a document is not."""


def _list_names(agent: Agent | None) -> Iterable[str | None]:
    return _STRINGS[Agent](agent) if agent else ()


def find_remainders(blocks: Mapping[int, Block], declaration: Declaration) -> dict[int, Remainder]:
    """Return the remainder of every block that has one, by the key of the block.

    `blocks` are those that are read for fields, in order. Each field of the declaration claims its words once, at the
    first place where they stand; of two fields that begin there, the longer one.
    """
    fields = _Fields(_list_fields(declaration))
    remainders: dict[int, Remainder] = {}
    for key, block in blocks.items():
        claimed = [*fields.claim(block.text.text)]
        left = [*_find_pieces(block.text.text, claimed)]
        if left:
            remainders[key] = Remainder(_join(block.text, left), bool(claimed))
    return remainders


class _Fields:
    """The words of all fields that have not claimed a place yet."""

    def __init__(self, values: Iterable[str]) -> None:
        self._long: Counter[tuple[str, ...]] = Counter()
        self._trie: dict[Any, Any] = {}
        for value in values:
            words = tuple(_WORD.findall(value))
            if len(words) > _LONGEST:
                self._long[words] += 1
            elif words:
                node = self._trie
                for word in words:
                    node = node.setdefault(word, {})
                node[_END] = node.get(_END, 0) + 1

    def claim(self, text: str) -> Iterator[Span]:
        """Yield the stretches of a text that fields hold, in order, and take these fields away."""
        words = [*_WORD.finditer(text)]
        at = 0
        while at < len(words):
            size = self._take_long(words, at, text) or self._take_short(words, at)
            if size:
                yield Span(words[at].start(), words[at + size - 1].end())
            at += size or 1

    def _take_long(self, words: Sequence[re.Match[str]], at: int, text: str) -> int:
        """Take a long field that is the whole text or the line that begins at a word; return how many words it has."""
        if not self._long or (at and "\n" not in text[words[at - 1].end() : words[at].start()]):
            return 0
        stop = text.find("\n", words[at].start()) % (len(text) + 1)
        line = bisect_left(words, stop, lo=at, key=re.Match.start)
        for end in (line,) if at else (len(words), line):
            key = tuple(word[0] for word in words[at:end])
            if self._long[key]:
                self._long[key] -= 1
                return len(key)
        return 0

    def _take_short(self, words: Sequence[re.Match[str]], at: int) -> int:
        """Take the longest field that begins at a word; return how many words it has, 0 if there is none."""
        node, path = self._trie, []
        for word in islice(words, at, at + _LONGEST):
            if word[0] not in node:
                break
            node = node[word[0]]
            path.append(node)
        while path and not path[-1].get(_END):
            path.pop()
        if path:
            path[-1][_END] -= 1
        return len(path)


def _find_pieces(text: str, claimed: Iterable[Span]) -> Iterator[Span]:
    """Yield the stretches between those that are claimed that hold a word, without the punctuation at their edges."""
    start = 0
    for span in (*claimed, Span(len(text), len(text))):
        piece = Span(start, span.start).trimmed(text, _EDGES)
        if _WORD.search(text, piece.start, piece.end):
            yield piece
        start = span.end


def _join(text: Text, pieces: Iterable[Span]) -> Text:
    """Put pieces of a text together; marks keep their words."""
    joined: list[Text] = []
    end = 0
    for piece in pieces:
        if joined:
            joined.append(Text("\n" if "\n" in text.text[end : piece.start] else " … "))
        joined.append(text[piece.start : piece.end])
        end = piece.end
    return Text.join(joined, "")
