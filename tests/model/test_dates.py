"""Dates say no more than the page does, and only what the calendar has."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations import Dated, DateRange, PartialDate
from declarations.dates import parse_edtf
from declarations.errors import ValidationError
from tests.strategies import date_ranges, partial_dates

NOON = dt.time(12)


@given(st.one_of(partial_dates(), date_ranges()))
def test_edtf_gives_the_date_back(date: PartialDate | DateRange) -> None:
    """The text form of a date or a range is read as that date or range."""
    assert parse_edtf(str(date)) == date


@given(partial_dates(), partial_dates())
def test_dates_sort_by_their_first_day(one: PartialDate, two: PartialDate) -> None:
    """Sorting never fails, and an earlier first day comes first."""
    if one.earliest < two.earliest:
        assert one < two
    assert (one < two) or (two < one) or one == two


def test_a_date_says_what_it_knows() -> None:
    """Precision, first and last day follow from the parts that are said."""
    assert [PartialDate(2024, *parts).precision for parts in ((), (2,), (2, 29))] == ["year", "month", "day"]
    assert PartialDate(2024).earliest == dt.date(2024, 1, 1)
    assert PartialDate(2024).latest == dt.date(2024, 12, 31)
    assert PartialDate(2024, 2).latest == dt.date(2024, 2, 29)
    assert PartialDate.of(dt.datetime(2024, 2, 29, 8)) == PartialDate(2024, 2, 29)  # noqa: DTZ001 - only the day counts
    assert repr(PartialDate(2024, 2)) == "PartialDate('2024-02')"


def test_a_range_holds_both_ends() -> None:
    """A range goes from the first day of its start to the last day of its end."""
    days = DateRange(PartialDate(2024, 1), PartialDate(2024, 2))
    assert (days.earliest, days.latest) == (dt.date(2024, 1, 1), dt.date(2024, 2, 29))
    assert repr(days) == "DateRange('2024-01/2024-02')"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: PartialDate(2025, 13), "month 13 is outside 1 to 12"),
        (lambda: PartialDate(0), "year 0 is outside 1 to 9999"),
        (lambda: PartialDate(10**5000), "year is outside 1 to 9999"),
        (lambda: PartialDate(2025, 2, 29), "2025-02 has no day 29"),
        (lambda: PartialDate(2025, 2, 32), "day 32 is outside 1 to 31"),
        (lambda: PartialDate(2025, None, 3), "a date with a day needs a month"),
        (lambda: PartialDate("2025"), "year must be an integer, not str"),
        (lambda: PartialDate(2025, 1.0), "month must be an integer, not float"),
        (lambda: PartialDate(2025, True), "month must be an integer, not bool"),
        (lambda: DateRange(PartialDate(2025), PartialDate(2024)), "ends before it begins"),
        (lambda: DateRange("2025", PartialDate(2025)), "start of a range must be a PartialDate, not str"),
        (lambda: Dated(role="born", date="2025"), "'born' is no DateRole"),
        (lambda: Dated(role="issued", date=2025), "expected a date, not int"),
        (lambda: Dated(role="issued", date="2025-03", time=NOON), "a time of day needs a full date"),
        (lambda: Dated(role="issued", date="2025-03-07", time="12:00"), "must be of class time, not str"),
        (lambda: Dated(role="issued", date="2025-03-07", text=" "), "text of a date is empty"),
    ],
)
def test_what_no_calendar_has_is_refused(make: object, message: str) -> None:
    """Every impossible date raises ValidationError and says why."""
    with pytest.raises(ValidationError, match=message):
        make()


@pytest.mark.parametrize("text", ["", "25-03-07", "2025-3-7", "2025-03-07T12:00", "2025/", "/", "٢٠٢٥", "2025-03-07 "])
def test_other_forms_are_no_edtf(text: str) -> None:
    """Only the forms of EDTF that the model knows are read."""
    with pytest.raises(ValidationError, match="EDTF"):
        parse_edtf(text)


def test_times_have_fixed_offsets_of_whole_minutes() -> None:
    """A time keeps what the source says: an offset, never a zone with rules."""

    class Rules(dt.tzinfo):
        def utcoffset(self, _when: object) -> dt.timedelta:
            return dt.timedelta(hours=1)

    with pytest.raises(ValidationError, match="fixed offset"):
        Dated(role="issued", date="2025-03-07", time=NOON.replace(tzinfo=Rules()))
    with pytest.raises(ValidationError, match="whole minutes"):
        Dated(role="issued", date="2025-03-07", time=NOON.replace(tzinfo=dt.timezone(dt.timedelta(seconds=30))))


def test_one_moment_in_two_offsets_is_two_times() -> None:
    """Times that are printed differently are not equal, though Python's clocks call them so."""
    here = Dated(role="issued", date="2025-03-07", time=dt.time(12, tzinfo=dt.timezone(dt.timedelta(hours=1))))
    there = Dated(role="issued", date="2025-03-07", time=dt.time(11, tzinfo=dt.UTC))
    assert here.time == there.time
    assert here != there


def test_date_and_time_make_a_datetime() -> None:
    """`datetime` joins the two, and is None without a time."""
    dated = Dated(role="issued", date=dt.date(2025, 3, 7), time=NOON)
    assert dated.datetime == dt.datetime(2025, 3, 7, 12)  # noqa: DTZ001 - the source says no offset
    assert Dated(role="issued", date="2025").datetime is None
    assert repr(dated) == "Dated(issued 2025-03-07 12:00:00)"
