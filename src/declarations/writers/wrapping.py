"""Lines of plain text: broken where words end, or between characters of scripts that write no spaces.

Whoever joins the lines gets the text back: a line is only broken at a space where joining brings the space back,
and between two characters only where joining brings none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from declarations.numerals import find_printed
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
_LOOKED_AT = 60  # characters of a line that tell whether it looks like an item
_MOST_MOVED = 6  # units that go to another line, so that none does


class _Unit(NamedTuple):
    """A stretch of text that no line break stands in."""

    text: str
    """Its characters."""
    gap: str
    """What stands before it if it does not begin a line: a space or nothing."""

    @property
    def width(self) -> int:
        """How many columns it takes."""
        return measure_width(self.text)


def wrap(text: str, width: int, *, first: int = 0, rest: int = 0) -> list[str]:
    """Break one line of text into lines of so many columns; longer words stay whole.

    `first` and `rest` are columns that are taken in front of the first line and of the others. `width` 0 is without
    end. White space becomes single spaces; no-break spaces stay. No line but the first begins as an item of a list
    or a note does.
    """
    units = [*_find_units(text)]
    lines: list[str] = []
    start, used = 0, first
    while start < len(units):
        end = _fill(units, start, width - used) if width else len(units)
        end = _avoid_items(units, start, end)
        end = min(end, len(units))
        lines.append(_join(units[start:end]) + _find_kept_gap(units, end))
        start, used = end, rest
    return lines


def _fill(units: Sequence[_Unit], start: int, width: int) -> int:
    """Give the unit behind the last that a line holds, at least one."""
    used, end = units[start].width, start + 1
    while end < len(units) and used + len(units[end].gap) + units[end].width <= width:
        used += len(units[end].gap) + units[end].width
        end += 1
    return end


def _avoid_items(units: Sequence[_Unit], start: int, end: int) -> int:
    """Move the end of a line if the next one would look like the beginning of something else; back, if that helps."""
    nearest = (*range(end, max(start, end - _MOST_MOVED), -1), *range(end + 1, end + _MOST_MOVED))
    return next((place for place in nearest if place >= len(units) or not _begins_item(units, place)), end)


def _begins_item(units: Sequence[_Unit], start: int) -> bool:
    """Tell whether a line that begins with a unit would look like an item."""
    line = units[start].text[:_LOOKED_AT]
    for unit in units[start + 1 : start + _LOOKED_AT]:
        if len(line) >= _LOOKED_AT:
            break
        line += f"{unit.gap}{unit.text[:_LOOKED_AT]}"
    return looks_like_item(line)


def looks_like_item(line: str) -> bool:
    """Tell whether a line begins as an item of a list, a note or a rule does."""
    return _SIGN.match(line) is not None or find_printed(line) is not None


def _join(units: Sequence[_Unit]) -> str:
    return units[0].text + "".join(f"{unit.gap}{unit.text}" for unit in units[1:])


def _find_kept_gap(units: Sequence[_Unit], end: int) -> str:
    """Give the space that stays at the end of a line, where nobody could tell that there is one."""
    is_kept = end < len(units) and units[end].gap and is_joined(units[end - 1].text, units[end].text)
    return units[end].gap if is_kept else ""


def _find_units(text: str) -> Iterator[_Unit]:
    """Cut a text at every place where a line may end."""
    row: list[str] = []
    gap = ""
    for word in _SPACES.split(text.strip(_WHITE)):
        first, *others = _cut_word(word) if _HAS_UNSPACED.search(word) else (word,)
        if row and is_joined(row[-1], first) and not _IS_DICTIONARY.match(first):
            row += (" ", first)  # a space between characters that join: nobody would know of it behind a line end
        else:
            if row:
                yield _Unit("".join(row), gap)
                gap = " "
            row = [first]
        for piece in others:
            yield _Unit("".join(row), gap)
            row, gap = [piece], ""
    yield _Unit("".join(row), gap)


def _cut_word(word: str) -> Iterator[str]:
    """Cut a word between characters of scripts without spaces; closing signs stay with what they close."""
    start = 0
    for place in range(1, len(word)):
        if _may_break(word[place - 1], word[place]):
            yield word[start:place]
            start = place
    yield word[start:]


def _may_break(before: str, after: str) -> bool:
    """Tell whether a line may end between two characters (UAX 14, classes ID, CL, OP, NS, CJ, CM)."""
    if not is_joined(before, after) or _IS_DICTIONARY.match(before) or _IS_DICTIONARY.match(after):
        return False
    return (
        unicodedata.category(after) not in _STAYS and after not in _SMALL and unicodedata.category(before) not in _OPENS
    )
