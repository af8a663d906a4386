"""The usual dates of one locale, read by one regex.

The regex takes the place of the lexer and nothing else: it matches only words that have one meaning in the vocabulary
of the locale, so that what it reads is read the same by tokens. All else is left to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

import attrs

from declarations.errors import ValidationError
from declarations.language.dates.eras import COUNTING, NOT_COUNTING
from declarations.language.dates.lexing import is_number
from declarations.language.dates.pieces import INVISIBLE, UNSPACED, fold_whole
from declarations.language.dates.plans import make_plans
from declarations.language.dates.vocabulary import MONTH, WEEKDAY, Name, Vocabulary, load_vocabulary
from declarations.model import PartialDate

__all__ = ["UsualDates", "load_usual_dates"]

_Parts: TypeAlias = tuple[int, int, int | None]
_Groups: TypeAlias = Mapping[str, str | None]

_LATEST = 2200
_MONTHS = 12
_SPACE = rf"[\s{INVISIBLE}]"
_SIGN = rf"[\s{INVISIBLE},.،]"
_END = rf"(?={_SIGN}|[\d)]|$)"
_NONE = "(?!)"
_NUMBERS = (
    rf"(?P<n1>\d{{4}}|\d{{1,2}})(?P<sign>{_SPACE}{{0,2}}[./]{_SPACE}{{0,2}}|-)(?P<n2>\d{{1,2}})(?P=sign)"
    r"(?P<n3>\d{4}|\d{1,2})"
)
_KEYS = {(4, False): "Ynn", (2, False): "nnY", (4, True): "Yhnhn", (2, True): "nhnhY"}
"""The codes of the tokens of a date of digits: by the longest first number, and whether hyphens stand in it."""


@attrs.frozen(kw_only=True)
class UsualDates:
    """What reads the usual dates of a locale."""

    pattern: re.Pattern[str]
    """All forms of a date."""
    months: Mapping[str, int]
    """Names of months, folded and without spaces, to their numbers."""
    weekdays: Mapping[str, int]
    """The same for days of the week."""
    orders: Mapping[str, str]
    """The orders of dates of digits, by the codes of their tokens."""
    counted: range
    """The years that the language counts in another calendar."""

    def read(self, text: str) -> PartialDate | None:
        """Return the date that a text is; None if it is none of the usual ones, or is doubtful."""
        folded = fold_whole(text)
        found = self.pattern.fullmatch(folded) if folded else None
        if found is None:
            return None
        groups = found.groupdict()
        parts = self._read_letters(groups) if groups["month"] else self._read_digits(groups)
        if parts is None or not 0 < parts[0] <= _LATEST or parts[0] in self.counted or not 0 < parts[1] <= _MONTHS:
            return None
        try:
            date = PartialDate(*parts)
        except ValidationError:
            return None
        return date if self._fits(date, groups["before"], groups["after"]) else None

    def _read_letters(self, groups: _Groups) -> _Parts | None:
        """Return year, month and day around a month in letters; None if one stands there twice."""
        first_year, first_day, last_day, last_year = groups["y1"], groups["d1"], groups["d2"], groups["y2"]
        year, day = first_year or last_year, first_day or last_day
        if year is None or (first_year and last_year) or (first_day and last_day):
            return None
        return int(year), self.months[_squeeze(groups["month"] or "")], int(day) if day else None

    def _read_digits(self, groups: _Groups) -> _Parts | None:
        """Return year, month and day in digits; None if nothing tells their order."""
        one, two, three = groups["n1"], groups["n2"], groups["n3"]
        if one is None or two is None or three is None:  # the numbers have units
            return int(groups["y3"] or 0), int(groups["m3"] or 0), int(groups["d3"] or 0)
        order = self.orders.get(_KEYS[4 if len(one) > 2 else 2, groups["sign"] == "-"])
        if order is None or (len(one) > 2) == (len(three) > 2):
            return None
        parts = dict(zip(order, (one, two, three), strict=True))
        return int(parts["y"]), int(parts["m"]), int(parts["d"])

    def _fits(self, date: PartialDate, before: str | None, after: str | None) -> bool:
        """Return whether the day of the week that stands before or after a date, if any does, is that of the date."""
        printed = before or after
        if printed is None:
            return True
        is_one = before is None or after is None
        return is_one and date.day is not None and self.weekdays[_squeeze(printed)] == date.earliest.weekday()


def _squeeze(printed: str) -> str:
    return "".join(printed.split())


@lru_cache(maxsize=512)
def load_usual_dates(name: str, orders: tuple[str, ...], range_orders: tuple[str, ...], language: str) -> UsualDates:
    """Compile the usual dates of a locale, given in Babel's form (`pt_BR`), with the orders of their numbers."""
    vocabulary = load_vocabulary(name)
    names = dict(_list_names(vocabulary))
    months = {pieces: one.value for pieces, one in names.items() if one.kind == MONTH}
    weekdays = {pieces: one.value for pieces, one in names.items() if one.kind == WEEKDAY}
    plans = {key: make_plans(key, orders, range_orders) for key in _KEYS.values()}
    _, low, high, _ = COUNTING.get(language, NOT_COUNTING)
    return UsualDates(
        pattern=re.compile(_make_source(vocabulary, months, weekdays)),
        months={"".join(pieces): value for pieces, value in months.items()},
        weekdays={"".join(pieces): value for pieces, value in weekdays.items()},
        orders={key: some[0].replace("-", "") for key, some in plans.items() if len(some) == 1},
        counted=range(low, high + 1),
    )


