"""The statement of the corpus, in three forms, read as its gold says."""

from typing import Any

import pytest

import declarations
from declarations import Clause, Declaration
from declarations.model import DateRole
from tests.corpus_files import SUFFIXES, Document, documents, letters

WITH_TIME = {"html", "text"}  # the forms that print when the page was published, and by whom


@pytest.fixture(params=SUFFIXES)
def document(request: pytest.FixtureRequest) -> Document:
    """Give the statement in one form."""
    return next(one for one in documents("statement") if one.format == request.param)


@pytest.fixture
def declaration(document: Document) -> Declaration:
    """Give the reading of the statement."""
    return declarations.parse(document.path.read_bytes(), format=document.format)


def assert_clauses(clauses: tuple[Clause, ...], facts: list[dict[str, Any]]) -> None:
    """Compare first words, last words and number of words, whatever apostrophes are used."""
    assert len(clauses) == len(facts)
    for clause, fact in zip(clauses, facts, strict=True):
        assert letters(clause.text).startswith(letters(fact["first_words"]))
        assert letters(clause.text).endswith(letters(fact["last_words"]))
        assert len(clause.text.split()) == fact["words"]
        assert clause.items == ()


def test_title(declaration: Declaration, document: Document) -> None:
    """The title is read once, without the name of the site."""
    assert letters(declaration.title) == letters(document.gold["title"])


def test_issuer(declaration: Declaration, document: Document) -> None:
    """The issuer has its name as printed, misspelling included, and its abbreviation."""
    gold = document.gold["issuer"]
    assert declaration.issuer is not None
    assert letters(declaration.issuer.name) in {letters(gold["printed"]), letters(gold["name"])}
    assert declaration.issuer.abbreviation == gold["acronym"]
    assert len(declaration.issuers) == 1


def test_date(declaration: Declaration, document: Document) -> None:
    """The date of the act is found, printed in Portuguese under an English text."""
    assert str(declaration.date) == document.gold["date"]


def test_published_time(declaration: Declaration, document: Document) -> None:
    """The time of publication is found where the form prints it."""
    published = declaration.dated(DateRole.PUBLISHED)
    if document.format in WITH_TIME:
        assert published is not None
        assert f"{published.date}T{published.time:%H:%M}" == document.gold["published"]
    else:
        assert published is None or published.time is None


def test_author(declaration: Declaration, document: Document) -> None:
    """The author of the page is kept as source, not as issuer."""
    author = declaration.source.author if declaration.source else None
    assert author == (document.gold["author"] if document.format in WITH_TIME else None)


def test_language(declaration: Declaration, document: Document) -> None:
    """The words decide the language, against the Portuguese markup."""
    assert declaration.language is not None
    assert declaration.language.split("-")[0] == document.gold["language"]


def test_context(declaration: Declaration, document: Document) -> None:
    """The three paragraphs of context are whole, also where a page break cuts one."""
    assert_clauses(declaration.context, document.gold["context"])


def test_formula(declaration: Declaration, document: Document) -> None:
    """The resolving formula is a formula, neither context nor resolution."""
    assert letters(declaration.formula) == letters(document.gold["formula"])


def test_resolutions(declaration: Declaration, document: Document) -> None:
    """The five resolutions are whole."""
    assert_clauses(declaration.resolutions, document.gold["resolutions"])


def test_nothing_else(declaration: Declaration, document: Document) -> None:
    """Nothing of the page around the statement is in its context or resolutions."""
    words = letters(" ".join(clause.text for clause in (*declaration.context, *declaration.resolutions)))
    leaks = document.gold["must_not_appear_in_context_or_resolutions"]
    assert [leak for leak in leaks if letters(leak) in words] == []
