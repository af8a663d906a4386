"""What importing the library costs."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import declarations

HEAVY = {"babel", "cattrs", "dateutil", "lxml", "markdown_it", "mdit_py_plugins", "msgspec", "rich", "typer", "yaml"}


def imported(statement: str) -> set[str]:
    """Give the top-level modules that a fresh interpreter holds after a statement."""
    code = f"{statement}; import sys; print(*{{name.partition('.')[0] for name in sys.modules}})"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_the_front_door_is_light() -> None:
    """`import declarations` loads nothing; the model and the verbs not the libraries of readers and records."""
    assert imported("import declarations") & (HEAVY | {"attrs", "decimal", "enum"} - imported("import typing")) == set()
    verbs = "Declaration, Limits, examine, parse, read, read_all, render, write, write_all"
    assert imported(f"from declarations import {verbs}") & HEAVY == set()


def test_the_front_door_knows_where_its_names_are() -> None:
    """What is imported when it is first used is what type checkers see imported."""
    tree = ast.parse(Path(declarations.__file__).read_text("utf-8"))
    (choice,) = (node for node in tree.body if isinstance(node, ast.If))
    submodules, *others = choice.body
    assert {name.name for name in submodules.names} == declarations._SUBMODULES
    seen = {name.name: node.module for node in others for name in node.names}
    assert seen == declarations._LATER
    assert set(seen) == set(declarations.__all__)


@pytest.mark.parametrize(("module", "foreign"), [("json", {"lxml", "cattrs"}), ("xml", {"cattrs"})])
def test_each_record_loads_its_own_library_only(module: str, foreign: set[str]) -> None:
    """JSON does without lxml and cattrs, XML without cattrs."""
    assert imported(f"import declarations.records.{module}") & (foreign | {"babel", "markdown_it"}) == set()


def test_dates_come_when_asked_for() -> None:
    """The first name that needs Babel loads it; what the front door has imported is a name as any other."""
    assert "babel" in imported("from declarations.dates import parse_date")
    assert "babel" in imported("import declarations; declarations.labels.format_label")
    code = "import declarations as d; a = d.localize; assert vars(d)['localize'] is a; assert 'dates' in dir(d)"
    assert "attrs" in imported(code)
