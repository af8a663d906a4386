"""Eras and other calendars: from the year, month and day as printed to the day that they mean.

The names come from the CLDR JSON data (`calendars.json`). Thai Buddhist, Minguo and Japanese years count the
Gregorian months and are converted here; other calendars by the libraries of the extra `calendars`.
"""

from __future__ import annotations

import datetime as dt
import json
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

import attrs

from declarations.errors import ValidationError
from declarations.language.resources import find_resource
from declarations.model import DateRange, PartialDate

__all__ = [
    "COMMON_ERA",
    "COUNTING",
    "GREGORIAN",
    "NOT_COUNTING",
    "Printed",
    "calendar_names",
    "convert",
    "find_counting",
    "is_other",
]

GREGORIAN = "gregorian"
BEFORE_COMMON_ERA, COMMON_ERA = 0, 1

_BUDDHIST, _ROC, _FIRST_JAPANESE = 10, 11, 232
_ERA_NUMBERS = {"buddhist": _BUDDHIST, "roc": _ROC, "islamic": 12, "persian": 13, "vikram": 14, "bengali": 15}
_ERA_CALENDARS = {number: calendar for calendar, number in _ERA_NUMBERS.items()}
_ERA_OFFSETS = {_BUDDHIST: ("buddhist", -543), _ROC: ("roc", 1911)} | {
    _FIRST_JAPANESE + index: ("japanese", first - 1) for index, first in enumerate((1868, 1912, 1926, 1989, 2019))
}
_COUNTED_OFFSETS = {"buddhist": -543, "roc": 1911}
_MONTHS_OF = {"islamic": 100, "persian": 200, "hebrew": 300, "ethiopic": 400, "bengali": 500, "vikram": 600}
_CALENDAR_OF = {base: calendar for calendar, base in _MONTHS_OF.items()}
_YEARS = {
    "islamic": (1000, 1600),
    "persian": (1000, 1600),
    "hebrew": (5000, 6500),
    "ethiopic": (1000, 2200),
    "bengali": (1200, 1600),
    "vikram": (1800, 2300),
}
"""The years that a date of the calendar can plausibly have; other years are of the Gregorian one."""

COUNTING = {
    "th": ("buddhist", 2400, 2700, True),
    "fa": ("persian", 1250, 1500, False),
    "ps": ("persian", 1250, 1500, False),
    "ar": ("islamic", 1300, 1500, False),
    "zh_TW": ("roc", 1, 200, True),
}
"""How years are counted in a language, or in a country that speaks it, where nothing says it: the calendar, its years,
and whether months in letters can be its months (Thai counts Buddhist years of Gregorian months)."""

NOT_COUNTING = ("", 1, 0, False)
"""The same where nothing but Gregorian years is counted."""


@attrs.frozen(kw_only=True)
class Printed:
    """Year, month and day as they are printed, in numbers."""

    year: int
    month: int | None = None
    """1 to 12, or more for a month of another calendar as `calendar_names` counts them."""
    day: int | None = None
    era: int | None = None
    is_named: bool = False
    """Whether the month is printed in letters."""


@cache
def _load() -> dict[str, dict[str, dict[str, str]]]:
    data: dict[str, dict[str, dict[str, str]]] = json.loads(
        find_resource("declarations.language.dates", "calendars.json").read_text("utf-8")
    )
    return data


@cache
def _by_tag() -> dict[str, list[tuple[str, str, int]]]:
    found: dict[str, list[tuple[str, str, int]]] = {}
    for calendar, kinds in _load().items():
        for kind, names in kinds.items():
            for key, tags in names.items():
                number, _, printed = key.partition(" ")
                if kind == "months":
                    value = _MONTHS_OF[calendar] + int(number)
                else:
                    value = _ERA_NUMBERS.get(calendar, int(number))
                for tag in tags.split():
                    found.setdefault(tag, []).append((printed, kind, value))
    return found


def calendar_names(tags: tuple[str, ...]) -> Iterator[tuple[str, str, int]]:
    """Yield the names of other calendars in a locale and its parents: printed form, `months` or `eras`, value."""
    for tag in (*tags, "*"):
        yield from _by_tag().get(tag, ())


def find_counting(language: str, territory: str | None) -> str:
    """Return the key of `COUNTING` for a locale: the language, or the language in a country."""
    key = f"{language}_{territory}"
    return key if key in COUNTING else language


def is_other(month: int | None) -> bool:
    """Return whether a month is one of another calendar than the Gregorian."""
    return month is not None and month > min(_MONTHS_OF.values())


