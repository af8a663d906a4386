"""Traits of a block and of its place, told once for every block: cues that need one that is not there are not asked."""

from __future__ import annotations

from declarations.blocks import BlockKind, Landmark
from declarations.recognition.decide.context import DocumentContext
from declarations.recognition.features.blockfeatures import LEAD, BlockFeatures
from declarations.scripts import CLAUSE_ENDS, SENTENCE_ENDS

__all__ = ["Trait", "tell_traits"]

_SENTENCE, _LINE, _DATELINE = 6, 12, 25  # words


class Trait:
    """A bit for every trait."""

    HINTED, NOTED, TEXT, PRINTED = (1 << bit for bit in range(4))
    MARKER, HEADS, STANCE, ACTION, PLAIN, FORMULA = (1 << bit for bit in range(4, 10))
    SENTENCE, LINE, DATELINE, LEAD, OPEN, PAUSES = (1 << bit for bit in range(10, 16))
    TITLE, ABOVE, BELOW, EARLY, LATE, LEADING = (1 << bit for bit in range(16, 22))
    COUNTED, UNCOUNTED, GROUPED, LAST, ANNEXED, BETWEEN = (1 << bit for bit in range(22, 28))


def tell_traits(segment: BlockFeatures, context: DocumentContext) -> int:
    """Return the traits of a block."""
    return _tell_form(segment) | _tell_place(segment.id, context)


def _tell_form(segment: BlockFeatures) -> int:
    """Return the traits that show in a block itself."""
    block, size, end = segment.block, segment.size, segment.end
    is_plain = segment.stance is None and segment.action is None and not segment.marker
    return (
        (Trait.HINTED if block.attributes else 0)
        | (Trait.NOTED if Landmark.NOTES in block.landmarks else 0)
        | (0 if block.kind is BlockKind.HEADING else Trait.TEXT)
        | (Trait.PRINTED if block.text.marks else 0)
        | (Trait.MARKER if segment.marker else 0)
        | (Trait.HEADS if segment.heads else 0)
        | (0 if segment.stance is None else Trait.STANCE)
        | (0 if segment.action is None else Trait.ACTION)
        | (Trait.PLAIN if is_plain else 0)  # has no number, no opener and no verb
        | (Trait.FORMULA if "formulas" in segment.begins else 0)
        | (Trait.SENTENCE if size >= _SENTENCE else 0)
        | (Trait.LINE if size <= _LINE else 0)
        | (Trait.DATELINE if size <= _DATELINE else 0)
        | (Trait.LEAD if size <= LEAD else 0)
        | (0 if end in SENTENCE_ENDS else Trait.OPEN)
        | (Trait.PAUSES if end in CLAUSE_ENDS else 0)
    )


def _tell_place(id: int, context: DocumentContext) -> int:
    """Return the traits of the place of a block: before and after which others it stands."""
    is_early = context.prose is None or id < context.prose
    return (
        (Trait.TITLE if id in context.titles else 0)
        | (0 if context.headed_from is None or id >= context.headed_from else Trait.ABOVE)
        | (0 if context.first_title is None or id <= context.first_title else Trait.BELOW)
        | (Trait.EARLY if is_early else Trait.LATE)
        | (Trait.LEADING if id in context.leading else 0)
        | (Trait.COUNTED if id in context.numbering else 0)
        | (0 if context.first_numbered is None or id >= context.first_numbered else Trait.UNCOUNTED)
        | (Trait.GROUPED if id in context.groups else 0)
        | (0 if context.closed_from is None or id <= context.closed_from else Trait.LAST)
        | (0 if context.annexed_from is None or id <= context.annexed_from else Trait.ANNEXED)
        | (0 if context.resolved_from is None or id >= context.resolved_from else Trait.BETWEEN)
    )
