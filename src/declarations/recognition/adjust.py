"""What must be decided after the path, by rules with a name; `explain` shows which of them decided.

The path knows heads only, in a row. A rule sees the parts that it gave, and what depends on what.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from declarations.blocks import BlockKind
from declarations.recognition.document import Document
from declarations.recognition.reading import Part

__all__ = ["RULES", "Rule", "adjust_parts"]

Rule: TypeAlias = Callable[[Document], Mapping[int, Part]]
"""Gives parts to some blocks."""

_LED = {Part.TITLE: Part.MASTHEAD, Part.SUBTITLE: Part.MASTHEAD, Part.FORMULA: Part.RESOLUTION}
"""Parts that only lead, and what their dependents become: a formula leads to resolutions."""


def follow_heads(document: Document) -> Mapping[int, Part]:
    """A dependent goes where its head goes; under a formula it is a resolution, but not before the first article."""
    first = min(document.numbering, default=0)
    parts = document.parts
    return {
        id: parts[head] if id < first else _LED.get(parts[head], parts[head])
        for id, head in document.dependents.items()
    }


def gather_signatures(document: Document) -> Mapping[int, Part]:
    """Under a line that leads to names all entries sign, wherever they stand; the line closes the text."""
    signing = document.signing
    leads = dict.fromkeys(set(signing.values()) - signing.keys(), Part.CLOSING)
    headings = {one.id for one in document.segments if one.heads == "signatories"}
    return {**leads, **dict.fromkeys({*signing, *(headings & leads.keys())}, Part.SIGNATORY)}


def end_formula(document: Document) -> Mapping[int, Part]:
    """No paragraph is formula after the resolutions that the formula leads to."""
    parts = document.parts
    led = (id for id, head in document.dependents.items() if parts[head] is Part.FORMULA is not parts[id])
    end = min(led, default=None)
    if end is None:
        return {}
    return {id: Part.RESOLUTION for id, part in parts.items() if part is Part.FORMULA and id > end}


def keep_notes(document: Document) -> Mapping[int, Part]:
    """What the reader calls a note is one."""
    return {one.id: Part.NOTE for one in document.segments if one.block.kind is BlockKind.NOTE}


def keep_labelled_fields(document: Document) -> Mapping[int, Part]:
    """A labelled field belongs to the masthead, wherever it stands."""
    return dict.fromkeys(document.labelled_fields.ids, Part.MASTHEAD)


RULES: Mapping[str, Rule] = {
    "dependent": follow_heads,
    "formula-end": end_formula,
    "signing-section": gather_signatures,
    "note-block": keep_notes,
    "labelled-field": keep_labelled_fields,
}
"""Every rule by its name, in order."""


def adjust_parts(document: Document) -> Document:
    """Apply the rules that must come after the path."""
    for name, rule in RULES.items():
        document = document.move(rule(document), name)
    return document
