"""How a declaration is laid out for a person: facts, then its parts in the order in which documents have them."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from declarations.cli.console import clean, print_block
from declarations.cli.wording import Wording
from declarations.model import Clause, Declaration

__all__ = ["print_declaration"]

_LEAD = 13  # cells for the names of the facts, at least
_PARTS = ("context", "resolutions", "closing", "signatories", "notes", "annexes")
_NUMBER = 5  # cells for the numbers of clauses


def print_declaration(console: Console, declaration: Declaration, wording: Wording) -> None:
    """Print the parts of a declaration in the order in which documents have them."""
    print_block(console, Text(clean(declaration.title or wording.no_title), style="bold"))
    if declaration.subtitle:
        print_block(console, clean(declaration.subtitle))
    console.print()
    facts = list(wording.list_facts(declaration))
    width = max([_LEAD, *(cell_len(name) + 2 for name, _ in facts)])
    for name, value in facts:
        print_block(console, clean(value), lead=Text(name, style="dim"), width=width)
    context, resolutions, closing, signatories, notes, annexes = map(wording.name_part, _PARTS)
    _print_clauses(console, context, declaration.context_heading, declaration.context, before=declaration.enacting)
    if declaration.formula:
        console.print()
        print_block(console, Text(clean(declaration.formula.text), style="italic"))
    _print_clauses(console, resolutions, declaration.resolutions_heading, declaration.resolutions, numbered=True)
    _print_lines(console, closing, (("", paragraph.text) for paragraph in declaration.closing))
    _print_lines(console, signatories, map(wording.describe_signatory, declaration.signatories))
    lines = ((note.label or note.id, "\n".join(map(str, note.paragraphs))) for note in declaration.notes)
    _print_lines(console, notes, lines)
    _print_clauses(console, annexes, None, declaration.annexes)


def _print_lines(console: Console, heading: str, lines: Iterable[tuple[str, str]]) -> None:
    for index, (lead, line) in enumerate(lines):
        if index == 0:
            console.print()
            print_block(console, Text(heading, style="bold"))
        print_block(console, clean(line), lead=Text(clean(lead), style="dim"), indent=2, width=_LEAD if lead else 0)


def _print_clauses(
    console: Console,
    name: str,
    heading: object,
    clauses: tuple[Clause, ...],
    *,
    before: object = None,
    numbered: bool = False,
) -> None:
    """Print one part; its own heading in quotation marks after the name of the part."""
    if not (clauses or heading or before):
        return
    console.print()
    print_block(console, Text(name, style="bold").append(clean(f" “{heading}”" if heading else ""), style="not bold"))
    if before:
        print_block(console, Text(clean(str(before)), style="italic"), indent=2)
    for number, clause in enumerate(clauses, 1):
        _print_clause(console, clause, number, numbered=numbered)


def _print_clause(console: Console, clause: Clause, number: int, *, numbered: bool) -> None:
    """Print a clause and its items; a stack instead of recursion holds any depth."""
    stack: list[tuple[Clause | str, str, int]] = [(clause, f"#{number}" if numbered else "–", 2)]
    while stack:
        part, sign, indent = stack.pop()
        if isinstance(part, str):
            print_block(console, clean(part), indent=indent)
            continue
        lead = Text(clean(part.label.printed)) if part.label else Text(sign, style="dim")
        heading = [Text(clean(part.heading.text), style="bold")] if part.heading else []
        texts = [*heading, *(Text(clean(paragraph.text)) for paragraph in part.paragraphs)] or [Text()]
        for index, text in enumerate(texts):
            print_block(console, text, lead=lead if index == 0 else "", indent=indent, width=_NUMBER)
        inner = min(indent + _NUMBER, console.width // 2)
        stack += [(tail.text, "", inner) for tail in reversed(part.tail)]
        stack += [(item, "–", inner) for item in reversed(part.items)]
