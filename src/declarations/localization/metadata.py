"""Localized metadata: labels and values in the language of the reader, beside words that keep their own."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

from declarations.arguments import check_arguments
from declarations.model import Declaration

__all__ = ["Direction", "LocalizedField", "LocalizedMetadata", "LocalizedValue", "localize"]

Direction: TypeAlias = Literal["ltr", "rtl", "auto"]
"""From left to right, from right to left, or as its first letter goes (the `dir` of HTML)."""


@attrs.frozen
class LocalizedValue:
    """One value of a field; words taken from the document keep their language and direction."""

    text: str
    """What it says."""
    language: str | None = attrs.field(default=None, kw_only=True)
    """BCP 47 tag of its words, `und` if not known, `zxx` for an address; None if it is the reader's language."""
    direction: Direction | None = attrs.field(default=None, kw_only=True)
    """Direction of its words, which must be isolated from the text around; None if it is part of that text."""


@attrs.frozen(kw_only=True)
class LocalizedField:
    """A label and its values."""

    name: str
    """What it is, the same in every language: `title`, `kind`, `dates` …"""
    label: str
    """What it is called in the language of the reader."""
    values: tuple[LocalizedValue, ...]
    """What the declaration has; never empty."""


@attrs.frozen(kw_only=True)
class LocalizedMetadata:
    """The facts about a declaration as a reader of one language reads them."""

    locale: str
    """Tag of the CLDR locale of the reader: `fr-CA`."""
    language: str
    """Tag of the labels, and of values without a language: that of the locale, or `en` if we have no such words."""
    direction: Literal["ltr", "rtl"]
    """In which direction the labels are written, and so the whole."""
    separator: str
    """What stands between a label and its value: `: `, in French with a space before it, in Chinese `：`."""
    fields: tuple[LocalizedField, ...]
    """What is known, in a fixed order; what the declaration does not say is left out."""


@check_arguments
def localize(declaration: Declaration, locale: str, *, numbering: str = "default") -> LocalizedMetadata:
    """Return the facts about a declaration in the language of a reader.

    `locale` is a BCP 47 tag that CLDR has, or its nearest parent. The fields are `title`, `subtitle`, `kind`,
    `identifiers`, `issuers`, `addressees`, `dates`, `place`, `meeting`, `votes`, `language`, `translation_of`,
    `contents` (how many resolutions, notes …), `source`, `url`, `author` and `categories`, in this order; those that
    the declaration does not have are left out. Our own words come from the catalogs, dates and names of languages from
    CLDR, titles, names and votes stay as printed. `numbering` is a numbering system of CLDR for the digits of dates
    and counts (`latn`, `deva` …), `native`, or `default` for the usual one of the locale.

    Raises `LocaleError` for an unknown locale and `ValidationError` for an unknown numbering system.
    """
    from declarations.localization.fields import localize_fields  # noqa: PLC0415 - keeps the front door light

    return localize_fields(declaration, locale, numbering)
