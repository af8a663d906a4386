"""Cues around the one line that turns to what is resolved."""

from __future__ import annotations

from collections.abc import Iterator

from declarations.recognition.decide.context import DocumentContext
from declarations.recognition.features.blockfeatures import BlockFeatures

__all__ = ["lead"]


def lead(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """It leads to all that is resolved, or stands before the line that does."""
    if context.lead is None:
        return
    if segment.id == context.lead:
        yield "turns"
    elif segment.id < context.lead:
        yield "before"
