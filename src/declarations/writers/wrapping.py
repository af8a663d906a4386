"""Lines of plain text: broken where words end, or between characters of scripts that write no spaces.

Whoever joins the lines gets the text back: a line is only broken at a space where joining brings the space back,
and between two characters only where joining brings none.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from declarations.numerals import find_enumerator
from declarations.scripts import DICTIONARY, UNSPACED, is_joined, measure_width

__all__ = ["looks_like_item", "wrap"]

_HAS_UNSPACED = re.compile(f"[{UNSPACED}]")
_IS_DICTIONARY = re.compile(f"[{DICTIONARY}]")
_STAYS = frozenset({"Pe", "Pf", "Po", "Lm", "Sk", "Mn", "Mc", "Me", "Cf"})  # categories that no line begins with
_SMALL = frozenset(
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ〜"
)  # UAX 14, class CJ
_WHITE = " \t\n\r\f"
_SPACES = re.compile(f"[{_WHITE}]+")
_OPENS = frozenset({"Ps", "Pi"})  # categories that no line ends with
_SIGN = re.compile(r"\[\d{1,3}\]|[*†‡\u00b9\u00b2\u00b3\u2070\u2074-\u2079]|_{3}|[^\w\s\"'“”‘’«»()\[\]]+(?:\s|$)")
_LOOKED_AT = 120  # characters of a line that tell whether it looks like an item
_MOST_MOVED = 6  # units that go to another line, so that none does


class _Words:
    """A line of text, cut wherever a line may end."""

    def __init__(self, text: str) -> None:
        units = [*_cut(text)]
        self.count = len(units)
        self._text = "".join(units)
        self._gaps = [unit[:1] == " " for unit in units]
        self._ends = [*accumulate(map(len, units))]
        self._columns = self._ends if text.isascii() else [*accumulate(map(measure_width, units))]

    def fill(self, start: int, width: int) -> int:
        """Return the unit after the last that a line holds which begins with `start`, at least one."""
        return bisect_right(self._columns, self._find_gap_end(self._columns, start) + width, start + 1)

    def begin_item(self, start: int) -> bool:
        """Return whether a line that begins with a unit would look like an item."""
        place = self._find_gap_end(self._ends, start)
        return looks_like_item(self._text[place : place + _LOOKED_AT])

    def join(self, start: int, end: int) -> str:
        """Return a line; the space at its end stays where nobody could tell that there is one."""
        last = self._ends[end - 1]
        if end < self.count and self._gaps[end] and is_joined(self._text[last - 1], self._text[last + 1]):
            last += 1
        return self._text[self._find_gap_end(self._ends, start) : last]

    def _find_gap_end(self, ends: Sequence[int], start: int) -> int:
        """Return where the characters of a unit begin, after the space before it."""
        return (ends[start - 1] if start else 0) + self._gaps[start]


def wrap(text: str, width: int, *, first: int = 0, rest: int = 0) -> list[str]:
    """Break one line of text into lines of so many columns; longer words stay whole.

    `first` and `rest` are columns that are taken before the first line and of the others. `width` 0 is without
    end. White space becomes single spaces; no-break spaces stay. No line but the first begins as an item of a list
    or a note does.
    """
    words = _Words(text)
    lines: list[str] = []
    start, used = 0, first
    while start < words.count:
        end = words.fill(start, width - used) if width else words.count
        end = min(_avoid_items(words, start, end), words.count)
        lines.append(words.join(start, end))
        start, used = end, rest
    return lines


def _avoid_items(words: _Words, start: int, end: int) -> int:
    """Move the end of a line if the next one would look like the beginning of something else; back, if that helps."""
    nearest = chain(range(end, max(start, end - _MOST_MOVED), -1), range(end + 1, end + _MOST_MOVED))
    return next((place for place in nearest if place >= words.count or not words.begin_item(place)), end)


def looks_like_item(line: str) -> bool:
    """Return whether a line begins as an item of a list, a note or a rule does."""
    return _SIGN.match(line) is not None or find_enumerator(line, largest=None) is not None


def _cut(text: str) -> Iterator[str]:
    """Cut a text at every place where a line may end; a space stands before the pieces that had one."""
    words = _SPACES.split(text.strip(_WHITE))
    if not _HAS_UNSPACED.search(text):
        yield words[0]
        yield from (f" {word}" for word in words[1:])
        return
    row = ""
    for word in words:
        first, *others = _cut_word(word) if _HAS_UNSPACED.search(word) else (word,)
        if is_joined(row, first) and not _IS_DICTIONARY.match(first):
            row += f" {first}"  # a space between characters that join: nobody would know of it after a line end
        elif row:
            yield row
            row = f" {first}"
        else:
            row = first
        for piece in others:
            yield row
            row = piece
    yield row


def _cut_word(word: str) -> Iterator[str]:
    """Cut a word between characters of scripts without spaces; closing signs stay with what they close."""
    start = 0
    for place in range(1, len(word)):
        if _may_break(word[place - 1], word[place]):
            yield word[start:place]
            start = place
    yield word[start:]


def _may_break(before: str, after: str) -> bool:
    """Return whether a line may end between two characters (UAX 14, classes ID, CL, OP, NS, CJ, CM)."""
    if not is_joined(before, after) or _IS_DICTIONARY.match(before) or _IS_DICTIONARY.match(after):
        return False
    return (
        unicodedata.category(after) not in _STAYS and after not in _SMALL and unicodedata.category(before) not in _OPENS
    )
