"""The verbs: parse, examine and read; render and write; convert."""

from __future__ import annotations

import os
from pathlib import Path

import attrs

from declarations.blocks import Limits
from declarations.errors import (
    EmptyInputError,
    FileError,
    Finding,
    FindingCode,
    FormatError,
    InputError,
    ValidationError,
)
from declarations.formats import FORMATS, Format, find_format, sniff_format
from declarations.model import Declaration
from declarations.recognition.reading import Reading
from declarations.validation import check_language

__all__ = ["convert", "examine", "parse", "read", "render", "write"]

DEFAULT_LIMITS = Limits()


def parse(
    data: str | bytes,
    *,
    format: str | None = None,
    url: str | None = None,
    language: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    ignore_unknown: bool = False,
) -> Declaration:
    """Read a declaration out of a page, a text or a record.

    `data` is the content itself, never a path. `format` is a name of `FORMATS`, a media type or a suffix;
    without it the first characters decide. `url` is where the page was found; it is kept in
    `Declaration.source`, nothing is fetched. `language` is a BCP 47 tag for pages that do not say theirs
    (it wins over what they say). `limits` bound what hostile input can ask for. `ignore_unknown` lets
    JSON and XML hold keys that the format does not know.

    Raises `InputError` (see its children) when the data cannot be read, `FormatError` for an unknown
    format, `ValidationError` for a bad language tag.
    """
    return _read(data, format, url, language, limits, ignore_unknown=ignore_unknown).declaration


def examine(
    data: str | bytes,
    *,
    format: str | None = None,
    url: str | None = None,
    language: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    ignore_unknown: bool = False,
) -> Reading:
    """Read like `parse`, and give the findings, the place of every block, and the evidence as well.

    Data that cannot be read gives an empty declaration and a finding `unreadable-input`. Raises
    `FormatError` and `ValidationError` for faults of the call, never for the content.
    """
    try:
        return _read(data, format, url, language, limits, ignore_unknown=ignore_unknown)
    except InputError as error:
        message = f"{error.message}; {error.hint}" if error.hint else error.message
        return Reading(findings=(Finding(FindingCode.UNREADABLE_INPUT, message, position=error.position),))


def read(
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    url: str | None = None,
    language: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    ignore_unknown: bool = False,
) -> Declaration:
    """Read a declaration from a file; the suffix tells the format unless `format` does.

    Raises `FileError` when the file cannot be read, and everything that `parse` raises.
    """
    data = load_file(path, limits=limits)
    return parse(
        data,
        format=format or find_format(Path(path)).name,
        url=url,
        language=language,
        limits=limits,
        ignore_unknown=ignore_unknown,
    )


def render(declaration: Declaration, format: str) -> str:
    """Write a declaration as a string in a format of `FORMATS` that can be written.

    Raises `FormatError` for any other.
    """
    return _dump(declaration, find_format(format)).decode("utf-8")


def write(declaration: Declaration, path: str | os.PathLike[str], *, format: str | None = None) -> None:
    """Write a declaration to a file in UTF-8; the suffix tells the format unless `format` does.

    Raises `FormatError`, and `FileError` when the file cannot be written.
    """
    data = _dump(declaration, find_format(format or Path(path)))
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        raise FileError(f"cannot write {os.fspath(path)}: {error.strerror}") from error


def convert(
    data: str | bytes,
    *,
    to: str,
    format: str | None = None,
    url: str | None = None,
    language: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    ignore_unknown: bool = False,
) -> str:
    """Parse, then render: from the format of `data` to the format `to`.

    Raises what `parse` and `render` raise.
    """
    target = _writable(find_format(to))
    declaration = parse(data, format=format, url=url, language=language, limits=limits, ignore_unknown=ignore_unknown)
    return _dump(declaration, target).decode("utf-8")


def load_file(path: str | os.PathLike[str], *, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Read the bytes of a file that is no larger than the limit; raise `FileError` or `LimitError`."""
    try:
        limits.check_size(Path(path).stat().st_size)
        return Path(path).read_bytes()
    except OSError as error:
        raise FileError(f"cannot read {os.fspath(path)}: {error.strerror}") from error
    except ValueError as error:  # a path with a NUL byte
        raise FileError(f"cannot read {os.fspath(path)!r}: {error}") from error


def _read(
    data: str | bytes,
    format: str | None,
    url: str | None,
    language: str | None,
    limits: Limits,
    *,
    ignore_unknown: bool,
) -> Reading:
    if not isinstance(data, str | bytes):
        raise ValidationError(f"data must be str or bytes, not {type(data).__name__}")
    if language is not None:
        check_language(language)
    limits.check_size(len(data))
    found = find_format(format) if format else sniff_format(data)
    if not data.strip():
        raise EmptyInputError("the source is empty")
    if found.reader is None:
        declaration = found.load_record().loads(data, ignore_unknown=ignore_unknown, max_depth=limits.max_depth)
        return Reading(declaration=declaration)
    from declarations.recognition.recognizer import recognize  # noqa: PLC0415 - keeps the front door light

    page = attrs.evolve(found.load_reader().read_page(data, limits=limits), media_type=found.media_types[0])
    return recognize(page, url=url, language=language)


def _writable(format: Format) -> Format:
    if not format.is_writable:
        names = ", ".join(other.name for other in FORMATS if other.is_writable)
        raise FormatError(f"declarations cannot be written as {format.name}", hint=f"choose one of: {names}")
    return format


def _dump(declaration: Declaration, format: Format) -> bytes:
    return _writable(format).load_record().dumps(declaration)
