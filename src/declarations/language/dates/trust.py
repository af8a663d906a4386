"""Whether what can be read as a date in running text is meant as one."""

from __future__ import annotations

import re
from itertools import pairwise

from declarations.language.dates.anchors import LATEST, TIGHT
from declarations.language.dates.eras import GREGORIAN
from declarations.language.dates.index import languages_of
from declarations.language.dates.knowing import Known
from declarations.language.dates.pieces import split_pieces
from declarations.language.dates.rows import Row
from declarations.language.dates.spelling import load_spellings, read_number
from declarations.language.dates.vocabulary import ERA, NOTHING
from declarations.language.dates.weighing import Outcome
from declarations.language.dates.words import load_words
from declarations.model import DateRange, PartialDate

__all__ = ["can_end", "is_meant"]

_EARLIEST = 1000
_SHORTEST_RARE = 5  # letters of a month in a language that is rare and not known to be that of the text
_LINKS, _UNITS = frozenset("Rrh"), frozenset("abc")
_MONTHS, _NAMES = frozenset("M?"), frozenset("w?")  # that can be a month, or another name
_HOUR = "Yrn"  # `3 juin 2016 à 18` is the beginning of a time of day
_PLACEHOLDER = re.compile(r"M\W?\d|[IVX]+$")  # what CLDR prints for months without a name; a Roman number
_NUMERIC = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}\.?")
_MARKS = re.compile("[\u200e\u200f\u061c]")


def can_end(row: Row, index: int) -> bool:
    """Return whether a date can begin or end with a token: no link, nothing that may be nothing or a short word."""
    code, _, names = row.tokens[index]
    if not names:
        return code not in _LINKS
    if len(names) > 1 and row.has(index, NOTHING):
        return False
    word = row.word(index)
    return len(word) > 2 or not word.isascii()


def is_meant(outcome: Outcome, row: Row, known: Known) -> bool:
    """Return whether a way to read a row is to be believed in a text that is about other things too."""
    date = outcome.date
    is_rare = not outcome.locales & known.established
    is_link = "r" in row.codes and not isinstance(date, DateRange)
    is_mixed = known.locale is None and not _speaks_one_language(outcome, row)
    if (
        outcome.is_odd
        or is_link
        or row.codes.endswith(_HOUR)
        or is_mixed
        or _is_set_off_wrongly(outcome, row)
        or (known.is_strict and is_rare)
        or _has_far_era(row)
    ):
        return False
    month = next((index for index, code in enumerate(row.codes) if code in _MONTHS), None)
    if date is None and outcome.calendar == GREGORIAN:
        return month is not None and len(row.tokens) > 2 and not is_rare
    if date is not None and not _EARLIEST <= date.earliest.year < LATEST:
        return False
    if not _UNITS.isdisjoint(row.codes):
        return "a" in row.codes
    if month is not None:
        return not outcome.is_short and _is_month(outcome, row, month, known, is_rare=is_rare and known.locale is None)
    return not outcome.is_weekday_wrong and _is_numeric(row)


def _is_set_off_wrongly(outcome: Outcome, row: Row) -> bool:
    """Return whether a day of the week beyond a dash does not fit a date: then it is of something else."""
    return outcome.is_weekday_wrong and "R" in row.codes and not isinstance(outcome.date, DateRange)


def _speaks_one_language(outcome: Outcome, row: Row) -> bool:
    """Return whether numbers in words are of a language that prints such a month: `due March 2020` is not Italian."""
    words = [row.word(index) for index, code in enumerate(row.codes) if code in "nY"]
    numbers = [split_pieces(word) for word in words if word[0].isalpha() and not word[0].isnumeric()]
    numbers = [pieces for pieces in numbers if not all(map(str.isdecimal, pieces))]  # Hebrew letters are digits
    return not numbers or any(
        language in languages_of(outcome.locales) and all(read_number([*number], 0, (spelling,)) for number in numbers)
        for language, spelling in load_spellings().items()
    )


def _has_far_era(row: Row) -> bool:
    """Return whether words stand between an era and what is around it."""
    return not _NAMES.isdisjoint(row.codes) and any(
        code in _NAMES and row.has(index, ERA) and all(map(_has_letters, _gaps(row, index)))
        for index, code in enumerate(row.codes)
    )


def _gaps(row: Row, index: int) -> list[str]:
    return [row.gap(one) for one in (index - 1, index) if 0 <= one < len(row.tokens) - 1]


def _has_letters(text: str) -> bool:
    return any(char.isalpha() for char in text)


def _is_month(outcome: Outcome, row: Row, index: int, known: Known, *, is_rare: bool) -> bool:
    """Return whether a name is meant as a month: before a year alone, `may` and `set` may not be."""
    name, date = row.word(index), outcome.date
    if (known.locale is None and _PLACEHOLDER.match(name)) or (is_rare and len(name) < _SHORTEST_RARE):
        return False
    numbers = [i for i, token in enumerate(row.tokens) if not token.names]
    if any("/" in row.gap(one) for one, two in pairwise(numbers) if two == one + 1):
        return False  # `2022/23 may rise`
    if row.codes[0] == "Y" and name in load_words().other:
        return False
    if known.locale is None and row.codes[0] == "Y" and any(row.has(i, NOTHING) for i in range(len(row.tokens))):
        return False  # `1975 par la 15`
    if not isinstance(date, PartialDate) or date.day is not None:
        return True
    is_short = known.locale is None and (is_rare or (len(name) < 4 and name[0].islower()))
    return not is_short and name not in load_words().other


def _is_numeric(row: Row) -> bool:
    """Return whether numbers are printed as a date, and are no part of something longer."""
    numbers = [span for token, span in zip(row.tokens, row.spans, strict=True) if not token.names]
    start, end = numbers[0][0], numbers[-1][1]
    plain = "".join(_MARKS.sub("", row.text[start:end]).split())
    before, after = row.text[start - 1 : start], row.text[end : end + 2]
    is_part = before in TIGHT or before.isalpha() or (after[:1] in "/-_" and after[1:2].isalnum())
    halves = re.split("[–—]", plain)
    return not is_part and not re.match(r"\.\d", after) and all(_NUMERIC.fullmatch(half) for half in halves)
