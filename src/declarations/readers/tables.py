"""Which tables hold data and which only arrange a page."""

from __future__ import annotations

from lxml import etree

from declarations.readers.tree import names

__all__ = ["is_data_table"]

_BLOCKS = names(
    "address article aside blockquote details dl fieldset figure form h1 h2 h3 h4 h5 h6 hr main menu nav ol pre "
    "section table ul"
)
_PARAGRAPHS = frozenset({"p", "div"})
_CELLS = frozenset({"td", "th"})


def is_data_table(table: etree._Element) -> bool:
    """Tell whether the rows of a table are lines to read across.

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
