"""Declarations as JSON (RFC 8259): canonical bytes out, checked values in, through msgspec."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs
import msgspec

from declarations.errors import DeclarationsError, MalformedInputError, SchemaError
from declarations.findings import Position
from declarations.model import DateValue, Declaration
from declarations.records.fields import (
    FORMAT_VERSION,
    SCHEMA_URL,
    check_data,
    check_version,
    field_types,
    find_depth,
    item_type,
    too_deep,
)
from declarations.records.mirrors import check_record, make_mirror, make_mirrors, to_plain, to_wire
from declarations.text import Text
from declarations.validation import quote

if TYPE_CHECKING:
    from declarations.records.converter import configure_converter, make_converter

__all__ = ["configure_converter", "dumps", "loads", "make_converter"]

_NULL = "got `null`"  # what msgspec says where another value is expected
_BOM = b"\xef\xbb\xbf"
_BYTE = re.compile(r" \(byte ([0-9]+)\)$")
_Head = msgspec.defstruct("_Head", [("format", Any, None)])
_FIELD = re.compile(r"^Object (contains unknown|missing required) field `(.*)`$", re.DOTALL)
_HINTS = {
    Declaration: 'a declaration is one JSON object: {"title": "…"}',
    Text: 'write a text as an object: {"text": "…"}',
    DateValue: "write a date as an EDTF string: 2025-03-07, 2025-03, 2025 or 2014-07-09/2014-07-11",
    dt.time: "write a time as an ISO 8601 string: 14:30:00 or 14:30:00+02:00",
}


def __getattr__(name: str) -> Any:
    """Import the cattrs converters when they are first asked for; plain JSON does without cattrs."""
    if name not in {"configure_converter", "make_converter"}:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from declarations.records import converter  # noqa: PLC0415 - see above

    return getattr(converter, name)


def dumps(declaration: Declaration, *, indent: int = 0) -> bytes:
    """Write a declaration as JSON in UTF-8; equal declarations always give equal bytes.

    Keys stand in the order of the model, defaults are left out. `indent` is the number of spaces for
    each level, for people; 0 writes one line. Raises `LimitError` for clauses nested too deep for the
    interpreter.
    """
    try:
        mirror = make_mirror(checks_leaves=False)
        record: Any = msgspec.convert(declaration, mirror, from_attributes=True, dec_hook=to_wire)
        record.schema, record.format = SCHEMA_URL, FORMAT_VERSION
        data = _encoder().encode(record)
        return msgspec.json.format(data, indent=indent) if indent > 0 else data
    except RecursionError:
        raise too_deep() from None


def loads(data: str | bytes, *, ignore_unknown: bool = False, max_depth: int = 200) -> Declaration:
    """Read a declaration from JSON, as str or as UTF-8 with or without a byte order mark.

    `ignore_unknown` passes over keys that the format does not know, instead of refusing them.
    `max_depth` is the deepest nesting of clauses. Of two equal keys in one object the last counts, and a key whose
    value is null is absent, as tables and programs write it.

    Raises `EmptyInputError`; `MalformedInputError` for what is no JSON or no UTF-8, with line, column
    and byte; `SchemaError` for JSON that is no declaration, with the path; `LimitError`.
    """
    source = _to_utf8(data)
    decoder = _decoder(ignore_unknown=ignore_unknown)
    try:
        try:
            record = decoder.decode(source)
        except msgspec.ValidationError as error:
            if _NULL not in str(error):
                raise
            record = decoder.decode(msgspec.json.encode(_drop_nulls(msgspec.json.decode(source))))
        check_version(record.format, Position(path="$.format"))
        if find_depth(record.context + record.resolutions + record.annexes) > max_depth:
            raise too_deep(max_depth)
        return check_record(record)
    except RecursionError:
        raise too_deep() from None
    except msgspec.ValidationError as error:
        raise _explain(error, source) from (error.__cause__ or error)
    except msgspec.DecodeError as error:
        raise _locate(error, source) from error


@cache
def _known_keys() -> frozenset[str]:
    mirrors: Any = make_mirrors().values()
    return frozenset(name for mirror in mirrors for name in mirror.__struct_encode_fields__)


def _drop_nulls(value: Any) -> Any:
    """Return decoded JSON without the known keys whose value is null, which tables write for what is absent."""
    if isinstance(value, dict):
        return {key: _drop_nulls(one) for key, one in value.items() if one is not None or key not in _known_keys()}
    return [_drop_nulls(one) for one in value] if isinstance(value, list) else value


@cache
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder(enc_hook=to_plain)


@cache
def _decoder(*, ignore_unknown: bool) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(make_mirror(ignore_unknown=ignore_unknown), dec_hook=to_wire)


def _to_utf8(data: str | bytes) -> bytes:
    check_data(data, "JSON")
    try:
        if isinstance(data, str):
            return data.removeprefix("\ufeff").encode()
        if b"\0" in data[:4] or data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise MalformedInputError(
                "JSON is UTF-8, and this looks like UTF-16 or UTF-32 (RFC 8259, section 8.1)",
                hint="decode it first and pass a str",
            )
        data.decode()
        return data.removeprefix(_BOM)
    except UnicodeEncodeError as error:
        message = "the string holds half of a surrogate pair, which no encoding can carry"
        raise MalformedInputError(message, position=_place(str(data)[: error.start].encode())) from error
    except UnicodeDecodeError as error:
        raise MalformedInputError(
            f"this is no UTF-8: {error.reason}", position=_place(error.object[: error.start]), hint="save it as UTF-8"
        ) from error


def _place(before: bytes) -> Position:
    """Return line, column and byte of the place after some bytes."""
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    return Position(line=line, column=column, byte=len(before))


def _locate(error: msgspec.DecodeError, source: bytes) -> MalformedInputError:
    """Turn a syntax error of msgspec into ours."""
    message = str(error)
    if found := _BYTE.search(message):
        return MalformedInputError(message[: found.start()], position=_place(source[: int(found[1])]))
    return MalformedInputError("JSON ends in the middle", position=_place(source), hint="is the file complete?")


def _explain(error: msgspec.ValidationError, source: bytes) -> SchemaError:
    """Turn an error about types or values into ours; an unknown version explains all others."""
    try:
        check_version(_read_version(source), Position(path="$.format"))
    except SchemaError as version:
        return version
    cause = error.__cause__
    message, _, path = str(error).rpartition(" - at `")
    message, path = (message, path[:-1]) if message else (path, "$")
    if isinstance(cause, DeclarationsError):
        inner = cause.position.path if cause.position else None
        return SchemaError(cause.message, position=Position(path=inner or path), hint=cause.hint)
    if found := _FIELD.match(message):
        path = f"{path}.{found[2]}"
        if found[1] == "missing required":
            return SchemaError(f"the key {quote(found[2])} is missing", position=Position(path=path), hint="add it")
        hint = "remove it, or pass ignore_unknown=True"
        return SchemaError(f"the key {quote(found[2])} is not known", position=Position(path=path), hint=hint)
    return SchemaError(message.replace("`", ""), position=Position(path=path), hint=_suggest(path))


def _read_version(source: bytes) -> object:
    try:
        head: Any = msgspec.json.decode(source, type=_Head)
    except (msgspec.DecodeError, RecursionError):
        return None
    return head.format


def _suggest(path: str) -> str | None:
    """Return what stands at a path, from the type of the model that belongs there."""
    kind: Any = Declaration
    for name in re.findall(r"\.(\w+)", path):
        fields = field_types(kind) if attrs.has(kind) else {}
        if name not in fields:
            return None
        kind = item_type(fields[name])
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return f"choose one of: {', '.join(kind)}"
    return _HINTS.get(kind)
