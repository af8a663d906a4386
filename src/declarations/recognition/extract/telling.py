"""Whether words that no field holds tell something that a person should know of."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases, merge_function_words
from declarations.language.phrases import fold
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.signing import drop_marks
from declarations.recognition.wording.stretches import Span, mask

__all__ = ["is_telling"]

_WORD = re.compile(r"[^\W_]+")
_TABLES = ("closings", "dates", "roles", "kinds", "author_words", "addressees")
"""Tables of phrases that only tell what kind of words stand beside them: `Adopted on`, `Moved by`."""
_FEW = 2  # other words beside a field, as a weekday


def is_telling(
    text: str, known: Collection[str], finder: DateFinder, lexicons: Sequence[Lexicon], *, is_read: bool
) -> bool:
    """Return whether a text says more than what the fields of its declaration say.

    `known` are the folded words of these fields, `is_read` says that the text stood beside the words of one: then a few
    words more are no news. Dates, lines to sign on, function words and phrases that introduce a field say nothing.
    """
    text = drop_marks(text)
    text = mask(text, (Span(one.start, one.end) for one in finder.find(text)))
    for lexicon, found in find_phrases(text, lexicons).each(*_TABLES):
        for name in found:
            text = _hide(text, lexicon, name)
    words = _WORD.findall(fold(text))
    ignored = merge_function_words(lexicons)
    left = [word for word in words if word not in known and word not in ignored]
    return len(left) > (_FEW if is_read else 0)


def _hide(text: str, lexicon: Lexicon, name: str) -> str:
    """Hide the first phrase of a table."""
    hit = getattr(lexicon, name).find_inside(fold(text))
    return mask(text, [Span(hit[0], hit[1])]) if hit else text
