"""The lines of a plain text: where they stand, and which are headers and footers of printed pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import attrs

from declarations.blocks import Landmark
from declarations.scripts import DICTIONARY

__all__ = ["Line", "split_lines"]

_URL = re.compile(r"(https?://\S+)(?:\s+\d{1,4}\s?(?:/|of)\s?\d{1,4})?")
_NUMBERED_URL = re.compile(r"(https?://\S+)\s+\d{1,4}\s?(?:/|of)\s?\d{1,4}")
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|pagina|página|side|sida|strona|страница|стр\.|صفحة|صفحه)\s\d{1,4}"
    r"(?:\s?(?:of|/|von|van|de|di|sur|av|z|из|من|از)\s?\d{1,4})?|[-–—]\s?\d{1,4}\s?[-–—]",
    re.IGNORECASE,
)
# What browsers print above a page: date, time, title of the page.
_PRINT_HEADER = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s{1,9}\d{1,2}:\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s.*)?")
_is_wordless = re.compile(f"[{DICTIONARY}]").fullmatch  # a line end is no space in these scripts
_DIGITS = re.compile(r"\d+")
_LONGEST = 300  # characters of a header or footer


@attrs.frozen
class Line:
    """One line without the white space around it."""

    text: str
    """Its characters; empty for a blank line."""
    number: int
    """Where it stands, counted from 1."""
    place: int
    """Which of the lines it is, counted from 0; a page break parts lines too."""
    indent: int = 0
    """Columns of white space before it, tabs at every eighth column."""
    is_page_start: bool = False
    """Whether a page break stands before it."""
    landmark: Landmark | None = None
    """Set for a header or footer of a printed page."""
    url: str | None = None
    """The address that such a line prints."""


def split_lines(text: str) -> list[Line]:
    """Split a text at line feeds and form feeds, and find the headers and footers of its pages."""
    lines: list[Line] = []
    number = 1
    for index, page in enumerate(text.split("\f")):
        for place, raw in enumerate(page.split("\n")):
            if place:
                number += 1
            bare = raw.strip()
            if "\t" in bare:
                bare = raw.lstrip().rstrip(" \r")  # the last cells of a row may be empty
            if raw[-1:] == " " and _is_wordless(bare[-1:]):
                bare += " "  # one that was there before the line was broken
            indent = len(raw[: len(raw) - len(raw.lstrip())].expandtabs(8)) if bare and raw[0].isspace() else 0
            lines.append(Line(bare, number, len(lines), indent, is_page_start=index > 0 and place == 0))
    return _find_page_lines(lines)


def _find_page_lines(lines: list[Line]) -> list[Line]:
    edges = _edges(lines)
    has_pages = any(line.is_page_start for line in lines)
    repeated = Counter(_shape(lines[index].text) for index in edges) if has_pages else Counter()
    made = []
    for index, line in enumerate(lines):
        landmark = _landmark(line.text, edges.get(index), repeated) if line.text else None
        if landmark:
            url = _URL.search(line.text)
            made.append(attrs.evolve(line, landmark=landmark, url=url[1] if url else None))
        else:
            made.append(line)
    return made


def _landmark(text: str, edge: Landmark | None, repeated: Counter[str]) -> Landmark | None:
    if len(text) > _LONGEST:
        return None
    if _PRINT_HEADER.fullmatch(text):
        return Landmark.BANNER
    if _PAGE_NUMBER.fullmatch(text) or _NUMBERED_URL.fullmatch(text):
        return Landmark.CONTENTINFO
    if edge and (_URL.fullmatch(text) or repeated[_shape(text)] > 1):
        return edge
    return None


def _shape(text: str) -> str:
    return _DIGITS.sub("0", text)


def _edges(lines: Sequence[Line]) -> dict[int, Landmark]:
    """Find the first and the last line of every page."""
    edges: dict[int, Landmark] = {}
    last: int | None = None
    is_fresh = True
    for index, line in enumerate(lines):
        if line.is_page_start:
            if last is not None:
                edges.setdefault(last, Landmark.CONTENTINFO)
            is_fresh = True
        if line.text:
            if is_fresh:
                edges[index] = Landmark.BANNER
                is_fresh = False
            last = index
    if last is not None:
        edges.setdefault(last, Landmark.CONTENTINFO)
    return edges
