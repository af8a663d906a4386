"""The words of pages that this library wrote, taken back exactly: white space marked as such, labels, marks.

All other white space is folded, so that an editor may break lines as it likes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from declarations.blocks import Landmark
from declarations.htmlstrings import decode_value
from declarations.parts import ClassName, PagePart, data_of
from declarations.readers.decoding import clean
from declarations.readers.inline import MARK_TAGS, InlineBuilder
from declarations.readers.tree import resolve, to_language
from declarations.text import Mark, MarkKind, Text

__all__ = ["ExactBuilder", "decode", "find_marks", "find_reference"]

_WHITE = re.compile("[ \t\n\f\r]+")
_NOTE = data_of(PagePart.NOTE)


def decode(value: str) -> str:
    """Return the string that an attribute of an element holds, without what no text can hold."""
    return value if value.isprintable() and "\\" not in value else clean(decode_value(value))[0]


def find_reference(attributes: Mapping[str, str]) -> str | None:
    """Return the id of the note that an element in the words refers to; None for any other element."""
    return decode(attributes[_NOTE]) if _NOTE in attributes else None


def find_marks(tag: str, attributes: Mapping[str, str]) -> Iterator[tuple[MarkKind, str | None]]:
    """Yield the marks that an element makes; a link that nobody should follow makes none, unless it is only named."""
    if kind := MARK_TAGS.get(tag):
        yield kind, None
    if not attributes:
        return
    name = attributes.get("class")
    if name == ClassName.TABLE:
        yield MarkKind.TABLE, None
    if tag == "a" or name == ClassName.LINK:
        kept = attributes.get("data-target")
        yield MarkKind.LINK, resolve(attributes.get("href", ""), None) or "" if kept is None else decode(kept)
    if tag != "bdi" and (language := to_language(attributes.get("lang", ""))):
        yield MarkKind.LANGUAGE, language


class ExactBuilder(InlineBuilder):
    """Collects the words of one block after another as they were written; a mark holds all between its ends."""

    __slots__ = ("_is_soft", "_opened")

    def __init__(self) -> None:
        self._opened: list[tuple[MarkKind, str | None, int]] = []
        super().__init__()

    def _reset(self) -> None:
        self.length = 0
        self.breaks = 0
        self._strings: list[str] = []
        self._marks: list[Mark] = []
        self._is_soft = True  # whether a space here would be folded with the one before, or is the first of a line

    def append(self, string: str, *, verbatim: bool = False) -> None:
        """Add running text, whose white space is folded unless it is `verbatim`."""
        if verbatim:
            self._put(string)
            self._is_soft = False
            return
        if self._is_soft and string == "\n":  # between elements, as a rule
            return
        folded = string if string.isprintable() and "  " not in string else _WHITE.sub(" ", string)
        if self._is_soft and folded[:1] == " ":
            folded = folded[1:]
        if folded:
            self._put(folded)
            self._is_soft = folded[-1] == " "

    def _put(self, string: str) -> None:
        if not string.isprintable():
            string, replaced = clean(string)
            self.replaced += replaced
        self._strings.append(string)
        self.length += len(string)

    def space(self) -> None:
        """Keep what follows apart from what came."""
        self.append(" ")

    def line_break(self) -> None:
        """End the line; white space around is folded away."""
        self._part("\n")

    def tab(self) -> None:
        """Separate two cells of a table."""
        self._part("\t")

    def _part(self, separator: str) -> None:
        self._trim()
        self._put(separator)
        self._is_soft = True

    def _trim(self) -> None:
        """Take off a space that would be folded away at the end of a line."""
        if self._is_soft and self._strings and self._strings[-1].endswith(" "):
            self._strings[-1] = self._strings[-1][:-1]
            self.length -= 1

    def note(self, target: str) -> None:
        """Refer to a note at this point; one without an id is passed over."""
        if target.strip():
            super().note(target)

    def open(self, kind: MarkKind | Landmark, target: str | None = None) -> None:
        """Begin a mark."""
        self._opened.append((MarkKind(kind), target, self.length))

    def close(self) -> None:
        """End what was opened last; an empty stretch and a link without a target are not marked."""
        kind, target, start = self._opened.pop()
        if start < self.length and (target is None or target.strip()):
            self._marks.append(Mark(start, self.length, kind, target))

    def skip(self) -> bool:
        """Return whether the block holds nothing."""
        return not self.length and not self._marks

    def take(self, *, is_row: bool = False) -> tuple[Text, list[tuple[int, int, Landmark]]]:  # noqa: ARG002 - no rows here
        """Return the text of the block, and begin the next one."""
        opened = self._opened[:]
        while self._opened:
            self.close()
        text = self._build()
        self._reset()
        self._opened = [(kind, target, 0) for kind, target, _ in opened]
        return text, []

    def _build(self) -> Text:
        self._trim()
        string, end = "".join(self._strings), self.length
        return Text(string, [_clip(mark, end) for mark in self._marks if mark.start < end or _is_point(mark)])


def _is_point(mark: Mark) -> bool:
    return mark.kind is MarkKind.NOTE


def _clip(mark: Mark, end: int) -> Mark:
    return mark if mark.end <= end else Mark(min(mark.start, end), end, mark.kind, mark.target)
