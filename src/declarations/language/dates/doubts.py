"""What is doubtful about a date that was read, as findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from declarations.findings import Finding, FindingCode
from declarations.language.dates.eras import GREGORIAN
from declarations.language.dates.weighing import Outcome
from declarations.model import DateRange, PartialDate
from declarations.validation import quote

__all__ = ["report_doubts"]


def report_doubts(
    first: Outcome, dates: Sequence[PartialDate | DateRange], *, is_decided: bool, text: str
) -> Iterator[Finding]:
    """Yield what is doubtful about a date."""
    shown = quote(text)
    if first.calendar != GREGORIAN:
        read = f"was converted to {first.date}" if first.date else f"was not converted: {first.problem}"
        message = f"{shown}, a date of the {first.calendar} calendar, {read}"
        yield Finding(FindingCode.OTHER_CALENDAR, message, excerpt=text)
    elif not dates:
        yield Finding(FindingCode.INVALID_DATE, f"{shown} is no date: {first.problem}", excerpt=text)
    if dates and not is_decided:
        meanings = " or ".join(map(str, dates))
        yield Finding(FindingCode.AMBIGUOUS_DATE, f"{shown} can mean {meanings}, and nothing decides", excerpt=text)
    if first.is_weekday_wrong:
        yield Finding(FindingCode.WRONG_WEEKDAY, f"{shown} does not fall on that day of the week", excerpt=text)
