"""Names of months and days in every CLDR locale, as tables from name to number, built when first needed."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

from babel import localedata

__all__ = ["all_months", "months_of", "normalize_word", "weekdays_of"]

_SIGNS = ".·׳'’،,"


def normalize_word(word: str) -> str:
    """Bring a word into the form in which calendar names are compared: composed, folded, without dots."""
    return unicodedata.normalize("NFC", word.casefold()).strip(_SIGNS)


@cache
def months_of(language: str) -> Mapping[str, int]:
    """Give the month names of a language tag, full and abbreviated, in every grammatical form of CLDR."""
    return _names(_load(language), "months")


@cache
def weekdays_of(language: str) -> frozenset[str]:
    """Give the names of the days of the week in a language tag, full and abbreviated."""
    return frozenset(_names(_load(language), "days"))


@cache
def all_months() -> Mapping[str, int]:
    """Give the month names of all languages; a name that means different months in two is left out."""
    found: dict[str, int] = {}
    clashing: set[str] = set()
    for identifier in localedata.locale_identifiers():
        if _is_base(identifier):
            # never with merge_inherited=False: Babel would keep the half-loaded data for every later user of the locale
            for name, month in _names(localedata.load(identifier), "months").items():
                if found.setdefault(name, month) != month:
                    clashing.add(name)
    return {name: month for name, month in found.items() if name not in clashing}


def _load(language: str) -> Mapping[str, object]:
    parts = language.replace("-", "_").split("_")
    for length in range(len(parts), 0, -1):
        if localedata.exists("_".join(parts[:length])):
            return localedata.load("_".join(parts[:length]))
    return {}


def _is_base(identifier: str) -> bool:
    """Whether a locale is a language, or a language in a script, without a territory."""
    return all(len(part) == 4 for part in identifier.split("_")[1:])


def _names(data: Mapping[str, object], unit: str) -> dict[str, int]:
    found: dict[str, int] = {}
    tables = data.get(unit)
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            table = _get(_get(tables, context), width)
            if isinstance(table, Mapping):
                for number, name in table.items():
                    if isinstance(name, str) and not name.strip(_SIGNS).isdecimal():
                        found.setdefault(normalize_word(name), int(number))
    return {name: month for name, month in found.items() if name}


def _get(table: object, key: str) -> object:
    return table.get(key) if isinstance(table, Mapping) else None
