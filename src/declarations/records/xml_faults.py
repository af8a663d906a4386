"""Faults of XML: where an element stands, and the errors that say so."""

from __future__ import annotations

from typing import NoReturn, cast

from lxml import etree

from declarations.errors import SchemaError
from declarations.findings import Position
from declarations.records.xml_vocabulary import Field, Wrapper
from declarations.validation import quote

__all__ = ["BLANKS", "place_element", "refuse", "refuse_order", "refuse_stray"]

BLANKS = " \t\r\n"
"""White space of XML 1.0, section 2.3; all other signs are text."""
_SHOWN_STEPS = 20  # a longer path is cut in the middle


def place_element(element: etree._Element) -> Position:
    """Return where an element stands: its line, its name, and its path such as `/declaration/annex[2]/p[1]`."""
    steps = []
    here: etree._Element | None = element
    while here is not None:
        above = here.getparent()
        name = etree.QName(here).localname
        if above is None:
            steps.append(name)
        else:
            steps.append(f"{name}[{1 + sum(1 for _ in here.itersiblings(here.tag, preceding=True))}]")
        here = above
    name = etree.QName(element).localname
    if len(steps) > _SHOWN_STEPS:
        steps[_SHOWN_STEPS // 2 : -_SHOWN_STEPS // 2] = ["…"]
    line = cast("int | None", element.sourceline)
    return Position(line=line, element=name, path="/" + "/".join(reversed(steps)))


def refuse(element: etree._Element, message: str, hint: str | None = None, cause: Exception | None = None) -> NoReturn:
    """Raise `SchemaError` with the place of an element."""
    raise SchemaError(message, position=place_element(element), hint=hint) from cause


def refuse_stray(element: etree._Element, text: str) -> NoReturn:
    """Raise for text that stands between elements."""
    name = etree.QName(element).localname
    refuse(element, f"<{name}> holds the text {quote(text.strip(BLANKS))} outside of its elements", "put it into one")


def refuse_order(element: etree._Element, rows: tuple[Field | Wrapper, ...], rank: int, highest: int) -> NoReturn:
    """Raise for an element that comes too late or twice: its row has `rank`, the last before it `highest`."""
    once = "more than once" if rank == highest else f"after <{rows[highest].tag}>"
    order = ", ".join(row.tag for row in rows)
    refuse(element, f"<{rows[rank].tag}> stands {once}", f"the order is: {order}")
