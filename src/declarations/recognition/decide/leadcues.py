"""Cues around the one line that turns to what is resolved."""

from __future__ import annotations

from collections.abc import Iterator

from declarations.recognition.decide.context import DocumentContext
from declarations.recognition.features.blockfeatures import BlockFeatures

__all__ = ["lead"]


def lead(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """It leads to all that is resolved, or stands before the line that does, or right after it."""
    if segment.id in context.led:
        yield "after"
    elif context.lead is not None and segment.id <= context.lead:
        yield "turns" if segment.id == context.lead else "before"
