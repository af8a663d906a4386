"""The evidence of a reading: for every block what it was taken for, and why."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from declarations.cli.console import clean, print_block
from declarations.recognition.reading import Evidence, Judgement, Part, Reading
from declarations.text import shorten

__all__ = ["print_evidence"]

_EXCERPT = 60
_WEIGHT = 7  # cells for a weight
_OUTSIDE = {Part.FURNITURE: "dim", Part.UNCLAIMED: "yellow"}


def print_evidence(console: Console, reading: Reading) -> None:
    """Print every judgement with its reasons, the strongest first."""
    console.print()
    print_block(console, Text("Evidence", style="bold"))
    if not reading.judgements:
        print_block(console, "none: a record says itself what its parts are", indent=2)
    for number, judgement in enumerate(reading.judgements, 1):
        _print_judgement(console, number, judgement)


def _print_judgement(console: Console, number: int, judgement: Judgement) -> None:
    block = judgement.block
    where = f", {block.position}" if block.position and str(block.position) else ""
    head = Text(f"{number}  {block.kind}{where}: ").append(judgement.part, style=_OUTSIDE.get(judgement.part, "bold"))
    if judgement.runner_up:
        head.append(f" (runner-up: {judgement.runner_up})", style="dim")
    print_block(console, head, indent=2)
    excerpt = " ".join(part for part in (block.marker, shorten(block.text.text, _EXCERPT)) if part)
    if excerpt:
        print_block(console, Text(clean(f"“{excerpt}”"), style="italic"), indent=5)
    for evidence in judgement.evidence:
        _print_reason(console, evidence)


def _print_reason(console: Console, evidence: Evidence) -> None:
    if not evidence.weight:  # decided before anything was weighed
        print_block(console, clean(evidence.cue), lead="–", indent=5, width=_WEIGHT)
        return
    lead = Text(f"{evidence.weight:+.1f}", style="green" if evidence.weight > 0 else "red")
    print_block(console, f"{evidence.part}: {clean(evidence.cue)}", lead=lead, indent=5, width=_WEIGHT)
