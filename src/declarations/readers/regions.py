"""The regions of a web page: what an element adds to the landmarks of all that stands in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import chain, islice
from typing import Any

from lxml import etree

from declarations.blocks import Landmark, Region
from declarations.readers.elements import BLOCKS, HEADINGS, SHOWING, asks_visitor, is_drawn
from declarations.readers.frames import Frame
from declarations.readers.landmarks import find_part, landmark_of_words, own_landmark
from declarations.readers.styles import is_clipped
from declarations.readers.tree import names, to_language, words_of

__all__ = ["Regions", "find_guarded", "find_switchers"]

_SECTIONS = names("article aside main nav section")
_SPEAKING = _SECTIONS | names("dialog figcaption footer form header menu search")
_CONTENT = frozenset({Landmark.MAIN, Landmark.ARTICLE})
_OF_PAGE = frozenset({Landmark.BANNER, Landmark.CONTENTINFO})
_ROOTS = names("html body")
_SPECIAL = SHOWING | names("datalist del input select text")  # what could ask a visitor, be drawn or be none
_AROUND = names("div footer header menu nav ol p section td ul")
_NEVER_APART = frozenset({*HEADINGS, *_ROOTS, "main"})
_HOLDING = BLOCKS - names("address caption dt hr html legend option p pre summary textarea tr") - set(HEADINGS) - _ROOTS
_DIVIDING = _HOLDING - names("dd dt li td th")
_FAR = 64  # how many ancestors are looked at


class Regions:
    """Finds the regions of a page in document order, and their landmarks; they are in `found`.

    `guarded` are the elements around the main text, which no class word makes boilerplate; `switchers` those that
    hold nothing but links to other languages.
    """

    def __init__(self, guarded: set[etree._Element], switchers: set[etree._Element]) -> None:
        self._guarded = guarded
        self._switchers = switchers
        self.found = [Region(0, "body")]

    @classmethod
    def of(cls, root: etree._Element) -> Regions:
        """Make the regions of a parsed page."""
        return cls(find_guarded(root), find_switchers(root))

    def find_apart(self, element: etree._Element, tag: str, attributes: Mapping[str, str]) -> Landmark | None:
        """Find the landmark of an element whose words are none of the running text around it; None for any other."""
        if tag in _SPECIAL:
            if asks_visitor(tag, attributes, element.text):
                return Landmark.FORM
            if tag == "del" or is_drawn(element, tag):  # words that were taken out of the text
                return Landmark.DECORATION
        if not attributes or tag in _NEVER_APART or element in self._guarded:
            return None
        if "aria-hidden" in attributes and attributes["aria-hidden"].lower() == "true":
            return Landmark.DECORATION
        return Landmark.SKIPLINK if "style" in attributes and is_clipped(attributes["style"]) else None

    def describe(self, new: Frame, outer: Frame, element: etree._Element, attributes: Mapping[str, str]) -> None:
        """Set in the frame of an element what it says about region, language and part."""
        own = named = None
        if self._switchers and element in self._switchers:
            own = Landmark.NAVIGATION
            new.add_landmark(own)
        if (attributes or new.tag in _SPEAKING) and new.tag not in _ROOTS:
            found, named = self._enter(new, attributes, is_guarded=element in self._guarded)
            own = own or found
        if new.tag in _HOLDING:
            new.region = len(self.found)
            self.found.append(Region(outer.region, new.tag, own, named))
        if not attributes:
            return
        if tagged := attributes.get("lang", attributes.get("xml:lang")):
            new.language = to_language(tagged) or new.language
        if "class" in attributes:
            new.part = find_part(attributes["class"], new.tag) or new.part

    def _enter(
        self, new: Frame, attributes: Mapping[str, str], *, is_guarded: bool
    ) -> tuple[Landmark | None, Landmark | None]:
        """Add the landmarks of an element to its frame; return those of element or role, and of class or id."""
        words = words_of(attributes)
        own = own_landmark(new.tag, attributes.get("role", ""), in_article=new.is_in_section)
        if own and not (own is Landmark.FORM and is_guarded):
            new.add_landmark(own)
        named = landmark_of_words(words, is_line=new.tag not in _DIVIDING) if words else None
        if named in _OF_PAGE and new.is_in_section:
            named = None
        if named and (named in _CONTENT or not is_guarded):
            new.add_landmark(named)
        new.is_in_section = new.is_in_section or new.tag in _SECTIONS or own in _CONTENT or named in _CONTENT
        return own, named


def find_guarded(root: etree._Element) -> set[etree._Element]:
    """Find the elements around the main text: those that hold `main`, the longest article, or a form's `h1`."""
    chiefs = _main_elements(root)
    chiefs += [inner for form in root.iter("form") if (inner := next(form.iter("h1"), None)) is not None]
    guarded: set[etree._Element] = set()
    for chief in chiefs:
        for outer in chief.iterancestors():
            if outer in guarded:
                break
            guarded.add(outer)
    return guarded


def find_switchers(root: etree._Element) -> set[etree._Element]:
    """Find the lists of links with `hreflang` that lead to the page in other languages."""
    links: dict[etree._Element, list[etree._Element]] = {}
    for link in root.iterfind(".//a[@hreflang]"):
        around = next((outer for outer in islice(link.iterancestors(), _FAR) if outer.tag in _AROUND), None)
        if around is not None:
            links.setdefault(around, []).append(link)
    several = {around: inside for around, inside in links.items() if len(inside) > 1}
    letters = _count_letters(root, {*several, *chain.from_iterable(several.values())}) if several else {}
    return {
        around
        for around, inside in several.items()
        if _is_only(letters[around], sum(letters[link] for link in inside), len(inside))
    }


def _is_only(letters: int, linked: int, links: int) -> bool:
    """Return whether an element holds little but some links; the name of its own language may be none."""
    return (letters - linked) * links <= linked


def _count_letters(root: etree._Element, wanted: Collection[etree._Element]) -> dict[etree._Element, int]:
    """Count the letters and digits in some elements, in one walk however they stand in one another."""
    counts: dict[etree._Element, int] = {}
    total = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_start = event == "start"
        if element in wanted:
            counts[element] = total - counts.get(element, 0)
        string = element.text if is_start else element.tail
        if string:
            total += sum(map(str.isalnum, string))
    return counts


def _main_elements(root: etree._Element) -> list[etree._Element]:
    found: list[etree._Element] = []
    best: tuple[bool, float] = (False, -1.0)
    longest: etree._Element | None = None
    last: etree._Element | None = None
    for element in _list_called(root):
        own = own_landmark(str(element.tag), element.get("role", ""), in_article=True)
        words = f"{element.get('class', '')} {element.get('id', '')}".strip()
        named = landmark_of_words(words, is_line=False) if words and element.tag not in _ROOTS else None
        if Landmark.MAIN in (own, named):
            found.append(element)
        elif Landmark.ARTICLE in (own, named) and (last is None or last not in islice(element.iterancestors(), _FAR)):
            last = element
            weight = (element.find(".//h1") is not None, float(str(_count_characters(element))))
            if weight > best:
                best, longest = weight, element
    return found if longest is None else [*found, longest]


def _list_called(root: etree._Element) -> list[etree._Element]:
    """Return the elements that may say what they are for."""
    found: Any = _find_called(root)
    return list(found)


_find_called = etree.XPath("descendant-or-self::*[@class or @id or @role or self::article or self::main]")
_count_characters = etree.XPath("string-length(.)")
