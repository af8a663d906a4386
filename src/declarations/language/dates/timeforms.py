"""The forms of times of day in one locale, compiled from the patterns of CLDR."""

from __future__ import annotations

import datetime as dt
import re
import string
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import attrs
from babel import Locale

from declarations.language.dates.patterns import Part, load_babel_dates, split_pattern
from declarations.language.locales import load_locale

__all__ = ["AFTER", "BEFORE", "GAP", "OFFSET", "TimeForms", "find_starts", "fold_period", "load_forms"]

GAP = "[\\s\u200e\u200f\u061c]*"
"""A pattern for the spaces and marks of direction between the parts of a time."""
OFFSET = rf"[+\-\u2212\u2013]{GAP}\d{{1,2}}(?::?\d{{2}})?"
"""A pattern for an offset from UTC."""
BEFORE, AFTER = r"(?<![\d.:/十百-])", r"(?![\d:/-]|[.,]\d)"
"""Patterns for what may stand before and after a time."""
_ZONE_WORDS = ("UTC", "GMT", "Z")
_WIDTHS = ("full", "long", "medium", "short")
_SKELETONS = ("Hms", "hms", "Hm", "hm", "Hmsz", "hmsz", "h", "H")
_PARTS = {"H": "hour", "k": "hour", "h": "hour", "K": "hour", "m": "minute", "s": "second"}
_DAY = 24 * 3600


@attrs.frozen
class TimeForms:
    """The times of day of a locale."""

    patterns: tuple[re.Pattern[str], ...]
    """Their patterns, those that say most first."""
    periods: Mapping[str, tuple[tuple[int, int], ...]]
    """The names of the parts of the day, folded, with the seconds that they span."""


@lru_cache(maxsize=256)
def load_forms(name: str) -> TimeForms:
    """Compile the forms of a locale, given in Babel's form (`pt_BR`)."""
    locale = load_locale(name)
    printed, zones = _list_periods(locale), _zones_of(locale)
    patterns = (_compile(parts, printed, zones) for parts in _list_patterns(locale))
    return TimeForms(patterns=tuple(sorted(patterns, key=lambda one: -one.groups)), periods=_periods_of(locale))


def find_starts(locale: Locale) -> frozenset[str]:
    """Return the letters and signs that can begin a time of day, in lower case, beside digits."""
    printed, zones = _list_periods(locale), _zones_of(locale)
    starts = (start for parts in _list_patterns(locale) for start in _starts_of(parts, printed, zones))
    return frozenset(start.lower() for start in starts)


def _list_patterns(locale: Locale) -> list[tuple[Part, ...]]:
    sources = [locale.time_formats[width].pattern for width in _WIDTHS]
    sources += [found.pattern for skeleton in _SKELETONS if (found := locale.datetime_skeletons.get(skeleton))]
    return [parts for parts in map(split_pattern, dict.fromkeys(sources)) if _says_more(parts)]


def _says_more(parts: Iterable[Part]) -> bool:
    """Return whether a pattern has more than one number: another field, or a word."""
    return any(part.letter not in "Hk" or part.literal.strip() for part in parts if part.letter or part.literal.strip())


def _list_periods(locale: Locale) -> set[str]:
    """Return the names of the parts of the day."""
    return {name for name, _ in _period_names(locale)} | {"AM", "PM"}


def _starts_of(parts: Iterable[Part], printed: Iterable[str], zones: Iterable[str]) -> Iterator[str]:
    """Yield the characters that a time of day can begin with, beside digits."""
    for part in parts:
        if part.literal.strip():
            yield part.literal.strip()[0]
        elif part.letter in {"a", "b", "B"}:
            yield from (name[0] for name in printed)
        elif part.letter and part.letter not in _PARTS:
            yield from (*string.ascii_uppercase, *"+-\u2212\u2013", *(name[0] for name in zones))
        if part.letter or part.literal.strip():
            return


def _compile(source: Iterable[Part], printed: Iterable[str], zones: Iterable[str]) -> re.Pattern[str]:
    words = "|".join(map(_loosen, sorted(printed, key=len, reverse=True)))
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
                rf"(?:(?:(?:{zone}){GAP})?(?P<offset>{OFFSET})(?:{GAP}(?:{zone}))?|(?P<zone>{zone})|(?-i:[A-Z]{{2,5}})\b)"
            )
    return re.compile(f"{BEFORE}{''.join(parts)}{AFTER}", re.IGNORECASE)


def _loosen(name: str) -> str:
    """Match a name with or without its dots."""
    return _escape(name).replace(r"\.", r"\.?") + (r"\.?" if name[-1:] != "." else "")


def _escape(literal: str) -> str:
    """Match a literal however it is spaced; a sign of direction in it may be missing."""
    pieces = re.split("[\\s\u200e\u200f\u061c]+", literal)
    return GAP.join(map(re.escape, pieces))


def _zones_of(locale: Locale) -> set[str]:
    """Return the words for UTC in a locale."""
    moment = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    names = {load_babel_dates().get_timezone_name(moment, width=width, locale=locale) for width in ("short", "long")}
    around = {str(locale.zone_formats["gmt"]).replace("%s", "").strip(), str(locale.zone_formats.get("gmt_zero", ""))}
    return {*_ZONE_WORDS, *names, *around} - {""}


def _periods_of(locale: Locale) -> dict[str, tuple[tuple[int, int], ...]]:
    """Return the names of the parts of the day, folded, with the seconds of the day that they span."""
    spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for name, identifier in _period_names(locale):
        spans[fold_period(name)].update(_spans_of(locale, identifier))
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


def fold_period(name: str) -> str:
    """Return the name of a part of the day without case, dots and spaces."""
    return "".join(name.casefold().replace(".", "").split())
