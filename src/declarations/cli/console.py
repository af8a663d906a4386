"""What the commands print with: two consoles that never read text as markup, and plain error lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from declarations.cli.signals import tell
from declarations.errors import DeclarationsError, FileError
from declarations.findings import Severity

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = [
    "SEVERITY_STYLES",
    "clean",
    "clean_bytes",
    "complain",
    "describe",
    "make_console",
    "name_input",
    "print_block",
]

SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}
"""How findings look in a terminal with colours."""

# Control characters (C0 but tab and line feed, DEL, C1) can steer a terminal; half surrogates cannot be written.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_UNSAFE_BYTES = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]")


def clean(string: str) -> str:
    """Make text from a file safe for a terminal; nothing that people read is changed."""
    return _UNSAFE.sub("\ufffd", string)


def clean_bytes(data: bytes) -> bytes:
    """Make UTF-8 safe for a terminal, as `clean` does with text."""
    return _UNSAFE_BYTES.sub(b"\xef\xbf\xbd", data)


def make_console(*, stderr: bool = False) -> Console:
    """Make a console that takes every string as it is: no markup, no emoji codes, no highlighting."""
    from rich.console import Console  # noqa: PLC0415 - errors and help are told without it

    return Console(stderr=stderr, markup=False, emoji=False, highlight=False)


def print_block(console: Console, text: Text | str, *, indent: int = 0, lead: Text | str = "", width: int = 0) -> None:
    """Print wrapped text with its lead (a label) hanging in the indent; no line ends in blanks.

    `width` is the room kept for the lead; a longer lead takes what it needs.
    """
    from rich.text import Text  # noqa: PLC0415 - as above

    head = Text(" " * indent).append_text(Text(lead) if isinstance(lead, str) else lead)
    body = Text(text) if isinstance(text, str) else text
    room = indent + width
    if head.cell_len < room:
        head.append(" " * (room - head.cell_len))
    elif lead:
        head.append(" ")
    margin = min(head.cell_len, max(console.width // 2, 1))
    lines = body.wrap(console, max(console.width - head.cell_len, console.width // 4, 8))
    for number, line in enumerate(lines or [Text()]):
        line.rstrip()
        full = (head if number == 0 else Text(" " * margin)).copy().append_text(line)
        full.rstrip()
        console.print(full, soft_wrap=True)


def complain(message: str) -> None:
    """Write one error line to stderr, if anybody can read it: `declarations: …`."""
    tell(clean(message))


def name_input(path: str) -> str:
    """Return the name of an input in messages."""
    return "standard input" if path == "-" else path


def describe(error: DeclarationsError, path: str) -> str:
    """Put the input before an error; errors about files name it themselves."""
    return str(error) if isinstance(error, FileError) else f"{name_input(path)}: {error}"
