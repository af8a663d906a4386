"""What in a line may be the name of a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases, merge_function_words
from declarations.language.phrases import fold

__all__ = [
    "GAP",
    "are_forms",
    "bare_name",
    "cut_articles",
    "cut_capitals",
    "extend_name",
    "find_rows",
    "is_bare_organ",
    "is_function_word",
    "is_letterhead",
    "names_organ",
    "names_organ_in_any_form",
    "shares_words",
]

GAP = re.compile("\t| {2,}|[ \u00a0]{3,}")
"""What stands between cells, and between an office and a name on one line."""

_LONGEST = 100  # characters of a name that is not looked at again
_LEAST_ORGAN = 5  # letters of a word for a body that is believed at the end of a longer word: `Förderverein`
_WORD = re.compile(r"[^\s,;:()¦|]+")
_NAME_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONG_ENDING = re.compile(r"(?<=[^\W\d_])[^\W\d_]{5}(?![^\W\d_])")  # the last letters of a longer word
_ENDING = 4  # letters of the ending of a case
_LETTERHEAD = 8  # words of a line right after the title that is taken for a letterhead
_STEM = 4  # letters in which two forms of one word agree at least


def names_organ(text: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a word for a body stands in a text, also at the end of a compound."""
    every = tuple(lexicons)
    return _look_for_organ(text, every) if text[_LONGEST:] else _recall_organ(text, every)


def _look_for_organ(text: str, lexicons: tuple[Lexicon, ...]) -> bool:
    return "organs" in find_phrases(text, lexicons) or _names_compound(fold(text), lexicons)


_recall_organ = lru_cache(maxsize=512)(_look_for_organ)
"""Looks at a name or a word once for all that ask."""


def _names_compound(folded: str, lexicons: tuple[Lexicon, ...]) -> bool:
    endings = _compound_endings(lexicons)
    may_be = not endings.keys().isdisjoint(_LONG_ENDING.findall(folded))
    return may_be and any(
        len(word) > _LEAST_ORGAN and word.endswith(endings.get(word[-_LEAST_ORGAN:], ()))
        for word in _LETTERS.findall(folded)
    )


