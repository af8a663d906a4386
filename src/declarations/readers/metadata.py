"""Clues beside the text of a web page: JSON-LD, meta elements, links, times and bylines in the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from lxml import etree

from declarations.blocks import Block, Clue, ClueKind, Clues, Landmark
from declarations.errors import Finding
from declarations.readers.decoding import clean
from declarations.readers.inline import fold
from declarations.readers.jsonld import read_json_ld
from declarations.readers.landmarks import landmark_of_words, own_landmark
from declarations.readers.leaks import strip_leaks
from declarations.readers.tree import attributes_of, place_of, raw_text, to_language, words_of

__all__ = ["collect_clues", "make_clues"]

# Names of meta elements, the most telling first: Open Graph's article namespace, Dublin Core (DCMI
# Metadata Terms), Highwire Press tags (`citation_`), Open Graph, Twitter cards, HTML Standard 4.2.5.
_META: Mapping[str, ClueKind] = {
    "article:published_time": ClueKind.PUBLISHED,
    "article:modified_time": ClueKind.MODIFIED,
    "og:updated_time": ClueKind.MODIFIED,
    "article:section": ClueKind.CATEGORY,
    "article:tag": ClueKind.CATEGORY,
    "article:author": ClueKind.AUTHOR,
    "dc.title": ClueKind.TITLE,
    "dc.creator": ClueKind.AUTHOR,
    "dc.publisher": ClueKind.SITE,
    "dc.date": ClueKind.DATE,
    "dc.date.issued": ClueKind.PUBLISHED,
    "dc.date.created": ClueKind.DATE,
    "dc.date.modified": ClueKind.MODIFIED,
    "dc.language": ClueKind.LANGUAGE,
    "dc.identifier": ClueKind.IDENTIFIER,
    "dc.type": ClueKind.KIND,
    "dc.subject": ClueKind.CATEGORY,
    "dc.description": ClueKind.DESCRIPTION,
    "dc.coverage": ClueKind.PLACE,
    "dcterms.title": ClueKind.TITLE,
    "dcterms.creator": ClueKind.AUTHOR,
    "dcterms.publisher": ClueKind.SITE,
    "dcterms.date": ClueKind.DATE,
    "dcterms.issued": ClueKind.PUBLISHED,
    "dcterms.available": ClueKind.PUBLISHED,
    "dcterms.created": ClueKind.DATE,
    "dcterms.modified": ClueKind.MODIFIED,
    "dcterms.language": ClueKind.LANGUAGE,
    "dcterms.identifier": ClueKind.IDENTIFIER,
    "dcterms.type": ClueKind.KIND,
    "dcterms.subject": ClueKind.CATEGORY,
    "dcterms.description": ClueKind.DESCRIPTION,
    "dcterms.spatial": ClueKind.PLACE,
    "citation_title": ClueKind.TITLE,
    "citation_author": ClueKind.AUTHOR,
    "citation_publisher": ClueKind.SITE,
    "citation_publication_date": ClueKind.PUBLISHED,
    "citation_date": ClueKind.DATE,
    "citation_online_date": ClueKind.PUBLISHED,
    "citation_doi": ClueKind.IDENTIFIER,
    "citation_language": ClueKind.LANGUAGE,
    "og:title": ClueKind.TITLE,
    "og:site_name": ClueKind.SITE,
    "og:url": ClueKind.URL,
    "og:description": ClueKind.DESCRIPTION,
    "og:locale": ClueKind.LANGUAGE,
    "twitter:title": ClueKind.TITLE,
    "twitter:description": ClueKind.DESCRIPTION,
    "author": ClueKind.AUTHOR,
    "date": ClueKind.DATE,
    "last-modified": ClueKind.MODIFIED,
    "application-name": ClueKind.SITE,
    "description": ClueKind.DESCRIPTION,
}
_ORDER = {name: rank for rank, name in enumerate(_META)}
_ALIEN = frozenset(
    {Landmark.COMMENTS, Landmark.RELATED, Landmark.COMPLEMENTARY, Landmark.NAVIGATION, Landmark.CONTENTINFO}
)
_FAR = 64  # how many ancestors are looked at
_SITE_LENGTH = 120  # characters of a site's title
_LONGEST = 2000  # characters of a metadata


def collect_clues(root: etree._Element, blocks: Iterable[Block]) -> tuple[Clues, list[Finding]]:
    """Gather what a page says about itself, in the order of trust, and what of it was broken."""
    clues, findings = read_json_ld(root)
    language = root.get("lang") or root.get("xml:lang")
    if language:
        clues.append(Clue(ClueKind.LANGUAGE, language, "html lang", position=place_of(root)))
    clues += _metas(root)
    clues += _links(root)
    clues += _body(root)
    for title in islice(root.iterfind("head//title"), 1):
        clues.append(_clue(ClueKind.PAGE_TITLE, raw_text(title), "title", title))
    clues += _site(blocks)
    return make_clues(clues), findings


def make_clues(clues: Iterable[Clue]) -> Clues:
    """Fold white space, check languages, leave out empty metadata and those that say the same again."""
    kept: dict[tuple[ClueKind, str], Clue] = {}
    for clue in clues:
        value: str | None = fold(strip_leaks(clean(clue.value)[0])).strip()[:_LONGEST]
        if clue.kind is ClueKind.LANGUAGE:
            value = to_language(value or "")
        if value:
            kept.setdefault((clue.kind, value), Clue(clue.kind, value, clue.origin, position=clue.position))
    return Clues(tuple(kept.values()))


def _clue(kind: ClueKind, value: str, origin: str, element: etree._Element) -> Clue:
    return Clue(kind, value, origin, position=place_of(element))


def _metas(root: etree._Element) -> list[Clue]:
    found: list[tuple[int, Clue]] = []
    for meta in root.iter("meta"):
        printed = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        name = printed.strip().lower().replace("dc:", "dc.").replace("dcterms:", "dcterms.")
        if kind := _META.get(name):
            found.append((_ORDER[name], _clue(kind, meta.get("content", ""), f"meta {printed}", meta)))
    found.sort(key=lambda ranked: ranked[0])
    return [clue for _, clue in found]


def _links(root: etree._Element) -> Iterator[Clue]:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield _clue(ClueKind.URL, link.get("href", ""), "link canonical", link)


def _body(root: etree._Element) -> Iterator[Clue]:
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
            kind = ClueKind.AUTHOR if is_author else ClueKind.CATEGORY
            origin = "rel author" if "author" in relations else "byline" if is_author else "rel tag"
            yield _clue(kind, raw_text(element), origin, element)


def _time(element: etree._Element, around: set[Landmark | None]) -> Iterator[Clue]:
    value = element.get("datetime")
    if not value or around & _ALIEN:
        return
    kind = ClueKind.PUBLISHED if Landmark.BYLINE in around else ClueKind.DATE
    if "updated" in (element.get("class") or "").lower().split() and "published" not in (element.get("class") or ""):
        kind = ClueKind.MODIFIED
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


def _site(blocks: Iterable[Block]) -> Iterator[Clue]:
    """Take the first words of the banner for the name of the site."""
    other = {Landmark.NAVIGATION, Landmark.SKIPLINK, Landmark.SEARCH, Landmark.FORM, Landmark.DECORATION, *_ALIEN}
    for block in blocks:
        if Landmark.BANNER in block.landmarks and block.text.text and other.isdisjoint(block.landmarks):
            if len(block.text.text) <= _SITE_LENGTH:
                yield Clue(ClueKind.SITE, block.text.text, "banner", position=block.position)
            return
