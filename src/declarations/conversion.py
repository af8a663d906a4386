"""The verbs for one declaration: parse, examine and read; render and write; convert."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import attrs

from declarations.blocks import Layout, Limits, Page
from declarations.errors import (
    EmptyInputError,
    FileError,
    Finding,
    FindingCode,
    FormatError,
    InputError,
    LossError,
    ValidationError,
)
from declarations.formats import FORMATS, Format, find_format, find_format_of, sniff_format
from declarations.losses import find_losses as list_losses
from declarations.model import Declaration
from declarations.recognition.reading import Judgement, Part, Reading
from declarations.validation import check_language

__all__ = ["Conversion", "convert", "examine", "find_losses", "parse", "read", "render", "write"]

DEFAULT_LIMITS = Limits()
DEFAULT_LAYOUT = Layout()
_ENCODING = re.compile(r"""(\A\s*<\?xml\b[^>?]{0,99}?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')""")


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
    return load_reading(data, format, url, language, limits, ignore_unknown=ignore_unknown).declaration


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
        return load_reading(data, format, url, language, limits, ignore_unknown=ignore_unknown)
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
        format=format or find_format_of(Path(path), data).name,
        url=url,
        language=language,
        limits=limits,
        ignore_unknown=ignore_unknown,
    )


def render(
    declaration: Declaration,
    format: str,
    *,
    locale: str | None = None,
    fragment: bool = False,
    template: str | None = None,
    width: int = DEFAULT_LAYOUT.width,
) -> str:
    """Write a declaration as a string in a format of `FORMATS` that can be written.

    The options are for pages; other formats have no use for them. `locale` is the BCP 47 tag of the language of
    the reader, for dates and the names of facts (without it, that of the document, else English). `fragment`
    leaves out the page around the document, `template` is another page to put it into, `width` is the number of
    columns after which lines of plain text are broken, 0 for never. What the format has no place for is left
    out; `find_losses` tells of it.

    Raises `FormatError` for a format that cannot be written, `LocaleError` for a locale that CLDR does not have,
    `ValidationError` for a template that cannot be used.
    """
    layout = Layout(fragment=fragment, template=template, width=width)
    return _dump(declaration, find_format(format), locale, layout).decode("utf-8")


def write(
    declaration: Declaration,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    locale: str | None = None,
    fragment: bool = False,
    template: str | None = None,
    width: int = DEFAULT_LAYOUT.width,
) -> None:
    """Write a declaration to a file in UTF-8; the suffix tells the format unless `format` does.

    The other options are those of `render`. Raises what `render` raises, and `FileError` when the file cannot be
    written.
    """
    layout = Layout(fragment=fragment, template=template, width=width)
    data = _dump(declaration, find_format(format or Path(path)), locale, layout)
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        raise FileError(f"cannot write {os.fspath(path)}: {error.strerror}") from error


@attrs.frozen(kw_only=True)
class Conversion:
    """A declaration in another format, and what it cost."""

    text: str
    """What was written."""
    findings: tuple[Finding, ...]
    """What reading reported, and what the format written has no place for (`lost`)."""

    def __str__(self) -> str:
        """Give what was written."""
        return self.text


def convert(
    data: str | bytes,
    *,
    to: str,
    format: str | None = None,
    url: str | None = None,
    language: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    ignore_unknown: bool = False,
    strict: bool = False,
    locale: str | None = None,
    fragment: bool = False,
    template: str | None = None,
    width: int = DEFAULT_LAYOUT.width,
) -> Conversion:
    """Read and write: from the format of `data` to the format `to`.

    The options are those of `parse` and of `render`. `strict` refuses to leave anything out. Raises what both
    raise, and with `strict` a `LossError` if the format written has no place for something.
    """
    target = _writable(find_format(to))
    reading = load_reading(data, format, url, language, limits, ignore_unknown=ignore_unknown)
    lost = find_losses(reading.declaration, target.name)
    if strict and lost:
        raise LossError(lost[0].message, position=lost[0].position, hint="choose another format, or do without strict")
    layout = Layout(fragment=fragment, template=template, width=width)
    text = _dump(reading.declaration, target, locale, layout).decode("utf-8")
    return Conversion(text=text, findings=(*reading.findings, *lost))


def find_losses(declaration: Declaration, format: str) -> tuple[Finding, ...]:
    """Tell what of a declaration a format has no place for, before it is written: findings `lost`.

    Raises `FormatError` for an unknown format.
    """
    return list_losses(check_declaration(declaration), find_format(format))


