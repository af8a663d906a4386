r"""Words as HTML: escaped, with white space and rare characters that survive every parser, and with their marks.

HTML folds white space, and its parsers change or refuse some characters that a text may hold (HTML Standard,
13.2.3.5; `control` and `noncharacter` of the Infra Standard). Where that would matter, white space stands in a
`span.declaration-space`, and a rare character is named by its number; all other words are written as they are.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from declarations.text import Mark, MarkKind, Text
from declarations.writers.marks import ELEMENTS, to_href

__all__ = ["RARE", "TextWriter", "name_reference", "write_attributes", "write_string"]

_PLANES = range(0, 0x110000, 0x10000)
RARE = "\r\x7f-\x9f\ufdd0-\ufdef" + "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in _PLANES)
"""Characters that no HTML may hold, or that its parsers change, as ranges of a regular expression."""

_HELD = "\x01"  # stands for a space that must not be folded; no text can hold it
_EDGE_SPACE = re.compile(" (?:(?=[ \t\n\r]|\\Z)|(?<=[ \t\n\r] )|(?<=\\A ))")
_SPECIAL = re.compile(f"[{_HELD}\t]+|\n|[{RARE}]")
_ENCODED = re.compile(f"[\\\\\x00-\x1f{RARE}]")


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


def write_string(string: str) -> str:
    """Write a string as the content of an element."""
    return _write_held(_hold_spaces(string))


def _hold_spaces(string: str) -> str:
    """Put another character for every space that would be folded away."""
    is_plain = string.isprintable() and "  " not in string and string[:1] != " " != string[-1:]
    return string if is_plain else _EDGE_SPACE.sub(_HELD, string)


def _write_held(string: str) -> str:
    escaped = html.escape(string, quote=False)
    return (
        escaped if string.isprintable() else _SPECIAL.sub(_write_special, escaped)
    )  # what is special is not printable


def _write_special(found: re.Match[str]) -> str:
    string = found[0]
    if string == "\n":
        return "<br>"
    if string[0] in (_HELD, "\t"):
        return f'<span class="declaration-space">{string.replace(_HELD, " ")}</span>'
    return f'<span class="declaration-space" data-code="{ord(string):x}"></span>'


class TextWriter:
    """Writes texts with their marks and counts the references to every note.

    `notes` are the ids of the notes of the page, with what is printed for each.
    """

    def __init__(self, notes: Mapping[str, str]) -> None:
        self.references = dict.fromkeys(notes, 0)
        self._notes = notes

    def write(self, text: Text) -> str:
        """Write a text as the content of a paragraph or a heading."""
        return "".join(self._write_pieces(text)) if text.marks else write_string(text.text)

    def write_table(self, rows: Sequence[Sequence[Text]]) -> str:
        """Write the cells of a table as its rows."""
        width = max(map(len, rows))
        return "".join(f"<tr>{''.join(self._write_cells(row, width))}</tr>\n" for row in rows)

    def _write_cells(self, row: Sequence[Text], width: int) -> Iterator[str]:
        """Write the cells of a row; the last of a short one spans the columns that are left."""
        for place, cell in enumerate(row, 1):
            spanned = width - place + 1 if place == len(row) else 1
            attributes = {"colspan": str(spanned) if spanned > 1 else None}
            yield f"<td{write_attributes(attributes)}>{self.write(cell)}</td>"

    def _write_pieces(self, text: Text) -> Iterator[str]:
        """Write nested elements: each begins with a word, and a link is cut in two around a note in it."""
        held, place = _hold_spaces(text.text), 0
        waiting: list[Mark] = []
        opened: list[tuple[Mark, str]] = []
        for event in text.events():
            if event[0] == "text":
                for mark in waiting:
                    tag, attributes = self._choose(mark, is_linked="a" in (name for _, name in opened))
                    opened.append((mark, tag))
                    yield f"<{tag}{write_attributes(attributes)}>"
                waiting.clear()
                yield _write_held(held[place : place + len(event[1])])
                place += len(event[1])
            elif event[1].kind is MarkKind.NOTE:
                if event[0] == "open":
                    cut = next((at for at, (_, name) in enumerate(opened) if name == "a"), len(opened))
                    yield "".join(f"</{name}>" for _, name in reversed(opened[cut:]))
                    waiting[:0] = [mark for mark, _ in opened[cut:]]
                    del opened[cut:]
                    yield self._refer(event[1].target or "")
            elif event[0] == "open":
                waiting.append(event[1])
            else:
                yield f"</{opened.pop()[1]}>"

    def _choose(self, mark: Mark, *, is_linked: bool) -> tuple[str, dict[str, str | None]]:
        """Give the element of a mark and its attributes; a link in a link or one that is not safe is only named."""
        if tag := ELEMENTS.get(mark.kind):
            return tag, {}
        if mark.kind is MarkKind.LANGUAGE:
            return "span", {"lang": mark.target}
        if mark.kind is MarkKind.TABLE:
            return "span", {"class": "declaration-table"}
        href = None if is_linked else to_href(mark.target or "")
        kept = None if href == mark.target else mark.target
        return ("span" if href is None else "a"), {"class": "declaration-link", "href": href, "data-target": kept}

    def _refer(self, target: str) -> str:
        printed = write_string(self._notes.get(target, "*"))
        start = f'<sup class="declaration-noteref"{write_attributes({"data-note": target})}>'
        if target not in self._notes:
            return f"{start}{printed}</sup>"
        self.references[target] += 1
        name = name_reference(target, self.references[target])
        return f'{start}<a href="#fn:{target}" id="{name}" role="doc-noteref">{printed}</a></sup>'


def name_reference(note: str, number: int) -> str:
    """Give the id of a reference to a note; no clause has such a name, since it holds a colon."""
    return f"fnref:{note}" if number == 1 else f"fnref:{note}:{number}"
