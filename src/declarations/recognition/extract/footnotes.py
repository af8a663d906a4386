"""What stands at the end: notes."""

from __future__ import annotations

from collections.abc import Iterable

from declarations.findings import Finding, FindingCode, Position
from declarations.model import Declaration, Note
from declarations.recognition.document import Document, Extract
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.reading import Part
from declarations.text import MarkKind, Text

__all__ = ["check_notes", "extract_notes"]


def extract_notes(document: Document) -> Extract:
    """Return the notes; a heading over notes or signatures has no place in the model."""
    headings = (segment for segment in document.of(Part.NOTE, Part.SIGNATORY) if segment.heads)
    moved = {segment.id: Part.BOILERPLATE for segment in headings}
    return Extract(values={"notes": _make_notes(document.of(Part.NOTE))}, moved=moved)


def _make_notes(segments: Iterable[BlockFeatures]) -> tuple[Note, ...]:
    """Make notes of note blocks: paragraphs of one target are one note, and each printed number begins another.

    A note without a target, or with that of a note before it, gets an id.
    """
    labels: dict[str, str | None] = {}
    paragraphs: dict[str, list[Text]] = {}
    ids: dict[str, str] = {}
    for number, segment in enumerate(segments, 1):
        block = segment.block
        if segment.heads:
            continue
        target = block.target or f"note-{number}"
        if block.marker or target not in ids:
            ids[target] = f"{target}.{number}" if target in ids else target
        name = ids[target]
        labels.setdefault(name, block.marker)
        paragraphs.setdefault(name, []).append(block.text)
    return tuple(Note(id=name, label=labels[name], paragraphs=texts) for name, texts in paragraphs.items())


def check_notes(declaration: Declaration) -> tuple[Finding, ...]:
    """Report references to notes that the source does not hold."""
    known = {note.id for note in declaration.notes}
    findings = []
    for address, clause in declaration.walk():
        for text in (*clause.paragraphs, *clause.tail):
            for mark in text.marks:
                if mark.kind is MarkKind.NOTE and mark.target not in known:
                    message = f"the note {mark.target!r} is referred to but not there"
                    findings.append(Finding(FindingCode.MISSING_NOTE, message, position=Position(path=address)))
    return tuple(findings)
