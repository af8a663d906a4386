"""What stands at the end: notes."""

from __future__ import annotations

from collections.abc import Iterable

from declarations.errors import Finding, FindingCode, Position
from declarations.model import Declaration, Note
from declarations.recognition.features.blockfeatures import Sight
from declarations.text import MarkKind, Text

__all__ = ["check_notes", "make_notes"]


def make_notes(sights: Iterable[Sight]) -> tuple[Note, ...]:
    """Make notes of note blocks: paragraphs of one target are one note, and each printed number begins another.

    A note without a target, or with that of a note before it, gets an id.
    """
    labels: dict[str, str | None] = {}
    paragraphs: dict[str, list[Text]] = {}
    ids: dict[str, str] = {}
    for number, sight in enumerate(sights, 1):
        block = sight.block
        if sight.heads:
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
