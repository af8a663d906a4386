"""Place and date with which the last paragraph of a text ends: `… for all of us. Rye, 6 May 2024.`."""

from __future__ import annotations

import re

from declarations.model import Dated, DateRole
from declarations.recognition.wording.chronology import DatedLine
from declarations.recognition.wording.dating import DateFinder
from declarations.scripts import count_words

__all__ = ["cut_ending", "read_ending"]

_TAIL = 120  # characters at the end in which place and date stand
_PLACE = 5  # words before the date: a place, and function words
_STOP = re.compile(r"[.!?…»”\"]\s+|[。！？]\s*|\n")
_EDGES = " \t\n.,;:。，"


def cut_ending(text: str, finder: DateFinder) -> str:
    """Return the last sentence of a text, if it tells where and when and nothing more."""
    tail = text[-_TAIL:].rstrip(_EDGES)
    match = next(iter(finder.find(tail)[-1:]), None)
    if match is None or match.date is None or tail[match.end :].strip(_EDGES):
        return ""
    stops = (stop.end() for stop in _STOP.finditer(tail, 0, match.start))  # `6. Mai` is no end of a sentence
    start = max(stops, default=0 if len(text) <= _TAIL else match.start)
    last, before = tail[start:], tail[start : match.start].strip()
    is_place = count_words(before) <= _PLACE and (not before or (not before[0].islower() and "," in before))
    return last if is_place and start else ""


def read_ending(text: str, finder: DateFinder) -> DatedLine:
    """Read the date with which a paragraph ends after a place."""
    matches = finder.find(last) if (last := cut_ending(text, finder)) else ()
    dates = (Dated(role=DateRole.ADOPTED, date=one.date, time=one.time, text=one.text) for one in matches if one.date)
    return DatedLine(dates=tuple(dates)[:1])
