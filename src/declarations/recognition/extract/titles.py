"""The title."""

from __future__ import annotations

from declarations.blocks import BlockKind
from declarations.parts import PagePart
from declarations.recognition.document import Document, Extract
from declarations.recognition.reading import Part
from declarations.recognition.wording.statedtitles import cut_title, find_stated_titles, key_of

__all__ = ["extract_title"]


def extract_title(document: Document) -> Extract:
    """Return the title: the line that prints one that is stated, else the stated one, else the shortest title line."""
    title = _find_title(document)
    return Extract(values={"title": (" ".join(title.split()).rstrip(" ,;") or title.strip()) if title else None})


def _find_title(document: Document) -> str | None:
    block = min(
        (segment.block for segment in document.of(Part.TITLE)), key=lambda one: len(one.text.text), default=None
    )
    printed = block.text.text if block else None
    stated = find_stated_titles(document.page.metadata)
    headings = [one for one in document.blocks if one.kind is BlockKind.HEADING]
    untitled = {key_of(one.text.text) for one in headings if one.part == PagePart.MASTHEAD}  # stands in for a title
    if len(document.span) < len(document.blocks) or untitled.issuperset(map(key_of, stated.titles)):
        return stated.cut_kicker(printed) if printed else None  # the page states one title, of one document
    if printed and key_of(printed) in {*stated.wholes, *stated.pieces}:
        return stated.cut_kicker(printed)
    if block and (within := stated.find_within(block.text)):
        return within
    by_key = {key_of(one.text.text): one.text.text for one in headings}
    for keys in (map(key_of, stated.titles), stated.pieces):
        if heading := next((by_key[key] for key in keys if key in by_key), None):
            return stated.cut_kicker(heading)
    if printed and block and (not stated.is_own or block.level == 1 or stated.names(printed)):
        return stated.cut_kicker(printed)
    return cut_title(stated.titles[0])