@lru_cache(maxsize=64)
def _compound_endings(lexicons: tuple[Lexicon, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return the words for bodies that may end a longer word, by their last letters."""
    endings: dict[str, tuple[str, ...]] = {}
    for word in (word for lexicon in lexicons for word in lexicon.organs.meanings if len(word) >= _LEAST_ORGAN):
        endings[word[-_LEAST_ORGAN:]] = (*endings.get(word[-_LEAST_ORGAN:], ()), word)
    return endings


def names_organ_in_any_form(text: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a word for a body stands in a text, also with an ending of a case: `Parlamentului`."""
    return any(
        word[:size] in lexicon.organs.meanings or word[:size] in _organ_stems(lexicon)
        for word in re.findall(r"[^\W\d_]+", fold(text))
        for size in range(max(_LEAST_ORGAN, len(word) - _ENDING), len(word) + 1)
        for lexicon in lexicons
    )


@cache
def _organ_stems(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word[:-1] for word in lexicon.organs.meanings if len(word) > _LEAST_ORGAN)


def bare_name(name: str, lexicons: Sequence[Lexicon]) -> str:
    """Return the words of a name that are no function words, folded: the same with an article and without."""
    words, ignored = _NAME_WORD.findall(fold(name)), merge_function_words(lexicons)
    return " ".join([word for word in words if word not in ignored]) or " ".join(words)


def is_bare_organ(name: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a name is a word for a body and nothing more: `the Synod`, `Mitgliederversammlung`, `委员会`."""
    bare = bare_name(name, lexicons)
    if any((hit := lexicon.organs.find(bare)) and hit[0] == len(bare) for lexicon in lexicons):
        return True
    return " " not in bare and bare != bare.upper() and names_organ(bare, lexicons)


def is_function_word(word: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a folded word is a function word."""
    return word in merge_function_words(lexicons)


def cut_articles(name: str, lexicons: Sequence[Lexicon]) -> str:
    """Cut off the function words with which a name begins."""
    words = name.split()
    while words and is_function_word(fold(words[0]), lexicons):
        words.pop(0)
    return " ".join(words)


def find_rows(text: str, lexicons: Sequence[Lexicon]) -> Iterator[str]:
    """Return rows of capitalised and function words, `Council of the Upper Valley`, that name a body."""
    return (row for row in _find_rows(text, lexicons) if names_organ(row, lexicons))


def extend_name(word: str, text: str, lexicons: Sequence[Lexicon]) -> str | None:
    """Return the row of a text that begins with a word and goes on: `Council` in `Decisions of the Council of X`."""
    rows = _find_rows(text, lexicons) if word in text else ()
    return next((row for row in rows for row in _cut_before(row, word)), None)


def _cut_before(row: str, word: str) -> Iterator[str]:
    hit = re.search(rf"(?<!\w){re.escape(word)}\s", row)
    if hit and len(row) > hit.end():
        yield row[hit.start() :]


def _find_rows(text: str, lexicons: Sequence[Lexicon]) -> Iterator[str]:
    row: list[re.Match[str]] = []
    words = [*_WORD.finditer(text)]
    for at, word in enumerate(words):
        is_joined = not row or not text[row[-1].end() : word.start()].strip()
        if row and not (is_joined and _continues(words, at, lexicons)):
            yield from _close(row, text, lexicons)
            row = []
        if row or not word[0][0].islower() or names_organ(word[0], lexicons):
            row.append(word)
    yield from _close(row, text, lexicons)


def _continues(words: Sequence[re.Match[str]], at: int, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a word goes on with a row: a name, a function word, an adjective after a word for a body."""
    word = words[at][0]
    if not word[0].islower():
        return word[0].isalpha()
    if is_function_word(fold(word), lexicons) or names_organ(word, lexicons):
        return True
    if not names_organ(words[at - 1][0], lexicons):
        return False
    following = fold(words[at + 1][0]) if at + 1 < len(words) else ""
    return not any(
        lexicon.actions.find(fold(word)) or lexicon.actions.find(following) or following in lexicon.place_words
        for lexicon in lexicons
    )


def _close(row: Sequence[re.Match[str]], text: str, lexicons: Sequence[Lexicon]) -> Iterator[str]:
    kept = [*row]
    while kept and is_function_word(fold(kept[-1][0]), lexicons):
        kept.pop()
    while kept and is_function_word(fold(kept[0][0]), lexicons):
        kept.pop(0)
    if kept:
        yield text[kept[0].start() : kept[-1].end()]


def shares_words(line: str, name: str) -> set[str]:
    """Return the folded words of a line that are forms of words of a name: `Советом` of `Совет`."""
    known: dict[str, list[str]] = {}
    for word in _NAME_WORD.findall(fold(name)):
        known.setdefault(word[:_STEM], []).append(word)
    words = [word for word in _NAME_WORD.findall(fold(line)) if word[:_STEM] in known and len(word) >= _STEM]
    return {word for word in words if any(_agree(word, other) for other in known[word[:_STEM]])}


def are_forms(one: str, other: str) -> bool:
    """Return whether two names are forms of one, word by word: `Союза рыбаков` and `Союз рыбаков`."""
    words, others = (re.findall(r"\w+", fold(name)) for name in (one, other))
    return len(words) == len(others) and all(map(_agree, words, others))


def key_of_forms(name: str) -> tuple[int, str]:
    """Return what all forms of a name have in common: how many words, and the beginning of the first."""
    words = re.findall(r"\w+", fold(name))
    return len(words), words[0][:_STEM] if words else ""


def _agree(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    return one[: max(_STEM, shorter - 2)] == other[: max(_STEM, shorter - 2)]


def is_letterhead(text: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a line looks like a name: a row of capitalised and function words, no end of a sentence."""
    words = text.strip(" ,¦").split()
    capital = [word for word in words if word[0].isupper()]
    content = [word for word in words if not is_function_word(fold(word), lexicons)]
    is_row = len(capital) > 1 and len(capital) >= len(content) - 1 and len(words) <= _LETTERHEAD
    return (
        is_row and words[0][0].isupper() and not is_function_word(fold(words[0]), lexicons) and words[-1][-1].isalnum()
    )


def cut_capitals(text: str, lexicons: Sequence[Lexicon]) -> str:
    """In a line of capitals, whose verbs cannot be told from names, begin with a body after a function word."""
    words = [*re.finditer(r"\w+", text)]
    behind = (
        two.start()
        for one, two in pairwise(words)
        if is_function_word(fold(one[0]), lexicons) and names_organ(two[0], lexicons)
    )
    return text[next(behind, 0) :] if text.isupper() else text
