"""Declarations as JSON Lines: one record of `records.json` on every line, in UTF-8 (jsonlines.org)."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import attrs

from declarations.errors import InputError, LimitError
from declarations.findings import Finding, Position
from declarations.model import Declaration
from declarations.records import json

__all__ = ["dump_all", "load_all"]


def dump_all(declarations: Iterable[Declaration]) -> Iterator[bytes]:
    """Write each declaration as one line; equal declarations always give equal lines.

    Raises what `records.json.dumps` raises.
    """
    for declaration in declarations:
        yield json.dumps(declaration) + b"\n"


def load_all(
    file: BinaryIO, *, ignore_unknown: bool = False, max_depth: int = 200, max_bytes: int = 2**26
) -> Iterator[tuple[Declaration, tuple[Finding, ...]]]:
    r"""Read a file line by line; no more than one line is in memory.

    Blank lines are passed over, a byte order mark and `\r\n` are accepted. The options are those of
    `records.json.loads`; `max_bytes` is the length of the longest line. There are never findings.

    Raises what `records.json.loads` raises, with the line and byte of the file, and `LimitError` for a line
    that is too long. After an error nothing more is read.
    """
    offset = 0
    number = 0
    longest = min(max_bytes, sys.maxsize - 3) + 3  # room for the end of the line
    while line := file.readline(longest):
        number += 1
        record = line.rstrip(b"\r\n")
        if len(record) > max_bytes:
            raise LimitError(
                f"the line is longer than the limit of {max_bytes:,} bytes",
                position=Position(line=number, byte=offset),
                hint="raise max_bytes if you trust the data",
            )
        if record.strip():
            yield _load(record, number, offset, ignore_unknown=ignore_unknown, max_depth=max_depth), ()
        offset += len(line)


def _load(record: bytes, number: int, offset: int, *, ignore_unknown: bool, max_depth: int) -> Declaration:
    try:
        return json.loads(record, ignore_unknown=ignore_unknown, max_depth=max_depth)
    except InputError as error:
        place = error.position or Position()
        byte = offset if place.byte is None else offset + place.byte
        position = attrs.evolve(place, line=number, byte=byte)
        raise type(error)(error.message, position=position, hint=error.hint) from error
