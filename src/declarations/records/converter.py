"""The cattrs door: declarations as dicts, and inside classes of your own.

The dicts have the shape of the JSON: defaults left out, dates as EDTF strings, unknown keys refused.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from enum import EnumMeta
from typing import Any, get_origin

import attrs
import msgspec
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from declarations.findings import Position
from declarations.model import DateValue, Declaration, parse_edtf
from declarations.records.fields import (
    ALWAYS_WRITTEN,
    FORMAT_VERSION,
    SCHEMA_URL,
    check_version,
    field_types,
    is_optional,
    item_type,
)

__all__ = ["configure_converter", "make_converter"]

Hook = Callable[[Any], Any]


def make_converter() -> Converter:
    """Make a cattrs converter that knows the model classes.

    `converter.unstructure(declaration)` gives a dict of plain values, equal to the decoded JSON;
    `converter.structure(data, Declaration)` reads it back and raises the errors of cattrs, which hold
    those of the model.
    """
    converter = Converter()
    configure_converter(converter)
    return converter


def configure_converter(converter: Converter) -> None:
    """Teach a cattrs converter the model classes; its hooks for other classes stay as they are."""
    for kind in _model_classes(Declaration, set()):
        fields = field_types(kind)
        written: dict[str, Any] = {
            name: override(
                unstruct_hook=_writer(hint, converter),
                omit_if_default=False if (kind, name) in ALWAYS_WRITTEN else None,
            )
            for name, hint in fields.items()
        }
        taken: dict[str, Any] = {name: override(struct_hook=_reader(hint, converter)) for name, hint in fields.items()}
        write: Hook = make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, **written)
        read: Callable[[Any, Any], Any] = make_dict_structure_fn(
            kind, converter, _cattrs_forbid_extra_keys=True, **taken
        )
        if kind is Declaration:
            read, write = _without_head(read), _with_head(write)
        converter.register_structure_hook(kind, read)
        converter.register_unstructure_hook(kind, write)


def _model_classes(kind: type, seen: set[type]) -> Iterator[type]:
    """Yield a model class after all classes that its fields hold."""
    seen.add(kind)
    for hint in field_types(kind).values():
        held = item_type(hint)
        if attrs.has(held) and held not in seen:
            yield from _model_classes(held, seen)
    yield kind


def _writer(hint: Any, converter: Converter) -> Hook:
    kind = item_type(hint)
    write: Hook = converter.unstructure if attrs.has(kind) else _LEAF_WRITERS.get(kind, _write_plain)
    if get_origin(hint) is tuple:
        return lambda values: [write(value) for value in values]
    return lambda value: None if value is None else write(value)


def _write_plain(value: Any) -> Any:
    return value.value if isinstance(type(value), EnumMeta) else value


def _reader(hint: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    kind = item_type(hint)
    if attrs.has(kind):  # looked up when called, since classes hold each other
        return lambda value, _: converter.structure(value, hint)
    read: Hook = _LEAF_READERS.get(kind) or (kind if isinstance(kind, EnumMeta) else lambda v: _expect(kind, v))
    if get_origin(hint) is tuple:
        return lambda values, _: tuple(read(value) for value in _expect(list, values))
    optional = is_optional(hint)
    return lambda value, _: None if value is None and optional else read(value)


def _expect(kind: type, value: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError(f"expected {kind.__name__}, not {type(value).__name__}")
    return value


_LEAF_WRITERS: dict[Any, Hook] = {DateValue: str, dt.time: msgspec.to_builtins}
_LEAF_READERS: dict[Any, Hook] = {
    DateValue: lambda value: parse_edtf(_expect(str, value)),
    dt.time: lambda value: msgspec.convert(_expect(str, value), dt.time),
}


def _with_head(write: Hook) -> Hook:
    return lambda declaration: {"$schema": SCHEMA_URL, "format": FORMAT_VERSION, **write(declaration)}


def _without_head(read: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    def read_body(data: Any, kind: Any) -> Any:
        if not isinstance(data, Mapping):
            raise TypeError(f"expected a mapping, not {type(data).__name__}")
        check_version(data.get("format"), Position(path="$.format"))
        return read({key: value for key, value in data.items() if key not in {"$schema", "format"}}, kind)

    return read_body
