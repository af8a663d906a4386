"""Dates with their places in a source, laid out for a person and as JSON."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

import attrs
from rich.console import Console
from rich.text import Text

from declarations.cli.console import SEVERITY_STYLES, clean, print_block
from declarations.formats import Format
from declarations.isolation import isolate
from declarations.language.dates import DateMatch, decide_order, find_dates
from declarations.loading import DEFAULT_LIMITS
from declarations.readers.decoding import decode_text

__all__ = ["LocatedDate", "dump_json", "locate_dates", "print_dates"]

_SHOWN = 4  # locales on a terminal
_LEAD = 8


@attrs.frozen(kw_only=True)
class LocatedDate:
    """A date and where it stands."""

    match: DateMatch
    """The date; its offsets count in the text, or in the block of a page."""
    line: int | None
    """Line of the date, or of the block of a page; counted from 1."""
    column: int | None
    """Column in that line, counted from 1; None in pages."""


def locate_dates(data: str | bytes, format: Format, *, locale: str | None, order: str | None) -> list[LocatedDate]:
    """Find the dates of a text as it is, or of the blocks of a page; the whole decides the order of digits.

    Raises what readers raise, and `LocaleError`.
    """
    if format.name == "text":
        text = decode_text(data).text
        lines = [0, *(found.end() for found in re.finditer("\n", text))]
        return [_locate(match, lines) for match in find_dates(text, locale=locale, order=order)]
    blocks = format.load_reader().read_page(data, limits=DEFAULT_LIMITS).blocks
    order = order or decide_order("\n".join(block.text.text for block in blocks))
    return [
        LocatedDate(match=match, line=block.position.line if block.position else None, column=None)
        for block in blocks
        for match in find_dates(block.text.text, locale=locale, order=order)
    ]


def _locate(match: DateMatch, lines: Sequence[int]) -> LocatedDate:
    line = bisect_right(lines, match.start)
    return LocatedDate(match=match, line=line, column=match.start - lines[line - 1] + 1)


def print_dates(console: Console, located: Sequence[LocatedDate]) -> None:
    """Print each date with its place in front, and what is to say about it under it."""
    for one in located:
        place = ":".join(str(number) for number in (one.line, one.column) if number is not None)
        body = Text(_describe(one.match), style="bold").append(f"  {_quote(one.match.text)}", style="not bold")
        print_block(console, body, lead=Text(place, style="dim"), width=_LEAD)
        for line in _remark(one.match):
            print_block(console, line, indent=_LEAD)


def _describe(match: DateMatch) -> str:
    """Return the EDTF form with the time, or all dates that it can be."""
    if match.date is None:
        return " or ".join(map(str, match.alternatives)) or "no date"
    return f"{match.date}T{match.time.isoformat()}" if match.time else str(match.date)


def _quote(text: str) -> str:
    """Put words of the source in quotation marks, in one line and where they cannot turn it around."""
    return f"“{isolate(' '.join(clean(text).split()), 'auto', around='ltr')}”"


def _remark(match: DateMatch) -> Iterator[Text]:
    parts = [f"offset {match.start}–{match.end}"]
    if match.calendar != "gregorian":
        parts.append(f"calendar {match.calendar}")
    if match.locales:
        more = len(match.locales) - _SHOWN
        parts.append(f"locales {', '.join(match.locales[:_SHOWN])}" + (f" and {more} more" if more > 0 else ""))
    yield Text("; ".join(parts), style="dim")
    for finding in match.findings:
        yield Text(clean(" ".join(str(finding).split())), style=SEVERITY_STYLES[finding.severity])


def dump_json(located: Sequence[LocatedDate]) -> str:
    """Write an array with one object for each date."""
    return json.dumps([_to_plain(one) for one in located], ensure_ascii=False, indent=2)


def _to_plain(one: LocatedDate) -> dict[str, Any]:
    match = one.match
    return {
        "line": one.line,
        "column": one.column,
        "start": match.start,
        "end": match.end,
        "text": match.text,
        "date": None if match.date is None else str(match.date),
        "time": None if match.time is None else match.time.isoformat(),
        "alternatives": [str(date) for date in match.alternatives],
        "calendar": match.calendar,
        "locales": list(match.locales),
        "findings": [
            {"code": found.code.value, "severity": found.severity.value, "message": found.message}
            for found in match.findings
        ],
    }
