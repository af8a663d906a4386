"""Every block of the document is looked at once."""

from __future__ import annotations

import attrs

from declarations.language.labels import find_initials
from declarations.parts import Piece
from declarations.recognition.document import Document
from declarations.recognition.features.blockfeatures import extract_features, settle_headings
from declarations.recognition.features.openings import find_subjects

__all__ = ["make_segments"]


def make_segments(document: Document) -> Document:
    """Look at every block that is neither boilerplate nor a labelled field."""
    kept = [
        (id, block)
        for id, block in enumerate(document.blocks)
        if id not in document.boilerplate and block.piece != Piece.FACT
    ]
    subjects = find_subjects([block for _, block in kept])
    initials = find_initials(f"{block.marker or ''} {block.text}".strip() for _, block in kept)
    segments = (
        extract_features(block, id, document.lexicons, subjects, is_initial=place in initials)
        for place, (id, block) in enumerate(kept)
    )
    return attrs.evolve(document, segments=tuple(settle_headings([*segments])))
