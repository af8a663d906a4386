"""The lists that are open while a plain text is read: which one an item belongs to, and how deep it stands.

Indentation decides where there is some. Where all lines stand at the margin the numbers do: one that follows the
last of an open list goes on with it, and one that begins a series of another kind stands inside or beside it.
"""

from __future__ import annotations

import re

import attrs

from declarations.numerals import Enumerator
from declarations.numerals.successors import find_successor, is_successor, start_series

__all__ = ["Item", "Levels"]

_DEEPEST = 20
_LEADING = (":", "：")
_CLOSED = re.compile(r"[.,;!?…。，；！？।॥؛؟۔،、]\W{0,3}(?:\w{1,5})?$")  # `…; and` is closed too
_TAIL = 12  # characters in which that is looked for
_CAPITALS, _DIGITS = 0, 1  # ranks that need more than that to stand one in the other


@attrs.frozen
class Item:
    """What is known of an item before it has a place."""

    indent: int
    """Columns before it."""
    enumerator: Enumerator
    """Its number or bullet."""
    following: Enumerator | None = None
    """The next enumerator in the text that looks alike."""


@attrs.define
class _Level:
    """One list that is open."""

    indent: int
    last: Enumerator
    """The enumerator of its last item, as far as the items before it tell what it counts."""
    following: Enumerator | None
    number: int
    """Which list of the text it is, counted from 1."""
    held: set[str] = attrs.field(factory=set)
    """Styles of the lists that stood inside its items."""

    @property
    def goes_on(self) -> bool:
        """Whether the next number of its kind in the text is the next of this list."""
        return not self.last.is_bullet and self.following is not None and is_successor(self.following, self.last)

    def holds(self, inner: Enumerator, *, before: str) -> bool:
        """Return whether a series can begin inside the last item; `before` are its words, if it is the one before."""
        if before.endswith(_LEADING) or inner.style in self.held or self.goes_on:
            return True
        outer_rank, inner_rank = self.last.rank, inner.rank
        if outer_rank <= inner_rank and (outer_rank, inner_rank) != (_CAPITALS, _DIGITS):
            return True
        return bool(before and not self.last.is_bullet and not _CLOSED.search(before[-_TAIL:]))


class Levels:
    """Keeps the open lists, outermost first.

    `nests` says that items of inner lists stand further in, so that items below each other are of one list.
    """

    def __init__(self, *, nests: bool = False) -> None:
        self._nests = nests
        self._levels: list[_Level] = []
        self._is_interrupted = False
        self._count = 0

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self._levels)

    @property
    def number(self) -> int:
        """Which list of the text the innermost is, counted from 1; 0 if none is open."""
        return self._levels[-1].number if self._levels else 0

    def interrupt(self) -> None:
        """Note that words outside of all lists came: only the next number can go on with a list now."""
        self._is_interrupted = True

    def expects(self, enumerator: Enumerator) -> bool:
        """Return whether an enumerator is the next of some open list."""
        return any(is_successor(enumerator, level.last) for level in self._levels)

    def stands_outside(self, enumerator: Enumerator, indent: int) -> bool:
        """Return whether a number is that of a paragraph: it stands further out than a list that it does not go on."""
        is_out = bool(self._levels) and indent < self._levels[0].indent - 1
        return is_out and not enumerator.is_bullet and not self.expects(enumerator)

    def find_around(self, indent: int) -> tuple[int, int]:
        """Return depth and number of the list in whose items a paragraph with this indentation stands; 0 outside."""
        if not self._is_interrupted:
            for depth in range(len(self._levels), 0, -1):
                if indent > self._levels[depth - 1].indent + 1:
                    return depth, self._levels[depth - 1].number
        return 0, 0

    def place(self, item: Item, before: str) -> bool:
        """Find the list of an item, close those inside it or open a new one; tell whether it goes on with a list.

        `before` are the words of the item before.
        """
        if self._is_interrupted and not any(
            not level.last.is_bullet and is_successor(item.enumerator, level.last) for level in self._levels
        ):
            self._levels.clear()
        self._is_interrupted = False
        while len(self._levels) > 1 and item.indent < self._levels[-1].indent - 1:
            self._levels.pop()
        if self._go_on(item, before):
            return True
        self._begin(item, before)
        return False

    def _go_on(self, item: Item, before: str) -> bool:
        for depth in range(len(self._levels), 0, -1):
            level = self._levels[depth - 1]
            if abs(level.indent - item.indent) > 1:
                continue
            if successor := find_successor(item.enumerator, level.last):
                if _begins_inside(item, successor, before):
                    return False
                self._take(depth, item, successor)
                return True
        return False

    def _begin(self, item: Item, before: str) -> None:
        """Begin a list inside the innermost, or beside the one that it cannot stand in."""
        start = start_series(item.enumerator)
        if self._nests:
            while self._levels and item.indent <= self._levels[-1].indent + 1:
                self._levels.pop()
        if self._levels and item.indent <= self._levels[-1].indent + 1:
            alike = self._find_alike(start)
            if not start.is_first:  # a number left out or misprinted
                self._take(alike or self.depth, item, start)
                return
            if alike:
                del self._levels[alike - 1 :]
                before = ""
            while self._levels and not self._levels[-1].holds(start, before=before):
                self._levels.pop()
                before = ""
        if self.depth >= _DEEPEST:
            self._take(self.depth, item, start)
            return
        self._count += 1
        if self._levels:
            self._levels[-1].held.add(start.style)
        self._levels.append(_Level(item.indent, start, item.following, self._count))

    def _find_alike(self, start: Enumerator) -> int:
        """Return the depth of the innermost list that counts in the same way; 0 if there is none."""
        depths = range(self.depth, 0, -1)
        return next((depth for depth in depths if self._levels[depth - 1].last.looks_like(start)), 0)

    def _take(self, depth: int, item: Item, enumerator: Enumerator) -> None:
        """Go on with the list at a depth."""
        del self._levels[depth:]
        self._levels[-1].last, self._levels[-1].following = enumerator, item.following


def _begins_inside(item: Item, successor: Enumerator, before: str) -> bool:
    """Return whether a number that could go on, as (i) after (h), begins a series of Roman numbers inside."""
    start = start_series(item.enumerator)
    if not start.is_first or start.readings == successor.readings or item.enumerator.is_bullet:
        return False
    if item.following is not None:
        if is_successor(item.following, successor):
            return False
        if is_successor(item.following, start):
            return True
    return before.endswith(_LEADING)
