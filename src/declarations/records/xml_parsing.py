"""What all readers of XML share: parsers that reach for nothing outside, no DOCTYPE, and errors of our own."""

from __future__ import annotations

from typing import Any, NoReturn

from lxml import etree

from declarations.errors import InputError, LimitError, MalformedInputError, SchemaError
from declarations.findings import Position
from declarations.records.fields import check_data

__all__ = ["RootReachedError", "explain_syntax", "make_parser", "make_prologue_parser", "refuse_doctype", "to_bytes"]

_CHUNK = 1024  # bytes of the prologue looked at in one go


def to_bytes(data: str | bytes) -> tuple[bytes, str | None]:
    """Return bytes and, if the data does not decide it, their encoding.

    Raises `EmptyInputError`, and `MalformedInputError` for a str that no encoding can carry.
    """
    check_data(data, "XML")
    if isinstance(data, bytes):
        return data, None
    try:
        return data.removeprefix("\ufeff").encode(), "utf-8"
    except UnicodeEncodeError as error:
        message = "the string holds half of a surrogate pair, which no encoding can carry"
        line = data.count("\n", 0, error.start) + 1
        raise MalformedInputError(message, position=Position(line=line)) from error


def make_parser(encoding: str | None, **options: Any) -> etree.XMLParser:
    """Make a parser that reaches for nothing outside; how deep clauses may go is checked later."""
    return etree.XMLParser(encoding=encoding, resolve_entities=False, no_network=True, huge_tree=True, **options)


class RootReachedError(Exception):
    """Stops the look at the prologue; its argument is the name of the root."""


class _Prologue:
    """A parser target that lets nothing but comments and instructions stand before the root."""

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> NoReturn:
        raise SchemaError(
            "the document has a DOCTYPE, which this format has not",
            position=Position(path="/"),
            hint="remove it, and write entities as the characters they stand for",
        )

    def start(self, tag: str, _attributes: object) -> NoReturn:
        raise RootReachedError(tag)

    def close(self) -> None:
        """Be what lxml expects."""


def make_prologue_parser(encoding: str | None) -> etree.XMLParser:
    """Make a parser for the first bytes: it stops with `RootReachedError`, or with `SchemaError` at a DOCTYPE."""
    return make_parser(encoding, target=_Prologue())


def refuse_doctype(source: bytes, encoding: str | None) -> None:
    """Raise `SchemaError` for a DOCTYPE before any entity of it can be declared, let alone expanded."""
    parser = make_prologue_parser(encoding)
    try:
        for start in range(0, len(source), _CHUNK):
            parser.feed(source[start : start + _CHUNK])
    except RootReachedError:
        pass


def explain_syntax(error: etree.XMLSyntaxError) -> InputError:
    """Turn a syntax error of lxml into ours."""
    line, column = error.position
    position = Position(line=line or None, column=column or None)
    message = (error.msg or "the XML is not well formed").partition(", line ")[0]
    if getattr(error, "code", None) == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        message = "elements are nested deeper than the XML parser goes"
        return LimitError(message, position=position, hint="write the data with fewer levels")
    return MalformedInputError(message, position=position, hint="is the file complete, and XML?")
