"""What `show` prints: declarations, findings, and on demand the evidence."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from declarations.cli.console import SEVERITY_STYLES, clean, make_console, print_block
from declarations.cli.layout import print_declaration
from declarations.cli.wording import Wording
from declarations.findings import Finding, Severity
from declarations.recognition.reading import Reading

__all__ = ["present"]


def present(reading: Reading, locale: str | None, *, evidence: bool, findings: bool) -> None:
    """Print a reading and the others of its source in the words of a locale; on demand all findings, and evidence."""
    console, wording = make_console(), _find_wording(locale)
    readings = (reading, *reading.others)
    for number, one in enumerate(readings, 1):
        if len(readings) > 1:
            lead = "" if number == 1 else "\n"
            console.print(Text(f"{lead}Declaration {number} of {len(readings)}\n", style="bold underline"))
        print_declaration(console, one.declaration, wording)
        _print_findings(console, one.findings, everything=findings)
        if evidence:
            _print_evidence(console, one)


def _print_evidence(console: Console, reading: Reading) -> None:
    from declarations.cli.evidence import print_evidence  # noqa: PLC0415 - only this needs all cues

    print_evidence(console, reading)


def _find_wording(locale: str | None) -> Wording:
    if locale is None:
        return Wording()
    from declarations.cli.localized import LocalizedWording  # noqa: PLC0415 - only this needs catalogs

    return LocalizedWording(locale)


def _print_findings(console: Console, findings: tuple[Finding, ...], *, everything: bool) -> None:
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
