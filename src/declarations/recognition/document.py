"""The document that flows through the steps of recognition: each takes one and returns one that knows more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from declarations.blocks import Block, Page
from declarations.findings import Finding
from declarations.language.fieldwords import FieldWords
from declarations.language.lexicon import Lexicon
from declarations.model import Declaration
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.reading import Part
from declarations.recognition.values import (
    LabelledFields,
    Language,
    MetadataLine,
    NumberedHeading,
    Surroundings,
    Weighed,
)
from declarations.recognition.wording.dating import DateFinder

__all__ = ["Document", "Extract"]

_EMPTY = Declaration()


@attrs.frozen(kw_only=True)
class Extract:
    """What one extractor takes out of a document."""

    values: Mapping[str, Any] = attrs.field(factory=dict)
    """Values by the name of the field of the declaration."""
    moved: Mapping[int, Part] = attrs.field(factory=dict)
    """Blocks that turn out to have another part."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with them."""
    lines: tuple[MetadataLine, ...] | None = None
    """The lines that are left for the extractors after it; None for all."""


@attrs.frozen(kw_only=True, slots=False)
class Document:
    """One declaration on its way from a page, or the whole page before its declarations are told apart.

    A block has one id from segmentation to the end: its place in `blocks`.
    """

    page: Page
    """The page as its reader gave it."""
    url: str | None = None
    """Where it was found."""
    told_language: str | None = None
    """The language that the caller says."""

    blocks: tuple[Block, ...] = ()
    """All blocks of the page, after segmentation; their places are their ids."""
    boilerplate: Mapping[int, str] = attrs.field(factory=dict)
    """Blocks of the page around the document, with the reason."""
    language: Language = attrs.field(factory=Language)
    """Its language."""
    field_words: FieldWords | None = None
    """The words by which labelled fields are known."""
    lexicons: tuple[Lexicon, ...] = ()
    """Lexicons of its language."""
    span: range = range(0)
    """Ids of the blocks that stand between its first and its last."""
    segments: tuple[BlockFeatures, ...] = ()
    """The blocks of the document with their features, in order."""
    surroundings: Surroundings = attrs.field(factory=Surroundings)
    """What stands around it."""
    dates: DateFinder = attrs.field(factory=DateFinder)
    """Finds its dates."""

    numbering: Mapping[int, NumberedHeading] = attrs.field(factory=dict)
    """Headings that count, or look like those that do."""
    dependents: Mapping[int, int] = attrs.field(factory=dict)
    """Blocks that go where another goes, their head."""
    signing: Mapping[int, int] = attrs.field(factory=dict)
    """Blocks of sections of signatures, to the block that leads to them or is the first of them."""
    titles: tuple[int, ...] = ()
    """Blocks that print the title."""
    weighed: Mapping[int, Weighed] = attrs.field(factory=dict)
    """What cues see in the heads, and what that is worth."""
    parts: Mapping[int, Part] = attrs.field(factory=dict)
    """The part of every segment."""
    deciders: Mapping[int, str] = attrs.field(factory=dict)
    """What decided the part of a block, where the path over the evidence did not."""

    labelled_fields: LabelledFields = attrs.field(factory=LabelledFields)
    """What its labelled fields say."""
    lines: tuple[MetadataLine, ...] = ()
    """What the lines around the title, of the enacting words and of the ending say."""
    values: Mapping[str, Any] = attrs.field(factory=dict)
    """Values for the declaration, by field."""
    declaration: Declaration = _EMPTY
    """The declaration."""
    remainders: Mapping[int, Block] = attrs.field(factory=dict)
    """Words of blocks that no field holds."""
    findings: tuple[Finding, ...] = ()
    """What to report."""

    def learn(self, **found: Any) -> Document:
        """Return the document with what a step has found, by field; `attrs.evolve` is many times slower."""
        made = object.__new__(Document)
        made.__dict__.update(self.__dict__, **found)
        return made

    def of(self, *parts: Part) -> list[BlockFeatures]:
        """Return the segments of some parts."""
        return [segment for segment in self.segments if self.parts[segment.id] in parts]

    def texts_of(self, *parts: Part) -> list[str]:
        """Return the words of the segments of some parts."""
        return [segment.block.text.text for segment in self.of(*parts)]

    def segmented(self, blocks: Sequence[tuple[Block, str | None]]) -> Document:
        """Return the document with other blocks, each with the reason why it is boilerplate, if it is."""
        boilerplate = {id: reason for id, (_, reason) in enumerate(blocks) if reason}
        return self.learn(blocks=tuple([block for block, _ in blocks]), boilerplate=boilerplate)

    def move(self, moved: Mapping[int, Part], decider: str) -> Document:
        """Return the document with other parts for some blocks, and what decided them."""
        changed = {id: part for id, part in moved.items() if self.parts.get(id) is not part}
        if not changed:
            return self
        deciders = {**self.deciders, **dict.fromkeys(changed, decider)}
        return self.learn(parts={**self.parts, **changed}, deciders=deciders)

    def take(self, extract: Extract, extractor: str) -> Document:
        """Return the document with what an extractor found."""
        moved = self.move(extract.moved, extractor)
        values, findings = {**self.values, **extract.values}, (*self.findings, *extract.findings)
        lines = self.lines if extract.lines is None else extract.lines
        return moved.learn(values=values, findings=findings, lines=lines)
