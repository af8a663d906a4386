"""Blocks around a document that tell who issued it and when it was posted."""

from __future__ import annotations

import attrs

from declarations.blocks import Landmark
from declarations.recognition.document import Document
from declarations.recognition.segment.boilerplate import PHRASE
from declarations.recognition.values import Surroundings

__all__ = ["find_surroundings"]


def find_surroundings(document: Document) -> Document:
    """Find the blocks around a document that tell something of it."""
    blocks = document.blocks
    named = (block for block in blocks if Landmark.BANNER in block.landmarks or Landmark.CONTENTINFO in block.landmarks)
    posted = (
        blocks[id]
        for id, reason in document.boilerplate.items()
        if reason == PHRASE or Landmark.POSTMETA in blocks[id].landmarks
    )
    return attrs.evolve(document, surroundings=Surroundings(named=tuple(named), posted=tuple(posted)))
