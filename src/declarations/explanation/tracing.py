"""Which blocks each piece of a declaration came from, found by its words in the order of the page.

Recognition keeps all words and their order, so that one look along the blocks finds them. Only a few blocks
and characters ahead are looked at, which keeps it linear; what is not found there has no trace.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from declarations.model import Clause, Declaration
from declarations.recognition.reading import Judgement, Part, Reading
from declarations.text import Text

__all__ = ["Trace", "trace"]

Trace = Mapping[str, tuple[int, ...]]
"""Address of a piece (`title`, `formula`, `resolutions[2].items[0]`, `closing[1]`) to the numbers of its blocks."""

_Piece = tuple[str, str]  # an address and words that stand there

_AHEAD = 8  # blocks
_SLACK = 80  # characters in a block before the words: a label, spaces
_PROBE = 40  # characters of the beginning or the end of words that were cut or joined

_LINES = {
    Part.TITLE: "title",
    Part.SUBTITLE: "subtitle",
    Part.ENACTING: "enacting",
    Part.CONTEXT_HEADING: "context_heading",
    Part.RESOLUTIONS_HEADING: "resolutions_heading",
}
"""Parts whose blocks all became one field."""


def trace(reading: Reading) -> Trace:
    """Find the blocks of every piece of the declaration; blocks are counted from 1."""
    found: dict[str, dict[int, None]] = {}  # the inner dicts are ordered sets
    for number, judgement in enumerate(reading.judgements, 1):
        address = _LINES.get(judgement.part)
        if address and getattr(reading.declaration, address):
            found.setdefault(address, {})[number] = None
    for parts, pieces in _streams(reading.declaration):
        cursor = _Cursor(reading.judgements, parts)
        for address, words in pieces:
            for number in cursor.find(words):
                found.setdefault(address, {})[number] = None
    return {address: tuple(numbers) for address, numbers in found.items()}


def _streams(declaration: Declaration) -> Iterator[tuple[set[Part], Iterable[_Piece]]]:
    """Yield rows of pieces in the order of the page, each with the parts of the blocks that can hold them."""
    body = chain(
        _list_clauses("context", declaration.context),
        [("formula", declaration.formula.text)] if declaration.formula else (),
        _list_clauses("resolutions", declaration.resolutions),
    )
    yield {Part.ENACTING, Part.CONTEXT, Part.FORMULA, Part.RESOLUTION}, body
    closing, signatory = Part.CLOSING, Part.SIGNATORY
    yield {closing, signatory}, _number("closing", (text.text for text in declaration.closing))
    yield {closing, signatory, Part.MASTHEAD}, _number("votes", (vote.printed for vote in declaration.votes))
    yield {closing, signatory}, _number("signatories", (one.agent.name for one in declaration.signatories))
    notes = ((f"notes[{i}]", text.text) for i, note in enumerate(declaration.notes) for text in note.paragraphs)
    yield {Part.NOTE}, notes
    yield {Part.ANNEX}, _list_clauses("annexes", declaration.annexes)


def _number(field: str, lines: Iterable[str]) -> Iterator[_Piece]:
    return ((f"{field}[{index}]", line) for index, line in enumerate(lines))


def _list_clauses(field: str, clauses: Sequence[Clause]) -> Iterator[_Piece]:
    """Yield the words of clauses in reading order; a stack instead of recursion holds any depth."""
    stack: list[tuple[str, Clause | Text]] = []
    stack += [(f"{field}[{i}]", clause) for i, clause in enumerate(clauses)][::-1]
    while stack:
        address, part = stack.pop()
        if isinstance(part, Text):
            yield address, part.text
            continue
        if part.label and not (part.heading or part.paragraphs):
            yield address, part.label.printed
        stack += [(address, text) for text in reversed(part.tail)]
        stack += [(f"{address}.items[{i}]", item) for i, item in enumerate(part.items)][::-1]
        stack += [(address, text) for text in reversed(part.paragraphs)]
        if part.heading:
            stack.append((address, part.heading))


class _Cursor:
    """A place in the blocks of some parts; it only goes forward."""

    def __init__(self, judgements: Iterable[Judgement], parts: set[Part]) -> None:
        self._blocks = [
            (number, f"{one.block.marker} {one.block.text.text}" if one.block.marker else one.block.text.text)
            for number, one in enumerate(judgements, 1)
            if one.part in parts
        ]
        self._place = self._offset = 0

    def find(self, words: str) -> list[int]:
        """Return the numbers of the blocks that hold these words: whole, or line by line, or both ends of them."""
        bare = words.strip()
        for pieces in ([bare], bare.split("\n"), [bare[:_PROBE], bare[-_PROBE:]]):
            if numbers := [number for piece in pieces if (number := self._go_to(piece.strip()))]:
                return numbers
        return []

    def _go_to(self, words: str) -> int | None:
        if not words:
            return None
        start = self._offset
        for place in range(self._place, min(self._place + _AHEAD, len(self._blocks))):
            number, text = self._blocks[place]
            found = text.find(words, start, start + len(words) + _SLACK)
            if found >= 0:
                self._place, self._offset = place, found + len(words)
                return number
            start = 0
        return None
