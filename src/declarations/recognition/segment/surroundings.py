"""Blocks around a document that tell who issued it and when it was posted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import attrs

from declarations.blocks import Block, Landmark
from declarations.recognition.document import Document
from declarations.recognition.segment.boilerplate import LINK, OUTSIDE, PHRASE
from declarations.recognition.values import Surroundings

__all__ = ["find_surroundings"]

_POSTED = frozenset({Landmark.BYLINE, Landmark.POSTMETA})
_ABOVE, _BELOW = 6, 4  # blocks before and after a document that may tell of it
_TOP = 2  # lines of a page, besides links, that may be its banner
_LINE = 120  # characters of a line


def find_surroundings(document: Document) -> Document:
    """Find the blocks around a document that tell something of it."""
    surroundings = Surroundings(named=tuple(_find_named(document)), posted=tuple(_find_posted(document)))
    return document.learn(surroundings=surroundings)


def _find_named(document: Document) -> Iterator[Block]:
    """Yield the blocks of banners and footers; the first lines of a page that has none are its banner."""
    reasons = document.boilerplate
    top = [*islice((id for id in range(len(document.blocks)) if reasons.get(id) != LINK), _TOP)]
    for id, block in enumerate(document.blocks):
        if Landmark.BANNER in block.landmarks or Landmark.CONTENTINFO in block.landmarks:
            yield block
        elif id in top and reasons.get(id) == OUTSIDE:
            yield attrs.evolve(block, landmarks=(*block.landmarks, Landmark.BANNER))


def _find_posted(document: Document) -> Iterator[Block]:
    """Yield the lines that tell of the post: what is marked so, and the short lines beside the document."""
    blocks, boilerplate = document.blocks, document.boilerplate
    kept = [id for id in range(len(blocks)) if id not in boilerplate]
    beside = range(kept[0] - _ABOVE, kept[-1] + _BELOW + 1) if kept else range(0)
    for id, reason in boilerplate.items():
        block = blocks[id]
        is_beside = reason == OUTSIDE and id in beside and len(block.text.text) <= _LINE
        if is_beside or reason == PHRASE or not _POSTED.isdisjoint(block.landmarks):
            yield block
