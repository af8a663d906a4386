r"""Strings in HTML, exactly: escaped, with white space and rare characters that survive every parser.

HTML folds white space, and its parsers change or refuse some characters that a text may hold (HTML Standard,
13.2.3.5; `control` and `noncharacter` of the Infra Standard). Where that would matter, white space stands in a
`span.declaration-space`, and a rare character is named by its number; all other words are written as they are.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from declarations.parts import ClassName

__all__ = ["HELD", "RARE", "decode_value", "hold_spaces", "write_attributes", "write_held", "write_string"]

_PLANES = range(0, 0x110000, 0x10000)
RARE = "\r\x7f-\x9f\ufdd0-\ufdef" + "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in _PLANES)
"""Characters that no HTML may hold, or that its parsers change, as ranges of a regular expression."""
HELD = "\x01"
"""What stands for a space that must not be folded; no text can hold it."""

_EDGE_SPACE = re.compile(" (?:(?=[ \t\n\r]|\\Z)|(?<=[ \t\n\r] )|(?<=\\A ))")
_SPECIAL = re.compile(f"[{HELD}\t]+|\n|[{RARE}]")
_ENCODED = re.compile(f"[\\\\\x00-\x1f{RARE}]")
_CODED = re.compile(r"\\([0-9a-f]{1,6});")
_LAST = 0x10FFFF


def write_attributes(attributes: Mapping[str, str | None]) -> str:
    r"""Write attributes, each with a space before it; those that are None are left out.

    Values may be any strings: `\`, white space other than the space and rare characters are written by their number,
    `a\9;b` for two letters with a tab between.
    """
    return "".join(f' {name}="{_encode(value)}"' for name, value in attributes.items() if value is not None)


def _encode(value: str) -> str:
    if not value.isprintable() or "\\" in value:
        value = _ENCODED.sub(lambda found: f"\\{ord(found[0]):x};", value)
    return html.escape(value)


def decode_value(value: str) -> str:
    """Return the string that an attribute holds which `write_attributes` wrote; what was never a character stays."""
    if value.isprintable() and "\\" not in value:
        return value
    return _CODED.sub(lambda found: _decode(found[1]), value)


def _decode(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= _LAST else "\ufffd"


def write_string(string: str) -> str:
    """Write a string as the content of an element."""
    return write_held(hold_spaces(string))


def hold_spaces(string: str) -> str:
    """Put another character for every space that would be folded away."""
    is_plain = string.isprintable() and "  " not in string and string[:1] != " " != string[-1:]
    return string if is_plain else _EDGE_SPACE.sub(HELD, string)


def write_held(string: str) -> str:
    """Write a string in which `hold_spaces` has marked the spaces to keep."""
    escaped = html.escape(string, quote=False)
    return (
        escaped if string.isprintable() else _SPECIAL.sub(_write_special, escaped)
    )  # what is special is not printable


def _write_special(found: re.Match[str]) -> str:
    string = found[0]
    if string == "\n":
        return "<br>"
    if string[0] in (HELD, "\t"):
        return f'<span class="{ClassName.SPACE}">{string.replace(HELD, " ")}</span>'
    return f'<span class="{ClassName.SPACE}" data-code="{ord(string):x}"></span>'
