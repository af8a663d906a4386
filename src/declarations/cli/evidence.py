"""The evidence of a reading: for every block what it was taken for, and why."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from declarations.cli.console import clean, print_block
from declarations.explanation.accounts import Account, Case, account_for, explain_cue
from declarations.recognition.reading import Judgement, Part, Reading
from declarations.text import shorten

__all__ = ["print_evidence"]

_EXCERPT = 60
_LEAD = 6  # cells for a weight
_OUTSIDE = {Part.BOILERPLATE: "dim", Part.UNCLAIMED: "yellow"}


def print_evidence(console: Console, reading: Reading) -> None:
    """Print every judgement with its reasons, the part that was taken first; then what the cues see."""
    console.print()
    print_block(console, Text("Evidence", style="bold"))
    if not reading.judgements:
        print_block(console, "none: a record says itself what its parts are", indent=2)
    for number, (judgement, account) in enumerate(
        zip(reading.judgements, account_for(reading.judgements), strict=True), 1
    ):
        _print_judgement(console, number, judgement)
        _print_account(console, account, judgement)
    _print_cues(console, reading.judgements)


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


def _print_account(console: Console, account: Account, judgement: Judgement) -> None:
    """Print the parts with their weights, those that matter in bold, and what decided besides."""
    for case in account.cases:
        style = "" if case.part in (judgement.part, judgement.runner_up) else "dim"
        lead = Text(f"{case.weight:+.1f}", style="green" if case.weight > 0 else "red")
        print_block(console, Text(_sum_up(case), style=style), lead=lead, indent=5, width=_LEAD)
    if account.remark:
        print_block(console, Text(clean(account.remark)), indent=5)


def _sum_up(case: Case) -> str:
    """Return a part with all that its weight is made of: `context = prior -1.0, opener +4.0`."""
    pieces = [f"prior {case.prior:+.1f}", *(f"{one.cue} {one.weight:+.1f}" for one in case.evidence)]
    return clean(f"{case.part} = {', '.join(pieces)}")


def _print_cues(console: Console, judgements: Iterable[Judgement]) -> None:
    """Print what each cue sees that said anything."""
    names = sorted({one.cue for judgement in judgements for one in judgement.evidence if explain_cue(one.cue)})
    if not names:
        return
    console.print()
    print_block(console, Text("Cues", style="bold"))
    width = max(map(len, names)) + 2
    for name in names:
        print_block(console, explain_cue(name), lead=name, indent=2, width=width)
