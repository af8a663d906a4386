"""Who wrote the page: of its metadata, as stated, or in a byline that it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from declarations.blocks import MetadataItem, MetadataKind
from declarations.language.phrases import fold
from declarations.recognition.document import Document, Extract
from declarations.recognition.reading import Part
from declarations.recognition.wording.bylines import clean_name, find_byline, read_byline
from declarations.recognition.wording.organs import names_organ

__all__ = ["extract_author"]

_SEVERAL = ("json-ld", "itemprop", "meta")
"""Beginnings of the origins that name one author in each piece of metadata; a list of posts has a byline in each."""
_PERSONAL = re.compile(r"(?!.*\.[a-z]{2,}\b)(?!.*\d)", re.DOTALL)
"""A name without digits, and no address of a site."""


def extract_author(document: Document) -> Extract:
    """Return the author of the page: the first person who is named; if none is, the first name of any kind."""
    names = list(dict.fromkeys(_list_names(document)))
    known = {_letters(item.value) for kind in _OF_PAGE for item in document.page.metadata.of(kind)}
    persons = (
        name
        for name in names
        if _letters(name) not in known and _PERSONAL.match(name) and not names_organ(name, document.lexicons)
    )
    return Extract(values={"author": next(persons, next(iter(names), None))})


_OF_PAGE = (MetadataKind.SITE, MetadataKind.ISSUER)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, fold(name)))


def _list_names(document: Document) -> Iterator[str]:
    """Yield the names of the metadata in the order of trust, then those that are stated and printed."""
    for origin, items in groupby(document.page.metadata.of(MetadataKind.AUTHOR), key=_origin_of):
        names = [name for item in items if (name := _clean(item, document))]
        if names:
            yield "; ".join(dict.fromkeys(names)) if origin.startswith(_SEVERAL) else names[0]
            yield from names[1:]
    if stated := document.labelled_fields.first("author"):
        yield stated
    masthead = (line.masked for line in document.lines if line.part is Part.MASTHEAD)
    if printed := find_byline(masthead, document.dates, document.lexicons):
        yield printed


def _origin_of(item: MetadataItem) -> str:
    return item.origin


def _clean(item: MetadataItem, document: Document) -> str | None:
    sites = [one.value for kind in _OF_PAGE for one in document.page.metadata.of(kind)]
    return clean_name(read_byline(item.value, document.dates, document.lexicons), sites, document.lexicons)
