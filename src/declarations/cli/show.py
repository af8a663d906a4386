"""The command `show`: a reading for a person."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from declarations.cli.completion import complete_locale
from declarations.cli.console import SEVERITY_STYLES, clean, complain, describe, make_console, print_block
from declarations.cli.evidence import print_evidence
from declarations.cli.inputs import Reader, check_locale
from declarations.cli.layout import print_declaration
from declarations.cli.options import FormatOption, LanguageOption, UnknownOption
from declarations.cli.wording import Wording
from declarations.errors import DeclarationsError, Finding, Severity

__all__ = ["show"]


def show(
    path: Annotated[str, typer.Argument(metavar="INPUT", help="File to read; - is standard input.")],
    *,
    format: FormatOption = None,
    language: LanguageOption = None,
    locale: Annotated[
        str | None,
        typer.Option(
            metavar="TAG",
            callback=check_locale,
            autocompletion=complete_locale,
            help="Language of the reader, as BCP 47 tag: labels, dates and counts are in it.",
        ),
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
    console, wording = make_console(), _find_wording(locale)
    readings = (reading, *reading.others)
    for number, one in enumerate(readings, 1):
        if len(readings) > 1:
            lead = "" if number == 1 else "\n"
            console.print(Text(f"{lead}Declaration {number} of {len(readings)}\n", style="bold underline"))
        print_declaration(console, one.declaration, wording)
        print_findings(console, one.findings, everything=findings)
        if evidence:
            print_evidence(console, one)


def _find_wording(locale: str | None) -> Wording:
    if locale is None:
        return Wording()
    from declarations.cli.localized import LocalizedWording  # noqa: PLC0415 - only this needs catalogs

    return LocalizedWording(locale)


def print_findings(console: Console, findings: tuple[Finding, ...], *, everything: bool) -> None:
    """Print warnings and errors, with `everything` the rest too; else say how many there are."""
    told = [finding for finding in findings if everything or finding.severity is not Severity.INFO]
    silent = len(findings) - len(told)
    if not findings:
        return
    console.print()
    print_block(console, Text("Findings", style="bold"))
    for finding in told:
        excerpt = f" “{finding.excerpt}”" if finding.excerpt else ""
        print_block(console, Text(clean(f"{finding}{excerpt}"), style=SEVERITY_STYLES[finding.severity]), indent=2)
    if silent:
        print_block(console, Text(f"{silent} of severity info; --findings shows them", style="dim"), indent=2)
