"""Dates as they are printed: found in running text and read without adding anything.

A date is digits and a month name in one of the orders that CLDR patterns use, or digits only. Names come
from the languages that the caller hints at; a name that none of them has is looked up in all of CLDR.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

import attrs
from dateutil import parser as dateutil_parser

from declarations.errors import ValidationError
from declarations.language.dates.formatting import format_date
from declarations.language.calendars import all_months, months_of, normalize_word
from declarations.model import DateRange, PartialDate

__all__ = ["DateMatch", "find_dates", "format_date", "parse_timestamp"]

_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|er|re|º|ª|ª|\.)?"
_OF = r"(?:\s*,)?\s+(?:(?:of|de|del|di|du|d|da|do|ta|den)\s+)?"
_MONTH = r"(?P<month>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u0d7f’'.-]){1,24})"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_TO = r"\s?(?:[-–—]|to|au|al|bis|a|e|et|and|y)\s?(?:the\s|le\s)?"

# Each shape of a date with a month name; the first that fits at a place is taken.
_NAMED = (
    re.compile(rf"\b{_DAY.format('day')}(?:{_TO}{_DAY.format('last')})?(?:\s+day)?{_OF}{_MONTH}{_OF}{_YEAR}"),
    re.compile(rf"(?<!\w){_MONTH}\s+{_DAY.format('day')}(?:{_TO}{_DAY.format('last')})?,?\s+{_YEAR}"),
    re.compile(rf"(?<!\w){_MONTH}{_OF}{_YEAR}"),
)
_ISO = re.compile(r"(?<![\w/-])(?P<year>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?(?![\w/-])")
_NUMERIC = re.compile(
    r"(?<![\w./-])(?P<one>\d{1,2})(?P<sign>[./-])(?P<two>\d{1,2})(?P=sign)(?P<year>\d{4})(?![\w/-]|\.\d)"
)
_EAST_ASIAN = re.compile(
    r"(?P<year>\d{4})\s?[年년]\s?(?:(?P<month>\d{1,2})\s?[月월]\s?(?:(?P<day>\d{1,2})\s?[日일])?)?"
)
_TIME = re.compile(
    r"[\s,]*(?:at|à|a las|às|um|alle|,|@|·|-)?\s*(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?!\d)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")


@attrs.frozen(kw_only=True)
class DateMatch:
    """A date found in a text."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    text: str
    """The characters."""
    date: PartialDate | DateRange | None
    """What it says; None if it is no day of the calendar."""
    time: dt.time | None = None
    """The time of day after it, if one is printed."""
    alternatives: tuple[PartialDate, ...] = ()
    """Other days that it can mean when digits alone do not decide the order."""


def find_dates(text: str, *, languages: Iterable[str] = ()) -> tuple[DateMatch, ...]:
    """Find the dates in a text, in order; `languages` are BCP 47 tags whose month names are tried first."""
    if not _DIGIT.search(text):
        return ()
    hints = tuple(languages)
    found: list[DateMatch] = []
    for match in sorted(_candidates(text, hints), key=lambda one: (one.start, -one.end)):
        if not found or match.start >= found[-1].end:
            found.append(_with_time(text, match))
    return tuple(found)


def _candidates(text: str, languages: tuple[str, ...]) -> Iterator[DateMatch]:
    for shape in _NAMED:
        for found in shape.finditer(text):
            month = _month(found["month"], languages)
            if month is not None:
                yield _made(found, int(found["year"]), month)
    for shape in (_ISO, _EAST_ASIAN):
        for found in shape.finditer(text):
            yield _made(found, int(found["year"]), int(found["month"]) if found["month"] else None)
    for found in _NUMERIC.finditer(text):
        yield _numeric(found)


def _month(name: str, languages: tuple[str, ...]) -> int | None:
    word = normalize_word(name)
    for language in languages:
        month = months_of(language).get(word)
        if month is not None:
            return month
    return all_months().get(word)


def _made(found: re.Match[str], year: int, month: int | None) -> DateMatch:
    groups = found.groupdict()
    day, last = groups.get("day"), groups.get("last")
    try:
        date: PartialDate | DateRange = PartialDate(year, month, int(day) if day else None)
        if last and isinstance(date, PartialDate):
            date = DateRange(date, PartialDate(year, month, int(last)))
    except ValidationError:
        return DateMatch(start=found.start(), end=found.end(), text=found[0], date=None)
    return DateMatch(start=found.start(), end=found.end(), text=found[0], date=date)


def _numeric(found: re.Match[str]) -> DateMatch:
    """Read day and month in the order that the calendar allows; both orders are given when both can be."""
    year, one, two = int(found["year"]), int(found["one"]), int(found["two"])
    dates = []
    orders = ((one, two),) if found["sign"] == "." else ((one, two), (two, one))  # dots: day first everywhere
    for day, month in orders:
        try:
            dates.append(PartialDate(year, month, day))
        except ValidationError:
            continue
    unique = tuple(dict.fromkeys(dates))
    return DateMatch(
        start=found.start(),
        end=found.end(),
        text=found[0],
        date=unique[0] if unique else None,
        alternatives=unique[1:],
    )


def _with_time(text: str, match: DateMatch) -> DateMatch:
    found = _TIME.match(text, match.end)
    if not found or not isinstance(match.date, PartialDate) or match.date.day is None:
        return match
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or int(found["minute"]) > 59 or int(found["second"] or 0) > 59:
        return match
    time = dt.time(hour, int(found["minute"]), int(found["second"] or 0))
    return attrs.evolve(match, end=found.end(), text=text[match.start : found.end()], time=time)


def parse_timestamp(text: str) -> tuple[PartialDate, dt.time | None] | None:
    """Read a machine-written date: ISO 8601 or RFC 5322, with a time and an offset if it has them.

    Gives None for anything else; nothing is filled in.
    """
    stripped = text.strip()
    if found := _ISO.fullmatch(stripped):
        match = _made(found, int(found["year"]), int(found["month"]))
        return (match.date, None) if isinstance(match.date, PartialDate) else None
    if re.fullmatch(r"\d{4}", stripped):
        return PartialDate(int(stripped), None, None), None
    if len(stripped) > 64 or not re.search(r"\d{1,2}:\d{2}|\d{8}", stripped):
        return None
    try:
        moment: dt.datetime | None = dateutil_parser.isoparse(stripped)
    except ValueError:
        moment = _parse_rfc(stripped)
    if moment is None:
        return None
    time = moment.timetz() if ":" in stripped or "T" in stripped else None
    return PartialDate.of(moment), _fixed(time, moment)


_RFC = re.compile(
    r"(?:[A-Z][a-z]{2},\s)?\d{1,2}\s[A-Z][a-z]{2}\s\d{4}\s\d{2}:\d{2}(?::\d{2})?\s?(?:[+-]\d{4}|GMT|UTC?|Z)?"
)


def _parse_rfc(text: str) -> dt.datetime | None:
    if not _RFC.fullmatch(text):
        return None
    try:
        return dateutil_parser.parse(text)
    except (ValueError, OverflowError):
        return None


def _fixed(time: dt.time | None, moment: dt.datetime) -> dt.time | None:
    """Give the offset as a fixed one of whole minutes, as the model wants it."""
    offset = moment.utcoffset()
    if time is None or offset is None:
        return time.replace(tzinfo=None) if time else None
    if abs(offset) >= dt.timedelta(days=1) or offset.total_seconds() % 60:
        return time.replace(tzinfo=None)
    return time.replace(tzinfo=dt.timezone(offset))
