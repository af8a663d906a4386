"""Times of day beside a date: in the patterns of a locale, and in the forms that are read everywhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping

import attrs

from declarations.language.dates.clock import load_clock, make_time, read_offset
from declarations.language.dates.timeforms import TimeForms, fold_period, load_forms

__all__ = ["TimeMatch", "find_time", "match_time"]

_LONGEST = 200  # characters that a time of day takes at most
_CHINESE_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")


@attrs.frozen
class TimeMatch:
    """A time of day in a text."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last."""
    time: dt.time
    """The time, with an offset from UTC if it is printed."""


def find_time(text: str, locale: str | None) -> TimeMatch | None:
    """Return the first time of day in a text; the name of a locale as Babel has it (`pt_BR`) adds its forms."""
    return _find(text, locale, "search", 0)


def match_time(text: str, start: int, locale: str | None, starts: Collection[str], joiner: str) -> TimeMatch | None:
    """Return the time of day that begins at an offset, spaces aside; `starts` can begin one, beside digits.

    `joiner` is what stands before it, after the date.
    """
    while start < len(text) and text[start] in " \u00a0\u202f\u200e\u200f":
        start += 1
    sign = text[start : start + 1]
    if not (sign.isnumeric() or sign.lower() in starts or (sign.isalpha() and load_clock().can_begin(text, start))):
        return None
    floor = max(start - 1, 0)  # the sign before it counts too
    found = _find(text[floor : start + _LONGEST], locale, "match", start - floor, joiner)
    return attrs.evolve(found, start=found.start + floor, end=found.end + floor) if found else None


def _find(text: str, locale: str | None, how: str, start: int, joiner: str | None = None) -> TimeMatch | None:
    """Return the longest of the first times that the forms of a locale, and those that are read everywhere, find."""
    if not text.isascii():
        text = text.translate(_CHINESE_DIGITS)
    own = _find_own(text, load_forms(locale), how, start) if locale else None
    if own and own.end == len(text) and own.time.tzinfo is None:
        return own
    clock = load_clock()
    found = clock.match(text, start) if how == "match" else clock.pattern.search(text, start)
    if not found or not (time := clock.read(found, joiner)):
        return own
    usual = TimeMatch(found.start(), found.end(), time)
    return own if own and _rank(own) >= _rank(usual) else usual


def _rank(found: TimeMatch) -> tuple[int, bool]:
    return found.end - found.start, found.time.tzinfo is not None


def _find_own(text: str, forms: TimeForms, how: str, start: int) -> TimeMatch | None:
    for pattern in forms.patterns:
        found = getattr(pattern, how)(text, start)
        if found and (time := _make(found.groupdict(), forms.periods)):
            return TimeMatch(found.start(), found.end(), time)
    return None


def _make(groups: Mapping[str, str | None], periods: Mapping[str, tuple[tuple[int, int], ...]]) -> dt.time | None:
    hour, minute, second = int(groups["hour"] or 0), int(groups.get("minute") or 0), int(groups.get("second") or 0)
    if period := groups.get("period"):
        spans = periods.get(fold_period(period), ())
        hours = [one for one in (hour % 12, hour % 12 + 12) if hour <= 12 and _is_in(one * 3600 + minute * 60, spans)]
        hour = hours[0] if hours else hour
    offset, zone = groups.get("offset"), groups.get("zone")
    return make_time(hour, minute, second, "", read_offset(offset) if offset else dt.UTC if zone else None)


def _is_in(moment: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= moment < end for start, end in spans)
