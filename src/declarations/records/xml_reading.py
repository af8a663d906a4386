"""XML to declaration: an element tree read along the vocabulary, every fault with its line and path."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

import attrs
import msgspec
from lxml import etree

from declarations.errors import SchemaError, ValidationError
from declarations.model import Clause, Declaration
from declarations.records.fields import check_version, too_deep
from declarations.records.mirrors import check_record, make_mirrors
from declarations.records.xml_faults import BLANKS, place_element, refuse, refuse_order, refuse_stray
from declarations.records.xml_vocabulary import MARKS, NAMESPACE, ROOT, VOCABULARY, XML_LANG, Field, Wrapper, find_shape
from declarations.text import Mark, MarkKind, Text
from declarations.validation import quote

__all__ = ["read_declaration"]

_LONGEST = 16  # digits of a number
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
    digits = text.strip(BLANKS)
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST):
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
    """Read the root element; raise `SchemaError` or `LimitError` with the line and path of the fault.

    All is put into unchecked records first, which are checked at once; only what they refuse is read value by value.
    """
    if root.tag != _PREFIX + ROOT:
        name = etree.QName(root)
        hint = f'write <{ROOT} xmlns="{NAMESPACE}">'
        found = f"<{name.localname}> of the namespace {name.namespace}" if name.namespace else f"<{name.localname}>"
        raise SchemaError(f"the root element is {found}", position=place_element(root), hint=hint)
    version = root.get("version")
    try:
        number: object = None if version is None else _parse_integer(version)
    except ValidationError:
        number = version
    check_version(number, place_element(root))
    for attribute in ("version", *_HINTS):
        root.attrib.pop(attribute, "")
    options: dict[str, Any] = {"ignore_unknown": ignore_unknown, "max_depth": max_depth}
    try:
        return check_record(_Reader(checked=False, **options).read(root, Declaration, 0))
    except (SchemaError, TypeError, msgspec.ValidationError):
        declaration: Declaration = _Reader(checked=True, **options).read(root, Declaration, 0)
        return declaration


_Attribute: TypeAlias = tuple[Field, Callable[[str], Any] | None]


@attrs.frozen(eq=False)
class _Plan:
    """How the element of one class is read."""

    make: Callable[..., Any]
    """Makes the value."""
    attributes: Mapping[Any, _Attribute]
    """Fields by the names of lxml, with what reads the characters if they are no plain string."""
    content: Field | None
    """The field that is the character content; such an element has no children."""
    children: Mapping[str, tuple[int, Field | Wrapper]]
    """Child elements by the names of lxml, each with its rank in the order."""
    rows: tuple[Field | Wrapper, ...]
    """The same in their order."""
    required: tuple[str, ...]
    """Names of the fields without a default."""


@cache
def _plan(*, checked: bool) -> tuple[Mapping[type, Callable[..., Any]], Mapping[type, _Plan]]:
    """Return what makes values of the model, each checked by itself, or else records of them; and the plans for it."""
    kinds = make_mirrors()
    makers: Mapping[type, Callable[..., Any]] = {kind: kind for kind in kinds} if checked else kinds
    plans = {}
    for kind in VOCABULARY:
        shape = find_shape(kind)
        names = {XML_LANG if row.tag == "xml:lang" else row.tag: row for row in shape.attributes}
        attributes = {name: (row, _PARSERS.get(row.kind)) for name, row in names.items()}
        children = _index_children(shape.children)
        plans[kind] = _Plan(makers[kind], attributes, shape.content, children, shape.children, shape.required)
    return makers, plans


@cache
def _index_children(rows: tuple[Field | Wrapper, ...]) -> dict[str, tuple[int, Field | Wrapper]]:
    return {_PREFIX + row.tag: (rank, row) for rank, row in enumerate(rows)}


class _Reader:
    def __init__(self, *, checked: bool, ignore_unknown: bool, max_depth: int) -> None:
        self._makers, self._plans = _plan(checked=checked)
        self._ignore_unknown = ignore_unknown
        self._max_depth = max_depth

    def read(self, element: etree._Element, kind: Any, depth: int) -> Any:
        """Read an element as a value of a class; `depth` counts the objects around it."""
        if kind is str:
            return self._read_string(element)
        if kind is Clause and depth > self._max_depth:
            raise too_deep(self._max_depth, place_element(element))
        plan = self._plans[kind]
        values: dict[str, Any] = {}
        for name, text in element.items():
            known = plan.attributes.get(name)
            if known is None or known[1] is not None:
                self._read_attribute(element, known, name, text, values)
            else:
                values[known[0].name] = text
        if plan.content is None:
            self._read_children(element, plan.children, plan.rows, values, depth)
        elif (text := self._read_content(element)) or plan.content.default is attrs.NOTHING:
            values[plan.content.name] = text
        for name in plan.required:
            if name not in values:
                refuse(element, f"{VOCABULARY[kind][name]} is missing", "add it")
        try:
            return plan.make(**values)
        except ValidationError as error:
            refuse(element, error.message, error.hint, error)

    def _read_attribute(
        self, element: etree._Element, known: _Attribute | None, name: Any, text: Any, values: dict[str, Any]
    ) -> None:
        if known is None:
            self._pass_over(element, f"the attribute {quote(name)}")
            return
        field, parse = known
        try:
            values[field.name] = text if parse is None else parse(text)
        except ValidationError as error:
            refuse(element, f"attribute {field.tag}: {error.message}", error.hint, error)

    def _read_children(
        self,
        element: etree._Element,
        known: Mapping[str, tuple[int, Field | Wrapper]],
        rows: tuple[Field | Wrapper, ...],
        values: dict[str, Any],
        depth: int,
    ) -> None:
        highest = -1
        if (stray := element.text) and stray.strip(BLANKS):
            refuse_stray(element, stray)
        for child in element:
            if (stray := child.tail) and stray.strip(BLANKS):
                refuse_stray(element, stray)
            found = known.get(child.tag)
            if found is None:
                self._pass_over(child, f"<{etree.QName(child).localname}>")
                continue
            rank, row = found
            if rank <= highest and (rank < highest or not row.many):
                refuse_order(child, rows, rank, highest)
            highest = rank
            if isinstance(row, Wrapper):
                self._refuse_attributes(child)
                self._read_children(child, _index_children(row.fields), row.fields, values, depth)
                continue
            value = self._read_text(child) if row.kind is Text else self.read(child, row.kind, depth + 1)
            if not row.many:
                values[row.name] = value
            elif row.name in values:
                values[row.name].append(value)
            else:
                values[row.name] = [value]

    def _refuse_attributes(self, element: etree._Element) -> None:
        for name in element.attrib:
            self._pass_over(element, f"the attribute {quote(name)}")

    def _read_string(self, element: etree._Element) -> str:
        self._refuse_attributes(element)
        return self._read_content(element)

    def _read_content(self, element: etree._Element) -> str:
        """Read the characters of an element that has no children."""
        if not len(element):
            return element.text or ""
        for child in element:
            self._pass_over(child, f"<{etree.QName(child).localname}>")
        return "".join(map(str, element.itertext()))

    def _read_text(self, element: etree._Element) -> Any:
        """Read mixed content: the characters as they are, the elements as marks."""
        self._refuse_attributes(element)
        if not len(element):
            return self._makers[Text](text=element.text or "")
        strings = [element.text or ""]
        marks: list[Any] = []
        length = len(strings[0])
        stack: list[tuple[etree._Element, int, Iterator[etree._Element]]] = [(element, 0, iter(element))]
        while stack:
            node, start, children = stack[-1]
            child = next(children, None)
            if child is not None:
                stack.append((child, length, iter(child)))
                string = child.text
            else:
                stack.pop()
                if not stack:
                    break
                self._mark(marks, start, length, node)
                string = node.tail
            if string:
                strings.append(string)
                length += len(string)
        return self._makers[Text](text="".join(strings), marks=marks)

    def _mark(self, marks: list[Any], start: int, end: int, node: etree._Element) -> None:
        """Add the mark that an element is, unless it holds nothing."""
        if (known := _MARKS.get(node.tag)) is None:
            self._pass_over(node, f"<{etree.QName(node).localname}>")
            return
        kind, attribute = known
        target: Any = None
        for name, value in node.items():
            if name == attribute:
                target = value
            else:
                self._pass_over(node, f"the attribute {quote(name)}")
        if kind is MarkKind.NOTE and (end > start or len(node)):
            refuse(node, "<noteref> marks a point and holds nothing", "put its content before it")
        try:
            if end > start or kind is MarkKind.NOTE:
                marks.append(self._makers[Mark](start=start, end=end, kind=kind, target=target))
            else:
                Mark(0, 1, kind, target)  # nothing will be marked, but the target is checked all the same
        except ValidationError as error:
            refuse(node, error.message, error.hint, error)

    def _pass_over(self, element: etree._Element, what: str) -> None:
        if not self._ignore_unknown:
            refuse(element, f"{what} is not known", "remove it, or pass ignore_unknown=True")
