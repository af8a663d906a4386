"""The short lines beside the title, many of which are of the page around the document: who posted it, and when."""

from __future__ import annotations

from collections.abc import Iterator

from declarations.blocks import BlockKind, Landmark
from declarations.recognition.document import Document
from declarations.recognition.reading import Part
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.pagedates import is_date_line
from declarations.recognition.wording.statedtitles import key_of
from declarations.scripts import CLAUSE_ENDS

__all__ = ["list_beside"]

_OTHERS = frozenset(
    {
        Landmark.NAVIGATION,
        Landmark.SEARCH,
        Landmark.FORM,
        Landmark.COMMENTS,
        Landmark.RELATED,
        Landmark.SKIPLINK,
        Landmark.DECORATION,
        Landmark.CONTENTINFO,
    }
)
_PLACES = (1, -1, 2, -2, 3, -3, 4, -4, 5, 6, 7, 8)
"""Places of blocks beside the title, the nearest first."""
_FIRST = 40  # segments among which the title stands
_LONGEST = 120  # characters of a line


def list_beside(document: Document, finder: DateFinder | None = None) -> Iterator[str]:
    """Yield the lines beside the title, the nearest first; with a finder only those that hold little but a day."""
    title = _find_title(document) if len(document.span) == len(document.blocks) else None
    first = document.segments[:_FIRST]
    clauses = {one.id for one in first if one.stance or one.action or one.is_note or one.end in CLAUSE_ENDS}
    for id in () if title is None else (title + place for place in _PLACES):
        if 0 <= id < len(document.blocks) and id not in clauses:
            text, landmarks = document.blocks[id].text.text, document.blocks[id].landmarks
            is_line = len(text) <= _LONGEST and _OTHERS.isdisjoint(landmarks)
            if is_line and (finder is None or is_date_line(text, finder)):
                yield text


def _find_title(document: Document) -> int | None:
    """Return the block that prints the title, which may stand in the page around the document."""
    printed = next((segment.id for segment in document.of(Part.TITLE)), None)
    key = key_of(document.values["title"] or "")
    if printed is not None and key_of(document.blocks[printed].text.text).endswith(key):
        return printed
    headings = (id for id, block in enumerate(document.blocks) if block.kind is BlockKind.HEADING)
    return next((id for id in headings if key and key_of(document.blocks[id].text.text) == key), printed)
