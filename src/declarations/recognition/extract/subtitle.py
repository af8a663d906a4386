"""The subtitle: of the metadata, or the line right after the title that says nothing known."""

from __future__ import annotations

from collections.abc import Sequence

from declarations.blocks import MetadataKind
from declarations.language.lineindex import find_phrases
from declarations.recognition.document import Document, Extract
from declarations.recognition.extract.metadatalines import group_lines
from declarations.recognition.extract.telling import is_telling
from declarations.recognition.reading import Part
from declarations.recognition.values import MetadataLine
from declarations.recognition.wording.organs import shares_words

__all__ = ["extract_subtitle"]


def extract_subtitle(document: Document) -> Extract:
    """Return the subtitle: that of the metadata, else a masthead line right after the title; move its blocks."""
    naming = document.values["naming"]
    used = [document.values["author"], document.values["place"]]
    used += [word for one in document.values["issuers"] for word in (one.name, one.abbreviation)]
    names = [word for word in used if word]
    subtitle = document.page.metadata.first(MetadataKind.SUBTITLE)
    moved: dict[int, Part] = {}
    after_title = False
    by_block = group_lines(document)
    for segment in document.of(Part.TITLE, Part.SUBTITLE, Part.MASTHEAD):
        part, text = document.parts[segment.id], " ".join(segment.block.text.text.split())
        lines = by_block.get(segment.id, [])
        if part is Part.SUBTITLE or (part is Part.MASTHEAD and segment.id not in naming):
            may_be = part is Part.SUBTITLE or (after_title and not any(line.is_known for line in lines))
            says_more = any(_says_more(line, names, document) for line in lines)
            if may_be and says_more and subtitle in (None, text):
                subtitle = text
                moved[segment.id] = Part.SUBTITLE
        after_title = part is Part.TITLE
    return Extract(values={"subtitle": subtitle}, moved=moved)


def _says_more(line: MetadataLine, used: Sequence[str], document: Document) -> bool:
    """Return whether a line holds more than what was taken from it."""
    if line.vote or find_phrases(line.text, document.lexicons).opening("roles"):
        return False
    text = line.masked
    for name in used:
        text = text.replace(name, " ")
    shared = set().union(*(shares_words(text, name) for name in used))
    return is_telling(text, shared, document.dates, document.lexicons, is_read=line.is_known)