def convert(printed: Printed, language: str | None) -> tuple[PartialDate | DateRange | None, str, str | None]:
    """Return the date that is meant, the CLDR id of its calendar, and why there is no date if there is none.

    `language` is the one it is printed in, if known. A month of a lunar calendar becomes a range of days. Raises
    `LookupError` if it cannot be a date of the calendar at all.
    """
    if is_other(printed.month):
        calendar = _CALENDAR_OF[printed.month // 100 * 100]  # type: ignore[operator]
        lowest, highest = _YEARS[calendar]
        if not lowest <= printed.year <= highest:
            raise LookupError(calendar)
        return _convert_other(calendar, printed.year, printed.month % 100, printed.day)  # type: ignore[operator]
    usual = COUNTING.get(language or "")
    if printed.era in _ERA_OFFSETS:
        calendar, offset = _ERA_OFFSETS[printed.era]
    elif printed.era in _ERA_CALENDARS:
        calendar, offset = _ERA_CALENDARS[printed.era], 0
    elif printed.era == BEFORE_COMMON_ERA:
        return None, GREGORIAN, "it is before the common era"
    elif printed.era is None and usual and usual[1] <= printed.year <= usual[2] and usual[3] >= printed.is_named:
        calendar, offset = usual[0], _COUNTED_OFFSETS.get(usual[0], 0)
    else:
        calendar, offset = GREGORIAN, 0
    if calendar in _MONTHS_OF:
        return _convert_other(calendar, printed.year, printed.month, printed.day)
    try:
        return PartialDate(printed.year + offset, printed.month, printed.day), calendar, None
    except ValidationError:
        return None, calendar, "there is no such day"


def _convert_other(
    calendar: str, year: int, month: int | None, day: int | None
) -> tuple[PartialDate | DateRange | None, str, str | None]:
    if calendar not in _CONVERTERS:
        return None, calendar, f"days of the {calendar} calendar are not converted"
    if month is None:
        return None, calendar, f"a year of the {calendar} calendar lies in two years"
    try:
        first = _CONVERTERS[calendar](year, month, day or 1)
        if day:
            return PartialDate.of(first), calendar, None
        after = _CONVERTERS[calendar](*_next_month(calendar, year, month), 1)
        return DateRange(PartialDate.of(first), PartialDate.of(after - dt.timedelta(days=1))), calendar, None
    except ImportError:
        hint = 'install it with: python -m pip install "declarations[calendars]"'
        return None, calendar, f"to convert the {calendar} calendar the extra `calendars` is needed; {hint}"
    except (ValueError, OverflowError):
        return None, calendar, f"the {calendar} calendar has no such day"


def _next_month(calendar: str, year: int, month: int) -> tuple[int, int]:
    last = {"hebrew": 13, "ethiopic": 13}.get(calendar, 12)
    if calendar == "hebrew" and month == 5 and not _is_hebrew_leap(year):
        return year, 7
    return (year, month + 1) if month < last else (year + 1, 1)


def _is_hebrew_leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def _from_islamic(year: int, month: int, day: int) -> dt.date:
    """Umm al-Qura, as CLDR has it for Saudi Arabia, where its tables reach; else the tabular calendar."""
    try:
        return dt.date(*import_module("hijridate").Hijri(year, month, day).to_gregorian().datetuple())
    except OverflowError:
        return _check("islamic", year, month, day)


def _from_hebrew(year: int, month: int, day: int) -> dt.date:
    """CLDR counts from Tishri and keeps 6 for the first Adar of leap years; the library counts from Nisan."""
    if month == 6 and not _is_hebrew_leap(year):
        raise ValueError(month)
    number = month + 6 if month < 6 else 12 if month == 6 else month - 7
    if month == 7:
        number = 13 if _is_hebrew_leap(year) else 12
    return _check("hebrew", year, number, day)


def _check(module: str, year: int, month: int, day: int) -> dt.date:
    """Convert, and see that the way back leads to the same day, which tells days that do not exist."""
    calendar = import_module(f"convertdate.{module}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the library warns of itself
        found = calendar.to_gregorian(year, month, day)
        back = calendar.from_gregorian(*found)
    if tuple(back) != (year, month, day):
        raise ValueError(day)
    return dt.date(*found)


_CONVERTERS: dict[str, Callable[[int, int, int], dt.date]] = {
    "islamic": _from_islamic,
    "persian": lambda year, month, day: _check("persian", year, month, day),
    "hebrew": _from_hebrew,
    "ethiopic": lambda year, month, day: _check("coptic", year - 276, month, day),
}
