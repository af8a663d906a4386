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
_ENOUGH = 0.22  # share of function words that a text in a language has at least
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
        if (lexicon := load_lexicon(language))
    ]
    best = max(found, key=lambda one: one.share, default=None)
    return best if best and best.share >= _ENOUGH else None
