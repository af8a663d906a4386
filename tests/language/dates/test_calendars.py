"""Dates of other calendars are converted, or reported; never read as Gregorian ones."""

from __future__ import annotations

import builtins
import sys
from typing import Any

import pytest

from declarations.findings import FindingCode
from declarations.language.dates import find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "locale", "calendar", "date"),
    [
        ("7 มีนาคม 2568", None, "buddhist", "2025-03-07"),
        ("7 มีนาคม พ.ศ. 2568", "th", "buddhist", "2025-03-07"),
        ("7/3/2568", "th", "buddhist", "2025-03-07"),
        ("令和7年3月7日", None, "japanese", "2025-03-07"),
        ("令和元年5月1日", "ja", "japanese", "2019-05-01"),
        ("昭和64年1月7日", "ja", "japanese", "1989-01-07"),
        ("民國114年3月7日", None, "roc", "2025-03-07"),
        ("١٧ رمضان ١٤٤٦ هـ", "ar", "islamic", "2025-03-17"),
        ("17 Ramadan 1446", "en", "islamic", "2025-03-17"),
        ("۱۷ اسفند ۱۴۰۳", "fa", "persian", "2025-03-07"),
        ("۱۴۰۳/۱۲/۱۷", "fa", "persian", "2025-03-07"),
        ("7 Adar 5785", "en", "hebrew", "2025-03-07"),
        ("7 באדר 5785", "he", "hebrew", "2025-03-07"),
        ("28 የካቲት 2017", "am", "ethiopic", "2025-03-07"),
        ("رمضان ١٤٤٦", "ar", "islamic", "2025-03-01/2025-03-29"),
    ],
)
def test_other_calendars_are_converted(text: str, locale: str | None, calendar: str, date: str) -> None:
    """The date, the calendar and a finding that tells of it; a lunar month becomes a range of days."""
    reading = parse_date(text, locale=locale)

    assert (str(reading.date), reading.calendar) == (date, calendar)
    assert [finding.code for finding in reading.findings] == [FindingCode.OTHER_CALENDAR]


def test_names_of_two_calendars_are_told_apart_by_the_year() -> None:
    """Nisan is a Turkish April and a Hebrew month."""
    assert str(parse_date("7 Nisan 2025").date) == "2025-04-07"
    assert parse_date("7 Nisan 5785").calendar == "hebrew"


@pytest.mark.parametrize(
    ("text", "locale"), [("30 Adar I 5785", "en"), ("31 Ramadan 1446", "en"), ("۳۱ اسفند ۱۴۰۳", "fa")]
)
def test_days_that_do_not_exist(text: str, locale: str) -> None:
    """A day that the calendar does not have has no date."""
    reading = parse_date(text, locale=locale)

    assert reading.date is None
    assert "no such day" in reading.findings[0].message


def test_without_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is missing the date is found, not converted, and the finding says what to install."""
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **options: Any) -> Any:
        if name.partition(".")[0] in ("convertdate", "hijridate"):
            raise ImportError(name)
        return real(name, *rest, **options)

    for name in [name for name in sys.modules if name.partition(".")[0] in ("convertdate", "hijridate")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", refuse)
    monkeypatch.setattr("declarations.language.dates.eras.import_module", refuse)
    (match,) = find_dates("dated 7 Adar 5785", locale="en")

    assert (match.date, match.calendar) == (None, "hebrew")
    assert "declarations[calendars]" in match.findings[0].message


def test_before_the_common_era() -> None:
    """A year before the common era is no date of the model, and no other year."""
    reading = parse_date("15 March 44 BC", locale="en")

    assert reading.date is None
    assert "before the common era" in reading.findings[0].message
