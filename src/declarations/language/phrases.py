"""Phrases: finding those of a table in a text, whatever the case, the apostrophes and the spaces."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Container, Iterable, Mapping
from functools import cached_property

import attrs

from declarations.language.spelling import drop_accents, drop_signs

__all__ = ["FIRST_WORD", "PhraseTable", "fold", "is_word_end", "next_word"]

_UNSPACED = "\u3041-\u30fa\u3100-\u318f\u31a0-\u31ff\u3400-\u9fff\ua000-\ua48c\uac00-\ud7af\uf900-\ufaff"
FIRST_WORD = re.compile(rf"[{_UNSPACED}]|(?<![^\W_])[^\W_{_UNSPACED}]+")
"""What a phrase may begin with in a folded text: a word, or a character of a script without spaces."""

_KEY = 3  # characters by which phrases are looked up
_NON_JOINER = "\u200c"  # in Persian between parts of a word, which are also written apart or joined
_GAP = "…"  # in a phrase: other words stand here
_FORMS = {
    **dict.fromkeys("'`\n\t’ʼ᾽᾿΄\u00a0\u202f\u200c\u3000", " "),  # a zero-width non-joiner separates as a space does
    **dict(zip("İıάέήίόύώΆΈΉΊΌΎΏςΣ", "iiαεηιουωΑΕΗΙΟΥΩσσ", strict=True)),  # capitals drop dots and accents
    **dict(zip("يىیكکأإآٱ", "یییککاااا", strict=True)),  # Arabic letters have two or more codes
    **dict(zip("şţŞŢ", "șțȘȚ", strict=True)),  # Romanian letters have a comma below, or a cedilla for want of it
    **dict.fromkeys("“”„‟«»‹›″", '"'),
    **{chr(0xFEE0 + code): chr(code) for code in range(0x21, 0x7F) if chr(code).isalnum()},  # full-width forms
}  # fmt: skip
_ASCII_PLAIN = str.maketrans({letter: _FORMS.get(letter, letter.lower()) for letter in map(chr, range(128))})
_OTHER = re.compile(f"[{''.join(map(re.escape, (one for one, plain in _FORMS.items() if one != plain)))}]")


_GENDER_MARKS = ("*in", "_in", ":in", "·in", "•in")
_GENDER = re.compile(r"(?<=[^\W\d_])[*_·•:](?=in(?:nen)?(?![^\W_]))")  # `Genoss*innen`, `Genoss:innen`


def fold(text: str) -> str:
    """Bring text into the form in which phrases are compared; offsets stay those of the text."""
    if "in" in text and any(mark in text for mark in _GENDER_MARKS):  # far the fastest way to ask
        text = _GENDER.sub("ː", text)  # a letter, so that the word goes on
    if text.isascii():
        return text.translate(_ASCII_PLAIN)
    # faster than translating, since most characters stay; `İ`, the only one that is longer in lower case, does not
    return _OTHER.sub(_plain, text).lower()


def _plain(found: re.Match[str]) -> str:
    return _FORMS[found[0]]


def next_word(folded: str, start: int) -> int:
    """Return where the next word begins at or after `start`; the length of the text if there is none."""
    while start < len(folded) and not folded[start].isalnum():
        start += 1
    return start


@attrs.frozen
class PhraseTable:
    """Phrases and what each one means; finds the longest that stands at a place."""

    meanings: Mapping[str, str]
    """Folded phrase to meaning."""
    halves: Mapping[str, tuple[tuple[str, str], ...]] = attrs.field(factory=dict)
    """First half of a split phrase to second halves and what the two mean, the longest second half first."""
    finals: Mapping[str, str] = attrs.field(factory=dict)
    """Folded phrase that ends a sentence to meaning."""
    firsts: frozenset[str] = attrs.field(init=False)
    """Phrases and first halves."""
    lengths: Mapping[str, tuple[int, ...]] = attrs.field(init=False)
    """First three characters of phrases to the lengths of those that begin so, the longest first."""
    short_lengths: tuple[int, ...] = attrs.field(init=False)
    """Lengths of phrases that are shorter than that, the longest first."""
    final_lengths: tuple[int, ...] = attrs.field(init=False)
    """Lengths of the phrases that end a sentence, the longest first."""

    @firsts.default
    def _gather_firsts(self) -> frozenset[str]:
        return frozenset((*self.meanings, *self.halves))

    @lengths.default
    def _measure(self) -> Mapping[str, tuple[int, ...]]:
        lengths: dict[str, set[int]] = {}
        for phrase in self.firsts:
            lengths.setdefault(phrase[:_KEY], set()).add(len(phrase))  # shorter phrases are keys themselves
        return {key: tuple(sorted(values, reverse=True)) for key, values in lengths.items()}

    @cached_property
    def first_words(self) -> frozenset[str]:
        """First words of phrases."""
        return frozenset(first[0] for first in map(FIRST_WORD.match, self.firsts) if first)

    @cached_property
    def shortest(self) -> int:
        """Length of the shortest phrase; of an empty table more than any text has."""
        return min(map(len, self.firsts), default=sys.maxsize)

    @cached_property
    def begins(self) -> re.Pattern[str]:
        """Finds the first characters of phrases where a word begins."""
        chars = {key[0] for key in self.lengths if key[:1].isalnum()}
        spaced = "".join(char for char in chars if not _is_unspaced(char))
        unspaced = "".join(char for char in chars if _is_unspaced(char))
        groups = (rf"(?<![^\W_])[{spaced}]" if spaced else "", f"[{unspaced}]" if unspaced else "")
        return re.compile("|".join(filter(None, groups)) or "(?!)")

    @short_lengths.default
    def _measure_short(self) -> tuple[int, ...]:
        return tuple(sorted({len(key) for key in self.lengths if len(key) < _KEY}, reverse=True))

    @final_lengths.default
    def _measure_finals(self) -> tuple[int, ...]:
        return tuple(sorted({len(phrase) for phrase in self.finals}, reverse=True))

    @classmethod
    def of(cls, groups: Mapping[str, Iterable[str]], *, others: Container[str] | None = None) -> PhraseTable:
        """Compile groups of phrases; of a phrase in two groups the first group counts.

        Where `others` are given, phrases are also written without the signs over and under their letters, unless that
        is another phrase.
        """
        meanings: dict[str, str] = {}
        finals: dict[str, str] = {}
        halves: dict[str, dict[str, str]] = {}
        for meaning, phrases in groups.items():
            for phrase in (form for one in phrases for form in _spellings(one, others)):
                folded = fold(phrase)
                if _GAP not in folded:
                    meanings.setdefault(" ".join(folded.split()), meaning)
                    meanings.setdefault(folded.strip(), meaning)  # of an apostrophe before a space two spaces are left
                    continue
                first, _, second = (" ".join(half.split()) for half in folded.partition(_GAP))
                if first:
                    halves.setdefault(first, {}).setdefault(second, meaning)
                else:
                    finals.setdefault(second, meaning)
        return cls(
            meanings=meanings,
            halves={
                key: tuple(sorted(seconds.items(), key=lambda one: -len(one[0]))) for key, seconds in halves.items()
            },
            finals=finals,
        )

    def find_inside(self, folded: str) -> tuple[int, int, str] | None:
        """Return start, end and meaning of the first phrase that stands anywhere; None if none does."""
        if len(folded) < self.shortest:
            return None
        for begin in self.begins.finditer(folded):
            start = begin.start()
            if hit := self.find(folded, start):
                return start, *hit
        return None

    def find(self, folded: str, start: int = 0) -> tuple[int, str] | None:
        """Return end and meaning of the longest phrase that stands at `start` as whole words; None if none does."""
        lengths = self.lengths.get(folded[start : start + _KEY])
        if lengths and (hit := self._find_one_of(lengths, folded, start)):
            return hit
        for size in self.short_lengths:
            if folded[start : start + size] in self.lengths and (hit := self._find_one_of((size,), folded, start)):
                return hit
        return None

    def _find_one_of(self, lengths: tuple[int, ...], folded: str, start: int) -> tuple[int, str] | None:
        for length in lengths:
            end = start + length
            phrase = folded[start:end]
            if phrase not in self.firsts or end > len(folded) or not is_word_end(folded, end):
                continue
            for second, whole in self.halves.get(phrase, ()):
                if _stands_inside(second, folded, end):
                    return end, whole
            if (meaning := self.meanings.get(phrase)) is not None:
                return end, meaning
        return None

    def find_final(self, folded: str) -> tuple[int, str] | None:
        """Return start and meaning of the longest phrase that ends a text as whole words; None if none does."""
        for length in self.final_lengths:
            start = len(folded) - length
            meaning = self.finals.get(folded[start:]) if start >= 0 else None
            if meaning is not None and (start == 0 or not _is_word(folded[start - 1]) or _is_unspaced(folded[start])):
                return start, meaning
        return None


def _spellings(phrase: str, others: Container[str] | None) -> Iterable[str]:
    """Return a phrase, without signs that may be left out, joined where a mark keeps parts apart, without accents."""
    if phrase.isascii():
        return (phrase,)
    plain = drop_signs(phrase)
    forms = [phrase, *([plain.text] if plain else ())]
    forms += [form.replace(_NON_JOINER, "") for form in forms if _NON_JOINER in form]
    if others is not None and (bare := drop_accents(phrase)) not in others:
        forms.append(bare)
    return dict.fromkeys(forms)


def _stands_inside(words: str, folded: str, start: int) -> bool:
    at = folded.find(words, start)
    while at >= 0:
        begins = not _is_word(folded[at - 1]) or _is_unspaced(words[0])
        if begins and is_word_end(folded, at + len(words)):
            return True
        at = folded.find(words, at + 1)
    return False


def is_word_end(folded: str, end: int) -> bool:
    """Return whether a word ends at a place in a folded text."""
    return end == len(folded) or not _is_word(folded[end]) or _is_unspaced(folded[end - 1])


def _is_word(char: str) -> bool:
    """Return whether a character is part of a word; vowel signs are."""
    return char.isalnum() or unicodedata.category(char)[0] == "M"


def _is_unspaced(char: str) -> bool:
    """Return whether a character belongs to a script that writes no spaces between words."""
    return unicodedata.category(char) == "Lo" and unicodedata.east_asian_width(char) in "WF"
