"""Numbers in words, for the days and years of dates that are spelled out."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

import attrs

__all__ = ["Spelling", "find_spellings", "load_spellings", "read_number"]

_LONGEST_KEY = 3


@attrs.frozen(kw_only=True)
class Spelling:
    """The number words of one language."""

    values: Mapping[tuple[str, ...], int]
    """Words to their number."""
    joins: frozenset[str]
    """Words and dashes between the words of one number."""
    years: frozenset[str]
    """Words that a year holds."""


@cache
def load_spellings() -> Mapping[str, Spelling]:
    """Load the number words of all languages that have them."""
    data = tomllib.loads((resources.files(__package__) / "numbers.toml").read_text("utf-8"))
    return {
        language: Spelling(
            values={tuple(words.split()): number for words, number in rows["values"].items()},
            joins=frozenset(rows["joins"]),
            years=frozenset(rows["years"]),
        )
        for language, rows in data.items()
    }


def find_spellings(language: str | None) -> tuple[Spelling, ...]:
    """Give the number words of a language, or of all for None."""
    spellings = load_spellings()
    if language is None:
        return tuple(spellings.values())
    return (spellings[language],) if language in spellings else ()


def read_number(pieces: list[str], index: int, spellings: tuple[Spelling, ...]) -> tuple[int, int] | None:
    """Read the number in words that begins at a piece: its value, and the index of the piece after it."""
    found = (_read(pieces, index, spelling) for spelling in spellings)
    return max(filter(None, found), key=lambda one: one[1], default=None)


def _read(pieces: list[str], index: int, spelling: Spelling) -> tuple[int, int] | None:
    total, current, end = 0, 0, index
    while word := _match(pieces, index, spelling):
        value, after = word
        sum_ = _add(current, value)
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
    while index < len(pieces) and len(words) < _LONGEST_KEY:
        if pieces[index] not in ("-", "–"):
            words += (pieces[index],)
            if words in spelling.values:
                best = (spelling.values[words], index + 1)
        index += 1
    return best


def _add(current: int, value: int) -> int | None:
    """Add a word to a number in the way numbers are spoken; None if they are two numbers."""
    if value in (100, 1000):
        return max(current, 1) * value
    if current == 0:
        return value
    tens = current % 100
    if tens == 0 or (tens % 10 == 0 and tens > 10 and value < 20) or (tens == 10 and 7 <= value <= 9):  # dix-neuf
        return current + value
    if 10 <= current <= 20 and 10 <= value < 100:  # nineteen eighty-four
        return current * 100 + value
    return None
