"""Metadata in JSON-LD (schema.org in `script` elements); only the shape is read, no context is ever fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from lxml import etree

from declarations.blocks import MetadataItem, MetadataKind
from declarations.findings import Finding, FindingCode, Position
from declarations.readers.tree import names, place_of

__all__ = ["read_json_ld"]

_DOCUMENTS = names(
    "Article NewsArticle BlogPosting Report ScholarlyArticle SocialMediaPosting CreativeWork Legislation "
    "LegislationObject DigitalDocument TextDigitalDocument OpinionNewsArticle AdvertiserContentArticle Message "
    "Statement AnalysisNewsArticle BackgroundNewsArticle ReportageNewsArticle ReviewNewsArticle TechArticle "
    "LiveBlogPosting DiscussionForumPosting"
)
_PAGES = names("WebPage AboutPage ItemPage FAQPage QAPage MedicalWebPage")
_SITES = frozenset({"WebSite"})
_ORGANIZATIONS = names(
    "Organization NGO GovernmentOrganization PoliticalParty EducationalOrganization NewsMediaOrganization "
    "WorkersUnion Corporation LegislativeBody PublicOrganization Consortium"
)
_FIELDS: Mapping[str, MetadataKind] = {
    "headline": MetadataKind.TITLE,
    "alternativeHeadline": MetadataKind.SUBTITLE,
    "author": MetadataKind.AUTHOR,
    "creator": MetadataKind.AUTHOR,
    "publisher": MetadataKind.SITE,
    "sourceOrganization": MetadataKind.SITE,
    "legislationPassedBy": MetadataKind.SITE,
    "datePublished": MetadataKind.PUBLISHED,
    "dateModified": MetadataKind.MODIFIED,
    "dateCreated": MetadataKind.DATE,
    "legislationDate": MetadataKind.DATE,
    "inLanguage": MetadataKind.LANGUAGE,
    "url": MetadataKind.URL,
    "articleSection": MetadataKind.CATEGORY,
    "keywords": MetadataKind.CATEGORY,
    "identifier": MetadataKind.IDENTIFIER,
    "legislationIdentifier": MetadataKind.IDENTIFIER,
    "locationCreated": MetadataKind.PLACE,
    "description": MetadataKind.DESCRIPTION,
}
_PLAIN = ("headline", "datePublished", "dateModified", "dateCreated")
"""Fields that hold a string, and are believed in JSON that nothing can read."""
_MOST_NODES = 10_000

_BEFORE = re.compile(r"(?://|/\*)?\s*+(?:<!\[CDATA\[|<!--)\s*+(?:\*/)?")
_AFTER = re.compile(r"(?:(?://|/\*)[ \t]{0,9})?(?:\]\]>|-->)\s*+(?:\*/)?\Z")
"""What hides a script from old browsers."""
_STRING_OR_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+"?)|,(?=\s*[]}])', re.DOTALL)
_FIELD = re.compile(rf'"(?P<name>{"|".join(_PLAIN)})"\s*:\s*"(?P<value>(?:[^"\\]|\\.){{1,500}})"')


def read_json_ld(root: etree._Element) -> tuple[list[MetadataItem], list[Finding]]:
    """Read every JSON-LD script of a page; a broken one gives a finding `broken-metadata` and what is left of it."""
    metadata: list[MetadataItem] = []
    findings: list[Finding] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not (script.text or "").strip():
            continue
        text, position = script.text or "", place_of(script)
        try:
            metadata += _read(json.loads(text, strict=False), position)
        except (ValueError, RecursionError) as error:
            message = f"JSON-LD cannot be read: {error}"
            findings.append(Finding(FindingCode.BROKEN_METADATA, message, position=position))
            metadata += _read_broken(text, position)
    return metadata, findings


def _read_broken(text: str, position: Position) -> list[MetadataItem]:
    """Read JSON that is wrapped, ends with a semicolon, or has a comma too many; of any other only single fields."""
    text = text.strip()
    before = _BEFORE.match(text)
    inside = _AFTER.sub("", text[before.end() if before else 0 :]).strip().rstrip(";")
    try:
        data = json.loads(_STRING_OR_COMMA.sub(lambda found: found[1] or "", inside), strict=False)
    except (ValueError, RecursionError):
        fields: dict[str, str] = {}
        for found in _FIELD.finditer(text):
            fields.setdefault(found["name"], _unquote(found["value"]))
        data = {"@type": "Article", **fields}
    return _read(data, position)


def _unquote(value: str) -> str:
    """Return the words of a string of JSON; as they stand if its escapes are broken."""
    try:
        return str(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return value


def _read(data: Any, position: Position) -> list[MetadataItem]:
    nodes = list(_nodes(data))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    metadata: list[MetadataItem] = []
    # A page is a document too, but what is said about the article in it is nearer to the text.
    for node in sorted(nodes, key=lambda node: bool(_types(node) & _PAGES)):
        types = _types(node)
        if types & _SITES:
            metadata += _values(MetadataKind.SITE, node.get("name"), by_id, position)
        elif types & (_DOCUMENTS | _PAGES):
            for field, kind in _FIELDS.items():
                metadata += _values(kind, node.get(field), by_id, position)
            if "headline" not in node:
                metadata += _values(MetadataKind.TITLE, node.get("name"), by_id, position)
    return metadata


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
            inner = ("mainEntity", "mainEntityOfPage", "@graph")
            waiting += [value[key] for key in inner if isinstance(value.get(key), dict | list)]


def _types(node: dict[str, Any]) -> set[str]:
    printed = node.get("@type")
    names = printed if isinstance(printed, list) else [printed]
    return {name.rpartition("/")[2].rpartition(":")[2] for name in names if isinstance(name, str)}


def _values(
    kind: MetadataKind, value: Any, by_id: Mapping[str, dict[str, Any]], position: Position
) -> Iterator[MetadataItem]:
    for one in value if isinstance(value, list) else [value]:
        made = kind
        name = one
        if isinstance(one, dict):
            node = by_id.get(one.get("@id", ""), one) if isinstance(one.get("@id"), str) and len(one) <= 2 else one
            name = node.get("name") or node.get("@value") or node.get("alternateName")
            if kind is MetadataKind.SITE and _types(node) & _ORGANIZATIONS:
                made = MetadataKind.ISSUER
        if isinstance(name, list):
            name = next(iter(name), None)
        if isinstance(name, str | int) and not isinstance(name, bool):
            words = str(name) if made is MetadataKind.URL else unescape(str(name))
            yield MetadataItem(made, words, "json-ld", position=position)
