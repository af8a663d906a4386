"""Traits spare cues that would see nothing; they never hide what a cue sees."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from declarations import Limits
from declarations.formats import find_format
from declarations.recognition.decide.context import DocumentContext
from declarations.recognition.decide.cues import CUES, see
from declarations.recognition.decide.deciding import find_structure
from declarations.recognition.document import Document
from declarations.recognition.pipeline import PAGE_STEPS
from declarations.recognition.segment.sections import split_declarations
from tests.recognition.test_fixtures import CASE, FILES


def look_over(source: str, format: str) -> Iterator[DocumentContext]:
    """Yield what is known of every declaration of a page before its parts are chosen."""
    page = find_format(format).load_reader().read_page(source.encode(), limits=Limits())
    document = Document(page=page, blocks=page.blocks)
    for step in PAGE_STEPS:
        document = step(document)
    return (DocumentContext.of(find_structure(one)) for one in split_declarations(document))


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_no_cue_is_spared_that_sees_something(file: Path) -> None:
    """What is seen with the traits told is what all cues see."""
    for case in CASE.finditer(file.read_text("utf-8")):
        for context in look_over(case["input"], case["format"]):
            for head in context.heads:
                every = [(name, seen) for name, cue in CUES.items() for seen in cue(head, context)]
                assert see(head, context) == every
