"""What holds for every document of the corpus, in every form."""

from collections.abc import Iterator

import pytest

import declarations
from declarations import Limits, Reading
from declarations.formats import find_format
from tests.corpus_files import SUFFIXES, Document, documents
from tests.recognition.pages import spell

GROUPS = [(folder, format) for folder in ("udhr", "bipm", "statement") for format in SUFFIXES]
pytestmark = pytest.mark.parametrize(("folder", "format"), GROUPS)


def readings(folder: str, format: str) -> Iterator[tuple[Document, Reading]]:
    """Examine every document of a folder in one form; what is raised fails the test."""
    found = [one for one in documents(folder) if one.format == format and one.path.exists()]
    assert found
    for document in found:
        yield document, document.examine()


def test_reads_and_comes_back(folder: str, format: str) -> None:
    """Every document gives text, and its JSON and XML give back an equal declaration."""
    for document, reading in readings(folder, format):
        declaration = reading.declaration
        assert any(True for _ in declaration.walk()), document.name
        for record in ("json", "xml"):
            written = declarations.render(declaration, record)
            assert declarations.parse(written, format=record) == declaration, f"{document.name} as {record}"
            assert declarations.render(declarations.parse(written, format=record), record) == written, document.name


def test_judges_every_block_once(folder: str, format: str) -> None:
    """All that stands in the page has exactly one judgement, in its order, though a block may have been cut."""
    for document, reading in readings(folder, format):
        page = find_format(format).load_reader().read_page(document.path.read_bytes(), limits=Limits())
        assert page.blocks, document.name
        judgements = (one for part in (reading, *reading.others) for one in part.judgements)
        assert spell(judgement.block for judgement in judgements) == spell(page.blocks), document.name


def test_names_every_clause_once(folder: str, format: str) -> None:
    """Every clause has an id, no two the same, and its address finds it."""
    for document, reading in readings(folder, format):
        clauses = list(reading.declaration.walk())
        ids = [clause.id for _, clause in clauses]
        assert None not in ids, document.name
        assert len(set(ids)) == len(ids), document.name
        assert all(reading.declaration.at(address) is clause for address, clause in clauses), document.name