def _make_source(vocabulary: Vocabulary, months: Iterable[tuple[str, ...]], weekdays: Iterable[tuple[str, ...]]) -> str:
    """Return the pattern: words, a day of the week, the date, a day of the week, words."""
    words, weekday = _join(_list_glue(vocabulary)), _join_names(weekdays)
    between = f"{_SIGN}+(?:{words}{_SIGN}+){{0,2}}"
    ordinal = f"(?:{_join(_list_ordinals(vocabulary))}{_END})?"
    letters = (
        rf"(?:(?P<y1>\d{{4}}){between})?(?:(?P<d1>\d{{1,2}}){ordinal}{between})?(?P<month>{_join_names(months)})"
        rf"(?:{between}(?P<d2>\d{{1,2}}){ordinal})?(?:{between}(?P<y2>\d{{4}}))?"
    )
    year, month, day = (_join(_list_units(vocabulary, part)) for part in "ymd")
    parts = ((r"(?P<y3>\d{4})", year), (r"(?P<m3>\d{1,2})", month), (r"(?P<d3>\d{1,2})", day))
    units = f"{_SPACE}*".join(f"{number}{_SPACE}*{unit}" for number, unit in parts)
    return (
        rf"(?:{words}{_SIGN}+){{0,2}}(?:(?P<before>{weekday}){between})?(?:{letters}|{_NUMBERS}|{units})"
        rf"(?:(?:{between}|(?<!{_SIGN}|\d)[\s(]{{0,2}})(?P<after>{weekday})\)?)?"
        rf"(?:{_SIGN}+{words}{_END}){{0,2}}{_SIGN}*"
    )


def _list_names(vocabulary: Vocabulary) -> Iterator[tuple[tuple[str, ...], Name]]:
    """Yield the names that mean one month or day of the week, whatever follows them."""
    for first in vocabulary.words.keys() | vocabulary.phrases.keys():
        some = {(first, *tail): names for tail, names in vocabulary.phrases.get(first, ())}
        if first in vocabulary.words:
            some[first,] = vocabulary.words[first]
        if _is_word(first, vocabulary) and all(map(_is_plain, some, some.values())):
            yield from ((pieces, names[0]) for pieces, names in some.items())


def _is_word(piece: str, vocabulary: Vocabulary) -> bool:
    """Return whether a piece can be nothing but the name, or the word between fields, that it is."""
    return piece[0].isalpha() and piece not in vocabulary.links and not is_number(piece, vocabulary)


def _is_plain(pieces: tuple[str, ...], names: tuple[Name, ...]) -> bool:
    """Return whether a name has one meaning, and no dash that needs spaces."""
    is_usual = names[0].kind == WEEKDAY or (names[0].kind == MONTH and names[0].value <= _MONTHS)
    return len(names) == 1 and is_usual and "–" not in pieces


def _list_glue(vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the words between fields that the locale prints and that are nothing else."""
    others = vocabulary.words.keys() | vocabulary.phrases.keys() | vocabulary.behind
    return (word for word in vocabulary.printed_glue - others if _is_word(word, vocabulary) and "'" not in word)


def _list_ordinals(vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the letters right after a day that are nothing else."""
    names = {tail[0] for first, some in vocabulary.phrases.items() if first.isdecimal() for tail, _ in some}
    return (one for one in vocabulary.ordinals - vocabulary.units.keys() - names if one.isalpha())


def _list_units(vocabulary: Vocabulary, part: str) -> Iterator[str]:
    """Yield the letters that are printed right after the number of a part, in a script without spaces."""
    names = _list_numbered(vocabulary) if part == "m" else ()
    units = (unit for unit, role in vocabulary.units.items() if role == part)
    return (unit for unit in (*units, *names) if UNSPACED.fullmatch(unit))


def _list_numbered(vocabulary: Vocabulary) -> set[str]:
    """Return what makes names of months with each of their numbers: the `월` of `3월`."""
    ends = [
        {
            tail[0]
            for tail, names in vocabulary.phrases.get(str(number), ())
            if len(tail) == 1 and _is_month(names, number)
        }
        for number in range(1, _MONTHS + 1)
    ]
    return set.intersection(*ends)


def _is_month(names: tuple[Name, ...], number: int) -> bool:
    return [(name.kind, name.value) for name in names] == [(MONTH, number)]


def _join(words: Iterable[str]) -> str:
    """Return a pattern for one of some words, of which no shorter one is tried."""
    return f"(?>{'|'.join(map(re.escape, sorted(words, key=len, reverse=True))) or _NONE})"


def _join_names(names: Iterable[tuple[str, ...]]) -> str:
    """Return a pattern for one of some names of pieces, the longest first."""
    longest_first = sorted(names, key=lambda pieces: (len(pieces), len("".join(pieces))), reverse=True)
    return f"(?>{'|'.join(map(_spread, longest_first)) or _NONE}){_END}"


def _spread(pieces: tuple[str, ...]) -> str:
    """Return a pattern for the pieces of a name as they can be spaced."""
    source = re.escape(pieces[0])
    for before, piece in pairwise(pieces):
        is_joined = "-" in (before, piece)
        is_apart = before[-1].isalpha() and piece[0].isalpha()
        source += f"{'' if is_joined else f'{_SPACE}+' if is_apart else f'{_SPACE}*'}{re.escape(piece)}"
    return source
