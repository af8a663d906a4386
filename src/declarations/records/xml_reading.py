"""XML to declaration: an element tree read along the vocabulary, every fault with its line and path."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NoReturn, cast

import attrs
import msgspec
from lxml import etree

from declarations.errors import SchemaError, ValidationError
from declarations.findings import Position
from declarations.model import Clause, Declaration
from declarations.records.fields import check_version, too_deep
from declarations.records.xml_vocabulary import MARKS, NAMESPACE, ROOT, VOCABULARY, XML_LANG, Field, Wrapper, find_shape
from declarations.text import Mark, MarkKind, Text, TextBuilder
from declarations.validation import quote

__all__ = ["place_element", "read_declaration"]

_INTEGER = re.compile("[0-9]{1,16}")
_BLANKS = " \t\r\n"  # white space of XML 1.0, section 2.3; all other signs are text
_SHOWN_STEPS = 20  # a longer path is cut in the middle
_PREFIX = f"{{{NAMESPACE}}}"
_HINTS = frozenset(
    f"{{http://www.w3.org/2001/XMLSchema-instance}}{name}" for name in ("schemaLocation", "noNamespaceSchemaLocation")
)  # attributes of the root that say where a schema is (XML Schema 1.0, part 1, section 2.6.3)
_MARKS = {
    _PREFIX + tag: (kind, XML_LANG if attribute == "xml:lang" else attribute)
    for kind, (tag, attribute) in MARKS.items()
}


def _parse_integer(text: str) -> int:
    """Read a number; blanks around it mean nothing (XML Schema 1.0, part 2, section 4.3.6)."""
    digits = text.strip(_BLANKS)
    if not _INTEGER.fullmatch(digits):
        raise ValidationError(f"{quote(text)} is not a whole number", hint="write it in the digits 0 to 9")
    return int(digits)


def _parse_time(text: str) -> dt.time:
    try:
        return msgspec.convert(text, dt.time)
    except msgspec.ValidationError as error:
        hint = "write 14:30:00 or 14:30:00+02:00"
        raise ValidationError(f"{quote(text)} is not an ISO 8601 time", hint=hint) from error


_PARSERS: Mapping[Any, Callable[[str], Any]] = {int: _parse_integer, dt.time: _parse_time}


def read_declaration(root: etree._Element, *, ignore_unknown: bool, max_depth: int) -> Declaration:
    """Read the root element; raise `SchemaError` or `LimitError` with the line and path of the fault."""
    if root.tag != _PREFIX + ROOT:
        name = etree.QName(root)
        hint = f'write <{ROOT} xmlns="{NAMESPACE}">'
        found = f"<{name.localname}> of the namespace {name.namespace}" if name.namespace else f"<{name.localname}>"
        raise SchemaError(f"the root element is {found}", position=place_element(root), hint=hint)
    version = root.get("version")
    digits = (version or "").strip(_BLANKS)
    check_version(int(digits) if _INTEGER.fullmatch(digits) else version, place_element(root))
    for attribute in ("version", *_HINTS):
        root.attrib.pop(attribute, "")
    declaration: Declaration = _Reader(ignore_unknown=ignore_unknown, max_depth=max_depth).read(root, Declaration, 0)
    return declaration


def place_element(element: etree._Element) -> Position:
    """Return where an element stands: its line, its name, and its path such as `/declaration/annex[2]/p[1]`."""
    steps = []
    here: etree._Element | None = element
    while here is not None:
        above = here.getparent()
        name = etree.QName(here).localname
        if above is None:
            steps.append(name)
        else:
            steps.append(f"{name}[{1 + sum(1 for _ in here.itersiblings(here.tag, preceding=True))}]")
        here = above
    name = etree.QName(element).localname
    if len(steps) > _SHOWN_STEPS:
        steps[_SHOWN_STEPS // 2 : -_SHOWN_STEPS // 2] = ["…"]
    line = cast("int | None", element.sourceline)
    return Position(line=line, element=name, path="/" + "/".join(reversed(steps)))


def _refuse(element: etree._Element, message: str, hint: str | None = None, cause: Exception | None = None) -> NoReturn:
    raise SchemaError(message, position=place_element(element), hint=hint) from cause


@cache
def _index_attributes(kind: type) -> dict[str, Field]:
    """Return the attributes of the element of a class by the names of lxml."""
    return {XML_LANG if row.tag == "xml:lang" else row.tag: row for row in find_shape(kind).attributes}


@cache
def _index_children(rows: tuple[Field | Wrapper, ...]) -> dict[str, tuple[int, Field | Wrapper]]:
    """Return child elements by the names of lxml, each with its rank in the order."""
    return {_PREFIX + row.tag: (rank, row) for rank, row in enumerate(rows)}


class _Reader:
    def __init__(self, *, ignore_unknown: bool, max_depth: int) -> None:
        self._ignore_unknown = ignore_unknown
        self._max_depth = max_depth

    def read(self, element: etree._Element, kind: Any, depth: int) -> Any:
        """Read an element as a value of a class; `depth` counts the objects around it."""
        if kind is Text:
            return self._read_text(element)
        if kind is str:
            return self._read_string(element)
        if kind is Clause and depth > self._max_depth:
            raise too_deep(self._max_depth, place_element(element))
        shape = find_shape(kind)
        values = self._read_attributes(element, _index_attributes(kind))
        if shape.content is None:
            self._read_children(element, shape.children, values, depth)
        elif (text := self._read_content(element)) or shape.content.default is attrs.NOTHING:
            values[shape.content.name] = text
        for name in shape.required:
            if name not in values:
                _refuse(element, f"{VOCABULARY[kind][name]} is missing", "add it")
        try:
            return kind(**values)
        except ValidationError as error:
            _refuse(element, error.message, error.hint, error)

    def _read_attributes(self, element: etree._Element, known: Mapping[str, Field]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, text in element.items():
            if (field := known.get(str(name))) is None:
                self._pass_over(element, f"the attribute {quote(name)}")
                continue
            try:
                values[field.name] = _PARSERS.get(field.kind, str)(str(text))
            except ValidationError as error:
                _refuse(element, f"attribute {field.tag}: {error.message}", error.hint, error)
        return values

    def _read_children(
        self, element: etree._Element, rows: tuple[Field | Wrapper, ...], values: dict[str, Any], depth: int
    ) -> None:
        known = _index_children(rows)
        highest = -1
        _refuse_stray(element, element.text)
        for child in element:
            _refuse_stray(element, child.tail)
            if child.tag not in known:
                self._pass_over(child, f"<{etree.QName(child).localname}>")
                continue
            rank, row = known[str(child.tag)]
            if rank < highest or (rank == highest and not (isinstance(row, Field) and row.many)):
                once = "more than once" if rank == highest else f"after <{rows[highest].tag}>"
                order = ", ".join(row.tag for row in rows)
                _refuse(child, f"<{row.tag}> stands {once}", f"the order is: {order}")
            highest = rank
            if isinstance(row, Wrapper):
                self._read_attributes(child, {})
                self._read_children(child, row.fields, values, depth)
            elif row.many:
                values.setdefault(row.name, []).append(self.read(child, row.kind, depth + 1))
            else:
                values[row.name] = self.read(child, row.kind, depth + 1)

    def _read_string(self, element: etree._Element) -> str:
        self._read_attributes(element, {})
        return self._read_content(element)

    def _read_content(self, element: etree._Element) -> str:
        """Read the characters of an element that has no children."""
        if not len(element):
            return element.text or ""
        for child in element:
            self._pass_over(child, f"<{etree.QName(child).localname}>")
        return "".join(map(str, element.itertext()))

    def _read_text(self, element: etree._Element) -> Text:
        """Read mixed content: the characters as they are, the elements as marks."""
        self._read_attributes(element, {})
        if not len(element):
            return Text(element.text or "")
        builder = TextBuilder()
        starts: list[int] = []
        for event, node in etree.iterwalk(element, events=("start", "end")):
            if event == "start":
                starts.append(builder.length)
                builder.append(node.text or "")
                continue
            start = starts.pop()
            if node is not element:
                self._mark(builder, start, node)
                builder.append(node.tail or "")
        return builder.build()

    def _mark(self, builder: TextBuilder, start: int, node: etree._Element) -> None:
        if node.tag not in _MARKS:
            self._pass_over(node, f"<{etree.QName(node).localname}>")
            return
        kind, attribute = _MARKS[str(node.tag)]
        for name in node.attrib:
            if name != attribute:
                self._pass_over(node, f"the attribute {quote(name)}")
        if kind is MarkKind.NOTE and (builder.length > start or len(node)):
            _refuse(node, "<noteref> marks a point and holds nothing", "put its content before it")
        target = node.get(attribute) if attribute else None
        try:
            if builder.length == start and kind is not MarkKind.NOTE:
                Mark(0, 1, kind, target)  # nothing will be marked, but the target is checked all the same
            builder.mark(start, kind, target)
        except ValidationError as error:
            _refuse(node, error.message, error.hint, error)

    def _pass_over(self, element: etree._Element, what: str) -> None:
        if not self._ignore_unknown:
            _refuse(element, f"{what} is not known", "remove it, or pass ignore_unknown=True")


def _refuse_stray(element: etree._Element, text: str | None) -> None:
    if text and (stray := text.strip(_BLANKS)):
        name = etree.QName(element).localname
        _refuse(element, f"<{name}> holds the text {quote(stray)} outside of its elements", "put it into one")
