"""From page to reading: a row of steps, each of which takes a document and returns one that knows more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

import attrs

from declarations.blocks import Page
from declarations.errors import EmptyInputError
from declarations.findings import Finding, FindingCode
from declarations.recognition.adjust import adjust_parts
from declarations.recognition.build.building import build_declaration, claim_words
from declarations.recognition.decide.deciding import choose_parts, find_structure
from declarations.recognition.document import Document
from declarations.recognition.extract.labelledfields import read_labelled_fields
from declarations.recognition.extract.table import extract_values
from declarations.recognition.judging import judge
from declarations.recognition.reading import Reading
from declarations.recognition.segment.boilerplate import drop_boilerplate, keep_other_languages
from declarations.recognition.segment.fieldlines import cut_labelled_fields
from declarations.recognition.segment.languagechoice import find_language, settle_language
from declarations.recognition.segment.namedmetadata import name_metadata
from declarations.recognition.segment.repair import repair_blocks
from declarations.recognition.segment.sections import split_declarations
from declarations.recognition.segment.segments import make_segments
from declarations.recognition.segment.surroundings import find_surroundings

__all__ = ["PAGE_STEPS", "STEPS", "Step", "recognize"]

Step: TypeAlias = Callable[[Document], Document]

PAGE_STEPS: tuple[Step, ...] = (
    name_metadata,
    drop_boilerplate,
    find_language,
    cut_labelled_fields,
    settle_language,
    keep_other_languages,
    repair_blocks,
    find_surroundings,
    make_segments,
)
"""What happens to the blocks of a page, in order: each gets an id, a status and its features."""

STEPS: tuple[Step, ...] = (
    find_structure,
    choose_parts,
    read_labelled_fields,
    adjust_parts,
    extract_values,
    build_declaration,
    claim_words,
)
"""What happens then to each declaration of the page, in order."""


def recognize(page: Page, *, url: str | None = None, language: str | None = None) -> Reading:
    """Return the reading of a page.

    `url` is where the page was found, `language` a BCP 47 tag that wins over what the page says. Raise
    `EmptyInputError` when the page holds no words.
    """
    if not any(block.text.text.strip() for block in page.blocks):
        raise EmptyInputError("the source holds no text", hint="check that it is the right file and format")
    whole = Document(page=page, url=url, told_language=language, blocks=page.blocks)
    for step in PAGE_STEPS:
        whole = step(whole)
    first, *others = (_read(document) for document in split_declarations(whole))
    if not others:
        return first
    message = f"the source holds {len(others) + 1} declarations; this is the first"
    several = Finding(FindingCode.SEVERAL_DECLARATIONS, message)
    return attrs.evolve(first, others=tuple(others), findings=(several, *first.findings))


def _read(document: Document) -> Reading:
    for step in STEPS:
        document = step(document)
    kept = document.learn(segments=(), lines=(), values={})  # no judgement is made of them
    return Reading(declaration=document.declaration, findings=document.findings, judgements=partial(judge, kept))
