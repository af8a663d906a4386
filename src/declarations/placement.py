"""Where a block of one of our own Markdown pages belongs, told from its shape alone as far as that goes.

Writer and reader ask the same rules. What the shape does not tell, the writer says in a comment before the
block, `<!-- declaration: tail -->`, so that a page holds few of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

import attrs

from declarations.numerals import find_enumerator, read_numeral
from declarations.parts import AFTER, CLAUSES, PagePart, Piece

__all__ = [
    "HEAD",
    "SEPARATOR",
    "VERSION",
    "Hint",
    "Place",
    "Placement",
    "Shape",
    "count_label",
    "has_own_line",
    "is_titled",
    "read_hint",
]

SEPARATOR = "\u2002"
"""The space between a printed number and the words that it counts; in words it is written as `&ensp;`."""

VERSION = "declaration_format"
"""Key of the front matter that says the version of the format, and that the page is ours."""

HEAD = (
    *("kind", "identifiers", "issuers", "addressees", "dates", "place", "meeting", "language"),
    *("votes", "signatories", "source", "translation_of"),
)
"""Keys of the front matter that make `Page.head`; site builders may have any others."""

_UNDER_HEADINGS = frozenset({PagePart.CONTEXT_HEADING, PagePart.RESOLUTIONS_HEADING})
_HIGHEST, _LOWEST = 2, 6  # levels of headings below the title
_DIGITS = 6  # of a depth
_LONGEST_TITLE = 80  # characters
_COMMENT = re.compile(r"<!-- declaration: ([a-z][A-Za-z0-9=_. -]*) -->")
_PIECES = frozenset({Piece.HEADING, Piece.PARAGRAPH, Piece.TAIL, Piece.BARE})


class Shape(StrEnum):
    """How a block is written."""

    HEADING = "heading"
    ITEM = "item"
    """The first block of a list item."""
    PARAGRAPH = "paragraph"


@attrs.frozen
class Place:
    """Where a block belongs."""

    part: str | None
    """The part, as in `Block.part`."""
    piece: str | None = None
    """The piece of a clause."""
    is_first: bool = False
    """Whether a clause, a signatory or a note begins with it."""
    depth: int = 0
    """How many clauses it stands in."""


@attrs.frozen(kw_only=True)
class Hint:
    """What a comment says about the block after it; None and False say nothing."""

    part: str | None = None
    """`Place.part` of all blocks from here on."""
    piece: str | None = None
    """`Place.piece` of the block."""
    is_first: bool | None = None
    """`Place.is_first` of the block."""
    depth: int | None = None
    """`Place.depth` of the block."""
    target: str | None = None
    """Id of a note."""
    is_blank: bool = False
    """Whether the comment stands for the block, which has no words."""
    is_label: bool = False
    """Whether the words are a number and nothing else."""
    is_plain: bool = False
    """Whether the words have no number, although they begin like one."""

    def __str__(self) -> str:
        """Write the comment."""
        return f"<!-- declaration: {' '.join(self._words())} -->"

    def _words(self) -> Iterator[str]:
        if self.part:
            yield self.part
        if self.is_first is not None:
            yield "first" if self.is_first else "more"
        if self.piece:
            yield f"piece={self.piece}"
        if self.depth is not None:
            yield f"depth={self.depth}"
        if self.target:
            yield f"id={self.target}"
        yield from (word for word in ("blank", "label", "plain") if getattr(self, f"is_{word}"))

    def over(self, place: Place) -> Place:
        """Return a place with what the comment says about it."""
        return Place(
            place.part,
            self.piece or place.piece,
            place.is_first if self.is_first is None else self.is_first,
            place.depth if self.depth is None else self.depth,
        )


def read_hint(comment: str) -> Hint | None:
    """Read a comment; None for one that is no hint or not understood."""
    found = _COMMENT.fullmatch(comment.strip())
    if not found:
        return None
    said: dict[str, object] = {}
    for word in found[1].split():
        name, _, value = word.partition("=")
        if name == "piece" and value in _PIECES:
            said["piece"] = value
        elif name == "depth" and value.isdecimal() and len(value) <= _DIGITS:
            said["depth"] = int(value)
        elif name == "id" and value:
            said["target"] = value
        elif word in ("blank", "label", "plain"):
            said[f"is_{word}"] = True
        elif word in ("first", "more"):
            said["is_first"] = word == "first"
        elif value or "part" in said:
            return None
        else:
            said["part"] = word
    return Hint(**said)  # type: ignore[arg-type]


@attrs.define
class _Host:
    """The clause to which more words in one container would belong."""

    depth: int
    is_open: bool  # whether plain paragraphs go on with it
    has_items: bool = False


class Placement:
    """Follows the blocks of a page; `nesting` is the number of list items that a block stands in.

    `expect` tells where a block belongs if nothing is said, `take` is told where it does belong.
    """

    def __init__(self) -> None:
        self.part: str | None = None
        self._highest = _HIGHEST
        self._begin()

    def _begin(self) -> None:
        self._floors = [-1]  # for every container the depth of the clause that it belongs to
        self._hosts: list[_Host | None] = [None]

    def enter(self, part: str | None) -> None:
        """Begin another part."""
        self._highest = _HIGHEST + (self.part in _UNDER_HEADINGS)
        self.part = part
        self._begin()

    def find_level(self, depth: int) -> int:
        """Return the level of the heading of a clause."""
        return min(self._highest + depth, _LOWEST)

    def expect(self, shape: Shape, nesting: int, *, level: int = 0, is_labelled: bool = False) -> Place:
        """Return where a block of a shape belongs; `level` is that of a heading."""
        if shape is Shape.HEADING and level == 1 and self.part is None:
            return Place(PagePart.TITLE)
        if self.part not in CLAUSES:
            return Place(self.part, None, self.part == PagePart.SIGNATORY)
        nesting = min(nesting, len(self._floors) - (shape is not Shape.ITEM))
        if shape is Shape.HEADING:
            depth = max(level - self._highest, self._floors[nesting] + 1)
            return Place(self.part, Piece.HEADING, True, depth)
        if shape is Shape.ITEM:
            around = self._hosts[nesting - 1]
            depth = self._floors[nesting - 1] if around is None else around.depth
            return Place(self.part, Piece.PARAGRAPH, True, depth + 1)
        host = self._hosts[nesting]
        if is_labelled or host is None or not host.is_open:
            return Place(self.part, Piece.PARAGRAPH, True, self._floors[nesting] + 1)
        return Place(self.part, Piece.TAIL if host.has_items else Piece.PARAGRAPH, False, host.depth)

    def take(self, shape: Shape, nesting: int, place: Place) -> None:
        """Take note of where a block belongs."""
        if place.part != self.part:
            self.enter(place.part)
        if self.part in AFTER:
            self.enter(AFTER[self.part])
        elif self.part in CLAUSES:
            self._take_clause(shape, nesting, place)

    def _take_clause(self, shape: Shape, nesting: int, place: Place) -> None:
        is_item = shape is Shape.ITEM
        nesting = min(nesting, len(self._floors) - (not is_item))
        kept = nesting + (not is_item)
        del self._floors[kept:], self._hosts[kept:]
        host = self._hosts[-1]
        if is_item:
            if host is not None and place.depth > host.depth:
                host.has_items = True
            else:
                self._hosts[-1] = None
            self._floors.append(place.depth)
            self._hosts.append(_Host(place.depth, is_open=True))
        elif place.is_first:
            self._hosts[-1] = _Host(place.depth, is_open=shape is Shape.HEADING)
        elif host is None or host.depth != place.depth:
            self._hosts[-1] = _Host(place.depth, is_open=True, has_items=place.piece == Piece.TAIL)
        else:
            host.has_items |= place.piece == Piece.TAIL


def has_own_line(printed: str) -> bool:
    """Return whether a number has a line of its own, as `Article 3` has, and not `3.` and `(a)`."""
    words = printed.strip()
    found = find_enumerator(f"{words} X", largest=None)
    return "\n" not in words and len(words) <= _LONGEST_TITLE and (found is None or found.printed != words)


def is_titled(words: str) -> bool:
    """Return whether a heading is nothing but a number, as far as it tells that alone."""
    found = find_enumerator(words, largest=None)
    names = found is not None and words[found.end :][:1].isupper()  # `1. Walls`, as somebody types it
    return not names and has_own_line(words) and bool(read_numeral(words))


def count_label(printed: str) -> dict[str, str]:
    """Return ordinal and style of a printed number as facts, as far as it tells them alone."""
    readings = read_numeral(printed)
    if not readings:
        return {"style": "other"}
    style, ordinal, _, _ = min(readings, key=lambda reading: (reading.doubt, reading.ordinal))
    return {"ordinal": str(ordinal), "style": style}
