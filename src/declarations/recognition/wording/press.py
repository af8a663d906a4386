"""Lines above and below a text for the press: when it may be printed, whom to ask, and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.scripts import has_words

__all__ = ["find_press_lines"]

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w|\b(?:https?://|www\.)|(?<![\w-])\+?\(?\d{2,4}\)?[-/. ]\d{2,4}[-/. ]\d{3,}")
_HEAD = 120  # characters of a line in which the words for it stand
_WHOLE = 20  # words of a line that holds names with addresses and telephones
_LONGEST = 8  # words of a line that tells nothing else


def find_press_lines(lines: Sequence[str], lexicons: Sequence[Lexicon]) -> set[int]:
    """Return the places of the lines for the press: also all from one that says whom to ask to the last address."""
    told = [at for at, line in enumerate(lines) if _is_press_line(line, lexicons)]
    addresses = [at for at, line in enumerate(lines) if not has_words(line, _WHOLE + 1) and _ADDRESS.search(line)]
    between = range(told[0], addresses[-1]) if told and addresses else ()
    return {*told, *addresses, *between}


def _is_press_line(text: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a line says when a text may be printed, or leads to whom to ask: `Contact: Ada Brenner`."""
    if has_words(text, _LONGEST + 1):
        return False
    line = text[:_HEAD].lstrip(" #*–—-")
    hit = find_phrases(line, lexicons).opening("press_words")
    if hit is None:
        return False
    rest = line[hit.end :].strip()
    return hit.meaning == "release" or not rest or rest[0] in ":：" or _ADDRESS.search(text) is not None
