"""Dates written by machines."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations.language.dates import parse_timestamp
from declarations.model import PartialDate

EAST = dt.timezone(dt.timedelta(hours=2))


@pytest.mark.parametrize(
    ("text", "date", "time"),
    [
        ("2025-03-07T14:31:09+00:00", "2025-03-07", dt.time(14, 31, 9, tzinfo=dt.UTC)),
        ("2025-03-07T14:31:09+02:00", "2025-03-07", dt.time(14, 31, 9, tzinfo=EAST)),
        ("2025-03-07T14:31", "2025-03-07", dt.time(14, 31)),
        ("20250307T143109Z", "2025-03-07", dt.time(14, 31, 9, tzinfo=dt.UTC)),
        ("Fri, 07 Mar 2025 14:31:09 GMT", "2025-03-07", dt.time(14, 31, 9, tzinfo=dt.UTC)),
        ("Fri Mar  7 14:31:09 UTC 2025", "2025-03-07", dt.time(14, 31, 9, tzinfo=dt.UTC)),
        ("Fri Mar  7 14:31:09 CST 2025", "2025-03-07", dt.time(14, 31, 9)),
        ("1741357869", "2025-03-07", dt.time(14, 31, 9, tzinfo=dt.UTC)),
        ("1741357869000", "2025-03-07", dt.time(14, 31, 9, tzinfo=dt.UTC)),
        ("2025-03-07", "2025-03-07", None),
        ("2025-03", "2025-03", None),
        ("2025", "2025", None),
    ],
)
def test_timestamps_of_machines_are_read(text: str, date: str, time: dt.time | None) -> None:
    """ISO 8601, RFC 5322, the command `date` and seconds since 1970, with the offset they give and no other."""
    stamp = parse_timestamp(text)

    assert stamp is not None
    assert (date, time) == (str(stamp[0]), stamp[1])


@pytest.mark.parametrize(
    "text", ["", "yesterday", "99:99", "2025-13-01", "2025-02-31", "12345678901234567890", "2025-03-07T25:00"]
)
def test_what_is_no_timestamp_gives_none(text: str) -> None:
    """Anything else gives None."""
    assert parse_timestamp(text) is None


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text gives a timestamp or None."""
    stamp = parse_timestamp(text)

    assert stamp is None or isinstance(stamp[0], PartialDate)


@given(st.datetimes(timezones=st.just(EAST) | st.none()))
def test_iso_is_read_back(moment: dt.datetime) -> None:
    """What `isoformat` writes is read back, parts of a second too."""
    assert parse_timestamp(moment.isoformat()) == (PartialDate.of(moment), moment.timetz())
