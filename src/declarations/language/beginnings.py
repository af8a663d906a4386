"""What a text begins with: one look at its first word instead of one for every table of every lexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

import attrs

from declarations.language.lexicon import Lexicon
from declarations.language.phrases import FIRST_WORD, PhraseTable

__all__ = ["TABLES", "Beginnings", "index_beginnings"]

TABLES = ("stances", "actions", "formulas", "headings", "closings", "roles", "kinds", "subjects", "adverbs")
"""Tables of a lexicon whose phrases are looked for at the beginning of a text."""

_NONE: frozenset[Lexicon] = frozenset()


@attrs.frozen
class Beginnings:
    """An index of the phrases of some lexicons by their first words."""

    tables: Mapping[str, tuple[tuple[str, PhraseTable], ...]] = attrs.field(repr=False)
    """First words to the tables that have a phrase with them, those of the first lexicon first."""
    verbs: Mapping[str, frozenset[Lexicon]] = attrs.field(repr=False)
    """First words of operative verbs to the lexicons that have one with it."""
    prefixed: tuple[Lexicon, ...]
    """The lexicons that know words that are written together with the next one."""
    final: tuple[Lexicon, ...]
    """The lexicons that know phrases that end a sentence."""
    tells_all: bool = attrs.field(init=False)
    """Whether there are none of these, so that the first words of phrases tell all."""

    @tells_all.default
    def _tell_all(self) -> bool:
        return not (self.prefixed or self.final)

    def find(self, folded: str) -> Mapping[str, tuple[int, str]]:
        """Return the tables of which a phrase begins a folded text: name to the end and the meaning of the longest.

        Of two lexicons with the same table the first that has such a phrase counts.
        """
        found: dict[str, tuple[int, str]] = {}
        first = FIRST_WORD.match(folded)
        for name, table in self.tables.get(first[0], ()) if first else ():
            if name not in found and (hit := table.find(folded)):
                found[name] = hit
        return found

    def find_acting(self, folded: str) -> frozenset[Lexicon]:
        """Return the lexicons of which an operative verb may stand somewhere in a folded text."""
        words = self.verbs.keys() & FIRST_WORD.findall(folded)
        return _NONE.union(*map(self.verbs.__getitem__, words)) if words else _NONE


@lru_cache(maxsize=64)
def index_beginnings(lexicons: tuple[Lexicon, ...]) -> Beginnings:
    """Return the index of some lexicons."""
    tables: defaultdict[str, dict[tuple[str, int], PhraseTable]] = defaultdict(dict)
    verbs: defaultdict[str, set[Lexicon]] = defaultdict(set)
    for place, lexicon in enumerate(lexicons):
        for name in TABLES:
            table: PhraseTable = getattr(lexicon, name)
            for first in table.first_words:
                tables[first][name, place] = table
        for first in lexicon.actions.first_words:
            verbs[first].add(lexicon)
    return Beginnings(
        {first: tuple((name, table) for (name, _), table in found.items()) for first, found in tables.items()},
        {first: frozenset(every) for first, every in verbs.items()},
        tuple(lexicon for lexicon in lexicons if lexicon.prefixes),
        tuple(lexicon for lexicon in lexicons if lexicon.stances.finals or lexicon.actions.finals),
    )
