"""What a text begins with: one look at its first word instead of one for every table of every lexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

import attrs

from declarations.language.lexicon import Lexicon
from declarations.language.phraseindex import PhraseIndex
from declarations.language.phrases import FIRST_WORD

__all__ = ["TABLES", "Beginnings", "index_beginnings"]

TABLES = ("stances", "actions", "formulas", "headings", "closings", "roles", "kinds", "subjects", "adverbs")
"""Tables of a lexicon whose phrases are looked for at the beginning of a text."""

_NONE: frozenset[Lexicon] = frozenset()
_NO_TABLES: Mapping[str, tuple[int, str]] = {}


@attrs.frozen
class Beginnings:
    """An index of the phrases of some lexicons by their first words."""

    index: PhraseIndex = attrs.field(repr=False)
    """The phrases of all tables."""
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
        first = FIRST_WORD.match(folded)
        if first is None or first[0] not in self.index.words:
            return _NO_TABLES
        found = self.index.find(folded, first[0], 0)
        every = found.items() if len(found) < 2 else sorted(found.items(), reverse=True)  # the first place comes last
        return {name: phrase for (name, _), phrase in every if phrase}

    def find_acting(self, folded: str) -> frozenset[Lexicon]:
        """Return the lexicons of which an operative verb may stand somewhere in a folded text."""
        words = self.verbs.keys() & FIRST_WORD.findall(folded)
        return _NONE.union(*map(self.verbs.__getitem__, words)) if words else _NONE


@lru_cache(maxsize=64)
def index_beginnings(lexicons: tuple[Lexicon, ...]) -> Beginnings:
    """Return the index of some lexicons."""
    verbs: defaultdict[str, set[Lexicon]] = defaultdict(set)
    for lexicon in lexicons:
        for first in lexicon.actions.first_words:
            verbs[first].add(lexicon)
    return Beginnings(
        PhraseIndex(lexicons, TABLES),
        {first: frozenset(every) for first, every in verbs.items()},
        tuple(lexicon for lexicon in lexicons if lexicon.prefixes),
        tuple(lexicon for lexicon in lexicons if lexicon.stances.finals or lexicon.actions.finals),
    )
