"""Bylines: who wrote or posted a page, as it prints it beside title and date."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import fold
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.organs import is_function_word, names_organ
from declarations.recognition.wording.stretches import Span, mask
from declarations.scripts import count_words

__all__ = ["clean_name", "find_byline", "read_byline"]

_PIECES = re.compile(r"\s*[·•|—–\n]\s*|\s+-\s+")
_LONGEST_NAME = 5  # words of an author who is printed
_LONGEST = 8  # words of an author whom metadata name
_EDGES = " ,:;·|-–—/"
_ADDRESS = re.compile(r"https?:|@\S|\Awww\.")


def find_byline(lines: Iterable[str], finder: DateFinder, lexicons: Sequence[Lexicon]) -> str | None:
    """Find who posted a page in its lines: `by A. Author`, or a name that stands beside the date."""
    for line in lines:
        pieces = _PIECES.split(mask(line, (Span(one.start, one.end) for one in finder.find(line))))
        for piece in (line, *pieces):
            rest = read_byline(piece, finder, lexicons, is_marked=False)
            if rest and count_words(rest) <= _LONGEST_NAME:
                return rest
        if len(pieces) > 1 and any("¦" in piece for piece in pieces):
            names = [rest for piece in pieces if (rest := piece.partition("¦")[0].strip(_EDGES))]
            names = [name for name in names if not _tells_role(name, lexicons)]
            if names and count_words(names[0]) <= _LONGEST_NAME and not names_organ(names[0], lexicons):
                return names[0]
    return None


def read_byline(text: str, finder: DateFinder, lexicons: Sequence[Lexicon], *, is_marked: bool = True) -> str | None:
    """Return the name in a byline, without the word before it and the date after it.

    One that is not marked as a byline must begin with a word for authors; None if it does not.
    """
    for _, found in find_phrases(text, lexicons).each("author_words"):
        if not (hit := found["author_words"][0]).start:
            return _without_dates(text[hit.end :], finder)
    return _without_dates(text, finder) if is_marked else None


def clean_name(name: str | None, sites: Collection[str], lexicons: Sequence[Lexicon]) -> str | None:
    """Return a name without the site after it and function words at its end; None for an address or a sentence."""
    if not name or _ADDRESS.search(name):
        return None
    before, comma, behind = name.partition(",")
    if comma and fold(behind).strip() in map(fold, sites):
        name = before
    words = name.split()
    while len(words) > 1 and is_function_word(fold(words[-1]), lexicons):
        words.pop()
    is_name = len(words) <= _LONGEST and any(map(str.isalpha, name))
    return " ".join(words).strip(_EDGES) or None if is_name else None


def _tells_role(text: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether the words before a date only say what happened on it: `Published on`."""
    every = (found["dates"][0] for _, found in find_phrases(text, lexicons).each("dates"))
    return any(not hit.start and count_words(text[hit.end :]) <= 1 for hit in every)


def _without_dates(text: str, finder: DateFinder) -> str:
    """Cut off the first date and all after it."""
    matches = finder.find(text)
    return (text[: matches[0].start] if matches else text).strip(_EDGES)
