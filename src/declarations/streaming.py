"""The verbs for many declarations, one after the other in constant memory: read_all, examine_all, write_all."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

from declarations.arguments import check_arguments
from declarations.blocks import Limits
from declarations.conversion import check_declaration
from declarations.errors import FileError, FormatError, ValidationError
from declarations.formats import FORMATS, find_format, find_format_of, sniff_format
from declarations.loading import DEFAULT_LIMITS, load_all, load_reading
from declarations.model import Declaration
from declarations.recognition.reading import Reading

__all__ = ["dump_all", "examine_all", "read_all", "write_all"]

File: TypeAlias = str | os.PathLike[str] | BinaryIO
"""A path, or a file that is open in binary mode."""

_START = 4096  # bytes that tell the format


@check_arguments
def read_all(
    file: File,
    *,
    format: str | None = None,
    url: str | None = None,
    language: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    ignore_unknown: bool = False,
) -> Iterator[Declaration]:
    """Read the declarations of a file one after the other.

    `file` is a path or an open binary file. Of a collection (`jsonl`, `akn`, `edoxen`) no more than one declaration
    is in memory at a time, and `limits.max_bytes` is the size of the largest one; anything else is read whole. A
    suffix tells the format unless `format` does; an open file is told by its first bytes. The other options are
    those of `parse`.

    Raises what `read` raises, when the declaration comes that is at fault.
    """
    readings = examine_all(
        file, format=format, url=url, language=language, limits=limits, ignore_unknown=ignore_unknown
    )
    return (reading.declaration for reading in readings)


@check_arguments
def examine_all(
    file: File,
    *,
    format: str | None = None,
    url: str | None = None,
    language: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    ignore_unknown: bool = False,
) -> Iterator[Reading]:
    """Read like `read_all`, and give the findings of each declaration as well; it raises the same."""
    name = _name(file)
    try:
        with _open(file, "rb") as opened:
            start = opened.read(_START)
            if not isinstance(start, bytes):
                raise ValidationError("the file is open as text", hint="open it in binary mode, as with 'rb'")
            found = (
                find_format(format) if format else find_format_of(Path(name), start) if name else sniff_format(start)
            )
            source = cast("BinaryIO", io.BufferedReader(_Rejoined(start, opened)))
            if found.collection:
                yield from load_all(found, source, limits, ignore_unknown=ignore_unknown)
                return
            data = source.read(limits.max_bytes + 1)
    except OSError as error:
        raise FileError(f"cannot read {name or 'the file'}: {error.strerror}") from error
    reading = load_reading(data, found.name, url, language, limits, ignore_unknown=ignore_unknown)
    yield reading
    yield from reading.others


@check_arguments
def write_all(declarations: Iterable[Declaration], file: File, *, format: str | None = None) -> None:
    """Write declarations to one file, each as soon as it comes.

    `file` is a path or an open binary file; the suffix of a path tells the format unless `format` does. Raises
    `FormatError` for a format that holds one declaration only and for an open file without a format, and
    `FileError` when the file cannot be written.
    """
    name = _name(file)
    pieces = dump_all(declarations, format or (Path(name).suffix if name else ""))
    try:
        with _open(file, "wb") as opened:
            for piece in pieces:
                opened.write(piece)
    except OSError as error:
        raise FileError(f"cannot write {name or 'the file'}: {error.strerror}") from error


def dump_all(declarations: Iterable[Declaration], format: str) -> Iterator[bytes]:
    """Write declarations as pieces of one file, each as soon as it comes; raise `FormatError` as `write_all` does."""
    found = find_format(format)
    if not found.collection:
        names = ", ".join(other.name for other in FORMATS if other.collection)
        raise FormatError(f"{found.name} holds one declaration only", hint=f"choose one of: {names}")
    return found.load_collection().dump_all(map(check_declaration, declarations))


def _name(file: File) -> str | None:
    return os.fspath(file) if isinstance(file, str | os.PathLike) else None


def _open(file: File, mode: str) -> nullcontext[BinaryIO] | BinaryIO:
    """Open a path; an open file stays open."""
    if isinstance(file, str | os.PathLike):
        return cast("BinaryIO", Path(file).open(mode))
    return nullcontext(file)


class _Rejoined(io.RawIOBase):
    """The bytes that were read to tell the format, and the rest of the file behind them."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self._start = start
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override] # all that callers pass
        data = self._start[: len(buffer)] or self._rest.read(len(buffer))
        self._start = self._start[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)
