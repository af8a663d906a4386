"""Hypothesis strategies that make documents of Akoma Ntoso as nobody should write them: any element inside of any."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import count
from typing import Any

from hypothesis import strategies as st
from lxml import etree

from declarations.records.akn.vocabulary import DOCUMENTS, FLOWS, NAMESPACE, OWN, OWN_NAMESPACE

__all__ = ["documents", "list_words"]

_PARTS = ("coverPage", "preface", "preamble", "mainBody", "body", "conclusions", "attachments", "components", "meta")
_INLINE = (
    *("a", "abbr", "authorialNote", "b", "br", "concept", "date", "def", "del", "docAuthority", "docDate", "docNumber"),
    *("docTitle", "docType", "embeddedStructure", "eol", "event", "i", "inline", "ins", "location", "noteRef"),
    *("organization", "outcome", "person", "ref", "role", "session", "shortTitle", "signature", "span", "sub", "sup"),
    *("term", "u", "vote", "documentRef", "componentRef", "FRBRalias", "notes", "note", "proprietary", "nobodyKnows"),
)
_NAMES = (*_INLINE, *sorted(FLOWS), *_PARTS, "tr", "td", "th", "p", "p", "p", "num", "heading")
_ATTRIBUTES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "name",
        ("recalling", "preamble", "heading", "subtitle", "signatories", "masthead", "transition", "hcontainer", "code"),
    ),
    ("refersTo", ("#preamble", "#operative", "#x")),
    ("href", ("", "#x", "https://example.org/")),
    ("eId", ("x", "note_1")),
    ("wId", ("c-1", "c-2", "not an id")),
    ("date", ("2024-05-01", "0001-01-01", "no date")),
    ("marker", ("1", " ")),
    (f"{OWN}part", ("none", "tail", "other")),
    (f"{OWN}of", ("place", "identifiers[0].value", "nowhere")),
    (f"{OWN}ordinal", ("1", "one")),
    (f"{OWN}stance", ("recalling", "sitting")),
    (f"{OWN}target", ("n1", " ")),
    ("{http://www.w3.org/XML/1998/namespace}space", ("preserve", "default")),
    ("{http://www.w3.org/XML/1998/namespace}lang", ("fr", "not a language")),
)
_WHITE = ("", " ", "\n  ", "\t", ": ", ", ")


def _make_element(chance: random.Random, name: str) -> Any:
    space = NAMESPACE if chance.random() < 0.97 else "https://example.org/other"
    element = etree.Element(f"{{{space}}}{name}")
    for attribute, values in chance.sample(_ATTRIBUTES, chance.choice((0, 0, 1, 2))):
        element.set(attribute, chance.choice(values))
    return element


def _fill(chance: random.Random, root: Any, size: int, numbers: Iterator[int]) -> None:
    """Hang elements at random places below the root, and words everywhere."""
    elements = [root]
    for _ in range(size):
        parent = chance.choice(elements[-8:])
        child = _make_element(chance, chance.choice(_NAMES))
        parent.append(child)
        elements.append(child)
    for element in elements:
        for place in ("text", "tail")[: 1 if element is root else 2]:
            if chance.random() < 0.5:
                setattr(element, place, f"{chance.choice(_WHITE)}w{next(numbers)}x{chance.choice(_WHITE)}")


def _make_document(number: int) -> bytes:
    chance = random.Random(number)
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE, "d": OWN_NAMESPACE})
    document = etree.SubElement(root, f"{{{NAMESPACE}}}{chance.choice(sorted(DOCUMENTS))}", name="resolution")
    numbers = count()
    for name in chance.sample(_PARTS, chance.randint(1, 5)):
        _fill(chance, etree.SubElement(document, f"{{{NAMESPACE}}}{name}"), chance.randint(0, 14), numbers)
    data: bytes = etree.tostring(root)
    return data


def documents() -> st.SearchStrategy[bytes]:
    """Make a document in which every text node has a word of its own: `w1x`, `w2x` and so on."""
    return st.integers(0, 2**32).map(_make_document)


def list_words(data: bytes) -> list[str]:
    """Give the words of all text nodes."""
    return re.findall("w[0-9]+x", "".join(map(str, etree.fromstring(data).itertext())))
