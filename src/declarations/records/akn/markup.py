"""Texts and strings as Akoma Ntoso markup: marks as inline elements, line feeds as `br`, a table as a `table`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from declarations.cells import split_cells
from declarations.records.akn.naming import to_href
from declarations.records.akn.vocabulary import MARKS
from declarations.records.xml_writing import escape, escape_attribute
from declarations.text import Mark, MarkKind, Text

__all__ = ["Markup", "write_attributes"]

# White space that a reader may change, since XML tools wrap and indent: all but single spaces between words.
_FRAGILE = re.compile(r"[\t\r]|\A | \Z|  | \n|\n ")


def write_attributes(values: Mapping[str, object]) -> str:
    """Write those attributes that have a value, each with a space before it."""
    return "".join(f' {name}="{escape_attribute(str(value))}"' for name, value in values.items() if value is not None)


class Markup:
    """Writes texts of one declaration; `notes` gives eId and label of each of its notes."""

    def __init__(self, notes: Mapping[str, tuple[str, str | None]]) -> None:
        self._notes = notes

    def write_string(self, tag: str, string: str, attributes: str = "") -> str:
        """Write an element that holds a string."""
        return f"<{tag}{attributes}{_guard(string)}>{_write_characters(string)}</{tag}>"

    def write_text(self, tag: str, text: Text, attributes: str = "") -> str:
        """Write an element that holds a text with its marks."""
        if not text.marks:
            return self.write_string(tag, text.text, attributes)
        inner = "".join(
            _write_characters(what) if isinstance(what, str) else self._write_mark(what, step)
            for step, what in text.events()
        )
        return f"<{tag}{attributes}{_guard(text.text)}>{inner}</{tag}>"

    def write_block(self, text: Text, attributes: str = "") -> str:
        """Write a paragraph; one that is a table all through becomes one."""
        if rows := split_cells(text):
            return f"<table{attributes}>{''.join(map(self._write_row, rows))}</table>"
        return self.write_text("p", text, attributes)

    def _write_row(self, row: Iterable[Text]) -> str:
        cells = (f"<td>{self.write_text('p', cell)}</td>" for cell in row)
        return f"<tr>{''.join(cells)}</tr>"

    def _write_mark(self, mark: Mark, step: str) -> str:
        tag = MARKS.get(mark.kind, "inline")
        if step == "close":
            return "" if mark.kind is MarkKind.NOTE else f"</{tag}>"
        if mark.kind is MarkKind.NOTE:
            return f"<{tag}{self._refer(str(mark.target))}/>"
        return f"<{tag}{_describe(mark)}>"

    def _refer(self, target: str) -> str:
        """Point to a note; one that the declaration does not hold is named in an attribute of our own."""
        eid, label = self._notes.get(target, (None, None))
        if eid:
            return write_attributes({"href": f"#{eid}", "marker": label})
        return write_attributes({"href": "#", "d:target": target})


def _describe(mark: Mark) -> str:
    if mark.kind is MarkKind.LANGUAGE:
        return f' xml:lang="{mark.target}"'
    if mark.kind is MarkKind.LINK:
        href = to_href(str(mark.target))
        return write_attributes({"href": href, "d:target": None if href == mark.target else mark.target})
    return f' name="{mark.kind}"' if mark.kind not in MARKS else ""


def _guard(string: str) -> str:
    """Ask tools to leave the white space as it is, where it is more than single spaces between words."""
    if string.isprintable() and string[:1] != " " and string[-1:] != " " and "  " not in string:
        return ""
    return ' xml:space="preserve"' if _FRAGILE.search(string) else ""


def _write_characters(string: str) -> str:
    """Escape characters; line feeds are line breaks."""
    return escape(string).replace("\n", "<br/>")
