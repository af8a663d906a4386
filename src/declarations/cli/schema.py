"""The command `schema`: the schemas of the records, to keep beside data or to hand to a validator."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from declarations.cli.console import complain
from declarations.cli.outputs import make_directory, write_bytes
from declarations.errors import FormatError
from declarations.records.schema import SCHEMAS, find_schemas

__all__ = ["schema"]

_SYNTAXES = "|".join(syntax for syntaxes in SCHEMAS.values() for syntax in syntaxes)


def schema(
    format: Annotated[str, typer.Argument(metavar="|".join(SCHEMAS), help="Format that the schema describes.")],
    *,
    syntax: Annotated[
        str | None, typer.Option(metavar=_SYNTAXES, help="Syntax of the schema [json-schema for JSON, rng for XML].")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            file_okay=False,
            help="Directory to write the schema into, with the files that it imports; made if need be "
            "[standard output].",
        ),
    ] = None,
) -> None:
    """Print the schema of JSON or XML: JSON Schema 2020-12, RELAX NG, or W3C XML Schema."""
    try:
        main, *imported = find_schemas(format, syntax)
    except FormatError as error:
        raise typer.BadParameter(str(error)) from error
    if output is not None:
        make_directory(output)
        for file in (main, *imported):
            write_bytes(output / file.name, file.read_bytes())
        return
    write_bytes(None, main.read_bytes())
    if imported:
        names = ", ".join(file.name for file in imported)
        complain(f"{main.name} imports {names}; --output writes both")
