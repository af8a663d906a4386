"""Dates written out for a reader, in every CLDR locale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from babel import Locale

from declarations.arguments import check_arguments
from declarations.errors import DeclarationsError, ValidationError
from declarations.language.dates.patterns import Part, change, intervals_of
from declarations.language.locales import find_locale
from declarations.language.numbering import format_digits
from declarations.model import DateRange, PartialDate
from declarations.validation import quote

if TYPE_CHECKING:
    from babel.dates import DateTimePattern

__all__ = ["STYLES", "format_date", "format_offset"]

STYLES: Mapping[str, Mapping[str, str]] = {
    "full": {"day": "yMMMMEEEEd", "month": "yMMMM", "year": "y"},
    "long": {"day": "yMMMMd", "month": "yMMMM", "year": "y"},
    "medium": {"day": "yMMMd", "month": "yMMM", "year": "y"},
    "short": {"day": "yMd", "month": "yM", "year": "y"},
}
"""The four styles of CLDR, and for each precision the skeleton (UTS 35) that says the same."""

# The skeletons for which CLDR has patterns of intervals; a wider one widens the pattern of its base.
_INTERVALS = {"yMMMMEEEEd": "yMMMEd", "yMMMMd": "yMMMd", "yMMMM": "yMMM"}
_WIDER = {"MMM": "MMMM", "LLL": "LLLL", "E": "EEEE", "EEE": "EEEE", "ccc": "cccc"}
_FIELDS = (("y", "year"), ("M", "month"), ("d", "day"))
_TWO_DIGITS = 100
_HINT = "give full, long, medium, short or a CLDR skeleton such as yMMMd"
_TIME = "abBhHkKjJCmsSAzZOvVXx"  # the fields of a time of day and of its zone (UTS 35, Date Field Symbol Table)
_UNSAID = {"time": "", "day": _TIME, "month": f"{_TIME}dEcDewWFg", "year": f"{_TIME}dEcDewWFgMLQq"}
"""For each precision the letters of skeletons that ask for more."""
_PRECISIONS = {"day": "a date without a time", "month": "a month", "year": "a year"}


@check_arguments
def format_date(
    value: PartialDate | DateRange | dt.date, locale: str, *, style: str = "long", numbering: str = "latn"
) -> str:
    """Write a date as CLDR says that a locale does: `7 mars 2025`, `March 2025`, `Jul 9 – 11, 2014`.

    `value` is a date of any precision, a range, or a `datetime.datetime`, whose time is written too, with its
    offset from UTC if it is aware (parts of a second and of a minute of the offset are left out). `locale` is a
    BCP 47 tag. `style` is `full`, `long`, `medium`, `short` or a CLDR skeleton such as `yMMMEd`, of which only
    the parts are used that the value says. `numbering` is a CLDR numbering system (`latn`, `arab`, `deva` …),
    `native` or `default` for those of the locale. Raises `LocaleError` for a language that CLDR does not have and
    `ValidationError` for an unknown style or numbering system, and for a skeleton of which the value says nothing.

    What the four styles write, `parse_date` reads back; only `short` may leave out the century.
    """
    found = find_locale(locale)
    try:
        text = _format(value, found, style)
    except DeclarationsError:
        raise
    except (ValueError, OverflowError) as error:  # `MMMMMM` is longer than any form, the last week ends in year 10000
        raise ValidationError(f"the style {quote(style)} cannot be written: {error}", hint=_HINT) from error
    return format_digits(text, numbering, found)


def _format(value: PartialDate | DateRange | dt.date, locale: Locale, style: str) -> str:
    if isinstance(value, DateRange):
        return _format_range(value, locale, style)
    if isinstance(value, dt.datetime):
        return _format_moment(value, locale, style)
    return _format_single(value, locale, style)


def _format_single(value: PartialDate | dt.date, locale: Locale, style: str) -> str:
    partial = value if isinstance(value, PartialDate) else PartialDate.of(value)
    pattern = _find_pattern(locale, style, partial.precision)
    return _apply(pattern, partial.earliest, locale)


def _apply(pattern: DateTimePattern, moment: dt.date | dt.time, locale: Locale) -> str:
    if isinstance(moment, dt.date) and moment.year < _TWO_DIGITS and "yyyy" not in pattern.pattern:
        pattern = _replace(pattern.pattern, {"y": "yyyy", "yy": "yyyy"})  # a year 25 must not pass for 2025
    return str(pattern.apply(moment, locale))


@lru_cache(maxsize=1024)
def _find_pattern(locale: Locale, style: str, precision: str) -> DateTimePattern:
    if precision == "day" and style in STYLES:
        style_pattern: DateTimePattern = locale.date_formats[style]
        return style_pattern
    skeleton = STYLES[style][precision] if style in STYLES else _restrict(style, precision)
    pattern = locale.datetime_skeletons.get(skeleton) or _nearest_pattern(locale, skeleton)
    # some patterns have the year of the week, which in January and December is another
    return pattern if "w" in skeleton else _replace(pattern.pattern, {"Y": "y"})


def _nearest_pattern(locale: Locale, skeleton: str) -> DateTimePattern:
    """Take the pattern of the same fields in another width, as UTS 35 says (Matching Skeletons)."""
    wanted = {_letter(run): run for run in _runs(skeleton)}
    best = None
    for candidate, pattern in locale.datetime_skeletons.items():
        widths = {_letter(run): len(run) for run in _runs(candidate)}
        if widths.keys() == wanted.keys():
            distance = sum(_distance(len(run), widths[letter]) for letter, run in wanted.items())
            if best is None or distance < best[0]:
                best = (distance, pattern)
    if best is None:
        raise ValidationError(
            f"CLDR has no pattern for {quote(skeleton)} in {locale}",
            hint=_HINT,
        )
    return _widen(best[1].pattern, wanted)


def _distance(one: int, other: int) -> int:
    is_name, is_other_name = one > 2, other > 2
    return abs(one - other) + 10 * (is_name != is_other_name)


def _widen(pattern: str, wanted: Mapping[str, str]) -> DateTimePattern:
    """Print names in the width that was asked for."""

    def fit(part: Part) -> Part:
        run = wanted.get(_letter(part.letter), "") if part.letter else ""
        return part._replace(width=len(run)) if len(run) > 2 and part.width > 2 else part

    return change(pattern, fit)


def _letter(run: str) -> str:
    return {"L": "M", "c": "E"}.get(run[0], run[0])


def _runs(skeleton: str) -> list[str]:
    return ["".join(run) for _, run in groupby(skeleton)]


def _restrict(skeleton: str, precision: str) -> str:
    """Leave out of a skeleton what a date does not say."""
    if not (skeleton.isascii() and skeleton.isalpha()):
        raise ValidationError(
            f"{quote(skeleton)} is no style of dates",
            hint=_HINT,
        )
    kept = "".join(letter for letter in skeleton if letter not in _UNSAID[precision])
    if not kept:
        asked = ", ".join(dict.fromkeys(skeleton))
        raise ValidationError(
            f"the skeleton {quote(skeleton)} asks for {asked} alone, which {_PRECISIONS[precision]} does not say",
            hint="give a value that says it, or a skeleton such as yMMMd",
        )
    return kept


def _replace(pattern: str, runs: Mapping[str, str]) -> DateTimePattern:
    """Put other fields in the place of some, `yyyy` for `yy`; what is quoted stays."""

    def fit(part: Part) -> Part:
        run = runs.get(part.letter * part.width)
        return Part("", run[0], len(run)) if run else part

    return change(pattern, fit)


def _format_moment(value: dt.datetime, locale: Locale, style: str) -> str:
    if style not in STYLES:
        return _apply(_find_pattern(locale, style, "time"), value, locale)
    time = _format_time(value, locale, style)
    date = _apply(locale.date_formats[style], value.date(), locale)
    return str(locale.datetime_formats[style]).replace("'", "").replace("{0}", time).replace("{1}", date)


def _format_time(value: dt.datetime, locale: Locale, style: str) -> str:
    """Write the time without a zone, or with its offset as CLDR writes it where the long form has the zone."""
    offset = value.utcoffset()
    if offset is None:
        width = "short" if style == "short" else "medium"
        return _apply(locale.time_formats[width], value.time(), locale)
    zone = Part(format_offset(offset, locale))
    pattern = change(locale.time_formats["long"].pattern, lambda part: zone if part.letter == "z" else part)
    return _apply(pattern, value.time(), locale)


def format_offset(offset: dt.timedelta, locale: Locale) -> str:
    """Write an offset from UTC in the long localized form of UTS 35, `GMT+05:30`."""
    minutes = int(offset.total_seconds() // 60)
    sign = "-" if minutes < 0 else "+"
    return str(locale.zone_formats["gmt"]) % f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _format_range(value: DateRange, locale: Locale, style: str) -> str:
    start, end = value.start, value.end
    differing = next((field for field, name in _FIELDS if getattr(start, name) != getattr(end, name)), None)
    pattern = None
    if start.precision == end.precision and differing:
        pattern = _find_interval(locale, style, start.precision, differing)
    if pattern is None:
        joined = str(locale.interval_formats[None])
        return joined.replace("{0}", _format_single(start, locale, style)).replace(
            "{1}", _format_single(end, locale, style)
        )
    return "".join(_apply(part, day, locale) for part, day in zip(pattern, (start.earliest, end.earliest), strict=True))


@lru_cache(maxsize=1024)
def _find_interval(locale: Locale, style: str, precision: str, field: str) -> tuple[DateTimePattern, ...] | None:
    """Return the patterns of the two halves, where CLDR has them for dates that first differ in a field."""
    skeleton = STYLES[style][precision] if style in STYLES else _restrict(style, precision)
    halves, widths = intervals_of(locale, skeleton).get(field), {}
    if not halves and skeleton in _INTERVALS:
        halves, widths = intervals_of(locale, _INTERVALS[skeleton]).get(field), _WIDER
    if not halves or not all(field in half or (field == "M" and "L" in half) for half in halves):
        return None  # some patterns of CLDR leave out what differs
    return tuple(_replace(half, widths) for half in halves)
