"""The command `convert`: pages and records in, records out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from declarations.cli.completion import complete_target
from declarations.cli.console import complain, describe, make_console, name_input
from declarations.cli.inputs import Reader, check_format, check_inputs
from declarations.cli.options import FormatOption, LanguageOption, UnknownOption
from declarations.cli.outputs import plan_targets, write_bytes
from declarations.conversion import render
from declarations.errors import DeclarationsError, Finding, Severity
from declarations.formats import FORMATS, Format, find_format
from declarations.model import Declaration

__all__ = ["convert"]

_WRITABLE = "|".join(format.name for format in FORMATS if format.is_writable)


def _check_target(name: str) -> str:
    if not find_format(check_format(name) or "").is_writable:
        raise typer.BadParameter(f"declarations cannot be written as {name}; choose one of: {_WRITABLE}")
    return name


def convert(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT", callback=check_inputs, help="Files to read; - is standard input.")
    ],
    *,
    to: Annotated[
        str,
        typer.Option(
            metavar=_WRITABLE, callback=_check_target, autocompletion=complete_target, help="Format to write."
        ),
    ],
    format: FormatOption = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="PATH|DIR/", help="File or directory to write [standard output]."),
    ] = None,
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="Where the page was found; kept in the result.")
    ] = None,
    language: LanguageOption = None,
    ignore_unknown: UnknownOption = False,
    compact: Annotated[bool, typer.Option("--compact", help="Write each JSON document in one line.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only, no findings, no summary.")] = False,
) -> None:
    """Convert pages, texts or records to JSON or XML.

    One bad file does not stop the others; the exit code is 1 if any failed.
    """
    target_format = find_format(to)
    if compact and target_format.name != "json":
        raise typer.BadParameter("only JSON has a compact form", param_hint="--compact")
    targets = plan_targets(inputs, output, target_format.suffixes[0])
    if len(inputs) > 1 and None in targets and not compact:
        raise typer.BadParameter(
            "several documents on standard output need --to json --compact (one in a line); or give --output DIR/"
        )
    reader = Reader(format=format, url=url, language=language, ignore_unknown=ignore_unknown)
    failed = _convert_all(reader, inputs, targets, target_format, compact=compact, quiet=quiet)
    if len(inputs) > 1 and not quiet:
        make_console(stderr=True).print(f"{len(inputs) - failed} converted, {failed} failed", soft_wrap=True)
    if failed:
        raise typer.Exit(1)


def _convert_all(
    reader: Reader,
    inputs: Sequence[str],
    targets: Sequence[Path | None],
    format: Format,
    *,
    compact: bool,
    quiet: bool,
) -> int:
    """Convert one after the other and count those that failed."""
    console = make_console(stderr=True)
    has_bar = len(inputs) > 1 and console.is_terminal and None not in targets and not quiet
    failed = 0
    with _make_progress(console) if has_bar else nullcontext() as progress:
        task = progress.add_task("converting", total=len(inputs)) if progress else None
        for source, target in zip(inputs, targets, strict=True):
            try:
                reading = reader.examine(source)
                write_bytes(target, _encode(reading.declaration, format, compact=compact))
            except DeclarationsError as error:
                failed += 1
                complain(describe(error, source))
            else:
                if not quiet:
                    _print_findings(source, reading.findings)
            if progress and task is not None:
                progress.advance(task)
    return failed


def _make_progress(console: Console) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=console, transient=True)


def _encode(declaration: Declaration, format: Format, *, compact: bool) -> bytes:
    """Write a declaration for people: JSON is indented unless it shall be compact; it ends in a line feed."""
    text = render(declaration, format.name)
    if format.name == "json" and not compact:
        text = json.dumps(json.loads(text), ensure_ascii=False, indent=2)
    return (text.rstrip("\n") + "\n").encode()


def _print_findings(name: str, findings: Sequence[Finding]) -> None:
    for finding in findings:
        if finding.severity is not Severity.INFO:
            complain(f"{name_input(name)}: {finding}")
