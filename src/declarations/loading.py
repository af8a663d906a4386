"""From data to readings: files, pages, records and collections of them, within limits."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

import attrs

from declarations.blocks import Limits, Page
from declarations.errors import EmptyInputError, FormatError
from declarations.files import read_file
from declarations.findings import Finding, FindingCode
from declarations.formats import Format, find_format, sniff_format
from declarations.recognition.reading import Judgement, Part, Reading
from declarations.validation import check_language

__all__ = ["DEFAULT_LIMITS", "load_all", "load_file", "load_reading"]

DEFAULT_LIMITS = Limits()
_ENCODING = re.compile(r"""(\A\s*<\?xml\b[^>?]{0,99}?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')""")


def load_file(path: str | os.PathLike[str], *, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Read the bytes of a file that is no larger than the limit; raise `FileError` or `LimitError`.

    Of a larger one, also of one without an end as `/dev/zero`, no more than the limit and one byte are read.
    """
    data = read_file(path, limits.max_bytes)
    limits.check_size(len(data))
    return data


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
    pages = (attrs.evolve(one, media_type=found.media_types[0]) for one in page.documents or (page,))
    reading = _gather(_read_page(one, url, language) for one in pages)
    return _surround(reading, page) if page.documents else reading


def _read_page(page: Page, url: str | None, language: str | None) -> Reading:
    """Take the declaration out of our own page as it was, out of any other by recognition."""
    if not page.attributes:
        return _recognize(page, url, language)
    from declarations.composition import add_facts, restore, uncover  # noqa: PLC0415 - keeps the front door light

    declaration, findings = restore(page)
    findings = (*page.findings, *findings)
    if declaration is not None:
        return Reading(declaration=declaration, findings=findings)
    reading = _recognize(attrs.evolve(uncover(page), findings=findings), url, language)
    return attrs.evolve(reading, declaration=add_facts(reading.declaration, page))


def _recognize(page: Page, url: str | None, language: str | None) -> Reading:
    from declarations.recognition.pipeline import recognize  # noqa: PLC0415 - keeps the front door light

    return recognize(page, url=url, language=language)


def _surround(reading: Reading, page: Page) -> Reading:
    """Add what stands around our own documents to what was dropped."""
    dropped = tuple(Judgement(block=block, part=Part.BOILERPLATE) for block in page.blocks)
    return attrs.evolve(reading, judgements=(*reading.judgements, *dropped)) if dropped else reading


def _to_bytes(data: str) -> bytes:
    """Encode a str, which has no encoding any more, whatever its XML declaration says."""
    declared = _ENCODING.match(data)  # `sub` would look for it at every character
    text = f"{declared[1]}{data[declared.end() :]}" if declared else data
    return text.encode("utf-8", "surrogatepass")


def load_all(format: Format, file: BinaryIO, limits: Limits, *, ignore_unknown: bool) -> Iterator[Reading]:
    """Read the declarations of an open collection one after the other; raise `FormatError` for a table."""
    collection = _readable(format).load_collection()
    options: dict[str, Any] = {}
    if format.is_shared:
        from declarations.recognition.phrasing import add_phrases  # noqa: PLC0415 - keeps the front door light

        options["complete"] = add_phrases
    loaded = collection.load_all(
        file, ignore_unknown=ignore_unknown, max_depth=limits.max_depth, max_bytes=limits.max_bytes, **options
    )
    return (Reading(declaration=declaration, findings=findings) for declaration, findings in loaded)


def _gather(readings: Iterator[Reading]) -> Reading:
    """Make one reading of several: the first, with the others in it."""
    first = next(readings, None)
    if first is None:
        raise EmptyInputError("the source holds no declaration")
    behind = [one for reading in readings for one in (reading, *reading.others)]
    if not behind:
        return first
    others = (*first.others, *(attrs.evolve(one, others=()) for one in behind))
    message = f"the source holds {len(others) + 1} declarations; this is the first"
    several = Finding(FindingCode.SEVERAL_DECLARATIONS, message)
    return attrs.evolve(first, others=others, findings=(several, *first.findings))


def _readable(format: Format) -> Format:
    if not format.is_readable:
        raise FormatError(f"declarations cannot be read from {format.name}", hint="read the file that it was made of")
    return format
