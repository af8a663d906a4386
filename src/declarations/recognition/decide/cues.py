"""Evidence: every cue is a named function that sees something in a block; what that is worth stands in a table.

A cue gets one block and what is known of the whole document, and yields names of what it sees. Cues that know no
language come first; those that use a lexicon find nothing where there is none. A new cue is one function, one row here
and one table in `weights.toml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from declarations.recognition.decide import layoutcues, leadcues, phrasecues
from declarations.recognition.decide.context import DocumentContext
from declarations.recognition.features.blockfeatures import BlockFeatures

__all__ = ["CUES", "Cue", "see"]

Cue: TypeAlias = Callable[[BlockFeatures, DocumentContext], Iterator[str]]
"""Yields what it sees in a block, by the names of the rows of its table."""

_CUES: tuple[Cue, ...] = (
    layoutcues.hint,
    layoutcues.title,
    layoutcues.before_title,
    layoutcues.note,
    layoutcues.prose,
    layoutcues.short_line,
    layoutcues.section_heading,
    layoutcues.lead_in,
    layoutcues.numbered_heading,
    layoutcues.numbered,
    layoutcues.before_heads,
    layoutcues.repeated_beginning,
    layoutcues.typography,
    layoutcues.punctuation,
    layoutcues.before_first,
    layoutcues.leads_list,
    layoutcues.narrative,
    layoutcues.dated_line,
    layoutcues.under_annex,
    layoutcues.between_headers,
    layoutcues.after_last,
    phrasecues.opener,
    phrasecues.verb,
    phrasecues.opinion,
    phrasecues.part_heading,
    phrasecues.formula,
    leadcues.lead,
    phrasecues.enacting,
    phrasecues.closing,
    phrasecues.signature,
    phrasecues.name_line,
)

CUES: Mapping[str, Cue] = {cue.__name__.replace("_", "-"): cue for cue in _CUES}
"""All cues by name, in the order in which they are asked; the name of the function is the name of the cue."""


def see(segment: BlockFeatures, context: DocumentContext) -> Iterator[tuple[str, str]]:
    """Yield the name of every cue that sees something in a block, with what it sees: keys of the table of weights."""
    return ((name, seen) for name, cue in CUES.items() for seen in cue(segment, context))
