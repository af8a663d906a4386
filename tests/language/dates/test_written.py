"""Dates as people write them: other names, cases and spellings, times of day, sets of days, other calendars."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from declarations import DateRange, PartialDate
from declarations.dates import find_dates, parse_date
from declarations.errors import DateError, ValidationError

WRITTEN = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "written.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def as_printed(text: str, locale: str | None = None) -> tuple[str, str]:
    """Return date and time of a text in ISO 8601."""
    reading = parse_date(text, locale=locale)
    return str(reading.date), reading.time.isoformat() if reading.time else ""


@pytest.mark.parametrize(("text", "locale", "date", "time"), WRITTEN)
def test_a_date_in_any_usual_form_is_read(text: str, locale: str, date: str, time: str) -> None:
    """The date, and the time with what zone it says, whatever the form."""
    assert as_printed(text, locale or None) == (date, time)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Read on 3 and 17 June 2020.", [("3", "2020-06-03"), ("17 June 2020", "2020-06-17")]),
        ("on 2, 3 and 5 May 2020", [("2", "2020-05-02"), ("3", "2020-05-03"), ("5 May 2020", "2020-05-05")]),
        ("1st, 3rd and 9th May 2020", [("1st", "2020-05-01"), ("3rd", "2020-05-03"), ("9th May 2020", "2020-05-09")]),
        ("June 3 and 17, 2020", [("June 3", "2020-06-03"), ("17, 2020", "2020-06-17")]),
        ("le 3 mai et le 5 juin 2021", [("3 mai", "2021-05-03"), ("5 juin 2021", "2021-06-05")]),
        ("2020年6月3日和17日", [("2020年6月3日", "2020-06-03"), ("17日", "2020-06-17")]),
        ("on 2 and 3 May 2020", [("2 and 3 May 2020", "2020-05-02/2020-05-03")]),
        ("30 April and 1 May 2020", [("30 April and 1 May 2020", "2020-04-30/2020-05-01")]),
        ("between 3 and 17 June 2020", [("3 and 17 June 2020", "2020-06-03/2020-06-17")]),
        ("from 3 to 17 June 2020", [("3 to 17 June 2020", "2020-06-03/2020-06-17")]),
    ],
)  # fmt: skip
def test_days_that_are_added_up_are_no_range_unless_neighbours(text: str, found: list[tuple[str, str]]) -> None:
    """Each day is found by itself; the month and the year of the last are those of all."""
    assert [(match.text, str(match.date)) for match in find_dates(text)] == found
    assert all(text[match.start : match.end] == match.text for match in find_dates(text))


def test_several_days_are_not_one_date() -> None:
    """What `find_dates` gives as two dates is none for `parse_date`."""
    with pytest.raises(DateError, match="is no date"):
        parse_date("3 and 17 June 2020")
    assert parse_date("3 and 4 June 2020").date == DateRange(PartialDate(2020, 6, 3), PartialDate(2020, 6, 4))


@pytest.mark.parametrize(
    ("text", "printed", "date"),
    [
        ("The protest of 12-Nov-2013 was read.", "12-Nov-2013", "2013-11-12"),
        ("Under section 5 of the act of 9 May 1994: the board", "9 May 1994", "1994-05-09"),
        (
            "Given, this ninth day of May, in the year of our Lord one thousand nine hundred and ninety four.",
            "ninth day of May, in the year of our Lord one thousand nine hundred and ninety four",
            "1994-05-09",
        ),
        ("sealed on the 9th day of May, A.D. 1994", "9th day of May, A.D. 1994", "1994-05-09"),
        ("am 9. Mai im Jahre des Herrn 1994 gegeben", "9. Mai im Jahre des Herrn 1994", "1994-05-09"),
        ("Date:9 May 1994", "9 May 1994", "1994-05-09"),
        ("Lodged 12.Nov.2013 by hand", "12.Nov.2013", "2013-11-12"),
        ("Ֆայլ 12/Nov/2013", "12/Nov/2013", "2013-11-12"),
        ("נכתב ביום ט״ו בשבט תשפ״ה בעיר", "ט״ו בשבט תשפ״ה", "2025-02-13"),
        ("صدر في 16 ربيع الأول 1447 الموافق 8 سبتمبر 2025", "16 ربيع الأول 1447 الموافق 8 سبتمبر 2025", "2025-09-08"),
        ("vedtatt i januar, så 7. marta 2016. godine", "7. marta 2016", "2016-03-07"),
    ],
)
def test_other_forms_are_found_in_texts(text: str, printed: str, date: str) -> None:
    """Hyphens, Hebrew letters, and a day in two calendars, which is one."""
    assert [(match.text, str(match.date)) for match in find_dates(text)] == [(printed, date)]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("on 3 June 2016, 18 hours of rain fell", None),
        ("le 3 juin 2016, 18 heures de pluie", None),
        ("le 3 juin 2016 à 18 heures, la pluie", dt.time(18)),
        ("am 3. Juni 2016 um 18 Uhr im Saal", dt.time(18)),
        ("on 3 June 2016 at noon in the hall", dt.time(12)),
        ("on 3 June 2016 nobody came", None),
        ("on 3 June 2016 at 9:30 CET in the hall", dt.time(9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))),
        ("on 3 June 2016 at 9:30 CST in the hall", dt.time(9, 30)),
        ("on 3 June 2016 at 12:10:24.5 by the clock", dt.time(12, 10, 24, 500_000)),
    ],
)
def test_times_in_texts_are_times_and_no_durations(text: str, time: dt.time | None) -> None:
    """Hours that last are told from hours of the day by the word before them; some zones have no offset."""
    (match,) = find_dates(text)
    assert (str(match.date), match.time) == ("2016-06-03", time)


@pytest.mark.parametrize(
    ("text", "earliest", "date"),
    [
        ("16-07-68", 1950, "1968-07-16"),
        ("16-07-48", 1950, "2048-07-16"),
        ("16.07.68", 1850, "1868-07-16"),
        ("3 May 99", 2000, "2099-05-03"),
        ("3 May 1999", 2000, "1999-05-03"),
    ],
)
def test_the_first_of_a_hundred_years_decides_the_century(text: str, earliest: int, date: str) -> None:
    """A year of two digits is then one; a whole year stays as it is."""
    reading = parse_date(text, earliest_year=earliest)
    assert (str(reading.date), reading.findings) == (date, ())
    assert [str(match.date) for match in find_dates(f"on {text} in Rome", earliest_year=earliest)] in ([date], [])


def test_a_hundred_years_without_end_are_refused() -> None:
    """The years must be years of the model."""
    with pytest.raises(ValidationError, match="earliest_year"):
        parse_date("3 May 99", earliest_year=9999)


@pytest.mark.parametrize(
    ("text", "calendar"),
    [("১৫ বৈশাখ ১৪৩১", "bengali"), ("१५ जेठ २०८१", "vikram"), ("१५ असार २०८१", "vikram")],
)
def test_calendars_that_nothing_converts_are_known(text: str, calendar: str) -> None:
    """There is no date, and the finding says why."""
    reading = parse_date(text)
    assert (reading.date, reading.calendar) == (None, calendar)
    assert "are not converted" in reading.findings[0].message


@pytest.mark.parametrize("text", ["99年5月25日", "101年5月25日", "101/05/25"])
def test_taiwan_counts_its_own_years(text: str) -> None:
    """Where the locale is Taiwan, years of up to three digits are Minguo."""
    reading = parse_date(text, locale="zh-Hant-TW")
    assert (reading.calendar, reading.date and reading.date.earliest.year in (2010, 2012)) == ("roc", True)


@pytest.mark.parametrize(
    "text",
    ["Marta 2016 sang", "ארה״ב וצה״ל 2016", "ע״י דו״ח 12/2016", "at noon on the bridge 2016", "18 Uhr 2016 Menschen"],
)
def test_no_date_where_none_is(text: str) -> None:
    """Names, abbreviations with Hebrew signs and times are no dates."""
    assert not find_dates(text)
