"""Dates in running text: what is printed is read, nothing is added."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations.language.dates import find_dates, parse_timestamp
from declarations.model import PartialDate


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Friday, March 7th, 2025", "2025-03-07"),
        ("março 7, 2025", "2025-03-07"),
        ("7 de março de 2025", "2025-03-07"),
        ("le 1er mars 2020", "2020-03-01"),
        ("28. Februar 2020", "2020-02-28"),
        ("7 марта 2025 года", "2025-03-07"),
        ("this 18th day of September, 2019", "2019-09-18"),
        ("March 2021", "2021-03"),
        ("9-11 July 2014", "2014-07-09/2014-07-11"),
        ("12th–13th April 2019", "2019-04-12/2019-04-13"),
        ("2025年3月7日", "2025-03-07"),
        ("2025년 3월 7일", "2025-03-07"),
        ("2025-03-07", "2025-03-07"),
        ("13/04/2025", "2025-04-13"),
        ("7.3.2025", "2025-03-07"),
    ],
)
def test_dates_are_read_with_the_precision_of_the_print(text: str, date: str) -> None:
    """Full dates, months and ranges are found without a hint about the language."""
    matches = find_dates(text)

    assert [date] == [str(match.date) for match in matches]
    assert matches[0].alternatives == ()


def test_hinted_language_is_tried_first() -> None:
    """A name that means different months in two languages is decided by the hint."""
    assert str(find_dates("5. listopada 2020", languages=["pl"])[0].date) == "2020-11-05"
    assert str(find_dates("5. listopada 2020", languages=["hr"])[0].date) == "2020-10-05"


def test_time_of_day_after_a_date_is_read() -> None:
    """A clock time in twelve hours becomes a time without a zone."""
    (match,) = find_dates("posted on Friday, March 7th, 2025 at 2:31 pm and filed")

    assert dt.time(14, 31) == match.time
    assert match.text == "March 7th, 2025 at 2:31 pm"


def test_order_that_digits_do_not_decide_is_reported() -> None:
    """03/04/2025 has two readings."""
    (match,) = find_dates("03/04/2025")

    assert {"2025-04-03", "2025-03-04"} == {str(match.date), *map(str, match.alternatives)}


def test_impossible_day_is_no_date() -> None:
    """31 February is found, and found to be no day."""
    (match,) = find_dates("31 February 2020")

    assert match.date is None


@pytest.mark.parametrize(
    "text", ["to", "a", "may I march on", "A/RES/78/1", "version 1.2.2025.4", "call 0123-45-6789", "in 2020 we met"]
)
def test_plain_words_and_numbers_are_no_dates(text: str) -> None:
    """Words, document symbols, versions and phone numbers are left alone."""
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "date", "time"),
    [
        ("2025-03-07T14:31:09+00:00", "2025-03-07", dt.time(14, 31, 9, tzinfo=dt.UTC)),
        ("2025-03-07T14:31", "2025-03-07", dt.time(14, 31)),
        ("Fri, 07 Mar 2025 14:31:09 GMT", "2025-03-07", dt.time(14, 31, 9, tzinfo=dt.UTC)),
        ("2025-03-07", "2025-03-07", None),
        ("2025-03", "2025-03", None),
        ("2025", "2025", None),
    ],
)
def test_timestamps_of_machines_are_read(text: str, date: str, time: dt.time | None) -> None:
    """ISO 8601 and RFC 5322, with the offset they give and no other."""
    stamp = parse_timestamp(text)

    assert stamp is not None
    assert (date, time) == (str(stamp[0]), stamp[1])


@pytest.mark.parametrize("text", ["", "yesterday", "99:99", "2025-13-01", "12345678901234567890", "2025-03-07T25:00"])
def test_what_is_no_timestamp_gives_none(text: str) -> None:
    """Nothing is filled in for what cannot be read."""
    assert parse_timestamp(text) is None


@given(st.text(max_size=200))
def test_any_text_may_be_searched(text: str) -> None:
    """Searching never fails; what is found stands where it says, in order."""
    matches = find_dates(text, languages=["en", "fr", "ar"])

    assert all(text[match.start : match.end] == match.text for match in matches)
    assert all(earlier.end <= later.start for earlier, later in pairwise(matches))
    parse_timestamp(text)


@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_iso_dates_come_back(date: dt.date) -> None:
    """Every ISO date is read as itself."""
    assert parse_timestamp(date.isoformat()) == (PartialDate.of(date), None)
