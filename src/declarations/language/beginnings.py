"""What a text begins with: one look at its first characters instead of one for every table of every lexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

import attrs

from declarations.language.lexicon import Lexicon
from declarations.language.phrases import PhraseTable

__all__ = ["TABLES", "Beginnings", "index_beginnings"]

TABLES = ("stances", "actions", "formulas", "headings", "closings", "roles", "kinds", "subjects", "adverbs")
"""Tables of a lexicon whose phrases are looked for at the beginning of a text."""

_KEY = 8  # characters of a phrase that are looked up; most texts have none of them


@attrs.frozen
class Beginnings:
    """An index of the phrases of some lexicons by their first characters."""

    keys: Mapping[str, tuple[tuple[str, PhraseTable], ...]] = attrs.field(repr=False)
    """First characters to the tables that have a phrase with them, those of the first lexicon first."""
    sizes: tuple[int, ...]
    """How many characters the keys have."""

    def find(self, folded: str) -> Mapping[str, tuple[int, str]]:
        """Return the tables of which a phrase begins a folded text: name to the end and the meaning of the longest.

        Of two lexicons with the same table the first that has such a phrase counts.
        """
        found: dict[str, tuple[int, str]] = {}
        for size in self.sizes:
            for name, table in self.keys.get(folded[:size], ()):
                if name not in found and (hit := table.find(folded)):
                    found[name] = hit
        return found


@lru_cache(maxsize=64)
def index_beginnings(lexicons: Sequence[Lexicon]) -> Beginnings:
    """Return the index of some lexicons, a tuple."""
    keys: defaultdict[str, dict[tuple[str, int], PhraseTable]] = defaultdict(dict)
    for place, lexicon in enumerate(lexicons):
        for name in TABLES:
            table: PhraseTable = getattr(lexicon, name)
            for phrase in table.firsts:
                keys[phrase[:_KEY]].setdefault((name, place), table)
    tables = {
        key: tuple((name, table) for (name, _), table in sorted(found.items(), key=lambda one: one[0][1]))
        for key, found in keys.items()
    }
    return Beginnings(tables, tuple(sorted({len(key) for key in tables})))
