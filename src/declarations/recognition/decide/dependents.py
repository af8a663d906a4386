"""Units: a block that leads, and those that follow it wherever it goes.

Items of a list follow the sentence that leads to the list, and what stands under a numbered heading
follows the heading. Only leads are weighed; the parts of dependents are those of their leads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from declarations.blocks import BlockKind
from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import merge_function_words
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.values import NumberedHeading
from declarations.scripts import CLAUSE_ENDS

__all__ = ["find_dependents", "find_table_heads"]

_PAUSES = frozenset(",;，；、،؛")
_HEADING = 3  # words of a line over a list that is a heading


def find_dependents(
    segments: Sequence[BlockFeatures], numbering: Mapping[int, NumberedHeading], lexicons: Sequence[Lexicon]
) -> dict[int, int]:
    """Return the blocks that follow another: index to the index of the lead."""
    dependents: dict[int, int] = {}
    last_head = max(numbering, default=-1)
    many_verbs = sum(segment.action is not None for segment in segments) > 1
    lead: BlockFeatures | None = None
    before: BlockFeatures | None = None
    under_head = False  # between a numbered heading and the next heading
    for segment in segments:
        if lead is not None and before is not None and segment.id not in numbering:
            is_inside = under_head and segment.block.kind is not BlockKind.HEADING and lead.id < last_head
            is_first = lead.id in numbering and before is lead and segment.block.kind is not BlockKind.HEADING
            is_first = is_first and not (
                lead.is_sentence and lead.size > _HEADING
            )  # `Art. 2 – The fees are due in May.`
            if is_inside or is_first or _follows(segment, lead, before, lexicons, many_verbs=many_verbs):
                dependents[segment.id] = lead.id
                before = segment
                continue
        lead = before = segment
        under_head = segment.id in numbering
    return dependents


def _follows(
    segment: BlockFeatures, lead: BlockFeatures, before: BlockFeatures, lexicons: Sequence[Lexicon], *, many_verbs: bool
) -> bool:
    block = segment.block
    if block.kind is BlockKind.ROW:
        return lead.block.kind is not BlockKind.HEADING and "closings" not in lead.begins
    if (lead.end in ":：" and _stands_inside(segment, lead)) or (block.kind is BlockKind.ITEM and lead.is_set_off):
        return True  # a list inside the item that leads to it, or under a line like a heading
    if segment.marker and _stands_alone(segment, lead):
        return False
    depth = block.depth - max(lead.block.depth - 1, 0)
    if depth > 1 or (depth == 1 and block.kind is not BlockKind.ITEM):
        return before.block.depth > 0
    if block.kind is not BlockKind.ITEM:
        return _is_more(segment, lead, before, lexicons)
    goes_on = before is not lead and before.block.depth > 0
    return not _stands_alone(segment, lead) and (
        goes_on or _introduces(lead, segment, numbered=block.marker is not None, many_verbs=many_verbs)
    )


def _stands_inside(segment: BlockFeatures, lead: BlockFeatures) -> bool:
    """Return whether an item stands deeper than another, or is one of a list of bullets after a number."""
    own, outer = segment.block, lead.block
    if own.depth > outer.depth > 0:
        return True
    is_bullet = own.kind is BlockKind.ITEM and not segment.marker and own.depth == 1
    return is_bullet and lead.marker is not None and own.list_number != outer.list_number


def _is_more(segment: BlockFeatures, lead: BlockFeatures, before: BlockFeatures, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a block that is no item is more of the unit of its lead."""
    is_line = segment.end in ":："  # that leads on itself
    if segment.action or segment.stance or segment.marker or is_line or segment.block.kind is BlockKind.HEADING:
        return False
    speaks = lead.action is not None and lead.action.subject is not None and lead.end in ":："  # `We demand:`
    is_own = segment.is_sentence and segment.is_caseless and lead.end in ":："  # `نطالب بما يلي:` before a demand
    is_rest = before is lead and lead.is_bare and (segment.begins_lower or not (speaks or is_own))
    return not lead.heads and (is_rest or _goes_on(segment, lead, before, lexicons))


def _stands_alone(segment: BlockFeatures, lead: BlockFeatures) -> bool:
    """Return whether an item with a verb or an opener is no part of the sentence of the lead."""
    if segment.stance:
        return not lead.is_bare
    if segment.action is None:
        return False
    if lead.action is None or lead.is_bare_verb:
        return True
    is_verb = lead.end in ":：" and lead.stance is not None and lead.stance.phrase == lead.action.phrase
    return lead.stance is not None and not is_verb  # `谴责` is opener and verb alike


def _goes_on(segment: BlockFeatures, lead: BlockFeatures, before: BlockFeatures, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a paragraph is the middle of the sentence that the lead has begun with a verb or an opener."""
    if not (lead.action or lead.stance) or not segment.begins_lower or before.is_sentence:
        return False
    if before.end == ":" or before.end not in CLAUSE_ENDS:
        return True
    first = segment.folded.split(maxsplit=1)[0]  # `that …`, `from which …`, after items or a verb alone on its line
    is_inside = before.block.depth > 0 or lead.is_bare
    return is_inside and before.end != "." and first in merge_function_words(lexicons)


def _introduces(lead: BlockFeatures, segment: BlockFeatures, *, numbered: bool, many_verbs: bool) -> bool:
    """Return whether a list is the end of the sentence before it; numbers after a lone verb may be the resolutions."""
    if lead.block.kind is not BlockKind.PARAGRAPH or lead.block.depth or not lead.is_open or lead.heads:
        return False
    if not numbered:
        is_heading = (
            lead.is_short(_HEADING) and lead.end.isalnum() and not (lead.action or lead.stance or lead.is_formula)
        )
        return not (is_heading and segment.is_prose)
    if lead.is_formula or ("closings" in lead.begins and any(map(str.isdigit, lead.folded))):  # `Adopted on 4 May`
        return False
    if lead.end in _PAUSES and not lead.is_bare:  # `Noting that it is late,` before `1.`
        return False
    return (lead.action is not None or lead.stance is not None) and (many_verbs or not lead.is_bare_verb)


def find_table_heads(segments: Sequence[BlockFeatures], dependents: Mapping[int, int]) -> frozenset[int]:
    """Return the heads on which rows of a table depend, or items that say more than names do."""
    return frozenset(
        dependents[one.id]
        for one in segments
        if one.id in dependents and (one.block.kind is BlockKind.ROW or not one.may_be_name)
    )
