"""Pages of made-up sites are read right, and the benchmark of pages runs over any folder."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.benchmarks.pages import __main__ as command
from tests.benchmarks.pages.measures import compare, letters
from tests.benchmarks.pages.peers import read_declarations
from tests.benchmarks.pages.sites import make_pages

PAGES = {name: (data, known) for name, data, known in make_pages()}


@pytest.mark.parametrize("name", PAGES)
def test_the_facts_of_a_page(name: str) -> None:
    """Title, issuer, day, language and site of a statement are right on every kind of site, in every language."""
    data, known = PAGES[name]
    found = read_declarations(data)
    facts = {fact: value for fact, value in known.items() if fact != "body"}
    assert {fact: letters(found[fact] or "") for fact in facts} == {fact: letters(one) for fact, one in facts.items()}


@pytest.mark.parametrize("name", PAGES)
def test_the_main_text_of_a_page(name: str) -> None:
    """All of the text is read, and nothing of the page around it."""
    data, known = PAGES[name]
    assert compare(known["body"], read_declarations(data)["body"] or "") == (1, 1)


def test_a_folder_is_scored(tmp_path: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The command reads pages and gold of a folder, and prints a row for every library."""
    (tmp_path / "a.html").write_text("<html lang=en><title>On mills</title><h1>On mills</h1><p>They stand still.</p>")
    gold = [{"file": "a.html", "title": "On mills", "author": None, "sitename": "Guild", "date": None}]
    (tmp_path / "gold.json").write_text(json.dumps(gold))
    monkeypatch.setattr("sys.argv", ["pages", str(tmp_path)])
    command.main()
    [row] = [line for line in capsys.readouterr().out.splitlines() if line.startswith("| declarations |")]
    assert [cell.strip() for cell in row.split("|")][5:8] == ["1.000", "", "0.000"]
