"""The command `dates`: the dates in a text or a page, where they stand and how they were read."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated, TypeAlias

import typer

from declarations.cli.console import complain, describe, make_console, name_input
from declarations.cli.inputs import STANDARD, Reader
from declarations.cli.options import FormatOption, locale_option
from declarations.errors import DeclarationsError, EmptyInputError, FormatError
from declarations.formats import Format, find_format
from declarations.loading import DEFAULT_LIMITS

__all__ = ["Order", "dates"]


class Order(StrEnum):
    """The order of day, month and year in dates of digits only."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"
    ANY = "any"


_Given: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="TEXT|FILE", help="Text to look in, or file to read if one has this name; - is standard input."
    ),
]
_Locale: TypeAlias = Annotated[
    str | None,
    locale_option("Locale that the dates are most likely printed in, as BCP 47 tag [any]."),
]
_Order: TypeAlias = Annotated[
    Order | None,
    typer.Option(
        metavar="dmy|mdy|ymd|any",
        help="Order in dates of digits only; any: leave open what digits do not say [found, else the locale's].",
    ),
]
_Json: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON, with all locales that print a date so.")]


def dates(
    given: _Given,
    *,
    locale: _Locale = None,
    order: _Order = None,
    format: FormatOption = None,
    json: _Json = False,
) -> None:
    """Find the dates in a text or a page, and show where they stand and how they were read.

    What exists as a file is read as one; anything else is the text itself. Each date is shown with line and column,
    offsets in characters, its EDTF form and time, its calendar if that is not the Gregorian, some locales that print
    it so, and what is doubtful. Of a page the line is that of the block, and the offsets count in the text of the
    block. Nothing is filled in from today.
    """
    from declarations.cli.located import dump_json, locate_dates, print_dates  # noqa: PLC0415 - only this needs Babel

    try:
        data, found = _load(given, format)
        located = locate_dates(data, found, locale=locale, order=order)
    except DeclarationsError as error:
        complain(describe(error, _name(given)))
        raise typer.Exit(1) from error
    if json:
        typer.echo(dump_json(located))
    else:
        print_dates(make_console(), located)
    if not located:
        complain(f"{name_input(_name(given))}: no date found")


def _load(given: str, format: str | None) -> tuple[str | bytes, Format]:
    """Load the input; raise `FileError`, `LimitError`, `FormatError` or `EmptyInputError`."""
    data: str | bytes
    if _is_file(given):
        loaded = Reader(format=format).load(given)
        data, found = loaded.data, loaded.format
    else:
        DEFAULT_LIMITS.check_size(len(given))
        data, found = given, find_format(format or "text")
    if found.reader is None:
        raise FormatError(
            f"{found.name} is a record, whose dates say themselves what they are",
            hint="see them with show, or give --from text",
        )
    if not data.strip():
        raise EmptyInputError("the source is empty")
    return data, found


def _is_file(given: str) -> bool:
    return given == STANDARD or os.path.exists(given)  # noqa: PTH110 - it alone takes any string without an error


def _name(given: str) -> str:
    return given if _is_file(given) else "the text"
