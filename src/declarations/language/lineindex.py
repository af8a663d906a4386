"""What stands in a line: one look at its words instead of one for every table of every lexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from declarations.language.lexicon import Lexicon
from declarations.language.phrases import FIRST_WORD, PhraseTable, fold

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


class Phrases:
    """The phrases that stand in one line, by table and lexicon."""

    def __init__(self, found: Mapping[str, Mapping[int, tuple[Hit, ...]]], lexicons: Sequence[Lexicon]) -> None:
        self._found = found
        self._lexicons = lexicons

    def __contains__(self, table: str) -> bool:
        return table in self._found

    def first(self, table: str) -> Hit | None:
        """Return the first phrase of a table in the first lexicon that has one in the line."""
        for hits in self._found[table].values() if table in self._found else ():
            return hits[0]
        return None

    def opening(self, table: str) -> Hit | None:
        """Return the phrase of a table that begins the line, in the first lexicon that has one."""
        for hits in self._found[table].values() if table in self._found else ():
            if not hits[0].start:
                return hits[0]
        return None

    def each(self, *tables: str) -> Iterator[tuple[Lexicon, Mapping[str, tuple[Hit, ...]]]]:
        """Yield the lexicons that have phrases of some tables in the line, with these."""
        known = [table for table in tables if table in self._found]
        for place in sorted({place for table in known for place in self._found[table]}):
            own = {table: self._found[table][place] for table in known if place in self._found[table]}
            yield self._lexicons[place], own


class _LineIndex:
    """An index of the phrases of some lexicons by their first words."""

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._lexicons = lexicons
        self.find: Callable[[str], Phrases] = lru_cache(_KEPT)(self._find)

    @cached_property
    def _tables(self) -> Mapping[str, tuple[tuple[str, int, PhraseTable], ...]]:
        """First word of phrases to the tables that have one with it, those of the first lexicon first."""
        found: defaultdict[str, dict[tuple[int, str], PhraseTable]] = defaultdict(dict)
        for place, lexicon in enumerate(self._lexicons):
            for name in TABLES:
                table: PhraseTable = getattr(lexicon, name)
                for first in table.first_words:
                    found[first][place, name] = table
        return {
            word: tuple((name, place, table) for (place, name), table in tables.items())
            for word, tables in found.items()
        }

    @cached_property
    def function_words(self) -> frozenset[str]:
        """The function words of all lexicons."""
        return frozenset[str]().union(*(lexicon.function_words for lexicon in self._lexicons))

    def _find(self, text: str) -> Phrases:
        folded, tables = fold(text), self._tables
        found: dict[str, dict[int, list[Hit]]] = {}
        if not tables.keys().isdisjoint(FIRST_WORD.findall(folded)):
            for word in FIRST_WORD.finditer(folded):
                for name, place, table in tables.get(word[0], ()):
                    if hit := table.find(folded, word.start()):
                        whole = Hit(word.start(), *hit, self._lexicons[place])
                        _add(found.setdefault(name, {}).setdefault(place, []), whole)
        ordered = {
            name: {place: tuple(hits) for place, hits in sorted(places.items())} for name, places in found.items()
        }
        return Phrases(ordered, self._lexicons)


def _add(hits: list[Hit], hit: Hit) -> None:
    """Add a phrase unless it begins inside the one before it."""
    if not hits or hit.start >= hits[-1].end:
        hits.append(hit)


@lru_cache(maxsize=64)
def _index(lexicons: tuple[Lexicon, ...]) -> _LineIndex:
    return _LineIndex(lexicons)


def find_phrases(text: str, lexicons: Iterable[Lexicon]) -> Phrases:
    """Return the phrases that stand in a line as whole words; of a table and a lexicon none overlap."""
    return _index(tuple(lexicons)).find(text)


def merge_function_words(lexicons: Iterable[Lexicon]) -> frozenset[str]:
    """Return the function words of some lexicons."""
    return _index(tuple(lexicons)).function_words
