"""The schema of the JSON: JSON Schema, draft 2020-12."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, get_origin

import attrs

from declarations.model import Agent, Clause, Dated, Declaration, Label
from declarations.records import json
from declarations.records.fields import ALWAYS_WRITTEN, FORMAT_VERSION, SCHEMA_URL, field_types, is_optional
from declarations.text import Mark, MarkKind, Text
from declarations.validation import LARGEST_INTEGER
from tools.schemas.docstrings import tell_class, tell_fields
from tools.schemas.patterns import SIMPLE_TYPES, SimpleType
from tools.schemas.rules import CLASSES, COUNT, ENUMS, TARGETS, find_type_name

__all__ = ["make_json_schema"]

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NULL: Schema = {"type": "null"}
_EXAMPLE = Declaration(
    kind="statement",
    title="Statement on the Harbour",
    issuers=[Agent(name="Harbour Assembly", abbreviation="HA", kind="body")],
    dates=[Dated(role="adopted", date="2025-03-07", text="7 March 2025")],
    language="en",
    resolutions=[
        Clause(
            label=Label("1.", ordinal=1, style="decimal"),
            paragraphs=[Text("Asks the town to raise the walls.", [Mark(0, 4, "emphasis")])],
            action="asks",
        )
    ],
)


def make_json_schema() -> Schema:
    """Return the schema as the value that is written as JSON."""
    body = _describe_class(Declaration)
    body["properties"] = _describe_head() | body["properties"]
    named = {COUNT: {"description": "A number.", "type": "integer", "minimum": 0, "maximum": LARGEST_INTEGER}}
    named |= {name: _describe_simple(simple) for name, simple in SIMPLE_TYPES.items()}
    named |= {kind.__name__: _describe_enum(kind) for kind in ENUMS}
    named |= {kind.__name__: _describe_class(kind) for kind in CLASSES if kind is not Declaration}
    examples = [json.make_converter().unstructure(_EXAMPLE)]
    head = {"$schema": _DIALECT, "$id": SCHEMA_URL, "title": Declaration.__name__}
    return head | body | {"examples": examples, "$defs": {name: named[name] for name in _used(body, named)}}


def _used(body: Schema, named: dict[str, Schema]) -> list[str]:
    """Return the names that are referred to, in the order in which they are first met."""
    found: dict[str, None] = {}
    waiting: list[Any] = [body]
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, list):
            waiting += part
        elif isinstance(part, dict):
            name = str(part.get("$ref", "")).rpartition("/")[2]
            if name and name not in found:
                found[name] = None
                waiting.append(named[name])
            waiting += part.values()
    return list(found)


def _refer(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _describe_head() -> Schema:
    """Describe the two keys that are no fields of the model."""
    return {
        "$schema": {"description": "Address of this schema.", "type": ["string", "null"], "default": SCHEMA_URL},
        "format": {"description": "Version of the format.", "enum": [FORMAT_VERSION, None], "default": FORMAT_VERSION},
    }


def _describe_simple(simple: SimpleType) -> Schema:
    """Describe a string; in some implementations `$` stands before a last line feed too, so that is said apart."""
    schema: Schema = {"description": simple.description, "type": "string", "pattern": f"^({simple.pattern})$"}
    if simple.is_line:
        schema["not"] = {"pattern": r"\n"}
    if simple.examples:
        schema["examples"] = list(simple.examples)
    return schema


def _describe_enum(kind: type[StrEnum]) -> Schema:
    return {"description": tell_class(kind), "type": "string", "enum": [member.value for member in kind]}


def _describe_class(kind: type) -> Schema:
    fields = attrs.fields(kind)
    required = [
        field.name for field in fields if field.default is attrs.NOTHING or (kind, field.name) in ALWAYS_WRITTEN
    ]
    schema: Schema = {
        "description": tell_class(kind),
        "type": "object",
        "properties": {field.name: _describe_field(kind, field) for field in fields},
        "additionalProperties": False,
    }
    if required:
        schema["required"] = required
    return schema | _CONDITIONS.get(kind, {})


def _describe_field(owner: type, field: attrs.Attribute[Any]) -> Schema:
    hint = field_types(owner)[field.name]
    schema: Schema = {"description": tell_fields(owner)[field.name]}
    held = _refer(find_type_name(owner, field.name))
    if get_origin(hint) is tuple:
        schema |= {"type": ["array", "null"], "items": held}
    elif is_optional(hint) or (field.default is not attrs.NOTHING and (owner, field.name) not in ALWAYS_WRITTEN):
        schema |= {"anyOf": [held, _NULL]}  # null is what tables write for what is absent
    else:
        schema |= held
    if field.default is not attrs.NOTHING and (owner, field.name) not in ALWAYS_WRITTEN:
        schema["default"] = list(field.default) if isinstance(field.default, tuple) else field.default
    return schema


def _when(condition: Schema, consequence: Schema) -> Schema:
    key = next(iter(condition))
    return {"if": {"properties": condition, "required": [key]}, "then": consequence}


def _is_there(name: str, schema: Schema) -> Schema:
    return {"required": [name], "properties": {name: {"not": _NULL} | schema}}


_SAYS_SOMETHING: Schema = {
    "type": "object",
    "anyOf": [{"properties": {"text": {"minLength": 1}}}, _is_there("marks", {"minItems": 1})],
}

_UNTARGETED = [kind for kind in MarkKind if kind not in TARGETS]
_CONDITIONS: dict[type, Schema] = {
    Clause: {
        "anyOf": [
            _is_there("label", {"type": "object"}),
            _is_there("heading", _SAYS_SOMETHING),
            *(_is_there(name, {"minItems": 1}) for name in ("paragraphs", "items", "tail")),
        ]
    },
    Dated: _when({"time": {"type": "string"}}, {"properties": {"date": _refer("Day")}}),
    Mark: {
        "allOf": [
            *(_when({"kind": {"const": kind}}, _is_there("target", _refer(held))) for kind, held in TARGETS.items()),
            _when({"kind": {"enum": _UNTARGETED}}, {"properties": {"target": _NULL}}),
        ]
    },
}
"""What must hold between the fields of a class."""
