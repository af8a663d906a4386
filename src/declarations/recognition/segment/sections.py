"""Several declarations in one document: resolutions A and B, or one statement under the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from declarations.blocks import BlockKind
from declarations.recognition.document import Document
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.values import Surroundings
from declarations.scripts import CLAUSE_ENDS

__all__ = ["split_declarations"]

_LONGEST = 20  # words of a title
_MOST_SHARED = 30  # blocks above the first title that are said of all
_MOST_AROUND = 100  # blocks of each kind around the document that every one of several declarations looks at


def split_declarations(document: Document) -> Iterator[Document]:
    """Yield the document of every declaration of a page: of most pages one, the page itself."""
    segments = document.segments
    places = _find_titles(segments)
    if not places:
        yield document.learn(span=range(len(document.blocks)))
        return
    around = document.surroundings
    shared = Surroundings(named=around.named[:_MOST_AROUND], posted=around.posted[:_MOST_AROUND])
    starts = [0, *(segments[place].id for place in places[1:]), len(document.blocks)]
    parts = _split(segments, places)
    for place, own, (start, end) in zip(places, parts, pairwise(starts), strict=True):
        yield document.learn(
            segments=tuple(own), span=range(start, end), titles=(segments[place].id,), surroundings=shared
        )


def _find_titles(segments: Sequence[BlockFeatures]) -> tuple[int, ...]:
    """Return the places of the titles of all declarations, if there are several; else nothing.

    A title names a kind of document, as `Resolution B`; after each stand an opener of context and a verb of
    resolutions, so that parts of one declaration are not taken for declarations.
    """
    heads = [place for place, segment in enumerate(segments) if _may_be_title(segment)]
    if len(heads) < 2:
        return ()
    ends = [*heads[1:], len(segments)]
    whole = [place for place, end in zip(heads, ends, strict=True) if _is_declaration(segments[place + 1 : end])]
    levels = {(segments[place].block.kind, segments[place].block.level) for place in whole}
    return tuple(whole) if len(whole) > 1 and len(levels) == 1 else ()


def _may_be_title(segment: BlockFeatures) -> bool:
    block = segment.block
    if block.depth or block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or not segment.is_short(_LONGEST):
        return False
    if (
        segment.heads
        or segment.marker
        or segment.stance
        or segment.action
        or segment.is_sentence
        or segment.end in CLAUSE_ENDS
    ):
        return False
    return "kinds" in segment.begins


def _is_declaration(segments: Sequence[BlockFeatures]) -> bool:
    return any(segment.stance for segment in segments) and any(segment.action for segment in segments)


def _split(segments: Sequence[BlockFeatures], places: Sequence[int]) -> list[list[BlockFeatures]]:
    """Return the blocks of each declaration; what stands above the first title is said of all, of much the last lines.

    Notes go where they are referred to.
    """
    notes: dict[str | None, list[BlockFeatures]] = {}
    for segment in segments:
        if segment.block.kind is BlockKind.NOTE:
            notes.setdefault(segment.block.target, []).append(segment)
    parts: list[list[BlockFeatures]] = []
    for place, end in zip(places, [*places[1:], len(segments)], strict=True):
        own = [segment for segment in segments[place:end] if segment.block.kind is not BlockKind.NOTE]
        targets = {mark.target for segment in own for mark in segment.block.text.marks}
        referred = (note for target in targets for note in notes.get(target, ()))
        above = segments[max(0, places[0] - _MOST_SHARED) if parts else 0 : places[0]]
        parts.append([*above, *own, *sorted(referred, key=lambda note: note.id)])
    return parts
