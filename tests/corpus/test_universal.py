"""The Universal Declaration of Human Rights in four languages and scripts, in three forms."""

from typing import Any

import pytest

import declarations
from declarations import Clause, Declaration
from tests.corpus_files import SUFFIXES, Document, documents, letters

LANGUAGES = ("eng", "fra", "arb", "cmn_hans")
OPEN_PARAGRAPHS = 3  # the last paragraphs of the preamble may be read as context or as formula


@pytest.fixture(params=[(name, format) for name in LANGUAGES for format in SUFFIXES], ids="-".join)
def document(request: pytest.FixtureRequest) -> Document:
    """Give the declaration in one language and form."""
    name, format = request.param
    return next(one for one in documents("udhr", names=name) if one.format == format)


@pytest.fixture
def declaration(document: Document) -> Declaration:
    """Give the reading of the declaration."""
    return declarations.parse(document.path.read_bytes(), format=document.format)


def article_texts(article: dict[str, Any]) -> list[str]:
    """Give the paragraphs of an article, then its items."""
    items = (text for item in article["items"] for text in (item if isinstance(item, list) else [item]))
    return [letters(text) for text in (*article["paragraphs"], *items)]


def clause_texts(clause: Clause) -> list[str]:
    """Give the same of a clause as read."""
    return [letters(line) for line in clause.text.split("\n")]


def test_articles(declaration: Declaration, document: Document) -> None:
    """Every article is one resolution with the words of its paragraphs and items, and nothing else."""
    articles = document.gold["resolutions"]
    assert len(declaration.resolutions) == len(articles) == 30
    for clause, article in zip(declaration.resolutions, articles, strict=True):
        assert "".join(clause_texts(clause)) == "".join(article_texts(article))


def test_headings(declaration: Declaration, document: Document) -> None:
    """Label and heading give what is printed above each article."""
    for clause, article in zip(declaration.resolutions, document.gold["resolutions"], strict=True):
        label, heading = letters(clause.label), letters(clause.heading)
        assert letters(article["heading"]) in {label, heading, label + heading}


def test_ordinals(declaration: Declaration) -> None:
    """The printed labels count from 1 to 30, in words, Arabic digits and Chinese numerals alike."""
    ordinals = [clause.label.ordinal if clause.label else None for clause in declaration.resolutions]
    assert ordinals == list(range(1, 31))


def test_items(declaration: Declaration, document: Document) -> None:
    """Numbered sentences inside an article are its items."""
    counts = [len(clause.items) for clause in declaration.resolutions]
    assert counts == [len(article["items"]) for article in document.gold["resolutions"]]


def test_preamble(declaration: Declaration, document: Document) -> None:
    """Every paragraph of the preamble is context, in order; the last ones may be formula."""
    paragraphs = [letters(text) for text in document.gold["context"]]
    sure = len(paragraphs) - OPEN_PARAGRAPHS
    given = [letters(clause.text) for clause in declaration.context]
    assert given[:sure] == paragraphs[:sure]
    assert [text for text in given[sure:] if text not in paragraphs[sure:]] == []


def test_title(declaration: Declaration, document: Document) -> None:
    """The title is read."""
    assert letters(declaration.title) == letters(document.gold["title"])
