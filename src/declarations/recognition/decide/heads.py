"""The heads of a document, the first of their kinds, and where they stand."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import Self

import attrs

from declarations.blocks import BlockKind
from declarations.language.lexicon import Lexicon
from declarations.recognition.decide.dependents import find_table_heads
from declarations.recognition.decide.leads import find_lead
from declarations.recognition.decide.places import find_first, find_last, precedes
from declarations.recognition.decide.repetition import find_prose
from declarations.recognition.decide.turns import find_turn, is_operative, is_turn
from declarations.recognition.document import Document
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.values import NumberedHeading
from declarations.recognition.wording.dating import DateFinder
from declarations.scripts import CLAUSE_ENDS

__all__ = ["DocumentHeads"]


@attrs.frozen(kw_only=True)
class DocumentHeads:
    """The heads of a document and the first of their kinds, by their ids; None where there is none."""

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
    lists: Collection[int]
    """Those of them on which items depend."""
    lead: int | None
    """The line that turns to what is resolved, and leads to all of it."""
    dates: DateFinder
    """Finds the dates of the document."""
    signing: Collection[int]
    """The blocks that lead to names of those who sign."""
    is_known: bool
    """Whether its language is known, and has a lexicon."""

    @classmethod
    def of(cls, document: Document) -> Self:
        """Look over the heads of a document; a title such as `Motion` heads no part."""
        heads = [one for one in document.segments if one.id not in document.dependents and not one.is_note]
        titles = document.titles
        heads = [attrs.evolve(one, heads=None, action=None) if one.id in titles else one for one in heads]
        tables = find_table_heads(document.segments, document.dependents)
        return cls(
            heads=heads,
            lead=find_lead(heads, document.dependents, tables, titles, document.numbering),
            lexicons=document.lexicons,
            titles=titles,
            numbering=document.numbering,
            leading=frozenset(document.dependents.values()),
            tables=tables,
            lists=frozenset(
                document.dependents[one.id]
                for one in document.segments
                if one.id in document.dependents and one.block.kind is BlockKind.ITEM
            ),
            dates=document.dates,
            signing=frozenset(document.signing.values()),
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

    def before(self, segment: BlockFeatures) -> BlockFeatures | None:
        """Return the head before another."""
        place = self.places[segment.id]
        return self.heads[place - 1] if place else None

    def after(self, segment: BlockFeatures) -> BlockFeatures | None:
        """Return the head after another."""
        place = self.places[segment.id] + 1
        return self.heads[place] if place < len(self.heads) else None


def _acts(segment: BlockFeatures) -> bool:
    return segment.action is not None
