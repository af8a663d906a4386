"""The table of formats: names, suffixes, media types, and the modules that do the work.

A format is read as a page (a reader makes blocks, recognition makes the declaration) or as a record
(the declaration itself, in a wire format). Modules are imported when they are first used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import PurePath
from types import ModuleType
from typing import BinaryIO, Protocol, cast

import attrs

from declarations.blocks import Layout, Limits, Page
from declarations.errors import FormatError
from declarations.findings import Finding
from declarations.model import Declaration
from declarations.validation import check_instance

__all__ = ["FORMATS", "Format", "find_format", "find_format_of", "sniff_format"]


class Reader(Protocol):
    """What a module of `readers` offers."""

    def read_page(self, data: str | bytes, *, limits: Limits) -> Page:
        """Turn one syntax into blocks."""


class Writer(Protocol):
    """What a module of `writers` offers."""

    def write_page(self, page: Page, *, layout: Layout) -> str:
        """Write blocks in one syntax."""


class Record(Protocol):
    """What a module of `records` offers for one declaration."""

    def dumps(self, declaration: Declaration, **options: Mapping[str, str]) -> bytes:
        """Write a declaration as UTF-8; formats that have options of their own take `options`."""

    def loads(self, data: str | bytes, *, ignore_unknown: bool, max_depth: int) -> Declaration:
        """Read a declaration back."""


class Collection(Protocol):
    """What a module of `records` offers for many declarations, one after the other."""

    def dump_all(self, declarations: Iterable[Declaration], **options: Mapping[str, str]) -> Iterator[bytes]:
        """Write declarations as pieces of one file, each as soon as it can be; `options` as for a record."""

    def load_all(
        self, file: BinaryIO, *, ignore_unknown: bool, max_depth: int, max_bytes: int
    ) -> Iterator[tuple[Declaration, tuple[Finding, ...]]]:
        """Read declarations one after the other, each with what it holds that is not understood.

        `max_bytes` is the size of the largest single one.
        """


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
    writer: str | None = None
    """Module of the writer, for pages."""
    is_linked: bool = False
    """Whether pages in it hold what search engines read."""
    record: str | None = None
    """Module of the record, for the model itself."""
    collection: str | None = None
    """Module of the collection, for many declarations in one file; it also serves for one."""
    options: tuple[str, ...] = ()
    """Names of the options of its own that writing takes."""
    is_shared: bool = False
    """Whether it is a record that others write too, without the phrases, stances and actions of clauses."""
    is_readable: bool = True
    """Whether declarations can be read from it."""

    @property
    def is_writable(self) -> bool:
        """Whether declarations can be written in it."""
        return bool(self.writer or self.record or self.collection)

    @property
    def is_page(self) -> bool:
        """Whether it is a page for people, in whose language it can be written."""
        return self.reader is not None

    def check_options(self, options: Mapping[str, str] | None) -> Mapping[str, Mapping[str, str]]:
        """Return the arguments that give options to its writer; raise `FormatError` for one that it does not have."""
        check_instance(options, Mapping, "options")
        if not options:
            return {}
        for name in options:
            if name not in self.options:
                hint = f"choose one of: {', '.join(self.options)}" if self.options else "leave it out"
                raise FormatError(f"{self.name} has no option {name!r}", hint=hint)
            check_instance(options[name], str, f"option {name}")
        return {"options": options}

    def load_reader(self) -> Reader:
        """Import the reader of a page format; raise `FormatError` for another."""
        return cast("Reader", self._load("reader"))

    def load_writer(self) -> Writer:
        """Import the writer of a page format; raise `FormatError` for another."""
        return cast("Writer", self._load("writer"))

    def load_record(self) -> Record:
        """Import the module of a record format; raise `FormatError` for another."""
        return cast("Record", self._load("record"))

    def load_collection(self) -> Collection:
        """Import the module of a format that holds many declarations; raise `FormatError` for another."""
        return cast("Collection", self._load("collection"))

    def _load(self, role: str) -> ModuleType:
        if (module := getattr(self, role)) is None:
            raise FormatError(f"{self.name} has no {role}", hint="see which of its fields are None")
        return import_module(module)


FORMATS: tuple[Format, ...] = (
    Format(
        name="html",
        title="Web page",
        suffixes=(".html", ".htm", ".xhtml"),
        media_types=("text/html", "application/xhtml+xml"),
        reader="declarations.readers.html",
        writer="declarations.writers.html",
        is_linked=True,
    ),
    Format(
        name="markdown",
        title="Markdown (CommonMark, tables, footnotes, front matter)",
        suffixes=(".md", ".markdown"),
        media_types=("text/markdown",),
        reader="declarations.readers.markdown",
        writer="declarations.writers.markdown",
    ),
    Format(
        name="text",
        title="Plain text",
        suffixes=(".txt", ".text"),
        media_types=("text/plain",),
        reader="declarations.readers.plain",
        writer="declarations.writers.plain",
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
    Format(
        name="akn",
        title="Akoma Ntoso 3.0 (OASIS LegalDocML)",
        suffixes=(".akn", ".xml"),
        media_types=("application/akn+xml",),
        record="declarations.records.akn",
        collection="declarations.records.akn",
        options=("profile", "country", "actor", "base", "date", "markup_date"),
        is_shared=True,
    ),
    Format(
        name="jsonl",
        title="Declarations as JSON Lines",
        suffixes=(".jsonl", ".ndjson"),
        media_types=("application/jsonl", "application/x-ndjson"),
        collection="declarations.records.jsonl",
    ),
    Format(
        name="edoxen",
        title="Resolution Collection of edoxen (YAML)",
        suffixes=(".yaml", ".yml"),
        media_types=("application/yaml", "text/yaml"),
        collection="declarations.records.edoxen.streams",
    ),
    Format(
        name="csv",
        title="Table with one row for each declaration",
        suffixes=(".csv",),
        media_types=("text/csv",),
        collection="declarations.records.csv",
        is_readable=False,
    ),
    Format(
        name="csv-clauses",
        title="Table with one row for each clause",
        suffixes=(".csv",),
        media_types=("text/csv",),
        collection="declarations.records.csvclauses",
        is_readable=False,
    ),
)

_PROLOGUE = r"\A(?:<\?xml[^>]*>\s*+)?+(?:<!--(?:[^-]++|-(?!->))*+-->\s*+)*+"  # nothing is tried twice
_HTML = r"<(?:!doctype\s+html|(?:html|head|body|title|meta|article|main|div|h[1-6]|p)\b)"
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("jsonl", re.compile(r"\A\{[^\n]*\}[ \t\r]*\n\s*\{")),
    ("json", re.compile(r"\A[{\[]")),
    ("html", re.compile(_PROLOGUE + _HTML, re.IGNORECASE | re.DOTALL)),
    ("akn", re.compile(_PROLOGUE + r"<(?:[A-Za-z_][\w.-]*:)?akomaNtoso\b", re.DOTALL)),
    ("xml", re.compile(r"\A<(?:\?xml|declaration)")),
    ("edoxen", re.compile(r"\A(?:---.*\n|#.*\n|\s)*(?:metadata|resolutions):[ \t]*(?:#.*)?\r?\n[ \t-]")),
    ("markdown", re.compile(r"^(?:---\s*$|#{1,6} \S|\[\^[^\]]+\]:|\|.+\|\s*$)|\]\(\S+\)|\*\*\S", re.MULTILINE)),
)
"""What is found at the beginning of data in a format, white space before it left out; the first sign counts."""

_SNIFFED = 4096  # characters looked at


def find_format(name: str | PurePath) -> Format:
    """Find a format by name, media type or file suffix (also without its dot); raise `FormatError` if there is none."""
    key = name.suffix.lower() if isinstance(name, PurePath) else name.partition(";")[0].strip().lower()
    for format in FORMATS:
        if key and (key == format.name or key in format.media_types or key in format.suffixes):
            return format
    for format in () if isinstance(name, PurePath) else FORMATS:
        if f".{key}" in format.suffixes:
            return format
    what = f"the suffix of {str(name)!r}" if isinstance(name, PurePath) else repr(name)
    known = ", ".join(format.name for format in FORMATS)
    raise FormatError(f"no format is known by {what}", hint=f"name one of: {known}")


def find_format_of(path: PurePath, data: str | bytes) -> Format:
    """Find the format of a file by its suffix; of formats that share it, the one that its first characters tell.

    Raises `FormatError` for an unknown suffix.
    """
    first = find_format(path)
    sharing = [format for format in FORMATS if path.suffix.lower() in format.suffixes and format.is_readable]
    return next((format for format in sharing[1:] if format == sniff_format(data)), first)


def sniff_format(data: str | bytes) -> Format:
    """Return the format from the first characters; plain text is what is left when nothing speaks."""
    start = data[:_SNIFFED] if isinstance(data, str) else _decode_start(data[:_SNIFFED])
    bare = start.lstrip("\ufeff \t\r\n")
    return find_format(next((name for name, sign in _SIGNS if sign.search(bare)), "text"))


def _decode_start(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8", "replace")
