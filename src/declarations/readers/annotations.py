"""What elements of a page say besides its words: microdata, RDFa, link relations, times, classes of bylines and dates.

One search finds them; regions of comments, of other documents and of the page around are not asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import lru_cache
from itertools import islice
from typing import TypeAlias

from lxml import etree

from declarations.blocks import Landmark, MetadataItem, MetadataKind
from declarations.readers.inline import fold
from declarations.readers.landmarks import landmark_of_words, own_landmark
from declarations.readers.metanames import PROPERTY_KINDS
from declarations.readers.tree import attributes_of, names, place_of

__all__ = ["find_annotations"]

_NAMED: Mapping[MetadataKind, frozenset[str]] = {
    MetadataKind.AUTHOR: names(
        "author authors autor autoren autorin auteur auteurs autore autores byline username writer"
    ),
    MetadataKind.PUBLISHED: names("published publish pubdate publication posted created submitted"),
    MetadataKind.MODIFIED: names("modified updated update changed lastchanged lastmod lastmodified"),
    MetadataKind.DATE: names("date datum fecha dateline datetime timestamp time"),
}
"""Parts of a class that name the author or a date."""
_OTHERS = names(
    "comment comments bio avatar img image photo picture thumb thumbnail icon count social more about description desc "
    "email mail title role position job company related picker calendar form input filter search event no hide expire "
    "deadline birth copyright template"
)
"""Parts of a class that say that it names something else: the picture of an author, the date of an event."""
_DATED: Mapping[str, str] = {"time": "datetime", "abbr": "title"}
"""Elements that say a date to machines, and the attribute that holds it; microformats use the expansion of `abbr`."""
_TIMES = (MetadataKind.PUBLISHED, MetadataKind.MODIFIED, MetadataKind.DATE)
_KICKERS = names(
    "kicker overline overtitle topline dachzeile roofline eyebrow spitzmarke pretitle supertitle surtitre toptitle"
)
"""Parts of the class of a line over a headline and in its heading, which is none of its words."""
_HEADLINES = ("h1", "h2")
_NEVER = frozenset({Landmark.COMMENTS, Landmark.RELATED, Landmark.NAVIGATION, Landmark.CONTENTINFO})
_ALIEN = _NEVER | {Landmark.COMPLEMENTARY, Landmark.BANNER}
"""Regions where only what names its property itself is believed."""
_CONTENT = frozenset({Landmark.MAIN, Landmark.ARTICLE})
_OF_PAGE = frozenset({Landmark.BANNER, Landmark.CONTENTINFO})
"""Regions that are not those of the page where they stand in its content: the header of an article."""
_SIDES = ("side", "secondary", "column")
"""What the class of a column beside the text holds; page builders call everything a widget."""
_FAR = 64  # how many ancestors are looked at
_LONGEST = 100  # characters of a name, or of a line with a date
_MOST = 4  # elements of one kind that are believed for their classes
_CAMEL = re.compile("(?<=[a-z0-9])(?=[A-Z])")
_PARTS = re.compile(r"[-_:.\s]+")


class _Rank(IntEnum):
    """How much is to be believed, the most first."""

    PROPERTY = 0
    RELATION = 1
    TIME = 2
    CLASS = 3


_Found: TypeAlias = Iterator[tuple[_Rank, MetadataKind, str, str]]
"""Rank, kind, value and origin."""


def find_annotations(root: etree._Element) -> Iterator[MetadataItem]:
    """Yield what elements of a page say besides its words, the most telling first."""
    surroundings = _Surroundings(root)
    found: list[list[MetadataItem]] = [[] for _ in _Rank]
    counts: Counter[MetadataKind] = Counter()
    first: list[etree._Element | None] = []
    for element in _find_annotated(root):
        for rank, kind, value, origin in _read(element, attributes_of(element), surroundings):
            if not (value := fold(value).strip()):
                continue
            is_other = False
            if rank is _Rank.PROPERTY and kind is MetadataKind.AUTHOR:
                first.append(scope := _scope_of(element))
                is_other = scope is not first[0]
            counts[kind] += 1
            if rank is not _Rank.CLASS or counts[kind] <= _MOST:
                said = f"{origin} of another item" if is_other else origin
                found[rank].append(MetadataItem(kind, value, said, position=place_of(element)))
    for items in found:
        yield from items


def _find_annotated(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements whose name or attributes may say something, with few questions to each element."""
    for element in root.iter(etree.Element):
        get, tag = element.get, element.tag
        if (
            tag in _DATED
            or ((classes := get("class")) and any(map(_read_name, classes.split())))
            or get("itemprop")
            or (tag == "a" and get("rel"))
            or (get("property") and tag != "meta")
        ):
            yield element


class _Surroundings:
    """Knows in which regions an element stands; what holds the main heading of the page is none that matters."""

    def __init__(self, root: etree._Element) -> None:
        self._known: dict[etree._Element, frozenset[Landmark]] = {}
        self._holders: set[etree._Element] = set()
        for heading in root.iter("h1"):
            self._holders.update(islice(heading.iterancestors(), _FAR))

    def of(self, element: etree._Element) -> frozenset[Landmark]:
        """Return the landmarks of an element and of what it stands in."""
        row: list[etree._Element] = []
        around: frozenset[Landmark] = frozenset()
        for outer in (element, *islice(element.iterancestors(), _FAR)):
            if outer.tag in ("body", "html"):
                break
            if outer in self._known:
                around = self._known[outer]
                break
            row.append(outer)
        for outer in reversed(row):
            around |= self._own(outer, in_article=not around.isdisjoint(_CONTENT))
            self._known[outer] = around
        return around

    def _own(self, element: etree._Element, *, in_article: bool) -> frozenset[Landmark]:
        get, tag = element.get, str(element.tag)
        words = f"{get('class', '')} {get('id', '')}".strip()
        found = _landmarks_of(tag, get("role") or "", words, in_article)
        return found & _CONTENT if found and element in self._holders else found


