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

_KEY = 2  # characters by which phrases are looked up; every phrase has more
_FOLDED = str.maketrans({"’": " ", "'": " ", "ʼ": " ", "`": " ", "\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " "})


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

    @classmethod
    def of(cls, groups: Mapping[str, Iterable[str]]) -> PhraseTable:
        """Compile groups of phrases; of a phrase in two groups the first group counts."""
        meanings: dict[str, str] = {}
        for meaning, phrases in groups.items():
            for phrase in phrases:
                meanings.setdefault(" ".join(fold(phrase).split()), meaning)
        lengths: dict[str, set[int]] = {}
        for phrase in meanings:
            lengths.setdefault(phrase[:_KEY], set()).add(len(phrase))
        return cls(meanings, {key: tuple(sorted(values, reverse=True)) for key, values in lengths.items()})

    def find_inside(self, folded: str) -> tuple[int, int, str] | None:
        """Give start, end and meaning of the first phrase that stands anywhere; None if none does."""
        for start, char in enumerate(folded):
            is_word_start = char.isalnum() and (start == 0 or not folded[start - 1].isalnum())
            if is_word_start and (hit := self.find(folded, start)):
                return start, *hit
        return None

    def find(self, folded: str, start: int = 0) -> tuple[int, str] | None:
        """Give end and meaning of the longest phrase that stands at `start` as whole words; None if none does."""
        for length in self.lengths.get(folded[start : start + _KEY], ()):
            end = start + length
            if end > len(folded):
                continue
            meaning = self.meanings.get(folded[start:end])
            if meaning is not None and _is_word_end(folded, end):
                return end, meaning
        return None


def _is_word_end(folded: str, end: int) -> bool:
    if end == len(folded):
        return True
    before, after = folded[end - 1], folded[end]
    if not (after.isalnum() or unicodedata.combining(after)):
        return True
    return _is_unspaced(before)


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
    adverbs: frozenset[str]
    """Words that may stand between a subject and its verb, folded."""
    bodies: frozenset[str]
    """Words that name bodies, folded."""
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


_CLASSES = {
    "roles": SignatoryRole,
    "dates": DateRole,
    "kinds": DeclarationKind,
    "stances": Stance,
    "actions": Action,
}
_GROUPED = ("headings", "hinges", "closings", "roles", "dates", "kinds", "stances", "actions")
_LISTED = ("subjects", "author_words", "furniture")
_WORDS = ("function_words", "adverbs", "bodies", "place_words")


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
    words: Any = {name: frozenset(fold(data[name]).split()) for name in _WORDS}
    phrases: Any = {name: PhraseTable.of({name: data[name]}) for name in _LISTED}
    phrases |= {name: PhraseTable.of(data[name]) for name in _GROUPED}
    return Lexicon(
        language=data["language"],
        units=frozenset(map(fold, data["units"])),
        ordinals={fold(word): number for word, number in data["ordinals"].items()},
        **words,
        **phrases,
    )
