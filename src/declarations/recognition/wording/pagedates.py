"""When a page says that it was published: its metadata, its address, the dateline that opens its text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import attrs

from declarations.blocks import MetadataItem, MetadataKind, PageMetadata
from declarations.errors import ValidationError
from declarations.findings import Finding, FindingCode
from declarations.language.dates import parse_timestamp
from declarations.language.lexicon import Lexicon
from declarations.model import Dated, DateRole, PartialDate
from declarations.recognition.wording.chronology import DatedLine, read_line
from declarations.recognition.wording.dating import DateFinder
from declarations.scripts import count_words

__all__ = ["is_date_line", "read_address", "read_annotations", "read_metadata_dates", "read_opening"]

_ROLES = (
    (MetadataKind.PUBLISHED, DateRole.PUBLISHED),
    (MetadataKind.MODIFIED, DateRole.MODIFIED),
    (MetadataKind.DATE, DateRole.ISSUED),
)
_MARKED = frozenset({"class", "time"})
"""Origins of what elements of the page are marked as, which may be the day of something else."""
_UNKNOWN = frozenset({"0001-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "1969-12-31", "1970-01-01"})
"""Days that programs write where they know none."""
_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>19[89]\d|20\d\d)(?P<sign>[/_-]?)(?P<month>0?[1-9]|1[0-2])(?P=sign)(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)"
)
_OPENING = 60  # characters of a text in which its dateline ends
_FEW = 6  # other words of a line that tells a date
_PLACE = 5  # words before the date of a dateline
_AFTER = re.compile(r"\s?[)\]]?\s?[-–—:.|)،。]")
_BEFORE = ",(-–—:،、・"
"""What ends the words before the date of a dateline."""


def read_metadata_dates(metadata: PageMetadata, finder: DateFinder, lexicons: Sequence[Lexicon]) -> DatedLine:
    """Read the dates that the metadata of a page state."""
    lines = [
        _read_item(item, role, finder, lexicons)
        for kind, role in _ROLES
        for item in metadata.of(kind)
        if item.origin not in _MARKED
    ]
    dates = [attrs.evolve(one, role=line_role) for line_role, line in lines for one in line.dates]
    return DatedLine(dates=tuple(dates), findings=tuple(one for _, line in lines for one in line.findings))


def read_annotations(metadata: PageMetadata, finder: DateFinder, lexicons: Sequence[Lexicon]) -> DatedLine:
    """Read the first date of each kind that an element of the page is marked as.

    A day of change alone is the day of the page, as microformats print it.
    """
    found: dict[DateRole, Dated] = {}
    for kind, role in _ROLES:
        for item in metadata.of(kind):
            if role in found:
                break
            if item.origin in _MARKED:
                _, line = _read_item(item, role, finder, lexicons)
                for one in line.dates[:1]:
                    found.setdefault(one.role, one)
    if len(found) == 1 and DateRole.MODIFIED in found:
        found = {DateRole.PUBLISHED: attrs.evolve(found[DateRole.MODIFIED], role=DateRole.PUBLISHED)}
    return DatedLine(dates=tuple(found.values()))


def is_date_line(text: str, finder: DateFinder) -> bool:
    """Return whether a line holds a day and few other words."""
    match = next((one for one in finder.find(text) if isinstance(one.date, PartialDate) and one.date.day), None)
    return match is not None and count_words(text[: match.start]) + count_words(text[match.end :]) <= _FEW


def read_address(url: str) -> DatedLine:
    """Read the day in the address of a page, `/2024/05/06/` or `20240506`."""
    found = _ADDRESS.search(url.partition("?")[0])
    if not found or (not found["sign"] and len(found[0]) != len("20240506")):
        return DatedLine()
    try:
        day = PartialDate(*map(int, found.group("year", "month", "day")))
    except ValidationError:
        return DatedLine()
    return DatedLine(dates=(Dated(role=DateRole.PUBLISHED, date=day, text=found[0]),))


def read_opening(text: str, finder: DateFinder) -> DatedLine:
    """Read the dateline with which a text begins: `Rye, 6 May 2024 – The mills …`, `6 May 2024. The mills …`."""
    match = next(iter(finder.find(text[: 2 * _OPENING])), None)
    if match is None or match.date is None or match.start > _OPENING or not _AFTER.match(text, match.end):
        return DatedLine()
    before = text[: match.start].strip()
    if before and (before[-1] not in _BEFORE or count_words(before) > _PLACE):
        return DatedLine()
    return DatedLine(dates=(Dated(role=DateRole.ISSUED, date=match.date, time=match.time, text=match.text),))


def _read_item(
    item: MetadataItem, role: DateRole, finder: DateFinder, lexicons: Sequence[Lexicon]
) -> tuple[DateRole, DatedLine]:
    stamp = parse_timestamp(item.value)
    if stamp and str(stamp[0]) in _UNKNOWN:
        message = f"{item.origin} says {item.value}, which programs write where they know no day"
        return role, DatedLine(findings=(Finding(FindingCode.INVALID_DATE, message, position=item.position),))
    if stamp:
        return role, DatedLine(dates=(Dated(role=role, date=stamp[0], time=_time_of(stamp), text=item.value),))
    return role, read_line(item.value, role, finder, lexicons)


def _time_of(stamp: tuple[PartialDate, dt.time | None]) -> dt.time | None:
    return stamp[1] if stamp[0].day else None
