"""The benchmark of Akoma Ntoso compares like with like, and writes its section of the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from declarations.records import akn
from tests.benchmarks.data import make_declaration

pytest.importorskip("pydantic", reason="the extra `bench` is not installed")


def test_bluebell_makes_the_same_clauses() -> None:
    """The markup that bluebell is given has all clauses, items too."""
    parser = pytest.importorskip("bluebell.parser", reason="bluebell-akn is not installed")
    from cobalt import FrbrUri
    from lxml import etree

    from tests.benchmarks.akn import make_markup

    declaration = make_declaration(6)
    uri = FrbrUri.parse("/akn/za/statement/resolution/2025-03-07/1")
    made = akn.loads(etree.tostring(parser.AkomaNtosoParser(uri).parse_to_xml(make_markup(declaration), "statement")))
    assert [clause.text for clause in made.resolutions] == [clause.text for clause in declaration.resolutions]
    assert [clause.text for clause in made.context] == [clause.text for clause in declaration.context]


def test_peer_builds_the_same_tree() -> None:
    """Bare lxml writes a document that is read as the same declaration."""
    from tests.benchmarks.peers import BareTree

    declaration = make_declaration(6)
    assert akn.loads(BareTree(akn.dumps(declaration)).write()) == declaration


def test_streaming_is_measured() -> None:
    """Writing and reading a stream happens in processes of their own, which report their memory."""
    from tests.benchmarks.akn import measure_memory

    rows = list(measure_memory((10, 20)))
    assert [row[0] for row in rows][:2] == [f"AKN {work}, streaming 10 declarations" for work in ("write", "read")]
    assert all(row[1].endswith(" MB") for row in rows)


def test_section_is_replaced(tmp_path: Path) -> None:
    """Writing the section twice leaves one, and all else as it was."""
    from tests.benchmarks.akn import write_section

    page = tmp_path / "page.md"
    page.write_text("# Page\n\ntext\n", encoding="utf-8")
    write_section(page, "| old |")
    page.write_text(page.read_text("utf-8") + "\n## Next\n", encoding="utf-8")
    write_section(page, "| new |")
    text = page.read_text("utf-8")
    assert text.startswith("# Page\n\ntext\n\n<!-- akn")
    assert text.endswith("## Next\n")
    assert (text.count("| new |"), text.count("| old |")) == (1, 0)
