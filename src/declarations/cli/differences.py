"""What `diff` prints: each change with the words of the old and of the new, those that differ set off."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from rich.console import Console
from rich.text import Text

from declarations.cli.console import clean, make_console, print_block
from declarations.comparison.changes import Change, ChangeKind

__all__ = ["print_changes"]

_STYLES = {
    ChangeKind.ADDED: "green",
    ChangeKind.REMOVED: "red",
    ChangeKind.MOVED: "cyan",
    ChangeKind.CHANGED: "yellow",
}
_MOST_WORDS = 500  # in a paragraph whose changed words are marked; longer ones are shown whole


def print_changes(changes: Iterable[Change]) -> None:
    """Print changes, one after the other."""
    console = make_console()
    for change in changes:
        _print(console, change)


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
