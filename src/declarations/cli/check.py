"""The command `check`: it tells whether files hold valid declarations."""

from __future__ import annotations

from typing import Annotated

import typer

from declarations.cli.console import clean, complain, describe, name_input
from declarations.cli.inputs import Reader, check_inputs
from declarations.cli.options import FormatOption, UnknownOption
from declarations.errors import DeclarationsError, FormatError
from declarations.formats import FORMATS

__all__ = ["check"]

_RECORDS = ", ".join(format.name for format in FORMATS if format.record)


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
    """Check that JSON and XML files hold valid declarations.

    Prints OK for each that does, an error with its place for each that does not; the exit code is 1 if any did not.
    """
    reader = Reader(format=format, ignore_unknown=ignore_unknown)
    failed = 0
    for path in inputs:
        try:
            _check(reader, path)
        except DeclarationsError as error:
            failed += 1
            complain(describe(error, path))
        else:
            if not quiet:
                typer.echo(clean(f"{name_input(path)}: OK"))
    if failed:
        raise typer.Exit(1)


def _check(reader: Reader, path: str) -> None:
    loaded = reader.load(path)
    if loaded.format.record is None:
        raise FormatError(
            f"{loaded.format.name} is a page, not a record", hint=f"check reads {_RECORDS}; use show for pages"
        )
    reader.parse(loaded)
