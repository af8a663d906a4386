"""From tokens to dates: every way to read them, and those that the calendar allows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice, product
from typing import TypeAlias

import attrs

from declarations.errors import ValidationError
from declarations.language.dates.eras import GREGORIAN, Printed, convert, is_other
from declarations.language.dates.lexing import Token
from declarations.language.dates.plans import Plan, make_plans
from declarations.language.dates.vocabulary import MONTH, WEEKDAY, Name
from declarations.model import DateRange, PartialDate

__all__ = ["Outcome", "Usage", "weigh"]

Usage: TypeAlias = Callable[[int], tuple[tuple[str, ...], tuple[str, ...], str | None]]
"""For a set of locales: the orders of fields on which they agree, in dates and intervals; their language if it is one."""

_MOST_COMBINATIONS = 64
_CENTURIES = (1900, 2000)
_LATEST = 2200
"""Gregorian years after it give way to years of another calendar that fit too."""
_KEY_CODES = {MONTH: "M"}


@attrs.frozen(kw_only=True)
class Outcome:
    """One way to read a row of tokens."""

    date: PartialDate | DateRange | None
    """The date; None if there is no such day, or its calendar could not be converted."""
    locales: int
    """The set of locales that print such names; -1 for all."""
    calendar: str = GREGORIAN
    """CLDR id of the calendar that it was printed in."""
    is_short: bool = False
    """Whether its year has two digits only, so that its century is not said."""
    is_weekday_wrong: bool = False
    """Whether a printed day of the week does not fit the date."""
    is_odd: bool = False
    """Whether there is a day of the week too many or too few."""
    problem: str | None = None
    """Why there is no date."""

    @property
    def is_doubtful(self) -> bool:
        """Whether there is something to tell about it."""
        return self.is_short or self.is_weekday_wrong or self.date is None or self.calendar != GREGORIAN


def weigh(tokens: Sequence[Token], usage: Usage) -> tuple[Outcome, ...]:
    """Give the ways to read the tokens as a date, the best ones only; none if they are no date."""
    if all(len(token.names) < 2 for token in tokens):
        return _best(_weigh_names([token.names[0] if token.names else None for token in tokens], tokens, usage))
    combinations = product(*(token.names or (None,) for token in tokens))
    outcomes: list[Outcome] = []
    for names in islice(combinations, _MOST_COMBINATIONS):
        outcomes += _weigh_names(names, tokens, usage)
    return _best(outcomes)


def _weigh_names(names: Sequence[Name | None], tokens: Sequence[Token], usage: Usage) -> list[Outcome]:
    """Read the tokens with one meaning for each name."""
    locales, key, weekdays, eras = -1, "", [], []
    fields: list[int] = []
    for token, name in zip(tokens, names, strict=True):
        if name is None:
            key += token.code
            fields.append(token.value)
            continue
        locales &= name.locales
        if name.kind == MONTH:
            key += "M"
            fields.append(name.value)
        elif name.kind == WEEKDAY:
            weekdays.append(name.value)
        else:
            eras.append(name.value)
    if not locales or len(eras) > 1:
        return []
    orders, range_orders, language = usage(locales)
    era = eras[0] if eras else None
    outcomes = []
    for plan in make_plans(key, orders, range_orders):
        for century in _CENTURIES if _is_short(plan, key) and era in (None, 1) else (0,):
            halves = _read_halves(plan, key, fields, era, century)
            outcome = _make_outcome(halves, locales, language)
            if outcome:
                outcomes.append(attrs.evolve(_check_weekdays(outcome, weekdays), is_short=bool(century)))
    return outcomes


def _is_short(plan: Plan, key: str) -> bool:
    return any(part in "yY" and code == "n" for part, code in zip(plan, key, strict=True))


def _read_halves(plan: Plan, key: str, fields: list[int], era: int | None, century: int) -> tuple[Printed, ...]:
    """Give the date, or both dates of a range, each completed by the other."""
    first: dict[str, int] = {}
    second: dict[str, int] = {}
    is_named = "M" in key
    for part, code, value in zip(plan, key, fields, strict=True):
        if part != "-":
            half = first if part.islower() else second
            half[part.lower()] = value + century if part in "yY" and code == "n" else value
    if not second:
        return (Printed(year=first["y"], month=first.get("m"), day=first.get("d"), era=era, is_named=is_named),)
    if "y" not in first or "y" not in second:  # what one half leaves out, the other says
        first, second = {**second, **first}, {**first, **second}
    return tuple(
        Printed(year=half["y"], month=half.get("m"), day=half.get("d"), era=era, is_named=is_named)
        for half in (first, second)
    )


def _make_outcome(halves: tuple[Printed, ...], locales: int, language: str | None) -> Outcome | None:
    try:
        found = [convert(half, language) for half in halves]
    except LookupError:
        return None
    problem = next((problem for _, _, problem in found if problem), None)
    calendar = found[0][1]
    if problem:
        return Outcome(date=None, locales=locales, calendar=calendar, problem=problem)
    dates = [date for date, _, _ in found if date is not None]
    if len(dates) == 1:
        return Outcome(date=dates[0], locales=locales, calendar=calendar)
    start, end = (date.start if isinstance(date, DateRange) else date for date in dates)
    try:
        return Outcome(date=DateRange(start, end), locales=locales, calendar=calendar)
    except ValidationError:
        return Outcome(date=None, locales=locales, calendar=calendar, problem="it ends before it begins")


def _check_weekdays(outcome: Outcome, weekdays: list[int]) -> Outcome:
    date = outcome.date
    if not weekdays or date is None:
        return outcome
    days = [date.start, date.end] if isinstance(date, DateRange) else [date]
    if len(days) != len(weekdays) or days[0].day is None:
        return attrs.evolve(outcome, is_odd=True)
    is_wrong = any(
        day.day is not None and day.earliest.weekday() != weekday for day, weekday in zip(days, weekdays, strict=True)
    )
    return attrs.evolve(outcome, is_weekday_wrong=is_wrong) if is_wrong else outcome


def _best(outcomes: list[Outcome]) -> tuple[Outcome, ...]:
    """Keep dates before days that do not exist, right weekdays before wrong ones, other calendars before far years."""
    if len(outcomes) < 2:
        return tuple(outcomes)
    ranks = [_rank(outcome) for outcome in outcomes]
    best = min(ranks)
    return tuple(outcome for outcome, rank in zip(outcomes, ranks, strict=True) if rank == best)


def _rank(outcome: Outcome) -> tuple[bool, ...]:
    is_far = outcome.calendar == GREGORIAN and outcome.date is not None and outcome.date.latest.year > _LATEST
    return outcome.date is None, outcome.is_odd, outcome.is_weekday_wrong, is_far
