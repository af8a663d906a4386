"""What stands after the resolutions: signatories and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from declarations.errors import Finding, FindingCode, Position
from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold
from declarations.model import Agent, Declaration, Note, Signatory, SignatoryRole
from declarations.recognition.sight import Sight
from declarations.text import MarkKind

__all__ = ["check_notes", "make_notes", "read_signatories"]

_BLANK = re.compile(r"[_\\\s]{3,}|\.{4,}")
_EDGES = " \t:,;.–—-*|"


def read_signatories(text: str, lexicons: Sequence[Lexicon]) -> tuple[Signatory, ...]:
    """Read who signed, moved or seconded from a line or several; the words before a name tell the role."""
    found: list[Signatory] = []
    for line in text.split("\n"):
        role = SignatoryRole.SIGNER
        for piece_role, piece in _split_roles(line, lexicons):
            role = piece_role or role
            name, _, capacity = _BLANK.sub(" ", piece).strip(_EDGES).partition(",")
            name = name.strip(_EDGES)
            if any(char.isalpha() for char in name):
                agent = Agent(name=name)
                found.append(Signatory(agent=agent, role=role, capacity=capacity.strip(_EDGES) or None))
    return tuple(found)


def _split_roles(line: str, lexicons: Sequence[Lexicon]) -> list[tuple[SignatoryRole | None, str]]:
    """Cut a line before every phrase that introduces a signatory."""
    folded = fold(line)
    cuts: list[tuple[int, int, SignatoryRole]] = []
    for lexicon in lexicons:
        start = 0
        while hit := lexicon.roles.find_inside(folded[start:]):
            cuts.append((start + hit[0], start + hit[1], SignatoryRole(hit[2])))
            start += hit[1]
        if cuts:
            break
    if not cuts:
        return [(None, line)]
    pieces: list[tuple[SignatoryRole | None, str]] = [(None, line[: cuts[0][0]])]
    ends = [start for start, _, _ in cuts[1:]] + [len(line)]
    return pieces + [(role, line[after:end]) for (_, after, role), end in zip(cuts, ends, strict=True)]


def make_notes(sights: Iterable[Sight]) -> tuple[Note, ...]:
    """Make notes of note blocks; paragraphs of one target are one note, a note without a target gets an id."""
    notes: dict[str, Note] = {}
    for number, sight in enumerate(sights, 1):
        block = sight.block
        name = block.target or f"note-{number}"
        before = notes.get(name)
        paragraphs = (*(before.paragraphs if before else ()), block.text)
        label = before.label if before else block.marker
        notes[name] = Note(id=name, label=label, paragraphs=paragraphs)
    return tuple(notes.values())


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
