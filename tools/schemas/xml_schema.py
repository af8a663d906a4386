"""The schema of the XML: W3C XML Schema 1.0, in two files since `xml:lang` is of another namespace."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import attrs
from lxml import etree

from declarations.model import Declaration
from declarations.records.fields import FORMAT_VERSION
from declarations.records.xml_vocabulary import MARKS, NAMESPACE, ROOT, VOCABULARY, Field, Wrapper, find_shape
from declarations.text import MarkKind, Text
from declarations.validation import LARGEST_INTEGER
from tools.schemas.docstrings import tell_class, tell_fields
from tools.schemas.elements import Element, Maker
from tools.schemas.patterns import SIMPLE_TYPES, unfold
from tools.schemas.rules import COUNT, ENUMS, INTEGER, NEVER_EMPTY, TARGETS, UNIQUE, find_type_name

__all__ = ["XML_FILE", "make_lang_schema", "make_xml_schema"]

XML_FILE = "xml.xsd"
"""Name of the file that declares `xml:lang`."""

_XML = "http://www.w3.org/XML/1998/namespace"
_SCHEMA = "http://www.w3.org/2001/XMLSchema"
_ANY = {"minOccurs": "0", "maxOccurs": "unbounded"}
_LANGUAGE = "LanguageTag"
_XS = Maker(_SCHEMA, xs=_SCHEMA, d=NAMESPACE)


def make_xml_schema() -> Element:
    """Return the schema of the namespace of declarations."""
    simple = [name for name in SIMPLE_TYPES if name not in {"Characters", "Day", _LANGUAGE}]
    return _XS(
        "schema",
        _tell(tell_class(Declaration)),
        _XS("import", namespace=_XML, schemaLocation=XML_FILE),
        _describe_root(),
        *(_describe_class(kind) for kind in VOCABULARY),
        *(wrapper for kind in VOCABULARY for wrapper in _describe_wrappers(kind)),
        *_describe_text(),
        *(_describe_enum(kind) for kind in ENUMS if kind is not MarkKind),
        *(_describe_string(name) for name in simple),
        _describe_number(),
        targetNamespace=NAMESPACE,
        elementFormDefault="qualified",
    )


def make_lang_schema() -> Element:
    """Return the schema that declares the one attribute of the namespace of XML itself."""
    tag = _describe_string(_LANGUAGE)
    del tag.attrib["name"]
    schema = _XS("schema", _XS("attribute", tag, name="lang"), targetNamespace=_XML)
    etree.cleanup_namespaces(schema)
    return schema


def _tell(words: str) -> Element:
    return _XS("annotation", _XS("documentation", words))


def _describe_root() -> Element:
    """Describe the root; no two clauses may have one id, nor two notes."""
    tags = {kind: sorted(_find_tags(kind)) for kind in UNIQUE}
    return _XS(
        "element",
        *(
            _XS(
                "unique",
                _XS("selector", xpath=" | ".join(f".//d:{tag}" for tag in tags[kind])),
                _XS("field", xpath="@id"),
                name=f"ids-of-{kind.__name__.lower()}s",
            )
            for kind in UNIQUE
        ),
        name=ROOT,
        type=f"d:{Declaration.__name__}",
    )


def _find_tags(kind: type) -> set[str]:
    """Return the names of all elements of a class."""
    rows = [row for owner in VOCABULARY for row in find_shape(owner).children]
    fields = [field for row in rows for field in (row.fields if isinstance(row, Wrapper) else (row,))]
    return {field.tag for field in fields if field.kind is kind}


def _describe_class(kind: type) -> Element:
    shape = find_shape(kind)
    attributes = [_describe_attribute(kind, field) for field in shape.attributes]
    if kind is Declaration:
        attributes.insert(0, _XS("attribute", _describe_version(), name="version"))
    if shape.content:
        base = find_type_name(kind, shape.content.name) if shape.content.name in shape.required else "OptionalString"
        content = _XS("simpleContent", _XS("extension", *attributes, base=f"d:{base}"))
        return _XS("complexType", _tell(tell_class(kind)), content, name=kind.__name__)
    return _XS("complexType", _tell(tell_class(kind)), _describe_children(kind), *attributes, name=kind.__name__)


def _describe_version() -> Element:
    return _XS("simpleType", _XS("restriction", _XS("enumeration", value=str(FORMAT_VERSION)), base=f"d:{COUNT}"))


def _describe_attribute(kind: type, field: Field) -> Element:
    told = _tell(tell_fields(kind)[field.name])
    use = {"use": "required"} if field.default is attrs.NOTHING else {}
    if field.tag == "xml:lang":
        return _XS("attribute", told, ref=field.tag, **use)
    default = {} if field.default in {attrs.NOTHING, None} else {"default": str(field.default)}
    return _XS("attribute", told, name=field.tag, type=f"d:{find_type_name(kind, field.name)}", **use, **default)


def _describe_children(kind: type) -> Element:
    """Describe child elements; if one at least must be there, there is an alternative for each that can be first."""
    rows = find_shape(kind).children
    if kind not in NEVER_EMPTY:
        return _XS("sequence", *(_describe_row(kind, row) for row in rows))
    return _XS(
        "choice",
        *(
            _XS(
                "sequence",
                _describe_row(kind, row, is_first=True),
                *(_describe_row(kind, after) for after in rows[place + 1 :]),
            )
            for place, row in enumerate(rows)
        ),
    )


def _name(kind: type, wrapper: Wrapper) -> str:
    """Name the type of a wrapper, since elements of one name in one type need one type that has a name."""
    return f"{kind.__name__}-{wrapper.tag}"


def _describe_wrappers(kind: type) -> Iterator[Element]:
    for row in find_shape(kind).children:
        if isinstance(row, Wrapper):
            inner = _XS("sequence", *(_describe_row(kind, field) for field in row.fields))
            yield _XS("complexType", inner, name=_name(kind, row))


def _describe_row(kind: type, row: Field | Wrapper, *, is_first: bool = False) -> Element:
    if isinstance(row, Wrapper):
        return _XS("element", name=row.tag, type=f"d:{_name(kind, row)}", **({} if is_first else {"minOccurs": "0"}))
    occurs = {} if is_first or row.name in find_shape(kind).required else {"minOccurs": "0"}
    if row.many:
        occurs["maxOccurs"] = "unbounded"
    told = _tell(tell_fields(kind)[row.name])
    return _XS("element", told, name=row.tag, type=f"d:{find_type_name(kind, row.name)}", **occurs)


def _describe_text() -> list[Element]:
    """Describe texts and the group of the elements that stand for marks."""
    marks = _XS("group", _XS("choice", *(_describe_mark(kind, *MARKS[kind]) for kind in MARKS)), name="Marks")
    inner = _XS("group", ref="d:Marks", **_ANY)
    return [_XS("complexType", _tell(tell_class(Text)), inner, name=Text.__name__, mixed="true"), marks]


def _describe_mark(kind: MarkKind, tag: str, attribute: str | None) -> Element:
    told = [_tell(words)] if (words := tell_fields(MarkKind).get(kind.name)) else []
    if attribute is None:
        return _XS("element", *told, name=tag, type=f"d:{Text.__name__}")
    named = {"ref": attribute} if ":" in attribute else {"name": attribute, "type": f"d:{TARGETS[kind]}"}
    target = _XS("attribute", use="required", **named)
    if kind is MarkKind.NOTE:
        return _XS("element", *told, _XS("complexType", target), name=tag)
    content = _XS("complexContent", _XS("extension", target, base=f"d:{Text.__name__}"), mixed="true")
    return _XS("element", *told, _XS("complexType", content), name=tag)


def _describe_enum(kind: type[StrEnum]) -> Element:
    told = tell_fields(kind)
    values = (
        _XS("enumeration", *([_tell(told[member.name])] if member.name in told else []), value=member.value)
        for member in kind
    )
    return _XS("simpleType", _tell(tell_class(kind)), _XS("restriction", *values, base="xs:string"), name=kind.__name__)


def _describe_string(name: str) -> Element:
    simple = SIMPLE_TYPES[name]
    pattern = _XS("restriction", _XS("pattern", value=unfold(simple.pattern)), base="xs:string")
    return _XS("simpleType", _tell(simple.description), pattern, name=name)


def _describe_number() -> Element:
    limits = _XS("pattern", value=INTEGER), _XS("maxInclusive", value=str(LARGEST_INTEGER))
    return _XS("simpleType", _tell("A number."), _XS("restriction", *limits, base="xs:nonNegativeInteger"), name=COUNT)
