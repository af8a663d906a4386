"""What the cues know of the whole document, found in one look over it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import islice, pairwise, zip_longest

import attrs

from declarations.blocks import BlockKind
from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold
from declarations.recognition.dating import DateFinder
from declarations.recognition.headings import RunHead
from declarations.recognition.sight import CLAUSE_ENDS, SENTENCE_ENDS, Sight

__all__ = ["Whole", "survey"]

_WORD = re.compile(r"\w+")
_ELIDED = 2  # letters of a word that lost its vowel
_SENTENCE = 5  # words of a sentence that tells something
_REPEATING = 4  # words of a paragraph whose first words may come again
_GROUP = 8  # words of a line over a group
_TAIL = 40  # characters in which the last word stands
_ENDS = "".join(SENTENCE_ENDS | CLAUSE_ENDS)
_DIGIT = re.compile(r"\d")
_LATE = 0.7  # of the document
_LEAST_REPEATS = 3


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
    stances: int
    """How many blocks open with a phrase for context paragraphs."""
    signed_from: int
    """Place of a heading over signatures; the number of sights if there is none."""
    last_sure: int
    """Place of the last block whose form shows a resolution; -1 if none does."""
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
        """Whether the block at this place only tells a view, after openers of context and before the first deed."""
        is_between = self.first_stance < place < self.first_deed < len(self.sights)
        return is_between and self.sights[place].view is not None

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
    prose = _find_prose(sights, titles, runs)
    repeats = _find_repeats(sights, prose)
    late = max((last for first, last in repeats.values() if _is_late(first, last, prose, len(sights))), default=-1)
    turn = _find_turn(sights)
    annex_heads = _find_annex_heads(sights, runs)
    end = min(annex_heads, default=len(sights))
    echoes = _find_echoes(sights)
    resolved = {place for place, is_resolution in echoes.items() if is_resolution}
    sure = [
        place
        for place in range(prose, end)
        if _is_sure(sights[place], runs)
        or place in resolved
        or (place and sights[place - 1].heads == "resolutions")
        or (sights[place].is_hinge and sights[place].index in leading)
    ]
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
        is_known=is_known,
        annex_heads=annex_heads,
        annexed_from=end,
        group_heads=_find_group_heads(sights),
        echoes=echoes,
        group_lines=_find_group_lines(sights, titles),
        first_stance=next((place for place, sight in enumerate(sights) if sight.stance), len(sights)),
        first_deed=next((place for place in range(turn, len(sights)) if _is_deed(sights[place])), len(sights)),
        stances=sum(sight.stance is not None for sight in sights),
        signed_from=_first_heading(sights, "signatories"),
        last_sure=max([*sure, late], default=-1),
        repeats=repeats,
    )


def _find_prose(sights: Sequence[Sight], titles: Collection[int], runs: Mapping[int, RunHead]) -> int:
    """Give the place of the first paragraph of prose or sentence without figures; the number if there is none."""
    found = (place for place, sight in enumerate(sights) if _is_prose(sight, titles, runs))
    sentences = (
        place
        for place, one in enumerate(sights)
        if one.is_sentence
        and one.size >= _SENTENCE
        and one.index not in titles
        and one.block.kind is not BlockKind.HEADING
    )
    return min(next(found, len(sights)), next(sentences, len(sights)))


def _is_prose(sight: Sight, titles: Collection[int], runs: Mapping[int, RunHead]) -> bool:
    if sight.index in runs or sight.stance or sight.action or sight.marker:
        return sight.index not in titles
    return sight.is_prose and sight.index not in titles


def _is_sure(sight: Sight, runs: Collection[int]) -> bool:
    is_marked = bool(sight.marker) and not sight.stance
    return sight.index in runs or (
        sight.block.kind is not BlockKind.HEADING and (sight.action is not None or is_marked)
    )


def _find_turn(sights: Sequence[Sight]) -> int:
    """Give the place with the most openers of context before it and the most deeds after it; the number if none."""
    balance, best, turn = 0, 0, len(sights)
    for place, sight in enumerate(sights):
        if sight.stance:
            balance += 1
        elif _is_deed(sight):
            balance -= 1
        if balance > best:
            best, turn = balance, place + 1
    return turn


def _first_heading(sights: Sequence[Sight], part: str) -> int:
    return next((place for place, sight in enumerate(sights) if sight.heads == part), len(sights))


def _find_annex_heads(sights: Sequence[Sight], runs: Collection[int]) -> Collection[int]:
    """Find headings of annexes; reasons and explanations are annexes where they stand behind all resolutions."""
    deeds = (place for place, one in enumerate(sights) if one.action or _is_sure(one, runs))
    last_deed = max(deeds, default=len(sights))
    found = []
    for place, (sight, following) in enumerate(zip_longest(sights, sights[1:])):
        explains = sight.heads == "context" or (sight.heads == "notes" and _is_plain(following))
        if sight.heads == "annex" or (explains and place > last_deed):
            found.append(place)
    return frozenset(found)


def _is_plain(sight: Sight | None) -> bool:
    return sight is not None and sight.block.kind is BlockKind.PARAGRAPH and not sight.marker and sight.body == 0


def _find_group_heads(sights: Sequence[Sight]) -> Collection[int]:
    """Find the headings over context, without those that stand right above another."""
    places = [place for place, sight in enumerate(sights) if sight.heads == "context"]
    found = [place for place in places if place + 1 not in places]
    return frozenset(found) if len(found) > 1 else frozenset()


def _find_echoes(sights: Sequence[Sight]) -> dict[int, bool]:
    """Find paragraphs without an opener that begin with the word with which the one before them begins."""
    found: dict[int, bool] = {}
    words = [_first_word(sight) for sight in sights]
    for place, (before, sight) in enumerate(pairwise(sights), 1):
        if (
            not words[place]
            or not _is_same(words[place], words[place - 1])
            or sight.stance
            or sight.action
            or sight.block.kind is BlockKind.HEADING
        ):
            continue
        if place - 1 in found:
            found[place] = found[place - 1]
        elif before.stance or before.action:
            found[place] = before.action is not None and before.stance is None
        elif place > 1 and sights[place - 2].heads == "resolutions":
            found[place] = True
    return found


def _is_same(word: str, other: str) -> bool:
    """Whether two first words are one, perhaps without its last vowel: `que`, `qu’`."""
    if word == other:
        return True
    shorter, longer = sorted((word, other), key=len)
    return len(shorter) == _ELIDED and longer[:-1] == shorter


def _first_word(sight: Sight) -> str:
    word = _WORD.match(sight.folded)
    return word[0] if word and sight.size > 3 else ""


def _is_turn(sight: Sight) -> bool:
    return sight.is_hinge or sight.heads == "resolutions"


def _find_group_lines(sights: Sequence[Sight], titles: Collection[int]) -> Collection[int]:
    found = [
        place
        for place, (sight, following) in enumerate(pairwise(sights))
        if following.marker
        and not (sight.marker or sight.heads or sight.stance or sight.action or sight.is_hinge)
        and sight.index not in titles
        and sight.end.isalnum()
        and sight.is_short(_GROUP)
        and not sight.begins_small
    ]
    return frozenset(found) if len(found) > 1 else frozenset()


def _is_deed(sight: Sight) -> bool:
    return sight.action is not None and sight.view is None


def _is_late(first: int, last: int, prose: int, count: int) -> bool:
    return first > prose and last >= _LATE * (count - 1)


def _last_word(sight: Sight) -> str:
    tail = fold(sight.block.text.text[-_TAIL:]).split()
    return tail[-1].strip(_ENDS) if tail else ""


def _find_repeats(sights: Sequence[Sight], prose: int) -> dict[int, tuple[int, int]]:
    """Group paragraphs by their first two words, a long first one, or the last; neighbours in a group stand close."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, sight in enumerate(sights):
        is_line = place < prose and sight.end not in CLAUSE_ENDS
        if is_line or sight.size < _REPEATING or sight.block.kind is BlockKind.HEADING:
            continue
        words = [word[0] for word in islice(_WORD.finditer(sight.folded), 2)]
        if words:
            groups[" ".join(words)].append(place)
            groups[f"… {_last_word(sight)}"].append(place)  # where the verb stands last
            if len(words[0]) > 4:
                groups[words[0]].append(place)
    found: dict[int, tuple[int, int]] = {}
    for places in sorted(groups.values(), key=len):
        if len(places) >= _LEAST_REPEATS and places[-1] - places[0] < 3 * len(places):
            found |= dict.fromkeys(places, (places[0], places[-1]))
    return found
