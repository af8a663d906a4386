"""Lexicons: the words by which the parts of a declaration are known in a language.

One TOML file per language under `lexicons/`; adding a language is adding a file. Phrases are matched
without regard to case, kind of apostrophe and width of white space, on whole words where the script has
words. Every phrase table is compiled when its language is first asked for.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import attrs

from declarations.model import Action, DateRole, DeclarationKind, SignatoryRole, Stance

__all__ = ["Lexicon", "PhraseTable", "available_languages", "fold", "load_lexicon"]

_KEY = 2  # characters by which phrases are looked up
_GAP = "…"  # in a phrase: other words stand here
_SPACES = dict.fromkeys("’'ʼ`\u00a0\u202f\u200c\n\t", " ")  # a zero-width non-joiner separates as a space does
_LETTERS = {
    **dict(zip("İıάέήίόύώΆΈΉΊΌΎΏς", "iiαεηιουωΑΕΗΙΟΥΩσ", strict=True)),  # capitals drop dots and accents
    **dict(zip("يىیكکأإآٱ", "ییی" "کک" "اااا", strict=True)),  # Arabic letters have two or more codes
}
_FOLDED = str.maketrans(_SPACES | _LETTERS)
_COMPOSED = {"\u09af\u09bc": "\u09df", "\u09a1\u09bc": "\u09dc", "\u09a2\u09bc": "\u09dd", "\u091c\u093c": "\u095b",
             "\u095c": "\u095c", "\u0921\u093c": "\u095c", "\u0922\u093c": "\u095d", "\u092b\u093c": "\u095e",
             "\u0916\u093c": "\u0959", "\u0917\u093c": "\u095a", "\u0915\u093c": "\u0958"}


def fold(text: str) -> str:
    """Bring text into the form in which phrases are compared; offsets stay those of the text."""
    lower = text.translate(_FOLDED).lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text.translate(_FOLDED))


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
            halves={key: tuple(sorted(seconds.items(), key=lambda one: -len(one[0]))) for key, seconds in halves.items()},
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
    composed = phrase
    for apart, one in _COMPOSED.items():
        composed = composed.replace(apart, one)
    return (phrase,) if composed == phrase else (phrase, composed)


def _stands_inside(words: str, folded: str, start: int) -> bool:
    at = folded.find(words, start)
    while at >= 0:
        if not _is_word(folded[at - 1]) or _is_unspaced(words[0]):
            if _is_word_end(folded, at + len(words)):
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


@attrs.frozen(kw_only=True)
class Lexicon:
    """What is known about the declarations of one language."""

    language: str
    """BCP 47 tag."""
    function_words: frozenset[str]
    """Frequent words, folded."""
    rival_words: frozenset[str]
    """Frequent words of related languages that this one does not have, folded."""
    adverbs: PhraseTable
    """Words that may stand between a subject and its verb."""
    that_words: frozenset[str]
    """Words after which a clause tells what is asked or noted; a verb that stands last may stand before them."""
    particles: tuple[str, ...]
    """Endings that mark a name as the subject, folded."""
    bodies: PhraseTable
    """Words that name bodies."""
    units: frozenset[str]
    """Words for numbered parts, folded."""
    ordinals: Mapping[str, int]
    """Ordinal words that are printed instead of a number."""
    subjects: PhraseTable
    """Words by which an issuer speaks of itself."""
    place_words: frozenset[str]
    """Prepositions before the name of a place, folded."""
    author_words: PhraseTable
    """What introduces the author of a page."""
    furniture: PhraseTable
    """Beginnings of what web pages print around a text."""
    headings: PhraseTable
    """Headings of parts: `context`, `resolutions`, `notes`, `annex`, `signatories`."""
    hinges: PhraseTable
    """Beginnings of the turning formula."""
    closings: PhraseTable
    """Beginnings of what stands after the resolutions."""
    roles: PhraseTable
    """What introduces a signatory, by `SignatoryRole`."""
    dates: PhraseTable
    """What introduces a date, by `DateRole`."""
    kinds: PhraseTable
    """Words for kinds of documents, by `DeclarationKind`."""
    stances: PhraseTable
    """Openers of context paragraphs, by `Stance`."""
    actions: PhraseTable
    """Verbs of resolutions, by `Action`."""

    def names_body(self, text: str) -> bool:
        """Whether a word for a body stands in a text."""
        return self.bodies.find_inside(fold(text)) is not None


_CLASSES = {
    "roles": SignatoryRole,
    "dates": DateRole,
    "kinds": DeclarationKind,
    "stances": Stance,
    "actions": Action,
}
_GROUPED = ("headings", "hinges", "closings", "roles", "dates", "kinds", "stances", "actions")
_LISTED = ("subjects", "author_words", "furniture")
_WORDS = ("function_words", "rival_words", "place_words", "that_words")


@cache
def available_languages() -> tuple[str, ...]:
    """Give the languages that have a lexicon, as BCP 47 tags, sorted."""
    files = resources.files("declarations.language").joinpath("lexicons")
    return tuple(sorted(file.name.removesuffix(".toml") for file in files.iterdir() if file.name.endswith(".toml")))


@cache
def load_lexicon(language: str) -> Lexicon | None:
    """Give the lexicon of a language tag, or of its primary language; None if there is none."""
    for tag in (language, language.partition("-")[0].lower()):
        if tag in available_languages():
            file = resources.files("declarations.language").joinpath("lexicons", f"{tag}.toml")
            return _compile(tomllib.loads(file.read_text("utf-8")))
    return None


def _compile(data: dict[str, Any]) -> Lexicon:
    for name, members in _CLASSES.items():
        for key in data[name]:
            members(key)  # a class that the model does not know is a fault of the file
    words: Any = {name: frozenset(fold(data.get(name, "")).split()) for name in _WORDS}
    phrases: Any = {name: PhraseTable.of({name: data[name]}) for name in _LISTED}
    phrases |= {name: PhraseTable.of(data[name]) for name in _GROUPED}
    phrases["adverbs"] = PhraseTable.of({"adverb": data["adverbs"].split()})
    phrases["bodies"] = PhraseTable.of({"body": [*data["bodies"].split(), *data.get("body_names", ())]})
    return Lexicon(
        language=data["language"],
        particles=tuple(fold(data.get("particles", "")).split()),
        units=frozenset(map(fold, data["units"])),
        ordinals={fold(word): number for word, number in data["ordinals"].items()},
        **words,
        **phrases,
    )
