"""What the cues know of the whole document, found in one look over it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import attrs

from declarations.language.lexicon import Lexicon
from declarations.model import DeclarationKind
from declarations.recognition.decide.headings import RunHead
from declarations.recognition.decide.patterns import (
    find_annex_heads,
    find_echoes,
    find_group_heads,
    find_group_lines,
    find_prose,
    find_repeats,
    find_turn,
    is_deed,
    is_sure,
)
from declarations.recognition.decide.titles import find_kind
from declarations.recognition.features.blockfeatures import Sight
from declarations.recognition.wording.dating import DateFinder
from declarations.scripts import CLAUSE_ENDS

__all__ = ["FORMULA", "Whole", "survey"]

FORMULA = 30
"""Words that a turning formula has at most."""

_DECIDING = frozenset({DeclarationKind.DECISION, DeclarationKind.RESOLUTION, DeclarationKind.RECOMMENDATION})
_LINES = 1  # between a turning formula and a verb
_LATE = 0.7  # of the document


@attrs.frozen(kw_only=True)
class Whole:
    """What the cues know of the whole document; places count the leading blocks."""

    sights: Sequence[Sight]
    """The leading blocks of the document, in order."""
    lexicons: Sequence[Lexicon]
    """Lexicons of its language; none if it has none."""
    titles: Collection[int]
    """Indices of the blocks that print the title."""
    runs: Mapping[int, RunHead]
    """Numbered headings."""
    leading: Collection[int]
    """Indices of the blocks that other blocks follow."""
    dates: DateFinder
    """Finds the dates of the document."""
    prose: int
    """Place of the first paragraph of prose or first numbered heading."""
    last_closed: int
    """Place of the last block before the prose that does not end like the beginning of a sentence; -1 if none."""
    first_title: int
    """Place of the title; the number of sights if there is none."""
    first_head: int
    """Place of the first numbered heading; the number of sights if there is none."""
    first_header: int
    """Place of the first heading of the lexicon over context; the number of sights if there is none."""
    first_seen: int
    """Place of the first heading that is an opener itself, as `VISTO:`; the number of sights if there is none."""
    turn: int
    """Place after the last opener of context, with the most openers before it and deeds behind; else the number."""
    first_verb: int
    """Place of the first verb of resolutions after the openers of context; the number of sights without both."""
    first_action: int
    """Place of the first verb of resolutions; the number of sights if there is none."""
    actions: int
    """How many blocks open with a verb of resolutions."""
    first_hinge: int
    """Place of the first turning formula or heading over resolutions; the number of sights if there is none."""
    resolved_from: int
    """Place of the first heading over resolutions; the number of sights if there is none."""
    only_decides: bool
    """Whether it calls itself a decision and shows neither context nor a verb that its lexicon knows."""
    is_known: bool
    """Whether its language is known, and has a lexicon."""
    annex_heads: Collection[int]
    """Places of the headings of annexes, and of explanations after the resolutions."""
    annexed_from: int
    """Place of the first of them; the number of sights if there is none."""
    group_heads: Collection[int]
    """Places of headings over groups of context paragraphs, if there are several."""
    echoes: Mapping[int, bool]
    """Place of a block that begins with the word of the block before it, to whether that is a resolution."""
    group_lines: Collection[int]
    """Places of short lines without an end before a numbered paragraph, if there are several."""
    first_stance: int
    """Place of the first opener of context; the number of sights if there is none."""
    first_deed: int
    """Place of the first verb of resolutions that does more than tell a view, after the openers of context."""
    turned_from: int
    """Place of the first verb that a turning formula leads to at once; the number of sights if there is none."""
    last_told: int
    """Place of the last opener of context or view before that verb; -1 if there is none."""
    stances: int
    """How many blocks open with a phrase for context paragraphs."""
    signed_from: int
    """Place of a heading over signatures; the number of sights if there is none."""
    last_sure: int
    """Place of the last block whose form shows a resolution, else of that before words like an ending; -1 if none."""
    repeats: Mapping[int, tuple[int, int]]
    """Place of a block to the first and last place of its group, when several begin alike."""

    def is_marked(self, place: int) -> bool:
        """Whether there is a block at this place that begins with a printed number."""
        return place < len(self.sights) and self.sights[place].marker is not None

    def is_numbered_title(self, place: int) -> bool:
        """Whether the title stands at this place and is hardly more than a number: `Resolution 12 (2024)`."""
        if place < 0:
            return False
        sight = self.sights[place]
        return sight.index in self.titles and sight.is_short(4) and any(char.isdigit() for char in sight.folded)

    def decides_by_form(self, place: int) -> bool:
        """Whether the block at this place begins like several others, late in the document."""
        if place not in self.repeats or self.sights[place].stance:
            return False
        first, last = self.repeats[place]
        return first > self.prose and last >= _LATE * (len(self.sights) - 1)

    def leads_on(self, place: int) -> bool:
        """Whether there is a short line at this place that ends with a colon, before a printed number."""
        return self.is_marked(place + 1) and self.sights[place].end == ":" and self.sights[place].is_short()

    def tells_view(self, place: int) -> bool:
        """Whether the block at this place only tells a view, after openers of context and before any deed."""
        is_between = self.first_stance < place < self.first_deed < len(self.sights) and place < self.turned_from
        return is_between and self.sights[place].view is not None

    def tells_on(self, place: int) -> bool:
        """Whether the words led by the block at this place only tell: more openers or views come before any deed."""
        if place + 1 >= self.last_told or place < self.turned_from < len(self.sights):
            return False
        sight, following = self.sights[place], self.sights[place + 1]
        return sight.index in self.leading or not (following.action or following.marker or not following.is_prose)

    def is_turned(self, place: int) -> bool:
        """Whether a turning formula or a heading over resolutions stands before this place."""
        return self.first_hinge < place

    def is_before_heads(self, place: int) -> bool:
        """Whether numbered headings begin after this place."""
        return place < self.first_head < len(self.sights)


def survey(
    sights: Sequence[Sight],
    *,
    lexicons: Sequence[Lexicon],
    titles: Collection[int],
    runs: Mapping[int, RunHead],
    leading: Collection[int],
    dates: DateFinder,
    is_known: bool = False,
) -> Whole:
    """Look over the leading blocks of a document; a title such as `Motion` heads no part."""
    sights = [attrs.evolve(one, heads=None) if one.heads and one.index in titles else one for one in sights]
    prose = find_prose(sights, titles, runs, dates)
    repeats = find_repeats(sights, prose)
    late = max((last for first, last in repeats.values() if _is_late(first, last, prose, len(sights))), default=-1)
    turn = find_turn(sights)
    first_deed = next((place for place in range(turn, len(sights)) if is_deed(sights[place])), len(sights))
    annex_heads = find_annex_heads(sights, runs)
    end = min(annex_heads, default=len(sights))
    echoes = find_echoes(sights)
    sure = (place for place in range(prose, end) if echoes.get(place) or _is_sure(sights, place, runs, leading))
    last_sure = max([*sure, late])
    return Whole(
        sights=sights,
        lexicons=lexicons,
        titles=titles,
        runs=runs,
        leading=leading,
        dates=dates,
        prose=prose,
        last_closed=max((place for place in range(prose) if sights[place].end not in CLAUSE_ENDS), default=-1),
        first_title=next((place for place, one in enumerate(sights) if one.index in titles), len(sights)),
        first_head=next((place for place, one in enumerate(sights) if one.index in runs), len(sights)),
        first_header=_first_heading(sights, "context"),
        first_seen=next((at for at, one in enumerate(sights) if one.heads == "context" and one.stance), len(sights)),
        turn=turn,
        first_verb=next((place for place in range(turn, len(sights)) if sights[place].action), len(sights)),
        first_action=next((place for place, sight in enumerate(sights) if sight.action), len(sights)),
        actions=sum(sight.action is not None for sight in sights),
        first_hinge=next((place for place, one in enumerate(sights) if _is_turn(one)), len(sights)),
        resolved_from=_first_heading(sights, "resolutions"),
        only_decides=_only_decides(sights, titles, lexicons),
        is_known=is_known,
        annex_heads=annex_heads,
        annexed_from=end,
        group_heads=find_group_heads(sights),
        echoes=echoes,
        group_lines=find_group_lines(sights, titles),
        first_stance=next((place for place, sight in enumerate(sights) if sight.stance), len(sights)),
        first_deed=first_deed,
        turned_from=_find_turned(sights),
        last_told=_find_last_told(sights, first_deed),
        stances=sum(sight.stance is not None for sight in sights),
        signed_from=_first_heading(sights, "signatories"),
        last_sure=last_sure if last_sure >= 0 else _find_before_closing(sights, lexicons),
        repeats=repeats,
    )


def _is_sure(sights: Sequence[Sight], place: int, runs: Mapping[int, RunHead], leading: Collection[int]) -> bool:
    """Whether the form of a block, or what stands before or behind it, shows a resolution."""
    sight = sights[place]
    is_headed = place > 0 and sights[place - 1].heads == "resolutions"
    return is_headed or is_sure(sight, runs) or (sight.is_hinge and sight.index in leading)


def _only_decides(sights: Sequence[Sight], titles: Collection[int], lexicons: Sequence[Lexicon]) -> bool:
    if any(one.stance or one.action or one.marker or one.is_hinge or one.heads == "resolutions" for one in sights):
        return False
    named = next((one.folded for one in sights if one.index in titles), "")
    return find_kind(named, lexicons) in _DECIDING


def _first_heading(sights: Sequence[Sight], part: str) -> int:
    return next((place for place, sight in enumerate(sights) if sight.heads == part), len(sights))


def _find_turned(sights: Sequence[Sight]) -> int:
    for place, sight in enumerate(sights):
        if not (sight.is_hinge and sight.is_open and sight.is_short(FORMULA)) or sight.action:
            continue
        at = place + 1
        while at < len(sights) and sights[at].index <= sight.index + _LINES and _is_line(sights[at]):  # who acts
            at += 1
        if at < len(sights) and sights[at].index <= sight.index + 1 + _LINES and sights[at].action:
            return at
    return len(sights)


def _is_line(sight: Sight) -> bool:
    return sight.is_open and sight.is_short() and not (sight.action or sight.stance or sight.marker)


def _find_last_told(sights: Sequence[Sight], first_deed: int) -> int:
    if first_deed == len(sights):
        return -1
    return next((place for place in reversed(range(first_deed)) if sights[place].stance or sights[place].view), -1)


def _find_before_closing(sights: Sequence[Sight], lexicons: Sequence[Lexicon]) -> int:
    """Give the place before the first words like an ending behind a turn; -1 if there are none."""
    first_turn = next((place for place, one in enumerate(sights) if _is_turn(one)), len(sights))
    for place in range(first_turn + 2, len(sights)):
        if any(lexicon.closings.find(sights[place].folded) for lexicon in lexicons):
            return place - 1
    return -1


def _is_turn(sight: Sight) -> bool:
    return sight.is_hinge or sight.heads == "resolutions"


def _is_late(first: int, last: int, prose: int, count: int) -> bool:
    return first > prose and last >= _LATE * (count - 1)
