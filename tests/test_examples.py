"""Every example runs, and gives the output that is kept beside it."""

import json
import re

import pytest

import declarations
from tests.running import ROOT, run, settle

EXAMPLES = ROOT / "examples"
PAGES = ("harbour-statement.html", "library-motion.md", "river-charter.txt")
OUTPUTS = {
    "harbour-statement.json": "declarations convert examples/harbour-statement.html --to json --quiet",
    "harbour-statement.xml": "declarations convert examples/harbour-statement.html --to xml --quiet",
    "library-motion.json": "declarations convert examples/library-motion.md --to json --quiet",
    "river-charter.json": "declarations convert examples/river-charter.txt --to json --quiet",
    "read_statement.txt": "python examples/read_statement.py",
    "convert_folder.txt": "python examples/convert_folder.py examples",
    "build_declaration.txt": "python examples/build_declaration.py",
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_output(name: str) -> None:
    """A command of the examples prints what the file with its output holds."""
    path = EXAMPLES / "expected" / name
    expected = path.read_text("utf-8") if path.exists() else ""
    settle(path, expected, run(OUTPUTS[name]))


@pytest.mark.parametrize("name", [name for name in OUTPUTS if name.endswith((".json", ".xml"))])
def test_output_is_a_valid_record(name: str) -> None:
    """What the examples give as JSON and XML is read back as the same declaration."""
    source = next(EXAMPLES / page for page in PAGES if page.startswith(name.partition(".")[0]))
    assert declarations.read(EXAMPLES / "expected" / name) == declarations.read(source)


def test_harbour_statement() -> None:
    """The statement is read whole, and nothing of the page around it."""
    reading = declarations.examine((EXAMPLES / "harbour-statement.html").read_bytes(), format="html")
    statement = reading.declaration
    assert statement.title == "Keep Northquay Harbour Open to Those Who Work There"
    assert str(statement.issuer) == "Harbour Workers’ Association (HWA)"
    assert str(statement.date) == "2024-09-12"
    assert statement.language == "en-GB"
    assert str(statement.formula) == "In view of these facts,"
    assert len(statement.context) == 3
    assert [str(clause.action) for clause in statement.resolutions] == [
        "condemns",
        "demands",
        "calls-upon",
        "supports",
        "invites",
    ]
    told = [finding.excerpt or "" for finding in reading.findings if str(finding.code) == "unclaimed-text"]
    assert [excerpt for excerpt in told if "press office" not in excerpt] == []


def test_library_motion() -> None:
    """Front matter, recitals, numbered resolutions with items, mover, seconder and footnote are read."""
    motion = declarations.read(EXAMPLES / "library-motion.md")
    assert motion.kind == "motion"
    assert str(motion.issuer) == "Board of the Millbrook Town Library"
    assert [clause.phrase for clause in motion.context] == ["WHEREAS"] * 3
    assert str(motion.formula) == "NOW, THEREFORE, BE IT RESOLVED that:"
    assert [signatory.role for signatory in motion.signatories] == ["mover", "seconder"]
    assert [clause.label.printed for clause in motion.resolutions if clause.label] == ["1.", "2.", "3.", "4."]
    assert [item.label.printed for item in motion.resolutions[1].items if item.label] == ["1.", "2."]
    assert [str(note.paragraphs[0]) for note in motion.notes] == ["Who Reads in Millbrook?, October 2023, page 12."]


def test_river_charter() -> None:
    """Eight articles with headings and numbered items are read out of plain text."""
    charter = declarations.read(EXAMPLES / "river-charter.txt")
    assert charter.title == "Charter of the River Alder"
    assert str(charter.date) == "2023-06-05"
    assert [clause.label.ordinal for clause in charter.resolutions if clause.label] == list(range(1, 9))
    assert [len(clause.items) for clause in charter.resolutions] == [0, 2, 2, 3, 0, 3, 0, 0]
    assert len(charter.resolutions[5].items[1].items) == 3


def test_examples_are_listed() -> None:
    """The list of the examples names every file."""
    listed = (EXAMPLES / "README.md").read_text("utf-8")
    names = {path.name for path in EXAMPLES.iterdir() if path.is_file()} - {"README.md"}
    assert {name for name in names if name not in listed} == set()


def test_converted_text_is_readable() -> None:
    """JSON for people keeps letters as letters."""
    text = run(OUTPUTS["harbour-statement.json"])
    assert "Workers’" in text
    assert not re.search(r"\\u[0-9a-f]{4}", text)
    assert json.loads(text)["title"]
