"""The fields of localized metadata, each made by a small function from the declaration."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from declarations.errors import LocaleError
from declarations.language.dates import format_date
from declarations.language.locales import fallback_chain, find_locale, get_direction
from declarations.language.messages import Catalog, find_catalog
from declarations.language.names import name_language
from declarations.language.numbering import find_numbering, format_digits
from declarations.language.words import COUNTS, DATE_ROLES, FIELDS, KINDS, PATTERNS
from declarations.localization.metadata import Direction, LocalizedField, LocalizedMetadata, LocalizedValue
from declarations.model import Declaration, DeclarationKind
from declarations.model.metadata import METADATA, SINGULARS, MetadataField

__all__ = ["find_direction", "localize_fields"]

_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}  # UAX 9, table 4


@attrs.frozen(kw_only=True)
class _Words:
    """What the fields are written with: dates and names in the words of CLDR, the rest in our own."""

    locale: str
    catalog: Catalog
    numbering: str

    @property
    def language(self) -> str:
        """The language of our own words: English where there is no catalog for the locale or its parents."""
        return self.locale if self.catalog.tag in fallback_chain(self.locale) else self.catalog.tag

    def take(self, text: str) -> LocalizedValue:
        """Make a value of words of CLDR, which can be in another language than our own."""
        if self.language == self.locale:
            return LocalizedValue(text)
        return LocalizedValue(text, language=self.locale, direction=get_direction(self.locale))


_Maker = Callable[[Declaration, _Words], Iterable[LocalizedValue]]


def localize_fields(declaration: Declaration, locale: str, numbering: str) -> LocalizedMetadata:
    """Make the metadata; raise what `localize` raises."""
    catalog = find_catalog(locale)
    words = _Words(locale=fallback_chain(locale)[0], catalog=catalog, numbering=numbering)
    find_numbering(numbering, find_locale(locale))  # a wrong name is an error even where there is no number
    fields = []
    for name, make in _FIELDS.items():
        if values := tuple(make(declaration, words)):
            key = SINGULARS.get(name, name) if len(values) == 1 else name
            fields.append(LocalizedField(name=name, label=catalog.translate(FIELDS[key]), values=values))
    return LocalizedMetadata(
        locale=words.locale,
        language=words.language,
        direction=get_direction(words.language),
        separator=catalog.translate(PATTERNS["line"]).format(label="", value=""),
        fields=tuple(fields),
    )


def find_direction(text: str, language: str | None) -> Direction:
    """Return the direction of words: that of their letters; of letters of both kinds that of their language.

    It is `auto` for words without letters, and for mixed words in a language that CLDR does not know.
    """
    found = {_STRONG[kind] for kind in map(unicodedata.bidirectional, text) if kind in _STRONG}
    if len(found) == 1:
        return found.pop()
    try:
        return get_direction(language) if found and language else "auto"
    except LocaleError:
        return "auto"


def _quote(texts: Iterable[str | None], declaration: Declaration) -> Iterator[LocalizedValue]:
    """Keep words of the document in their language."""
    for text in texts:
        if text:
            direction = find_direction(text, declaration.language)
            yield LocalizedValue(text, language=declaration.language or "und", direction=direction)


def _keep(field: MetadataField) -> _Maker:
    """Make the maker of a field that is kept as printed."""
    return lambda declaration, _: _quote(map(str, field.list_values(declaration)), declaration)


def _name_kind(declaration: Declaration, words: _Words) -> Iterator[LocalizedValue]:
    if declaration.kind is not DeclarationKind.OTHER:  # which says nothing
        yield LocalizedValue(words.catalog.translate(KINDS[declaration.kind]))


def _list_identifiers(declaration: Declaration, _: _Words) -> Iterator[LocalizedValue]:
    return _quote((f"{one} ({one.scheme})" if one.scheme else str(one) for one in declaration.identifiers), declaration)


def _format_dates(declaration: Declaration, words: _Words) -> Iterator[LocalizedValue]:
    pattern = words.catalog.translate(PATTERNS["detail"])
    for dated in declaration.dates:
        date = format_date(dated.datetime or dated.date, words.locale, numbering=words.numbering)
        yield words.take(pattern.format(main=date, detail=words.catalog.translate(DATE_ROLES[dated.role])))


def _name_language(declaration: Declaration, words: _Words) -> Iterator[LocalizedValue]:
    if declaration.language:
        yield words.take(name_language(declaration.language, words.locale))


def _count_parts(declaration: Declaration, words: _Words) -> Iterator[LocalizedValue]:
    for part, message in COUNTS.items():
        if number := len(getattr(declaration, part)):
            digits = format_digits(str(number), words.numbering, find_locale(words.locale))
            yield LocalizedValue(words.catalog.count(message, number).format(n=digits))


def _give_url(declaration: Declaration, _: _Words) -> Iterator[LocalizedValue]:
    if declaration.source and declaration.source.url:
        yield LocalizedValue(declaration.source.url, language="zxx", direction="ltr")


_MAKERS: Mapping[str, _Maker] = {
    "kind": _name_kind,
    "identifiers": _list_identifiers,
    "dates": _format_dates,
    "language": _name_language,
    "url": _give_url,
}
"""Fields of metadata that are not kept as printed."""


def _make(fields: Iterable[MetadataField]) -> dict[str, _Maker]:
    return {field.name: _MAKERS.get(field.name) or _keep(field) for field in fields}


_FIELDS: Mapping[str, _Maker] = {
    **_make([MetadataField("title"), MetadataField("subtitle")]),
    **_make(field for field in METADATA if not field.is_of_source),
    "contents": _count_parts,
    **_make(field for field in METADATA if field.is_of_source),
}
