"""The title and the kind that it names."""

from __future__ import annotations

from declarations.blocks import BlockKind, MetadataKind
from declarations.model import DeclarationKind
from declarations.parts import PagePart
from declarations.recognition.document import Document, Extract
from declarations.recognition.reading import Part
from declarations.recognition.wording.identifiers import tell_kind
from declarations.recognition.wording.kinds import find_kind
from declarations.recognition.wording.statedtitles import cut_title, find_stated_titles, key_of

__all__ = ["extract_kind", "extract_title"]


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
        return printed  # the page states one title, of one document
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


def extract_kind(document: Document) -> Extract:
    """Return the kind: as metadata, title, headings beside it or categories name it, or as an identifier implies."""
    kind = _find_kind(document) or tell_kind(document.values["identifiers"])
    usual = next((find_kind(word, document.lexicons) for word in document.labelled_fields.values.get("kind", ())), None)
    stated = document.labelled_fields.choose_kind(kind, DeclarationKind(usual) if usual else None)
    return Extract(values={"kind": stated or DeclarationKind.OTHER})


def _find_kind(document: Document) -> DeclarationKind | None:
    metadata = document.page.metadata
    said = [item.value for item in metadata.of(MetadataKind.KIND)]
    filed = [item.value for item in metadata.of(MetadataKind.CATEGORY)]
    mastheads = document.of(Part.MASTHEAD)
    heads = [one.block.text.text for one in mastheads if one.block.kind is BlockKind.HEADING]
    title = document.values["title"]
    for text in (*said, *([title] if title else []), *document.texts_of(Part.TITLE), *heads, *filed):
        if kind := find_kind(text, document.lexicons):
            return DeclarationKind(kind)
    return None
