"""Bylines: who wrote or posted a page, as it prints it beside title and date."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from declarations.language.common import find_common
from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import fold
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.organs import is_function_word, names_organ
from declarations.recognition.wording.stretches import Span, mask
from declarations.scripts import count_words

__all__ = ["clean_name", "find_byline", "find_person", "read_byline"]

_PIECES = re.compile(r"\s*[·•|—–\n]\s*|\s+-\s+")
_LONGEST_NAME = 5  # words of an author who is printed
_LONGEST_BYLINE = 300  # characters of such a line
_LONGEST = 8  # words of an author whom metadata name
_EDGES = " \u00a0\ufeff,:;·|-–—/›»*"
_ADDRESS = re.compile(r"https?:|@\S|\Awww\.")
_LABEL = re.compile(r"[^\W\d]{2,20}(?: [^\W\d]{1,20}){0,2}\s?[:：]\s")
_PREPOSITION = 4  # letters of a word before a date
_SIDE_BY_SIDE = re.compile(r"\s{2,}|\s\W\s|[|·•]")


def find_byline(lines: Iterable[str], finder: DateFinder, lexicons: Sequence[Lexicon]) -> str | None:
    """Find who posted a page in its lines: `by A. Author`, or a name that stands beside the date."""
    for line in lines:
        pieces = _PIECES.split(mask(line, (Span(one.start, one.end) for one in finder.find(line))))
        for piece in (line, *pieces):
            rest = next((rest for before, rest in _after_words(piece, lexicons) if not before), None)
            name = _without_dates(rest, finder) if rest else None
            if name and count_words(name) <= _LONGEST_NAME:
                return name
        if len(pieces) > 1 and any("¦" in piece for piece in pieces):
            names = [rest for piece in pieces if (rest := piece.partition("¦")[0].strip(_EDGES))]
            names = [name for name in names if not _tells_role(name, lexicons)]
            if names and count_words(names[0]) <= _LONGEST_NAME and not names_organ(names[0], lexicons):
                return names[0]
    return None


def find_person(text: str, finder: DateFinder, lexicons: Sequence[Lexicon]) -> str | None:
    """Return the person whom a line beside the title names as its author.

    The line begins with a word for authors, or tells the day as well: `Posted in News by Ann Roth on 6 May 2024`.
    """
    matches = finder.find(text)
    line = text[: matches[0].start] if matches else text
    for before, rest in _after_words(line.lstrip(_EDGES), lexicons):
        if before and not matches:
            continue
        name = _without_preposition(rest) if matches else rest
        name = _SIDE_BY_SIDE.split(name.strip(_EDGES))[0].strip(_EDGES)
        is_name = _is_person(name) if name else False
        if (is_name or (matches and count_words(name) == 1)) and not names_organ(name, lexicons):
            return name
    return None


def read_byline(text: str, finder: DateFinder, lexicons: Sequence[Lexicon]) -> str:
    """Return the name in a line that is marked as a byline, without the words before it and the date after it."""
    name = _without_dates(text[:_LONGEST_BYLINE], finder)
    rests = [rest for before, rest in _after_words(name, lexicons) if not before or _is_told(before)]
    name = _without_label(min(rests, key=len, default=name))
    return name.strip(_EDGES)


def _without_label(text: str) -> str:
    label = _LABEL.match(text)
    return text[label.end() :] if label else text


def clean_name(name: str, sites: Collection[str], lexicons: Sequence[Lexicon]) -> str | None:
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


def _after_words(text: str, lexicons: Sequence[Lexicon]) -> Iterator[tuple[str, str]]:
    """Yield what stands before and after each phrase for authors in a line."""
    for _, found in find_phrases(text, lexicons).each("author_words"):
        for hit in found["author_words"]:
            if rest := text[hit.end :].strip(_EDGES):
                yield text[: hit.start].strip(_EDGES), rest


def _is_told(before: str) -> bool:
    """Return whether words are no name: one of them begins small."""
    return any(word[0].islower() for word in before.split())


def _is_person(name: str) -> bool:
    """Return whether words are written as the names of people are: with capitals, where the script has them."""
    words = name.split()
    small = (word for word in words if not word[0].isupper() and fold(word) not in find_common("name_words"))
    return 1 < len(words) <= _LONGEST_NAME and not any(word[0].islower() or word[0].isdigit() for word in small)


def _tells_role(text: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether the words before a date only say what happened on it: `Published on`."""
    every = (found["dates"][0] for _, found in find_phrases(text, lexicons).each("dates"))
    return any(not hit.start and count_words(text[hit.end :]) <= 1 for hit in every)


def _without_dates(text: str, finder: DateFinder) -> str:
    """Cut off the first date and all after it, with the preposition before it."""
    matches = finder.find(text)
    return _without_preposition(text[: matches[0].start]).strip(_EDGES) if matches else text.strip(_EDGES)


def _without_preposition(text: str) -> str:
    """Cut off a short word before a date: `on`, `am`, `le`."""
    words = text.rstrip(_EDGES).split()
    is_small = len(words) > 1 and len(words[-1]) <= _PREPOSITION and words[-1].islower()
    return " ".join(words[:-1] if is_small else words)
