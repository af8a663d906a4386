"""What the cues know of the document as a whole, found in one look over its heads."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

import attrs

from declarations.blocks import BlockKind
from declarations.model import DeclarationKind
from declarations.recognition.decide.heads import DocumentHeads
from declarations.recognition.decide.leads import find_led
from declarations.recognition.decide.places import find_first, follows, precedes
from declarations.recognition.decide.repetition import (
    Group,
    find_anaphora,
    find_annex_headings,
    find_counted,
    find_group_headings,
    find_group_lines,
    find_groups,
    find_told_items,
)
from declarations.recognition.decide.turns import find_before_closing, find_turned, is_turn, show_resolutions
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.wording.kinds import find_kind
from declarations.recognition.wording.press import find_press_lines

__all__ = ["DocumentContext"]

_DECIDING = frozenset(
    {DeclarationKind.CHARTER, DeclarationKind.DECISION, DeclarationKind.RESOLUTION, DeclarationKind.RECOMMENDATION}
)


_ENDING = frozenset({"notes", "signatories", "ending"})
"""What a heading after the resolutions stands over that ends them."""
_LATE = 2 / 3  # of the document, where what comes after it may begin
_NEVER = sys.maxsize
_HEAD = 12  # blocks among which lines for the press stand
_SEVERAL = 2  # resolutions that show a form together


@attrs.frozen(kw_only=True)
class DocumentContext(DocumentHeads):
    """What is known about a document; blocks are named by their ids, None where there is none."""

    @cached_property
    def annex_headings(self) -> Collection[int]:
        """Headings of annexes, and of explanations after the resolutions."""
        return find_annex_headings(self.heads, self.numbering)

    @cached_property
    def annexed_from(self) -> int | None:
        """The first of them."""
        return min(self.annex_headings, default=None)

    @cached_property
    def group_headings(self) -> Collection[int]:
        """Headings over groups of context paragraphs, if there are several."""
        return find_group_headings(self.heads)

    @cached_property
    def group_lines(self) -> Collection[int]:
        """Short lines without an end before a numbered paragraph, if there are several."""
        return find_group_lines(self.heads, self.titles)

    @cached_property
    def anaphora(self) -> Mapping[int, bool]:
        """Blocks that begin with the word of the block before them, to whether that is a resolution."""
        return find_anaphora(self.heads)

    @cached_property
    def groups(self) -> Mapping[int, Group]:
        """Blocks of which several begin alike."""
        return find_groups(self.heads, self.prose)

    @cached_property
    def first_stance(self) -> int | None:
        """The first preambular phrase."""
        return find_first(self.heads, lambda one: one.stance is not None)

    @cached_property
    def stances(self) -> int:
        """How many blocks open with a preambular phrase."""
        return sum(one.stance is not None for one in self.heads)

    @cached_property
    def turned_from(self) -> int | None:
        """The first verb that a resolving formula leads to at once."""
        return find_turned(self.heads)

    @cached_property
    def press_lines(self) -> Collection[int]:
        """Lines above the text that say when it may be printed, and whom to ask."""
        places = find_press_lines([one.block.text.text for one in self.heads[:_HEAD]], self.lexicons)
        return frozenset(self.heads[place].id for place in places)

    @cached_property
    def signed_from(self) -> int | None:
        """The first heading over signatures."""
        return find_first(self.heads, lambda one: one.heads == "signatories")

    @cached_property
    def last_told(self) -> int | None:
        """The last preambular phrase or opinion before the first deed."""
        end = self.first_operative
        told = (one for one in self.heads if end is not None and one.id < end)
        return max((one.id for one in told if one.stance or one.opinion), default=None)

    @cached_property
    def last_sure(self) -> int | None:
        """The last block whose form shows a resolution, else that before words like an ending."""
        sure = self.sure
        late = [one.last for one in self.groups.values() if one.is_late and one.last < (self.ended_from or _NEVER)]
        return max([*sure, *late]) if sure or late else find_before_closing(self.heads)

    @cached_property
    def shown(self) -> Sequence[int]:
        """The blocks whose form shows a resolution."""
        shown = show_resolutions(self.heads, self.numbering, self.anaphora, self.leading)
        ids = {one.id for one in shown if not precedes(one, self.prose) and precedes(one, self.annexed_from)}
        return sorted(ids.union(self.led))

    @cached_property
    def ended_from(self) -> int | None:
        """The first heading over notes or signatures after a resolution."""
        return find_first(self.heads, lambda one: one.heads in _ENDING, start=self.shown[0]) if self.shown else None

    @cached_property
    def closed_from(self) -> int | None:
        """The first block after which closing words or signatures may stand."""
        ends = (self.last_sure, self.ended_from, self.signed_from)
        return min((one for one in ends if one is not None), default=None)

    @cached_property
    def sure(self) -> Sequence[int]:
        """The resolutions that their form shows, as far as a heading that ends them."""
        return [id for id in self.shown if self.ended_from is None or id < self.ended_from]

    @cached_property
    def counted_from(self) -> int | None:
        """The first number, where context paragraphs without numbers come before it, and no turn after it."""
        return find_counted(self.heads)

    @cached_property
    def led(self) -> Collection[int]:
        """What stands right after the line that turns to what is resolved, one block like the next."""
        return find_led(self.heads, self.resolved_from if self.lead is None else self.lead, self.lists)

    @cached_property
    def around(self) -> Collection[int]:
        """What stands under a heading over what comes after a document, as whom to ask."""
        found, is_around = [], False
        for one in self.heads:
            if one.heads or one.block.kind is BlockKind.HEADING:
                is_around = one.heads == "ending" and self.is_late(one)
            elif is_around:
                found.append(one.id)
        return frozenset(found)

    @cached_property
    def told_items(self) -> Collection[int]:
        """Items of lists right after a paragraph of prose, which they belong to."""
        return find_told_items(self.heads)

    @cached_property
    def is_regular(self) -> bool:
        """Whether there are several resolutions, and each has the form that shows it."""
        if len(self.sure) < _SEVERAL:
            return False
        first, last = self.places[self.sure[0]], self.places[self.sure[-1]]
        return last - first + 1 == len(self.sure)

    @cached_property
    def only_decides(self) -> bool:
        """Whether it calls itself a decision and shows neither context nor a verb that its lexicon knows."""
        if any(one.stance or one.action or one.marker or is_turn(one) for one in self.heads):
            return False
        named = next((one.folded for one in self.heads if one.id in self.titles), "")
        return find_kind(named, self.lexicons) in _DECIDING

    def is_late(self, segment: BlockFeatures) -> bool:
        """Return whether a block stands after a resolution that its form shows; without one, near the end."""
        if self.shown:
            return segment.id > self.shown[0]
        return self.places[segment.id] >= _LATE * len(self.heads)

    def counts_next(self, segment: BlockFeatures) -> bool:
        """Return whether the block after one begins with a printed number."""
        following = self.after(segment)
        return following is not None and following.marker is not None

    def leads_to_number(self, segment: BlockFeatures) -> bool:
        """Return whether a block is a short line that ends with a colon, before a printed number."""
        return self.counts_next(segment) and segment.end == ":" and segment.is_short()

    def decides_by_form(self, segment: BlockFeatures) -> bool:
        """Return whether a block begins like several others, late in the document."""
        group = self.groups.get(segment.id)
        return group is not None and group.is_late and not segment.stance

    def tells_opinion(self, segment: BlockFeatures) -> bool:
        """Return whether a block only tells an opinion, after preambular phrases and before any deed."""
        if self.first_operative is None or not follows(segment, self.first_stance):
            return False
        is_between = segment.id < self.first_operative and precedes(segment, self.turned_from)
        return is_between and segment.opinion is not None

    def tells_on(self, segment: BlockFeatures) -> bool:
        """Return whether what a block leads to only tells: more phrases or opinions come before any deed."""
        following = self.after(segment)
        if following is None or self.last_told is None or following.id >= self.last_told:
            return False
        if self.turned_from is not None and segment.id < self.turned_from:
            return False
        return segment.id in self.leading or not (following.action or following.marker or not following.is_prose)

    def is_before_numbering(self, segment: BlockFeatures) -> bool:
        """Return whether numbered headings begin after a block."""
        return self.first_numbered is not None and segment.id < self.first_numbered
