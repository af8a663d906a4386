"""A text that is put together from pieces, as elements hold it."""

from __future__ import annotations

from declarations.text import Mark, MarkKind, Text

__all__ = ["TextBuilder"]


class TextBuilder:
    """Collects strings and marks piece by piece; `build` gives the `Text`."""

    def __init__(self) -> None:
        self._strings: list[str] = []
        self._marks: list[Mark] = []
        self.length = 0

    def append(self, string: str) -> None:
        """Add characters."""
        self._strings.append(string)
        self.length += len(string)

    def mark(self, start: int, kind: MarkKind, target: str | None = None) -> None:
        """Mark all from `start` to here; a stretch that turned out empty is not marked, except a note."""
        if self.length > start or kind is MarkKind.NOTE:
            self._marks.append(Mark(self.length if kind is MarkKind.NOTE else start, self.length, kind, target))

    def build(self) -> Text:
        """Return what was collected."""
        return Text("".join(self._strings), self._marks)
