"""Phrases of many tables and lexicons by their first words: one look finds all that stand at a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from declarations.language.lexicon import Lexicon
from declarations.language.phrases import FIRST_WORD, PhraseTable, is_word_end

__all__ = ["PhraseIndex"]

_Entry: TypeAlias = tuple[tuple[str, int], str, PhraseTable]
"""The name of a table with the place of its lexicon, what the phrase means, and the table."""


class PhraseIndex:
    """An index of the phrases of some tables of some lexicons."""

    def __init__(self, lexicons: Sequence[Lexicon], tables: Iterable[str]) -> None:
        self.words: Mapping[str, tuple[tuple[int, Mapping[str, Sequence[_Entry]]], ...]] = {
            word: tuple(sorted(sizes.items(), reverse=True)) for word, sizes in _gather(lexicons, tables).items()
        }
        """First words to the phrases with them, by length, the longest first."""

    def find(self, folded: str, word: str, start: int) -> dict[tuple[str, int], tuple[int, str] | None]:
        """Return end and meaning of the longest phrase of every table that begins at a place, with the word there.

        Keys are the name of the table and the place of the lexicon; None where only half of a phrase stands there.
        """
        found: dict[tuple[str, int], tuple[int, str] | None] = {}
        for size, phrases in self.words[word]:
            end = start + size
            phrase = folded[start:end]
            if phrase in phrases and is_word_end(folded, end):
                for key, meaning, table in phrases[phrase]:
                    if key not in found:
                        found[key] = table.find(folded, start) if phrase in table.halves else (end, meaning)
        return found


def _gather(lexicons: Sequence[Lexicon], tables: Iterable[str]) -> Mapping[str, dict[int, dict[str, list[_Entry]]]]:
    words: defaultdict[str, dict[int, dict[str, list[_Entry]]]] = defaultdict(dict)
    for name in tables:
        for place, lexicon in enumerate(lexicons):
            table: PhraseTable = getattr(lexicon, name)
            for phrase in table.firsts:
                if first := FIRST_WORD.match(phrase):
                    entry = ((name, place), table.meanings.get(phrase, ""), table)
                    words[first[0]].setdefault(len(phrase), {}).setdefault(phrase, []).append(entry)
    return words
