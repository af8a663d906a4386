"""What stands in a line: one look at its words instead of one for every table of every lexicon."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from declarations.language.lexicon import Lexicon
from declarations.language.phraseindex import PhraseIndex
from declarations.language.phrases import FIRST_WORD, fold
from declarations.language.spelling import drop_signs

__all__ = ["TABLES", "Hit", "Phrases", "find_phrases", "merge_function_words"]

TABLES = (
    "addressees",
    "agents",
    "author_words",
    "behalf",
    "closings",
    "dates",
    "formulas",
    "kinds",
    "letters",
    "meetings",
    "organs",
    "press_words",
    "roles",
    "subjects",
    "votes",
)
"""Tables of a lexicon whose phrases are looked for anywhere in a line."""

_KEPT = 128  # lines that are not looked at again
_LONGEST = 500  # characters of these lines


class Hit(NamedTuple):
    """A phrase that stands in a line."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character."""
    meaning: str
    """What it means."""
    lexicon: Lexicon
    """The lexicon that holds it."""


class Phrases(dict[str, dict[int, list[Hit]]]):
    """The phrases that stand in one line, by the name of the table and the place of the lexicon."""

    def first(self, table: str) -> Hit | None:
        """Return the first phrase of a table in the first lexicon that has one in the line."""
        for hits in self[table].values() if table in self else ():
            return hits[0]
        return None

    def opening(self, table: str) -> Hit | None:
        """Return the phrase of a table that begins the line, in the first lexicon that has one."""
        for hits in self[table].values() if table in self else ():
            if not hits[0].start:
                return hits[0]
        return None

    def each(self, *tables: str) -> Iterator[tuple[Lexicon, Mapping[str, Sequence[Hit]]]]:
        """Yield the lexicons that have phrases of some tables in the line, with these."""
        known = [table for table in tables if table in self]
        for place in sorted({place for table in known for place in self[table]}) if known else ():
            own = {table: self[table][place] for table in known if place in self[table]}
            yield next(iter(own.values()))[0].lexicon, own


_NOTHING = Phrases()


class _LineIndex:
    """The index of some lexicons, and the lines that were looked at last."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._lexicons = lexicons
        self.recall: Callable[[str], Phrases] = lru_cache(_KEPT)(self.find)

    @cached_property
    def _index(self) -> PhraseIndex:
        return PhraseIndex(self._lexicons, TABLES)

    @cached_property
    def function_words(self) -> frozenset[str]:
        """The function words of all lexicons."""
        return frozenset[str]().union(*(lexicon.function_words for lexicon in self._lexicons))

    def find(self, text: str) -> Phrases:
        """Return the phrases that stand in a line."""
        plain, words = drop_signs(text), self._index.words
        folded = fold(plain.text if plain else text)
        if words.keys().isdisjoint(FIRST_WORD.findall(folded)):
            return _NOTHING
        found: dict[tuple[str, int], list[Hit]] = {}
        for word in FIRST_WORD.finditer(folded):
            if word[0] not in words:
                continue
            start = word.start()
            for key, phrase in self._index.find(folded, word[0], start).items():
                hits = found.setdefault(key, [])
                if phrase and (not hits or start >= hits[-1].end):  # it does not begin inside the one before it
                    hits.append(Hit(start, *phrase, self._lexicons[key[1]]))
        if plain:
            found = {key: [_shift(hit, plain.places) for hit in hits] for key, hits in found.items()}
        phrases = Phrases()
        for (name, place), hits in sorted(found.items()) if found else ():
            if hits:
                phrases.setdefault(name, {})[place] = hits
        return phrases


def _shift(hit: Hit, places: Sequence[int]) -> Hit:
    """Return a phrase with the offsets of the text with its signs."""
    return hit._replace(start=places[hit.start], end=places[hit.end])


@lru_cache(maxsize=64)
def _index(lexicons: tuple[Lexicon, ...]) -> _LineIndex:
    return _LineIndex(lexicons)


def find_phrases(text: str, lexicons: Iterable[Lexicon]) -> Phrases:
    """Return the phrases that stand in a line as whole words; of a table and a lexicon none overlap."""
    index = _index(tuple(lexicons))
    return index.find(text) if text[_LONGEST:] else index.recall(text)


def merge_function_words(lexicons: Iterable[Lexicon]) -> frozenset[str]:
    """Return the function words of some lexicons."""
    return _index(tuple(lexicons)).function_words
