"""Times of day beside a date: in the patterns of a locale, and in the forms that are read everywhere."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache

import attrs

from declarations.language.dates.timeforms import AFTER, BEFORE, GAP, OFFSET, fold_period, load_forms

__all__ = ["TimeMatch", "find_time", "match_time"]

_LONGEST = 200  # characters that a time of day takes at most
_CHINESE_DIGITS = str.maketrans("〇一二三四五六七八九", "0123456789")
_GENERIC = (
    rf"{BEFORE}(?P<hour>\d{{1,2}})(?:[:：]|\s?h\s?|\.)(?P<minute>\d{{2}})(?:[:.](?P<second>\d{{2}}))?(?:[.,]\d{{1,6}}(?=Z|[+-]))?"
    rf"(?:{GAP}(?P<half>[ap])\.?{GAP}m\b\.?)?"
    rf"(?:{GAP}[(\[]?(?:(?:UTC|GMT){GAP}(?P<after>{OFFSET})|(?P<offset>{OFFSET})|(?P<zone>UTC|GMT|Z)\b)[)\]]?)?{AFTER}"
    rf"|{BEFORE}(?P<only>\d{{1,2}}){GAP}(?P<full>[ap])\.?{GAP}m\b\.?"
)


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
    return _first(text, locale, "search", 0)


def match_time(text: str, start: int, locale: str | None, starts: Collection[str]) -> TimeMatch | None:
    """Return the time of day that begins at an offset, spaces aside; `starts` can begin one, beside digits."""
    while start < len(text) and text[start] in " \u00a0\u202f\u200e\u200f":
        start += 1
    sign = text[start : start + 1]
    if not (sign.isnumeric() or sign.lower() in starts):
        return None
    floor = max(start - 1, 0)  # the sign before it counts too
    found = _first(text[floor : start + _LONGEST], locale, "match", start - floor)
    return attrs.evolve(found, start=found.start + floor, end=found.end + floor) if found else None


def _first(text: str, locale: str | None, how: str, start: int) -> TimeMatch | None:
    if not text.isascii():
        text = text.translate(_CHINESE_DIGITS)
    if locale:
        forms = load_forms(locale)
        for pattern in forms.patterns:
            found = getattr(pattern, how)(text, start)
            if found and (time := _make(found.groupdict(), forms.periods)):
                return TimeMatch(found.start(), found.end(), time)
    found = getattr(_compile_generic(), how)(text, start)
    if found and (time := _make_generic(found)):
        return TimeMatch(found.start(), found.end(), time)
    return None


@cache
def _compile_generic() -> re.Pattern[str]:
    """Compile what is read everywhere, when a time is looked for first."""
    return re.compile(_GENERIC, re.IGNORECASE)


def _make(groups: Mapping[str, str | None], periods: Mapping[str, tuple[tuple[int, int], ...]]) -> dt.time | None:
    hour, minute, second = int(groups["hour"] or 0), int(groups.get("minute") or 0), int(groups.get("second") or 0)
    if period := groups.get("period"):
        spans = periods.get(fold_period(period), ())
        hours = [one for one in (hour % 12, hour % 12 + 12) if hour <= 12 and _is_in(one * 3600 + minute * 60, spans)]
        hour = hours[0] if hours else hour
    return _to_time(hour, minute, second, _to_zone(groups.get("offset"), groups.get("zone")))


def _is_in(moment: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= moment < end for start, end in spans)


def _make_generic(found: re.Match[str]) -> dt.time | None:
    groups = found.groupdict()
    hour, half = int(groups["hour"] or groups["only"]), (groups["half"] or groups["full"] or "").lower()
    if half and hour > 12:
        return None
    if half:
        hour = hour % 12 + 12 * (half == "p")
    zone = _to_zone(groups["after"] or groups["offset"], groups["zone"])
    return _to_time(hour, int(groups["minute"] or 0), int(groups["second"] or 0), zone)


def _to_zone(offset: str | None, zone: str | None) -> dt.timezone | None:
    if offset:
        digits = re.findall(r"\d", offset)
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, ["0"])
        delta = dt.timedelta(hours=int("".join(hours)), minutes=int("".join(minutes)))
        return dt.timezone(delta if offset[0] == "+" else -delta) if delta < dt.timedelta(days=1) else None
    return dt.UTC if zone else None


def _to_time(hour: int, minute: int, second: int, zone: dt.timezone | None) -> dt.time | None:
    is_time = hour < 24 and minute < 60 and second < 60
    return dt.time(hour, minute, second, tzinfo=zone) if is_time else None
