"""Where the document was found, and where it says that it was issued."""

from __future__ import annotations

import re
from collections.abc import Iterator

from declarations.blocks import MetadataKind
from declarations.model import Source
from declarations.recognition.document import Document, Extract
from declarations.recognition.reading import Part
from declarations.recognition.wording.endings import cut_ending
from declarations.recognition.wording.localities import find_place, find_seat
from declarations.recognition.wording.statedtitles import find_site

__all__ = ["extract_place", "extract_source", "list_places"]

_ADDRESS = re.compile(r"https?://\S+")
_ENDING = (Part.CLOSING, Part.SIGNATORY)
_MASTHEAD = (Part.MASTHEAD, Part.SUBTITLE)
_TOLD = (Part.CONTEXT, Part.RESOLUTION)
_LAST = 2  # paragraphs with one of which the text ends
_ENACTED = (Part.ENACTING, Part.FORMULA)


def extract_place(document: Document) -> Extract:
    """Return the place: as stated, else the first that is found and is no issuer."""
    issuers = {one.name for one in document.values["issuers"]}
    found = (place for place in list_places(document) if place not in issuers)
    return Extract(values={"place": document.labelled_fields.first("place") or next(found, None)})


def list_places(document: Document) -> Iterator[str]:
    """Yield the place of the metadata, of the ending, of the masthead, and where those met who act."""
    yield from filter(None, _list_places(document))


def _list_places(document: Document) -> Iterator[str | None]:
    ending = [line.masked for line in document.lines if line.part in _ENDING]
    masthead = [line.masked for line in document.lines if line.part in _MASTHEAD]
    enacted = [line.text for line in document.lines if line.part in _ENACTED]
    yield document.page.metadata.first(MetadataKind.PLACE)
    yield find_place(ending, document.dates, document.lexicons)
    yield find_place(
        [cut_ending(text, document.dates) for text in document.texts_of(*_TOLD)[-_LAST:]],
        document.dates,
        document.lexicons,
    )
    yield find_place(masthead, document.dates, document.lexicons)
    yield find_seat(enacted, document.dates, document.lexicons)


def extract_source(document: Document) -> Extract:
    """Return where the document was found, and which document it translates."""
    metadata, stated = document.page.metadata, document.labelled_fields
    site = stated.first("source")
    is_address = bool(site and _ADDRESS.fullmatch(site))
    source = Source(
        url=document.url or metadata.first(MetadataKind.URL) or stated.first("url") or (site if is_address else None),
        site=find_site(metadata, document.values["title"]) or (None if is_address else site),
        author=document.values["author"],
        categories=[*(item.value for item in metadata.of(MetadataKind.CATEGORY)), *stated.values.get("category", ())],
        media_type=document.page.media_type,
    )
    values = {"source": source if source != Source() else None, "translation_of": stated.first("translation_of")}
    return Extract(values=values)
