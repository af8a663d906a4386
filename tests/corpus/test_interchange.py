"""Every document of the corpus goes through every format and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import declarations
from declarations import Clause, Declaration
from tests.corpus_files import Document, documents, find_corpus

EXACT = ("json", "xml", "akn", "html", "markdown", "jsonl")
FOLDERS = ("bipm", "statement", "udhr")


def pages() -> list[Document]:
    """Give every document once, as a web page; none without a corpus."""
    if find_corpus() is None:
        return []
    return [one for folder in FOLDERS for one in documents(folder) if one.format == "html"]


def tell(clause: Clause) -> dict[str, Any]:
    """Give what a page shows of a clause: label, heading, words and nesting."""
    return {
        "label": clause.label,
        "heading": clause.heading and clause.heading.text,
        "paragraphs": [text.text for text in clause.paragraphs],
        "items": [tell(item) for item in clause.items],
        "tail": [text.text for text in clause.tail],
    }


def show(declaration: Declaration) -> dict[str, Any]:
    """Give what plain text must bring back: title, issuers, dates, labels, words and nesting of clauses."""
    return {
        "title": declaration.title,
        "issuers": [(one.name, one.abbreviation) for one in declaration.issuers],
        "dates": [(one.role, str(one.date)) for one in declaration.dates],
        "context": [tell(one) for one in declaration.context],
        "formula": declaration.formula and declaration.formula.text,
        "resolutions": [tell(one) for one in declaration.resolutions],
    }


def test_the_corpus_is_there() -> None:
    """The tests below have documents, or the corpus is missing and this test says so."""
    assert any(True for _ in documents("udhr"))
    assert pages()


@pytest.mark.parametrize("document", pages(), ids=lambda document: document.name)
def test_formats_that_hold_all(document: Document) -> None:
    """Records and our own pages give back exactly what was read."""
    declaration = document.examine().declaration
    for format in EXACT:
        again = declarations.parse(declarations.render(declaration, format), format=format)
        assert again == declaration, format


@pytest.mark.parametrize("document", pages(), ids=lambda document: document.name)
def test_plain_text(document: Document) -> None:
    """Plain text brings back title, issuers, dates, labels, words and nesting, and a second pass changes nothing."""
    declaration = document.examine().declaration
    text = declarations.render(declaration, "text")
    again = declarations.parse(text, format="text")
    assert show(again) == show(declaration)
    assert declarations.render(again, "text") == text


def read_without_hints(text: str) -> Iterator[Declaration]:
    """Read Markdown of which a person took the front matter, and write and read it again."""
    for _ in range(2):
        declaration = declarations.parse(text, format="markdown")
        yield declaration
        text = declarations.render(declaration, "markdown", fragment=True)


@pytest.mark.parametrize("document", pages(), ids=lambda document: document.name)
def test_markdown_without_front_matter(document: Document) -> None:
    """Markdown alone shows the clauses as they were, and a second pass changes nothing."""
    declaration = document.examine().declaration
    once, twice = read_without_hints(declarations.render(declaration, "markdown", fragment=True))
    assert once.title == declaration.title
    assert [tell(one) for one in once.resolutions] == [tell(one) for one in declaration.resolutions]
    assert twice == once
