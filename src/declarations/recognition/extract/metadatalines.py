"""What single lines of masthead and ending say: dates, numbers, the meeting, the vote."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from declarations.model import DateRole, PartialDate
from declarations.recognition.document import Document
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.reading import Part
from declarations.recognition.values import MetadataLine
from declarations.recognition.wording.chronology import DatedLine, read_line
from declarations.recognition.wording.identifiers import find_identifiers
from declarations.recognition.wording.meetings import find_meeting
from declarations.recognition.wording.stretches import Span, mask
from declarations.recognition.wording.tallies import read_vote

__all__ = ["group_lines", "read_lines"]

_ROLES = {
    Part.MASTHEAD: DateRole.ISSUED,
    Part.SUBTITLE: DateRole.ISSUED,
    Part.ENACTING: DateRole.ADOPTED,
    Part.FORMULA: DateRole.ADOPTED,
    Part.CLOSING: DateRole.ADOPTED,
    Part.SIGNATORY: DateRole.ADOPTED,
}
"""What a date is the date of, by where it stands, when no word tells."""
_NUMBERED = (Part.TITLE, Part.SUBTITLE, Part.MASTHEAD)
_MET = (Part.MASTHEAD, Part.SUBTITLE, Part.ENACTING, Part.FORMULA, Part.CLOSING)
_VOTED = (Part.MASTHEAD, Part.CLOSING, Part.SIGNATORY)
_ENACTED = (Part.ENACTING, Part.FORMULA)
_LONGEST = 400  # characters of a line that is read for more than dates


def read_lines(document: Document) -> tuple[MetadataLine, ...]:
    """Read every line around the title, of the enacting words and of the ending, in order."""
    return tuple(line for segment in document.of(Part.TITLE, *_ROLES) for line in _read_block(segment, document))


def group_lines(document: Document) -> dict[int, list[MetadataLine]]:
    """Return the lines of every block by its id."""
    grouped: dict[int, list[MetadataLine]] = {}
    for line in document.lines:
        grouped.setdefault(line.segment.id, []).append(line)
    return grouped


def _read_block(segment: BlockFeatures, document: Document) -> Iterator[MetadataLine]:
    part = document.parts[segment.id]
    text = segment.block.text.text
    for line in [" ".join(text.split())] if part is Part.TITLE else text.split("\n"):
        if line.strip():
            yield _read(line.strip(), segment, part, document)


def _date(masked: str, part: Part, document: Document) -> DatedLine:
    """Read the dates of a line; enacting words adopt, whatever function word stands before their date."""
    if part not in _ROLES:
        return DatedLine()
    dated = read_line(masked, _ROLES[part], document.dates, document.lexicons)
    if part not in _ENACTED:
        return dated
    adopted = (attrs.evolve(one, role=_ROLES[part]) if one.role is DateRole.ISSUED else one for one in dated.dates)
    return attrs.evolve(dated, dates=tuple(adopted))


def _find_numbers(text: str, document: Document) -> tuple[Span, ...]:
    """Return the numbers of a document in a line; a day with words beside it, `31.01.2022 ABC`, is none."""
    found = find_identifiers(text, document.lexicons)
    days = (
        [one for one in document.dates.find(text) if isinstance(one.date, PartialDate) and one.date.day]
        if found
        else []
    )
    return tuple(
        span
        for span in found
        if not any(
            span.start <= day.start
            and day.end <= span.end
            and not any(map(str.isdigit, text[span.start : day.start] + text[day.end : span.end]))
            for day in days
        )
    )


def _read(text: str, segment: BlockFeatures, part: Part, document: Document) -> MetadataLine:
    is_read = len(text) <= _LONGEST
    identifiers = _find_numbers(text, document) if part in _NUMBERED and is_read else ()
    masked = mask(text, identifiers)
    dated = _date(masked, part, document)
    line = MetadataLine(segment=segment, part=part, text=text, identifiers=identifiers, dated=dated)
    if not is_read:
        return line
    masked = mask(masked, (Span(one.start, one.end) for one in document.dates.find(masked)))
    meeting = find_meeting(masked, document.lexicons, unnumbered=bool(dated.dates)) if part in _MET else None
    vote = read_vote(mask(masked, [meeting] if meeting else ()), document.lexicons) if part in _VOTED else None
    return attrs.evolve(
        line, meeting=meeting, vote=attrs.evolve(vote, printed=" ".join(text.split())) if vote else None
    )
