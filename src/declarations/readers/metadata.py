"""PageMetadata beside the text of a web page: JSON-LD, annotated elements, meta elements, links, title, banner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape
from itertools import islice

import attrs
from lxml import etree

from declarations.blocks import Block, Landmark, MetadataItem, MetadataKind, PageMetadata
from declarations.findings import Finding
from declarations.readers.annotations import find_annotations
from declarations.readers.decoding import clean
from declarations.readers.inline import fold
from declarations.readers.jsonld import read_json_ld
from declarations.readers.leaks import strip_leaks
from declarations.readers.metanames import META_KINDS, META_RANKS, find_name
from declarations.readers.tree import place_of, raw_text, to_language

__all__ = ["collect_metadata", "make_metadata"]

_OTHERS = frozenset(
    {
        Landmark.COMMENTS,
        Landmark.RELATED,
        Landmark.COMPLEMENTARY,
        Landmark.NAVIGATION,
        Landmark.CONTENTINFO,
        Landmark.SKIPLINK,
        Landmark.SEARCH,
        Landmark.FORM,
        Landmark.DECORATION,
    }
)
"""Regions of a banner that do not name the site."""
_SITE_LENGTH = 120  # characters of a site's title
_LONGEST = 2000  # characters of a piece of metadata
_FEED = " » "  # after the name of the site in the titles of its feeds


def collect_metadata(root: etree._Element, blocks: Iterable[Block]) -> tuple[PageMetadata, list[Finding]]:
    """Gather what a page says about itself, in the order of trust, and what of it was broken."""
    metadata, findings = read_json_ld(root)
    language = root.get("lang") or root.get("xml:lang")
    if language:
        metadata.append(MetadataItem(MetadataKind.LANGUAGE, language, "html lang", position=place_of(root)))
    metadata += _metas(root)
    metadata += _links(root)
    metadata += find_annotations(root)
    for title in islice(root.iterfind("head//title"), 1):
        metadata.append(_item(MetadataKind.PAGE_TITLE, raw_text(title), "title", title))
    metadata += _feeds(root)
    metadata += _site(blocks)
    return make_metadata(metadata), findings


def make_metadata(metadata: Iterable[MetadataItem]) -> PageMetadata:
    """Fold white space, check languages, leave out empty metadata and those that say the same again."""
    kept: dict[tuple[MetadataKind, str | None, str], MetadataItem] = {}
    for item in metadata:
        value: str | None = fold(strip_leaks(clean(item.value)[0])).strip()[:_LONGEST]
        if item.kind is MetadataKind.LANGUAGE:
            value = to_language(value or "")
        if value:
            kept.setdefault((item.kind, item.name, value), attrs.evolve(item, value=value))
    return PageMetadata(tuple(kept.values()))


def _item(kind: MetadataKind, value: str, origin: str, element: etree._Element) -> MetadataItem:
    return MetadataItem(kind, value, origin, position=place_of(element))


def _metas(root: etree._Element) -> list[MetadataItem]:
    found: list[tuple[int, MetadataItem]] = []
    for meta in root.iter("meta"):
        printed = meta.get("property") or meta.get("name") or ""
        name = find_name(printed)
        if kind := META_KINDS.get(name):
            value = meta.get("content", "")
            value = value if kind is MetadataKind.URL else unescape(value)  # many pages escape twice
            found.append((META_RANKS[name], _item(kind, value, f"meta {printed}", meta)))
    found.sort(key=lambda ranked: ranked[0])
    return [item for _, item in found]


def _links(root: etree._Element) -> Iterator[MetadataItem]:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield _item(MetadataKind.URL, link.get("href", ""), "link canonical", link)


def _feeds(root: etree._Element) -> Iterator[MetadataItem]:
    """Take the name of the site from the title of its first feed, `Guild of Millers » Feed`."""
    for link in root.iterfind("head//link[@title]"):
        name, separator, _ = link.get("title", "").partition(_FEED)
        if separator and (link.get("type") or "").endswith("+xml"):
            yield _item(MetadataKind.SITE, name, "feed", link)
            return


def _site(blocks: Iterable[Block]) -> Iterator[MetadataItem]:
    """Take the first words of the banner for the name of the site."""
    for block in blocks:
        if Landmark.BANNER in block.landmarks and block.text.text and _OTHERS.isdisjoint(block.landmarks):
            if len(block.text.text) <= _SITE_LENGTH:
                yield MetadataItem(MetadataKind.SITE, block.text.text, "banner", position=block.position)
            return
