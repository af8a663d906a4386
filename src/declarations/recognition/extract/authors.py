"""Who wrote the page: of its metadata, as stated, or in a byline that it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from declarations.blocks import MetadataItem, MetadataKind
from declarations.language.lexicon import load_lexicon
from declarations.recognition.document import Document, Extract
from declarations.recognition.extract.besides import list_beside
from declarations.recognition.reading import Part
from declarations.recognition.wording.bylines import clean_name, find_byline, find_person, read_byline
from declarations.recognition.wording.organs import names_organ
from declarations.recognition.wording.statedtitles import key_of

__all__ = ["extract_author"]

_SEVERAL = ("json-ld", "itemprop", "meta")
"""Beginnings of the origins that name one author in each piece of metadata; a list of posts has a byline in each."""
_IMPERSONAL = re.compile(r"\.[a-z]{2,}\b|\w@\w|\s[-–—|·]\s")
"""What stands in addresses, and in names of sites with what they say of themselves."""


def extract_author(document: Document) -> Extract:
    """Return the author of the page: the first person who is named; if none is, the first name of any kind."""
    names = list(dict.fromkeys(_list_names(document)))
    sites = {key_of(name) for name in _list_sites(document)}
    persons = (name for name in names if _is_personal(name, document) and key_of(name) not in sites)
    return Extract(values={"author": next(persons, next(iter(names), None))})


def _is_personal(name: str, document: Document) -> bool:
    return not _IMPERSONAL.search(name) and not names_organ(name, document.lexicons)


def _list_sites(document: Document) -> Iterator[str]:
    for kind in (MetadataKind.SITE, MetadataKind.ISSUER):
        yield from (item.value for item in document.page.metadata.of(kind))


def _list_names(document: Document) -> Iterator[str]:
    """Yield the names of the metadata in the order of trust, then those that are stated and printed."""
    lexicons = [*document.lexicons, *filter(None, [load_lexicon("en")])]
    finder, sites = document.dates, [*_list_sites(document)]
    for origin, items in groupby(document.page.metadata.of(MetadataKind.AUTHOR), key=_origin_of):
        read = (clean_name(read_byline(item.value, finder, lexicons), sites, lexicons) for item in items)
        names = [name for name in read if name]
        if names:
            yield "; ".join(dict.fromkeys(names)) if origin.startswith(_SEVERAL) else names[0]
            yield from names[1:]
    if stated := document.labelled_fields.first("author"):
        yield stated
    masthead = (line.masked for line in document.lines if line.part is Part.MASTHEAD)
    if printed := find_byline(masthead, document.dates, document.lexicons):
        yield printed
    yield from filter(None, (find_person(line, finder, lexicons) for line in list_beside(document)))


def _origin_of(item: MetadataItem) -> str:
    return item.origin
