"""The verbs for many declarations, one after the other in constant memory: read_all, examine_all, write_all."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

from declarations.arguments import check_arguments
from declarations.blocks import Limits
from declarations.conversion import check_declaration
from declarations.errors import FormatError, ValidationError
from declarations.files import explained, name_path, read_bytes, read_piece, write_file, write_pieces
from declarations.formats import FORMATS, Format, find_format, find_format_of, sniff_format
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
    with _open(file) as opened:
        _check_binary(opened)
        source = _Source(opened, name or _describe(file))
        found = _find_format(format, name, source.look())
        stream = cast("BinaryIO", io.BufferedReader(source))
        if found.collection:
            yield from load_all(found, stream, limits, ignore_unknown=ignore_unknown)
            return
        data = read_bytes(stream, limits.max_bytes)
    reading = load_reading(data, found.name, url, language, limits, ignore_unknown=ignore_unknown)
    yield reading
    yield from reading.others


def _find_format(format: str | None, name: str | None, start: bytes) -> Format:
    """Find the format by its name, else by the suffix of a path, else by the first bytes."""
    if format:
        return find_format(format)
    return find_format_of(Path(name), start) if name else sniff_format(start)


@check_arguments
def write_all(
    declarations: Iterable[Declaration],
    file: File,
    *,
    format: str | None = None,
    options: Mapping[str, str] | None = None,
) -> None:
    """Write declarations to one file, each as soon as it comes.

    `file` is a path or an open binary file; the suffix of a path tells the format unless `format` does. A file that is
    there is replaced in one step when the last one is written: whatever goes wrong, or ends the process, it is the old
    or the new one. So declarations may come out of the file that they are written to. An open file is written to as
    they come. `options` are those that a format has of its own, as for `render`.

    Raises `FormatError` for a format that holds one declaration only and for an open file without a format,
    `FileError` when the file cannot be written, and what taking the declarations raises.
    """
    name = _name(file)
    pieces = dump_all(declarations, format or (Path(name).suffix if name else ""), options)
    if isinstance(file, str | os.PathLike):
        write_file(file, pieces)
    else:
        _check_binary(file)
        write_pieces(file, pieces, _describe(file))


def dump_all(
    declarations: Iterable[Declaration], format: str, options: Mapping[str, str] | None = None
) -> Iterator[bytes]:
    """Write declarations as pieces of one file, each as soon as it comes; raise `FormatError` as `write_all` does."""
    found = find_format(format)
    if not found.collection:
        names = ", ".join(other.name for other in FORMATS if other.collection)
        raise FormatError(f"{found.name} holds one declaration only", hint=f"choose one of: {names}")
    return found.load_collection().dump_all(map(check_declaration, declarations), **found.check_options(options))


def _name(file: File) -> str | None:
    """Return the path of a file, None for an open file; raise `ValidationError` for what is neither."""
    if hasattr(file, "read") or hasattr(file, "write"):
        return None
    return name_path(file)


def _describe(file: object) -> str:
    """Name an open file in messages."""
    name = getattr(file, "name", None)
    return name if isinstance(name, str) else "the file"


@contextmanager
def _open(file: File) -> Iterator[BinaryIO]:
    """Open a path; an open file stays open."""
    if isinstance(file, str | os.PathLike):
        with explained("read", name_path(file)):
            opened = Path(file).open("rb")  # noqa: SIM115 - closed below
        with opened:
            yield opened
    else:
        yield file


def _check_binary(file: object) -> None:
    """Raise `ValidationError` for a file that is open as text."""
    if isinstance(file, io.TextIOBase):
        raise ValidationError("the file is open as text", hint="open it in binary mode, as with 'rb' or 'wb'")


class _Source(io.RawIOBase):
    """An open file that can be looked at before it is read; what goes wrong in it is a `FileError`."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self._start = b""

    def look(self) -> bytes:
        """Return the first bytes, which stay to be read."""
        self._start = self._read(_START)
        return self._start

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override] # all that callers pass
        data = self._start[: len(buffer)] or self._read(len(buffer))
        self._start = self._start[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def _read(self, size: int) -> bytes:
        with explained("read", self._name):
            return read_piece(self._file, size)
