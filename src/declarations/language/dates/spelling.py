"""Numbers in words, for the days and years of dates that are spelled out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs

from declarations.language.dates.pieces import split_pieces
from declarations.language.resources import find_resource

__all__ = [
    "LONGEST_WORD",
    "Solid",
    "Spelling",
    "find_spellings",
    "is_solid",
    "load_spellings",
    "read_number",
    "read_solid",
]

_LONGEST_KEY = 3
LONGEST_WORD = 60
"""Most characters of a number that is one word."""


@attrs.frozen(kw_only=True)
class Spelling:
    """The number words of one language."""

    values: Mapping[tuple[str, ...], int]
    """Words to their number."""
    joins: frozenset[str]
    """Words and dashes between the words of one number."""
    years: frozenset[str]
    """Words that a year holds; where numbers are one word, parts of them."""
    is_turned: bool = False
    """Whether the ones go before the tens: `vierundachtzig`."""
    solid: Solid | None = None
    """How numbers are printed as one word; None if they are not."""


@attrs.frozen(kw_only=True)
class Solid:
    """How one language prints numbers as one word: `zweitausendneunzehn`, `achtzehnten`."""

    part: re.Pattern[str]
    """A number word or what joins two; the longest first."""
    endings: frozenset[str]
    """What can follow the last part; empty for nothing."""
    spelling: Spelling
    """How the parts are read."""


@cache
def load_spellings() -> Mapping[str, Spelling]:
    """Load the number words of all languages that have them."""
    return {language: _load_spelling(language) for language in _load_rows()}


@cache
def _load_rows() -> Mapping[str, Any]:
    return tomllib.loads(find_resource("declarations.language.dates", "numbers.toml").read_text("utf-8"))


@cache
def _load_spelling(language: str) -> Spelling:
    rows = _load_rows()[language]
    values = {split_pieces(words): number for words, number in rows["values"].items()}
    solid = _make_solid(rows["solid"], values) if "solid" in rows else None
    return Spelling(values=values, joins=frozenset(rows["joins"]), years=frozenset(rows["years"]), solid=solid)


def _make_solid(rows: Mapping[str, Any], values: Mapping[tuple[str, ...], int]) -> Solid:
    parts = sorted((*rows["joins"], *(word for words in values for word in words)), key=len, reverse=True)
    return Solid(
        part=re.compile("|".join(map(re.escape, parts))),
        endings=frozenset(("", *rows["endings"])),
        spelling=Spelling(
            values=values, joins=frozenset(rows["joins"]), years=frozenset(), is_turned=rows["is_turned"]
        ),
    )


def find_spellings(language: str | None) -> tuple[Spelling, ...]:
    """Return the number words of a language, or of all for None."""
    if language is None:
        return tuple(load_spellings().values())
    return (_load_spelling(language),) if language in _load_rows() else ()


def read_number(pieces: list[str], index: int, spellings: tuple[Spelling, ...]) -> tuple[int, int] | None:
    """Read the number in words that begins at a piece: its value, and the index of the piece after it."""
    found = (_read(pieces, index, spelling) for spelling in spellings)
    return max(filter(None, found), key=lambda one: one[1], default=None)


def is_solid(word: str, spellings: tuple[Spelling, ...]) -> bool:
    """Return whether a word is a whole number in one of the languages that print numbers as one word."""
    return any(spelling.solid is not None and read_solid(word, spelling.solid) for spelling in spellings)


def read_solid(word: str, solid: Solid) -> int | None:
    """Read a number that is one word: cut it from the left, the longest part first, and read the parts."""
    parts: list[str] = []
    index = 0
    while index < LONGEST_WORD and (part := solid.part.match(word, index)):
        parts.append(part[0])
        index = part.end()
    if not parts or word[index:] not in solid.endings:
        return None
    number = _read(parts, 0, solid.spelling)
    return number[0] if number is not None and number[1] == len(parts) else None


def _read(pieces: list[str], index: int, spelling: Spelling) -> tuple[int, int] | None:
    total, current, end = 0, 0, index
    while word := _match(pieces, index, spelling):
        value, after = word
        sum_ = _add(current, value, is_turned=spelling.is_turned)
        if sum_ is None:
            break
        current, end = sum_, after
        if value == 1000:
            total, current = total + current, 0
        index = after
        if index < len(pieces) and pieces[index] in spelling.joins:
            index += 1
    return (total + current, end) if end > 0 and total + current else None


def _match(pieces: list[str], index: int, spelling: Spelling) -> tuple[int, int] | None:
    """Match the longest number word; dashes inside it do not count."""
    best = None
    words: tuple[str, ...] = ()
    for place, piece in enumerate(pieces[index : index + 2 * _LONGEST_KEY], index):
        if piece not in ("-", "–"):
            words += (piece,)
            if words in spelling.values:
                best = (spelling.values[words], place + 1)
    if best is None and spelling.solid is not None and index < len(pieces):
        number = read_solid(pieces[index], spelling.solid)
        return (number, index + 1) if number else None
    return best


def _add(current: int, value: int, *, is_turned: bool) -> int | None:
    """Add a word to a number in the way numbers are spoken; None if they are two numbers."""
    if value in (100, 1000):
        return max(current, 1) * value
    if current == 0:
        return value
    tens = current % 100
    if tens == 0 or (tens % 10 == 0 and tens > 10 and value < 20) or (tens == 10 and 7 <= value <= 9):  # dix-neuf
        return current + value
    if is_turned and 0 < tens < 10 and value in range(20, 100, 10):  # vier-und-achtzig
        return current + value
    if 10 <= current <= 20 and 10 <= value < 100:  # nineteen eighty-four
        return current * 100 + value
    return None
