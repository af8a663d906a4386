"""Every block of the document is looked at once."""

from __future__ import annotations

from declarations.blocks import BlockKind
from declarations.language.labels import find_initials
from declarations.parts import Piece
from declarations.recognition.document import Document
from declarations.recognition.features.blockfeatures import extract_features, find_start, settle_headings
from declarations.recognition.features.openings import find_subjects

__all__ = ["make_segments"]


def make_segments(document: Document) -> Document:
    """Look at every block that is neither boilerplate nor a labelled field."""
    kept = [
        (id, block)
        for id, block in enumerate(document.blocks)
        if id not in document.boilerplate and not (block.attributes and block.piece == Piece.FACT)
    ]
    lexicons = document.lexicons
    initials = find_initials([f"{one.marker} {one.text.text}" if one.marker else one.text.text for _, one in kept])
    starts = [find_start(block, lexicons, is_initial=place in initials) for place, (_, block) in enumerate(kept)]
    paragraphs = zip(kept, starts, strict=True)
    subjects = find_subjects([start.folded for (_, one), start in paragraphs if one.kind is not BlockKind.HEADING])
    segments = [
        extract_features(block, id, lexicons, subjects, start) for (id, block), start in zip(kept, starts, strict=True)
    ]
    return document.learn(segments=tuple(settle_headings(segments)))
