"""The words of our own HTML, taken back exactly: white space that is marked as such, rare characters, labels, marks.

All other white space is folded, so that an editor may break lines as it likes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from declarations.readers.decoding import clean
from declarations.readers.elements import BLOCKS, NEVER
from declarations.readers.inline import MARK_TAGS
from declarations.readers.tree import attributes_of, raw_text, to_language
from declarations.text import Mark, MarkKind, Text

__all__ = ["Words", "decode_value", "is_backlink", "is_white", "read_table", "read_words"]

_WHITE = re.compile("[ \t\n\f\r]+")
_CODED = re.compile(r"\\([0-9a-f]{1,6});")
_LAST = 0x10FFFF


def decode_value(value: str) -> str:
    """Give the string that an attribute holds; see `declarations.writers.html_text.write_attributes`."""
    if value.isprintable() and "\\" not in value:
        return value
    return clean(_CODED.sub(lambda found: _decode(found[1]), value))[0]


def _decode(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= _LAST else "\ufffd"


def is_white(string: str | None) -> bool:
    """Tell whether a string holds no more than white space of HTML."""
    return not string or not string.strip(" \t\n\f\r")


def is_backlink(attributes: Mapping[str, str]) -> bool:
    """Tell whether an element only leads back from a note."""
    return attributes.get("role") == "doc-backlink"


class Words:
    """Collects the words of one block."""

    def __init__(self) -> None:
        self.label: str | None = None
        self.replaced = 0
        self._strings: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []
        self._is_soft = True  # whether a space here would be folded with the one before, or is the first of a line

    def append(self, string: str) -> None:
        """Add running text; white space is folded."""
        folded = string if string.isprintable() and "  " not in string else _WHITE.sub(" ", string)
        if self._is_soft and folded[:1] == " ":
            folded = folded[1:]
        if folded:
            self._put(folded)
            self._is_soft = folded[-1] == " "

    def hold(self, string: str) -> None:
        """Add text as it stands."""
        self._put(string)
        self._is_soft = False

    def line_break(self) -> None:
        """End a line; white space around is folded away."""
        self.trim()
        self._put("\n")
        self._is_soft = True

    def begin_line(self) -> None:
        """Fold away the white space that follows."""
        self._is_soft = True

    def mark(self, start: int, kind: MarkKind, target: str | None) -> None:
        """Mark all from `start` to here; an empty stretch and a link or a note without a target are not marked."""
        is_there = start < self._length or kind is MarkKind.NOTE
        if is_there and (target is None or target.strip()):
            self._marks.append(Mark(start, self._length, kind, target))

    @property
    def length(self) -> int:
        """How many characters there are so far."""
        return self._length

    def build(self) -> Text:
        """Give the text."""
        self.trim()
        end = self._length
        return Text("".join(self._strings), [_clip(mark, end) for mark in self._marks if not _is_behind(mark, end)])

    def _put(self, string: str) -> None:
        if not string.isprintable():
            string, replaced = clean(string)
            self.replaced += replaced
        self._strings.append(string)
        self._length += len(string)

    def trim(self) -> None:
        """Take off a space that would be folded away at the end of a line."""
        if self._is_soft and self._strings and self._strings[-1].endswith(" "):
            self._strings[-1] = self._strings[-1][:-1]
            self._length -= 1


def _is_behind(mark: Mark, end: int) -> bool:
    return mark.kind is not MarkKind.NOTE and mark.start >= end


def _clip(mark: Mark, end: int) -> Mark:
    return mark if mark.end <= end else Mark(min(mark.start, end), end, mark.kind, mark.target)


def read_words(element: etree._Element, words: Words | None = None) -> Words:
    """Read what stands in a heading, a paragraph, a cell or a label, without recursion.

    Elements that are not known are passed through, so that nothing is lost that was added by hand.
    """
    words = words or Words()
    words.append(element.text or "")
    if not len(element):
        return words
    opened: list[tuple[int, list[tuple[MarkKind, str | None]]]] = []
    steps = etree.iterwalk(element, events=("start", "end"))
    for event, inner in steps:
        if event == "start":
            if inner is element:
                continue
            marks = _enter(inner, words)
            opened.append((words.length, marks or []))
            if marks is None:
                steps.skip_subtree()
            else:
                words.append(inner.text or "")
            continue
        if inner is element:
            break
        start, marks = opened.pop()
        for kind, target in marks:
            words.mark(start, kind, target)
        words.append(inner.tail or "")
    return words


def read_table(table: etree._Element) -> Words:
    """Read a table that is one block: rows are lines, tabs separate cells, and the label stands in the caption."""
    words = Words()
    for caption in table.iterchildren("caption"):
        read_words(caption, words)
    for place, row in enumerate(table.iter("tr")):
        if place:
            words.hold("\n")
        for number, cell in enumerate(row.iterchildren("td", "th")):
            if number:
                words.hold("\t")
            words.begin_line()
            read_words(cell, words)
            words.trim()
    words.mark(0, MarkKind.TABLE, None)
    return words


def _enter(element: etree._Element, words: Words) -> list[tuple[MarkKind, str | None]] | None:
    """Begin an element: give the marks that it makes, or None if it is read as a whole already."""
    tag, attributes = str(element.tag), attributes_of(element)
    name = attributes.get("class", "")
    if tag == "br":
        words.line_break()
    elif name == "declaration-space":
        words.hold(decode_value(f"\\{attributes['data-code']};") if "data-code" in attributes else raw_text(element))
    elif name == "declaration-noteref":
        words.mark(words.length, MarkKind.NOTE, decode_value(attributes.get("data-note", "")))
    elif name == "declaration-label" and not words.length:
        words.label = read_words(element).build().text or None
    elif tag not in NEVER and not is_backlink(attributes):
        if tag in BLOCKS:
            words.append(" ")
        return list(_find_marks(tag, name, attributes))
    return None


def _find_marks(tag: str, name: str, attributes: Mapping[str, str]) -> Iterator[tuple[MarkKind, str | None]]:
    if kind := MARK_TAGS.get(tag):
        yield kind, None
    if name == "declaration-table":
        yield MarkKind.TABLE, None
    if tag == "a" or name == "declaration-link":
        kept = attributes.get("data-target")
        yield MarkKind.LINK, clean(attributes.get("href", ""))[0] if kept is None else decode_value(kept)
    if tag != "bdi" and (language := to_language(attributes.get("lang", ""))):
        yield MarkKind.LANGUAGE, language
