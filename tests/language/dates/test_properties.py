"""Laws of dates: what is written is read back, and no text breaks a reader."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from declarations.errors import DateError, DeclarationsError
from declarations.language.dates import DateReading, find_dates, format_date, parse_date
from declarations.language.locales import available_locales
from declarations.model import DateRange, PartialDate

# Years that are years of the common era in every locale: Thai counts 2400 and later as Buddhist, Persian 1250 to
# 1500 as its own.
FIRST, LAST = dt.date(1601, 1, 1), dt.date(2199, 12, 31)

locales = st.sampled_from(available_locales())
styles = st.sampled_from(["full", "long", "medium"])
numberings = st.sampled_from(["latn", "native", "default"])
days = st.dates(FIRST, LAST)
minutes = st.integers(-14 * 60, 14 * 60)
zones = st.none() | minutes.map(lambda value: dt.timezone(dt.timedelta(minutes=value)))
moments = st.datetimes(
    dt.datetime.combine(FIRST, dt.time()), dt.datetime.combine(LAST, dt.time()), timezones=st.none()
).map(lambda moment: moment.replace(microsecond=0))


def partial(day: dt.date, precision: int) -> PartialDate:
    """Leave out the day, or the month too."""
    return PartialDate(day.year, day.month if precision > 0 else None, day.day if precision > 1 else None)


@given(days, st.integers(0, 2), locales, styles, numberings)
def test_dates_are_read_back(day: dt.date, precision: int, locale: str, style: str, numbering: str) -> None:
    """A full or partial date is the same after writing and reading, in every locale."""
    date = partial(day, precision)

    assert parse_date(format_date(date, locale, style=style, numbering=numbering), locale=locale).date == date


@given(days, st.integers(1, 800), locales, st.sampled_from(["long", "medium"]))
def test_ranges_are_read_back(day: dt.date, length: int, locale: str, style: str) -> None:
    """A range is the same after writing and reading."""
    end = min(day + dt.timedelta(days=length), LAST)
    date = DateRange(PartialDate.of(day), PartialDate.of(end))
    if day == end:
        return

    assert parse_date(format_date(date, locale, style=style), locale=locale).date == date


@given(moments, zones, locales, styles)
def test_moments_are_read_back(moment: dt.datetime, zone: dt.timezone | None, locale: str, style: str) -> None:
    """A date with a time of day and an offset is the same after writing and reading."""
    moment = moment.replace(tzinfo=zone)
    reading = parse_date(format_date(moment, locale, style=style), locale=locale)

    assert reading.date == PartialDate.of(moment)
    assert reading.time == moment.timetz()


fragments = st.sampled_from(
    [
        "7",
        "2025",
        "March",
        "mars",
        "年",
        "月",
        "日",
        " ",
        ".",
        "-",
        "–",
        "/",
        ":",
        "٧",
        "二〇",
        "令和",
        "th",
        "de",
        "at",
        "pm",
        "Ramadan",
        "12",
        "31",
        "twenty",
        "thousand",
        "İ",
        "ß",
        "²",
        "፯",
        "(",
        "é",
        "to",
        "d'",
        "l’",
        "\u200f",
        "\ud800",
    ]
)
texts = st.text() | st.lists(fragments, max_size=30).map("".join) | st.lists(fragments, max_size=30).map(" ".join)


@settings(max_examples=500)
@given(texts, st.none() | locales)
def test_no_text_breaks_the_readers(text: str, locale: str | None) -> None:
    """Any text is a date, or is refused with an error of ours; dates in it lie in it."""
    with contextlib.suppress(DateError):
        parse_date(text, locale=locale)
    for match in find_dates(text, locale=locale):
        assert text[match.start : match.end] == match.text


@given(texts, st.text(max_size=20))
def test_any_option_is_taken_or_refused(text: str, option: str) -> None:
    """Whatever stands for a locale, an order, a style or digits, there is a result or one of our errors."""
    day = dt.date(2025, 3, 7)

    assert isinstance(attempt(lambda: parse_date(text, locale=option)), DateReading | DeclarationsError)
    assert isinstance(attempt(lambda: parse_date(text, order=option)), DateReading | DeclarationsError)
    assert isinstance(attempt(lambda: find_dates(text, locale=option)), tuple | DeclarationsError)
    assert isinstance(attempt(lambda: format_date(day, option)), str | DeclarationsError)
    assert isinstance(attempt(lambda: format_date(day, "en", style=option)), str | DeclarationsError)
    assert isinstance(attempt(lambda: format_date(day, "en", numbering=option)), str | DeclarationsError)


def attempt(call: Callable[[], object]) -> object:
    """Give what a call gives, or the error of ours that it raises."""
    try:
        return call()
    except DeclarationsError as error:
        return error
