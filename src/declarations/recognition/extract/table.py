"""The table of extractors: what is taken out of a document, in order; a new field of the model is a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from declarations.recognition.document import Document, Extract
from declarations.recognition.extract.addressees import extract_addressees
from declarations.recognition.extract.authors import extract_author
from declarations.recognition.extract.datelines import extract_dates
from declarations.recognition.extract.documentkinds import extract_kind
from declarations.recognition.extract.footnotes import extract_notes
from declarations.recognition.extract.issuers import extract_issuers
from declarations.recognition.extract.metadatalines import read_lines
from declarations.recognition.extract.numbers import extract_identifiers, extract_meeting, extract_votes
from declarations.recognition.extract.signatories import extract_signatories
from declarations.recognition.extract.sources import extract_place, extract_source
from declarations.recognition.extract.subtitle import extract_subtitle
from declarations.recognition.extract.titles import extract_title

__all__ = ["EXTRACTORS", "Extractor", "extract_values"]

Extractor: TypeAlias = Callable[[Document], Extract]
"""Takes values out of a document; it may ask for what the extractors before it have found."""

EXTRACTORS: Mapping[str, Extractor] = {
    "title": extract_title,
    "addressees": extract_addressees,
    "dates": extract_dates,
    "identifiers": extract_identifiers,
    "meeting": extract_meeting,
    "votes": extract_votes,
    "issuers": extract_issuers,
    "author": extract_author,
    "place": extract_place,
    "subtitle": extract_subtitle,
    "signatories": extract_signatories,
    "kind": extract_kind,
    "notes": extract_notes,
    "source": extract_source,
}
"""Every extractor by the name under which `explain` shows it."""


def extract_values(document: Document) -> Document:
    """Take out what the blocks of each part say besides their words."""
    document = document.learn(lines=read_lines(document))
    for name, extract in EXTRACTORS.items():
        document = document.take(extract(document), name)
    return document
