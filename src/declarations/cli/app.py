"""The application: its commands, its version, and what every failure means for the exit code."""

from __future__ import annotations

import importlib.metadata
import io
import sys
from typing import Annotated, NoReturn, TextIO

import typer

from declarations.cli import check, convert, dates, diff, explain, formats, schema, show
from declarations.cli.console import complain
from declarations.cli.process import abandon, perform
from declarations.errors import DeclarationsError
from declarations.files import make_file_error

__all__ = ["app", "run"]

# Plain help and errors: the same in a terminal, a log file and a screen reader.
app = typer.Typer(
    name="declarations",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("convert")(convert.convert)
app.command("show")(show.show)
app.command("explain")(explain.explain)
app.command("diff")(diff.diff)
app.command("check")(check.check)
app.command("dates")(dates.dates)
app.command("formats")(formats.formats)
app.command("schema")(schema.schema)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it by position
    if wanted:
        typer.echo(f"declarations {importlib.metadata.version('declarations')}")
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave."),
    ] = False,
) -> None:
    """Read statements, resolutions and charters out of pages and records, and write them in many formats."""


def run() -> NoReturn:
    """Run the application and leave with its exit code; neither bad input nor a broken output ends in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that cannot show a character shows `?`
            stream.reconfigure(errors="replace")
    perform(_run)


def _run(out: TextIO) -> int:
    """Run the application; what cannot be printed any more is told, unless its reader only left."""
    code = 1
    try:
        code = _call()
        out.flush()
    except BrokenPipeError:
        abandon(out)
        return code or 1
    except OSError as error:
        if error.filename is not None:  # a file of the installation
            raise
        abandon(out)
        complain(str(make_file_error(error, "write", "standard output")))
        return code or 1
    return code


def _call() -> int:
    try:
        app(prog_name="declarations")
    except DeclarationsError as error:
        complain(str(error))
        return 1
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(left.code is not None)
    return 0
