"""Names of languages in the language of the reader, from CLDR."""

from __future__ import annotations

from babel import Locale
from babel.core import get_global

from declarations.language.locales import find_locale
from declarations.language.messages import find_catalog
from declarations.language.words import PATTERNS

__all__ = ["name_language"]


def name_language(tag: str, locale: str) -> str:
    """Name the language of a BCP 47 tag: `zh-Hant-TW` is `Chinese (Traditional, Taiwan)` to readers of `en`.

    Script, region and variants stand in parentheses, each by its name, or as in the tag where CLDR has none;
    extensions and private use (RFC 5646, section 2.2.6 and 2.2.7) are left out. A tag whose language CLDR
    does not know stays as it is. Raises `LocaleError` for an unknown `locale`.
    """
    reader, catalog = find_locale(locale), find_catalog(locale)
    code, *subtags = tag.replace("_", "-").split("-")
    name = reader.languages.get(code.lower()) or reader.languages.get(_replace_code(code.lower()))
    if name is None:
        return tag
    end = next((place for place, subtag in enumerate(subtags) if len(subtag) == 1), len(subtags))
    if not end:
        return str(name)
    between = catalog.translate(PATTERNS["details"]).format(first="", second="")
    detail = between.join(_name_subtag(subtag, reader) for subtag in subtags[:end])
    return catalog.translate(PATTERNS["detail"]).format(main=name, detail=detail)


def _replace_code(code: str) -> str:
    """Return the code that is used today for one that was used before, as `he` for `iw`."""
    return str(get_global("language_aliases").get(code, code))


def _name_subtag(subtag: str, reader: Locale) -> str:
    """Name a subtag by its shape (RFC 5646, section 2.1): script, region, extended language or variant."""
    names, key = reader.variants, subtag.upper()
    if len(subtag) == 4 and subtag.isalpha():
        names, key = reader.scripts, subtag.title()
    elif len(subtag) == 3 and subtag.isalpha():
        names, key = reader.languages, subtag.lower()
    elif len(subtag) <= 3:
        names, key = reader.territories, subtag.upper()
    return str(names.get(key, subtag))
