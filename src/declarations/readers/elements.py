"""What the elements of HTML are to a reader: which are seen, which make blocks, which show words of their attributes.

What is seen follows the suggested rendering of the HTML Standard (15.3.1 hidden elements, 15.4 replaced elements,
15.5 form controls) in a browser that runs scripts, with no style sheets but its own; for drawings SVG 2 (5.3, elements
that are never rendered directly), for formulas MathML Core (`annotation`). What a visitor opens with a click
(`details`, `dialog`, `popover`, the options of a list, `hidden=until-found`) is read. What stands in for a picture
(`alt`, the fallback of `video` and `canvas`, the accessible name in the `title` of a drawing) is not seen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from types import MappingProxyType

from lxml import etree

from declarations.readers.styles import is_undisplayed
from declarations.readers.tree import names

__all__ = ["BLOCKS", "HEADINGS", "NEVER", "SHOWING", "asks_visitor", "is_control", "is_drawn", "is_seen", "list_shown"]

NEVER = names(
    "annotation annotation-xml audio canvas head iframe noembed noframes noscript rp script style template title video"
)
_UNDRAWN = names("clippath defs desc filter lineargradient marker mask metadata pattern radialgradient symbol")
"""Elements of a drawing that show nothing themselves; outside of one nobody knows them and their words are seen."""
BLOCKS = names(
    "address article aside blockquote body caption center datalist dd details dialog dir div dl dt fieldset "
    "figcaption figure footer foreignobject form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol "
    "optgroup option p pre search section select summary table tbody td textarea tfoot th thead tr ul"
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}

_FIELD = ("value", "placeholder")
_TYPES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(("button", "reset", "submit"), ("value",)),
        **dict.fromkeys(("checkbox", "color", "file", "hidden", "image", "radio", "range"), ()),
        "password": ("placeholder",),
    }
)
"""Which attributes an `input` shows, by its type; the first that is filled. Every other type is a field for text."""
_SHOWN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"input": _FIELD, "optgroup": ("label",), "option": ("label",), "textarea": ("placeholder",)}
)
SHOWING = frozenset(_SHOWN)
"""Elements that show words of their attributes."""
_ASKING = frozenset({"datalist", "input", "select"})
"""Elements that ask a visitor to choose or to write; a `textarea` may hold a written text."""
_OPENING = frozenset({"aria-controls", "aria-expanded", "data-toggle", "data-bs-toggle", "data-target"})
"""Attributes of what opens a text that is folded away."""
_FOLDED = names(
    "accordion collapse collapsible collapsed expandable faq panel readmore spoiler tab tabpanel tabs toggle"
)
"""Words of the classes of texts that are folded away."""
_WORDS = re.compile("[a-z]+")
_LONGEST_CLASS = 500  # characters of a class that are looked at
_FAR = 64  # how many elements around or in one are looked at


def is_seen(element: etree._Element, tag: str, attributes: Mapping[str, str]) -> bool:
    """Return whether a browser shows anything of an element, as far as itself says."""
    if tag in NEVER:
        return "shadowrootmode" in attributes
    if tag in _UNDRAWN and _is_in_drawing(element):
        return False
    if not attributes:
        return True
    is_hidden = "hidden" in attributes and attributes["hidden"].strip().lower() != "until-found"
    if not is_hidden and ("style" not in attributes or not is_undisplayed(attributes["style"])):
        return True
    return _unfolds(attributes)


def _unfolds(attributes: Mapping[str, str]) -> bool:
    """Return whether an element that is not shown is the text that a click on its heading shows."""
    words = _WORDS.findall(attributes.get("class", "")[:_LONGEST_CLASS].lower())
    return attributes.get("role") == "tabpanel" or not _FOLDED.isdisjoint(words)


def is_drawn(element: etree._Element, tag: str) -> bool:
    """Return whether an element is the words of a drawing; one that was left open holds blocks of the page."""
    if tag != "text" or not _is_in_drawing(element):
        return False
    return not any(inner.tag in BLOCKS for inner in islice(element.iterdescendants(etree.Element), _FAR))


def is_control(tag: str, attributes: Mapping[str, str]) -> bool:
    """Return whether the words of an element name what a click does; those that open a text are its heading."""
    is_button = tag == "button" or attributes.get("role") == "button"
    return (is_button or (tag == "a" and _does(attributes.get("href")))) and _OPENING.isdisjoint(attributes)


def _does(href: str | None) -> bool:
    """Return whether a link leads nowhere, so that a script must do something."""
    return href is not None and (href.strip() == "#" or href.strip().lower().startswith("javascript:"))


def asks_visitor(tag: str, attributes: Mapping[str, str], text: str | None) -> bool:
    """Return whether the words of an element ask a visitor for something; `text` are those in it."""
    return tag in _ASKING or (tag in _SHOWN and bool(list_shown(tag, attributes, text)))


def list_shown(tag: str, attributes: Mapping[str, str], text: str | None) -> str:
    """Return the words of its attributes that an element shows; `text` are those in it."""
    shown = _SHOWN.get(tag, ())
    if not shown:
        return ""
    if tag == "input":
        shown = _TYPES.get(attributes.get("type", "").strip().lower(), _FIELD)
    elif tag == "textarea" and text:
        return ""
    return next((attributes[name] for name in shown if attributes.get(name, "").strip()), "")


def _is_in_drawing(element: etree._Element) -> bool:
    return any(outer.tag == "svg" for outer in islice(element.iterancestors(), _FAR))
