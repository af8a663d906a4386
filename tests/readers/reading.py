"""Short ways to read a page and to look at what came out."""

from __future__ import annotations

from declarations.blocks import Block, Limits, Page
from declarations.readers import html, markdown, plain

LIMITS = Limits()


def read_html(data: str | bytes) -> Page:
    """Read a web page."""
    return html.read_page(data, limits=LIMITS)


def read_markdown(data: str | bytes) -> Page:
    """Read a Markdown text."""
    return markdown.read_page(data, limits=LIMITS)


def read_plain(data: str | bytes) -> Page:
    """Read a plain text."""
    return plain.read_page(data, limits=LIMITS)


def show(page: Page) -> list[str]:
    """Give one line a block: kind, marker, words."""
    return [show_block(block) for block in page.blocks]


def show_block(block: Block) -> str:
    """Give kind (with the level of a heading and the depth in lists), marker and words of a block."""
    kind = f"{block.kind.value}{block.level or ''}{'+' * block.depth}"
    return " ".join(filter(None, (kind, block.marker, block.text.text)))


def marks(block: Block) -> list[tuple[str, str, str | None]]:
    """Give kind, words and target of every mark."""
    return [(mark.kind.value, block.text.text[mark.start : mark.end], mark.target) for mark in block.text.marks]


def metadata(page: Page) -> list[tuple[str, str, str]]:
    """Give kind, value and origin of every item."""
    return [(item.kind.value, item.value, item.origin) for item in page.metadata.all]


def codes(page: Page) -> list[str]:
    """Give the codes of the findings."""
    return [finding.code.value for finding in page.findings]
