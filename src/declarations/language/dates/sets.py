"""Days that a text adds up: `3 and 17 June 2020` are two days and no range, unless they are neighbours."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from declarations.errors import ValidationError
from declarations.language.dates.lexing import Token
from declarations.language.dates.rows import Row
from declarations.language.dates.words import load_words
from declarations.model import DateRange, PartialDate

__all__ = ["find_addition", "is_between", "is_set", "list_days_before"]

_BEFORE = 24  # characters before two dates in which a word can make them a range
_DAY_BEFORE = re.compile(r"(?<![\w./-])((\d{1,2})(?:[^\W\d_]{1,3}|\.|º|°)?)\s?[,،、]\s?$")
_LONGEST_DAY = 9  # characters of a day before a comma
_MONTHS = 12


def is_set(date: object, tokens: Sequence[Token]) -> bool:
    """Return whether a range is made of two dates that a word adds up, which do not follow each other at once."""
    return isinstance(date, DateRange) and find_addition(tokens) is not None and not _are_neighbours(date)


def find_addition(tokens: Sequence[Token]) -> int | None:
    """Return the place of the word that adds a date to another; None if a dash or another word stands there too."""
    links = [index for index, token in enumerate(tokens) if token.code in "Rr"]
    return links[0] if len(links) == 1 and tokens[links[0]].is_addition else None


def _are_neighbours(date: DateRange) -> bool:
    start, end = date.start, date.end
    if start.precision != end.precision or start.month is None:
        return start.precision == end.precision and end.year - start.year == 1
    if start.day is None or end.day is None:
        return end.year * _MONTHS + (end.month or 0) - start.year * _MONTHS - start.month == 1
    return end.earliest - start.earliest == dt.timedelta(days=1)


def is_between(row: Row) -> bool:
    """Return whether a word before a row makes a range of what it adds up: `between 3 and 17 June`."""
    before = row.text[max(row.start - _BEFORE, 0) : row.start].casefold()
    return not load_words().between.isdisjoint(before.split())


def list_days_before(text: str, start: int, floor: int, first: PartialDate) -> Iterator[tuple[int, int, PartialDate]]:
    """Yield the days that stand before a day of the same month, with commas after them, from the last to the first."""
    while found := _DAY_BEFORE.search(text, max(start - _LONGEST_DAY, floor), start):
        try:
            day = PartialDate(first.year, first.month, int(found[2]))
        except ValidationError:
            return
        if day >= first:
            return
        yield *found.span(1), day
        start, first = found.start(1), day
