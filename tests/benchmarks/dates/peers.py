"""The other libraries, each asked in the way it offers for the day that a string means."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import version

import dateparser
from babel import Locale
from babel.dates import parse_date as parse_babel
from dateparser.languages.loader import default_loader
from dateutil import parser as dateutil_parser

from declarations import PartialDate
from declarations.dates import parse_date
from tests.benchmarks.dates.strings import Printed

__all__ = ["READERS", "name_versions"]

Reader = Callable[[Printed], dt.date | None]


def read_told(printed: Printed) -> dt.date | None:
    """Read with this library, the locale told."""
    return _to_date(parse_date(printed.text, locale=printed.locale).date)


def read_untold(printed: Printed) -> dt.date | None:
    """Read with this library, the locale not told."""
    return _to_date(parse_date(printed.text).date)


def _to_date(date: object) -> dt.date | None:
    return date.earliest if isinstance(date, PartialDate) and date.day else None


def read_dateparser_told(printed: Printed) -> dt.date | None:
    """Read with dateparser; it is told the locale if it knows it, else the language if it knows that."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = dateparser.parse(printed.text, **_tell_dateparser(printed.locale))
    return found.date() if found else None


@cache
def _tell_dateparser(tag: str) -> Mapping[str, list[str]]:
    """Find how dateparser names a locale: its own tag, or the first part of it that it knows."""
    parts = tag.split("-")
    for options in ({"locales": [tag]}, *({"languages": ["-".join(parts[:count])]} for count in (2, 1))):
        try:
            list(default_loader.get_locales(**options))
        except (ValueError, TypeError):
            continue
        return options
    return {}


def read_dateparser_untold(printed: Printed) -> dt.date | None:
    """Read with dateparser, which tries its languages in turn."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = dateparser.parse(printed.text)
    return found.date() if found else None


def read_dateutil(printed: Printed) -> dt.date | None:
    """Read with dateutil, which knows English."""
    return dateutil_parser.parse(printed.text).date()


def read_babel(printed: Printed) -> dt.date | None:
    """Read with Babel, the locale and the style told."""
    locale = Locale.parse(printed.locale, sep="-")
    return parse_babel(printed.text, locale=locale, format=printed.kind)


READERS: Mapping[str, Reader] = {
    "declarations, locale told": read_told,
    "declarations, not told": read_untold,
    "dateparser, locale told": read_dateparser_told,
    "dateparser, not told": read_dateparser_untold,
    "dateutil": read_dateutil,
    "Babel, locale told": read_babel,
}
"""The libraries by name."""


def name_versions() -> str:
    """Name what was measured."""
    return ", ".join(f"{name} {version(name)}" for name in ("dateparser", "python-dateutil", "babel"))
