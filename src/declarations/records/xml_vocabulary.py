"""The XML vocabulary: which element or attribute every field of the model becomes.

One table serves writing and reading. A new field of a declaration is an element that is named after one of its values.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import groupby
from types import MappingProxyType
from typing import Any, get_origin

import attrs

from declarations.model import Agent, Clause, Dated, Declaration, Identifier, Label, Note, Signatory, Source, Vote
from declarations.model.metadata import SINGULARS
from declarations.records.fields import field_types, item_type
from declarations.text import MarkKind

__all__ = ["MARKS", "NAMESPACE", "ROOT", "VOCABULARY", "XML_LANG", "Field", "Shape", "Wrapper", "find_shape"]

NAMESPACE = "https://declarations.readthedocs.io/ns/1"
"""Namespace of all elements."""
ROOT = "declaration"
"""Name of the root element."""
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute `xml:lang` (XML 1.0, section 2.12) as lxml names it."""

_PLACES: Mapping[str, str] = {
    "kind": "@kind",
    "language": "@xml:lang",
    "context_heading": "context/heading",
    "context": "context/clause",
    "resolutions_heading": "resolutions/heading",
    "resolutions": "resolutions/clause",
    "closing": "closing/p",
}
"""Places of the fields of a declaration that are not elements named after one of their values."""


def _find_place(field: str) -> str:
    """Return the place of a field of a declaration."""
    return _PLACES.get(field) or SINGULARS.get(field, field).replace("_", "-")


VOCABULARY: Mapping[type, Mapping[str, str]] = MappingProxyType(
    {
        Declaration: {field.name: _find_place(field.name) for field in attrs.fields(Declaration)},
        Identifier: {"value": "text()", "scheme": "@scheme"},
        Agent: {
            "name": "name",
            "abbreviation": "abbreviation",
            "kind": "@kind",
            "url": "url",
            "identifiers": "identifier",
            "aliases": "alias",
        },
        Dated: {"role": "@role", "date": "@value", "time": "@time", "text": "text()"},
        Label: {"printed": "text()", "ordinal": "@ordinal", "style": "@style"},
        Clause: {
            "id": "@id",
            "label": "label",
            "heading": "heading",
            "paragraphs": "p",
            "items": "clause",
            "tail": "tail/p",
            "phrase": "@phrase",
            "stance": "@stance",
            "action": "@action",
        },
        Vote: {
            "printed": "text()",
            "manner": "@manner",
            "in_favour": "@in-favour",
            "against": "@against",
            "abstaining": "@abstaining",
        },
        Signatory: {"agent": "agent", "role": "@role", "capacity": "capacity", "on_behalf_of": "on-behalf-of"},
        Note: {"id": "@id", "label": "@label", "paragraphs": "p"},
        Source: {
            "url": "url",
            "site": "site",
            "author": "author",
            "categories": "category",
            "media_type": "media-type",
        },
    }
)
"""For every field its place in the element of its class, as a path in the manner of XPath: an attribute,
the character content, a child, or a child of a child that stands once around all of its kind."""

MARKS: Mapping[MarkKind, tuple[str, str | None]] = MappingProxyType(
    {
        MarkKind.EMPHASIS: ("em", None),
        MarkKind.STRONG: ("strong", None),
        MarkKind.UNDERLINE: ("u", None),
        MarkKind.STRIKE: ("s", None),
        MarkKind.SUPERSCRIPT: ("sup", None),
        MarkKind.SUBSCRIPT: ("sub", None),
        MarkKind.CODE: ("code", None),
        MarkKind.TABLE: ("table", None),
        MarkKind.LINK: ("a", "href"),
        MarkKind.LANGUAGE: ("span", "xml:lang"),
        MarkKind.NOTE: ("noteref", "target"),
    }
)
"""Element of every mark, and the attribute that holds its target."""


@attrs.frozen(eq=False)  # there is one of each, and looking it up must be quick
class Field:
    """Where one field of a class stands in XML."""

    name: str
    """Name of the field in the model."""
    tag: str
    """Name of the attribute or element, without the namespace."""
    kind: Any
    """Class of the value, or of each one."""
    default: Any
    """Value that is not written; `attrs.NOTHING` when there is none."""
    many: bool
    """Whether the field holds several values."""


@attrs.frozen(eq=False)
class Wrapper:
    """An element that stands once around the values of some fields."""

    tag: str
    """Name of the element."""
    fields: tuple[Field, ...]
    """Fields inside it, in order."""
    many = False
    """It stands once."""


@attrs.frozen(eq=False)
class Shape:
    """How the element of one class is built."""

    attributes: tuple[Field, ...]
    """Fields that are attributes."""
    content: Field | None
    """The field that is the character content, if there is one; such an element has no children."""
    children: tuple[Field | Wrapper, ...]
    """Fields that are child elements, in the order in which they must stand."""
    required: tuple[str, ...]
    """Names of the fields without a default."""


@cache
def find_shape(kind: type) -> Shape:
    """Return the shape of a model class, from `VOCABULARY` and the types of its fields."""
    placed = [(path, _describe(kind, name, path)) for name, path in VOCABULARY[kind].items()]
    children: list[Field | Wrapper] = []
    inside = [(path, field) for path, field in placed if path[0] != "@" and path != "text()"]
    for outer, group in groupby(inside, key=lambda pair: pair[0].rpartition("/")[0]):
        fields = tuple(field for _, field in group)
        children += [Wrapper(outer, fields)] if outer else fields
    return Shape(
        tuple(field for path, field in placed if path[0] == "@"),
        next((field for path, field in placed if path == "text()"), None),
        tuple(children),
        tuple(field.name for _, field in placed if field.default is attrs.NOTHING),
    )


def _describe(kind: type, name: str, path: str) -> Field:
    hint = field_types(kind)[name]
    default = getattr(attrs.fields(kind), name).default
    return Field(name, path.rpartition("/")[2].lstrip("@"), item_type(hint), default, get_origin(hint) is tuple)
