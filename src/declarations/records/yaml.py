"""YAML (1.1) as plain mappings, lists and strings: one document at a time in, pieces of a document out.

PyYAML's parser gives events; what is made of them here. No value is guessed from its looks: `0044`, `2025-10-13`
and `no` stay strings, so there are no numbers, dates or objects to go wrong. A line break at the end of a block is
layout, and no part of the string.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, BinaryIO, TypeAlias, cast

import attrs
import yaml

from declarations.errors import DeclarationsError, LimitError, MalformedInputError
from declarations.findings import Position
from declarations.validation import quote

__all__ = ["Table", "Value", "dump_piece", "load_documents"]


class Table(dict[str, Any]):
    """A mapping that knows in which line of the file each of its keys stands."""

    lines: Mapping[str, int]


Value: TypeAlias = "Table | list[Any] | str | None"
"""What a document is made of."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("bool", "float", "int", "map", "null", "seq", "str", "timestamp")
)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})  # YAML 1.1, type null
_BLOCKS = ("|", ">")  # styles in which a string always ends with a line break
# What other readers take for no string, and PyYAML does not: numbers of YAML 1.2, `y`, symbols of Ruby.
_OTHER = re.compile(r"[-+.]?[0-9]\S*\Z|[yYnN]\Z|:").match
# What ends a line for some YAML parser and not for others (YAML 1.1 against 1.2, section 5.4), what no parser takes
# unescaped, and tabs, which may be taken for indentation: it stands in double quotes only, where it is escaped.
_ESCAPED = re.compile("[\0-\t\v-\x1f\x7f-\x9f\u2028\u2029\ufeff]").search
_WIDTH = 100  # columns after which long strings are folded
_TOO_DEEP = "maximum nesting depth"  # what libyaml says of more levels than it was built for
_NOT_YAML = "this is no YAML"


@attrs.define
class _Counted:
    """A file that gives no more than a number of bytes for each document."""

    file: BinaryIO
    limit: int
    taken: int = 0

    def read(self, size: int) -> bytes:
        data = self.file.read(size)
        self.taken += len(data)
        if self.taken - len(data) > self.limit:  # the last piece may belong to the next document
            raise _too_large(self.limit)
        return data


@attrs.define
class _Open:
    """A mapping or list that is not complete yet."""

    value: Table | list[Any]
    anchor: str | None
    key: str | None = None
    size: int = 1


def load_documents(file: BinaryIO, *, max_depth: int, max_bytes: int) -> Iterator[tuple[Value, int]]:
    """Read a stream document by document; give each with the line on which it begins.

    `max_bytes` bounds one document, also with its aliases written out; `max_depth` how deep its lists and mappings
    stand in one another. An empty document is None.

    Raises `MalformedInputError` for what is no YAML, for tags of programming languages, and for keys that occur
    twice (YAML 1.2.2, section 3.2.1.1) or are no strings; `LimitError`.
    """
    counted = _Counted(file, max_bytes)
    events = yaml.parse(cast("Any", counted), Loader=_LOADER)
    try:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                yield _Builder(max_depth, max_bytes).build(events), _line(event)
                counted.taken = 0
    except yaml.YAMLError as error:
        raise _explain(error) from error
    except (OverflowError, ValueError) as error:  # an escape beyond Unicode, in the parser that is written in Python
        raise MalformedInputError(f"{_NOT_YAML}: {error}") from error


