"""The Python examples in README.md and docs/ are tests: each `>>>` is run and its output compared."""

import doctest
import os
from pathlib import Path
from typing import Any

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
