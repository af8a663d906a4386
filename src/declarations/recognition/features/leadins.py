"""How a line leads to what is resolved: a verb before its colon, or words such as `次のとおり宣言する` at its end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import category

from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold
from declarations.scripts import CLAUSE_ENDS, SENTENCE_ENDS

__all__ = ["FOLLOWING", "find_lead_in"]

FOLLOWING = "following"
"""What a line does that ends with words that announce what follows."""

_LONGEST_VERB = 6  # characters of a verb at the end of a line without spaces
_TAIL = 80  # characters in which the last words of a line stand
_ENDS = " \n\t\"'”’»›」』)）" + "".join(SENTENCE_ENDS | CLAUSE_ENDS)


def find_lead_in(text: str, end: str, lexicons: Sequence[Lexicon]) -> str | None:
    """Return what a line does that leads to what follows: the meaning of its last verb before a colon, or at its end.

    Words that announce what follows lead on also where a full stop is printed after them. `end` is the last character
    of the line.
    """
    is_open, announcing = end in ":：", _find_announcing(tuple(lexicons))
    if not is_open and not announcing and category(end or " ") != "Lo":
        return None
    tail = fold(text[-_TAIL:]).rstrip(_ENDS)
    if is_open or end.isalnum():
        meaning = _find_verb_inside(tail, lexicons) if is_open else _find_verb_at_end(tail, lexicons)
        if meaning:
            return meaning
    return FOLLOWING if any(lexicon.formulas.find_final(tail) for lexicon in announcing) else None


@lru_cache(maxsize=64)
def _find_announcing(lexicons: tuple[Lexicon, ...]) -> tuple[Lexicon, ...]:
    """Return the lexicons with words that announce what follows at the end of a line."""
    return tuple(lexicon for lexicon in lexicons if lexicon.formulas.finals)


def _find_verb_inside(tail: str, lexicons: Sequence[Lexicon]) -> str | None:
    """Return the meaning of the last verb that stands in some words, whatever comes after it."""
    for lexicon in lexicons:
        start, meaning = 0, None
        while hit := lexicon.actions.find_inside(tail[start:]):
            start, meaning = start + hit[1], hit[2]
        if meaning or (meaning := _find_final(tail, lexicon)):
            return meaning
    return None


def _find_verb_at_end(tail: str, lexicons: Sequence[Lexicon]) -> str | None:
    """Return the meaning of the verb with which some words end, in scripts without spaces a short one."""
    if not tail or category(tail[-1]) != "Lo":  # else it is the first word of its line
        return None
    starts = range(max(len(tail) - _LONGEST_VERB, 0), len(tail) - 1)
    for lexicon in lexicons:
        for start in starts:
            hit = lexicon.actions.find(tail, start)
            if hit and hit[0] == len(tail):
                return hit[1]
        if meaning := _find_final(tail, lexicon):
            return meaning
    return None


def _find_final(tail: str, lexicon: Lexicon) -> str | None:
    final = lexicon.actions.find_final(tail)
    return final[1] if final else None
