"""Dates that say no more than the page does, in the text form of EDTF (ISO 8601-2:2019, levels 0 and 1)."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from declarations.arguments import check_arguments
from declarations.errors import ValidationError
from declarations.model.vocabulary import DateRole, to_date_role
from declarations.validation import check_instance, check_integer, check_string, quote

__all__ = ["DateRange", "DateValue", "Dated", "PartialDate", "parse_edtf"]

_EDTF_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class DateValue:
    """What a date can be: a `PartialDate` or a `DateRange`; `str` gives its EDTF form."""

    __slots__ = ()


def _or_zero(number: int | None) -> int:
    return number or 0


_LAST_YEAR, _LAST_MONTH, _SHORTEST_MONTH = 9999, 12, 28


def _is_usual(year: int, month: int, day: int) -> bool:
    return 0 < year <= _LAST_YEAR and 0 < month <= _LAST_MONTH and 0 < day <= _SHORTEST_MONTH


@attrs.frozen(order=True, repr=False)
class PartialDate(DateValue):
    """A day, a month or a year of the proleptic Gregorian calendar.

    Dates sort by their parts; a year stands before its months, a month before its days. Raises
    `ValidationError` for a date that the calendar does not have.
    """

    year: int
    """Year from 1 to 9999."""
    month: int | None = attrs.field(default=None, order=_or_zero)
    """Month from 1 to 12; None if not said."""
    day: int | None = attrs.field(default=None, order=_or_zero)
    """Day of the month; None if not said."""

    def __attrs_post_init__(self) -> None:
        year, month, day = self.year, self.month, self.day
        if type(year) is int and type(month) is int and type(day) is int and _is_usual(year, month, day):
            return  # the quick way for nearly all dates
        check_integer(self.year, "year", 1, _LAST_YEAR)
        if self.month is not None:
            check_integer(self.month, "month", 1, _LAST_MONTH)
        if self.day is None:
            return
        if self.month is None:
            raise ValidationError("a date with a day needs a month", hint="give the month, or leave the day out")
        check_integer(self.day, "day", 1, 31)
        if self.day > _SHORTEST_MONTH and self.day > calendar.monthrange(self.year, self.month)[1]:
            raise ValidationError(f"{self.year:04}-{self.month:02} has no day {self.day}")

    @classmethod
    @check_arguments
    def of(cls, date: dt.date) -> PartialDate:
        """Take over a full date (or the date of a datetime)."""
        return cls(date.year, date.month, date.day)

    @property
    def precision(self) -> Literal["day", "month", "year"]:
        """The smallest unit that is said."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    @property
    def earliest(self) -> dt.date:
        """The first day that it can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date:
        """The last day that it can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """Return the EDTF form: `2025-03-07`, `2025-03` or `2025`."""
        form = f"{self.year:04}"
        if self.month is not None:
            form += f"-{self.month:02}"
        if self.day is not None:
            form += f"-{self.day:02}"
        return form

    def __repr__(self) -> str:
        return f"PartialDate({str(self)!r})"


@attrs.frozen(repr=False)
class DateRange(DateValue):
    """From one date to another, both included, such as the days of a meeting."""

    start: PartialDate
    """The first."""
    end: PartialDate
    """The last; not before the first."""

    def __attrs_post_init__(self) -> None:
        for value, field in ((self.start, "start of a range"), (self.end, "end of a range")):
            if not isinstance(value, PartialDate):
                raise ValidationError(f"{field} must be a PartialDate, not {type(value).__name__}")
        if self.end.latest < self.start.earliest:
            raise ValidationError(f"the range {self.start} to {self.end} ends before it begins")

    @property
    def earliest(self) -> dt.date:
        """The first day that it can mean."""
        return self.start.earliest

    @property
    def latest(self) -> dt.date:
        """The last day that it can mean."""
        return self.end.latest

    def __str__(self) -> str:
        """Return the EDTF interval: `2014-07-09/2014-07-11`."""
        return f"{self.start}/{self.end}"

    def __repr__(self) -> str:
        return f"DateRange({str(self)!r})"


if TYPE_CHECKING:
    _AnyDate: TypeAlias = PartialDate | DateRange
else:
    _AnyDate = DateValue  # codecs look at run time and take one class where they take no union of classes


@check_arguments
def parse_edtf(text: str) -> PartialDate | DateRange:
    """Read `2025-03-07`, `2025-03`, `2025` or an interval of two of them; raise `ValidationError` otherwise."""
    first, slash, last = text.partition("/")
    return DateRange(_parse_date(first), _parse_date(last)) if slash else _parse_date(first)


def _parse_date(text: str) -> PartialDate:
    if not (found := _EDTF_DATE.fullmatch(text)):
        raise ValidationError(
            f"{quote(text)} is not an EDTF date", hint="write 2025-03-07, 2025-03, 2025 or 2014-07-09/2014-07-11"
        )
    year, month, day = (int(part) if part else None for part in found.groups())
    return PartialDate(year or 0, month, day)


def _to_date(value: PartialDate | DateRange | dt.date | str) -> PartialDate | DateRange:
    if isinstance(value, str):
        return parse_edtf(value)
    if isinstance(value, dt.date):
        return PartialDate.of(value)
    if isinstance(value, PartialDate | DateRange):
        return value
    raise ValidationError(f"expected a date, not {type(value).__name__}")


def _to_iso(time: dt.time | None) -> str | None:
    """Return a key by which times with different offsets differ, though they name one moment."""
    return None if time is None else time.isoformat()


@attrs.frozen(kw_only=True, repr=False)
class Dated:
    """A date of a declaration, what happened on it, and how it was printed."""

    role: DateRole = attrs.field(converter=to_date_role)
    """What happened."""
    date: _AnyDate = attrs.field(converter=_to_date)
    """When; also given as an EDTF string or a `datetime.date`."""
    time: dt.time | None = attrs.field(default=None, eq=_to_iso)
    """Time of day, with an offset from UTC only if the source says one."""
    text: str | None = None
    """The date as printed."""

    def __attrs_post_init__(self) -> None:
        if self.text is not None:
            check_string(self.text, "text of a date")
        check_instance(self.time, dt.time, "time of a date")
        if self.time is None:
            return
        if not isinstance(self.date, PartialDate) or self.date.day is None:
            raise ValidationError(f"a time of day needs a full date, not {self.date}")
        zone = self.time.tzinfo
        if zone is not None and not isinstance(zone, dt.timezone):
            raise ValidationError("a time of day can only have a fixed offset", hint="use datetime.timezone")
        if zone is not None and zone.utcoffset(None).total_seconds() % 60:
            raise ValidationError("the offset of a time of day must be whole minutes")

    @property
    def datetime(self) -> dt.datetime | None:
        """Date and time together, aware only if the source says an offset; None without a time."""
        return None if self.time is None else dt.datetime.combine(self.date.earliest, self.time)

    def __repr__(self) -> str:
        return f"Dated({self.role} {self.date}{f' {self.time}' if self.time else ''})"
