"""Numerals whose place counts: digits of any script, Latin letters of spreadsheets, Chinese numerals."""

from __future__ import annotations

import unicodedata

__all__ = [
    "format_alphabetic",
    "format_chinese",
    "format_chinese_formal",
    "format_japanese",
    "parse_alphabetic",
    "parse_chinese",
    "parse_chinese_formal",
    "parse_digits",
]

_LONGEST = 6  # digits of a number that still counts clauses
_DIGITS = "〇一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))
_DIGIT_VALUES = {char: value for value, char in enumerate(_DIGITS)} | {"零": 0, "○": 0, "兩": 2, "两": 2}
_UNIT_VALUES = {char: value for value, char in _UNITS}
_CONTRACTED = {"廿": "二十", "卅": "三十", "卌": "四十"}
_FORMAL = str.maketrans(
    "壹壱弌貳贰貮弐弍參叁参弎肆伍陸陆柒漆捌玖拾佰陌仟阡", "一一一二二二二二三三三三四五六六七七八九十百百千千"
)
_TO_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


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
    """Read a number in the decimal digits of one script (`12`, `١٢`, `१२`); None for anything else."""
    if not text.isdecimal() or len(text) > _LONGEST:
        return None
    if not text.isascii() and len({ord(char) - unicodedata.decimal(char) for char in text}) > 1:
        return None
    return int(text)


def parse_chinese(text: str) -> int | None:
    """Read 一 … 九千九百九十九, also 廿一 and the digit row 二〇二五; None for anything else."""
    for sign, long in _CONTRACTED.items():
        text = text.replace(sign, long)
    if not 0 < len(text) <= 8:
        return None
    if all(char in _DIGIT_VALUES for char in text):
        return int("".join(str(_DIGIT_VALUES[char]) for char in text)) if len(text) <= 4 else None
    return _add_units(text)


def _add_units(text: str) -> int | None:
    """Add up digits and units; the units must go down, and two digits never meet except after a zero."""
    total, digit, last_unit = 0, 0, 10_000
    for char in text:
        if (value := _DIGIT_VALUES.get(char)) is not None:
            if digit:
                return None
            digit = value
        elif (unit := _UNIT_VALUES.get(char)) is not None and unit < last_unit:
            total, digit, last_unit = total + unit * (digit or 1), 0, unit
        else:
            return None
    return total + digit


def parse_chinese_formal(text: str) -> int | None:
    """Read the numerals of deeds, 壹 … 玖仟, in simplified, traditional and Japanese forms; None for anything else."""
    plain = text.translate(_FORMAL)
    return parse_chinese(plain) if plain != text else None


def format_japanese(number: int) -> str | None:
    """Write 1 to 9999 as in Japanese, 十, 百五, 千; None outside that."""
    if not 0 < number < 10_000:
        return None
    written = []
    for unit, sign in _UNITS:
        count, number = divmod(number, unit)
        if count:
            written.append((_DIGITS[count] if count > 1 else "") + sign)
    return "".join(written) + (_DIGITS[number] if number else "")


def format_chinese(number: int) -> str | None:
    """Write 1 to 9999 as in Chinese, 十, 一百零五, 一百一十; None outside that (CSS `simp-chinese-informal`)."""
    if not 0 < number < 10_000:
        return None
    written, is_gap, rest = "", False, number
    for unit, sign in (*_UNITS, (1, "")):
        count, rest = divmod(rest, unit)
        if count:
            written += ("零" if is_gap and written else "") + _DIGITS[count] + sign
        is_gap = not count
    return written[1:] if 10 <= number < 20 else written


def format_chinese_formal(number: int) -> str | None:
    """Write 1 to 9999 in the numerals of deeds, 壹, 拾, 壹佰零伍; None outside that."""
    plain = format_chinese(number)
    return plain.translate(_TO_FORMAL) if plain else None
