"""Numerals that add up letters: Roman, Greek, Hebrew, Arabic, Armenian, Georgian and Ethiopic ones.

Each is written from the largest letter down (CSS Counter Styles Level 3, `system: additive`) and has one
canonical form; only that form is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import attrs

__all__ = [
    "ADDITIVE",
    "Additive",
    "format_ethiopic",
    "format_roman",
    "parse_ethiopic",
    "parse_roman",
    "read_hebrew",
]

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_ROMAN_SHAPE = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {letter: value for value, letter in _ROMAN if len(letter) == 1}
_LONGEST = 8  # letters of the longest numeral below a thousand, and some to spare


def _add(symbols: Sequence[tuple[int, str]], number: int) -> str:
    written = []
    for value, symbol in symbols:
        count, number = divmod(number, value)
        written.append(symbol * count)
    return "".join(written)


def format_roman(number: int) -> str | None:
    """Write 1 to 3999 as lower-case Roman numerals; None outside that."""
    return _add(_ROMAN, number) if 0 < number < 4000 else None


def parse_roman(text: str) -> int | None:
    """Read Roman numerals of either case in their one canonical form; None for anything else."""
    lower = text.lower()
    if not lower or not _ROMAN_SHAPE.fullmatch(lower):
        return None
    values = [_ROMAN_VALUES[letter] for letter in lower]
    return values[-1] + sum(-value if value < after else value for value, after in pairwise(values))


@attrs.frozen
class Additive:
    """Letters that stand for 1 to 9, for the tens and for the hundreds."""

    name: str
    """Its name, the same for both cases."""
    style: str
    """Counter style, by the name that CSS has for it if it has one."""
    letters: str
    """The letters for 1 … 9, 10 … 90, 100 …, as far as they go."""
    exceptions: tuple[tuple[int, str], ...] = ()
    """Numbers below twenty that are written as they stand here, as the Hebrew 15 and 16."""
    rank: int = 1
    """How far after the letters in their order it stands where both are used; 0 if it comes first."""

    def format(self, number: int) -> str | None:
        """Write a number below the first without letters; None for others."""
        symbols = _symbols(self)
        return _add(symbols, number) if 0 < number < _limit(symbols) else None

    def parse(self, text: str) -> int | None:
        """Read a number in its one canonical form; None for anything else."""
        if not 0 < len(text) <= _LONGEST:
            return None
        values = _values(self)
        total = 0
        for letter in text:
            if letter not in values:
                return None
            total += values[letter]
        return total if self.format(total) == text else None


@cache
def _symbols(system: Additive) -> tuple[tuple[int, str], ...]:
    values = [10**power * digit for power in range(4) for digit in range(1, 10)]
    pairs = [*zip(values, system.letters, strict=False), *system.exceptions]
    return tuple(sorted(pairs, reverse=True))


@cache
def _values(system: Additive) -> dict[str, int]:
    return {symbol: value for value, symbol in _symbols(system) if len(symbol) == 1}


def _limit(symbols: Sequence[tuple[int, str]]) -> int:
    """Return the first number that is too large: no letter stands for more than nine times its power of ten."""
    largest = str(symbols[0][0])
    return int(largest) + int("1" + "0" * (len(largest) - 1))


_ARMENIAN = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփք"

_HEBREW_TEENS = ((15, "טו"), (16, "טז"), (17, "יז"), (18, "יח"), (19, "יט"))  # 10 + 5 and 10 + 6 would be holy names

ADDITIVE = (
    Additive("hebrew", "hebrew", "אבגדהוזחטיכלמנסעפצקרשת", _HEBREW_TEENS, rank=0),
    Additive("greek-numeric", "lower-greek-numeric", "αβγδεϛζηθικλμνξοπϟρστυφχψωϡ"),
    Additive("greek-numeric", "upper-greek-numeric", "ΑΒΓΔΕϚΖΗΘΙΚΛΜΝΞΟΠϞΡΣΤΥΦΧΨΩϠ"),
    Additive("abjad-numeric", "arabic-abjad", "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
    Additive("armenian", "lower-armenian", _ARMENIAN),
    Additive("armenian", "upper-armenian", _ARMENIAN.upper()),
    Additive("georgian", "georgian", "აბგდევზჱთიკლმნჲოპჟრსტჳფქღყშჩცძწჭხჴჯჰ"),
)
"""The systems; what they read is folded first (`declarations.numerals.folding`)."""


def read_hebrew(letters: str) -> int | None:
    """Read a number below 1200 in Hebrew letters without signs, in its one canonical form; None for anything else."""
    rest = letters.lstrip("ת")
    count = len(letters) - len(rest)
    number = ADDITIVE[0].parse(rest) if rest else 0
    is_number = number is not None and 0 <= count <= _MOST_TAVS and number < _TAV and (count or rest)
    return _TAV * count + number if is_number and number is not None else None


_TAV, _MOST_TAVS = 400, 2
_ETHIOPIC_ONES = "፩፪፫፬፭፮፯፰፱"
_ETHIOPIC_TENS = "፲፳፴፵፶፷፸፹፺"
_ETHIOPIC_HUNDRED = "፻"


def format_ethiopic(number: int) -> str | None:
    """Write 1 to 9999 in Ethiopic numerals (CSS counter style `ethiopic-numeric`); None outside that."""
    if not 0 < number < 10_000:
        return None
    hundreds, rest = divmod(number, 100)
    head = (_below_hundred(hundreds) if hundreds > 1 else "") + _ETHIOPIC_HUNDRED if hundreds else ""
    return head + _below_hundred(rest)


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (_ETHIOPIC_TENS[tens - 1] if tens else "") + (_ETHIOPIC_ONES[ones - 1] if ones else "")


def parse_ethiopic(text: str) -> int | None:
    """Read Ethiopic numerals, `፲፪` and `፻፲`; None for anything else."""
    if not 0 < len(text) <= _LONGEST:
        return None
    total = group = 0
    for char in text:
        if char == _ETHIOPIC_HUNDRED:
            total, group = total + 100 * (group or 1), 0
        elif char in _ETHIOPIC_TENS:
            group += 10 * (_ETHIOPIC_TENS.index(char) + 1)
        elif char in _ETHIOPIC_ONES:
            group += _ETHIOPIC_ONES.index(char) + 1
        else:
            return None
    return total + group if format_ethiopic(total + group) == text else None
