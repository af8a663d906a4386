"""Clauses of the usual shape, read without a frame for each element: a number, then paragraphs of plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from lxml import etree

from declarations.records.akn.wording import XML_WHITE, read_plain
from declarations.text import Text

__all__ = ["Number", "glance"]

Number: TypeAlias = tuple[Any, str]
"""An element that is a number, and its words."""


def glance(element: etree._Element, names: Mapping[Any, str]) -> tuple[list[Number], list[Text]] | None:
    """Return number and paragraphs of a clause of the usual shape; None of any other, which is read step by step."""
    if _says(element.text):
        return None
    number: etree._Element | None = None
    content: etree._Element | None = None
    for child in element:
        name = names[child.tag]
        if content is not None or _says(child.tail):
            return None
        if name == "content" and not child.keys():
            content = child
        elif name == "num" and number is None:
            number = child
        else:
            return None
    texts = None if content is None else _glance_at_paragraphs(content, names)
    if texts is None or number is None:
        return None if texts is None else ([], texts)
    printed = read_plain(number)
    return ([(number, printed)], texts) if printed else None


def _glance_at_paragraphs(content: etree._Element, names: Mapping[Any, str]) -> list[Text] | None:
    if _says(content.text):
        return None
    texts = []
    for child in content:
        plain = None if child.keys() else read_plain(child)
        if not plain or names[child.tag] != "p" or _says(child.tail):
            return None
        texts.append(Text(plain))
    return texts or None


def _says(string: str | None) -> bool:
    return string is not None and bool(string.strip(XML_WHITE))
