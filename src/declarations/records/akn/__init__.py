"""Declarations as Akoma Ntoso 3.0 (OASIS LegalDocML), both ways: exact for our own, and reading that of others.

Resolutions, decisions, recommendations and motions are a `statement`, all other kinds a `doc` (the habit of the United
Nations, AKN4UN); many declarations in one file are a `documentCollection`.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from declarations.errors import SchemaError
from declarations.findings import Finding
from declarations.model import Declaration
from declarations.parts import NOTHING
from declarations.records.akn.profiles import Naming
from declarations.records.akn.reading import Complete
from declarations.records.akn.streams import read_collection, write_collection
from declarations.records.akn.writing import CLOSE, OPEN, write_document
from declarations.records.fields import too_deep
from declarations.records.xml_parsing import to_bytes

__all__ = ["dump_all", "dumps", "load", "load_all", "loads"]

_MAX_BYTES = 2**26


def dumps(declaration: Declaration, *, options: Mapping[str, str] = NOTHING) -> bytes:
    """Write a declaration as Akoma Ntoso in UTF-8, valid against the schema; equal ones always give equal bytes.

    `options` name what IRIs are made of, and the profile: `profile` (`neutral`, `akn4un`), `country`, `actor`, `base`,
    `date` of the work, `markup_date`; the reference of the format says what each does.

    Raises `ValidationError` for an option that is unknown or cannot be used, and `LimitError` for clauses nested too
    deep for the interpreter.
    """
    try:
        return f"{OPEN}{write_document(declaration, Naming.of(options))}{CLOSE}".encode()
    except RecursionError:
        raise too_deep() from None


def loads(data: str | bytes, *, ignore_unknown: bool = False, max_depth: int = 200) -> Declaration:
    """Read the first declaration of Akoma Ntoso; see `load`."""
    return load(data, ignore_unknown=ignore_unknown, max_depth=max_depth)[0]


def load(
    data: str | bytes, *, ignore_unknown: bool = False, max_depth: int = 200
) -> tuple[Declaration, tuple[Finding, ...]]:
    """Read the first declaration of Akoma Ntoso, and report its words that have no place in a declaration.

    Documents of any type are read, in any version and draft of the standard. `ignore_unknown` passes over what our
    own record in `proprietary` holds and this version does not know. `max_depth` is the deepest nesting of clauses.
    Document type declarations are refused, and with them all entities.

    Raises `EmptyInputError`; `MalformedInputError` for what is not well formed, with line and column; `SchemaError`
    for XML that is no Akoma Ntoso, or holds no document; `LimitError`.
    """
    source, encoding = to_bytes(data)
    found = read_collection(
        io.BytesIO(source),
        ignore_unknown=ignore_unknown,
        max_depth=max_depth,
        max_bytes=len(source),
        encoding=encoding,
    )
    for first in found:
        return first
    raise SchemaError("the Akoma Ntoso holds no document", hint="is the file complete?")


def dump_all(declarations: Iterable[Declaration], *, options: Mapping[str, str] = NOTHING) -> Iterator[bytes]:
    """Write declarations as pieces of one `documentCollection`, each as soon as it comes; `options` as for `dumps`.

    Raises `ValidationError` for an option that is unknown or cannot be used, and `LimitError` for clauses nested too
    deep for the interpreter.
    """
    return write_collection(declarations, Naming.of(options))


def load_all(
    file: BinaryIO,
    *,
    ignore_unknown: bool = False,
    max_depth: int = 200,
    max_bytes: int = _MAX_BYTES,
    complete: Complete | None = None,
) -> Iterator[tuple[Declaration, tuple[Finding, ...]]]:
    """Read the documents of a collection one after the other, or the one of a plain file, with their findings.

    No more than two are in memory; `max_bytes` is the size of the largest one. `complete` may add to a declaration of
    others what Akoma Ntoso has no place for. Raises what `load` raises.
    """
    return read_collection(
        file, ignore_unknown=ignore_unknown, max_depth=max_depth, max_bytes=max_bytes, complete=complete
    )
