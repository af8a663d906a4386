"""Declaration to XML: strings put together from the vocabulary, indented where white space means nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import msgspec

from declarations.model import Declaration
from declarations.records.fields import FORMAT_VERSION
from declarations.records.xml_vocabulary import MARKS, NAMESPACE, ROOT, Field, Wrapper, find_shape
from declarations.text import Mark, MarkKind, Text

__all__ = ["escape", "escape_attribute", "write_declaration"]

Writer = Callable[[list[str], Any, str, str], None]
"""Takes the pieces so far, a value, the name of its element, and its indentation."""

_STEP = "  "


def write_declaration(declaration: Declaration) -> str:
    """Return a declaration as an XML document in a string."""
    pieces = [f'<?xml version="1.0"?>\n<{ROOT} xmlns="{NAMESPACE}" version="{FORMAT_VERSION}"']
    _write_inner(pieces, declaration, ROOT, "")
    return "".join(pieces)


def escape(string: str) -> str:
    """Escape character content; a carriage return would be read as a line feed (XML 1.0, section 2.11)."""
    return string.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def escape_attribute(string: str) -> str:
    """Escape an attribute; its white space would be read as spaces (XML 1.0, section 3.3.3)."""
    return escape(string).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def _print_value(value: object) -> str:
    """Print a value of an attribute: times as RFC 3339, all others have the form already."""
    return msgspec.to_builtins(value) if isinstance(value, dt.time) else str(value)


def _write_string(pieces: list[str], value: str, tag: str, indent: str) -> None:
    pieces.append(f"{indent}<{tag}>{escape(value)}</{tag}>\n")


def _write_text(pieces: list[str], value: Text, tag: str, indent: str) -> None:
    if not value.marks:
        pieces.append(f"{indent}<{tag}>{escape(value.text)}</{tag}>\n" if value.text else f"{indent}<{tag}/>\n")
        return
    pieces.append(f"{indent}<{tag}>")
    pieces += (escape(what) if isinstance(what, str) else _print_mark(what, step) for step, what in value.events())
    pieces.append(f"</{tag}>\n")


def _print_mark(mark: Mark, step: str) -> str:
    name, attribute = MARKS[mark.kind]
    target = f' {attribute}="{escape_attribute(mark.target)}"' if mark.target is not None else ""
    if mark.kind is MarkKind.NOTE:
        return f"<{name}{target}/>" if step == "open" else ""
    return f"<{name}{target}>" if step == "open" else f"</{name}>"


def _write_object(pieces: list[str], value: Any, tag: str, indent: str) -> None:
    pieces.append(f"{indent}<{tag}")
    _write_inner(pieces, value, tag, indent)


def _write_inner(pieces: list[str], value: Any, tag: str, indent: str) -> None:
    """Write all of an element after its name."""
    kind: type = type(value)
    shape = find_shape(kind)
    pieces += (
        f' {field.tag}="{escape_attribute(_print_value(held))}"'
        for field in shape.attributes
        if (held := getattr(value, field.name)) is not field.default
    )
    if shape.content:
        held = getattr(value, shape.content.name)
        pieces.append("/>\n" if held is None else f">{escape(held)}</{tag}>\n")
        return
    pieces.append(">\n")
    begun = len(pieces)
    for child in shape.children:
        if isinstance(child, Field):
            _write_field(pieces, value, child, indent + _STEP)
        else:
            _write_wrapper(pieces, value, child, indent + _STEP)
    if len(pieces) == begun:
        pieces[-1] = "/>\n"
    else:
        pieces.append(f"{indent}</{tag}>\n")


def _write_field(pieces: list[str], owner: Any, field: Field, indent: str) -> None:
    value = getattr(owner, field.name)
    write = _WRITERS.get(field.kind, _write_object)
    if field.many:
        for one in value:
            write(pieces, one, field.tag, indent)
    elif value is not None:
        write(pieces, value, field.tag, indent)


def _write_wrapper(pieces: list[str], owner: Any, wrapper: Wrapper, indent: str) -> None:
    begun = len(pieces)
    pieces.append(f"{indent}<{wrapper.tag}>\n")
    for field in wrapper.fields:
        _write_field(pieces, owner, field, indent + _STEP)
    if len(pieces) == begun + 1:
        del pieces[begun]
    else:
        pieces.append(f"{indent}</{wrapper.tag}>\n")


_WRITERS: dict[Any, Writer] = {str: _write_string, Text: _write_text}
