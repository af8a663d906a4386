"""Times of day beside a date: in the patterns of a locale, and in the forms that are read everywhere."""

from __future__ import annotations

import datetime as dt
import re
import string
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import attrs
from babel import Locale
from babel.dates import get_timezone_name

from declarations.language.dates.patterns import Part, split_pattern
from declarations.language.locales import load_locale

__all__ = ["TimeMatch", "find_time", "match_time"]

_GAP = "[\\s\u200e\u200f\u061c]*"
_OFFSET = rf"[+\-\u2212\u2013]{_GAP}\d{{1,2}}(?::?\d{{2}})?"
_ZONE_WORDS = ("UTC", "GMT", "Z")
_BEFORE, _AFTER = r"(?<![\d.:/-])", r"(?![\d:/-]|[.,]\d)"
_WIDTHS = ("full", "long", "medium", "short")
_SKELETONS = ("Hms", "hms", "Hm", "hm", "Hmsz", "hmsz")
_PARTS = {"H": "hour", "k": "hour", "h": "hour", "K": "hour", "m": "minute", "s": "second"}
_GENERIC = re.compile(
    rf"{_BEFORE}(?P<hour>\d{{1,2}})(?:[:：]|\s?h\s?|\.)(?P<minute>\d{{2}})(?:[:.](?P<second>\d{{2}}))?(?:[.,]\d{{1,6}}(?=Z|[+-]))?"
    rf"(?:{_GAP}(?P<half>[ap])\.?{_GAP}m\b\.?)?"
    rf"(?:{_GAP}[(\[]?(?:(?:UTC|GMT){_GAP}(?P<after>{_OFFSET})|(?P<offset>{_OFFSET})|(?P<zone>UTC|GMT|Z)\b)[)\]]?)?{_AFTER}"
    rf"|{_BEFORE}(?P<only>\d{{1,2}}){_GAP}(?P<full>[ap])\.?{_GAP}m\b\.?",
    re.IGNORECASE,
)
_DAY = 24 * 3600
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


@attrs.frozen
class _Forms:
    """The times of day of a locale."""

    patterns: tuple[re.Pattern[str], ...]
    """Their patterns, those that say most first."""
    periods: Mapping[str, tuple[tuple[int, int], ...]]
    """The names of the parts of the day, folded, with the seconds that they span."""
    starts: frozenset[str]
    """The letters and signs that can begin one, in lower case, beside digits."""


def find_time(text: str, locale: str | None) -> TimeMatch | None:
    """Return the first time of day in a text; the name of a locale as Babel has it (`pt_BR`) adds its forms."""
    return _first(text, locale, "search", 0)


def match_time(text: str, start: int, locale: str | None) -> TimeMatch | None:
    """Return the time of day that begins at an offset, spaces aside."""
    while start < len(text) and text[start] in " \u00a0\u202f\u200e\u200f":
        start += 1
    sign = text[start : start + 1]
    if not (sign.isnumeric() or (locale and sign.lower() in _load_forms(locale).starts)):
        return None
    floor = max(start - 1, 0)  # the sign before it counts too
    found = _first(text[floor : start + _LONGEST], locale, "match", start - floor)
    return attrs.evolve(found, start=found.start + floor, end=found.end + floor) if found else None


def _first(text: str, locale: str | None, how: str, start: int) -> TimeMatch | None:
    if not text.isascii():
        text = text.translate(_CHINESE_DIGITS)
    if locale:
        forms = _load_forms(locale)
        for pattern in forms.patterns:
            found = getattr(pattern, how)(text, start)
            if found and (time := _make(found.groupdict(), forms.periods)):
                return TimeMatch(found.start(), found.end(), time)
    found = getattr(_GENERIC, how)(text, start)
    if found and (time := _make_generic(found)):
        return TimeMatch(found.start(), found.end(), time)
    return None


@lru_cache(maxsize=256)
def _load_forms(name: str) -> _Forms:
    """Compile the forms of a locale."""
    locale = load_locale(name)
    sources = [locale.time_formats[width].pattern for width in _WIDTHS]
    sources += [found.pattern for skeleton in _SKELETONS if (found := locale.datetime_skeletons.get(skeleton))]
    split = [*map(split_pattern, dict.fromkeys(sources))]
    printed = {name for name, _ in _period_names(locale)} | {"AM", "PM"}
    zones = _zones_of(locale)
    starts = (start.lower() for parts in split for start in _starts_of(parts, printed, zones))
    return _Forms(
        patterns=tuple(sorted((_compile(parts, printed, zones) for parts in split), key=lambda one: -one.groups)),
        periods=_periods_of(locale),
        starts=frozenset(starts),
    )


