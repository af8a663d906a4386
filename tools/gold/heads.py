"""What cues see in every head of the documents, beside the parts that are right for it.

Documents are read once, up to what the cues see; weights and costs can then be tried on the heads alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import attrs

from declarations.formats import find_format
from declarations.loading import DEFAULT_LIMITS
from declarations.recognition.decide.context import DocumentContext
from declarations.recognition.decide.cues import see
from declarations.recognition.decide.deciding import find_structure
from declarations.recognition.document import Document
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.pipeline import PAGE_STEPS
from declarations.recognition.reading import Part
from declarations.recognition.segment.sections import split_declarations
from tools.gold.answers import ANY, OUTSIDE, Answer
from tools.gold.fixtures import find_fixtures
from tools.gold.sources import Source, find_sources

__all__ = ["Example", "Head", "Sight", "gather_examples", "merge_examples", "see_source"]

_SHOWN = 60  # characters of a head

Sight: TypeAlias = tuple[str, str]
"""The name of a cue, and of what it sees."""


@attrs.frozen
class Head:
    """One head: what cues see in it, and what is right."""

    sights: tuple[Sight, ...]
    """What the cues see."""
    right: frozenset[Part] = ANY
    """Its right parts."""
    text: str = attrs.field(default="", eq=False)
    """How it begins, to be shown."""


@attrs.frozen(kw_only=True)
class Example:
    """The heads of one declaration."""

    corpus: str
    """The corpus that it belongs to."""
    genre: str
    """The kind of document, for cross-validation."""
    name: str = attrs.field(eq=False)
    """The document, of documents with the same heads the first."""
    heads: tuple[Head, ...]
    """Its heads, in order."""
    count: int = attrs.field(default=1, eq=False)
    """How many documents have these heads."""

    @property
    def sights(self) -> frozenset[Sight]:
        """All that is seen in its heads."""
        return frozenset(sight for head in self.heads for sight in head.sights)


def gather_examples(corpora: Path | None) -> tuple[Example, ...]:
    """Return the heads of all fixtures, and of the corpora in a folder; documents with the same heads are one."""
    sources = [*find_fixtures(), *(find_sources(corpora) if corpora else ())]
    return merge_examples(one for source in sources for one in see_source(source))


def merge_examples(examples: Iterable[Example]) -> tuple[Example, ...]:
    """Return the examples in order, those that are equal once, with their number."""
    counts: dict[Example, int] = {}
    for one in examples:
        counts[one] = counts.get(one, 0) + one.count
    return tuple(attrs.evolve(one, count=count) for one, count in counts.items())


def see_source(source: Source) -> Iterator[Example]:
    """Yield the heads of every declaration of a document about which something is known."""
    format = find_format(source.format)
    page = format.load_reader().read_page(source.data, limits=DEFAULT_LIMITS)
    document = Document(page=attrs.evolve(page, media_type=format.media_types[0]), blocks=page.blocks)
    for step in PAGE_STEPS:
        document = step(document)
    for one, answer in zip(split_declarations(document), source.answers, strict=False):
        heads = tuple(_see_heads(find_structure(one), answer))
        yield Example(corpus=source.corpus, genre=source.genre, name=source.name, heads=heads)


def _see_heads(document: Document, answer: Answer) -> Iterator[Head]:
    """Yield the heads of a document; which of the lines that print the title is taken was decided before the path."""
    context = DocumentContext.of(document)
    rights = answer.find_parts([[*_word(head)] for head in context.heads])
    for head, right in zip(context.heads, rights, strict=True):
        is_repeated = right == {Part.TITLE} and head.id not in context.titles
        text = head.block.text.text[:_SHOWN]
        yield Head(tuple(see(head, context)), OUTSIDE if is_repeated else right, text)


def _word(head: BlockFeatures) -> Iterator[str]:
    """Yield the words of a head, with its printed number and without."""
    yield head.text.text
    yield head.block.text.text
    yield f"{head.block.marker or ''} {head.block.text}"
