"""Declarations as XML: a vocabulary of its own for people and machines, both ways and exact.

Elements bear the words of the model; `xml_vocabulary` has the table.
"""

from __future__ import annotations

from typing import Any, NoReturn

from lxml import etree

from declarations.errors import InputError, LimitError, MalformedInputError, Position, SchemaError
from declarations.model import Declaration
from declarations.records.fields import check_data, too_deep
from declarations.records.xml_reading import read_declaration
from declarations.records.xml_writing import write_declaration

__all__ = ["dumps", "loads"]

_CHUNK = 1024  # bytes of the prologue looked at in one go


def dumps(declaration: Declaration) -> bytes:
    """Write a declaration as XML 1.0 in UTF-8; equal declarations always give equal bytes.

    White space is added only between elements that hold no text of their own. Raises `LimitError` for
    clauses nested too deep for the interpreter.
    """
    try:
        return write_declaration(declaration).encode()
    except RecursionError:
        raise too_deep() from None


def loads(data: str | bytes, *, ignore_unknown: bool = False, max_depth: int = 200) -> Declaration:
    """Read a declaration from XML: bytes in the encoding that they name, or a str whatever it names.

    `ignore_unknown` passes over elements and attributes that the vocabulary does not know, instead of
    refusing them; inside a text the words of such an element stay. `max_depth` is the deepest nesting
    of clauses. Document type declarations are refused, and with them all entities.

    Raises `EmptyInputError`; `MalformedInputError` for what is not well formed, with line and column;
    `SchemaError` for XML that is no declaration, with line and path; `LimitError`.
    """
    source, encoding = _to_bytes(data)
    try:
        _refuse_doctype(source, encoding)
        parser = _make_parser(encoding, remove_comments=True, remove_pis=True, collect_ids=False)
        root = etree.fromstring(source, parser)
        return read_declaration(root, ignore_unknown=ignore_unknown, max_depth=max_depth)
    except etree.XMLSyntaxError as error:
        raise _explain(error) from error
    except RecursionError:
        raise too_deep() from None


def _to_bytes(data: str | bytes) -> tuple[bytes, str | None]:
    """Give bytes and, if the data does not decide it, their encoding."""
    check_data(data, "XML")
    if isinstance(data, bytes):
        return data, None
    try:
        return data.removeprefix("\ufeff").encode(), "utf-8"
    except UnicodeEncodeError as error:
        message = "the string holds half of a surrogate pair, which no encoding can carry"
        line = data.count("\n", 0, error.start) + 1
        raise MalformedInputError(message, position=Position(line=line)) from error


def _make_parser(encoding: str | None, **options: Any) -> etree.XMLParser:
    """Make a parser that reaches for nothing outside; how deep clauses may go is checked later."""
    return etree.XMLParser(encoding=encoding, resolve_entities=False, no_network=True, huge_tree=True, **options)


class _RootReachedError(Exception):
    """Stops the look at the prologue."""


class _Prologue:
    """A parser target that lets nothing but comments and instructions stand before the root."""

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> NoReturn:
        raise SchemaError(
            "the document has a DOCTYPE, which this format has not",
            position=Position(path="/"),
            hint="remove it, and write entities as the characters they stand for",
        )

    def start(self, _tag: str, _attributes: object) -> NoReturn:
        raise _RootReachedError

    def close(self) -> None:
        """Be what lxml expects."""


def _refuse_doctype(source: bytes, encoding: str | None) -> None:
    """Raise `SchemaError` for a DOCTYPE before any entity of it can be declared, let alone expanded."""
    parser = _make_parser(encoding, target=_Prologue())
    try:
        for start in range(0, len(source), _CHUNK):
            parser.feed(source[start : start + _CHUNK])
    except _RootReachedError:
        pass


def _explain(error: etree.XMLSyntaxError) -> InputError:
    """Turn a syntax error of lxml into ours."""
    line, column = error.position
    position = Position(line=line or None, column=column or None)
    message = (error.msg or "the XML is not well formed").partition(", line ")[0]
    if getattr(error, "code", None) == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        message = "elements are nested deeper than the XML parser goes"
        return LimitError(message, position=position, hint="write the data with fewer levels")
    return MalformedInputError(message, position=position, hint="is the file complete, and XML?")
