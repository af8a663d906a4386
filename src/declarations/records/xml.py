"""Declarations as XML: a vocabulary of its own for people and machines, both ways and exact.

Elements bear the words of the model; `xml_vocabulary` has the table.
"""

from __future__ import annotations

from lxml import etree

from declarations.model import Declaration
from declarations.records.fields import too_deep
from declarations.records.xml_parsing import explain_syntax, make_parser, refuse_doctype, to_bytes
from declarations.records.xml_reading import read_declaration
from declarations.records.xml_writing import write_declaration

__all__ = ["dumps", "loads"]


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
    source, encoding = to_bytes(data)
    try:
        refuse_doctype(source, encoding)
        parser = make_parser(encoding, remove_comments=True, remove_pis=True, collect_ids=False)
        root = etree.fromstring(source, parser)
        return read_declaration(root, ignore_unknown=ignore_unknown, max_depth=max_depth)
    except etree.XMLSyntaxError as error:
        raise explain_syntax(error) from error
    except RecursionError:
        raise too_deep() from None
