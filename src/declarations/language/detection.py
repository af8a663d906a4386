"""Which language a text is in: from its function words and its script, without guessing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import attrs

from declarations.language.lexicon import available_languages, fold, load_lexicon

__all__ = ["Detected", "detect_language"]

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters looked at
_ENOUGH = 0.15  # share of function words that a long text in a language has at least
_SHORT_ENOUGH = 0.3  # the same for a short text, in which a few words may be there by chance
_SHORT = 100  # words
_VARIETY = 0.3  # share of the function words of a language that a long text in it uses at least
_SHORT_VARIETY = 0.07  # different function words in a short text, as a share of its words
_FEWEST = 20  # words without which nothing is said


@attrs.frozen
class Detected:
    """A language and how sure its words are."""

    language: str
    """BCP 47 tag."""
    share: float
    """Share of the words that are function words of the language."""


def detect_language(texts: Iterable[str]) -> Detected | None:
    """Tell the language of a text by the function words of the lexicons; None when no lexicon fits."""
    words: Counter[str] = Counter()
    seen = 0
    for text in texts:
        words.update(_WORD.findall(fold(text[: _SAMPLE - seen])))
        seen += len(text)
        if seen >= _SAMPLE:
            break
    total = words.total()
    if total < _FEWEST:
        return None
    found = [
        Detected(language, sum(words[word] for word in lexicon.function_words) / total)
        for language in available_languages()
        if (lexicon := load_lexicon(language)) and _has_variety(words, lexicon.function_words)
    ]
    best = max(found, key=lambda one: one.share, default=None)
    return best if best and best.share >= (_ENOUGH if total >= _SHORT else _SHORT_ENOUGH) else None


def _has_variety(words: Counter[str], function_words: frozenset[str]) -> bool:
    """Related languages share a few frequent words, but not many different ones."""
    different = sum(word in words for word in function_words)
    return different >= min(_VARIETY * len(function_words), _SHORT_VARIETY * words.total())
