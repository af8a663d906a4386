"""The dates of the document: printed ones, then those of its metadata, then what the site says of the post."""

from __future__ import annotations

from collections.abc import Iterator

from declarations.blocks import MetadataKind
from declarations.language.phrases import fold
from declarations.model import DateRole
from declarations.recognition.document import Document, Extract
from declarations.recognition.extract.besides import list_beside
from declarations.recognition.reading import Part
from declarations.recognition.values import MetadataLine
from declarations.recognition.wording.acts import begins_with_act
from declarations.recognition.wording.chronology import DatedLine, read_line, read_title, settle_dates
from declarations.recognition.wording.organs import names_organ
from declarations.recognition.wording.pagedates import (
    is_date_line,
    read_address,
    read_annotations,
    read_metadata_dates,
    read_opening,
)
from declarations.recognition.wording.statedtitles import find_stated_titles

__all__ = ["extract_dates"]

_PRINTED = (Part.MASTHEAD, Part.SUBTITLE, Part.CLOSING, Part.SIGNATORY)
_TEXT = (Part.CONTEXT, Part.RESOLUTION, Part.CLOSING, Part.ENACTING)
_DAYS = frozenset({DateRole.PUBLISHED, DateRole.ISSUED, DateRole.ADOPTED, DateRole.SIGNED, DateRole.DECIDED})
"""What happened on the day of a document."""
_FIRST = 12  # blocks among which the text begins
_ENACTED = (Part.ENACTING, Part.FORMULA)


def extract_dates(document: Document) -> Extract:
    """Return the dates; of a role that is printed, those of titles, enacting words and metadata say nothing new."""
    dated = (
        document.labelled_fields.dated if document.labelled_fields.tells_roles else _gather(document)
    )  # all dates are listed
    return Extract(values={"dates": dated.dates}, findings=dated.findings)


def _gather(document: Document) -> DatedLine:
    finder, lexicons = document.dates, document.lexicons
    lines = [document.labelled_fields.dated]
    lines += [line.dated for line in document.lines if line.part in _PRINTED]
    known = {dated.role for line in lines for dated in line.dates}
    more = [read_title(line.masked, finder, lexicons) for line in document.lines if line.part is Part.TITLE]
    more += [line.dated for line in document.lines if line.part in _ENACTED and _may_date(line, document)]
    lines += (line for line in more if not known.intersection(dated.role for dated in line.dates))
    lines.append(read_metadata_dates(document.page.metadata, finder, lexicons))
    for block in document.surroundings.posted:
        lines.append(read_line(block.text.text, DateRole.PUBLISHED, finder, lexicons))
    for line in _find_missing(document):
        known = {dated.role for one in lines for dated in one.dates}
        if known.isdisjoint(_DAYS):
            lines.append(line)
    return settle_dates(lines)


def _find_missing(document: Document) -> Iterator[DatedLine]:
    """Yield what else may tell the day of a document, the most telling first."""
    finder, lexicons, metadata = document.dates, document.lexicons, document.page.metadata
    yield read_annotations(metadata, finder, lexicons)
    for text in list_beside(document):
        if is_date_line(text, finder):
            yield read_line(text, DateRole.PUBLISHED, finder, lexicons)
    for segment in document.segments[:_FIRST]:
        if document.parts[segment.id] in _TEXT:
            yield read_opening(segment.block.text.text, finder)
    for url in (document.url, metadata.first(MetadataKind.URL)):
        yield read_address(url)
    for title in (*document.texts_of(Part.TITLE), *find_stated_titles(metadata).titles):
        yield read_line(title, DateRole.ISSUED, finder, lexicons)


def _may_date(line: MetadataLine, document: Document) -> bool:
    """Return whether enacting words tell when a body met or what was adopted, rather than what they refer to."""
    return names_organ(line.text, document.lexicons) or begins_with_act(fold(line.text), document.lexicons)
