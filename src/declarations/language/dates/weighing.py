"""From tokens to dates: every way to read them, and those that the calendar allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from declarations.errors import ValidationError
from declarations.language.dates.eras import COMMON_ERA, COUNTING, GREGORIAN, Printed, convert
from declarations.language.dates.lexing import Token
from declarations.language.dates.plans import Plan, keep_places, make_plans
from declarations.language.dates.vocabulary import ERA, MONTH, NOTHING, WEEKDAY, Name
from declarations.model import DateRange, PartialDate

__all__ = ["Outcome", "Usage", "weigh"]

Usage: TypeAlias = Callable[[int], tuple[tuple[str, ...], tuple[str, ...], str | None]]
"""For a set of locales: the orders of fields on which they agree, in dates and in intervals, and their language."""

_MOST_TOKENS = 24  # a range of two full dates in words has half of that
_MOST_COMBINATIONS = 64
_CENTURIES = (1900, 2000)
_LAST_MONTH = 12  # of the Gregorian calendar
_LATEST = 2200
"""Gregorian years after it give way to years of another calendar that fit too."""


class Outcome(NamedTuple):
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
    ignored: int = 0
    """How many words that can be names were taken for none."""
    problem: str | None = None
    """Why there is no date."""

    @property
    def is_doubtful(self) -> bool:
        """Whether there is something to tell about it."""
        return self.is_short or self.is_weekday_wrong or self.date is None or self.calendar != GREGORIAN


def weigh(tokens: Sequence[Token], usage: Usage, earliest: int | None = None) -> tuple[Outcome, ...]:
    """Return the ways to read the tokens as a date, the best ones only; none if they are no date.

    `earliest` is the first of the hundred years in which years of two digits lie; without it two centuries are open.
    """
    if len(tokens) > _MOST_TOKENS:
        return ()
    options = [token.names for token in tokens if token.names]
    if max(map(len, options), default=1) == 1:
        return _best(_weigh_names([names[0] for names in options], tokens, usage, earliest))
    outcomes = []
    for chosen in _combine(options):
        ignored = sum(name.kind == NOTHING for name in chosen)
        found = _weigh_names(chosen, tokens, usage, earliest)
        outcomes += [outcome._replace(ignored=ignored) for outcome in found] if ignored else found
    return _best(outcomes)


def _combine(options: Sequence[tuple[Name, ...]]) -> list[tuple[Name, ...]]:
    """Return the ways to choose one meaning for each name so that some locale has them all."""
    found: list[tuple[tuple[Name, ...], int]] = [((), -1)]
    for names in options:
        found = [
            ((*chosen, name), locales & name.locales)
            for chosen, locales in found
            for name in names
            if locales & name.locales
        ][:_MOST_COMBINATIONS]
    return [chosen for chosen, _ in found]


def _weigh_names(names: Sequence[Name], tokens: Sequence[Token], usage: Usage, earliest: int | None) -> list[Outcome]:
    """Read the tokens with one meaning for each name."""
    locales, key, chosen = -1, "", iter(names)
    fields: list[int] = []
    weekdays: list[int] = []
    eras: list[int] = []
    for code, value, options in tokens:
        if not options:
            key += code
            fields.append(value)
            continue
        kind, number, members = next(chosen)
        locales &= members
        if kind == MONTH:
            key += "M"
            fields.append(number)
        elif kind == WEEKDAY:
            weekdays.append(number)
        elif kind == ERA:
            eras.append(number)
    if not locales or len(eras) > 1:
        return []
    if weekdays and "R" in key and len(kept := keep_places(key)) < len(key):
        key, fields = "".join(key[place] for place in kept), [fields[place] for place in kept]
        found = _read_fields(key, fields, weekdays, eras, locales=locales, usage=usage, earliest=earliest)
        return [outcome for outcome in found if not outcome.is_odd]
    return _read_fields(key, fields, weekdays, eras, locales=locales, usage=usage, earliest=earliest)


def _read_fields(
    key: str,
    fields: list[int],
    weekdays: list[int],
    eras: list[int],
    *,
    locales: int,
    usage: Usage,
    earliest: int | None,
) -> list[Outcome]:
    """Read the fields of a date in every order that the locales allow."""
    orders, range_orders, language = usage(locales)
    plans = make_plans(key, orders, range_orders)
    if not eras and language not in COUNTING and len(plans) == 1 and (date := _read_plain(plans[0], key, fields)):
        outcome = Outcome(date, locales)
        return [_check_weekdays(outcome, weekdays) if weekdays else outcome]
    era = eras[0] if eras else None

    def read(plans: Iterable[Plan]) -> list[Outcome]:
        found = (
            _make_outcome(
                _read_halves(plan, key, fields, era, century),
                locales,
                language,
                is_short=century > 0 and earliest is None,
            )
            for plan in plans
            for century in (_list_centuries(plan, fields, earliest) if _is_open(plan, key, era) else (0,))
        )
        return [_check_weekdays(outcome, weekdays) if weekdays else outcome for outcome in found if outcome]

    outcomes = read(plans)
    if orders and all(outcome.date is None for outcome in outcomes):  # no such day in the order of the locale
        return read(plan for plan in make_plans(key, ()) if plan not in plans) or outcomes
    return outcomes


def _read_plain(plan: Plan, key: str, fields: list[int]) -> PartialDate | DateRange | None:
    """Read the commonest case at once: dates of the Gregorian calendar that exist, their years in full."""
    dates = []
    for places in _find_places(plan, key):
        year, month, day = (None if place < 0 else fields[place] for place in places)
        if year is None or not 0 < year <= _LATEST or (month is not None and month > _LAST_MONTH):
            return None
        try:
            dates.append(PartialDate(year, month, day))
        except ValidationError:
            return None
    if len(dates) < 2:
        return dates[0] if dates else None
    return DateRange(*dates) if dates[0].earliest <= dates[1].latest else None


@lru_cache(maxsize=1024)
def _find_places(plan: Plan, key: str) -> tuple[tuple[int, int, int], ...]:
    """Return where year, month and day stand in a date, or in both of a range; -1 for what is not said.

    None are given if a year has two digits.
    """
    if _is_short(plan, key):
        return ()
    first = {part: place for place, part in enumerate(plan) if part in "ymd"}
    second = {part.lower(): place for place, part in enumerate(plan) if part in "YMD"}
    halves = _complete(first, second) if second else (first,)
    return tuple((half.get("y", -1), half.get("m", -1), half.get("d", -1)) for half in halves)


def _complete(first: dict[str, int], second: dict[str, int]) -> tuple[dict[str, int], dict[str, int]]:
    """Let each half of a range say what the other leaves out, if one of them leaves out its year."""
    if "y" in first and "y" in second:
        return first, second
    return {**second, **first}, {**first, **second}


def _is_short(plan: Plan, key: str) -> bool:
    return any(key[place] == "n" for place in (plan.find("y"), plan.find("Y")) if place >= 0)


def _is_open(plan: Plan, key: str, era: int | None) -> bool:
    """Return whether a year leaves its century out."""
    return era in (None, COMMON_ERA) and _is_short(plan, key)


def _list_centuries(plan: Plan, fields: list[int], earliest: int | None) -> tuple[int, ...]:
    """Return the centuries in which a year of two digits can be."""
    if earliest is None:
        return _CENTURIES
    year = fields[max(plan.find("y"), plan.find("Y"))]
    return (earliest + (year - earliest) % 100 - year,)


def _read_halves(plan: Plan, key: str, fields: list[int], era: int | None, century: int) -> tuple[Printed, ...]:
    """Return the date, or both dates of a range, each completed by the other."""
    first: dict[str, int] = {}
    second: dict[str, int] = {}
    is_named = "M" in key
    for part, code, value in zip(plan, key, fields, strict=True):
        if part != "-":
            half = first if part.islower() else second
            half[part.lower()] = value + century if part in "yY" and code == "n" else value
    if not second:
        return (Printed(year=first["y"], month=first.get("m"), day=first.get("d"), era=era, is_named=is_named),)
    return tuple(
        Printed(year=half["y"], month=half.get("m"), day=half.get("d"), era=era, is_named=is_named)
        for half in _complete(first, second)
    )


def _make_outcome(halves: tuple[Printed, ...], locales: int, language: str | None, *, is_short: bool) -> Outcome | None:
    try:
        found = [convert(half, language) for half in halves]
    except LookupError:
        return None
    problem = next((problem for _, _, problem in found if problem), None)
    calendar = found[0][1]
    if problem:
        return Outcome(None, locales, calendar=calendar, is_short=is_short, problem=problem)
    dates = [date for date, _, _ in found if date is not None]
    if len(dates) == 1:
        return Outcome(dates[0], locales, calendar=calendar, is_short=is_short)
    start, end = (date.start if isinstance(date, DateRange) else date for date in dates)
    try:
        return Outcome(DateRange(start, end), locales, calendar=calendar, is_short=is_short)
    except ValidationError:
        return Outcome(None, locales, calendar=calendar, problem="it ends before it begins")


def _check_weekdays(outcome: Outcome, weekdays: list[int]) -> Outcome:
    date = outcome.date
    if not weekdays or date is None:
        return outcome
    days = [date.start, date.end] if isinstance(date, DateRange) else [date]
    if len(days) != len(weekdays) or days[0].day is None:
        return outcome._replace(is_odd=True)
    is_right = [day.earliest.weekday() for day in days] == weekdays
    return outcome if is_right else outcome._replace(is_weekday_wrong=True)


def _best(outcomes: list[Outcome]) -> tuple[Outcome, ...]:
    """Keep dates before days that do not exist, right weekdays before wrong ones, other calendars before far years."""
    if len(outcomes) < 2:
        return tuple(outcomes)
    ranks = [_rank(outcome) for outcome in outcomes]
    best = min(ranks)
    return tuple(outcome for outcome, rank in zip(outcomes, ranks, strict=True) if rank == best)


def _rank(outcome: Outcome) -> tuple[int, ...]:
    is_none = outcome.date is None
    is_far = outcome.calendar == GREGORIAN and outcome.date is not None and outcome.date.latest.year > _LATEST
    is_impossible = is_none and outcome.calendar == GREGORIAN
    return is_impossible, outcome.is_odd, outcome.is_weekday_wrong, outcome.ignored, is_far, is_none
