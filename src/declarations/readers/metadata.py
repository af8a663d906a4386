"""PageMetadata beside the text of a web page: JSON-LD, meta elements, links, times and bylines in the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from lxml import etree

from declarations.blocks import Block, Landmark, MetadataItem, MetadataKind, PageMetadata
from declarations.findings import Finding
from declarations.readers.decoding import clean
from declarations.readers.inline import fold
from declarations.readers.jsonld import read_json_ld
from declarations.readers.landmarks import landmark_of_words, own_landmark
from declarations.readers.leaks import strip_leaks
from declarations.readers.tree import attributes_of, place_of, raw_text, to_language, words_of

__all__ = ["collect_metadata", "make_metadata"]

# Names of meta elements, the most telling first: Open Graph's article namespace, Dublin Core (DCMI
# Metadata Terms), Highwire Press tags (`citation_`), Open Graph, Twitter cards, HTML Standard 4.2.5.
_META: Mapping[str, MetadataKind] = {
    "article:published_time": MetadataKind.PUBLISHED,
    "article:modified_time": MetadataKind.MODIFIED,
    "og:updated_time": MetadataKind.MODIFIED,
    "article:section": MetadataKind.CATEGORY,
    "article:tag": MetadataKind.CATEGORY,
    "article:author": MetadataKind.AUTHOR,
    "dc.title": MetadataKind.TITLE,
    "dc.creator": MetadataKind.AUTHOR,
    "dc.publisher": MetadataKind.SITE,
    "dc.date": MetadataKind.DATE,
    "dc.date.issued": MetadataKind.PUBLISHED,
    "dc.date.created": MetadataKind.DATE,
    "dc.date.modified": MetadataKind.MODIFIED,
    "dc.language": MetadataKind.LANGUAGE,
    "dc.identifier": MetadataKind.IDENTIFIER,
    "dc.type": MetadataKind.KIND,
    "dc.subject": MetadataKind.CATEGORY,
    "dc.description": MetadataKind.DESCRIPTION,
    "dc.coverage": MetadataKind.PLACE,
    "dcterms.title": MetadataKind.TITLE,
    "dcterms.creator": MetadataKind.AUTHOR,
    "dcterms.publisher": MetadataKind.SITE,
    "dcterms.date": MetadataKind.DATE,
    "dcterms.issued": MetadataKind.PUBLISHED,
    "dcterms.available": MetadataKind.PUBLISHED,
    "dcterms.created": MetadataKind.DATE,
    "dcterms.modified": MetadataKind.MODIFIED,
    "dcterms.language": MetadataKind.LANGUAGE,
    "dcterms.identifier": MetadataKind.IDENTIFIER,
    "dcterms.type": MetadataKind.KIND,
    "dcterms.subject": MetadataKind.CATEGORY,
    "dcterms.description": MetadataKind.DESCRIPTION,
    "dcterms.spatial": MetadataKind.PLACE,
    "citation_title": MetadataKind.TITLE,
    "citation_author": MetadataKind.AUTHOR,
    "citation_publisher": MetadataKind.SITE,
    "citation_publication_date": MetadataKind.PUBLISHED,
    "citation_date": MetadataKind.DATE,
    "citation_online_date": MetadataKind.PUBLISHED,
    "citation_doi": MetadataKind.IDENTIFIER,
    "citation_language": MetadataKind.LANGUAGE,
    "og:title": MetadataKind.TITLE,
    "og:site_name": MetadataKind.SITE,
    "og:url": MetadataKind.URL,
    "og:description": MetadataKind.DESCRIPTION,
    "og:locale": MetadataKind.LANGUAGE,
    "twitter:title": MetadataKind.TITLE,
    "twitter:description": MetadataKind.DESCRIPTION,
    "author": MetadataKind.AUTHOR,
    "date": MetadataKind.DATE,
    "last-modified": MetadataKind.MODIFIED,
    "application-name": MetadataKind.SITE,
    "description": MetadataKind.DESCRIPTION,
}
_ORDER = {name: rank for rank, name in enumerate(_META)}
_ALIEN = frozenset(
    {Landmark.COMMENTS, Landmark.RELATED, Landmark.COMPLEMENTARY, Landmark.NAVIGATION, Landmark.CONTENTINFO}
)
_FAR = 64  # how many ancestors are looked at
_SITE_LENGTH = 120  # characters of a site's title
_LONGEST = 2000  # characters of a metadata


def collect_metadata(root: etree._Element, blocks: Iterable[Block]) -> tuple[PageMetadata, list[Finding]]:
    """Gather what a page says about itself, in the order of trust, and what of it was broken."""
    metadata, findings = read_json_ld(root)
    language = root.get("lang") or root.get("xml:lang")
    if language:
        metadata.append(MetadataItem(MetadataKind.LANGUAGE, language, "html lang", position=place_of(root)))
    metadata += _metas(root)
    metadata += _links(root)
    metadata += _body(root)
    for title in islice(root.iterfind("head//title"), 1):
        metadata.append(_clue(MetadataKind.PAGE_TITLE, raw_text(title), "title", title))
    metadata += _site(blocks)
    return make_metadata(metadata), findings


def make_metadata(metadata: Iterable[MetadataItem]) -> PageMetadata:
    """Fold white space, check languages, leave out empty metadata and those that say the same again."""
    kept: dict[tuple[MetadataKind, str], MetadataItem] = {}
    for item in metadata:
        value: str | None = fold(strip_leaks(clean(item.value)[0])).strip()[:_LONGEST]
        if item.kind is MetadataKind.LANGUAGE:
            value = to_language(value or "")
        if value:
            kept.setdefault((item.kind, value), MetadataItem(item.kind, value, item.origin, position=item.position))
    return PageMetadata(tuple(kept.values()))


def _clue(kind: MetadataKind, value: str, origin: str, element: etree._Element) -> MetadataItem:
    return MetadataItem(kind, value, origin, position=place_of(element))


def _metas(root: etree._Element) -> list[MetadataItem]:
    found: list[tuple[int, MetadataItem]] = []
    for meta in root.iter("meta"):
        printed = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        name = printed.strip().lower().replace("dc:", "dc.").replace("dcterms:", "dcterms.")
        if kind := _META.get(name):
            found.append((_ORDER[name], _clue(kind, meta.get("content", ""), f"meta {printed}", meta)))
    found.sort(key=lambda ranked: ranked[0])
    return [item for _, item in found]


def _links(root: etree._Element) -> Iterator[MetadataItem]:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield _clue(MetadataKind.URL, link.get("href", ""), "link canonical", link)


def _body(root: etree._Element) -> Iterator[MetadataItem]:
    known: dict[etree._Element, set[Landmark | None]] = {}
    for element in root.iter("time", "a", "span"):
        if element.tag == "time":
            yield from _time(element, _around(element, known))
            continue
        relations = (element.get("rel") or "").lower().split()
        classes = (element.get("class") or "").lower().split()
        is_author = "author" in relations or (element.tag == "span" and "author" in classes)
        is_category = "category" in relations or ("tag" in relations and element.tag == "a")
        if (is_author or is_category) and not _around(element, known) & _ALIEN:
            kind = MetadataKind.AUTHOR if is_author else MetadataKind.CATEGORY
            origin = "rel author" if "author" in relations else "byline" if is_author else "rel tag"
            yield _clue(kind, raw_text(element), origin, element)


def _time(element: etree._Element, around: set[Landmark | None]) -> Iterator[MetadataItem]:
    value = element.get("datetime")
    if not value or around & _ALIEN:
        return
    kind = MetadataKind.PUBLISHED if Landmark.BYLINE in around else MetadataKind.DATE
    if "updated" in (element.get("class") or "").lower().split() and "published" not in (element.get("class") or ""):
        kind = MetadataKind.MODIFIED
    yield _clue(kind, value, "time", element)


def _around(element: etree._Element, known: dict[etree._Element, set[Landmark | None]]) -> set[Landmark | None]:
    """Return the landmarks of an element and of what it stands in; `known` are those of the parents so far."""
    parent = element.getparent()
    if parent is None:
        return set()
    if parent not in known:
        known[parent] = _landmarks((parent, *islice(parent.iterancestors(), _FAR)))
    return known[parent] | _landmarks((element,))


def _landmarks(elements: Iterable[etree._Element]) -> set[Landmark | None]:
    found: set[Landmark | None] = set()
    for outer in elements:
        if outer.tag in ("body", "html"):
            break
        attributes = attributes_of(outer)
        found.add(own_landmark(str(outer.tag), attributes.get("role", ""), in_article=True))
        if words := words_of(attributes):
            found.add(landmark_of_words(words))
    return found


def _site(blocks: Iterable[Block]) -> Iterator[MetadataItem]:
    """Take the first words of the banner for the name of the site."""
    other = {Landmark.NAVIGATION, Landmark.SKIPLINK, Landmark.SEARCH, Landmark.FORM, Landmark.DECORATION, *_ALIEN}
    for block in blocks:
        if Landmark.BANNER in block.landmarks and block.text.text and other.isdisjoint(block.landmarks):
            if len(block.text.text) <= _SITE_LENGTH:
                yield MetadataItem(MetadataKind.SITE, block.text.text, "banner", position=block.position)
            return
