"""Words of Akoma Ntoso elements as texts: inline elements become marks, white space is what XML tools leave of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import Any

import attrs
from lxml import etree

from declarations.errors import ValidationError
from declarations.records.akn.textbuilder import TextBuilder
from declarations.records.akn.vocabulary import FLOWS, INLINE_MARKS, NAMED_MARKS, OWN
from declarations.text import Mark, MarkKind, Text
from declarations.validation import check_language

__all__ = ["XML_LANG", "XML_WHITE", "Run", "Wording", "read_plain"]

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = frozenset({"br", "eol"})
_NAMED = {kind.value: kind for kind in NAMED_MARKS}
XML_WHITE = " \t\r\n"
"""White space of XML 1.0, section 2.3."""
_WHITE = re.compile(r"[ \t\r\n]+")
_SPACES = re.compile(" +")


class Run(TextBuilder):
    """Collects the words of one paragraph."""

    def __init__(self, *, preserving: bool) -> None:
        super().__init__()
        self.preserving = preserving
        self._is_broken = False

    def add(self, string: str | None) -> None:
        """Add characters of the source, where white space is a space unless it is to be preserved."""
        if not string or (not self.length and not self.preserving and not string.strip(XML_WHITE)):
            return
        if not self.preserving and not string.isprintable():
            string = _WHITE.sub(" ", string)
        if self._is_broken and string != " ":
            self._is_broken = False
            if self.length:
                self.append("\n")
        self.append(string)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added yet."""
        return not (self.length or self._marks)

    def break_line(self) -> None:
        """Begin a new line with the next words, if there are any before and after."""
        self._is_broken = True

    def finish(self) -> Text:
        """Return the text, with single spaces between its words unless white space is to be preserved."""
        text = self.build()
        return text if self.preserving or _is_tight(text.text) else _tighten(text)


def _is_tight(string: str) -> bool:
    """Return whether there are single spaces between words only, and none at the ends of lines."""
    if "  " in string or string.startswith(" ") or string.endswith(" "):
        return False
    return string.isprintable() or not (" \n" in string or "\n " in string)


def _tighten(text: Text) -> Text:
    """Leave one space of many, and none at the ends of lines; marks keep their words."""
    string = text.text
    cuts = [(start, end) for start, end in _list_cuts(string) if start < end]
    starts = [start for start, _ in cuts]
    sums = [0, *accumulate(end - start for start, end in cuts)]

    def move(place: int) -> int:
        before = bisect_right(starts, place)
        if not before:
            return place
        return place - sums[before] + max(0, cuts[before - 1][1] - place)

    def is_kept(mark: Mark) -> bool:
        return mark.start == mark.end or move(mark.start) < move(mark.end)

    kept = [string[end:start] for (_, end), (start, _) in zip([(0, 0), *cuts], [*cuts, (len(string), 0)], strict=True)]
    moved = (attrs.evolve(mark, start=move(mark.start), end=move(mark.end)) for mark in text.marks if is_kept(mark))
    return Text("".join(kept), moved)


def _list_cuts(string: str) -> Iterator[tuple[int, int]]:
    for found in _SPACES.finditer(string):
        start, end = found.span()
        is_border = start == 0 or end == len(string) or string[start - 1] == "\n" or string[end] == "\n"
        yield start + (0 if is_border else 1), end


class _Names(dict[Any, str]):
    """Names of elements by their tags, each found once; those that are not of Akoma Ntoso have none."""

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self._prefix = prefix

    def __missing__(self, tag: object) -> str:
        string = str(tag)
        self[tag] = name = string[len(self._prefix) :] if string.startswith(self._prefix) else ""
        return name


class Wording:
    """Reads words; `refer` gives the id of the note that a `noteRef` means, `take_note` that of an `authorialNote`."""

    def __init__(
        self,
        prefix: str,
        refer: Callable[[etree._Element], str | None],
        take_note: Callable[[etree._Element], str],
        *,
        is_own: bool,
    ) -> None:
        self.names = _Names(prefix)
        """Names of elements by their tags."""
        self._refer = refer
        self._is_own = is_own
        self.take_note = take_note
        """Reads a note and gives its id."""

    def name(self, element: etree._Element) -> str:
        """Return the name of an element, or nothing if it is not of Akoma Ntoso."""
        return self.names[element.tag]

    def is_preserving(self, element: etree._Element, above: bool) -> bool:  # noqa: FBT001 - the state of the parent
        """Return whether the white space of an element counts (`xml:space`, XML 1.0, section 2.10).

        Others preserve the layout of their word processor with it, tabs before and lines between words: it is no text.
        """
        said = element.get(_XML_SPACE) if self._is_own else None
        return above if said is None else said == "preserve"

    def read(self, element: etree._Element, above: bool = False) -> Text:  # noqa: FBT001, FBT002 - as in is_preserving
        """Read all words of an element as one text."""
        if (plain := read_plain(element)) is not None:
            return Text(plain)
        preserving = self.is_preserving(element, above)
        run = Run(preserving=preserving)
        self.add_content(run, element)
        if tag := _find_language(element):
            run.mark(0, MarkKind.LANGUAGE, tag)
        return run.finish()

    def add_content(self, run: Run, element: etree._Element) -> None:
        """Add the words inside of an element; a stack instead of recursion bears any depth."""
        run.add(element.text)
        stack: list[tuple[Iterator[etree._Element], etree._Element, int]] = [(iter(element), element, 0)]
        while stack:
            children, parent, start = stack[-1]
            child = next(children, None)
            if child is not None:
                if self._enter(run, child):
                    stack.append((iter(child), child, run.length))
                    run.add(child.text)
                else:
                    run.add(child.tail)
                continue
            stack.pop()
            if stack:
                self._leave(run, parent, start)
                run.add(parent.tail)

    def add(self, run: Run, element: etree._Element) -> None:
        """Add an inline element to words that stand before it."""
        if not self._enter(run, element):
            return
        start = run.length
        self.add_content(run, element)
        self._leave(run, element, start)

    def _enter(self, run: Run, element: etree._Element) -> bool:
        """Begin an element; tell whether its words belong here."""
        name = self.name(element)
        if name in _BREAKS:
            run.append("\n")
        elif name == "noteRef":
            if target := self._refer(element):
                run.mark(run.length, MarkKind.NOTE, target)
        elif name == "authorialNote":
            run.mark(run.length, MarkKind.NOTE, self.take_note(element))
            return False
        elif name in FLOWS:
            run.break_line()
        return True

    def _leave(self, run: Run, element: etree._Element, start: int) -> None:
        name = self.name(element)
        if name in FLOWS:
            run.break_line()
        kind = _NAMED.get(element.get("name", "")) if name == "inline" else INLINE_MARKS.get(name)
        if kind is MarkKind.LINK:
            target = element.get(f"{OWN}target") or element.get("href") or ""
            if target.strip():
                run.mark(start, kind, target)
        elif kind:
            run.mark(start, kind)
        if tag := _find_language(element):
            run.mark(start, MarkKind.LANGUAGE, tag)


def read_plain(element: etree._Element) -> str | None:
    """Return the words of an element that holds nothing else and says nothing of them; None of most others."""
    string = element.text or ""
    if len(element) or not string.isprintable() or not _is_tight(string):
        return None
    return None if element.keys() and (element.get(_XML_SPACE) or element.get(XML_LANG)) else string


def _find_language(element: etree._Element) -> str | None:
    tag = element.get(XML_LANG)
    if not tag:
        return None
    try:
        check_language(tag)
    except ValidationError:
        return None
    return tag
