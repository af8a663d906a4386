"""Stretches of a line."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

__all__ = ["Span", "mask"]

_MASK = "¦"  # a sign that belongs to no name, number or date


@attrs.frozen
class Span:
    """A stretch of a text."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""

    def of(self, text: str) -> str:
        """Return its words."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Return whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def trimmed(self, text: str, signs: str) -> Span:
        """Return the stretch without signs at its edges."""
        words = self.of(text)
        left = len(words) - len(words.lstrip(signs))
        return Span(self.start + left, max(self.start + left, self.start + len(words.rstrip(signs))))


def mask(text: str, spans: Iterable[Span]) -> str:
    """Hide stretches of a text; the offsets of all others stay."""
    for span in spans:
        text = f"{text[: span.start]}{_MASK * (span.end - span.start)}{text[span.end :]}"
    return text
