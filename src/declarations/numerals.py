"""Numbers as they are printed in front of clauses: digits of any script, letters, Roman, Chinese."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["format_alphabetic", "format_roman", "parse_alphabetic", "parse_chinese", "parse_digits", "parse_roman"]

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_ROMAN_SHAPE = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {letter: value for value, letter in _ROMAN if len(letter) == 1}
_CHINESE_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "兩": 2,
    "两": 2,
}
_CHINESE_UNITS = {"十": 10, "廿": 20, "卅": 30, "百": 100, "千": 1000}
_LARGEST = 100_000


def format_roman(number: int) -> str | None:
    """Write 1 to 3999 as lower-case Roman numerals; None outside that."""
    if not 0 < number < 4000:
        return None
    letters = []
    for value, letter in _ROMAN:
        count, number = divmod(number, value)
        letters.append(letter * count)
    return "".join(letters)


def parse_roman(text: str) -> int | None:
    """Read Roman numerals of either case in their one canonical form; None for anything else."""
    lower = text.lower()
    if not lower or not _ROMAN_SHAPE.fullmatch(lower):
        return None
    values = [_ROMAN_VALUES[letter] for letter in lower]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def format_alphabetic(number: int) -> str | None:
    """Write 1, 2, … 26, 27 as a, b, … z, aa (CSS counter style `lower-alpha`); None below 1."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters or None


def parse_alphabetic(text: str) -> int | None:
    """Read a … z, aa … as 1 … 26, 27 …, in either case; also the doubled letters AA = 27, BB = 28."""
    lower = text.lower()
    if not (lower.isascii() and lower.isalpha()) or len(lower) > 3:
        return None
    first = ord(lower[0]) - ord("a") + 1
    if len(lower) > 1 and lower == lower[0] * len(lower):
        return first + 26 * (len(lower) - 1)
    number = 0
    for letter in lower:
        number = number * 26 + ord(letter) - ord("a") + 1
    return number


def parse_digits(text: str) -> int | None:
    """Read a number in the decimal digits of any one script (`12`, `١٢`, `१२`) or Ethiopic (`፲፪`)."""
    if text.isdecimal():
        return int(text) if len(text) <= len(str(_LARGEST)) else None
    if text and all("ETHIOPIC" in unicodedata.name(char, "") for char in text):
        return _sum_of_parts(text)
    return None


def _sum_of_parts(text: str) -> int | None:
    values = [unicodedata.numeric(char, -1.0) for char in text]
    return int(sum(values)) if min(values) > 0 and max(values) < 100 else None


def parse_chinese(text: str) -> int | None:
    """Read 一 … 九千九百九十九, also 廿一 and the digit row 二〇二五; None for anything else."""
    if not text or any(char not in _CHINESE_DIGITS and char not in _CHINESE_UNITS for char in text):
        return None
    if len(text) > 1 and all(char in _CHINESE_DIGITS for char in text):
        return int("".join(str(_CHINESE_DIGITS[char]) for char in text)) if len(text) <= 4 else None
    total, digit = 0, 0
    for char in text:
        if char in _CHINESE_DIGITS:
            digit = _CHINESE_DIGITS[char]
        else:
            unit = _CHINESE_UNITS[char]
            total += unit * (digit or 1) if unit not in (20, 30) else unit
            digit = 0
    return total + digit
