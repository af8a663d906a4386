"""What the cues know of the document as a whole, found in one look over its heads."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

import attrs

from declarations.language.lexicon import Lexicon
from declarations.model import DeclarationKind
from declarations.recognition.decide.dependents import find_table_heads
from declarations.recognition.decide.leads import find_lead
from declarations.recognition.decide.places import find_first, find_last, follows, precedes
from declarations.recognition.decide.repetition import (
    Group,
    find_anaphora,
    find_annex_headings,
    find_group_headings,
    find_group_lines,
    find_groups,
    find_prose,
)
from declarations.recognition.decide.turns import (
    find_before_closing,
    find_turn,
    find_turned,
    is_operative,
    is_turn,
    show_resolutions,
)
from declarations.recognition.document import Document
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.values import NumberedHeading
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.kinds import find_kind
from declarations.scripts import CLAUSE_ENDS

__all__ = ["DocumentContext"]

_DECIDING = frozenset({DeclarationKind.DECISION, DeclarationKind.RESOLUTION, DeclarationKind.RECOMMENDATION})


@attrs.frozen(kw_only=True)
class DocumentContext:
    """What is known about a document; blocks are named by their ids, None where there is none."""

    heads: Sequence[BlockFeatures]
    """The blocks that depend on no other, in order."""
    lexicons: Sequence[Lexicon]
    """Lexicons of its language; none if it has none."""
    titles: Collection[int]
    """The blocks that print the title."""
    numbering: Mapping[int, NumberedHeading]
    """Numbered headings."""
    leading: Collection[int]
    """The blocks on which others depend."""
    tables: Collection[int]
    """Those of them on which rows of a table depend, or items that say more than names."""
    lead: int | None
    """The line that turns to what is resolved, and leads to all of it."""
    dates: DateFinder
    """Finds the dates of the document."""
    is_known: bool
    """Whether its language is known, and has a lexicon."""

    @classmethod
    def of(cls, document: Document) -> DocumentContext:
        """Look over the heads of a document; a title such as `Motion` heads no part."""
        heads = [one for one in document.segments if one.id not in document.dependents and not one.is_note]
        titles = document.titles
        heads = [attrs.evolve(one, heads=None) if one.heads and one.id in titles else one for one in heads]
        tables = find_table_heads(document.segments, document.dependents)
        return cls(
            heads=heads,
            lead=find_lead(heads, document.dependents, tables, titles),
            lexicons=document.lexicons,
            titles=titles,
            numbering=document.numbering,
            leading=frozenset(document.dependents.values()),
            tables=tables,
            dates=document.dates,
            is_known=document.language.tag is not None and bool(document.lexicons),
        )

    @cached_property
    def places(self) -> Mapping[int, int]:
        """Where each head stands among the heads."""
        return {one.id: place for place, one in enumerate(self.heads)}

    @cached_property
    def prose(self) -> int | None:
        """The first paragraph of prose or first numbered heading; none before the heading that is the title."""
        start = self.headed_from or 0
        return find_prose([one for one in self.heads if one.id >= start], self.titles, self.numbering, self.dates)

    @cached_property
    def headed_from(self) -> int | None:
        """The title, if it is a heading of the highest level, or begins with the number of the document."""
        titles = (one for one in self.heads if one.id in self.titles)
        return next((one.id for one in titles if one.block.level == 1 or one.is_numbered_title), None)

    @cached_property
    def last_closed(self) -> int | None:
        """The last block before the prose that does not end like the beginning of a sentence."""
        return find_last(self.heads, lambda one: precedes(one, self.prose) and one.end not in CLAUSE_ENDS)

    @cached_property
    def first_title(self) -> int | None:
        """The title."""
        return find_first(self.heads, lambda one: one.id in self.titles)

    @cached_property
    def first_numbered(self) -> int | None:
        """The first numbered heading."""
        return find_first(self.heads, lambda one: one.id in self.numbering)

    @cached_property
    def first_context_heading(self) -> int | None:
        """The first heading of the lexicon over context."""
        return find_first(self.heads, lambda one: one.heads == "context")

    @cached_property
    def first_opening_heading(self) -> int | None:
        """The first heading that is a preambular phrase itself, as `VISTO:`."""
        return find_first(self.heads, lambda one: one.heads == "context" and one.stance is not None)

    @cached_property
    def turn(self) -> int | None:
        """The first block after most preambular phrases and before most deeds."""
        return find_turn(self.heads)

    @cached_property
    def first_verb(self) -> int | None:
        """The first operative verb after the preambular phrases."""
        return find_first(self.heads, _acts, start=self.turn)

    @cached_property
    def first_operative(self) -> int | None:
        """The first operative verb that does more than tell an opinion, after the preambular phrases."""
        return find_first(self.heads, is_operative, start=self.turn)

    @cached_property
    def first_action(self) -> int | None:
        """The first operative verb."""
        return find_first(self.heads, _acts)

    @cached_property
    def actions(self) -> int:
        """How many blocks open with an operative verb."""
        return sum(map(_acts, self.heads))

    @cached_property
    def first_formula(self) -> int | None:
        """The first resolving formula or heading over resolutions."""
        return find_first(self.heads, is_turn)

    @cached_property
    def resolved_from(self) -> int | None:
        """The first heading over resolutions."""
        return find_first(self.heads, lambda one: one.heads == "resolutions")

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
        shown = show_resolutions(self.heads, self.numbering, self.anaphora, self.leading)
        sure = [one.id for one in shown if not precedes(one, self.prose) and precedes(one, self.annexed_from)]
        late = [group.last for group in self.groups.values() if group.is_late]
        return max([*sure, *late]) if sure or late else find_before_closing(self.heads)

    @cached_property
    def only_decides(self) -> bool:
        """Whether it calls itself a decision and shows neither context nor a verb that its lexicon knows."""
        if any(one.stance or one.action or one.marker or is_turn(one) for one in self.heads):
            return False
        named = next((one.folded for one in self.heads if one.id in self.titles), "")
        return find_kind(named, self.lexicons) in _DECIDING

    def before(self, segment: BlockFeatures) -> BlockFeatures | None:
        """Return the head before another."""
        place = self.places[segment.id]
        return self.heads[place - 1] if place else None

    def after(self, segment: BlockFeatures) -> BlockFeatures | None:
        """Return the head after another."""
        place = self.places[segment.id] + 1
        return self.heads[place] if place < len(self.heads) else None

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


def _acts(segment: BlockFeatures) -> bool:
    return segment.action is not None
