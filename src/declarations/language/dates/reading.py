"""A date as it is printed, read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any, TypeVar

import attrs

from declarations.arguments import check_arguments
from declarations.errors import DateError
from declarations.findings import Finding
from declarations.language.dates.doubts import report_doubts
from declarations.language.dates.eras import COUNTING, GREGORIAN, NOT_COUNTING, find_counting
from declarations.language.dates.index import list_tags
from declarations.language.dates.knowing import Known, check_order, check_year, know, know_by_sign
from declarations.language.dates.lexing import UNKNOWN, Token, lex
from declarations.language.dates.pieces import cut_pieces
from declarations.language.dates.sets import is_set
from declarations.language.dates.times import find_time
from declarations.language.dates.timestamps import looks_written_by_machine, parse_timestamp
from declarations.language.dates.usual import UsualDates
from declarations.language.dates.weighing import Outcome, weigh
from declarations.language.dates.words import load_words
from declarations.language.locales import find_locale
from declarations.model import DateRange, PartialDate
from declarations.validation import quote

__all__ = [
    "DateReading",
    "choose_calendar",
    "describe",
    "parse_date",
    "read_by_tokens",
]

_LONGEST = 250
_HALF = re.compile(r"\d\s?[ap]\.?\s?m\b", re.IGNORECASE)
_AROUND_TIME = " ,،"
_DASH = "–"
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


R = TypeVar("R", bound="DateReading")


@attrs.frozen(kw_only=True)
class DateReading:
    """What a printed date says, and what is doubtful about it."""

    text: str
    """As printed."""
    date: PartialDate | DateRange | None
    """The date, no more precise than it is printed; None if it cannot be decided or is no day of the calendar."""
    time: dt.time | None = None
    """The time of day, if one is printed, with an offset only if one is."""
    alternatives: tuple[PartialDate | DateRange, ...] = ()
    """All dates that it can mean, if there is more than one."""
    calendar: str = GREGORIAN
    """The calendar that it is printed in, by its CLDR id: `gregorian`, `buddhist`, `islamic`, `hebrew` …"""
    locales: tuple[str, ...] = ()
    """Tags of the CLDR locales that print it so, without those whose parent is named; none if any can."""
    findings: tuple[Finding, ...] = ()
    """What is doubtful: no such day, a wrong day of the week, several meanings, another calendar."""


@check_arguments
def parse_date(
    text: str, *, locale: str | None = None, order: str | None = None, earliest_year: int | None = None
) -> DateReading:
    """Read a text that is one date, such as `Friday, March 7th, 2025`, `٧ مارس ٢٠٢٥` or `9–11 juillet 2014`.

    It may hold the day of the week, a time of day, a range, a partial date; ISO 8601 and RFC 5322 are read too.
    `locale` is the BCP 47 tag of the locale it is most likely printed in; names of other locales are read all the
    same. `order` (`dmy`, `mdy`, `ymd`) decides dates of digits only; without it the locale does, and without both,
    or with `any`, a date that can be read in two ways has no `date` but `alternatives`. `2025-03-07` has two readings
    nowhere: it is a date of ISO 8601, whatever the order of a locale. A year of two digits is one of two, unless
    `earliest_year` says in which hundred years it lies: with 1950, from 1950 to 2049.

    Raises `DateError` if the text is no date, `LocaleError` for an unknown locale and `ValidationError` for an
    unknown order or a year that there is not. Nothing is filled in from today.
    """
    orders = check_order(order)
    stripped = text.strip()
    if len(stripped) <= _LONGEST:
        if looks_written_by_machine(stripped) and (stamp := parse_timestamp(stripped)):
            return DateReading(text=text, date=stamp[0], time=stamp[1])
        if _ISO.fullmatch(stripped) and (iso := _read_iso(stripped, locale, order)):
            return iso if stripped == text else attrs.evolve(iso, text=text)
        reading = _read_either(stripped, locale, orders, check_year(earliest_year))
        if reading is not None:
            return reading if stripped == text else attrs.evolve(reading, text=text)
    raise DateError(
        f"{quote(text)} is no date in any form that CLDR or ISO 8601 has",
        hint="give the date alone, or use find_dates for dates inside a text",
    )


def _read_either(text: str, locale: str | None, orders: tuple[str, ...], earliest: int | None) -> DateReading | None:
    """Read a date with the words of its locale, else with those of all."""
    reading = read_with(text, know(locale, orders, earliest))
    if reading is None and locale is not None:
        reading = read_with(text, know(None, orders, earliest))
    return reading or _read_twice(text, locale, orders, earliest)


def _read_twice(text: str, locale: str | None, orders: tuple[str, ...], earliest: int | None) -> DateReading | None:
    """Read a day that is printed in two calendars, as ours has it."""
    same = load_words().same.search(text)
    if same is None or not same.start() or same.end() == len(text):
        return None
    one, two = (_read_either(half, locale, orders, earliest) for half in (text[: same.start()], text[same.end() :]))
    ours = choose_calendar(one, two) if one and two else None
    return ours and attrs.evolve(ours, text=text)


def choose_calendar(one: R, two: R) -> R | None:
    """Return which of two readings of one day is of our calendar; None if both are, or none."""
    ours = [reading for reading in (one, two) if reading.calendar == GREGORIAN]
    return ours[0] if len(ours) == 1 else None


def _read_iso(text: str, locale: str | None, order: str | None) -> DateReading | None:
    """Read a date of ISO 8601, whatever the order of a locale; but not one whose year the locale counts otherwise."""
    found = find_locale(locale) if locale is not None else None
    _, low, high, _ = COUNTING.get(find_counting(found.language, found.territory) if found else "", NOT_COUNTING)
    if order == "ydm" or low <= int(text[:4]) <= high or not (stamp := parse_timestamp(text)):
        return None
    return DateReading(text=text, date=stamp[0], locales=(str(found).replace("_", "-"),) if found else ())


def read_with(text: str, known: Known) -> DateReading | None:
    """Read a date in the usual way of its locale, else by tokens."""
    return (known.load_usual and _read_usual(text, known, known.load_usual())) or read_by_tokens(text, known)


def _read_usual(text: str, known: Known, usual: UsualDates) -> DateReading | None:
    """Read one of the usual dates of a locale, with the time of day if there is one."""
    if _DASH in text:
        return None  # a range
    if ":" not in text:
        date = usual.read(text)
        return DateReading(text=text, date=date, locales=known.tags) if date else None
    if not (time := find_time(text, known.name)):
        return None
    date = usual.read(f"{text[: time.start]} {text[time.end :]}".strip(_AROUND_TIME))
    is_day = date is not None and date.day is not None
    return DateReading(text=text, date=date, time=time.time, locales=known.tags) if is_day else None


def read_by_tokens(text: str, known: Known) -> DateReading | None:
    """Read a date piece by piece, whatever its form."""
    known = know_by_sign(known, text)
    tokens, _ = lex(cut_pieces(text), known.vocabulary)
    reading = read_tokens(tokens, known, text)
    if _may_hold_time(reading, text) and (time := find_time(text, known.name)):
        rest = [*cut_pieces(text[: time.start]), *cut_pieces(text[time.end :])]
        timed = read_tokens(lex(rest, known.vocabulary)[0], known, text)
        if timed and _is_day(timed.date):
            return attrs.evolve(timed, time=time.time)
    return reading or _delegate(text, tokens, known)


def _may_hold_time(reading: DateReading | None, text: str) -> bool:
    """Return whether a text may have a time of day beside its date: `2 am 21.08.2016` looks like a range."""
    if reading is None or reading.findings or ":" in text:
        return True
    return type(reading.date) is DateRange and _HALF.search(text) is not None


def _is_day(date: PartialDate | DateRange | None) -> bool:
    return date is None or (isinstance(date, PartialDate) and date.day is not None)


def _delegate(text: str, tokens: Sequence[Token], known: Known) -> DateReading | None:
    """Read with the words of one locale that has the names in it, since it knows the words around times too."""
    locales = -1
    for token in tokens:
        if len(token.names) == 1:
            locales &= token.names[0].locales
    if known.locale is not None or locales in (0, -1):
        return None
    return read_with(text, know(list_tags(locales)[0], (), known.earliest))


def read_tokens(tokens: Sequence[Token], known: Known, text: str) -> DateReading | None:
    """Read a row of tokens that is one date; None if it is none."""
    first, last = 0, len(tokens)
    while first < last and tokens[last - 1].code in "Rrh":
        last -= 1
    while first < last and tokens[first].code in "Rrh":
        first += 1
    if first == last or UNKNOWN in tokens:
        return None
    outcomes = weigh(tokens[first:last], known.usage, known.earliest)
    if not outcomes or is_set(outcomes[0].date, tokens):
        return None
    return DateReading(**describe(outcomes, known, text))


def describe(outcomes: Sequence[Outcome], known: Known, text: str) -> dict[str, Any]:
    """Return the fields of what the ways to read a date come to: one date, or several between which nothing decides."""
    first = outcomes[0]
    if len(outcomes) == 1 and not first.is_doubtful:
        return {"text": text, "date": first.date, "locales": known.list_tags(first.locales)}
    outcomes = [outcome for outcome in outcomes if outcome.locales & known.established] or outcomes
    dates = tuple(dict.fromkeys(outcome.date for outcome in outcomes if outcome.date is not None))
    locales = reduce(or_, (outcome.locales for outcome in outcomes))
    is_decided = len(dates) == 1 and not first.is_short
    return {
        "text": text,
        "date": dates[0] if is_decided else None,
        "alternatives": () if is_decided else dates,
        "calendar": first.calendar,
        "locales": known.list_tags(locales),
        "findings": tuple(report_doubts(first, dates, is_decided=is_decided, text=text)),
    }
