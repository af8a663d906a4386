"""Front matter: what of a page is no text, as YAML 1.2 that people and site builders read.

Only what every YAML parser reads alike is written: block and flow mappings, lists, plain words that mean
nothing else, and strings in double quotes with the escapes of JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from declarations.blocks import Block, MetadataKind, Page
from declarations.parts import CLAUSES, STATED, PageAttribute, PagePart
from declarations.placement import VERSION, count_label

__all__ = ["write_front_matter"]

_PLAIN = re.compile(
    r"[A-Za-z][A-Za-z0-9]*(?:[ _./-][A-Za-z0-9]+)*|https?://[A-Za-z0-9./_-]*[A-Za-z0-9/]|[0-9]{4}-[0-9]{2}-[0-9]{2}"
)
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
# What cannot be seen, and what would be HTML or an image where a page is shown by software that knows no front matter.
_HIDDEN = re.compile(
    "<|!(?=\\[)|[\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]"
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WIDTH = 100  # columns up to which a mapping of words stands on one line


def write_front_matter(page: Page) -> str:
    """Write the front matter of a page, with its fences."""
    record = json.loads(page.attributes.get(PageAttribute.HEAD, "{}"))
    record.pop("$schema", None)
    version = record.pop("format", None)
    names = {
        "title": page.metadata.first(MetadataKind.PAGE_TITLE),
        "issuer": page.metadata.first(MetadataKind.ISSUER),
        "date": _find_day(page),
        **record,
        VERSION: version,
        "shown": page.attributes.get(PageAttribute.SHOWN),
        "notes": _list_notes(page),
        "clauses": _list_facts(page),
    }
    lines = _write_mapping({name: value for name, value in names.items() if value or name in record})
    return "\n".join(("---", *lines, "---", ""))


def _find_day(page: Page) -> str | None:
    """Return the date of the page if it is a day; site builders know nothing else."""
    date = page.metadata.first(MetadataKind.DATE)
    return date if date and _DAY.fullmatch(date) else None


def _list_notes(page: Page) -> dict[str, str]:
    return {str(block.target): block.marker for block in page.blocks if block.part == PagePart.NOTE and block.marker}


def _list_facts(page: Page) -> dict[str, list[dict[str, Any]]]:
    """Return for every part that holds clauses what its words do not show, one mapping for each clause in order."""
    parts: dict[str, list[dict[str, Any]]] = {}
    for block in page.blocks:
        if block.part in CLAUSES and block.is_first:
            parts.setdefault(block.part, []).append(_find_facts(block))
    return {part: facts for part, facts in parts.items() if any(facts)}


def _find_facts(block: Block) -> dict[str, Any]:
    """Return the facts of a clause without those that its number tells."""
    facts: dict[str, Any] = {name: block.attributes[name] for name in STATED if name in block.attributes}
    told = count_label(block.marker) if block.marker else {}
    if told == {name: facts[name] for name in ("ordinal", "style") if name in facts}:
        return {name: value for name, value in facts.items() if name not in told}
    return {name: int(value) if name == "ordinal" else value for name, value in facts.items()}


def _write_mapping(mapping: Mapping[str, Any]) -> Iterator[str]:
    for name, value in mapping.items():
        if isinstance(value, dict) and (name == "clauses" or len(_write(value)) > _WIDTH):
            yield f"{_write(name)}:"
            yield from (f"  {line}" for line in _write_mapping(value))
        elif isinstance(value, list) and value:
            yield f"{_write(name)}:"
            yield from (f"- {_write(one)}" for one in value)
        else:
            yield f"{_write(name)}: {_write(value)}"


def _write(value: Any) -> str:
    """Write a value in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_write(name)}: {_write(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_write, value)) + "]"
    if not isinstance(value, str):
        return json.dumps(value)
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
