"""Taking stretches out of a marked text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from declarations.text import Mark, MarkKind, Text

__all__ = ["remove_spans"]


def remove_spans(text: Text, spans: Sequence[tuple[int, int]], added: Iterable[Mark] = ()) -> Text:
    """Return a text without some stretches, which come in order and do not overlap; its marks close up.

    `added` are further marks, placed in the text as it was. A mark that holds nothing any more goes, except of a note.
    """
    pieces: list[str] = []
    ends: list[int] = []
    shifts = [0]
    place = 0
    for start, end in spans:
        pieces.append(text.text[place:start])
        ends.append(end)
        shifts.append(shifts[-1] + end - start)
        place = end
    pieces.append(text.text[place:])

    def move(offset: int) -> int:
        index = bisect_right(ends, offset)
        inside = max(0, offset - spans[index][0]) if index < len(spans) else 0
        return offset - inside - shifts[index]

    marks: list[Mark] = []
    for mark in (*text.marks, *added):
        start, end = move(mark.start), move(mark.end)
        if start < end or mark.kind is MarkKind.NOTE:
            marks.append(Mark(start, end, mark.kind, mark.target))
    return Text("".join(pieces), marks)
