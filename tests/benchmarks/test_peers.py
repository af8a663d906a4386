"""The peers of the benchmarks do the same work as the library, so that comparing them is fair."""

from __future__ import annotations

import pytest

from declarations.records import json, xml
from tests.benchmarks.data import make_declaration

pytest.importorskip("pydantic", reason="the extra `bench` is not installed")


def test_peers_see_the_same_data() -> None:
    """Pydantic reads and writes the same JSON, bare lxml writes XML that is read as the same declaration."""
    from tests.benchmarks.peers import BareTree, check_pydantic

    declaration = make_declaration(10)
    check_pydantic(json.dumps(declaration))
    assert xml.loads(BareTree(xml.dumps(declaration)).write()) == declaration


def test_one_group_is_measured_and_written(tmp_path, monkeypatch, capsys) -> None:
    """The command prints its table and writes the page of the reference."""
    from tests.benchmarks import __main__ as command

    monkeypatch.setattr(command, "SECONDS", 0)
    monkeypatch.setattr("sys.argv", ["benchmarks", "--only", "json", "--markdown", str(tmp_path / "page.md")])
    command.main()
    table = capsys.readouterr().out.strip()
    assert table.count("pydantic") == 2
    assert table in (tmp_path / "page.md").read_text(encoding="utf-8")
