"""Struct mirrors of the model classes: what msgspec encodes and decodes, made from the model itself.

msgspec writes attrs classes too, but only for structs does it leave out defaults and refuse unknown
keys. A mirror has the fields of its class in their order, so a new field needs nothing here.
"""

from __future__ import annotations

import types
from functools import cache
from typing import Any, ForwardRef, get_origin

import attrs
import msgspec

from declarations.model import DateRange, DateValue, Declaration, PartialDate, parse_edtf
from declarations.records.fields import ALWAYS_WRITTEN, field_types, is_optional, item_type

__all__ = ["WireDate", "check_record", "from_wire", "make_mirror", "make_mirrors", "to_plain", "to_wire"]

_HEAD = [("schema", str | None, None), ("format", int | None, None)]


class WireDate:
    """A date between model and wire, where it is an EDTF string."""

    __slots__ = ("date",)

    def __init__(self, date: PartialDate | DateRange) -> None:
        self.date = date


def make_mirror(*, ignore_unknown: bool = False, checks_leaves: bool = True) -> type[msgspec.Struct]:
    """Return the mirror of `Declaration`; it also has `$schema` and `format`."""
    return make_mirrors(ignore_unknown=ignore_unknown, checks_leaves=checks_leaves)[Declaration]


@cache
def make_mirrors(*, ignore_unknown: bool = False, checks_leaves: bool = True) -> dict[type, type[msgspec.Struct]]:
    """Make the mirrors of `Declaration` and of all classes that it holds.

    `ignore_unknown` makes mirrors that pass over keys which the format does not know. Without `checks_leaves` strings
    and numbers are taken as they are, as those of a model that is written can be.
    """
    made: dict[type, type[msgspec.Struct]] = {}

    def mirror(kind: type) -> type[msgspec.Struct]:
        if kind not in made:
            head = _HEAD if kind is Declaration else []
            made[kind] = struct = msgspec.defstruct(
                kind.__name__,
                head + [describe(kind, field) for field in attrs.fields(kind)],
                rename={"schema": "$schema"} if head else None,
                kw_only=True,
                omit_defaults=True,
                forbid_unknown_fields=not ignore_unknown,
                gc=False,  # a mirror holds no cycles
            )
            setattr(struct, kind.__name__, struct)  # where msgspec looks up the class inside itself
        return made[kind]

    def describe(owner: type, field: attrs.Attribute[Any]) -> tuple[Any, ...]:
        hint = field_types(owner)[field.name]
        wire: Any = translate(owner, item_type(hint))
        if is_optional(hint):
            wire = wire | None
        elif get_origin(hint) is tuple:
            wire = types.GenericAlias(tuple, (wire, ...))
        required = field.default is attrs.NOTHING or (owner, field.name) in ALWAYS_WRITTEN
        return (field.name, wire) if required else (field.name, wire, field.default)

    def translate(owner: type, kind: Any) -> Any:
        if kind is owner:
            return ForwardRef(owner.__name__)
        if kind is DateValue:
            return WireDate
        return mirror(kind) if attrs.has(kind) else kind if checks_leaves else Any

    mirror(Declaration)
    return made


def check_record(record: msgspec.Struct) -> Declaration:
    """Return the declaration that a mirror holds, every value of it checked; raise what `msgspec.convert` raises."""
    return msgspec.convert(record, Declaration, from_attributes=True, dec_hook=from_wire)


def to_wire(kind: type, value: Any) -> WireDate:
    """Make a `WireDate` of a date of the model or of an EDTF string (hook of `msgspec.convert` and decoders)."""
    if isinstance(value, PartialDate | DateRange):
        return WireDate(value)
    if kind is WireDate and isinstance(value, str):
        return WireDate(parse_edtf(value))
    raise TypeError(f"Expected `str`, got `{type(value).__name__}`")


def from_wire(_kind: type, value: Any) -> PartialDate | DateRange:
    """Take the date of the model out of a `WireDate`, or read an EDTF string (hook of `msgspec.convert`)."""
    if isinstance(value, str):
        return parse_edtf(value)
    date: PartialDate | DateRange = value.date
    return date


def to_plain(value: Any) -> str:
    """Write a date as EDTF, and a subclass of str as its characters (hook of encoders)."""
    return str(value.date) if isinstance(value, WireDate) else str.__str__(value)
