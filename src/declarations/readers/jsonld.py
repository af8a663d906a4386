"""Clues in JSON-LD (schema.org in `script` elements); only the shape is read, no context is ever fetched."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from declarations.blocks import Clue, ClueKind
from declarations.errors import Finding, FindingCode, Position
from declarations.readers.tree import names, place_of

__all__ = ["read_json_ld"]

_DOCUMENTS = names(
    "Article NewsArticle BlogPosting Report ScholarlyArticle SocialMediaPosting CreativeWork Legislation "
    "LegislationObject DigitalDocument TextDigitalDocument OpinionNewsArticle AdvertiserContentArticle Message "
    "Statement WebPage AboutPage ItemPage"
)
_SITES = frozenset({"WebSite"})
_ORGANIZATIONS = names(
    "Organization NGO GovernmentOrganization PoliticalParty EducationalOrganization NewsMediaOrganization "
    "WorkersUnion Corporation LegislativeBody PublicOrganization Consortium"
)
_FIELDS: Mapping[str, ClueKind] = {
    "headline": ClueKind.TITLE,
    "alternativeHeadline": ClueKind.SUBTITLE,
    "author": ClueKind.AUTHOR,
    "creator": ClueKind.AUTHOR,
    "publisher": ClueKind.SITE,
    "sourceOrganization": ClueKind.SITE,
    "legislationPassedBy": ClueKind.SITE,
    "datePublished": ClueKind.PUBLISHED,
    "dateModified": ClueKind.MODIFIED,
    "dateCreated": ClueKind.DATE,
    "legislationDate": ClueKind.DATE,
    "inLanguage": ClueKind.LANGUAGE,
    "url": ClueKind.URL,
    "articleSection": ClueKind.CATEGORY,
    "keywords": ClueKind.CATEGORY,
    "identifier": ClueKind.IDENTIFIER,
    "legislationIdentifier": ClueKind.IDENTIFIER,
    "locationCreated": ClueKind.PLACE,
    "description": ClueKind.DESCRIPTION,
}
_MOST_NODES = 10_000


def read_json_ld(root: etree._Element) -> tuple[list[Clue], list[Finding]]:
    """Read every JSON-LD script of a page; a broken one gives a finding `broken-metadata`."""
    clues: list[Clue] = []
    findings: list[Finding] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not (script.text or "").strip():
            continue
        position = place_of(script)
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError) as error:
            message = f"JSON-LD cannot be read: {error}"
            findings.append(Finding(FindingCode.BROKEN_METADATA, message, position=position))
            continue
        clues += _clues(data, position)
    return clues, findings


def _clues(data: Any, position: Position) -> list[Clue]:
    nodes = list(_nodes(data))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    clues: list[Clue] = []
    # A page is a document too, but what is said about the article in it is nearer to the text.
    for node in sorted(nodes, key=lambda node: bool(_types(node) & {"WebPage", "AboutPage", "ItemPage"})):
        types = _types(node)
        if types & _SITES:
            clues += _values(ClueKind.SITE, node.get("name"), by_id, position)
        elif types & _DOCUMENTS:
            for field, kind in _FIELDS.items():
                clues += _values(kind, node.get(field), by_id, position)
            if "headline" not in node:
                clues += _values(ClueKind.TITLE, node.get("name"), by_id, position)
    return clues


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Go through all objects at the top, in arrays and in `@graph`, and the main entity of each."""
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            yield value
            waiting += [value[key] for key in ("mainEntity", "@graph") if isinstance(value.get(key), dict | list)]


def _types(node: dict[str, Any]) -> set[str]:
    printed = node.get("@type")
    names = printed if isinstance(printed, list) else [printed]
    return {name.rpartition("/")[2].rpartition(":")[2] for name in names if isinstance(name, str)}


def _values(kind: ClueKind, value: Any, by_id: Mapping[str, dict[str, Any]], position: Position) -> Iterator[Clue]:
    for one in value if isinstance(value, list) else [value]:
        made = kind
        name = one
        if isinstance(one, dict):
            node = by_id.get(one.get("@id", ""), one) if isinstance(one.get("@id"), str) and len(one) == 1 else one
            name = node.get("name") or node.get("@value") or node.get("alternateName")
            if kind is ClueKind.SITE and _types(node) & _ORGANIZATIONS:
                made = ClueKind.ISSUER
        if isinstance(name, str | int) and not isinstance(name, bool):
            yield Clue(made, str(name), "json-ld", position=position)
