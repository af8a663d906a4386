"""The short lines beside the title, many of which are of the page around the document: who posted it, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from declarations.blocks import BlockKind, Landmark
from declarations.recognition.document import Document
from declarations.recognition.reading import Part
from declarations.recognition.wording.statedtitles import key_of

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
_BEFORE, _AFTER = 4, 8  # blocks before and after the title
_LONGEST = 120  # characters of a line
_LABEL = re.compile(r"(?<=[^\W\d]):(?=\d)")


def list_beside(document: Document) -> Iterator[str]:
    """Yield the lines beside the title, those after it first; a label stands apart from what it says."""
    title = _find_title(document)
    if title is None:
        return
    places = [*range(title + 1, title + _AFTER + 1), *range(title - 1, title - _BEFORE - 1, -1)]
    for id in places:
        if 0 <= id < len(document.blocks):
            block = document.blocks[id]
            if len(block.text.text) <= _LONGEST and _OTHERS.isdisjoint(block.landmarks):
                yield _LABEL.sub(": ", block.text.text)


def _find_title(document: Document) -> int | None:
    """Return the block that prints the title, which may stand in the page around the document."""
    printed = next((segment.id for segment in document.of(Part.TITLE)), None)
    key = key_of(document.values["title"] or "")
    if printed is not None and key_of(document.blocks[printed].text.text).endswith(key):
        return printed
    headings = (id for id, block in enumerate(document.blocks) if block.kind is BlockKind.HEADING)
    return next((id for id in headings if key and key_of(document.blocks[id].text.text) == key), printed)
