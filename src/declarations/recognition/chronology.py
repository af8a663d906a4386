"""When and where: dates with their roles, the place, and the author of the page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

import attrs

from declarations.blocks import ClueKind, Clues
from declarations.errors import Finding, FindingCode
from declarations.language.dates import parse_timestamp
from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold
from declarations.model import Dated, DateRole, PartialDate
from declarations.recognition.dating import DateFinder

__all__ = ["DatedLine", "find_author", "find_place", "read_clue_dates", "read_line", "settle_dates"]

_PIECES = re.compile(r"\s*[·•|—–\n]\s*|\s+-\s+")
_CLUE_ROLES = (
    (ClueKind.PUBLISHED, DateRole.PUBLISHED),
    (ClueKind.MODIFIED, DateRole.MODIFIED),
    (ClueKind.DATE, DateRole.ISSUED),
)
_LONGEST_NAME = 5  # words of an author or a place


@attrs.frozen(kw_only=True)
class DatedLine:
    """What the dates of one line are."""

    dates: tuple[Dated, ...] = ()
    """The dates, in order."""
    findings: tuple[Finding, ...] = ()
    """Dates that are none, or more than one."""


def read_line(text: str, default: DateRole, finder: DateFinder, lexicons: Sequence[Lexicon]) -> DatedLine:
    """Read the dates of a line; the words before a date tell its role, else it has the default one."""
    dates: list[Dated] = []
    findings: list[Finding] = []
    start = 0
    for match in finder.find(text):
        findings += (attrs.evolve(finding, excerpt=text) for finding in match.findings)
        if match.date is not None:
            role = _role(text[start : match.start], lexicons) or default
            dates.append(Dated(role=role, date=match.date, time=match.time, text=match.text))
            start = match.end
    return DatedLine(dates=tuple(dates), findings=tuple(findings))


def _role(before: str, lexicons: Sequence[Lexicon]) -> DateRole | None:
    hits = (lexicon.dates.find_inside(fold(before)) for lexicon in lexicons)
    return next((DateRole(hit[2]) for hit in hits if hit), None)


def read_clue_dates(clues: Clues, finder: DateFinder, lexicons: Sequence[Lexicon]) -> DatedLine:
    """Read the dates in the metadata of a page."""
    dates: list[Dated] = []
    findings: list[Finding] = []
    for kind, role in _CLUE_ROLES:
        for clue in clues.of(kind):
            if stamp := parse_timestamp(clue.value):
                dates.append(Dated(role=role, date=stamp[0], time=_clean(stamp), text=clue.value))
            else:
                line = read_line(clue.value, role, finder, lexicons)
                dates += (attrs.evolve(one, role=role) for one in line.dates)
                findings += line.findings
    return DatedLine(dates=tuple(dates), findings=tuple(findings))


def _clean(stamp: tuple[PartialDate, dt.time | None]) -> dt.time | None:
    return stamp[1] if stamp[0].day else None


def settle_dates(lines: Iterable[DatedLine]) -> DatedLine:
    """Keep one date for each role: the first printed one, with a time if another source knows it."""
    kept: dict[DateRole, Dated] = {}
    findings: list[Finding] = []
    for line in lines:
        findings += line.findings
        for dated in line.dates:
            first = kept.setdefault(dated.role, dated)
            if first.date != dated.date:
                message = f"{dated.role} on {first.date} ({first.text}), but elsewhere {dated.date} ({dated.text})"
                findings.append(Finding(FindingCode.CONFLICTING_DATES, message))
            elif dated.time is not None and (first.time is None or len(str(dated.time)) > len(str(first.time))):
                kept[dated.role] = dated
    return DatedLine(dates=tuple(kept.values()), findings=tuple(dict.fromkeys(findings)))


def find_author(lines: Iterable[str], finder: DateFinder, lexicons: Sequence[Lexicon]) -> str | None:
    """Find who posted a page in its bylines: `by A. Author`, or a name that stands beside the date."""
    for line in lines:
        for lexicon in lexicons:
            if hit := lexicon.author_words.find(fold(line)):
                rest = _without_dates(line[hit[0] :], finder)
                if rest and len(rest.split()) <= _LONGEST_NAME:
                    return rest
        pieces = _PIECES.split(line)
        if len(pieces) > 1 and any(finder.find(piece) for piece in pieces):
            names = [rest for piece in pieces if (rest := _without_dates(piece, finder))]
            if names and len(names[0].split()) <= _LONGEST_NAME:
                return names[0]
    return None


def _without_dates(text: str, finder: DateFinder) -> str:
    """Cut off the first date and all after it."""
    matches = finder.find(text)
    return (text[: matches[0].start] if matches else text).strip(" ,:;·|-–—")


def find_place(lines: Iterable[str], finder: DateFinder, lexicons: Sequence[Lexicon]) -> str | None:
    """Find the place in lines such as `Done at Izmir, on …` and `Paris, 15 May 2013`."""
    for line in lines:
        matches = finder.find(line)
        for lexicon in lexicons:
            hit = lexicon.closings.find(fold(line))
            names_place = hit and fold(line[: hit[0]]).split()[-1] in lexicon.place_words
            if hit and names_place and (place := _name_at_start(line[hit[0] :])):
                return place
        if matches and (place := _dateline(line[: matches[0].start])):
            return place
    return None


def _name_at_start(text: str) -> str | None:
    name = re.split(r"[,;.:\d(،，、]", text.strip(), maxsplit=1)[0].split()
    while name and name[-1].islower():
        name.pop()
    is_name = name and not name[0][0].islower() and len(name) <= _LONGEST_NAME
    return " ".join(name) if is_name else None


def _dateline(before: str) -> str | None:
    """A name right before a date, with a comma between them."""
    name, comma, rest = before.strip().partition(",")
    words = name.split()
    is_name = words and len(words) <= 3 and all(not word[0].islower() for word in words)
    return name.strip() if comma and is_name and len(rest.split()) <= 1 else None
