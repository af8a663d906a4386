"""Evidence: every cue is a named function that sees something in a block; what that is worth stands in a table.

A cue gets one block and what is known of the whole document, and yields names of what it sees. Cues that know no
language come first; those that use a lexicon find nothing where there is none. A new cue is one function, one row here
and one table in `weights.toml`; the traits that it needs, if any, spare asking it in vain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from declarations.recognition.decide import layoutcues, leadcues, phrasecues
from declarations.recognition.decide.context import DocumentContext
from declarations.recognition.decide.traits import Trait, tell_traits
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
    phrasecues.press,
    phrasecues.closing,
    phrasecues.signature,
    phrasecues.name_line,
)

_NEEDS: Mapping[Cue, int] = {
    layoutcues.hint: Trait.HINTED,
    layoutcues.title: Trait.TITLE,
    layoutcues.before_title: Trait.ABOVE,
    layoutcues.note: Trait.NOTED,
    layoutcues.prose: Trait.TEXT | Trait.SENTENCE,
    layoutcues.short_line: Trait.LINE | Trait.OPEN,
    layoutcues.section_heading: Trait.BELOW | Trait.EARLY,
    layoutcues.lead_in: Trait.BELOW | Trait.EARLY | Trait.PAUSES,
    layoutcues.numbered_heading: Trait.COUNTED,
    layoutcues.numbered: Trait.MARKER,
    layoutcues.before_heads: Trait.UNCOUNTED,
    layoutcues.repeated_beginning: Trait.GROUPED | Trait.UNCOUNTED,
    layoutcues.typography: Trait.PRINTED | Trait.TEXT,
    layoutcues.punctuation: Trait.PLAIN | Trait.PAUSES,
    layoutcues.before_first: Trait.LINE | Trait.OPEN | Trait.LATE,
    layoutcues.leads_list: Trait.LEADING | Trait.LINE | Trait.OPEN,
    layoutcues.narrative: Trait.MARKER | Trait.LATE,
    layoutcues.dated_line: Trait.DATELINE | Trait.PLAIN,
    layoutcues.under_annex: Trait.ANNEXED,
    layoutcues.between_headers: Trait.BETWEEN,
    layoutcues.after_last: Trait.LAST,
    phrasecues.opener: Trait.STANCE,
    phrasecues.verb: Trait.ACTION | Trait.TEXT,
    phrasecues.opinion: Trait.ACTION,
    phrasecues.part_heading: Trait.HEADS,
    phrasecues.formula: Trait.FORMULA,
    phrasecues.enacting: Trait.PLAIN | Trait.OPEN | Trait.LEAD,
    phrasecues.closing: Trait.LATE,
    phrasecues.name_line: Trait.TEXT | Trait.LAST,
}
"""Traits without which a cue sees nothing, whatever else it looks at; others are always asked."""

CUES: Mapping[str, Cue] = {cue.__name__.replace("_", "-"): cue for cue in _CUES}
"""All cues by name, in the order in which they are asked; the name of the function is the name of the cue."""


@cache
def _choose(traits: int) -> tuple[tuple[str, Cue], ...]:
    """Return the cues that may see something in a block with some traits."""
    return tuple((name, cue) for name, cue in CUES.items() if traits & (needs := _NEEDS.get(cue, 0)) == needs)


def see(segment: BlockFeatures, context: DocumentContext) -> list[tuple[str, str]]:
    """Return the name of every cue that sees something in a block, with what it sees: keys of the table of weights."""
    asked = _choose(tell_traits(segment, context))
    return [(name, seen) for name, cue in asked for seen in cue(segment, context)]
