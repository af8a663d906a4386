"""Front matter before a Markdown text, as static site builders and editors write it, as metadata."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from declarations.blocks import MetadataItem, MetadataKind
from declarations.findings import Finding, FindingCode, Position
from declarations.readers.fronts import Front, FrontError, parse_front

__all__ = ["read_front_matter"]

_KEYS: Mapping[str, MetadataKind] = {
    "title": MetadataKind.TITLE,
    "subtitle": MetadataKind.SUBTITLE,
    "issuer": MetadataKind.ISSUER,
    "issuers": MetadataKind.ISSUER,
    "issued_by": MetadataKind.ISSUER,
    "organization": MetadataKind.ISSUER,
    "organisation": MetadataKind.ISSUER,
    "author": MetadataKind.AUTHOR,
    "authors": MetadataKind.AUTHOR,
    "site": MetadataKind.SITE,
    "published": MetadataKind.PUBLISHED,
    "publish_date": MetadataKind.PUBLISHED,
    "pubdate": MetadataKind.PUBLISHED,
    "date": MetadataKind.DATE,
    "created": MetadataKind.DATE,
    "modified": MetadataKind.MODIFIED,
    "updated": MetadataKind.MODIFIED,
    "lastmod": MetadataKind.MODIFIED,
    "last_modified_at": MetadataKind.MODIFIED,
    "lang": MetadataKind.LANGUAGE,
    "language": MetadataKind.LANGUAGE,
    "locale": MetadataKind.LANGUAGE,
    "place": MetadataKind.PLACE,
    "location": MetadataKind.PLACE,
    "kind": MetadataKind.KIND,
    "type": MetadataKind.KIND,
    "url": MetadataKind.URL,
    "canonical": MetadataKind.URL,
    "canonical_url": MetadataKind.URL,
    "source": MetadataKind.URL,
    "tags": MetadataKind.CATEGORY,
    "categories": MetadataKind.CATEGORY,
    "category": MetadataKind.CATEGORY,
    "identifier": MetadataKind.IDENTIFIER,
    "identifiers": MetadataKind.IDENTIFIER,
    "number": MetadataKind.IDENTIFIER,
    "description": MetadataKind.DESCRIPTION,
    "summary": MetadataKind.DESCRIPTION,
}
_RANK = {key: rank for rank, key in enumerate(_KEYS)}
_NAMES = ("name", "title", "value", "id")
_MOST_VALUES = 1000
_MOST_NAMED = 100  # values of a name that may be such a word
_LONGEST_NAME = 40  # characters of a name that may be a word for a field


def read_front_matter(front: Front) -> tuple[list[MetadataItem], Finding | None]:
    """Read front matter; every value stays the string that is printed (no dates, no numbers are made of it).

    One that is broken, too long, or no mapping gives no metadata and a finding `broken-metadata`.
    """
    position = Position(line=front.line)
    try:
        data = parse_front(front)
    except FrontError as error:
        column = None if error.column is None else error.column + 1
        return [], _report(str(error), Position(line=front.line + error.line, column=column))
    if not isinstance(data, dict):
        return [], None if not data else _report("the front matter is no mapping of names to values", position)
    return list(_list_items(data, position)), None


def _report(message: str, position: Position) -> Finding:
    return Finding(FindingCode.BROKEN_METADATA, message, position=position)


def _list_items(data: dict[Any, Any], position: Position) -> Iterator[MetadataItem]:
    """Yield the fields that have names that all know, then others, which may be words of any language."""
    named = {str(key).strip().lower().replace("-", "_"): value for key, value in data.items() if isinstance(key, str)}
    for key in sorted(named.keys() & _KEYS.keys(), key=_RANK.__getitem__):
        for value in _strings(named[key]):
            yield MetadataItem(_KEYS[key], value, "front matter", position=position)
    others = ((key, value) for key, value in named.items() if key not in _KEYS and len(key) <= _LONGEST_NAME)
    for key, value in others:
        for string in [value] if isinstance(value, str) else value[:_MOST_NAMED] if isinstance(value, list) else ():
            if isinstance(string, str):
                yield MetadataItem(MetadataKind.NAMED, string, "front matter", position=position, name=key)


def _strings(value: Any) -> Iterator[str]:
    """Yield the strings of a value, a list, or a mapping with a name; bounded, since YAML can repeat by reference."""
    waiting = [value]
    for _ in range(_MOST_VALUES):
        if not waiting:
            return
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, list):
            waiting += reversed(one[:_MOST_VALUES])
        elif isinstance(one, dict):
            waiting += [one[name] for name in _NAMES if name in one][:1]
