"""The title and the kind that it names."""

from __future__ import annotations

from declarations.blocks import BlockKind, MetadataKind
from declarations.model import DeclarationKind
from declarations.recognition.document import Document, Extract
from declarations.recognition.reading import Part
from declarations.recognition.wording.identifiers import tell_kind
from declarations.recognition.wording.kinds import find_kind

__all__ = ["extract_kind", "extract_title"]


def extract_title(document: Document) -> Extract:
    """Return the title: the shortest line that prints it, else that of the metadata."""
    printed = min(document.texts_of(Part.TITLE), key=len, default=None)
    title = printed or document.page.metadata.first(MetadataKind.TITLE)
    return Extract(values={"title": (" ".join(title.split()).rstrip(" ,;") or title.strip()) if title else None})


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
