"""How a document was voted on: `Adopted by 14 votes to none, with 1 abstention`, `Aprobada por unanimidad`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import attrs

from declarations.language.dates.spelling import load_spellings
from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import Hit, find_phrases
from declarations.language.phrases import fold
from declarations.model import Vote, VoteManner
from declarations.scripts import count_words

__all__ = ["is_absence", "join_votes", "read_vote"]

_COUNTS = ("in_favour", "against", "abstaining")
_MANNERS = (VoteManner.UNANIMOUS, VoteManner.CONSENSUS, VoteManner.ACCLAMATION, VoteManner.MAJORITY)
_WORD = re.compile(r"\d+|[^\W\d]+")
_ROW = re.compile(r"(?<![\d.,/-])(\d{1,6})\s?[-–:]\s?(\d{1,6})(?:\s?[-–:]\s?(\d{1,6}))?(?![\d/-])")
_LABEL = re.compile(r"\s*(?:\([^()]{0,20}\)\s*)?[:：]\s*(?=\S)")
_BETWEEN = re.compile("[,，、;；]")
_NAME = 4  # words of a name in a roll call
_LEAST_COUNTS = 2  # numbers by which a line tells of a vote without a word that it was adopted
_MOST_WORDS = 4  # words of such a line for every number


@attrs.frozen
class _Sign:
    """A number, or a word that tells what a number counts."""

    start: int
    end: int
    value: int | None = None
    meaning: str = ""


def read_vote(text: str, lexicons: Sequence[Lexicon]) -> Vote | None:
    """Read the vote that a line reports; None if it reports none.

    Dates, meetings and identifiers in the line should be masked: their numbers count no votes. What the line does not
    tell stays None.
    """
    line = " ".join(text.split())
    words = line.lstrip(" (")
    for lexicon, found in find_phrases(words, lexicons).each("votes", "closings", "dates"):
        folded, told = fold(words), found.get("votes", ())
        counts = _read_counts(folded, told, lexicon)
        manner = _find_manner(told)
        says_adopted = "dates" in found or any(not hit.start for hit in found.get("closings", ()))
        if says_adopted and not counts and (row := _ROW.search(folded)):
            counts = {name: int(value) for name, value in zip(_COUNTS, row.groups(), strict=True) if value}
        counts = counts or _count_names(words, told)
        is_bare = len(counts) >= _LEAST_COUNTS and count_words(line) <= _MOST_WORDS * len(counts)
        is_bare |= bool(counts) and _find_label(words, told) is not None
        if (says_adopted and (manner or counts)) or is_bare:
            return Vote(line, manner=manner or (VoteManner.MAJORITY if counts else VoteManner.OTHER), **counts)
    return None


def is_absence(text: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a line of a roll call says who was not there: `Absent: 2`."""
    hit = find_phrases(text, lexicons).opening("votes")
    return hit is not None and hit.meaning == "absent" and _LABEL.match(text, hit.end) is not None


def _find_label(line: str, told: Sequence[Hit]) -> re.Match[str] | None:
    """Find the colon after a word for a vote with which a line begins."""
    return _LABEL.match(line, told[0].end) if told and not told[0].start else None


def _count_names(line: str, told: Sequence[Hit]) -> dict[str, int]:
    """Count the names after the word for a vote: `Ayes: Brenner, Reedy`."""
    label = _find_label(line, told)
    if label is None or told[0].meaning not in _COUNTS:
        return {}
    names = [name.split() for name in _BETWEEN.split(line[label.end() :].rstrip(" .")) if name.strip()]
    is_list = bool(names) and all(len(name) <= _NAME and name[0][0].isalpha() for name in names)
    is_cased = all(not name[0].islower() and not name[-1].islower() for name in names)
    return {told[0].meaning: len(names)} if is_list and is_cased else {}


def join_votes(first: Vote, second: Vote) -> Vote | None:
    """Join the votes of two lines that count different things, `For: 12` and `Against: 3`; None if they do not."""
    counted = [{name for name in _COUNTS if getattr(vote, name) is not None} for vote in (first, second)]
    if not all(counted) or counted[0] & counted[1]:
        return None
    counts = {name: getattr(second if name in counted[1] else first, name) for name in _COUNTS}
    return Vote(f"{first.printed}\n{second.printed}", manner=first.manner, **counts)


