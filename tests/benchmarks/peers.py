"""The peers: plain msgspec structs, pydantic models, and bare lxml, all given the same data."""

from __future__ import annotations

import datetime as dt
from typing import Any, ForwardRef, get_origin

import attrs
import pydantic
from lxml import etree

from declarations.model import DateValue, Declaration
from declarations.records import json
from declarations.records.fields import field_types, is_optional, item_type

__all__ = ["BareTree", "make_pydantic_model"]


def make_pydantic_model() -> type[pydantic.BaseModel]:
    """Make frozen models of pydantic with the fields of the model classes, unknown keys refused."""
    made: dict[type, Any] = {}

    def model(kind: type) -> Any:
        if kind not in made:
            fields: dict[str, Any] = {
                "schema_": (str | None, pydantic.Field(None, alias="$schema")),
                "format": (int, 1),
            }
            fields = fields if kind is Declaration else {}
            for field in attrs.fields(kind):
                hint = field_types(kind)[field.name]
                wire: Any = translate(kind, item_type(hint))
                if is_optional(hint):
                    wire = wire | None
                elif get_origin(hint) is tuple:
                    wire = tuple[wire, ...]
                fields[field.name] = (wire, ... if field.default is attrs.NOTHING else field.default)
            config = pydantic.ConfigDict(frozen=True, extra="forbid", protected_namespaces=())
            made[kind] = pydantic.create_model(kind.__name__, __config__=config, **fields)
            made[kind].model_rebuild(_types_namespace={kind.__name__: made[kind]})
        return made[kind]

    def translate(owner: type, kind: Any) -> Any:
        if kind is owner:
            return ForwardRef(owner.__name__)
        if kind is DateValue:
            return str
        return model(kind) if attrs.has(kind) else dt.time if kind is dt.time else kind

    built: type[pydantic.BaseModel] = model(Declaration)
    return built


class BareTree:
    """What lxml alone needs to build and write the XML of a declaration: names, attributes, strings."""

    def __init__(self, data: bytes) -> None:
        self._plan = _plan(etree.fromstring(data))

    def write(self) -> bytes:
        """Build the tree element by element and serialize it."""
        tag, attributes, text, _, children = self._plan
        nsmap: Any = {None: etree.QName(tag).namespace}
        root = etree.Element(tag, attributes, nsmap=nsmap)
        root.text = text
        _build(root, children)
        return etree.tostring(root)


def _plan(element: Any) -> tuple[Any, ...]:
    return element.tag, dict(element.attrib), element.text, element.tail, [_plan(child) for child in element]


def _build(parent: Any, plans: list[Any]) -> None:
    for tag, attributes, text, tail, children in plans:
        element = etree.SubElement(parent, tag, attributes)
        element.text = text
        element.tail = tail
        if children:
            _build(element, children)


def check_pydantic(data: bytes) -> pydantic.BaseModel:
    """Read JSON with pydantic and make sure that it saw the same data."""
    model = make_pydantic_model().model_validate_json(data)
    written = model.model_dump_json(exclude_defaults=True, by_alias=True)
    assert json.loads(written) == json.loads(data)
    return model
