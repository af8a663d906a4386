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
from declarations.recognition.wording.endings import read_ending
from declarations.recognition.wording.organs import names_organ
from declarations.recognition.wording.pagedates import read_address, read_annotations, read_metadata_dates, read_opening
from declarations.recognition.wording.statedtitles import find_stated_titles

__all__ = ["extract_dates"]

_PRINTED = (Part.MASTHEAD, Part.SUBTITLE, Part.CLOSING, Part.SIGNATORY)
_TEXT = (Part.CONTEXT, Part.RESOLUTION, Part.CLOSING, Part.ENACTING)
_DAYS = (DateRole.PUBLISHED, DateRole.ISSUED)
"""What happens on the day of a page."""
_TOLD = (Part.CONTEXT, Part.RESOLUTION)
_LAST = 2  # paragraphs with one of which the text ends
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
    if DateRole.ADOPTED not in known:
        more += [read_ending(text, finder) for text in document.texts_of(*_TOLD)[-_LAST:]]
    lines += (line for line in more if not known.intersection(dated.role for dated in line.dates))
    told = (dated for line in lines for dated in line.dates if dated.role is not DateRole.MODIFIED)
    lines += _read_page(document, DatedLine(dates=tuple(told)))
    if not any(line.dates for line in lines):
        titles = (*document.texts_of(Part.TITLE), *find_stated_titles(document.page.metadata).titles)
        lines += (read_line(title, DateRole.ISSUED, finder, lexicons) for title in titles)
    return settle_dates(lines)


def _read_page(document: Document, known: DatedLine) -> Iterator[DatedLine]:
    """Yield what the page says of the day on which it was published; what tells less only if nothing told it.

    Days of the document that are known already are printed beside the title, too.
    """
    finder, lexicons, metadata = document.dates, document.lexicons, document.page.metadata
    marked = read_annotations(metadata, finder, lexicons)
    beside = [read_line(text, DateRole.PUBLISHED, finder, lexicons) for text in list_beside(document, finder)]
    stated = read_metadata_dates(metadata, finder, lexicons)
    if not any(dated.role is DateRole.PUBLISHED for dated in stated.dates):  # what is printed would say it better
        beside = [line for line in beside if not known.shares_day(line)]
    lines = [*[both for line in beside if (both := line.join(marked))][:1], stated]
    posted = document.surroundings.posted
    lines += (read_line(block.text.text, DateRole.PUBLISHED, finder, lexicons) for block in posted)
    yield from lines
    if any(dated.role in _DAYS for line in lines for dated in line.dates):
        return
    addresses = map(read_address, _list_addresses(document))
    others = (marked, *beside, *_read_openings(document), *addresses)
    yield next((line for line in others if line.dates and not known.shares_day(line)), DatedLine())


def _read_openings(document: Document) -> Iterator[DatedLine]:
    for segment in document.segments[:_FIRST]:
        if document.parts[segment.id] in _TEXT:
            yield read_opening(segment.block.text.text, document.dates)


def _list_addresses(document: Document) -> Iterator[str]:
    if document.url:
        yield document.url
    yield from (item.value for item in document.page.metadata.of(MetadataKind.URL))


def _may_date(line: MetadataLine, document: Document) -> bool:
    """Return whether enacting words tell when a body met or what was adopted, rather than what they refer to."""
    return names_organ(line.text, document.lexicons) or begins_with_act(fold(line.text), document.lexicons)
