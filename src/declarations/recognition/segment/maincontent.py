"""The main content of a page: the region that holds its running text, and the regions that are none of it.

What the markup says of a region counts unless the region holds nearly all running text of the page, or its title:
site builders and authors put `sidebar`, `share` or `form` around everything.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from declarations.blocks import Landmark, Region
from declarations.recognition.segment.measures import MeasuredPage, add_to_outer, spread

__all__ = ["AROUND", "MainContent", "find_main_content"]

AROUND = frozenset(Landmark) - {Landmark.MAIN, Landmark.ARTICLE, Landmark.NOTES}
"""Landmarks of regions around a document."""
_CONTENT = frozenset({Landmark.MAIN, Landmark.ARTICLE})
_NEVER = frozenset({Landmark.COMMENTS, Landmark.RELATED, Landmark.DIALOG, Landmark.SKIPLINK, Landmark.DECORATION})
"""Landmarks of regions that hold no document, however much they say, unless they hold its title."""
_NEVER_ELEMENTS = _NEVER | {Landmark.NAVIGATION, Landmark.CONTENTINFO, Landmark.SEARCH}
"""The same for what element or role say."""
_DIVISIONS = frozenset(["article", "body", "center", "div", "fieldset", "form", "main", "section", "td", "th"])
"""Elements that may hold a whole document."""
_FIGURED = frozenset({"blockquote", "dl", "ol", "table", "ul"})
"""Elements in a figure that are text."""
_SECTIONS = frozenset({"article", "aside", "blockquote", "section"})
"""Elements whose footer is none of the page."""
_TOLD_BY_PLACE = frozenset({"figure", "footer"})
_MOST = 0.67  # share of the running text with which a region is no sidebar, whatever it is called
_MAJORITY = 0.5  # share of the running text around it that an article or a `main` must hold to be the document
_NEARLY_ALL = 0.8  # the same for any other region
_LINKS = 0.6  # share of its characters that are links in a region of links
_LITTLE = 30  # words of running text that a region of links may hold
_LINK = 3  # words of a link to another page, rather than a button
_FEWEST_CARDS = 3
_CARDS = 0.6  # share of the regions side by side that are cards
_CARD = 100  # words of running text on a card
_NEAR = 3  # how many elements around the main region are searched where no landmark says how far the document goes


@attrs.frozen(kw_only=True)
class MainContent:
    """Where the document stands on a page; lists go by region."""

    reasons: Sequence[str | None]
    """Why a region, and what stands in it, is none of the document."""
    inside: Sequence[bool]
    """Whether a region is the main one, or stands in it."""
    near: Sequence[bool]
    """The same for the region around the main one, as far as the document may go: its lead stands there."""
    beside: Sequence[bool]
    """The same for the regions beside the main one that are like it: the document may end there."""
    around: Sequence[Landmark]
    """What the regions around the main one are called though they hold the document, outermost first."""
    is_trusting: bool
    """Whether what elements and classes are called was believed."""


class _Sums:
    """What the regions of a page hold, with those in them."""

    def __init__(self, page: MeasuredPage) -> None:
        self.regions = page.regions
        self.prose, self.length, self.linked, self.links, self.titles = ([0] * len(page.regions) for _ in range(5))
        for place, one in zip(page.places, page.measures, strict=True):
            self.prose[place] += one.prose
            self.length[place] += one.length
            self.linked[place] += one.linked
            self.links[place] += one.is_link and one.words >= _LINK
        for id in page.titles:
            self.titles[page.places[id]] += 1
        for sums in (self.prose, self.length, self.linked, self.links, self.titles):
            add_to_outer(page.regions, sums)
        self.inner: list[list[int]] = [[] for _ in page.regions]
        for place in range(1, len(page.regions)):
            self.inner[page.regions[place].parent].append(place)


def find_main_content(page: MeasuredPage, *, trusting: bool = True) -> MainContent:
    """Find the main content of a page by its regions and what they hold; `trusting` believes what they are called."""
    regions, sums = page.regions, _Sums(page)
    reasons: list[str | None] = _find_around(sums) if trusting else [None] * len(regions)
    text = [0] * len(regions)
    for place, one in zip(page.places, page.measures, strict=True):
        text[place] += 0 if reasons[place] else one.text
    add_to_outer(regions, text)
    main = _find_main(regions, text, sums.inner)
    inside = spread(regions, main)
    for place in range(main + 1, len(regions)):
        if inside[place] and not reasons[place]:
            is_dense = sums.linked[place] > _LINKS * sums.length[place] and sums.prose[place] < _LITTLE
            reasons[place] = reasons[regions[place].parent] or ("list of links" if is_dense else None)
    chain = _list_outer(regions, main)
    return MainContent(
        reasons=reasons,
        inside=inside,
        near=spread(regions, _find_outer(regions, chain)),
        beside=_spread_beside(regions, main),
        around=[one for place in reversed(chain) for one in _called(regions[place]) if one in AROUND],
        is_trusting=trusting,
    )


def _find_around(sums: _Sums) -> list[str | None]:
    """Return for every region why it belongs to the page around the document, by what it and those around it are."""
    regions, cards = sums.regions, _find_cards(sums)
    never = [False] * len(sums.prose)
    total = sums.prose[0]
    for place in range(1, len(regions)):
        region = regions[place]
        never[place] = never[region.parent] or cards[place]
        if not never[place] and (region.landmark or region.named) and _is_never(sums, place):
            never[place] = True
        if never[place] and not never[region.parent]:
            total -= sums.prose[place]
    reasons: list[str | None] = [None] * len(sums.prose)
    for place in range(1, len(regions)):
        region = regions[place]
        reasons[place] = reasons[region.parent] or ("one of several teasers" if cards[place] else None)
        if reasons[place] or not (region.landmark or region.named or region.tag in _TOLD_BY_PLACE):
            continue
        called = [one for one in (*_called(region), _tell_by_place(sums, place)) if one in AROUND]
        if called and (never[place] or not _holds_document(sums, place, total)):
            reasons[place] = f"landmark {called[0]}"
    return reasons


def _called(region: Region) -> tuple[Landmark, ...]:
    return tuple(one for one in (region.landmark, region.named) if one)


def _is_never(sums: _Sums, place: int) -> bool:
    region = sums.regions[place]
    return (region.landmark in _NEVER_ELEMENTS or region.named in _NEVER) and not sums.titles[place]


def _holds_document(sums: _Sums, place: int, total: int) -> bool:
    """Return whether a region holds nearly all running text of a page, or its title and no banner."""
    if total and sums.prose[place] >= _MOST * total:
        return True
    return bool(sums.titles[place]) and Landmark.BANNER not in _called(sums.regions[place])


def _tell_by_place(sums: _Sums, place: int) -> Landmark | None:
    """Return what a figure or a footer is by what it holds and what it stands in."""
    if sums.regions[place].tag == "figure" and _holds_picture(sums, place):
        return Landmark.CAPTION
    if sums.regions[place].tag == "footer":
        around = {sums.regions[outer].tag for outer in _list_outer(sums.regions, place)}
        return Landmark.CONTENTINFO if around.isdisjoint(_SECTIONS) else None
    return None


def _holds_picture(sums: _Sums, place: int) -> bool:
    """Return whether a figure holds a picture with little text: no table, quotation or list."""
    is_text = any(sums.regions[inner].tag in _FIGURED for inner in sums.inner[place])
    return not is_text and sums.prose[place] < _LITTLE


def _find_cards(sums: _Sums) -> list[bool]:
    """Return for every region whether it is one of several side by side that each lead to another page in few words."""
    cards = [False] * len(sums.prose)
    for inner in sums.inner:
        if len(inner) < _FEWEST_CARDS:
            continue
        filled = [place for place in inner if sums.length[place]]
        found = [p for p in filled if sums.links[p] and not sums.titles[p] and sums.prose[p] < _CARD]
        if len(found) >= max(_FEWEST_CARDS, _CARDS * len(filled)):
            for place in found:
                cards[place] = True
    return cards


def _find_main(regions: Sequence[Region], text: Sequence[int], inner: Sequence[Sequence[int]]) -> int:
    """Return the innermost region that holds the running text of those around it."""
    main = 0
    while True:
        divisions = [place for place in inner[main] if regions[place].tag in _DIVISIONS]
        best = max(divisions, key=text.__getitem__, default=None)
        if best is None or not text[best]:
            return main
        needed = _NEARLY_ALL if _CONTENT.isdisjoint(_called(regions[best])) else _MAJORITY
        if text[best] < needed * text[main]:
            return main
        main = best


def _list_outer(regions: Sequence[Region], place: int) -> list[int]:
    """Return the regions around one and itself, the innermost first, without the page."""
    chain = []
    while place:
        chain.append(place)
        place = regions[place].parent
    return chain


def _spread_beside(regions: Sequence[Region], main: int) -> list[bool]:
    """Return for every region whether it, or one around it, stands after the main one and is called alike."""
    beside = [False] * len(regions)
    if main:
        beside[regions[main].parent] = True  # and not the others in it
    for place in range(main + 1, len(regions) if main else 0):
        outer = regions[place].parent
        beside[place] = regions[place] == regions[main] or (outer > main and beside[outer])
    return beside


def _find_outer(regions: Sequence[Region], chain: Sequence[int]) -> int:
    """Return the region around the main one in which its document may begin."""
    content = [place for place in chain[1:] if not _CONTENT.isdisjoint(_called(regions[place]))]
    if content:
        return content[-1]
    return chain[_NEAR] if len(chain) > _NEAR else 0
