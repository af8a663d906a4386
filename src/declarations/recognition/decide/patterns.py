"""What blocks show together: where prose begins, what repeats, echoes and heads groups."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import islice, pairwise, zip_longest

from declarations.blocks import BlockKind
from declarations.language.phrases import fold
from declarations.recognition.decide.headings import RunHead
from declarations.recognition.features.blockfeatures import Sight
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.spans import Span, mask
from declarations.scripts import CLAUSE_ENDS, SENTENCE_ENDS

__all__ = [
    "find_annex_heads",
    "find_echoes",
    "find_group_heads",
    "find_group_lines",
    "find_prose",
    "find_repeats",
    "find_turn",
    "is_deed",
    "is_sure",
]

_WORD = re.compile(r"\w+")
_ELIDED = 2  # letters of a word that lost its vowel
_SENTENCE = 5  # words of a sentence that tells something
_REPEATING = 4  # words of a paragraph whose first words may come again
_GROUP = 8  # words of a line over a group
_TAIL = 40  # characters in which the last word stands
_ENDS = "".join(SENTENCE_ENDS | CLAUSE_ENDS)
_DIGIT = re.compile(r"\d")
_DATELINE, _PLACE = 10, 2  # words of a line with a date, and of those beside the date
_LEAST_REPEATS = 3


def find_prose(sights: Sequence[Sight], titles: Collection[int], runs: Mapping[int, RunHead], dates: DateFinder) -> int:
    """Give the place of the first paragraph of prose or sentence that is no dateline; the number if there is none."""
    found = (place for place, sight in enumerate(sights) if _is_prose(sight, titles, runs))
    sentences = (
        place
        for place, one in enumerate(sights)
        if one.is_sentence
        and one.size >= _SENTENCE
        and one.index not in titles
        and one.block.kind is not BlockKind.HEADING
        and not _is_dateline(one, dates)
    )
    return min(next(found, len(sights)), next(sentences, len(sights)))


def _is_dateline(sight: Sight, dates: DateFinder) -> bool:
    """Whether a line holds a date and hardly more, as `г. Москва, 5 июня 2025 г.`, whatever it ends with."""
    text = sight.block.text.text
    spans = [Span(one.start, one.end) for one in dates.find(text)] if sight.is_short(_DATELINE) else []
    return bool(spans) and len([word for word in _WORD.findall(mask(text, spans)) if len(word) > 1]) <= _PLACE


def _is_prose(sight: Sight, titles: Collection[int], runs: Mapping[int, RunHead]) -> bool:
    if sight.index in runs or sight.stance or sight.action or sight.marker:
        return sight.index not in titles
    return sight.is_prose and sight.index not in titles


def is_sure(sight: Sight, runs: Collection[int]) -> bool:
    """Whether the form of a block shows a resolution: a numbered heading, a verb, or a number without an opener."""
    is_marked = bool(sight.marker) and not sight.stance
    return sight.index in runs or (
        sight.block.kind is not BlockKind.HEADING and (sight.action is not None or is_marked)
    )


def find_turn(sights: Sequence[Sight]) -> int:
    """Give the place with the most openers of context before it and the most deeds after it; the number if none.

    Words that are opener and verb alike, as `谴责`, are verbs behind a turning formula.
    """
    balance, best, turn = 0, 0, len(sights)
    is_turned = False
    for place, sight in enumerate(sights):
        is_turned |= sight.is_hinge and sight.is_open
        if sight.stance and not (is_turned and sight.action):
            balance += 1
        elif is_deed(sight):
            balance -= 1
        if balance > best:
            best, turn = balance, place + 1
    return turn


def find_annex_heads(sights: Sequence[Sight], runs: Collection[int]) -> Collection[int]:
    """Find headings of annexes; reasons and explanations are annexes where they stand behind all resolutions."""
    deeds = (place for place, one in enumerate(sights) if one.action or is_sure(one, runs))
    last_deed = max(deeds, default=len(sights))
    found = []
    for place, (sight, following) in enumerate(zip_longest(sights, sights[1:])):
        explains = sight.heads == "context" or (sight.heads == "notes" and _is_plain(following))
        if sight.heads == "annex" or (explains and place > last_deed):
            found.append(place)
    return frozenset(found)


def _is_plain(sight: Sight | None) -> bool:
    return sight is not None and sight.block.kind is BlockKind.PARAGRAPH and not sight.marker and sight.body == 0


def find_group_heads(sights: Sequence[Sight]) -> Collection[int]:
    """Find the headings over context, without those that stand right above another."""
    places = [place for place, sight in enumerate(sights) if sight.heads == "context"]
    found = [place for place in places if place + 1 not in places]
    return frozenset(found) if len(found) > 1 else frozenset()


def find_echoes(sights: Sequence[Sight]) -> dict[int, bool]:
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


def find_group_lines(sights: Sequence[Sight], titles: Collection[int]) -> Collection[int]:
    """Find short lines without an end before a numbered paragraph, if there are several."""
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


def _last_word(sight: Sight) -> str:
    tail = fold(sight.block.text.text[-_TAIL:]).split()
    return tail[-1].strip(_ENDS) if tail else ""


def find_repeats(sights: Sequence[Sight], prose: int) -> dict[int, tuple[int, int]]:
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


def is_deed(sight: Sight) -> bool:
    """Whether a verb does more than tell a view."""
    return sight.action is not None and sight.view is None
