"""The strings that are read: dates as Babel prints them in every locale of CLDR, in Latin and in native digits."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from babel import Locale, localedata
from babel.dates import format_date, format_datetime, format_interval

from declarations import DateRange, PartialDate
from declarations.language.numbering import format_digits

__all__ = ["INTERVALS", "KINDS", "NUMBERINGS", "STYLES", "Printed", "draw_dates", "find_ambiguous", "make_strings"]

STYLES = ("full", "long", "medium", "short")
"""The styles in which CLDR prints a date."""
INTERVALS = ("yMMMEd", "yMMMd", "yMd")
"""The skeletons in which CLDR prints the days from one to another."""
KINDS = (*STYLES, "datetime long", *(f"interval {skeleton}" for skeleton in INTERVALS))
"""All that is printed."""
NUMBERINGS = ("latn", "native")
"""Latin digits, as Babel prints them, and those of the locale, where it has others."""

_FIRST, _LAST = dt.date(1900, 1, 1), dt.date(2099, 12, 31)
_DISTANCES = (1, 3, 40, 500)


class Printed(NamedTuple):
    """A date and how a locale prints it."""

    kind: str
    """The style, `datetime long`, or `interval` and its skeleton."""
    numbering: str
    """One of `NUMBERINGS`."""
    locale: str
    """BCP 47 tag."""
    text: str
    """As printed."""
    date: PartialDate | DateRange
    """What it means."""
    time: dt.time | None = None
    """The time in it, if there is one."""


def draw_dates(count: int, seed: int) -> list[dt.date]:
    """Draw dates of two centuries, the same ones for the same seed."""
    drawn = random.Random(seed)
    return [dt.date.fromordinal(drawn.randint(_FIRST.toordinal(), _LAST.toordinal())) for _ in range(count)]


def make_strings(dates: Sequence[dt.date], locales: Iterable[str] | None = None) -> Iterator[Printed]:
    """Print the dates in every locale (given as Babel names them), locale after locale.

    What does not hold the year in full is left out, since two digits do not tell the century. Strings of native
    digits are given only where they differ.
    """
    for name in sorted(locales or localedata.locale_identifiers()):
        locale = Locale.parse(name)
        for number, date in enumerate(dates):
            for kind, text, meaning, time in _print_all(locale, date, number):
                if str(date.year) not in text:
                    continue
                for numbering, digits in _in_digits(text, locale):
                    yield Printed(kind, numbering, name.replace("_", "-"), digits, meaning, time)


def _print_all(
    locale: Locale, date: dt.date, number: int
) -> Iterator[tuple[str, str, PartialDate | DateRange, dt.time | None]]:
    day = PartialDate.of(date)
    for style in STYLES:
        yield style, format_date(date, style, locale), day, None
    drawn = random.Random(date.toordinal())
    time = dt.time(drawn.randrange(24), drawn.randrange(60), drawn.randrange(60))
    moment = dt.datetime.combine(date, time)
    # Babel takes a moment without a zone for one in UTC, and prints that
    yield "datetime long", format_datetime(moment, "long", locale=locale), day, time.replace(tzinfo=dt.UTC)
    last = date + dt.timedelta(days=_DISTANCES[number % len(_DISTANCES)])
    for skeleton in INTERVALS:
        text = format_interval(date, last, skeleton, locale=locale)
        if str(last.year) in text:
            yield f"interval {skeleton}", text, DateRange(day, PartialDate.of(last)), None


def _in_digits(text: str, locale: Locale) -> Iterator[tuple[str, str]]:
    yield "latn", text
    native = format_digits(text, "native", locale)
    if native != text:
        yield "native", native


def find_ambiguous(
    strings: Iterable[Printed], dates: Iterable[dt.date], locales: Iterable[str] | None = None
) -> set[str]:
    """Give the strings of single days that some locale, in some style, prints for another day.

    Looked at are the days with another month, or with day and month exchanged, of each date: all that names of
    months and orders of numbers can be mistaken for.
    """
    meant: dict[str, set[PartialDate | DateRange]] = {one.text: set() for one in strings if one.kind in STYLES}
    others = {other for date in dates for other in _mistakes(date)}
    for name in locales or localedata.locale_identifiers():
        locale = Locale.parse(name)
        for other in others:
            for style in STYLES:
                for _, text in _in_digits(format_date(other, style, locale), locale):
                    if text in meant:
                        meant[text].add(PartialDate.of(other))
    return {text for text, days in meant.items() if len(days) > 1}


def _mistakes(date: dt.date) -> Iterator[dt.date]:
    """Give a date and those that it can be mistaken for."""
    for month, day in [*((month, date.day) for month in range(1, 13)), (date.day, date.month)]:
        try:
            yield date.replace(month=month, day=day)
        except ValueError:
            continue
