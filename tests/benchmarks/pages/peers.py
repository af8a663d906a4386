"""The library and its peers that are installed, each as a function from a page to what it reads of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import declarations
from declarations.model import PartialDate
from declarations.recognition.reading import Part

__all__ = ["READERS", "read_declarations"]

Reading = Mapping[str, str | None]

_AROUND = (Part.BOILERPLATE, Part.TITLE, Part.SUBTITLE, Part.MASTHEAD)
"""Parts that are no main text."""


def read_declarations(data: bytes) -> Reading:
    """Return what this library reads."""
    reading = declarations.examine(data, format="html")
    found = reading.declaration
    dated = found.dated("published") or found.dated("issued")
    day = dated.date if dated else found.date
    body = (one.block.text.text for one in reading.judgements if one.part not in _AROUND)
    return {
        "title": found.title,
        "author": found.source.author if found.source else None,
        "site": found.source.site if found.source else None,
        "day": str(day) if isinstance(day, PartialDate) and day.day else None,
        "language": found.language,
        "issuer": found.issuer.name if found.issuer else None,
        "body": "\n".join(body),
    }


def _read_trafilatura(data: bytes) -> Reading:
    document = _load("trafilatura").bare_extraction(data, with_metadata=True)
    found: dict[str, Any] = document.as_dict() if hasattr(document, "as_dict") else document or {}
    names = {"title": "title", "author": "author", "site": "sitename", "day": "date", "body": "text"}
    return {fact: found.get(name) for fact, name in names.items()}


def _read_readability(data: bytes) -> Reading:
    document = _load("readability").Document(data)
    body = _load("lxml.html").fromstring(document.summary()).text_content()
    return {"title": document.short_title(), "body": body}


def _read_htmldate(data: bytes) -> Reading:
    return {"day": _load("htmldate").find_date(data.decode("utf-8", "replace"), original_date=True)}


def _read_resiliparse(data: bytes) -> Reading:
    text = _load("resiliparse.parse.encoding").bytes_to_str(data)
    return {"body": _load("resiliparse.extract.html2text").extract_plain_text(text, main_content=True)}


_load: Callable[[str], Any] = import_module

_PEERS: Mapping[str, Callable[[bytes], Reading]] = {
    "trafilatura": _read_trafilatura,
    "readability": _read_readability,
    "htmldate": _read_htmldate,
    "resiliparse": _read_resiliparse,
}
READERS: Mapping[str, Callable[[bytes], Reading]] = {
    "declarations": read_declarations,
    **{name: reader for name, reader in _PEERS.items() if find_spec(name)},
}
"""Every library that is installed, by its name."""
