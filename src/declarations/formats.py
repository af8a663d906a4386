"""The table of formats: names, suffixes, media types, and the modules that do the work.

A format is read as a page (a reader makes blocks, recognition makes the declaration) or as a record
(the declaration itself, in a wire format). Modules are imported when they are first used.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

import attrs

from declarations.blocks import Limits, Page
from declarations.errors import FormatError
from declarations.model import Declaration

__all__ = ["FORMATS", "Format", "find_format", "sniff_format"]


class Reader(Protocol):
    """What a module of `readers` offers."""

    def read_page(self, data: str | bytes, *, limits: Limits) -> Page:
        """Turn one syntax into blocks."""


class Record(Protocol):
    """What a module of `records` offers."""

    def dumps(self, declaration: Declaration) -> bytes:
        """Write a declaration as UTF-8."""

    def loads(self, data: str | bytes, *, ignore_unknown: bool, max_depth: int) -> Declaration:
        """Read a declaration back."""


@attrs.frozen(kw_only=True)
class Format:
    """One row of the table."""

    name: str
    """What callers write."""
    title: str
    """What people read."""
    suffixes: tuple[str, ...]
    """File suffixes in lower case, the usual one first."""
    media_types: tuple[str, ...]
    """Media types (RFC 6838), the usual one first."""
    reader: str | None = None
    """Module of the reader, for pages."""
    record: str | None = None
    """Module of the record, for the model itself."""

    @property
    def is_writable(self) -> bool:
        """Whether declarations can be written in it."""
        return self.record is not None

    def load_reader(self) -> Reader:
        """Import the reader of a page format."""
        return cast("Reader", import_module(str(self.reader)))

    def load_record(self) -> Record:
        """Import the module of a record format."""
        return cast("Record", import_module(str(self.record)))


FORMATS: tuple[Format, ...] = (
    Format(
        name="html",
        title="Web page",
        suffixes=(".html", ".htm", ".xhtml"),
        media_types=("text/html", "application/xhtml+xml"),
        reader="declarations.readers.html",
    ),
    Format(
        name="markdown",
        title="Markdown (CommonMark, tables, footnotes, front matter)",
        suffixes=(".md", ".markdown"),
        media_types=("text/markdown",),
        reader="declarations.readers.markdown",
    ),
    Format(
        name="text",
        title="Plain text",
        suffixes=(".txt", ".text"),
        media_types=("text/plain",),
        reader="declarations.readers.plain",
    ),
    Format(
        name="json",
        title="Declaration as JSON",
        suffixes=(".json",),
        media_types=("application/json",),
        record="declarations.records.json",
    ),
    Format(
        name="xml",
        title="Declaration as XML",
        suffixes=(".xml",),
        media_types=("application/xml", "text/xml"),
        record="declarations.records.xml",
    ),
)

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|title|meta|article|main|div|h[1-6]|p)\b)",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN_SIGN = re.compile(r"^(?:---\s*$|#{1,6} \S|\[\^[^\]]+\]:|\|.+\|\s*$)|\]\(\S+\)|\*\*\S", re.MULTILINE)
_SNIFFED = 4096  # characters looked at


def find_format(name: str | PurePath) -> Format:
    """Find a format by name, media type or file suffix; raise `FormatError` if there is none."""
    key = name.suffix.lower() if isinstance(name, PurePath) else name.partition(";")[0].strip().lower()
    for format in FORMATS:
        if key and (key == format.name or key in format.media_types or key in format.suffixes):
            return format
    what = f"the suffix of {str(name)!r}" if isinstance(name, PurePath) else repr(name)
    known = ", ".join(format.name for format in FORMATS)
    raise FormatError(f"no format is known by {what}", hint=f"name one of: {known}")


def sniff_format(data: str | bytes) -> Format:
    """Tell the format from the first characters; plain text is what is left when nothing speaks."""
    start = data[:_SNIFFED] if isinstance(data, str) else _decode_start(data[:_SNIFFED])
    bare = start.lstrip("\ufeff \t\r\n")
    if bare.startswith(("{", "[")):
        return find_format("json")
    if _HTML_START.match(bare):
        return find_format("html")
    if bare.startswith(("<?xml", "<declaration")):
        return find_format("xml")
    return find_format("markdown" if _MARKDOWN_SIGN.search(bare) else "text")


def _decode_start(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8", "replace")
