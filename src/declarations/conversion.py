"""The verbs for one declaration: parse, examine and read; render and write; convert."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import attrs

from declarations.arguments import check_arguments
from declarations.blocks import Layout, Limits
from declarations.errors import FormatError, InputError, LossError, ValidationError
from declarations.files import name_path, write_file
from declarations.findings import Finding, FindingCode
from declarations.formats import FORMATS, Format, find_format, find_format_of
from declarations.loading import DEFAULT_LIMITS, load_file, load_reading
from declarations.losses import find_losses as list_losses
from declarations.model import Declaration
from declarations.recognition.reading import Reading

__all__ = [
    "DEFAULT_LAYOUT",
    "Conversion",
    "check_declaration",
    "convert",
    "examine",
    "find_losses",
    "parse",
    "read",
    "render",
    "write",
]

DEFAULT_LAYOUT = Layout()


@check_arguments
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


@check_arguments
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


@check_arguments
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


@check_arguments
def render(
    declaration: Declaration,
    format: str,
    *,
    locale: str | None = None,
    fragment: bool = False,
    template: str | None = None,
    width: int = DEFAULT_LAYOUT.width,
    options: Mapping[str, str] | None = None,
) -> str:
    """Write a declaration as a string in a format of `FORMATS` that can be written.

    Most options are for pages; other formats have no use for them. `locale` is the BCP 47 tag of the language of
    the reader, for dates and the names of facts (without it, that of the document, else English). `fragment`
    leaves out the page around the document, `template` is another page to put it into, `width` is the number of
    columns after which lines of plain text are broken, 0 for never. `options` are those that a format has of its own
    (`Format.options`), as `{"profile": "akn4un"}`. What the format has no place for is left
    out; `find_losses` tells of it.

    Raises `FormatError` for a format that cannot be written or has no such option, `LocaleError` for a locale that
    CLDR does not have, `ValidationError` for a template or the value of an option that cannot be used.
    """
    layout = Layout(fragment=fragment, template=template, width=width)
    return _dump(declaration, find_format(format), locale, layout, options).decode("utf-8")


@check_arguments
def write(
    declaration: Declaration,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    locale: str | None = None,
    fragment: bool = False,
    template: str | None = None,
    width: int = DEFAULT_LAYOUT.width,
    options: Mapping[str, str] | None = None,
) -> None:
    """Write a declaration to a file in UTF-8; the suffix tells the format unless `format` does.

    The other options are those of `render`. A file that is there is replaced in one step when the new one is whole:
    whatever goes wrong, or ends the process, it is the old or the new one.

    Raises what `render` raises, and `FileError` when the file cannot be written.
    """
    name = name_path(path)
    layout = Layout(fragment=fragment, template=template, width=width)
    write_file(name, [_dump(declaration, find_format(format or Path(name)), locale, layout, options)])


@attrs.frozen(kw_only=True)
class Conversion:
    """A declaration in another format, and what it cost."""

    text: str
    """What was written."""
    findings: tuple[Finding, ...]
    """What reading reported, and what the format written has no place for (`lost`)."""

    def __str__(self) -> str:
        """Return what was written."""
        return self.text


@check_arguments
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
    options: Mapping[str, str] | None = None,
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
    text = _dump(reading.declaration, target, locale, layout, options).decode("utf-8")
    return Conversion(text=text, findings=(*reading.findings, *lost))


@check_arguments
def find_losses(declaration: Declaration, format: str) -> tuple[Finding, ...]:
    """Return what of a declaration a format has no place for, before it is written: findings `lost`.

    Raises `FormatError` for an unknown format.
    """
    return list_losses(declaration, find_format(format))


def _writable(format: Format) -> Format:
    if not format.is_writable:
        names = ", ".join(other.name for other in FORMATS if other.is_writable)
        raise FormatError(f"declarations cannot be written as {format.name}", hint=f"choose one of: {names}")
    return format


def check_declaration(value: object) -> Declaration:
    """Return a declaration; raise `ValidationError` for anything else, such as the reading that it is in."""
    if isinstance(value, Declaration):
        return value
    hint = "give its `declaration`" if isinstance(value, Reading) else None
    raise ValidationError(f"expected a Declaration, not {type(value).__name__}", hint=hint)


def _dump(
    declaration: Declaration, format: Format, locale: str | None, layout: Layout, options: Mapping[str, str] | None
) -> bytes:
    own = format.check_options(options)
    if format.writer:
        from declarations.composition import compose  # noqa: PLC0415 - keeps the front door light

        page = compose(declaration, locale=locale, linked=format.is_linked and not layout.fragment)
        return format.load_writer().write_page(page, layout=layout).encode()
    if format.record:
        return format.load_record().dumps(declaration, **own)
    return b"".join(_writable(format).load_collection().dump_all([declaration], **own))
