"""Locales: from any BCP 47 tag to the nearest one that CLDR describes.

Tags are written as BCP 47 has them (`zh-Hant-TW`); Babel's own form with underscores is taken too.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from typing import Any, Literal

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global

from declarations.errors import LocaleError
from declarations.validation import quote

__all__ = ["available_locales", "fallback_chain", "find_locale", "get_direction", "load_locale"]

_EXTENSION = re.compile(r"[-_][0-9a-wyz][-_].*|[-_]x[-_].*", re.IGNORECASE)  # RFC 5646, section 2.2.6 and 2.2.7
_LONGEST_TAG = 100


@cache
def available_locales() -> tuple[str, ...]:
    """Return the tags of all CLDR locales, sorted: `aa`, `aa-DJ`, …, `zu-ZA`."""
    return tuple(sorted(name.replace("_", "-") for name in localedata.locale_identifiers()))


@lru_cache(maxsize=2048)
def find_locale(tag: str) -> Locale:
    """Return the CLDR locale of a tag, or the nearest one: `de-XX` is German, `zh-TW` is `zh_Hant_TW`.

    Extensions (`-u-nu-arab`, `-x-private`) are ignored. Raises `LocaleError` if CLDR does not have the language.
    """
    parts = re.split("[-_]", _EXTENSION.sub("", tag.strip())) if len(tag) <= _LONGEST_TAG else []
    # an undetermined language must not become what is likeliest, which is English
    while parts and parts[0].isascii() and parts[0].lower() not in ("und", "root"):
        try:
            return load_locale("_".join(parts))
        except (UnknownLocaleError, ValueError):
            parts.pop()
    raise LocaleError(
        f"CLDR has no locale for {quote(tag)}", hint="give a BCP 47 tag of a known language, such as fr or pt-BR"
    )


class _OwnLocale(Locale):
    """A locale with tables of its own.

    Locales share the tables of their parents, and Babel before 2.19 writes into those what a reference comes to in the
    locale that is asked first: then months of Akan stand in Occitan.
    """

    @cached_property
    def _data(self) -> localedata.LocaleDataDict:
        return localedata.LocaleDataDict(_copy(localedata.load(str(self))))


def _copy(table: Any) -> Any:
    return {key: _copy(value) for key, value in table.items()} if isinstance(table, dict) else table


@lru_cache(maxsize=2048)
def load_locale(name: str) -> Locale:
    """Return the locale of a name in Babel's form (`pt_BR`), which no other can change.

    Raises `babel.UnknownLocaleError` for one that CLDR does not have and `ValueError` for what is no name.
    """
    return _OwnLocale.parse(name)


def fallback_chain(tag: str) -> tuple[str, ...]:
    """Return the tags in which to look for a text, nearest first: `es-MX` gives `es-MX`, `es-419`, `es`.

    The parents are those of CLDR (UTS 35, Locale Inheritance), without the root. Raises `LocaleError`.
    """
    chain = [str(find_locale(tag))]
    while parent := _parent(chain[-1]):
        chain.append(parent)
    return tuple(name.replace("_", "-") for name in chain)


def _parent(name: str) -> str | None:
    if exception := get_global("parent_exceptions").get(name):
        return None if exception == "root" else exception
    head, _, last = name.rpartition("_")
    is_script = len(last) == 4 and last.isalpha()
    return None if is_script and head and not _is_likely(head, last) else head or None


def _is_likely(language: str, script: str) -> bool:
    return script in get_global("likely_subtags").get(language, "").split("_")


def get_direction(tag: str) -> Literal["ltr", "rtl"]:
    """Return in which direction a locale is written. Raises `LocaleError`."""
    return "rtl" if find_locale(tag).character_order == "right-to-left" else "ltr"
