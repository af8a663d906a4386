"""Small questions to ask of a parsed page, with the types that lxml gives in practice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, cast
from urllib.parse import urljoin, urlsplit

from lxml import etree

from declarations.errors import ValidationError
from declarations.findings import Position
from declarations.readers.decoding import clean
from declarations.readers.inline import fold
from declarations.validation import check_language

__all__ = [
    "attributes_of",
    "is_absolute",
    "line_of",
    "names",
    "place_of",
    "raw_text",
    "remove",
    "resolve",
    "to_language",
    "words_in",
    "words_of",
]

_LAST_LINE = 65535  # libxml2 counts lines in 16 bits
_WHOLE = re.compile(r"https?://[^/?#;\s]++(?:/(?!\.)[^?#;/\s]*+)*+(?:\?[^#\s]++)?(?:#\S++)?")
"""Absolute addresses that joining with another leaves as they are."""
_ROOTED = re.compile(r"(?:/(?!\.)[^?#;/\s]++)++/?(?:\?[^#\s]++)?(?:#\S++)?")
"""Addresses on the same site that joining only puts after its origin."""
_UNSAFE = ("javascript:", "vbscript:", "data:")
_NOTHING: Mapping[str, str] = MappingProxyType({})


def names(row: str) -> frozenset[str]:
    """Make a set of the names in a row."""
    return frozenset(row.split())


def attributes_of(element: etree._Element) -> Mapping[str, str]:
    """Return the attributes of an element."""
    items: Any = element.items()
    return dict(items) if items else _NOTHING


def remove(element: etree._Element) -> None:
    """Take an element out of the page; the words after it stay."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is None:
        parent.text = f"{parent.text or ''}{element.tail or ''}" or None
    else:
        before.tail = f"{before.tail or ''}{element.tail or ''}" or None
    parent.remove(element)


def raw_text(element: etree._Element) -> str:
    """Return all words inside an element as they stand."""
    return "".join(cast("list[str]", list(element.itertext())))


def words_in(element: etree._Element) -> str:
    """Return all words inside an element in one line."""
    return fold(raw_text(element)).strip()


def words_of(attributes: Mapping[str, str]) -> str:
    """Return the words of class and id, which may say what a region is for."""
    return f"{attributes.get('class', '')} {attributes.get('id', '')}".strip()


def line_of(element: etree._Element) -> int | None:
    """Return the line of an element; None where the parser lost count (it counts to 65,534)."""
    line: Any = element.sourceline
    return line if line is not None and 0 < line < _LAST_LINE else None


def place_of(element: etree._Element) -> Position:
    """Return line and name of an element."""
    return Position(line=line_of(element), element=str(element.tag))


@lru_cache(maxsize=256)
def to_language(tag: str) -> str | None:
    """Return a language tag as printed if it is well formed (BCP 47), with `_` read as `-`; else None."""
    tag = tag.strip().replace("_", "-")
    try:
        check_language(tag)
    except ValidationError:
        return None
    return tag


def is_absolute(url: str) -> bool:
    """Return whether a URL names scheme and host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


@lru_cache(maxsize=64)
def _origin_of(base: str) -> str | None:
    """Return scheme and host of an address; None if it is none of the web."""
    return f"{parts.scheme}://{parts.netloc}" if is_absolute(base) and (parts := urlsplit(base)) else None


def resolve(href: str, base: str | None) -> str | None:
    """Make a link absolute where the page says its own address; unsafe schemes give None."""
    target = clean("".join(href.split()))[0]
    if not target or target.lower().startswith(_UNSAFE):
        return None
    if base is None or target.startswith("#") or _WHOLE.fullmatch(target):
        return target
    if _ROOTED.fullmatch(target) and (origin := _origin_of(base)):
        return f"{origin}{target}"
    try:
        return urljoin(base, target)
    except ValueError:
        return target
