"""Times of day in the forms that are read everywhere: `18:30`, `um 18 Uhr`, `21時40分`, `at noon`, `9:30 CET`."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from declarations.language.dates.pieces import UNSPACED
from declarations.language.dates.timeforms import AFTER, BEFORE, GAP, OFFSET
from declarations.language.resources import find_resource

__all__ = ["Clock", "load_clock", "make_time", "read_offset"]

_NOON, _LAST_HOUR = 12, 23
_END = r"(?![^\W\d_])"
"""No letter follows."""


@attrs.frozen
class Clock:
    """What reads the times of day that are printed everywhere."""

    pattern: re.Pattern[str]
    """All forms."""
    in_digits: re.Pattern[str]
    """Those that begin with a number."""
    beginnings: frozenset[str]
    """The first letters, in lower case, of the words with which others begin: two, or one that is a word."""
    halves: Mapping[str, bool]
    """The parts of the day in lower case, and whether each is after noon."""
    zones: Mapping[str, str]
    """The letters of zones in lower case, and their offsets; none for those that have several."""

    after_hour: re.Pattern[str]
    """An hour in digits, and the first sign of what can stand after it."""

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """Match the time that begins at an offset."""
        if not text[start : start + 1].isdecimal():
            return self.pattern.match(text, start)
        return self.in_digits.match(text, start) if self.after_hour.match(text, start) else None

    def can_begin(self, text: str, start: int) -> bool:
        """Return whether one of the words with which a time begins can stand at an offset."""
        letters = text[start : start + 2].lower()
        return letters in self.beginnings or letters[:1] in self.beginnings

    def read(self, found: re.Match[str], joiner: str | None = None) -> dt.time | None:
        """Return the time that was matched; None if there is none.

        After a `joiner` without a word what can be a time that something takes, as `18 hours`, is none.
        """
        groups = {name: value for name, value in found.groupdict().items() if value}
        if "noon" in groups or "midnight" in groups:
            return dt.time(_NOON if "noon" in groups else 0)
        if joiner is not None and "lasting" in groups and "minutes" not in groups and not _has_word(joiner):
            return None
        hour = int(next(groups[name] for name in ("hour", "hours", "only", "told") if name in groups))
        half = next((groups[name] for name in ("part", "half", "full") if name in groups), "")
        is_latin = half[:1] in ("a", "p", "A", "P")
        if half and hour > _NOON and is_latin:
            return None
        if half and hour <= _NOON:
            is_late = self.halves.get(half.lower().rstrip("."), half[:1].lower() == "p")
            hour = hour % _NOON + _NOON * is_late
        minute, second = (int(groups.get(name) or groups.get(f"{name}s") or 0) for name in ("minute", "second"))
        return make_time(hour, minute, second, groups.get("fraction", ""), self._read_zone(groups))

    def _read_zone(self, groups: Mapping[str, str]) -> dt.timezone | None:
        offset = groups.get("after") or groups.get("offset") or self.zones.get(groups.get("zone", "").lower())
        return read_offset(offset) if offset else None


def _has_word(joiner: str) -> bool:
    return any(map(str.isalpha, joiner))


def make_time(hour: int, minute: int, second: int, fraction: str, zone: dt.timezone | None) -> dt.time | None:
    """Return a time of day; None if a day has no such time."""
    is_time = hour <= _LAST_HOUR and minute < 60 and second < 60
    return dt.time(hour, minute, second, int(fraction.ljust(6, "0") or 0), tzinfo=zone) if is_time else None


def read_offset(offset: str) -> dt.timezone | None:
    """Return the zone of an offset from UTC in digits; None if it is a day or more."""
    digits = re.findall(r"\d", offset)
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, ["0"])
    delta = dt.timedelta(hours=int("".join(hours)), minutes=int("".join(minutes)))
    return dt.timezone(delta if offset[0] == "+" else -delta) if delta < dt.timedelta(days=1) else None


@cache
def load_clock() -> Clock:
    """Compile the forms, when a time is looked for first."""
    data = tomllib.loads(find_resource("declarations.language.dates", "clock.toml").read_text("utf-8"))
    parts = dict.fromkeys(data["morning"], False) | dict.fromkeys(data["afternoon"], True)
    first = [word for word in parts if not word[0].isascii()]  # `am 3. Mai` is no morning
    words = {
        name: _join(data[name]) for name in ("before", "hours", "lasting", "minutes", "seconds", "noon", "midnight")
    }
    words |= {"first": _join(first), "parts": _join(parts), "zones": "|".join(data["zones"]).upper()}
    return Clock(
        pattern=re.compile(_make_source(words), re.IGNORECASE),
        in_digits=re.compile(_make_digits(words, ""), re.IGNORECASE),
        after_hour=re.compile(rf"\d{{1,2}}{GAP}[:：.{_list_first(data['hours'] + data['lasting'])}ap]", re.IGNORECASE),
        beginnings=frozenset(word[:2].lower() for word in (*data["before"], *first, *data["noon"], *data["midnight"])),
        halves={word.lower(): is_late for word, is_late in parts.items()},
        zones=data["zones"],
    )


def _make_source(words: Mapping[str, str]) -> str:
    lead = rf"(?:{words['before']}[.:]?{GAP})?(?:(?P<part>{words['first']}){GAP})?"
    return (
        rf"{_make_digits(words, lead)}|{words['before']}[.:]?{GAP}(?P<told>\d{{1,2}}){AFTER}"
        rf"|(?P<noon>{words['noon']})|(?P<midnight>{words['midnight']})"
    )


def _make_digits(words: Mapping[str, str], lead: str) -> str:
    """Return a pattern for the forms with an hour in digits, after what may lead to it."""
    zone = (
        rf"(?:{GAP}[(\[]?(?:(?:UTC|GMT){GAP}(?P<after>{OFFSET})|(?P<offset>{OFFSET}))[)\]]?(?:{GAP}[(\[]?(?-i:[A-Z]{{2,5}})\b[)\]]?)?"
        rf"|{GAP}[(\[]?(?P<zone>UTC|GMT|(?-i:{words['zones']}))\b[)\]]?)?"
    )
    exact = (
        rf"(?P<hour>\d{{1,2}})(?:[:：]|\s?h\s?|\.)(?P<minute>\d{{2}})"
        rf"(?:[:.](?P<second>\d{{2}})(?:[.,](?P<fraction>\d{{1,6}}))?)?(?:{GAP}(?:{words['hours']}|{words['minutes']})\.?)?"
    )
    spoken = (
        rf"(?P<hours>(?>\d{{1,2}}))\.?{GAP}(?:{words['hours']}|(?P<lasting>{words['lasting']}))\.?"
        rf"(?:{GAP}(?P<minutes>(?>\d{{1,2}}))(?:{GAP}(?:{words['minutes']})\.?|(?<=\d\d)(?!\d))"
        rf"(?:{GAP}(?P<seconds>\d{{1,2}}){GAP}(?:{words['seconds']})\.?)?)?"
    )
    half = rf"(?:{GAP}(?P<half>[ap]\.?{GAP}m\b|{words['parts']})\.?)?"
    return (
        rf"{BEFORE}{lead}(?:{exact}|{spoken}){half}{zone}{AFTER}"
        rf"|{BEFORE}(?P<only>\d{{1,2}}){GAP}(?P<full>[ap])\.?{GAP}m\b\.?"
    )


def _list_first(words: Iterable[str]) -> str:
    """Return the first letters of words."""
    return "".join(sorted({word[0] for word in words}))


def _join(words: Iterable[str]) -> str:
    """Return a pattern for one of some words, the longest first, not inside of a longer one where words have spaces."""
    spaced: list[str] = []
    unspaced: list[str] = []
    for word in sorted(words, key=len, reverse=True):
        (unspaced if UNSPACED.search(word) else spaced).append(re.escape(word).replace(r"\ ", r"\s+"))
    return rf"(?:(?<![^\W\d_])(?:{'|'.join(spaced) or '(?!)'}){_END}|{'|'.join(unspaced) or '(?!)'})"
