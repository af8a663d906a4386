"""What a page that this library wrote says of itself: the names of parts, pieces and attributes, each once.

Composition lays a declaration out in these words, writers print them, readers carry them over as attributes of blocks
and pages, and composition builds the declaration from them again.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = [
    "AFTER",
    "CLAUSES",
    "FACTS",
    "HTML_VERSION",
    "NOTHING",
    "SHOWN",
    "STATED",
    "Attribute",
    "ClassName",
    "PageAttribute",
    "PagePart",
    "Piece",
    "class_of",
    "data_of",
    "name_of",
]

NOTHING: Mapping[str, str] = MappingProxyType({})
"""The attributes of all other blocks and pages."""


class PagePart:
    """The parts of a page, in the order in which they stand there."""

    TITLE: Final = "title"
    SUBTITLE: Final = "subtitle"
    MASTHEAD: Final = "masthead"
    """Facts that stand under the title."""
    ENACTING: Final = "enacting"
    CONTEXT_HEADING: Final = "context-heading"
    CONTEXT: Final = "context"
    FORMULA: Final = "formula"
    RESOLUTIONS_HEADING: Final = "resolutions-heading"
    RESOLUTION: Final = "resolution"
    CLOSING: Final = "closing"
    SIGNATORY: Final = "signatory"
    NOTE: Final = "note"
    ANNEX: Final = "annex"
    SOURCE: Final = "source"
    """Facts about where the declaration was found, which stand at the end."""
    ADDED: Final = "added"
    """Words that stand in no part, as somebody may have added them."""


CLAUSES = frozenset({PagePart.CONTEXT, PagePart.RESOLUTION, PagePart.ANNEX})
"""Parts that hold clauses."""
FACTS = frozenset({PagePart.MASTHEAD, PagePart.SOURCE})
"""Parts that state facts with their labels."""
SHOWN = FACTS | {PagePart.SIGNATORY}
"""Parts that only show what the head of the page holds."""
AFTER: Mapping[str | None, str | None] = MappingProxyType(
    {
        PagePart.TITLE: None,
        PagePart.CONTEXT_HEADING: PagePart.CONTEXT,
        PagePart.RESOLUTIONS_HEADING: PagePart.RESOLUTION,
    }
)
"""What goes on after a part that is one block."""


class Piece:
    """Which piece of its part a block is."""

    HEADING: Final = "heading"
    """The words over a clause."""
    PARAGRAPH: Final = "paragraph"
    """A paragraph of a clause, before its items."""
    TAIL: Final = "tail"
    """A paragraph of a clause after its items."""
    BARE: Final = "bare"
    """The beginning of a clause that has neither heading nor paragraphs; it holds no words."""
    FACT: Final = "fact"
    """A fact about the document; its label is the marker."""


class Attribute:
    """Attributes of a block."""

    PART: Final = "part"
    PIECE: Final = "piece"
    FIRST: Final = "first"
    """There, with no value, if a clause, a signatory or a note begins with the block."""
    DIRECTION: Final = "dir"
    """In which direction its words are written, if not in that of the page."""
    ID: Final = "id"
    ORDINAL: Final = "ordinal"
    STYLE: Final = "style"
    PHRASE: Final = "phrase"
    STANCE: Final = "stance"
    ACTION: Final = "action"
    FIELD: Final = "field"
    """Of a fact: the field that it shows."""
    ROLE: Final = "role"
    """Of a date: what happened then."""
    DATETIME: Final = "datetime"
    """Of a date: the date for machines (ISO 8601)."""
    URL: Final = "url"
    """Of a fact: where its value can be found."""


STATED = (
    Attribute.ID,
    Attribute.ORDINAL,
    Attribute.STYLE,
    Attribute.PHRASE,
    Attribute.STANCE,
    Attribute.ACTION,
)
"""What the words of a clause do not show, and its first block says."""


class PageAttribute:
    """Attributes of a page."""

    LANGUAGE: Final = "lang"
    """BCP 47 tag of the document."""
    DIRECTION: Final = "dir"
    """In which direction the document is written: `ltr`, `rtl` or `auto`."""
    LOCALE: Final = "locale"
    """BCP 47 tag of the labels of facts and of the names of parts."""
    HEAD: Final = "head"
    """What of the declaration is not text, as JSON."""
    SHOWN: Final = "shown"
    """What `blocks.sum_shown` returned when the page was written."""
    LINKED: Final = "linked"
    """What search engines read of it, as JSON-LD."""


class ClassName:
    """Classes of elements of HTML."""

    ARTICLE: Final = "declaration"
    """A document; its `data-declaration` is the version of what classes and attributes mean."""
    HEAD: Final = "declaration-head"
    """The script that holds the head of the page."""
    LABEL: Final = "declaration-label"
    """The printed number of a clause, or the role of a signatory, before the words."""
    SPACE: Final = "declaration-space"
    """White space that is not to be folded, or a rare character by its number."""
    NOTEREF: Final = "declaration-noteref"
    LINK: Final = "declaration-link"
    TABLE: Final = "declaration-table"


HTML_VERSION = "1"
"""Version of what the classes and attributes of HTML mean; it grows when an older reader would misread them."""

_PART_CLASS = "declaration-"


def class_of(part: str) -> str:
    """Return the class of the elements of a part."""
    return f"{_PART_CLASS}{part}"


def data_of(attribute: str) -> str:
    """Return the attribute of an element that holds an attribute of a block."""
    return attribute if attribute == Attribute.ID else f"data-{attribute}"


def name_of(part: str) -> str:
    """Return the attribute of a page that says what a part is called in the language of the reader."""
    return f"name-{part}"
