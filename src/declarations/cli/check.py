"""The command `check`: it tells whether files hold valid declarations."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from declarations.cli.console import clean, complain, describe, name_input
from declarations.cli.inputs import STANDARD, Reader, check_inputs
from declarations.cli.options import FormatOption, UnknownOption
from declarations.errors import DeclarationsError, FormatError
from declarations.formats import FORMATS, Format, find_format

__all__ = ["check"]

_RECORDS = ", ".join(format.name for format in FORMATS if format.is_readable and not format.is_page)


def check(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", callback=check_inputs, help="Records to check; - is standard input."),
    ],
    *,
    format: FormatOption = None,
    ignore_unknown: UnknownOption = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
) -> None:
    """Check that records and collections of them hold valid declarations.

    Prints OK for each file that does (of collections, how many), an error with its place for each that does not; the
    exit code is 1 if any did not. A collection is checked up to its first error, in constant memory.
    """
    reader = Reader(format=format, ignore_unknown=ignore_unknown)
    failed = 0
    for path in inputs:
        try:
            told = _check(reader, path)
        except DeclarationsError as error:
            failed += 1
            complain(describe(error, path))
        else:
            if not quiet:
                typer.echo(clean(f"{name_input(path)}: {told}"))
    if failed:
        raise typer.Exit(1)


def _check(reader: Reader, path: str) -> str:
    """Read all that one input holds, and say so; raise what reading raises."""
    format, source = _open(reader, path)
    count = sum(1 for _ in reader.examine_all(source, format=format.name))
    return "OK" if count == 1 else f"OK, {count:,} declarations"


def _open(reader: Reader, path: str) -> tuple[Format, str | BinaryIO]:
    """Find the format of an input; a file of many is left to be streamed, any other is loaded.

    Raises `FormatError` for a page, in which everything can be read, and what `Reader.load` raises.
    """
    if path != STANDARD and (format := find_format(reader.format or Path(path))).collection:
        return format, path
    loaded = reader.load(path)
    if loaded.format.is_page:
        hint = f"check reads {_RECORDS}; use show for pages"
        raise FormatError(f"{loaded.format.name} is a page, not a record", hint=hint)
    return loaded.format, io.BytesIO(loaded.data)
