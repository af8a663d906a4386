"""Texts as HTML: their words, with elements for their marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from declarations.htmlstrings import hold_spaces, write_attributes, write_held, write_string
from declarations.parts import ClassName, PagePart, data_of
from declarations.text import Mark, MarkKind, Text
from declarations.writers.marks import ELEMENTS, to_href

__all__ = ["TextWriter", "name_reference"]


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
        held, place = hold_spaces(text.text), 0
        waiting: list[Mark] = []
        opened: list[tuple[Mark, str]] = []
        for event in text.events():
            if event[0] == "text":
                for mark in waiting:
                    tag, attributes = self._choose(mark, is_linked="a" in (name for _, name in opened))
                    opened.append((mark, tag))
                    yield f"<{tag}{write_attributes(attributes)}>"
                waiting.clear()
                yield write_held(held[place : place + len(event[1])])
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
        """Return the element of a mark and its attributes; a link in a link or one that is not safe is only named."""
        if tag := ELEMENTS.get(mark.kind):
            return tag, {}
        if mark.kind is MarkKind.LANGUAGE:
            return "span", {"lang": mark.target}
        if mark.kind is MarkKind.TABLE:
            return "span", {"class": ClassName.TABLE}
        href = None if is_linked else to_href(mark.target or "")
        kept = None if href == mark.target else mark.target
        return ("span" if href is None else "a"), {"class": ClassName.LINK, "href": href, "data-target": kept}

    def _refer(self, target: str) -> str:
        printed = write_string(self._notes.get(target, "*"))
        start = f'<sup class="{ClassName.NOTEREF}"{write_attributes({data_of(PagePart.NOTE): target})}>'
        if target not in self._notes:
            return f"{start}{printed}</sup>"
        self.references[target] += 1
        name = name_reference(target, self.references[target])
        return f'{start}<a href="#fn:{target}" id="{name}" role="doc-noteref">{printed}</a></sup>'


def name_reference(note: str, number: int) -> str:
    """Return the id of a reference to a note; no clause has such a name, since it holds a colon."""
    return f"fnref:{note}" if number == 1 else f"fnref:{note}:{number}"
