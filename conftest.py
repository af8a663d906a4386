"""The Python examples in README.md and docs/ are tests: each `>>>` is run and its output compared."""

import doctest
import os
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

ROOT = Path(__file__).parent


def enter_project(namespace: dict[str, Any]) -> None:
    """Run the examples of a document in the root of the project, where their paths lead."""
    namespace["_left"] = Path.cwd()
    os.chdir(ROOT)


def leave_project(namespace: dict[str, Any]) -> None:
    """Go back to where the run was started."""
    os.chdir(namespace["_left"])


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)],
    patterns=["README.md", "docs/**/*.md"],
    setup=enter_project,
    teardown=leave_project,
).pytest()


@pytest.hookimpl(wrapper=True)  # around all others, since xdist reads the groups in the same hook
def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> Generator[None, None, None]:
    """Keep the examples of one document on one worker, since later ones build on earlier ones."""
    for item in items:
        if item.path.suffix == ".md":
            item.add_marker(pytest.mark.xdist_group(str(item.path.relative_to(ROOT))))
    return (yield)