class _Builder:
    """Makes the value of one document out of its events; a stack instead of recursion."""

    def __init__(self, max_depth: int, max_bytes: int) -> None:
        self._max_depth = max_depth
        self._max_bytes = max_bytes
        self._size = 0
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Value, int]] = {}
        self._root: Value = None

    def build(self, events: Iterator[yaml.Event]) -> Value:
        """Take events up to the end of the document."""
        for event in events:
            if isinstance(event, yaml.DocumentEndEvent):
                break
            if isinstance(event, yaml.AliasEvent):
                self._add(*self._find(event), event)
            elif isinstance(event, yaml.ScalarEvent):
                self._add_scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._begin(event)
            else:
                self._end(event)
        return self._root

    def _find(self, event: yaml.AliasEvent) -> tuple[Value, int]:
        if event.anchor not in self._anchors:
            raise MalformedInputError(f"nothing complete has the anchor {quote(event.anchor)}", position=_place(event))
        return self._anchors[event.anchor]

    def _add_scalar(self, event: yaml.ScalarEvent) -> None:
        _check_tag(event)
        is_key = bool(self._open) and isinstance(self._open[-1].value, Table) and self._open[-1].key is None
        is_null = not event.style and event.value in _NULLS and not is_key
        words = event.value.rstrip("\n") if event.style in _BLOCKS else event.value
        value, size = None if is_null else words, len(words) + 1
        if event.anchor:
            self._anchors[event.anchor] = value, size
        self._add(value, size, event)

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        _check_tag(event)
        if len(self._open) >= self._max_depth:
            message = f"the YAML is nested deeper than the limit of {self._max_depth}"
            raise LimitError(message, position=_place(event), hint="raise max_depth if you trust the data")
        value: Table | list[Any] = Table() if isinstance(event, yaml.MappingStartEvent) else []
        if isinstance(value, Table):
            value.lines = {}
        self._open.append(_Open(value, event.anchor))

    def _end(self, event: yaml.Event) -> None:
        done = self._open.pop()
        if done.anchor:
            self._anchors[done.anchor] = done.value, done.size
        self._size -= done.size - 1  # it is counted again with its holder
        self._add(done.value, done.size, event)

    def _add(self, value: Value, size: int, event: yaml.Event) -> None:
        """Put a complete value into the list or mapping that is open."""
        self._size += size
        if self._size > self._max_bytes:
            raise _too_large(self._max_bytes, _place(event))
        if not self._open:
            self._root = value
            return
        holder = self._open[-1]
        holder.size += size
        if isinstance(holder.value, list):
            holder.value.append(value)
        elif holder.key is None:
            holder.key = _check_key(value, holder.value, event)
            cast("dict[str, int]", holder.value.lines)[holder.key] = _line(event)
        else:
            holder.value[holder.key] = value
            holder.key = None


def _check_tag(event: yaml.NodeEvent) -> None:
    tag = getattr(event, "tag", None)
    if tag not in (None, "!") and tag not in _PLAIN_TAGS:
        raise MalformedInputError(
            f"the tag {quote(tag)} makes an object, and only plain values are read",
            position=_place(event),
            hint="remove the tag",
        )


def _check_key(key: Value, table: Table, event: yaml.Event) -> str:
    if not isinstance(key, str):
        raise MalformedInputError("a key of a mapping is no string", position=_place(event))
    if key in table:
        raise MalformedInputError(f"the key {quote(key)} occurs twice", position=_place(event), hint="keep one of them")
    return key


def _too_large(limit: int, position: Position | None = None) -> LimitError:
    message = f"a document of the YAML is larger than the limit of {limit:,} bytes"
    return LimitError(message, position=position, hint="raise max_bytes if you trust the data")


def _place(event: yaml.Event) -> Position:
    mark: Any = event.start_mark
    return Position(line=mark.line + 1, column=mark.column + 1)


def _line(event: yaml.Event) -> int:
    return _place(event).line or 1


def _explain(error: yaml.YAMLError) -> DeclarationsError:
    """Turn an error of PyYAML into ours."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        position = Position(line=error.problem_mark.line + 1, column=error.problem_mark.column + 1)
        if _TOO_DEEP in (error.problem or ""):
            message = "the YAML is nested deeper than the limit of libyaml"
            return LimitError(message, position=position, hint="nest lists and mappings less deeply")
        return MalformedInputError(f"{_NOT_YAML}: {error.problem}", position=position)
    reason = getattr(error, "reason", None) or str(error).partition("\n")[0]
    byte = getattr(error, "position", None)
    return MalformedInputError(f"{_NOT_YAML}: {reason}", position=None if byte is None else Position(byte=byte))


@cache
def _make_dumper() -> Any:
    """Make a dumper that writes no aliases, and every string in the style in which all parsers read it alike."""

    def represent_string(dumper: Any, string: str) -> Any:
        return dumper.represent_scalar("tag:yaml.org,2002:str", string, style=_choose_style(string))

    made: Any = type("Dumper", (_DUMPER,), {"ignore_aliases": lambda *_: True})
    made.add_representer(str, represent_string)
    return made


def _choose_style(string: str) -> str | None:
    """Choose how a string is quoted: several lines stand in a block, unless space at their ends counts."""
    if _ESCAPED(string):
        return '"'
    if "\n" in string:
        return "|" if string == string.strip() else '"'
    return "'" if _OTHER(string) else None


def dump_piece(value: Mapping[str, Any] | Sequence[Any]) -> bytes:
    """Write mappings, lists and strings as a piece of a document in block style, in UTF-8.

    Strings that YAML would take for something else are quoted. Keys keep their order.
    """
    options: Any = {"allow_unicode": True, "sort_keys": False, "default_flow_style": False, "width": _WIDTH}
    data: bytes = yaml.dump(value, Dumper=_make_dumper(), encoding="utf-8", **options)
    return data
