"""Metadata that only their names tell: `fecha`, `日付`."""

from __future__ import annotations

import attrs

from declarations.blocks import MetadataItem, MetadataKind, PageMetadata
from declarations.language.fieldnames import find_fact
from declarations.recognition.document import Document

__all__ = ["name_metadata"]


def name_metadata(document: Document) -> Document:
    """Find what metadata are by their names, in the words of every language."""
    metadata = document.page.metadata
    if not any(metadata.of(MetadataKind.NAMED)):
        return document
    named = PageMetadata(tuple(map(_name, metadata.all)))
    return attrs.evolve(document, page=attrs.evolve(document.page, metadata=named))


def _name(item: MetadataItem) -> MetadataItem:
    fact = find_fact(item.name) if item.name else None
    return attrs.evolve(item, kind=MetadataKind(fact), name=None) if fact else item
