"""Phrases: finding those of a table in a text, whatever the case, the apostrophes and the spaces."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

import attrs

__all__ = ["PhraseTable", "fold", "next_word"]

_KEY = 2  # characters by which phrases are looked up
_GAP = "…"  # in a phrase: other words stand here
_SPACES = dict.fromkeys("’'ʼ`\u00a0\u202f\u200c\n\t", " ")  # a zero-width non-joiner separates as a space does
_LETTERS = {
    **dict(zip("İıάέήίόύώΆΈΉΊΌΎΏς", "iiαεηιουωΑΕΗΙΟΥΩσ", strict=True)),  # capitals drop dots and accents
    **dict(zip("يىیكکأإآٱ", "یییککاااا", strict=True)),  # Arabic letters have two or more codes
}
_FOLDED = str.maketrans(_SPACES | _LETTERS)
_NUKTAS = "\u093c\u09bc"  # signs with which Indic letters are written in two characters or in one
_COMPOSED = {  # what Unicode composition leaves apart (CompositionExclusions.txt)
    unicodedata.normalize("NFD", one): one for one in map(chr, (*range(0x958, 0x960), 0x9DC, 0x9DD, 0x9DF))
}


def fold(text: str) -> str:
    """Bring text into the form in which phrases are compared; offsets stay those of the text."""
    lower = text.translate(_FOLDED).lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text.translate(_FOLDED))


def next_word(folded: str, start: int) -> int:
    """Give where the next word begins at or after `start`; the length of the text if there is none."""
    while start < len(folded) and not folded[start].isalnum():
        start += 1
    return start


@attrs.frozen
class PhraseTable:
    """Phrases and what each one means; finds the longest that stands at a place."""

    meanings: Mapping[str, str]
    """Folded phrase to meaning."""
    lengths: Mapping[str, tuple[int, ...]]
    """First characters of phrases to the lengths of those that begin so, the longest first."""
    halves: Mapping[str, tuple[tuple[str, str], ...]] = attrs.field(factory=dict)
    """First half of a split phrase to second halves and what the two mean, the longest second half first."""
    finals: Mapping[str, str] = attrs.field(factory=dict)
    """Folded phrase that ends a sentence to meaning."""
    final_lengths: tuple[int, ...] = ()
    """Lengths of the phrases that end a sentence, the longest first."""

    @classmethod
    def of(cls, groups: Mapping[str, Iterable[str]]) -> PhraseTable:
        """Compile groups of phrases; of a phrase in two groups the first group counts."""
        meanings: dict[str, str] = {}
        finals: dict[str, str] = {}
        halves: dict[str, dict[str, str]] = {}
        for meaning, phrases in groups.items():
            for phrase in (form for one in phrases for form in _spellings(one)):
                first, gap, second = (" ".join(half.split()) for half in fold(phrase).partition(_GAP))
                if not gap:
                    meanings.setdefault(first, meaning)
                elif first:
                    halves.setdefault(first, {}).setdefault(second, meaning)
                else:
                    finals.setdefault(second, meaning)
        lengths: dict[str, set[int]] = {}
        for phrase in (*meanings, *halves):
            lengths.setdefault(phrase[:_KEY], set()).add(len(phrase))
        return cls(
            meanings=meanings,
            lengths={key: tuple(sorted(values, reverse=True)) for key, values in lengths.items()},
            halves={
                key: tuple(sorted(seconds.items(), key=lambda one: -len(one[0]))) for key, seconds in halves.items()
            },
            finals=finals,
            final_lengths=tuple(sorted({len(phrase) for phrase in finals}, reverse=True)),
        )

    def find_inside(self, folded: str) -> tuple[int, int, str] | None:
        """Give start, end and meaning of the first phrase that stands anywhere; None if none does."""
        for start, char in enumerate(folded):
            before = folded[start - 1 : start]
            is_word_start = char.isalnum() and (not before.isalnum() or _is_unspaced(char))
            if is_word_start and (hit := self.find(folded, start)):
                return start, *hit
        return None

    def find(self, folded: str, start: int = 0) -> tuple[int, str] | None:
        """Give end and meaning of the longest phrase that stands at `start` as whole words; None if none does."""
        for size in range(_KEY, 0, -1):
            for length in self.lengths.get(folded[start : start + size], ()) if start + size <= len(folded) else ():
                end = start + length
                if end > len(folded) or not _is_word_end(folded, end):
                    continue
                for second, meaning in self.halves.get(folded[start:end], ()):
                    if _stands_inside(second, folded, end):
                        return end, meaning
                whole = self.meanings.get(folded[start:end])
                if whole is not None:
                    return end, whole
        return None

    def find_final(self, folded: str) -> tuple[int, str] | None:
        """Give start and meaning of the longest phrase that ends a text as whole words; None if none does."""
        for length in self.final_lengths:
            start = len(folded) - length
            meaning = self.finals.get(folded[start:]) if start >= 0 else None
            if meaning is not None and (start == 0 or not _is_word(folded[start - 1]) or _is_unspaced(folded[start])):
                return start, meaning
        return None


def _spellings(phrase: str) -> Iterable[str]:
    """Give a phrase, and also with the Indic letters composed that Unicode composition leaves apart."""
    if not any(sign in phrase for sign in _NUKTAS):
        return (phrase,)
    composed = phrase
    for apart, one in _COMPOSED.items():
        composed = composed.replace(apart, one)
    return (phrase,) if composed == phrase else (phrase, composed)


def _stands_inside(words: str, folded: str, start: int) -> bool:
    at = folded.find(words, start)
    while at >= 0:
        begins = not _is_word(folded[at - 1]) or _is_unspaced(words[0])
        if begins and _is_word_end(folded, at + len(words)):
            return True
        at = folded.find(words, at + 1)
    return False


def _is_word_end(folded: str, end: int) -> bool:
    return end == len(folded) or not _is_word(folded[end]) or _is_unspaced(folded[end - 1])


def _is_word(char: str) -> bool:
    """Whether a character is part of a word; vowel signs are."""
    return char.isalnum() or unicodedata.category(char)[0] == "M"


def _is_unspaced(char: str) -> bool:
    """Whether a character belongs to a script that writes no spaces between words."""
    return unicodedata.category(char) == "Lo" and unicodedata.east_asian_width(char) in "WF"
