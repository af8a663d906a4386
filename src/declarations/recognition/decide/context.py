"""What the cues know of the document as a whole, found in one look over its heads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from declarations.language.lexicon import Lexicon
from declarations.model import DeclarationKind
from declarations.recognition.decide.patterns import (
    Group,
    find_anaphora,
    find_annex_headings,
    find_group_headings,
    find_group_lines,
    find_groups,
    find_prose,
    find_turn,
    is_deed,
    is_sure,
)
from declarations.recognition.document import Document
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.values import NumberedHeading
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.kinds import find_kind
from declarations.scripts import CLAUSE_ENDS

__all__ = ["FORMULA", "DocumentContext", "describe_document", "follows", "precedes"]

FORMULA = 30
"""Words that a resolving formula has at most."""

_DECIDING = frozenset({DeclarationKind.DECISION, DeclarationKind.RESOLUTION, DeclarationKind.RECOMMENDATION})
_LINES = 1  # between a resolving formula and a verb


def precedes(segment: BlockFeatures, id: int | None) -> bool:
    """Return whether a block stands before another; if there is no other, it does."""
    return id is None or segment.id < id


def follows(segment: BlockFeatures, id: int | None) -> bool:
    """Return whether a block stands after another; if there is no other, it does not."""
    return id is not None and segment.id > id


@attrs.frozen(kw_only=True)
class DocumentContext:
    """What is known about the document as a whole; blocks are named by their ids, None where there is none."""

    heads: Sequence[BlockFeatures]
    """The blocks that depend on no other, in order."""
    places: Mapping[int, int]
    """Where each of them stands in that order."""
    lexicons: Sequence[Lexicon]
    """Lexicons of its language; none if it has none."""
    titles: Collection[int]
    """The blocks that print the title."""
    numbering: Mapping[int, NumberedHeading]
    """Numbered headings."""
    leading: Collection[int]
    """The blocks on which others depend."""
    dates: DateFinder
    """Finds the dates of the document."""
    is_known: bool
    """Whether its language is known, and has a lexicon."""
    only_decides: bool
    """Whether it calls itself a decision and shows neither context nor a verb that its lexicon knows."""

    prose: int | None
    """The first paragraph of prose or first numbered heading."""
    last_closed: int | None
    """The last block before the prose that does not end like the beginning of a sentence."""
    first_title: int | None
    """The title."""
    first_numbered: int | None
    """The first numbered heading."""
    first_context_heading: int | None
    """The first heading of the lexicon over context."""
    first_opening_heading: int | None
    """The first heading that is a preambular phrase itself, as `VISTO:`."""
    turn: int | None
    """The first block after most preambular phrases and before most deeds."""
    first_verb: int | None
    """The first operative verb after the preambular phrases."""
    first_action: int | None
    """The first operative verb."""
    actions: int
    """How many blocks open with an operative verb."""
    first_formula: int | None
    """The first resolving formula or heading over resolutions."""
    resolved_from: int | None
    """The first heading over resolutions."""
    annex_headings: Collection[int]
    """Headings of annexes, and of explanations after the resolutions."""
    annexed_from: int | None
    """The first of them."""
    group_headings: Collection[int]
    """Headings over groups of context paragraphs, if there are several."""
    group_lines: Collection[int]
    """Short lines without an end before a numbered paragraph, if there are several."""
    anaphora: Mapping[int, bool]
    """Blocks that begin with the word of the block before them, to whether that is a resolution."""
    groups: Mapping[int, Group]
    """Blocks of which several begin alike."""
    first_stance: int | None
    """The first preambular phrase."""
    stances: int
    """How many blocks open with a preambular phrase."""
    first_deed: int | None
    """The first operative verb that does more than tell an opinion, after the preambular phrases."""
    turned_from: int | None
    """The first verb that a resolving formula leads to at once."""
    last_told: int | None
    """The last preambular phrase or opinion before the first deed."""
    signed_from: int | None
    """The first heading over signatures."""
    last_sure: int | None
    """The last block whose form shows a resolution, else that before words like an ending."""

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

    def tells_view(self, segment: BlockFeatures) -> bool:
        """Return whether a block only tells an opinion, after preambular phrases and before any deed."""
        if self.first_deed is None or not follows(segment, self.first_stance):
            return False
        is_between = segment.id < self.first_deed and precedes(segment, self.turned_from)
        return is_between and segment.view is not None

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


def describe_document(document: Document) -> DocumentContext:
    """Look over the heads of a document; a title such as `Motion` heads no part."""
    titles, numbering, dates = document.titles, document.numbering, document.dates
    heads = [
        attrs.evolve(one, heads=None) if one.heads and one.id in titles else one
        for one in document.segments
        if one.id not in document.dependents and not one.is_note
    ]
    prose = find_prose(heads, titles, numbering, dates)
    turn = find_turn(heads)
    deed = _first(heads, is_deed, start=turn)
    turned = _find_turned(heads)
    annex_headings = find_annex_headings(heads, numbering)
    anaphora = find_anaphora(heads)
    groups = find_groups(heads, prose)
    leading = frozenset(document.dependents.values())
    annexed_from = min(annex_headings, default=None)
    shown = _show_resolution(heads, numbering, anaphora, leading)
    sure = [id for id in shown if prose is not None and id >= prose and (annexed_from is None or id < annexed_from)]
    late = [group.last for group in groups.values() if group.is_late]
    return DocumentContext(
        heads=heads,
        places={one.id: place for place, one in enumerate(heads)},
        lexicons=document.lexicons,
        titles=titles,
        numbering=numbering,
        leading=leading,
        dates=dates,
        is_known=document.language.tag is not None and bool(document.lexicons),
        only_decides=_only_decides(heads, titles, document.lexicons),
        prose=prose,
        last_closed=_last(heads, lambda one: precedes(one, prose) and one.end not in CLAUSE_ENDS),
        first_title=_first(heads, lambda one: one.id in titles),
        first_numbered=_first(heads, lambda one: one.id in numbering),
        first_context_heading=_first(heads, lambda one: one.heads == "context"),
        first_opening_heading=_first(heads, lambda one: one.heads == "context" and one.stance is not None),
        turn=turn,
        first_verb=_first(heads, _acts, start=turn) if turn is not None else None,
        first_action=_first(heads, _acts),
        actions=sum(map(_acts, heads)),
        first_formula=_first(heads, _is_turn),
        resolved_from=_first(heads, lambda one: one.heads == "resolutions"),
        annex_headings=annex_headings,
        annexed_from=annexed_from,
        group_headings=find_group_headings(heads),
        group_lines=find_group_lines(heads, titles),
        anaphora=anaphora,
        groups=groups,
        first_stance=_first(heads, lambda one: one.stance is not None),
        stances=sum(one.stance is not None for one in heads),
        first_deed=deed if turn is not None else None,
        turned_from=turned,
        last_told=None if deed is None or turn is None else _last(heads, lambda one: one.id < deed and _tells(one)),
        signed_from=_first(heads, lambda one: one.heads == "signatories"),
        last_sure=max([*sure, *late]) if sure or late else _find_before_closing(heads),
    )


def _first(
    heads: Iterable[BlockFeatures], is_one: Callable[[BlockFeatures], bool], start: int | None = 0
) -> int | None:
    """Return the id of the first block of some kind, from a block on."""
    if start is None:
        return None
    return next((one.id for one in heads if one.id >= start and is_one(one)), None)


def _last(heads: Sequence[BlockFeatures], is_one: Callable[[BlockFeatures], bool]) -> int | None:
    return next((one.id for one in reversed(heads) if is_one(one)), None)


def _acts(segment: BlockFeatures) -> bool:
    return segment.action is not None


def _tells(segment: BlockFeatures) -> bool:
    return segment.stance is not None or segment.view is not None


def _is_turn(segment: BlockFeatures) -> bool:
    return segment.is_hinge or segment.heads == "resolutions"


def _only_decides(heads: Sequence[BlockFeatures], titles: Collection[int], lexicons: Sequence[Lexicon]) -> bool:
    if any(one.stance or one.action or one.marker or _is_turn(one) for one in heads):
        return False
    named = next((one.folded for one in heads if one.id in titles), "")
    return find_kind(named, lexicons) in _DECIDING


def _show_resolution(
    heads: Sequence[BlockFeatures], numbering: Collection[int], anaphora: Mapping[int, bool], leading: Collection[int]
) -> Iterator[int]:
    """Yield the blocks whose form, or what stands before or after them, shows a resolution."""
    for place, segment in enumerate(heads):
        is_headed = place > 0 and heads[place - 1].heads == "resolutions"
        is_led = anaphora.get(segment.id) or (segment.is_hinge and segment.id in leading)
        if is_led or is_headed or is_sure(segment, numbering):
            yield segment.id


def _find_turned(heads: Sequence[BlockFeatures]) -> int | None:
    """Return the first verb that a resolving formula leads to at once, perhaps past a line that says who acts."""
    for place, segment in enumerate(heads):
        if not (segment.is_hinge and segment.is_open and segment.is_short(FORMULA)) or segment.action:
            continue
        at = place + 1
        while at < len(heads) and heads[at].id <= segment.id + _LINES and _is_line(heads[at]):
            at += 1
        if at < len(heads) and heads[at].id <= segment.id + 1 + _LINES and heads[at].action:
            return heads[at].id
    return None


def _is_line(segment: BlockFeatures) -> bool:
    return segment.is_open and segment.is_short() and not (segment.action or segment.stance or segment.marker)


def _find_before_closing(heads: Sequence[BlockFeatures]) -> int | None:
    """Return the block before the first words like an ending after a turn."""
    turn = next((place for place, one in enumerate(heads) if _is_turn(one)), len(heads))
    for place in range(turn + 2, len(heads)):
        if "closings" in heads[place].begins:
            return heads[place - 1].id
    return None
