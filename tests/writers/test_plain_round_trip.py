"""Plain text read back by recognition: what must be the same, for realistic declarations and the whole corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import declarations
from declarations import Clause, Dated, Declaration, Label
from tests.corpus_files import documents
from tests.recognition.test_fixtures import CASE, FILES
from tests.writers.realistic import realistic_declarations

MANY = max(2_000, settings.default.max_examples)


def masthead(one: Declaration) -> dict[str, Any]:
    """Give the facts that a text states with their labels."""
    return {
        "title": one.title,
        "kind": one.kind,
        "issuers": [(agent.name, agent.abbreviation) for agent in one.issuers],
        "dates": [(dated.role, dated.date, dated.time) for dated in one.dates],
        "place": one.place,
        "meeting": one.meeting,
        "identifiers": [str(identifier) for identifier in one.identifiers],
        "source": (one.source.url, one.source.site, one.source.author, one.source.categories) if one.source else None,
    }


def body(one: Declaration) -> list[Any]:
    """Give labels, headings, words and nesting of all clauses."""
    return [[shape(clause) for clause in part] for part in (one.context, one.resolutions, one.annexes)]


def shape(clause: Clause) -> tuple[Any, ...]:
    """Give what is printed of a clause and of those inside it."""
    texts = [[text.text for text in part] for part in (clause.paragraphs, clause.tail)]
    heading = clause.heading.text if clause.heading else None
    return (str(clause.label), heading, *texts, [shape(item) for item in clause.items])


@settings(max_examples=MANY)
@given(realistic_declarations())
def test_realistic_declarations_come_back(declaration: Declaration) -> None:
    """Facts, clauses, formula, ending, signatories and notes are the same; a second pass writes the same text."""
    written = declarations.render(declaration, "text")
    read = declarations.parse(written, format="text")

    facts = masthead(declaration)
    assert masthead(read) == facts | {"source": masthead(read)["source"]}
    assert body(read) == body(declaration)
    assert (read.formula, read.closing) == (declaration.formula, declaration.closing)
    assert [(one.agent.name, one.role, one.capacity) for one in read.signatories] == [
        (one.agent.name, one.role, one.capacity) for one in declaration.signatories
    ]
    assert [(note.label, note.paragraphs) for note in read.notes] == [
        (note.label, note.paragraphs) for note in declaration.notes
    ]
    assert declarations.render(read, "text") == written


@pytest.mark.parametrize("width", [0, 60, 100])
@settings(max_examples=200)
@given(declaration=realistic_declarations())
def test_any_usual_width_reads_back_alike(width: int, declaration: Declaration) -> None:
    """Lines of another width, or never broken, give the same declaration."""
    read = declarations.parse(declarations.render(declaration, "text", width=width), format="text")

    assert masthead(read)["dates"] == masthead(declaration)["dates"]
    assert body(read) == body(declaration)


WORDS = {
    "en": ("On the Roads", "Considering the state of the harbour and of the roads to it, which nobody has mended,"),
    "pt": (
        "Sobre as Estradas",
        "Considerando o estado do porto e das estradas que levam a ele, que ninguém consertou,",
    ),
    "de": ("Zu den Straßen", "In Anbetracht des Zustands des Hafens und der Straßen, die niemand ausgebessert hat,"),
    "zh": ("關於道路", "考慮到港口以及通往港口的各條道路的狀況，多年以來一直沒有人加以修繕，"),
    "ar": ("بشأن الطرق", "إذ يضع في اعتباره حالة الميناء والطرق المؤدية إليه التي لم يصلحها أحد منذ سنوات،"),
}
_LOOKS = "headings that only bold letters tell, which plain text has not"
_SHORT = "a text so short that its language is told by markup alone"
_SIGNS = "a body that signs, read as the issuer where nothing stands after it"
HARD = {
    (
        "genre-letter-nl",
        0,
    ): "two organs that sign below each other, of which the second reads as an office",
    ("form-ends-en", 0): _LOOKS,
    ("form-ends-en", 1): _LOOKS,
    ("form-lead-lists-en", 1): "two lists under leads of their own, which stand as paragraphs",
    ("issuer-titles", 15): _SHORT,
    ("spellings", 0): _SHORT,
    ("signing-sections", 1): _SIGNS,
    ("signing-sections", 7): _SIGNS,
    ("signing-sections", 5): "a name that stands behind names with offices, and comes first when it is read again",
}
"""Documents that plain text does not give back whole, and why."""


@pytest.mark.parametrize("language", ["en-GB", "pt-BR", "de-AT", "zh-Hant-TW", "ar-EG"])
def test_the_region_of_a_language_is_stated(language: str) -> None:
    """Words do not tell it, but dates are written by it; a line says it, and a second pass writes the same."""
    title, words = WORDS[language[:2]]
    declaration = Declaration(
        title=title,
        language=language,
        dates=[Dated(role="adopted", date="2021-01-05")],
        context=[Clause(paragraphs=[words])],
        resolutions=[Clause(label=Label("1."), paragraphs=[words])],
    )
    written = declarations.render(declaration, "text")
    assert language in written.split("\n\n")[1].splitlines()[-1]
    read = declarations.parse(written, format="text")
    assert (read.language, read.dates[0].date) == (language, declaration.dates[0].date)
    assert declarations.render(read, "text") == written


def test_a_language_without_a_region_is_not_stated() -> None:
    """The words tell it; a line that says another language than they do is not believed."""
    assert "Language" not in declarations.render(Declaration(title="A", kind="motion", language="en"), "text")
    page = f"Statement on Bread\n\nLanguage: pt-BR\n\n{WORDS['en'][1]}\n"
    assert declarations.parse(page, format="text").language == "en"


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_documents_of_all_genres_come_back(file: Path) -> None:
    """Facts, clauses and endings are the same, and a second pass writes the same text."""
    for number, case in enumerate(CASE.finditer(file.read_text("utf-8"))):
        declaration = declarations.parse(case["input"], format=case["format"])
        written = declarations.render(declaration, "text")
        read = declarations.parse(written, format="text")
        again = declarations.render(read, "text")
        if (file.stem, number) in HARD:
            assert (body(read), masthead(read), again) != (body(declaration), masthead(declaration), written)
            continue
        assert body(read) == body(declaration)
        assert masthead(read) == masthead(declaration)
        assert again == written


@pytest.mark.parametrize("folder", ["udhr", "bipm", "statement"])
def test_corpus_comes_back(folder: str) -> None:
    """All facts, clauses and endings of the documents of the corpus are the same, also after a second pass."""
    for document in documents(folder):
        if document.format != "html":
            continue
        declaration = document.examine().declaration
        read = declarations.parse(declarations.render(declaration, "text"), format="text")
        assert (masthead(read), body(read)) == (masthead(declaration), body(declaration)), document.name
        again = declarations.parse(declarations.render(read, "text"), format="text")
        assert (masthead(again), body(again)) == (masthead(read), body(read)), document.name
