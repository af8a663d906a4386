"""The command `show`: a reading for a person."""

from __future__ import annotations

from typing import Annotated

import typer

from declarations.cli.console import complain, describe
from declarations.cli.inputs import Reader
from declarations.cli.options import FormatOption, LanguageOption, UnknownOption, locale_option
from declarations.errors import DeclarationsError

__all__ = ["show"]


def show(
    path: Annotated[str, typer.Argument(metavar="INPUT", help="File to read; - is standard input.")],
    *,
    format: FormatOption = None,
    language: LanguageOption = None,
    locale: Annotated[
        str | None,
        locale_option("Language of the reader, as BCP 47 tag: labels, dates and counts are in it."),
    ] = None,
    ignore_unknown: UnknownOption = False,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Add for every block what it was taken for, and why.")
    ] = False,
    findings: Annotated[bool, typer.Option("--findings", help="Add the findings that need no action.")] = False,
) -> None:
    """Show what is read out of a page, a text or a record; of several declarations in one source, each.

    A number with # in front is counted here; every other number is printed in the document. With --locale the facts
    are told in the language of the reader; the words of the document stay as they are.
    """
    try:
        reading = Reader(format=format, language=language, ignore_unknown=ignore_unknown).examine(path)
    except DeclarationsError as error:
        complain(describe(error, path))
        raise typer.Exit(1) from error
    from declarations.cli.presentation import present  # noqa: PLC0415 - only this needs rich

    present(reading, locale, evidence=evidence, findings=findings)
