"""The schema of the XML: RELAX NG (ISO/IEC 19757-2) in its XML syntax, with the datatypes of XML Schema."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import attrs

from declarations.model import Dated, Declaration
from declarations.records.fields import FORMAT_VERSION
from declarations.records.xml_vocabulary import MARKS, NAMESPACE, ROOT, VOCABULARY, Field, Wrapper, find_shape
from declarations.text import MarkKind, Text
from declarations.validation import LARGEST_INTEGER
from tools.schemas.docstrings import tell_class, tell_fields
from tools.schemas.elements import Element, Maker
from tools.schemas.patterns import SIMPLE_TYPES, unfold
from tools.schemas.rules import COUNT, ENUMS, INTEGER, NEVER_EMPTY, TARGETS, find_type_name

__all__ = ["make_relax_ng"]

_TYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
_NOTES = "http://relaxng.org/ns/compatibility/annotations/1.0"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_STRUCTURE = "http://relaxng.org/ns/structure/1.0"
_BLANKS = r"[ \t\n\r]*"
_RNG = Maker(_STRUCTURE, **{"": _STRUCTURE}, a=_NOTES, xsi=_INSTANCE)
_A = Maker(_NOTES)


def make_relax_ng() -> Element:
    """Return the grammar."""
    unused = {"Characters"}
    return _RNG(
        "grammar",
        _tell(tell_class(Declaration)),
        _RNG("start", _RNG("element", _refer(Declaration.__name__), name=ROOT)),
        *(_define(kind.__name__, tell_class(kind), *_describe_class(kind)) for kind in VOCABULARY),
        _describe_text(),
        *(_describe_enum(kind) for kind in ENUMS if kind is not MarkKind),
        *(_describe_string(name) for name in SIMPLE_TYPES if name not in unused),
        _define(COUNT, "A number.", _describe_number()),
        ns=NAMESPACE,
        datatypeLibrary=_TYPES,
    )


def _tell(words: str) -> Element:
    return _A("documentation", words)


def _define(name: str, words: str, *parts: Element) -> Element:
    return _RNG("define", _tell(words), *parts, name=name)


def _refer(name: str) -> Element:
    return _RNG("ref", name=name)


def _describe_class(kind: type) -> list[Element]:
    shape = find_shape(kind)
    parts = _describe_attributes(kind, shape.attributes)
    if kind is Declaration:
        parts[:0] = _describe_head()
    if shape.content:
        is_required = shape.content.name in shape.required
        return [*parts, _refer(find_type_name(kind, shape.content.name) if is_required else "OptionalString")]
    return [*parts, *_describe_children(kind)]


def _describe_head() -> list[Element]:
    """Describe the attributes of the root that are no fields: the version, and where an XML Schema is."""
    version = _RNG("attribute", _describe_number(FORMAT_VERSION, FORMAT_VERSION), name="version")
    names = "xsi:schemaLocation", "xsi:noNamespaceSchemaLocation"
    hints = (_RNG("attribute", _RNG("text"), name=name) for name in names)
    return [_RNG("optional", attribute) for attribute in (version, *hints)]


def _describe_attributes(kind: type, fields: Sequence[Field]) -> list[Element]:
    """Describe attributes; those of a date have two forms, since a time of day needs a full date."""
    described = {field.name: _describe_attribute(kind, field) for field in fields}
    if kind is not Dated:
        return list(described.values())
    (time,) = described.pop("time")
    day = _RNG("attribute", _refer("Day"), name=described["date"].get("name", ""))
    both = _RNG("choice", described.pop("date"), _RNG("group", day, time))
    return [*described.values(), both]


def _describe_attribute(kind: type, field: Field) -> Element:
    attribute = _RNG(
        "attribute", _tell(tell_fields(kind)[field.name]), _refer(find_type_name(kind, field.name)), name=field.tag
    )
    if field.default is attrs.NOTHING:
        return attribute
    if field.default is not None:
        attribute.set(f"{{{_NOTES}}}defaultValue", str(field.default))
    return _RNG("optional", attribute)


def _describe_children(kind: type) -> list[Element]:
    """Describe child elements; if one at least must be there, there is an alternative for each that can be first."""
    rows = find_shape(kind).children
    if kind not in NEVER_EMPTY:
        return [_describe_row(kind, row) for row in rows]
    alternatives = (
        _RNG(
            "group",
            _describe_row(kind, row, is_first=True),
            *(_describe_row(kind, after) for after in rows[place + 1 :]),
        )
        for place, row in enumerate(rows)
    )
    return [_RNG("choice", *alternatives)]


def _describe_row(kind: type, row: Field | Wrapper, *, is_first: bool = False) -> Element:
    if isinstance(row, Wrapper):
        inner = [_describe_row(kind, field, is_first=is_first) for field in row.fields]
        element, is_many = _RNG("element", *inner, name=row.tag), False
    else:
        told = _tell(tell_fields(kind)[row.name])
        element, is_many = _RNG("element", told, _refer(find_type_name(kind, row.name)), name=row.tag), row.many
    if is_first or (isinstance(row, Field) and row.name in find_shape(kind).required):
        return _RNG("oneOrMore", element) if is_many else element
    return _RNG("zeroOrMore", element) if is_many else _RNG("optional", element)


def _describe_text() -> Element:
    marks = (_describe_mark(kind, *MARKS[kind]) for kind in MARKS)
    return _define(Text.__name__, tell_class(Text), _RNG("mixed", _RNG("zeroOrMore", _RNG("choice", *marks))))


def _describe_mark(kind: MarkKind, tag: str, attribute: str | None) -> Element:
    """Describe the element of a mark; that of a note holds nothing, not even white space."""
    told = [_tell(words)] if (words := tell_fields(MarkKind).get(kind.name)) else []
    target = [_RNG("attribute", _refer(TARGETS[kind]), name=attribute)] if attribute else []
    content = _RNG("value", type="string") if kind is MarkKind.NOTE else _refer(Text.__name__)
    return _RNG("element", *told, *target, content, name=tag)


def _describe_enum(kind: type[StrEnum]) -> Element:
    values = (_RNG("value", member.value, type="string") for member in kind)
    return _define(kind.__name__, tell_class(kind), _RNG("choice", *values))


def _describe_string(name: str) -> Element:
    simple = SIMPLE_TYPES[name]
    data = _RNG("data", _RNG("param", unfold(simple.pattern), name="pattern"), type="string")
    return _define(name, simple.description, data)


def _describe_number(low: int = 0, high: int = LARGEST_INTEGER) -> Element:
    """Describe a number; libxml2 looks for the pattern before it takes blanks off, so the pattern has them too."""
    limits = {"pattern": f"{_BLANKS}{INTEGER}{_BLANKS}", "minInclusive": str(low), "maxInclusive": str(high)}
    return _RNG("data", *(_RNG("param", value, name=name) for name, value in limits.items()), type="nonNegativeInteger")
