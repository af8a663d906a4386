"""How a declaration is laid out for a person: facts, then its parts in the order in which documents have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from declarations.cli.console import clean, print_block
from declarations.model import Clause, Dated, Declaration, Signatory

__all__ = ["print_declaration"]

_LEAD = 13  # cells for the names of the facts
_NUMBER = 5  # cells for the numbers of clauses


def print_declaration(console: Console, declaration: Declaration) -> None:
    """Print the parts of a declaration in the order in which documents have them."""
    print_block(console, Text(clean(declaration.title or "(no title)"), style="bold"))
    if declaration.subtitle:
        print_block(console, clean(declaration.subtitle))
    console.print()
    for name, value in _facts(declaration):
        print_block(console, clean(value), lead=Text(name, style="dim"), width=_LEAD)
    _print_clauses(console, "Context", declaration.context_heading, declaration.context, before=declaration.enacting)
    if declaration.formula:
        console.print()
        print_block(console, Text(clean(declaration.formula.text), style="italic"))
    _print_clauses(console, "Resolutions", declaration.resolutions_heading, declaration.resolutions)
    _print_lines(console, "Closing", (("", paragraph.text) for paragraph in declaration.closing))
    _print_lines(console, "Signatories", map(_describe_signatory, declaration.signatories))
    notes = ((note.label or note.id, "\n".join(map(str, note.paragraphs))) for note in declaration.notes)
    _print_lines(console, "Notes", notes)
    _print_clauses(console, "Annexes", None, declaration.annexes)


def _facts(declaration: Declaration) -> Iterator[tuple[str, str]]:
    yield "kind", declaration.kind.value
    for issuer in declaration.issuers:
        yield "issuer", str(issuer)
    for dated in declaration.dates:
        yield dated.role.value, _describe_date(dated)
    for name, value in (
        ("place", declaration.place),
        ("language", declaration.language),
        ("translation", declaration.translation_of and f"of {declaration.translation_of}"),
    ):
        if value:
            yield name, value
    for identifier in declaration.identifiers:
        yield "identifier", f"{identifier} ({identifier.scheme})" if identifier.scheme else str(identifier)
    if source := declaration.source:
        yield from ((name, value) for name in ("url", "site", "author") if (value := getattr(source, name)))
        if source.categories:
            yield "categories", ", ".join(source.categories)


def _describe_date(dated: Dated) -> str:
    told = f"{dated.date} {dated.time.isoformat('minutes')}" if dated.time else str(dated.date)
    return f"{told}  “{dated.text}”" if dated.text and not dated.text.startswith(str(dated.date)) else told


def _describe_signatory(signatory: Signatory) -> tuple[str, str]:
    capacity = f", {signatory.capacity}" if signatory.capacity else ""
    behalf = f", for {signatory.on_behalf_of}" if signatory.on_behalf_of else ""
    return signatory.role.value, f"{signatory.agent}{capacity}{behalf}"


def _print_lines(console: Console, heading: str, lines: Iterable[tuple[str, str]]) -> None:
    for index, (lead, line) in enumerate(lines):
        if index == 0:
            console.print()
            print_block(console, Text(heading, style="bold"))
        print_block(console, clean(line), lead=Text(clean(lead), style="dim"), indent=2, width=_LEAD if lead else 0)


def _print_clauses(
    console: Console, name: str, heading: object, clauses: tuple[Clause, ...], *, before: object = None
) -> None:
    """Print one part; its own heading in quotation marks after the name of the part."""
    if not (clauses or heading or before):
        return
    console.print()
    print_block(console, Text(name, style="bold").append(clean(f" “{heading}”" if heading else ""), style="not bold"))
    if before:
        print_block(console, Text(clean(str(before)), style="italic"), indent=2)
    for number, clause in enumerate(clauses, 1):
        _print_clause(console, clause, number, numbered=name == "Resolutions")


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
