"""The lead: the one line that turns to what is resolved, where what follows are the resolutions and not its items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import dropwhile, islice, takewhile

from declarations.blocks import BlockKind
from declarations.model import Action
from declarations.numerals import find_enumerator
from declarations.numerals.successors import is_successor
from declarations.recognition.decide.turns import FORMULA, is_operative, is_turn
from declarations.recognition.features.blockfeatures import OPINIONS, BlockFeatures

__all__ = ["find_lead", "find_led", "is_told"]

_TOLD = frozenset({*OPINIONS, Action.STATES, Action.REMARKS, Action.WELCOMES, Action.DEPLORES, Action.THANKS})
"""What verbs do that lead to what is only told: `The conference notes:`."""
_BARE = frozenset(
    {Action.RESOLVES, Action.DECIDES, Action.DECLARES, Action.PROCLAIMS, Action.DEMANDS, Action.ADOPTS, Action.COMMITS}
)
"""What verbs do that say nothing themselves, so that all that is resolved stands below them: `We demand:`."""


def is_told(segment: BlockFeatures) -> bool:
    """Return whether a line leads to what is only told: it opens with a preambular phrase, or its verb tells a view."""
    return segment.stance is not None or (segment.leads_in in _TOLD and not segment.is_formula)


def find_lead(
    heads: Sequence[BlockFeatures],
    dependents: Mapping[int, int],
    lists: Collection[int],
    titles: Collection[int],
    numbering: Collection[int],
) -> int | None:
    """Return the line that leads to all resolutions; None if there is none, or several that each lead to a clause.

    A resolving formula is such a line; a verb with a colon is one where it stands alone, or where its line says nothing
    but that something is resolved. `lists` are the heads with items that say more than names.
    """
    below = Counter(dependents.values())
    leads = [
        place
        for place, one in enumerate(heads)
        if one.id not in titles and _may_lead(one) and _is_followed(heads, place, below, lists)
    ]
    acting = [place for place in leads if not is_told(heads[place])]
    turning = next((place for place in acting if is_turn(heads[place])), None)
    if turning is None and len(acting) == 1 and _is_alone(heads, acting[0], below):
        turning = acting[0]
    if turning is None or _is_inside(heads, turning) or _is_above(heads, turning, numbering):
        return None
    return heads[turning].id


def find_led(heads: Sequence[BlockFeatures], lead: int | None, lists: Collection[int]) -> Collection[int]:
    """Return what the lead leads to, as far as one block is like the next: items, numbers, or sentences.

    A list that depends on the lead is led to with it. After a heading, verbs tell better what is resolved.
    """
    if lead is None or lead in lists:
        return ()
    after = [*dropwhile(lambda one: one.id <= lead, heads)]
    if after and after[0].action and any(one.id == lead and one.heads for one in heads):
        return ()
    is_listed = bool(after) and _is_listed(after[0])
    return frozenset(one.id for one in takewhile(_is_listed if is_listed else _is_clause, after))


def _is_clause(segment: BlockFeatures) -> bool:
    """Return whether a block is a paragraph that ends with a full stop or a semicolon, and closes nothing."""
    if segment.block.kind is not BlockKind.PARAGRAPH or segment.heads or segment.marker:
        return False
    ends = segment.is_sentence or segment.end in ";；؛,，،"
    return ends and "closings" not in segment.begins and "roles" not in segment.begins


def _may_lead(segment: BlockFeatures) -> bool:
    """Return whether a line stays open after a verb or a formula, and is no item, number or heading of a part."""
    if segment.marker or segment.block.depth or segment.block.kind is BlockKind.ROW or segment.heads:
        return False
    if segment.leads_in is not None or (segment.is_formula and segment.end in ":："):
        return True
    is_line = segment.is_short(FORMULA) and segment.is_open and segment.action is not None
    return is_line and (segment.is_bare_verb or segment.block.text.text.isupper())


def _is_followed(heads: Sequence[BlockFeatures], place: int, below: Mapping[int, int], lists: Collection[int]) -> bool:
    """Return whether something follows that can be resolved: a list, a number, or a sentence."""
    if heads[place].id in lists:
        return True
    following = heads[place + 1] if place + 1 < len(heads) else None
    if following is None or following.heads or "closings" in following.begins or heads[place].id in below:
        return False
    return following.marker is not None or following.is_prose or following.is_sentence or following.action is not None


def _is_alone(heads: Sequence[BlockFeatures], place: int, below: Mapping[int, int]) -> bool:
    """Return whether no other clause stands beside the one that a line with a verb would be."""
    lead = heads[place]
    listed = sum(1 for _ in takewhile(_is_listed, islice(heads, place + 1, None)))
    before = [one for one in heads[:place] if is_operative(one) and not is_told(one)]
    others = [*before, *filter(is_operative, heads[place + 1 + listed :])]
    is_own = lead.action is None or lead.action.subject is not None  # else it goes on with an enacting line
    if not others:
        return is_own or not lead.begins_lower
    items = below.get(lead.id, 0) + listed
    if not items:  # all that follows are the resolutions
        return is_own and not before
    is_bare = lead.action is None or lead.is_bare
    return is_own and lead.leads_in in _BARE and is_bare and len(others) <= items


def _is_inside(heads: Sequence[BlockFeatures], place: int) -> bool:
    """Return whether a line stands between two numbers of one series: `2.`, the line, `(a)`, `(b)`, `3.`."""
    before = next((one.marker for one in reversed(heads[:place]) if one.marker), None)
    last = find_enumerator(f"{before} x") if before else None
    after = (find_enumerator(f"{one.marker} x") for one in heads[place + 1 :] if one.marker)
    return last is not None and any(one is not None and is_successor(one, last) for one in after)


def _is_above(heads: Sequence[BlockFeatures], place: int, numbering: Collection[int]) -> bool:
    """Return whether numbered headings come later, but not at once: they head what is resolved."""
    return max(numbering, default=-1) > heads[place].id and heads[place + 1].id not in numbering


def _is_listed(segment: BlockFeatures) -> bool:
    """Return whether a block stands in a list, or after a number."""
    return segment.block.depth > 0 or segment.marker is not None
