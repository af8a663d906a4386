"""What CLDR prints in any locale is read back: Babel's own strings, and ours."""

from __future__ import annotations

import datetime as dt
import random

import babel.dates
import pytest
from babel import Locale, localedata

from declarations.errors import DeclarationsError
from declarations.language.dates import DateReading, format_date, index, parse_date
from declarations.language.locales import load_locale
from declarations.model import DateRange, PartialDate

LOCALES = sorted(localedata.locale_identifiers())
STYLES = ("full", "long", "medium", "short")
FIRST, LAST = dt.date(1900, 1, 1).toordinal(), dt.date(2099, 12, 31).toordinal()
# In these locales CLDR has intervals that leave out a month, end in a year of the week, or turn day and month round.
BROKEN_INTERVALS = ("om", "sw", "yo")
BATCHES = [LOCALES[start::12] for start in range(12)]


def read(text: str, locale: str) -> DateReading | None:
    """Read a date; None where that is refused."""
    try:
        return parse_date(text, locale=locale.replace("_", "-"))
    except DeclarationsError:
        return None


def days_of(name: str, count: int) -> list[dt.date]:
    """Choose days of two centuries, others for each locale, the same in each run."""
    chooser = random.Random(name)
    return [dt.date.fromordinal(chooser.randint(FIRST, LAST)) for _ in range(count)]


def has_century(locale: Locale, style: str) -> bool:
    """Whether a pattern prints the year in full."""
    pattern = locale.date_formats[style].pattern
    return "yy" not in pattern or "yyyy" in pattern


@pytest.mark.parametrize("numbering", ["latn", "native"])
@pytest.mark.parametrize("batch", BATCHES, ids=lambda batch: batch[0])
def test_dates_of_every_locale(batch: list[str], numbering: str) -> None:
    """Every style of every locale is read exactly, in Latin and in native digits."""
    wrong = []
    for name in batch:
        locale = load_locale(name)
        for day in days_of(name, 2):
            for style in STYLES:
                if not has_century(locale, style):
                    continue
                text = format_date(day, name, style=style, numbering=numbering)
                reading = read(text, name)
                if reading is None or reading.date != PartialDate.of(day) or reading.findings:
                    wrong.append((name, text, reading))

    assert wrong == []


@pytest.mark.parametrize("batch", BATCHES, ids=lambda batch: batch[0])
def test_ours_are_those_of_babel(batch: list[str]) -> None:
    """In Latin digits our dates are character by character those of Babel."""
    for name in batch:
        (day,) = days_of(name, 1)
        for style in STYLES:
            assert format_date(day, name, style=style) == babel.dates.format_date(day, style, locale=load_locale(name))


@pytest.mark.parametrize("batch", BATCHES, ids=lambda batch: batch[0])
def test_times_of_every_locale(batch: list[str]) -> None:
    """Dates with a time of day are read with it: Babel's with the zone that it adds, ours without."""
    wrong = []
    for name in batch:
        chooser = random.Random(name)
        for day in days_of(name, 2):
            time = dt.time(chooser.randrange(24), chooser.randrange(60), chooser.randrange(60))
            moment = dt.datetime.combine(day, time)
            printed = babel.dates.format_datetime(moment, "long", locale=load_locale(name))
            for text, right in ((printed, time.replace(tzinfo=dt.UTC)), (format_date(moment, name), time)):
                reading = read(text, name)
                if reading is None or (reading.date, reading.time) != (PartialDate.of(day), right):
                    wrong.append((name, text, reading))

    assert wrong == []


@pytest.mark.parametrize("batch", BATCHES, ids=lambda batch: batch[0])
def test_partial_dates_of_every_locale(batch: list[str]) -> None:
    """A month stays a month and a year a year."""
    wrong = []
    for name in batch:
        (day,) = days_of(name, 1)
        for date in (PartialDate(day.year, day.month, None), PartialDate(day.year, None, None)):
            for style in STYLES:
                text = format_date(date, name, style=style)
                reading = read(text, name)
                if reading is None or reading.date != date:
                    wrong.append((name, text, reading))

    assert wrong == []


def ranges_of(name: str) -> list[DateRange]:
    """Choose ranges that differ in the day, the month, the year."""
    return [
        DateRange(PartialDate.of(day), PartialDate.of(day + dt.timedelta(days=length)))
        for day, length in zip(days_of(name, 3), (2, 40, 500), strict=True)
    ]


@pytest.mark.parametrize("batch", BATCHES, ids=lambda batch: batch[0])
def test_ranges_of_every_locale(batch: list[str]) -> None:
    """What we print for ranges is read back in every locale."""
    wrong = []
    for name in batch:
        for date in ranges_of(name):
            for style in STYLES:
                text = format_date(date, name, style=style)
                reading = read(text, name)
                if reading is None or reading.date != date:
                    wrong.append((name, text, reading))

    assert wrong == []


def test_intervals_of_babel() -> None:
    """Of the intervals that Babel prints at least 99.5 in 100 are read exactly."""
    right = total = 0
    for name in LOCALES[::3]:
        for date in ranges_of(name):
            for skeleton in ("yMMMd", "yMMMEd", "yMd"):
                text = babel.dates.format_interval(date.earliest, date.latest, skeleton, locale=load_locale(name))
                reading = read(text, name)
                total += 1
                right += reading is not None and reading.date == date
                if name.partition("_")[0] in BROKEN_INTERVALS:
                    total, right = total - 1, right - (reading is not None and reading.date == date)

    assert right / total >= 0.995


def is_digits_only(text: str) -> bool:
    """Whether a date has no words; somewhere the same digits are another day."""
    return not any(char.isalpha() for char in text)


def test_without_a_locale() -> None:
    """At least 97 in 100 strings that no other locale prints for another day are read without being told it.

    Where the index was built with another Babel, whose names are not all the same, it is 90.
    """
    meanings: dict[str, set[dt.date]] = {}
    for name in LOCALES[::4]:
        locale = load_locale(name)
        for day in days_of("same", 2):
            for style in STYLES:
                if has_century(locale, style):
                    meanings.setdefault(format_date(day, name, style=style), set()).add(day)
    clear = {text: days.pop() for text, days in meanings.items() if len(days) == 1 and not is_digits_only(text)}
    right = 0
    for text, day in clear.items():
        try:
            right += parse_date(text).date == PartialDate.of(day)
        except DeclarationsError:
            continue

    built = index._read_index()
    assert right / len(clear) >= (0.97 if built is None or built["babel"] == babel.__version__ else 0.9)