def _starts_of(parts: Iterable[Part], printed: Iterable[str], zones: Iterable[str]) -> Iterator[str]:
    """Yield the characters that a time of day can begin with, beside digits."""
    for part in parts:
        if part.literal.strip():
            yield part.literal.strip()[0]
        elif part.letter in "abB" and part.letter:
            yield from (name[0] for name in printed)
        elif part.letter and part.letter not in _PARTS:
            yield from (*string.ascii_uppercase, *"+-\u2212\u2013", *(name[0] for name in zones))
        if part.letter or part.literal.strip():
            return


def _compile(source: Iterable[Part], printed: Iterable[str], zones: Iterable[str]) -> re.Pattern[str]:
    words = "|".join(map(_escape, sorted(printed, key=len, reverse=True)))
    zone = "|".join(map(_escape, sorted(zones, key=len, reverse=True)))
    parts = []
    for part in source:
        if not part.letter:
            parts.append(_escape(part.literal))
        elif part.letter in _PARTS:
            parts.append(rf"(?P<{_PARTS[part.letter]}>\d{{1,2}})")
        elif part.letter in "abB":
            parts.append(f"(?P<period>{words})")
        else:
            parts.append(
                rf"(?:(?:(?:{zone}){_GAP})?(?P<offset>{_OFFSET})(?:{_GAP}(?:{zone}))?|(?P<zone>{zone})|(?-i:[A-Z]{{2,5}})\b)"
            )
    return re.compile(f"{_BEFORE}{''.join(parts)}{_AFTER}", re.IGNORECASE)


def _escape(literal: str) -> str:
    """Match a literal however it is spaced; a sign of direction in it may be missing."""
    pieces = re.split("[\\s\u200e\u200f\u061c]+", literal)
    return _GAP.join(map(re.escape, pieces))


def _zones_of(locale: Locale) -> set[str]:
    """Give the words for UTC in a locale."""
    moment = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    names = {get_timezone_name(moment, width=width, locale=locale) for width in ("short", "long")}
    around = {str(locale.zone_formats["gmt"]).replace("%s", "").strip(), str(locale.zone_formats.get("gmt_zero", ""))}
    return {*_ZONE_WORDS, *names, *around} - {""}


def _periods_of(locale: Locale) -> dict[str, tuple[tuple[int, int], ...]]:
    """Give the names of the parts of the day, folded, with the seconds of the day that they span."""
    spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for name, identifier in _period_names(locale):
        spans[_fold(name)].update(_spans_of(locale, identifier))
    halves = {"am": ((0, _DAY // 2),), "pm": ((_DAY // 2, _DAY),)}
    return {name: tuple(sorted(some)) for name, some in spans.items()} | halves


def _period_names(locale: Locale) -> Iterator[tuple[str, str]]:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated", "narrow"):
            for identifier, name in ((locale.day_periods.get(context) or {}).get(width) or {}).items():
                yield name, identifier


def _spans_of(locale: Locale, identifier: str) -> Iterator[tuple[int, int]]:
    if identifier in ("am", "pm"):
        start = _DAY // 2 * (identifier == "pm")
        yield start, start + _DAY // 2
        return
    for rule in (locale.day_period_rules.get(None) or {}).get(identifier, ()):
        start = rule.get("from", rule.get("at", 0))
        end = rule.get("before", rule.get("at", start) + 1)
        yield from ((start, end),) if start < end else ((start, _DAY), (0, end))


def _fold(name: str) -> str:
    return "".join(name.casefold().replace(".", "").split())


def _make(groups: Mapping[str, str | None], periods: Mapping[str, tuple[tuple[int, int], ...]]) -> dt.time | None:
    hour, minute, second = int(groups["hour"] or 0), int(groups.get("minute") or 0), int(groups.get("second") or 0)
    if period := groups.get("period"):
        spans = periods.get(_fold(period), ())
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
