"""The command `diff`: what changed between two declarations."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from typing import Annotated

import attrs
import typer
from rich.console import Console
from rich.text import Text

from declarations.cli.console import clean, complain, describe, make_console, name_input, print_block
from declarations.cli.inputs import Reader, check_inputs
from declarations.cli.options import FormatOption, LanguageOption, UnknownOption
from declarations.comparison.changes import Change, ChangeKind, compare
from declarations.errors import DeclarationsError
from declarations.model import Declaration

__all__ = ["diff"]

_STYLES = {
    ChangeKind.ADDED: "green",
    ChangeKind.REMOVED: "red",
    ChangeKind.MOVED: "cyan",
    ChangeKind.CHANGED: "yellow",
}
_MOST_WORDS = 500  # in a paragraph whose changed words are marked; longer ones are shown whole
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
    check_inputs([old, new])
    reader = Reader(format=format, language=language, ignore_unknown=ignore_unknown)
    changes = compare(_read(reader, old), _read(reader, new))
    if as_json:
        rows = [attrs.asdict(change) for change in changes]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        console = make_console()
        for change in changes:
            _print(console, change)
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


def _print(console: Console, change: Change) -> None:
    """Print what changed and where in one line, then the words of the old and of the new."""
    places = dict.fromkeys(filter(None, (change.old_address, change.new_address)))
    where = " → ".join(places)
    head = Text(f"{change.kind:<8}", style=_STYLES[change.kind])
    head.append(" ".join(filter(None, (where, change.field))), style="bold")
    console.print(head, soft_wrap=True)
    if change.kind is ChangeKind.MOVED:
        _print_lines(console, " ", [Text(clean(line)) for line in change.new])
        return
    old, new = [Text(clean(line)) for line in change.old], [Text(clean(line)) for line in change.new]
    for one, two in zip(old, new, strict=False):
        _mark_words(one, two)
    _print_lines(console, "-", old, style="red")
    _print_lines(console, "+", new, style="green")


def _print_lines(console: Console, sign: str, lines: list[Text], *, style: str = "") -> None:
    for line in lines:
        line.style = style
        print_block(console, line, lead=Text(sign, style=style), indent=2, width=2)


def _mark_words(old: Text, new: Text) -> None:
    """Set off the words that only one of two paragraphs has."""
    ones, twos = (line.plain.split(" ") for line in (old, new))
    if max(len(ones), len(twos)) > _MOST_WORDS:
        return
    for kind, *ends in SequenceMatcher(None, ones, twos, autojunk=False).get_opcodes():
        if kind != "equal":
            _set_off(old, ones, ends[0], ends[1])
            _set_off(new, twos, ends[2], ends[3])


def _set_off(line: Text, words: list[str], start: int, end: int) -> None:
    offset = sum(len(word) + 1 for word in words[:start])
    line.stylize("bold underline", offset, offset + len(" ".join(words[start:end])))
