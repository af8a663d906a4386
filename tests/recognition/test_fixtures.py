"""Whole documents and their right readings, one Markdown file a genre.

Set UPDATE_FIXTURES=1 to write what is read now into the files; look at the difference before you commit it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from declarations import examine
from tests.recognition.readings import print_reading

FOLDER = Path(__file__).parent / "fixtures"
CASE = re.compile(
    r"~~~(?P<format>html|markdown|text)\n(?P<input>.*?)~~~\n\n~~~reading\n(?P<reading>.*?)~~~\n", re.DOTALL
)
FILES = sorted(FOLDER.glob("*.md"))


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_documents_are_read_right(file: Path) -> None:
    """Every part of the document is found, and nothing else."""
    content = file.read_text("utf-8")
    cases = list(CASE.finditer(content))
    found = [print_reading(examine(case["input"], format=case["format"])) for case in cases]
    if os.environ.get("UPDATE_FIXTURES"):
        for case, reading in reversed(list(zip(cases, found, strict=True))):
            content = content[: case.start("reading")] + reading + content[case.end("reading") :]
        file.write_text(content, "utf-8")

    assert cases
    assert [case["reading"] for case in CASE.finditer(content)] == found
