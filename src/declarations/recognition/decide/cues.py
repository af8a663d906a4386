"""Fourth step: evidence. Every cue is a named function that speaks for parts of the document.

A cue sees one block and the whole document and yields parts with weights. Cues that know no language come
first; those that use a lexicon find nothing where there is none. A new cue is one function and one row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from declarations.recognition.decide import formcues, wordcues
from declarations.recognition.decide.context import Whole
from declarations.recognition.features.blockfeatures import Sight
from declarations.recognition.reading import Evidence, Part, Weighed

__all__ = ["CUES", "PRIORS", "gather"]


PRIORS: Mapping[Part, float] = {
    Part.TITLE: -6.0,
    Part.SUBTITLE: -5.0,
    Part.MASTHEAD: -1.0,
    Part.ENACTING: -3.5,
    Part.CONTEXT_HEADING: -4.0,
    Part.CONTEXT: -1.0,
    Part.FORMULA: -4.0,
    Part.RESOLUTIONS_HEADING: -4.0,
    Part.RESOLUTION: -1.0,
    Part.CLOSING: -2.5,
    Part.SIGNATORY: -3.5,
    Part.NOTE: -4.0,
    Part.ANNEX: -4.0,
}
"""How likely each part is before anything is seen; rare parts need more evidence."""


CUES: tuple[Callable[[Sight, Whole, int], Weighed], ...] = (
    formcues.hint,
    formcues.title,
    formcues.byline,
    formcues.note,
    formcues.prose,
    formcues.short_line,
    formcues.section_heading,
    formcues.lead_in,
    formcues.numbered_heading,
    formcues.numbered,
    formcues.before_heads,
    formcues.repeated_beginning,
    formcues.typography,
    formcues.punctuation,
    formcues.before_first,
    formcues.leads_list,
    formcues.group_line,
    formcues.narrative,
    formcues.dated_line,
    formcues.echo,
    formcues.under_annex,
    formcues.between_headers,
    formcues.after_last,
    wordcues.opener,
    wordcues.verb,
    wordcues.view,
    wordcues.part_heading,
    wordcues.hinge,
    wordcues.enacting,
    wordcues.closing,
    wordcues.signature,
    wordcues.name_line,
)
"""All cues in the order in which they are asked; the name of the function is the name of the cue."""


_share = lru_cache(maxsize=4096)(Evidence)
"""Makes evidence, one object for all blocks about which a cue says the same."""

_NAMED = tuple((cue.__name__.replace("_", "-"), cue) for cue in CUES)


def gather(sight: Sight, whole: Whole, place: int) -> tuple[Evidence, ...]:
    """Ask every cue about one block."""
    return tuple(
        _share(name, part, weight) for name, cue in _NAMED for part, weight in cue(sight, whole, place) if weight
    )
