"""Which tables hold data and which only arrange a page."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from declarations.numerals.successors import find_item
from declarations.readers.tree import names, words_in

__all__ = ["find_marker", "is_data_table"]

_BLOCKS = names(
    "address article aside blockquote details dl fieldset figure form h1 h2 h3 h4 h5 h6 hr main menu nav ol pre "
    "section table ul"
)
_CONTROLS = frozenset({"input", "option", "textarea"})
_PARAGRAPHS = frozenset({"p", "div"})
_CELLS = frozenset({"td", "th"})
_LONGEST_MARKER = 8
_FAR = 64  # how many texts of a cell are looked at


def is_data_table(table: etree._Element) -> bool:
    """Return whether the rows of a table are lines to read across.

    A table whose rows have one cell each, or whose cells hold blocks of their own (lists, headings,
    several paragraphs, other tables), only arranges a page, as one with `role=presentation` says it does.
    """
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return False
    if any(True for _ in table.iterdescendants(*_BLOCKS)):
        return False
    widest = 0
    for row in table.iterdescendants("tr"):
        cells = [cell for cell in row if cell.tag in _CELLS]
        widest = max(widest, len(cells))
        if any(sum(1 for child in cell if child.tag in _PARAGRAPHS) > 1 for cell in cells):
            return False
    return widest > 1


def find_marker(row: etree._Element) -> str | None:
    """Return the number or bullet that stands alone in the first of the two cells of a row; None if none does.

    A number without any sign, as in a table of places, is none.
    """
    cells = [cell for cell in row if cell.tag in _CELLS]
    if len(cells) != 2 or any(True for _ in cells[0].iterdescendants(*_BLOCKS, *_CONTROLS)):
        return None
    marker = words_in(cells[0]) if len(cells[0]) <= 2 else ""
    if not 0 < len(marker) <= _LONGEST_MARKER or marker.isalnum():
        return None
    if not any(str(text).strip() for text in islice(cells[1].itertext(), _FAR)):
        return None
    found = find_item(f"{marker} x")
    return marker if found and found.printed == marker else None
