"""The verbs for many declarations, one after the other in constant memory: read_all, examine_all, write_all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from declarations.blocks import Limits
from declarations.conversion import DEFAULT_LIMITS, examine, load_all, load_file
from declarations.errors import FileError, FormatError
from declarations.formats import FORMATS, Format, find_format, find_format_of
from declarations.model import Declaration
from declarations.recognition.reading import Reading

__all__ = ["dump_all", "examine_all", "read_all", "write_all"]

_START = 4096  # bytes that tell formats apart that share a suffix


def read_all(
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    ignore_unknown: bool = False,
) -> Iterator[Declaration]:
    """Read the declarations of a file one after the other.

    Of a collection (`jsonl`, `akn`, `edoxen`) no more than one is in memory at a time, and `limits.max_bytes` is
    the size of the largest one; any other file is read whole. The suffix tells the format unless `format` does.

    Raises what `read` raises, each when the declaration comes that is at fault.
    """
    for one in examine_all(path, format=format, limits=limits, ignore_unknown=ignore_unknown):
        yield one.declaration


def examine_all(
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    ignore_unknown: bool = False,
) -> Iterator[Reading]:
    """Read like `read_all`, and give the findings of each declaration as well."""
    found = find_format(format) if format else _find_format(Path(path))
    if not found.collection:
        reading = examine(
            load_file(path, limits=limits), format=found.name, limits=limits, ignore_unknown=ignore_unknown
        )
        yield reading
        yield from reading.others
        return
    try:
        with Path(path).open("rb") as file:
            yield from load_all(found, file, limits, ignore_unknown=ignore_unknown)
    except OSError as error:
        raise FileError(f"cannot read {os.fspath(path)}: {error.strerror}") from error


def write_all(declarations: Iterable[Declaration], path: str | os.PathLike[str], *, format: str | None = None) -> None:
    """Write declarations to one file, each as soon as it comes; the suffix tells the format unless `format` does.

    Raises `FormatError` for a format that holds one declaration only, and `FileError` when the file cannot be
    written.
    """
    pieces = dump_all(declarations, format or Path(path).suffix)
    try:
        with Path(path).open("wb") as file:
            file.writelines(pieces)
    except OSError as error:
        raise FileError(f"cannot write {os.fspath(path)}: {error.strerror}") from error


def dump_all(declarations: Iterable[Declaration], format: str) -> Iterator[bytes]:
    """Write declarations as pieces of one file, each as soon as it comes.

    Raises `FormatError` for a format that holds one declaration only.
    """
    found = find_format(format)
    if not found.collection:
        names = ", ".join(other.name for other in FORMATS if other.collection)
        raise FormatError(f"{found.name} holds one declaration only", hint=f"choose one of: {names}")
    return found.load_collection().dump_all(declarations)


def _find_format(path: Path) -> Format:
    try:
        with path.open("rb") as file:
            return find_format_of(path, file.read(_START))
    except OSError as error:
        raise FileError(f"cannot read {path}: {error.strerror}") from error
