"""Inputs of the commands: files, and `-` for standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

import attrs
import typer

from declarations.blocks import Limits
from declarations.cli.console import name_input
from declarations.conversion import examine, parse
from declarations.errors import FormatError, LocaleError, ValidationError
from declarations.files import explained, read_bytes
from declarations.findings import FindingCode
from declarations.formats import Format, find_format, find_format_of, sniff_format
from declarations.loading import DEFAULT_LIMITS, load_file
from declarations.model import Declaration
from declarations.recognition.reading import Reading
from declarations.streaming import examine_all
from declarations.validation import check_language

__all__ = ["STANDARD", "Input", "Reader", "check_format", "check_inputs", "check_locale", "check_tag"]

T = TypeVar("T")

STANDARD = "-"
"""The name that means standard input or standard output."""


@attrs.frozen(kw_only=True)
class Input:
    """One input of a command, loaded."""

    data: bytes
    """Its content."""
    format: Format
    """Its format: as asked, else by suffix, else (stdin) by its first characters."""


@attrs.frozen(kw_only=True)
class Reader:
    """The reading options that commands share."""

    format: str | None = None
    """Name of the format of the inputs; None for the suffix of each."""
    url: str | None = None
    """Where the page was found."""
    language: str | None = None
    """BCP 47 tag for pages that do not say theirs."""
    ignore_unknown: bool = False
    """Whether records may hold unknown keys."""

    def load(self, path: str) -> Input:
        """Load one input; raise `FileError`, `LimitError` or `FormatError`."""
        if path == STANDARD:
            data = _read_stdin(DEFAULT_LIMITS)
            return Input(data=data, format=find_format(self.format) if self.format else sniff_format(data))
        data = load_file(path)
        return Input(data=data, format=find_format(self.format) if self.format else find_format_of(Path(path), data))

    def parse(self, loaded: Input) -> Declaration:
        """Parse what was loaded; raise what `declarations.parse` raises."""
        return self._apply(parse, loaded)

    def examine(self, path: str) -> Reading:
        """Load and examine one input; raise what `load` and `parse` raise."""
        loaded = self.load(path)
        reading = self._apply(examine, loaded)
        if any(finding.code is FindingCode.UNREADABLE_INPUT for finding in reading.findings):
            self.parse(loaded)  # raises as an error what the finding says
        return reading

    def examine_all(self, source: str | BinaryIO, *, format: str | None = None) -> Iterator[Reading]:
        """Examine the declarations of a path or an open file one after the other.

        Raises what `declarations.examine_all` raises.
        """
        return examine_all(
            sys.stdin.buffer if source == STANDARD else source,
            format=format or self.format,
            url=self.url,
            language=self.language,
            ignore_unknown=self.ignore_unknown,
        )

    def _apply(self, verb: Callable[..., T], loaded: Input) -> T:
        return verb(
            loaded.data,
            format=loaded.format.name,
            url=self.url,
            language=self.language,
            ignore_unknown=self.ignore_unknown,
        )


def _read_stdin(limits: Limits) -> bytes:
    with explained("read", name_input(STANDARD)):
        data = read_bytes(sys.stdin.buffer, limits.max_bytes)
    limits.check_size(len(data))
    return data


def check_inputs(paths: list[str]) -> list[str]:
    """Take the inputs of a command; standard input twice is bad usage."""
    if paths.count(STANDARD) > 1:
        raise typer.BadParameter("standard input can be read only once")
    return paths


def check_format(name: str | None) -> str | None:
    """Take the name of a format as an option; another name is bad usage."""
    try:
        return find_format(name).name if name else None
    except FormatError as error:
        raise typer.BadParameter(str(error)) from error


def check_tag(tag: str | None) -> str | None:
    """Take a language tag as an option; another string is bad usage."""
    try:
        if tag is not None:
            check_language(tag)
    except ValidationError as error:
        raise typer.BadParameter(str(error)) from error
    return tag


def check_locale(tag: str | None) -> str | None:
    """Take the tag of a locale of CLDR as an option; another string is bad usage."""
    from declarations.language.locales import find_locale  # noqa: PLC0415 - most commands need no locale data

    try:
        if tag is not None:
            find_locale(tag)
    except LocaleError as error:
        raise typer.BadParameter(str(error)) from error
    return tag
