"""Which language a text is in: from its function words and its script, without guessing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from declarations.language.lexicon import available_languages, load_lexicon
from declarations.language.phrases import fold

__all__ = ["Detected", "detect_language", "index_words", "weigh_languages"]

_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd"
_UNSPACED = "\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af"  # kana, Han, Hangul: every character is a word
_WORD = re.compile(rf"[{_UNSPACED}]|(?:[^\W\d_{_UNSPACED}]++|[{_MARKS}]++)++")
_ASCII_WORD = re.compile("[a-z]+")
_SAMPLE = 5_000  # characters looked at
_LINE = 200  # characters of each text after them, if they hold too few words: tables of numbers
_SURE = ((0.2, 1.5), (0.09, 4.0))
"""Least share of function words, and how many times that of the next language it must be; either pair is enough."""
_VARIETY = 0.3  # share of the function words of a language that a long text in it uses at least
_SHORT_VARIETY = 0.06  # different function words in a short text, as a share of its words
_CANDIDATES = 3  # languages that are tried when none is sure
_CANDIDATE = 0.01  # share of function words that a language has at least to be tried
_FEWEST = 20  # words without which nothing is said


@attrs.frozen
class Detected:
    """A language and how sure its words are."""

    language: str
    """BCP 47 tag."""
    share: float
    """Share of the words that are function words of the language."""


def detect_language(texts: Iterable[str]) -> Detected | None:
    """Return the language of a text by the function words of the lexicons; None when no lexicon fits."""
    return weigh_languages(texts)[0]


def weigh_languages(texts: Iterable[str]) -> tuple[Detected | None, tuple[str, ...]]:
    """Return the language of a text, None if no lexicon fits; and the languages that it may be in, the likeliest first.

    Of a short text of a few words every language may be the right one; of a longer one those that share some words with
    it.
    """
    lines = iter(texts)
    sample, seen = [], 0
    for text in lines:
        sample.append(text[: _SAMPLE - seen])
        seen += len(text)
        if seen >= _SAMPLE:
            break
    words = Counter(_find_words(fold("\n".join(sample))))
    for text in lines if words.total() < _FEWEST else ():
        words.update(_find_words(fold(text[:_LINE])))
        if words.total() >= _FEWEST:
            break
    total = words.total()
    if total < _FEWEST and seen < _SAMPLE:
        return None, available_languages()
    known = index_words()
    counts, varieties = dict.fromkeys(available_languages(), 0), dict.fromkeys(available_languages(), 0)
    for word in words.keys() & known.keys():
        for language, sign in known[word]:
            counts[language] += sign * words[word]
            varieties[language] += sign > 0
    shares = {language: counts[language] / max(total, 1) for language in available_languages()}
    ranked = sorted(shares, key=lambda language: (-shares[language], language))
    fits = (one for one in ranked if total >= _FEWEST and _has_variety(varieties[one], one, total))
    best = next(fits, None)
    second = max((shares[one] for one in ranked[:2] if one != best), default=0.0)
    is_sure = best and any(shares[best] >= max(least, apart * second) for least, apart in _SURE)
    detected = Detected(best, shares[best]) if best and is_sure else None
    return detected, tuple(language for language in ranked[:_CANDIDATES] if shares[language] >= _CANDIDATE)


def _find_words(folded: str) -> list[str]:
    return (_ASCII_WORD if folded.isascii() else _WORD).findall(folded)


@cache
def index_words() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Return every word that speaks for languages (1) or against them (-1)."""
    index: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for lexicon in filter(None, map(load_lexicon, available_languages())):
        for words, sign in ((lexicon.function_words, 1), (lexicon.rival_words, -1)):
            for word in words:
                index[word].append((lexicon.language, sign))
    return {word: tuple(entries) for word, entries in index.items()}


def _has_variety(different: int, language: str, total: int) -> bool:
    """Related languages share a few frequent words, but not many different ones."""
    lexicon = load_lexicon(language)
    size = len(lexicon.function_words) if lexicon else 0
    return different >= min(_VARIETY * size, _SHORT_VARIETY * total)
