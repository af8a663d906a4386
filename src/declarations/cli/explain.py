"""The command `explain`: a page that shows why a document was read as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from declarations.cli.console import complain, describe, name_input
from declarations.cli.inputs import STANDARD, Reader
from declarations.cli.options import FormatOption, LanguageOption, UnknownOption
from declarations.cli.outputs import plan_targets, write_bytes
from declarations.errors import DeclarationsError

__all__ = ["explain"]


def explain(
    path: Annotated[str, typer.Argument(metavar="INPUT", help="File to read; - is standard input.")],
    *,
    format: FormatOption = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="PATH|DIR/", help="File or directory to write [standard output]."),
    ] = None,
    language: LanguageOption = None,
    ignore_unknown: UnknownOption = False,
) -> None:
    """Write an HTML page that shows what every block of a document was taken for, and why.

    Beside the document stands the declaration that was read, linked with the blocks it came from. The page is one
    file, needs no network, and can be printed.
    """
    from declarations.explanation.page import render_explanation  # noqa: PLC0415 - only this needs it

    (target,) = plan_targets([path], output, ".html")
    try:
        reading = Reader(format=format, language=language, ignore_unknown=ignore_unknown).examine(path)
        name = name_input(path) if path == STANDARD else Path(path).name
        write_bytes(target, render_explanation(reading, title=name).encode())
    except DeclarationsError as error:
        complain(describe(error, path))
        raise typer.Exit(1) from error
