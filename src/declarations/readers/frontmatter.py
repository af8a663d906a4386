"""Front matter: the YAML block before a Markdown text, as static site builders and editors write it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from declarations.blocks import MetadataItem, MetadataKind
from declarations.findings import Finding, FindingCode, Position

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
_LONGEST = 65_536  # characters; front matter of a text is a page at most
_MOST_VALUES = 1000
_DEEPEST = 100  # lists and mappings in one another
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_front_matter(content: str, line: int) -> tuple[list[MetadataItem], Finding | None]:
    """Read the YAML of a front matter whose first line is `line`.

    Every value stays the string that is printed (no dates, no numbers are made of it). YAML that is
    broken, too long, or no mapping gives no metadata and a finding `broken-metadata`.
    """
    position = Position(line=line)
    if len(content) > _LONGEST:
        return [], _broken(f"the front matter has {len(content):,} characters", position)
    try:
        if deep := _find_deep(content):
            return [], _broken(
                f"the front matter is nested deeper than {_DEEPEST} levels", Position(line=line + deep.line)
            )
        data = yaml.load(content, Loader=_LOADER)  # noqa: S506 - it makes nothing but strings, lists and dicts
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = Position(line=line + mark.line, column=mark.column + 1) if mark else position
        return [], _broken(f"the front matter is not YAML: {error.problem or error.context}", where)
    except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
        return [], _broken(f"the front matter is not YAML: {str(error).splitlines()[0]}", position)
    if not isinstance(data, dict):
        return [], None if not data else _broken("the front matter is no mapping of names to values", position)
    return list(_clues(data, position)), None


def _find_deep(content: str) -> Any:
    """Return the mark of the first list or mapping that is nested too deeply; None if none is.

    The parser that is written in Python looks at all that is open for every sign.
    """
    depth = 0
    for event in yaml.parse(content, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            return event.start_mark
    return None


def _broken(message: str, position: Position) -> Finding:
    return Finding(FindingCode.BROKEN_METADATA, message, position=position)


def _clues(data: dict[Any, Any], position: Position) -> Iterator[MetadataItem]:
    named = {str(key).strip().lower().replace("-", "_"): value for key, value in data.items() if isinstance(key, str)}
    for key in sorted(named.keys() & _KEYS.keys(), key=_RANK.__getitem__):
        for value in _strings(named[key]):
            yield MetadataItem(_KEYS[key], value, "front matter", position=position)


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
