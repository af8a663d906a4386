"""What is done with an input: each act raises nothing but errors of the library, and `BrokenLawError`."""

from __future__ import annotations

import io
import sys

import declarations
from declarations import Declaration, Reading
from declarations.formats import FORMATS, Format, sniff_format
from declarations.language.dates import parse_timestamp
from declarations.language.labels import find_initials, localize_label, make_label, make_labels
from declarations.model import LabelStyle
from declarations.numerals import find_enumerator
from declarations.numerals.successors import find_item
from tests.law.oracle import find_lost

__all__ = ["LOSSLESS", "READABLE", "WRITABLE", "BrokenLawError"]

READABLE = tuple(format.name for format in FORMATS if format.is_readable)
WRITABLE = tuple(format.name for format in FORMATS if format.is_writable)
LOSSLESS = ("json", "jsonl", "xml", "akn", "html", "markdown")
"""Formats that give back every declaration as it was."""

_FRONT = ("---\n", "\n---\n\n# On Bread\n\nThe council decides to wait.\n")


class BrokenLawError(AssertionError):
    """Something that holds for every input does not hold for one: a word is lost, a round trip changes something."""


def _decode(data: bytes) -> str:
    """Give text, with lone surrogates for what is no UTF-8."""
    return data.decode("utf-8", "surrogateescape")


def examine(data: bytes, format: str | None, is_text: bool) -> Reading:  # noqa: FBT001 - as the table gives it
    """Read a page or a record, as bytes or as text."""
    return declarations.examine(_decode(data) if is_text else data, format=format)


def sniff(data: bytes, is_text: bool) -> Format:  # noqa: FBT001 - as the table gives it
    """Tell the format of data that nobody named; what is read then is tried for each format by itself."""
    return sniff_format(_decode(data) if is_text else data)


def examine_front_matter(data: bytes, is_text: bool) -> Reading:  # noqa: FBT001 - as the table gives it
    """Read a page with these metadata in front of it."""
    before, after = _FRONT
    return examine(before.encode() + data + after.encode(), "markdown", is_text)


def parse_record(data: bytes, format: str, is_text: bool, ignoring: bool) -> Declaration:  # noqa: FBT001 - as above
    """Read a record strictly or not."""
    return declarations.parse(_decode(data) if is_text else data, format=format, ignore_unknown=ignoring)


def read_stream(data: bytes, format: str) -> None:
    """Read a collection one by one, and write it as another that is read back."""
    read = [*declarations.read_all(io.BytesIO(data), format=format)]
    file = io.BytesIO()
    declarations.write_all(read, file, format="jsonl")
    if [*declarations.read_all(io.BytesIO(file.getvalue()), format="jsonl")] != read:
        raise BrokenLawError("a collection as JSON Lines is read back as another")


def parse_date(data: bytes, locale: str | None, order: str | None) -> object:
    """Read a date."""
    return declarations.dates.parse_date(_decode(data), locale=locale, order=order)


def find_dates(data: bytes, locale: str | None, order: str | None) -> None:
    """Find dates; each stands where it is said to stand."""
    text = _decode(data)
    end = 0
    for one in declarations.dates.find_dates(text, locale=locale, order=order):
        if one.start < end or text[one.start : one.end] != one.text:
            raise BrokenLawError("a date is found where it does not stand")
        end = one.end


def read_timestamp(data: bytes) -> None:
    """Read what machines write; EDTF is written as it was read."""
    text = _decode(data)
    parse_timestamp(text)
    date = declarations.dates.parse_edtf(text)
    if declarations.dates.parse_edtf(str(date)) != date:
        raise BrokenLawError("an EDTF date is written as another")


def read_labels(data: bytes, style: LabelStyle | None, locale: str | None) -> None:
    """Read the lines of a text as labels and as beginnings of texts, and write them in a language."""
    lines = [sys.intern(line) for line in _decode(data).split("\n") if line.strip()]
    for line in lines:
        found, item = find_enumerator(line), find_item(line)
        if any(one and one.printed not in line[: one.end] for one in (found, item)):
            raise BrokenLawError("a number is found where it does not stand")
        make_label(line, style=style, locale=locale)
    find_initials(lines)
    for label in make_labels(lines):
        localize_label(label, locale or "en")


def try_round_trip(data: bytes, format: str) -> None:
    """Read a declaration, write it, and read it back: nothing may change, and once written as edoxen nothing more."""
    declaration = declarations.parse(data, format=format)
    for name in LOSSLESS:
        if _read_back(declaration, name) != declaration:
            raise BrokenLawError(f"a declaration as {name} is read back as another")
    settled = _read_back(declaration, "edoxen")
    if _read_back(settled, "edoxen") != settled:
        raise BrokenLawError("a declaration of edoxen is read back as another")


def _read_back(declaration: Declaration, format: str) -> Declaration:
    """Write and read; what this library wrote is never refused."""
    written = declarations.render(declaration, format)
    try:
        return declarations.parse(written, format=format)
    except declarations.errors.InputError as error:
        raise BrokenLawError(f"what was written as {format} is refused: {error.message}") from error


def try_law(data: bytes, format: str) -> None:
    """Look for words of a page that recognition lost."""
    if find_lost(data, format):
        raise BrokenLawError(f"words of {format} are lost")


def compare(data: bytes) -> None:
    """Compare the two halves of an input as pages; a declaration does not differ from itself."""
    old, _, new = data.partition(b"\n===\n")
    one, other = (declarations.parse(half or b"x", format="markdown") for half in (old, new))
    if declarations.compare(one, one):
        raise BrokenLawError("a declaration differs from itself")
    if not declarations.compare(one, other) and one != other:
        raise BrokenLawError("no change is told between declarations that differ")


def convert(data: bytes, format: str, to: str, locale: str | None) -> None:
    """Convert to a format, and read what was written if it can be read."""
    written = declarations.convert(data, format=format, to=to, locale=locale).text
    if to in READABLE:
        declarations.parse(written, format=to)


def explain(data: bytes, format: str) -> str:
    """Write the reading of a page as a page for a browser."""
    return declarations.inspection.render_explanation(declarations.examine(data, format=format))


def localize(data: bytes, width: int) -> None:
    """Write the facts of a page in the language that the first line names."""
    tag, _, page = data.partition(b"\n")
    declaration = declarations.parse(page)
    sheet = declarations.localize(declaration, _decode(tag))
    declarations.localization.render_summary_html(sheet)
    declarations.localization.render_summary_text(sheet)
    declarations.render(declaration, "text", locale=_decode(tag), width=width)
