"""Tables of declarations and clauses, read back by Python's own csv."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations import Clause, Declaration, Label, Signatory, Text, render
from declarations.records import csv as table
from declarations.records import csvclauses, tables
from tests.records.sample import SAMPLE
from tests.running import ROOT
from tests.strategies import declarations

FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")


def read(pieces: Iterator[bytes]) -> list[dict[str, str]]:
    """Read a table as a data tool does."""
    text = b"".join(pieces).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def bare(cell: str) -> str:
    """Take off the apostrophe that keeps a cell from being a formula."""
    return cell.removeprefix("'")


def test_a_row_for_each_declaration() -> None:
    """Facts, counts and words stand in columns; several values stand on lines of their own."""
    first, second = read(table.dump_all([SAMPLE, Declaration(title="B")]))
    assert first == {
        "declaration": "1",
        "kind": "statement",
        "title": "Statement on the Harbour",
        "identifiers": "local HA/2025/3",
        "issuers": "Harbour Assembly (HA)",
        "date": "2025-03-06/2025-03-07",
        "dates": "adopted 2025-03-06/2025-03-07\npublished 2025-03-08",
        "language": "en",
        "subtitle": "Second reading",
        "addressees": "Mayor of Old Port",
        "place": "Old Port",
        "meeting": "12th General Assembly",
        "context_count": "1",
        "resolution_count": "1",
        "annex_count": "1",
        "signatory_count": "1",
        "note_count": "1",
        "enacting": "The Harbour Assembly,",
        "context_heading": "Preamble",
        "context": "Recalling the flood of last winter,",
        "formula": "Resolves:",
        "resolutions_heading": "Resolved",
        "resolutions": "1. Walls\nAsks the town to raise the walls;\n(a) in the north;\n(b) in the south;\n"
        "before the next winter.",
        "closing": "Done at Old Port.\nAdopted by 14 votes to 2.",
        "votes": "Adopted by 14 votes to 2.",
        "signatories": "Ada Quay, President",
        "notes": "1 See the report of the engineers.",
        "annexes": "Annex: levels\nNorth\t4 m\nSouth\t5 m",
        "url": "https://example.org/harbour",
        "site": "Harbour News",
        "author": "press office",
        "categories": "Statements",
        "media_type": "text/html",
        "translation_of": "https://example.org/liman",
    }
    assert (second["declaration"], second["title"], second["resolution_count"]) == ("2", "B", "0")
    assert set(second.values()) == {"2", "other", "B", "0", ""}


def test_a_row_for_each_clause() -> None:
    """Clauses have rows in the order of the document, items too, with where they stand and what they are."""
    rows = read(csvclauses.dump_all([Declaration(title="none"), SAMPLE]))
    assert [row["address"] for row in rows] == [address for address, _ in SAMPLE.walk()]
    assert [row["part"] for row in rows] == ["context", *["resolutions"] * 3, "annexes"]
    resolution, item = rows[1], rows[2]
    assert resolution | {"date": "", "dates": ""} == {
        "declaration": "2",
        "kind": "statement",
        "title": "Statement on the Harbour",
        "identifiers": "local HA/2025/3",
        "issuers": "Harbour Assembly (HA)",
        "date": "",
        "dates": "",
        "language": "en",
        "clause": "2",
        "parent": "",
        "address": "resolutions[0]",
        "part": "resolutions",
        "depth": "0",
        "id": "walls",
        "label": "1.",
        "ordinal": "1",
        "style": "decimal",
        "heading": "Walls",
        "text": "Asks the town to raise the walls;",
        "tail": "before the next winter.",
        "phrase": "Asks",
        "stance": "",
        "action": "asks",
    }
    assert (item["clause"], item["parent"], item["depth"], item["label"]) == ("3", "2", "1", "(a)")
    assert rows[0]["stance"] == "recalling"


@given(st.lists(declarations(), max_size=2))
def test_cells_are_what_was_said(several: list[Declaration]) -> None:
    """Whatever the words hold, rows and cells stay apart, and one apostrophe less gives the words back."""
    rows = read(table.dump_all(several))
    assert [int(row["declaration"]) for row in rows] == [*range(1, len(several) + 1)]
    for row, one in zip(rows, several, strict=True):
        assert tuple(row) == tuple(table.COLUMNS)
        assert [bare(row[name]) for name in ("title", "subtitle", "place")] == [
            value or "" for value in (one.title, one.subtitle, one.place)
        ]
        assert bare(row["formula"]) == str(one.formula or "")
        assert int(row["context_count"]) == len(one.context)
    clauses = read(csvclauses.dump_all(several))
    expected = [(number, clause) for number, one in enumerate(several, 1) for _, clause in one.walk()]
    assert [(int(row["declaration"]), bare(row["text"])) for row in clauses] == [
        (number, "\n".join(map(str, clause.paragraphs))) for number, clause in expected
    ]
    for row in rows + clauses:
        assert not [cell for cell in row.values() if FORMULA.match(cell)]


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "'x", "＝1", "－1"])
def test_formulas_are_words(title: str) -> None:
    """Words that a spreadsheet would compute get an apostrophe in front, and so do words that begin with one."""
    (row,) = read(table.dump_all([Declaration(title=title, resolutions=[Clause(paragraphs=[title])])]))
    assert (row["title"], row["resolutions"]) == (f"'{title}", f"'{title}")


def test_form_of_the_file() -> None:
    """The file is RFC 4180 in UTF-8 with a byte order mark; the names of the columns are always there."""
    data = b"".join(table.dump_all([Declaration(title='A "B", é')]))
    assert data.startswith(b"\xef\xbb\xbfdeclaration,kind,title,identifiers,")
    assert '\r\n1,other,"A ""B"", é",'.encode() in data
    assert data.endswith(b"\r\n")
    for module in (table, csvclauses):
        assert b"".join(module.dump_all([])).decode("utf-8-sig") == ",".join(module.COLUMNS) + "\r\n"
    assert render(SAMPLE, "csv").encode() == b"".join(table.dump_all([SAMPLE]))


def test_a_piece_for_each_declaration() -> None:
    """No declaration is taken before the row of the one in front of it is given."""
    taken: list[int] = []

    def watch() -> Iterator[Declaration]:
        for number in range(3):
            taken.append(number)
            yield Declaration(title=str(number), resolutions=[Clause(label=Label("1."))])

    for module in (table, csvclauses):
        taken.clear()
        pieces = module.dump_all(watch())
        assert next(pieces).count(b"\n") == 1
        assert [next(pieces) and len(taken) for _ in range(3)] == [1, 2, 3]


def test_deep_clauses() -> None:
    """Clauses nested deep are written, word by word in order."""
    clause = Clause(label=Label("(z)"), paragraphs=["deepest"])
    for number in range(300):
        clause = Clause(paragraphs=[f"level {number}"], items=[clause], tail=[Text(" ")])
    (row,) = read(table.dump_all([Declaration(resolutions=[clause], signatories=[Signatory(agent=SAMPLE.issuer)])]))
    assert row["resolutions"].split("\n")[-2:] == ["level 0", "(z) deepest"]
    assert row["signatories"] == "Harbour Assembly (HA)"
    rows = read(csvclauses.dump_all([Declaration(resolutions=[clause])]))
    assert [(row["clause"], row["parent"]) for row in rows] == [(str(n), str(n - 1 or "")) for n in range(1, 302)]
    assert rows[49]["address"] == "resolutions[0]" + ".items[0]" * 49
    assert {row["address"] for row in rows[50:]} == {""}


def test_tables_of_deep_clauses_grow_with_the_clauses() -> None:
    """Twice as many clauses, each in the one before, take twice the bytes, whatever their depth."""

    def write(depth: int) -> int:
        clause = Clause(paragraphs=["x"])
        for _ in range(depth):
            clause = Clause(paragraphs=["x"], items=[clause])
        return len(render(Declaration(resolutions=[clause]), "csv-clauses"))

    assert write(4_000) < 2.2 * write(2_000)


def test_columns_are_documented() -> None:
    """The guide names every column of both tables, in order."""
    guide = (ROOT / "docs" / "how-to" / "load-into-a-spreadsheet.md").read_text("utf-8")
    told = re.findall(r"^\| `(\w+)` \|", guide, re.MULTILINE)
    columns = [*table.COLUMNS, *csvclauses.COLUMNS]
    shared = set(tables.FACTS) | {"declaration"}
    assert told == [*table.COLUMNS, *(name for name in csvclauses.COLUMNS if name not in shared)]
    assert set(told) == set(columns)
