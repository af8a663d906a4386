"""The block stream: what every reader makes of a page, and all that recognition ever sees.

A page is a flat row of blocks in reading order. A block knows its words, its shape and where it came
from; it does not know what a declaration is. Metadata found beside the text is kept as metadata.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import chain
from typing import NamedTuple
from zlib import crc32

import attrs

from declarations.arguments import check_arguments
from declarations.errors import LimitError
from declarations.findings import Finding, Position
from declarations.parts import NOTHING, SHOWN, Attribute
from declarations.text import Text, shorten
from declarations.validation import LARGEST_INTEGER, check_integer

__all__ = [
    "Block",
    "BlockKind",
    "Landmark",
    "Layout",
    "Limits",
    "MetadataItem",
    "MetadataKind",
    "Page",
    "PageMetadata",
    "Region",
    "sum_shown",
]


class BlockKind(StrEnum):
    """The shape of a block in its syntax."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """The first paragraph of a list item; later ones are paragraphs of the same depth."""
    ROW = "row"
    """A row of a table; tabs separate the cells."""
    NOTE = "note"
    """A paragraph of a footnote; `target` is the id that note marks refer to."""
    PREFORMATTED = "preformatted"
    RULE = "rule"
    """A horizontal rule; it holds no text."""


class Landmark(StrEnum):
    """What a region of a page is for, as its markup says (names follow WAI-ARIA where it has one)."""

    MAIN = "main"
    ARTICLE = "article"
    BANNER = "banner"
    NAVIGATION = "navigation"
    COMPLEMENTARY = "complementary"
    CONTENTINFO = "contentinfo"
    SEARCH = "search"
    FORM = "form"
    BYLINE = "byline"
    """Who posted the page and when."""
    POSTMETA = "postmeta"
    """What the site says about the post: categories, feeds, when it was filed."""
    SHARING = "sharing"
    COMMENTS = "comments"
    RELATED = "related"
    CAPTION = "caption"
    """What is said about a picture or a table, and whose picture it is."""
    ADVERTISEMENT = "advertisement"
    DIALOG = "dialog"
    """What is laid over the page: a question, a consent, a window to sign in."""
    SKIPLINK = "skiplink"
    DECORATION = "decoration"
    """What is seen and not read aloud: the words of drawings, icons, words that repeat others (`aria-hidden`)."""
    NOTES = "notes"
    """A section of footnotes."""


class Region(NamedTuple):
    """An element of a page that holds others, and what it says of itself."""

    parent: int
    """The region it stands in: its place in `Page.regions`, which is before its own."""
    tag: str
    """The name of the element."""
    landmark: Landmark | None = None
    """What it is for, as its element or its role says."""
    named: Landmark | None = None
    """What it is for, as the words of its class and id say."""


@attrs.frozen(kw_only=True, repr=False)
class Block:
    """One heading, paragraph, list item, table row, note or rule of a page."""

    kind: BlockKind
    """Its shape."""
    text: Text = attrs.field(factory=Text)
    """Its words, without the marker."""
    level: int = 0
    """Of a heading: 1 (highest) to 6; else 0."""
    depth: int = 0
    """How many lists it stands in: 0 outside lists, 1 in an outermost list."""
    marker: str | None = None
    """The number or letter of a list item as a reader of the page sees it (`3.`, `(a)`); None for bullets."""
    list_number: int = 0
    """Which list of the page an item belongs to, counted from 1; 0 outside lists."""
    landmarks: tuple[Landmark, ...] = ()
    """The regions it stands in, outermost first."""
    region: int = 0
    """Which region of the page it stands in, the innermost: its place in `Page.regions`."""
    target: str | None = None
    """Of a note: the id that marks refer to."""
    language: str | None = None
    """Language tag of the block as its markup says; None if it says none."""
    attributes: Mapping[str, str] = NOTHING
    """What the page says of it besides, by the names of `declarations.parts`; only pages that this library wrote do."""
    position: Position | None = None
    """Where it stands in the source."""

    @property
    def part(self) -> str | None:
        """The part that it belongs to, as the page says; None if it says nothing."""
        return self.attributes.get(Attribute.PART) if self.attributes else None

    @property
    def piece(self) -> str | None:
        """Which piece of its part it is (`Piece`)."""
        return self.attributes.get(Attribute.PIECE) if self.attributes else None

    @property
    def is_first(self) -> bool:
        """Whether the page says that a clause, a signatory or a note begins with it."""
        return Attribute.FIRST in self.attributes

    def __repr__(self) -> str:
        marker = f"{self.marker} " if self.marker else ""
        return f"Block({self.kind.value} {marker}{shorten(self.text.text)!r})"


class MetadataKind(StrEnum):
    """What a piece of metadata beside the text tells."""

    TITLE = "title"
    PAGE_TITLE = "page-title"
    """The title of the whole page, often with the name of the site in it."""
    HEADLINE = "headline"
    """The words of a heading of the page without the kicker in it, a line over the headline."""
    SUBTITLE = "subtitle"
    SITE = "site"
    ISSUER = "issuer"
    AUTHOR = "author"
    PUBLISHED = "published"
    MODIFIED = "modified"
    DATE = "date"
    """A date that does not say of what."""
    LANGUAGE = "language"
    URL = "url"
    CATEGORY = "category"
    PLACE = "place"
    IDENTIFIER = "identifier"
    KIND = "kind"
    DESCRIPTION = "description"
    NAMED = "named"
    """What its name says, a word of some language."""


@attrs.frozen
class MetadataItem:
    """One piece of metadata found beside the text."""

    kind: MetadataKind
    """What it tells."""
    value: str
    """As found, white space folded."""
    origin: str
    """Where it was found: `meta og:title`, `json-ld`, `time`, `front matter`."""
    position: Position | None = attrs.field(default=None, kw_only=True)
    """Where it stands in the source."""
    name: str | None = attrs.field(default=None, kw_only=True)
    """Of metadata whose kind only their name tells: the name as printed, in lower case."""


@attrs.frozen
class PageMetadata:
    """All metadata of a page, the most telling first within each kind."""

    all: tuple[MetadataItem, ...] = ()
    """The metadata in the order of trust that the reader gives them."""

    def of(self, kind: MetadataKind) -> Iterator[MetadataItem]:
        """Go through the metadata of one kind."""
        return (item for item in self.all if item.kind is kind)

    def first(self, kind: MetadataKind) -> str | None:
        """Return the value of the first metadata of a kind."""
        return next((item.value for item in self.of(kind)), None)


@attrs.frozen(kw_only=True)
class Page:
    """What a reader makes of one source: blocks, metadata, and what it had to report."""

    blocks: tuple[Block, ...] = ()
    """In reading order."""
    regions: tuple[Region, ...] = ()
    """The regions of a page whose syntax has some, each after the one around it; the first is the page itself."""
    metadata: PageMetadata = PageMetadata()
    """Metadata beside the text."""
    findings: tuple[Finding, ...] = ()
    """What the reader could not take as it stood."""
    media_type: str | None = None
    """Media type of the source."""
    attributes: Mapping[str, str] = NOTHING
    """What the page says of itself, by the names of `declarations.parts`; only pages that this library wrote do."""
    documents: tuple[Page, ...] = ()
    """Pages that this library wrote and that stand in this one, whose blocks are then only what is around them."""


def sum_shown(blocks: Iterable[Block]) -> str:
    """Return a sum of the letters and digits of the lines that only show what the head holds.

    It tells whether somebody changed one of them; a line that a writer or a reader spaces otherwise sums the same.
    """
    shown = (block for block in blocks if block.part in SHOWN and block.kind is not BlockKind.HEADING)
    lines = (f"{block.marker or ''}{block.text}" for block in shown)
    return f"{crc32(''.join(filter(str.isalnum, chain.from_iterable(lines))).encode()):08x}"


@attrs.frozen(kw_only=True)
class Layout:
    """How a writer lays a page out; every writer heeds what its syntax has."""

    fragment: bool = False
    """Whether to write the document alone, without the page around it (the head of HTML, the front matter)."""
    template: str | None = None
    """The page around the document; each writer says what it must hold. None for its own."""
    width: int = 79
    """Columns after which lines of plain text are broken; 0 for never."""


@attrs.frozen(kw_only=True)
class Limits:
    """How much a source may ask of a reader; the defaults hold any real document."""

    max_bytes: int = 32 * 1024 * 1024
    """Largest source, in bytes of data or characters of a string."""
    max_nodes: int = 300_000
    """Largest number of elements, tokens or lines."""
    max_depth: int = 200
    """Deepest nesting of elements or records; pages are flattened below it, records refused."""

    def __attrs_post_init__(self) -> None:
        for field in attrs.fields(Limits):
            check_integer(getattr(self, field.name), f"limit {field.name}", 0, LARGEST_INTEGER)

    @check_arguments
    def check_size(self, size: int) -> None:
        """Raise `LimitError` if a source of this size is too large."""
        if size > self.max_bytes:
            raise LimitError(
                f"the source has more bytes than the limit of {self.max_bytes:,}",
                hint="raise Limits.max_bytes if you trust it",
            )

    @check_arguments
    def check_nodes(self, count: int, what: str) -> None:
        """Raise `LimitError` if a source has more elements, tokens or lines than allowed."""
        if count > self.max_nodes:
            raise LimitError(
                f"the source has {count:,} {what}, more than the limit of {self.max_nodes:,}",
                hint="raise Limits.max_nodes if you trust it",
            )