def _find_manner(told: Sequence[Hit]) -> VoteManner | None:
    found = {hit.meaning for hit in told}
    return next((manner for manner in _MANNERS if manner.value in found), None)


def _read_counts(folded: str, told: Sequence[Hit], lexicon: Lexicon) -> dict[str, int]:
    """Read the numbers and what they count, as the phrases of a line tell."""
    signs = _find_signs(folded, told, lexicon) if told else []
    numbers = [at for at, sign in enumerate(signs) if sign.value is not None]
    if len(numbers) == len(signs) or not numbers:
        return {}
    if numbers[0] > 0 and numbers[-1] == len(signs) - 1:
        return _count_after(signs)
    return _count_before(signs, numbers, folded)


def _count_after(signs: Sequence[_Sign]) -> dict[str, int]:
    """Numbers stand after their words: `For: 12, against: 3`."""
    counts: dict[str, int] = {}
    for word, number in pairwise(signs):
        if word.value is None and number.value is not None:
            counts.setdefault(word.meaning, number.value)
    return counts


def _count_before(signs: Sequence[_Sign], numbers: Sequence[int], folded: str) -> dict[str, int]:
    """Numbers stand before their words: `31 in favour, 4 opposed`; or around one: `88 voix contre 3`."""
    counts: dict[str, int] = {}
    tied: str | None = None  # what the word right before this number counts
    for at, following in zip(numbers, (*numbers[1:], len(signs)), strict=True):
        words = [sign.meaning for sign in signs[at + 1 : following]]
        leads = following < len(signs) and bool(words)
        between = folded[signs[following - 1].end : signs[following].start] if leads else ""
        turns = leads and not between.strip() and (words[-1] == "against" or tied is not None)
        own = tied or ("in_favour" if turns or not words else words[0])
        value = signs[at].value
        if value is not None:
            counts.setdefault("against" if own in counts else own, value)
        tied = words[-1] if turns else None
    return counts


def _find_signs(folded: str, told: Sequence[Hit], lexicon: Lexicon) -> list[_Sign]:
    """Find numbers in figures and in words, and the words beside them, in order; phrases that mean the same are one."""
    signs: list[_Sign] = []
    numerals = _load_numerals(lexicon.language)
    phrases = (_Sign(hit.start, hit.end, meaning=hit.meaning) for hit in told)
    for sign in (*phrases, *_find_numbers(folded, numerals)):
        if sign.value is not None or sign.meaning in _COUNTS:
            signs.append(sign)
        elif sign.meaning == "none":
            signs.append(attrs.evolve(sign, value=0))
    ordered = sorted(signs, key=lambda one: one.start)
    kept: list[_Sign] = []
    for sign in ordered:
        last = kept[-1] if kept else None
        if last is None or last.end <= sign.start:
            kept[-1:] = _settle(last, sign, folded, lexicon) if last else [sign]
    return kept


def _settle(last: _Sign, sign: _Sign, folded: str, lexicon: Lexicon) -> list[_Sign]:
    """Decide between two signs that stand one after the other: `no: 5` is no zero, `no votes against` is one."""
    if last.meaning == "none" and sign.value is not None and folded[last.end : sign.start].strip() in ("", ":"):
        return [attrs.evolve(last, value=None, meaning="against"), sign]
    if sign.value is None and last.value is None and last.meaning == sign.meaning:
        hit = lexicon.votes.find(folded[last.start : last.end].split(maxsplit=1)[0])
        return [attrs.evolve(last, value=0, meaning="none"), sign] if hit and hit[1] == "none" else [last]
    return [last, sign]


def _find_numbers(folded: str, numerals: Mapping[str, int]) -> Iterator[_Sign]:
    for word in _WORD.finditer(folded):
        value = int(word[0]) if word[0].isdecimal() and len(word[0]) < 10 else numerals.get(word[0])
        around = folded[max(0, word.start() - 1) : word.start()] + folded[word.end() : word.end() + 1]
        if value is not None and "/" not in around:
            yield _Sign(word.start(), word.end(), value=value)


@lru_cache(maxsize=64)
def _load_numerals(language: str) -> Mapping[str, int]:
    """Return the numbers in one word that a language has."""
    spelling = load_spellings().get(language)
    return {words[0]: value for words, value in spelling.values.items() if len(words) == 1} if spelling else {}
