"""Cues around the one line that turns to what is resolved."""

from __future__ import annotations

from collections.abc import Iterator

from declarations.recognition.decide.context import DocumentContext
from declarations.recognition.features.blockfeatures import BlockFeatures

__all__ = ["lead"]

_PAUSES = frozenset(",;，；、،؛")  # at the end of context paragraphs


def lead(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """It leads to all that is resolved, or stands before the line that does, or right after it."""
    if context.counted_from is not None and segment.id < context.counted_from and segment.end in _PAUSES:
        yield "uncounted"
    if segment.id in context.led:
        yield "after"
    elif context.lead is not None and segment.id <= context.lead:
        yield "turns" if segment.id == context.lead else "before"
