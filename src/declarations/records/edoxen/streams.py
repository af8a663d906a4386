"""Declarations as Resolution Collections of edoxen v1 (YAML), see https://github.com/edoxen/edoxen.

A resolution of edoxen has one localization for each language, and each of them is a declaration here. How the words
of both match, and what is lost, is told in the reference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from declarations.findings import Finding
from declarations.model import Declaration
from declarations.records.edoxen.collections import Collection
from declarations.records.edoxen.reading import read_collection
from declarations.records.edoxen.writing import are_translations, write_resolution
from declarations.records.fields import too_deep
from declarations.records.yaml import dump_piece, load_documents

__all__ = ["dump_all", "load_all"]

_LEVELS = 8  # of lists and mappings in one another in a collection that holds nothing unknown


def dump_all(declarations: Iterable[Declaration]) -> Iterator[bytes]:
    """Write a collection resolution by resolution; a resolution is in memory until another declaration comes.

    Declarations that follow each other and are translations of one another become one resolution. Where the meeting,
    or who posted them, changes, a new collection begins, as another document of the YAML stream. Every document is
    valid against the schema of edoxen.
    """
    current: Collection | None = None
    for group in _group(declarations):
        if current is None or not current.fits(group):
            current = Collection.of(group)
            yield _begin(current)
        yield dump_piece([write_resolution(group, current)])
    if current is None:
        yield b"---\n" + dump_piece({"resolutions": []})


def load_all(
    file: BinaryIO, *, ignore_unknown: bool = False, max_depth: int = 200, max_bytes: int = 2**26
) -> Iterator[tuple[Declaration, tuple[Finding, ...]]]:
    """Read the collections of a YAML stream; no more than one of them is in memory.

    Every localization becomes a declaration; those after the first are its translations. What the model has no place
    for comes as findings `not-understood`, unless it is a key that edoxen does not have either and `ignore_unknown` is
    set. `max_depth` is the deepest nesting, the levels that every collection has not counted; `max_bytes` the size of
    the largest collection.

    Raises `MalformedInputError` for what is no YAML, `SchemaError` for what is no such collection, `LimitError`.
    """
    try:
        for document, line in load_documents(file, max_depth=max_depth + _LEVELS, max_bytes=max_bytes):
            if document is not None:
                yield from read_collection(document, line, ignore_unknown=ignore_unknown)
    except RecursionError:
        raise too_deep() from None


def _begin(collection: Collection) -> bytes:
    metadata = collection.write()
    return b"---\n" + (dump_piece({"metadata": metadata}) if metadata else b"") + b"resolutions:\n"


def _group(declarations: Iterable[Declaration]) -> Iterator[list[Declaration]]:
    """Put declarations that are translations of one another together."""
    group: list[Declaration] = []
    for declaration in declarations:
        if group and not are_translations(group, declaration):
            yield group
            group = []
        group.append(declaration)
    if group:
        yield group
