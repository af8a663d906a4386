"""Our own words in the language of the reader: gettext catalogs, one folder per language under `catalogs/`.

A message is marked in the code with `Message`, which `python -m tools.catalogs extract` finds. Catalogs are
looked up by the parent locales of CLDR and end in English. They are compiled when the library is built; where
they are not (a bare checkout), they are compiled in memory when first used.
"""

from __future__ import annotations

import gettext
import io
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import attrs

from declarations.language.locales import fallback_chain
from declarations.language.resources import find_resource

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["DOMAIN", "Catalog", "Message", "available_catalogs", "find_catalog"]

DOMAIN = "declarations"
"""Name of the catalogs, as gettext calls it."""

_SOURCE = "en"  # the language in which messages stand in the code


@attrs.frozen
class Message:
    """A message in English, as it stands in the code; arguments are literals, so that they can be extracted."""

    context: str
    """What the words are for (`msgctxt`), since one English word can need several translations."""
    text: str
    """The words; of a message that counts, for one."""
    plural: str | None = None
    """The words for several, in a message that counts."""


@attrs.frozen(eq=False)
class Catalog:
    """The messages of one language, with those of its parents and English after them."""

    tag: str
    """Tag of the nearest language that has a catalog: `pt` for `pt-PT`, `en` where none has."""
    translations: gettext.NullTranslations = attrs.field(repr=False)
    """The messages themselves."""

    def translate(self, message: Message) -> str:
        """Return the words of a message."""
        return self.translations.pgettext(message.context, message.text)

    def count(self, message: Message, number: int) -> str:
        """Return the words of a message that counts, in the plural form of the number, with its `{n}` in place."""
        return self.translations.npgettext(message.context, message.text, message.plural or message.text, number)


@cache
def available_catalogs() -> tuple[str, ...]:
    """Return the tags of the languages that have a catalog, sorted."""
    return tuple(sorted(folder.name.replace("_", "-") for folder in _root().iterdir() if folder.is_dir()))


@lru_cache(maxsize=2048)
def find_catalog(locale: str) -> Catalog:
    """Return the catalog for the tag of a locale, of its nearest parent that has one, or of English.

    The parents are those of CLDR (UTS 35, Locale Inheritance). Raises `LocaleError` for an unknown locale.
    """
    known = available_catalogs()
    tags = [tag for tag in (*fallback_chain(locale), _SOURCE) if tag in known]
    return _chain(tuple(dict.fromkeys(tags)))


@cache
def _chain(tags: tuple[str, ...]) -> Catalog:
    first, *rest = tags
    translations = _load(first)
    if rest:
        translations.add_fallback(_chain(tuple(rest)).translations)
    return Catalog(first, translations)


def _root() -> Traversable:
    return find_resource("declarations.language", "catalogs")


def _load(tag: str) -> gettext.GNUTranslations:
    folder = _root() / tag.replace("-", "_") / "LC_MESSAGES"
    compiled = folder / f"{DOMAIN}.mo"
    data = compiled.read_bytes() if compiled.is_file() else _compile((folder / f"{DOMAIN}.po").read_bytes())
    return gettext.GNUTranslations(io.BytesIO(data))


def _compile(source: bytes) -> bytes:
    """Compile a catalog in memory."""
    from babel.messages import mofile, pofile  # noqa: PLC0415 - installed libraries hold compiled catalogs

    catalog = pofile.read_po(io.BytesIO(source))
    for message in [*catalog]:
        if message.pluralizable and not all(message.string):  # it would be shown as nothing
            catalog.delete(message.id, message.context)
    compiled = io.BytesIO()
    mofile.write_mo(compiled, catalog)
    return compiled.getvalue()
