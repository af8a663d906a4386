"""Which meeting adopted a document: `82nd plenary meeting`, `segunda sesión plenaria`, `第41次全体会议`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from declarations.language.common import match_common
from declarations.language.dates.spelling import load_spellings
from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import fold
from declarations.recognition.wording.stretches import Span

__all__ = ["find_meeting"]

_BEFORE = re.compile(r"\S+(?=\s)")
_UNSPACED_BEFORE = re.compile(r"第?\s?[\d零〇一二三四五六七八九十百千]{1,8}\s?[次届屆回]?\s?$")
_ROMAN = re.compile(r"[IVXLCDM]{1,9}(?:-[\w.]{1,3})?")
_MOST_BETWEEN = 2  # words between the number and the word for the meeting
_REACH = 60  # characters before that word in which the number stands


@cache
def _after_meeting() -> re.Pattern[str]:
    """Return what matches a number after the word for a meeting."""
    return re.compile(rf"\s{{1,2}}(?:{match_common('meeting_numbers')}[.:]?\s?)?\d{{1,5}}(?![\w/])")


def find_meeting(text: str, lexicons: Sequence[Lexicon], *, unnumbered: bool = False) -> Span | None:
    """Find the meeting that a line names with its number; with `unnumbered`, also one of two words without any.

    Dates and identifiers in the line should be masked: their numbers count no meetings.
    """
    plain: Span | None = None
    for lexicon, found in find_phrases(text, lexicons).each("meetings"):
        for word in (Span(hit.start, hit.end) for hit in found["meetings"]):
            if numbered := _with_number(text, word, lexicon):
                return numbered
            if plain is None and " " in word.of(text):
                plain = word
    return plain if unnumbered else None


def _with_number(text: str, word: Span, lexicon: Lexicon) -> Span | None:
    """Return the word and the number before it or after it."""
    before = text[max(0, word.start - _REACH) : word.start]
    if unspaced := _UNSPACED_BEFORE.search(before):
        return Span(word.start - len(before) + unspaced.start(), word.end)
    for between, token in enumerate(reversed([*_BEFORE.finditer(before)]), 1):
        if _is_ordinal(token[0], lexicon):
            return Span(word.start - len(before) + token.start(), word.end).trimmed(text, "(“\"'")
        if between > _MOST_BETWEEN or not token[0].isalpha() or fold(token[0]) in lexicon.function_words:
            break
    after = _after_meeting().match(text, word.end)
    return Span(word.start, after.end()) if after else None


def _is_ordinal(token: str, lexicon: Lexicon) -> bool:
    """Return whether a word counts: it holds figures, or is a numeral of the language or of Rome."""
    word = fold(token).strip("(“\"'").rpartition("-")[2]
    spelling = load_spellings().get(lexicon.language)
    is_spelled = spelling is not None and (word,) in spelling.values
    return any(map(str.isdigit, token)) or word in lexicon.ordinals or is_spelled or bool(_ROMAN.fullmatch(token))