def load_file(path: str | os.PathLike[str], *, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Read the bytes of a file that is no larger than the limit; raise `FileError` or `LimitError`."""
    try:
        limits.check_size(Path(path).stat().st_size)
        return Path(path).read_bytes()
    except OSError as error:
        raise FileError(f"cannot read {os.fspath(path)}: {error.strerror}") from error
    except ValueError as error:  # a path with a NUL byte
        raise FileError(f"cannot read {os.fspath(path)!r}: {error}") from error


def load_reading(
    data: str | bytes,
    format: str | None,
    url: str | None,
    language: str | None,
    limits: Limits,
    *,
    ignore_unknown: bool,
) -> Reading:
    """Read like `examine`, but raise what `parse` raises."""
    if not isinstance(data, str | bytes):
        raise ValidationError(f"data must be str or bytes, not {type(data).__name__}")
    if language is not None:
        check_language(language)
    limits.check_size(len(data))
    found = _readable(find_format(format) if format else sniff_format(data))
    if not data.strip():
        raise EmptyInputError("the source is empty")
    if found.collection:
        file = io.BytesIO(_to_bytes(data) if isinstance(data, str) else data)
        return _gather(load_all(found, file, limits, ignore_unknown=ignore_unknown))
    if found.reader is None:
        declaration = found.load_record().loads(data, ignore_unknown=ignore_unknown, max_depth=limits.max_depth)
        return Reading(declaration=declaration)
    page = found.load_reader().read_page(data, limits=limits)
    pages = (attrs.evolve(one, media_type=found.media_types[0]) for one in (page, *page.others))
    return _gather(_read_page(one, url, language) for one in pages)


def _read_page(page: Page, url: str | None, language: str | None) -> Reading:
    """Take the declaration out of our own page as it was, out of any other by recognition."""
    if page.head is not None:
        from declarations.composition import restore  # noqa: PLC0415 - keeps the front door light

        declaration, findings = restore(page)
        if declaration is not None:
            return _surround(Reading(declaration=declaration, findings=(*page.findings, *findings)), page)
        blocks = tuple(block for block in page.blocks if block.text)  # others only stand for what has no words
        page = attrs.evolve(page, blocks=blocks, findings=(*page.findings, *findings))
    from declarations.recognition.recognizer import recognize  # noqa: PLC0415 - keeps the front door light

    return _surround(recognize(page, url=url, language=language), page)


def _surround(reading: Reading, page: Page) -> Reading:
    """Add what stands around our own documents to what was dropped."""
    dropped = tuple(Judgement(block=block, part=Part.FURNITURE) for block in page.around)
    return attrs.evolve(reading, judgements=(*reading.judgements, *dropped)) if dropped else reading


def _to_bytes(data: str) -> bytes:
    """Encode a str, which has no encoding any more, whatever its XML declaration says."""
    declared = _ENCODING.match(data)  # `sub` would look for it at every character
    text = f"{declared[1]}{data[declared.end() :]}" if declared else data
    return text.encode("utf-8", "surrogatepass")


def load_all(format: Format, file: BinaryIO, limits: Limits, *, ignore_unknown: bool) -> Iterator[Reading]:
    """Read the declarations of an open collection one after the other; raise `FormatError` for a table."""
    collection = _readable(format).load_collection()
    loaded = collection.load_all(
        file, ignore_unknown=ignore_unknown, max_depth=limits.max_depth, max_bytes=limits.max_bytes
    )
    return (Reading(declaration=declaration, findings=findings) for declaration, findings in loaded)


def _gather(readings: Iterator[Reading]) -> Reading:
    """Make one reading of several: the first, with the others in it."""
    first = next(readings, None)
    if first is None:
        raise EmptyInputError("the source holds no declaration")
    others = tuple(readings)
    if not others:
        return first
    message = f"the source holds {len(others) + 1} declarations; this is the first"
    several = Finding(FindingCode.SEVERAL_DECLARATIONS, message)
    return attrs.evolve(first, others=others, findings=(several, *first.findings))


def _readable(format: Format) -> Format:
    if not format.is_readable:
        raise FormatError(f"declarations cannot be read from {format.name}", hint="read the file that it was made of")
    return format


def _writable(format: Format) -> Format:
    if not format.is_writable:
        names = ", ".join(other.name for other in FORMATS if other.is_writable)
        raise FormatError(f"declarations cannot be written as {format.name}", hint=f"choose one of: {names}")
    return format


def check_declaration(value: object) -> Declaration:
    """Give a declaration; raise `ValidationError` for anything else, such as the reading that it is in."""
    if isinstance(value, Declaration):
        return value
    hint = "give its `declaration`" if isinstance(value, Reading) else None
    raise ValidationError(f"expected a Declaration, not {type(value).__name__}", hint=hint)


def _dump(declaration: Declaration, format: Format, locale: str | None, layout: Layout) -> bytes:
    check_declaration(declaration)
    if format.writer:
        from declarations.composition import compose  # noqa: PLC0415 - keeps the front door light

        page = compose(declaration, locale=locale, linked=format.is_linked and not layout.fragment)
        return format.load_writer().write_page(page, layout=layout).encode()
    if format.record:
        return format.load_record().dumps(declaration)
    return b"".join(_writable(format).load_collection().dump_all([declaration]))
