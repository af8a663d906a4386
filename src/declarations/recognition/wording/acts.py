"""Words that tell what was done with a document, in any of their forms: `adoptée`, `Adoptées`, `принятая`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import PhraseTable

__all__ = ["begins_with_act", "find_role"]

_STEM = 5  # letters in which two forms of one word agree at least
_ENDING = 3  # letters that a form may have after them
_WORD = re.compile(r"[^\W\d_]+")


def find_role(folded: str, lexicons: Sequence[Lexicon]) -> str | None:
    """Return the `DateRole` that the first telling word of a text names; None if there is none."""
    if hit := find_phrases(folded, lexicons).first("dates"):
        return hit.meaning
    stems = [stem for word in _WORD.findall(folded) for stem in _stems(word)]
    for lexicon in lexicons if stems else ():
        known = _role_stems(lexicon)
        if role := next((known[stem] for stem in stems if stem in known), None):
            return role
    return None


def begins_with_act(folded: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether the first word of a text is a form of one that tells of adopting, moving or signing."""
    first = _WORD.match(folded.lstrip(" (["))
    stems = [*_stems(first[0])] if first else ()
    return any(stem in _act_stems(one) for one in lexicons for stem in stems) if stems else False


def _stems(word: str) -> Iterator[str]:
    return (word[:size] for size in range(len(word), max(_STEM, len(word) - _ENDING) - 1, -1))


@cache
def _role_stems(lexicon: Lexicon) -> Mapping[str, str]:
    """Return the stems of single words to the role that they tell."""
    meanings = lexicon.dates.meanings
    return {word[:-1]: role for word, role in meanings.items() if word.isalpha() and len(word) > _STEM}


@cache
def _act_stems(lexicon: Lexicon) -> frozenset[str]:
    tables: tuple[PhraseTable, ...] = (lexicon.dates, lexicon.closings, lexicon.roles)
    firsts = (_WORD.match(phrase) for table in tables for phrase in table.meanings)
    return frozenset(word[0][:-1] for word in firsts if word and len(word[0]) > _STEM)