@lru_cache(maxsize=4096)
def _landmarks_of(tag: str, role: str, words: str, in_article: bool) -> frozenset[Landmark]:  # noqa: FBT001
    """Return what an element is for, by its name, its role and its class."""
    own = own_landmark(tag, role, in_article=in_article)
    named = landmark_of_words(words) if words else None
    if named is Landmark.COMPLEMENTARY and not any(side in words for side in _SIDES):
        named = None
    return frozenset(one for one in (own, named) if one and not (in_article and one in _OF_PAGE))


def _read(element: etree._Element, attributes: Mapping[str, str], surroundings: _Surroundings) -> _Found:
    around = surroundings.of(element)
    if around & _NEVER:
        return
    named = _read_classes(attributes.get("class", ""))
    stated = attributes.get("itemprop") or attributes.get("property") or ""
    if headline := _find_headline(element, named):
        yield _Rank.PROPERTY, MetadataKind.HEADLINE, headline, "heading"
    elif kind := next(filter(None, map(_find_property, stated.split())), None):
        yield _Rank.PROPERTY, kind, _value_of(element, attributes), f"itemprop {stated}"
    elif not around & _ALIEN:
        yield from _read_relation(element, attributes)
        yield from _read_time(element, attributes, named, around)
        yield from _read_class(element, named)


def _find_headline(element: etree._Element, kind: MetadataKind | None) -> str | None:
    """Return the words of a heading after the kicker in it; None if the element is not a kicker."""
    parent = element.getparent()
    if kind is not MetadataKind.HEADLINE or parent is None or parent.tag not in _HEADLINES:
        return None
    if element.getprevious() is not None:  # the words after the first line are those of the headline
        return None
    after = (piece for one in element.itersiblings() for piece in (*one.itertext(), one.tail or ""))
    return "".join((element.tail or "", *map(str, after)))


def _read_relation(element: etree._Element, attributes: Mapping[str, str]) -> _Found:
    relations = attributes.get("rel", "").lower().split()
    if "author" in relations:
        yield _Rank.RELATION, MetadataKind.AUTHOR, _short_text(element), "rel author"
    elif "category" in relations or "tag" in relations:
        yield _Rank.RELATION, MetadataKind.CATEGORY, _short_text(element), "rel tag"


def _read_time(
    element: etree._Element, attributes: Mapping[str, str], kind: MetadataKind | None, around: frozenset[Landmark]
) -> _Found:
    value = attributes.get(_DATED.get(str(element.tag), ""), "")
    if not any(map(str.isdigit, value)):
        return
    if "pubdate" in attributes or (kind in (None, MetadataKind.DATE) and Landmark.BYLINE in around):
        kind = MetadataKind.PUBLISHED
    yield _Rank.TIME, kind if kind in _TIMES else MetadataKind.DATE, value, "time"


def _read_class(element: etree._Element, kind: MetadataKind | None) -> _Found:
    if kind is MetadataKind.AUTHOR and element.tag not in _DATED:
        yield _Rank.CLASS, kind, _name_in(element), "class"
    elif kind in _TIMES and element.tag not in _DATED and element.find(".//time[@datetime]") is None:
        text = _short_text(element)
        if any(map(str.isdigit, text)):
            yield _Rank.CLASS, kind, text, "class"


def _find_property(printed: str) -> MetadataKind | None:
    return PROPERTY_KINDS.get(printed.rpartition(":")[2].rpartition("/")[2].lower())


@lru_cache(maxsize=16384)
def _read_name(name: str) -> MetadataKind | None:
    """Return what one class says of an element: that it names the author or a date, or stands over a headline."""
    parts = set(_PARTS.split(_CAMEL.sub("-", name).lower()))
    if not parts.isdisjoint(_KICKERS):
        return MetadataKind.HEADLINE
    if not parts.isdisjoint(_OTHERS):
        return None
    return next((kind for kind, words in _NAMED.items() if not parts.isdisjoint(words)), None)


def _read_classes(classes: str) -> MetadataKind | None:
    return next(filter(None, map(_read_name, classes.split())), None)


def _scope_of(element: etree._Element) -> etree._Element | None:
    """Return what the property of an element belongs to."""
    return next((one for one in islice(element.iterancestors(), _FAR) if "itemscope" in one.attrib), None)


def _value_of(element: etree._Element, attributes: Mapping[str, str]) -> str:
    """Return the value of a property (HTML Standard, 5.2.4), of an item its name."""
    for name in ("content", "datetime"):
        if name in attributes:
            return attributes[name]
    named = element.find(".//*[@itemprop='name']")
    if named is not None:
        return named.get("content") or _short_text(named)
    return _short_text(element)


def _name_in(element: etree._Element) -> str:
    """Return the name of an author: of the part that is marked as the name, else all words of a short line."""
    for path in (".//*[@itemprop='name']", ".//*[@rel='author']", ".//*[@class='fn']", ".//a"):
        inner = element.find(path)
        if inner is not None and (text := _short_text(inner)):
            return _short_text(element) if path == ".//a" and _short_text(element) else text
    return _short_text(element)


def _short_text(element: etree._Element) -> str:
    """Return the words inside an element in one line; nothing where they are more than a line."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(str(piece))
        length += len(fold(str(piece)).strip())
        if length > _LONGEST:
            return ""
    return fold(" ".join(pieces)).strip()
