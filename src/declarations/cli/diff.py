"""The command `diff`: what changed between two declarations."""

from __future__ import annotations

import json
from typing import Annotated

import attrs
import typer

from declarations.cli.console import complain, describe, name_input
from declarations.cli.inputs import Reader, check_inputs
from declarations.cli.options import FormatOption, LanguageOption, UnknownOption
from declarations.errors import DeclarationsError
from declarations.model import Declaration

__all__ = ["diff"]

_FAILED = 2


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="File with the earlier text; - is standard input.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="File with the later text; - is standard input.")],
    *,
    format: FormatOption = None,
    language: LanguageOption = None,
    ignore_unknown: UnknownOption = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the changes as a JSON array.")] = False,
) -> None:
    """Show what changed from one declaration to another: facts, and clauses added, removed, moved or reworded.

    The files may be of different formats. The exit code is 0 if both say the same, 1 if not, 2 if one cannot be read.
    """
    from declarations.comparison.changes import compare  # noqa: PLC0415 - only this command needs it

    check_inputs([old, new])
    reader = Reader(format=format, language=language, ignore_unknown=ignore_unknown)
    changes = compare(_read(reader, old), _read(reader, new))
    if as_json:
        rows = [attrs.asdict(change) for change in changes]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        from declarations.cli.differences import print_changes  # noqa: PLC0415 - only this needs rich

        print_changes(changes)
    raise typer.Exit(1 if changes else 0)


def _read(reader: Reader, path: str) -> Declaration:
    try:
        reading = reader.examine(path)
    except DeclarationsError as error:
        complain(describe(error, path))
        raise typer.Exit(_FAILED) from error
    if reading.others:
        complain(f"{name_input(path)}: holds {len(reading.others) + 1} declarations; the first is compared")
    return reading.declaration
