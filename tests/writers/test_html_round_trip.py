"""What is written as HTML is read back exactly: whole pages, fragments, pages of others that hold ours."""

import json

import attrs
from hypothesis import given, settings

import declarations
from declarations import Declaration
from declarations.blocks import Limits, Page
from declarations.composition import compose
from declarations.readers.html import read_page
from tests.strategies import declarations as any_declaration

MANY = max(2_000, settings.default.max_examples)


def read_back(html: str) -> Declaration:
    """Read HTML and check that nothing had to be recognized or reported."""
    reading = declarations.examine(html, format="html")
    assert (reading.findings, reading.judgements) == ((), ())
    return reading.declaration


def blocks_of(page: Page) -> list[attrs.AttrsInstance]:
    """Give the blocks of a page that hold its words, without their places in the source."""
    kept = [block for block in page.blocks if block.hint not in ("masthead", "source")]
    return [attrs.evolve(block, position=None) for block in kept]


@given(any_declaration())
@settings(max_examples=MANY)
def test_pages_are_read_back(declaration: Declaration) -> None:
    """A whole page gives the declaration that it was made of."""
    assert read_back(declarations.render(declaration, "html")) == declaration


@given(any_declaration())
@settings(max_examples=MANY)
def test_fragments_are_read_back(declaration: Declaration) -> None:
    """A fragment inside the page of somebody else gives the declaration that it was made of."""
    fragment = declarations.render(declaration, "html", fragment=True, locale="ar")
    page = f"<html><body><h1>Site</h1><div class=entry>{fragment}</div><p>Share</p></body></html>"
    assert read_back(page) == declaration


@given(any_declaration())
@settings(max_examples=MANY)
def test_blocks_are_read_back(declaration: Declaration) -> None:
    """The reader makes the very blocks that the writer was given."""
    page = compose(declaration)
    read = read_page(declarations.render(declaration, "html"), limits=Limits())
    assert blocks_of(read) == blocks_of(page)
    assert json.loads(str(read.head)) == json.loads(str(page.head))
