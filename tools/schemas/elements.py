"""Elements of one namespace, made as expressions."""

from __future__ import annotations

from typing import Any, TypeAlias

from lxml import etree

__all__ = ["Element", "Maker"]

Element: TypeAlias = etree._Element  # noqa: SLF001 - the name that lxml has for it


class Maker:
    """Makes elements: `maker("element", child, "text", name="a")`."""

    def __init__(self, namespace: str, **prefixes: str) -> None:
        self._namespace = namespace
        self._prefixes: dict[Any, str] = {prefix or None: name for prefix, name in prefixes.items()}

    def __call__(self, tag: str, /, *content: Element | str, **attributes: str) -> Element:
        """Make an element with its children or its text, and its attributes."""
        element = etree.Element(f"{{{self._namespace}}}{tag}", attributes, self._prefixes)
        for part in content:
            if isinstance(part, str):
                element.text = part
            else:
                element.append(part)
        return element
