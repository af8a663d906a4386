"""Rows of tokens in a text: what stands around a year, as far as it can belong to its date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from declarations.language.dates.anchors import find_window
from declarations.language.dates.lexing import Token, is_border, lex
from declarations.language.dates.pieces import PIECE, fold
from declarations.language.dates.vocabulary import Vocabulary

__all__ = ["Row", "lex_around"]

_MOST_BORDERS = 2  # words on each side of a year that stand in no date: the second ends what can tell what it is
_MOST_YEARS = 2  # in a date: a range has two
_LONGEST_DAY = 2  # digits


class Row(NamedTuple):
    """A row of tokens in a text."""

    text: str
    """The whole text."""
    tokens: Sequence[Token]
    """The tokens."""
    spans: Sequence[tuple[int, int]]
    """Their offsets."""
    codes: str
    """Their codes."""

    def cut(self, one: int, two: int) -> Row:
        """Return the tokens from one index up to another."""
        return Row(self.text, self.tokens[one:two], self.spans[one:two], self.codes[one:two])

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Offset after its last."""
        return self.spans[-1][1]

    def word(self, index: int) -> str:
        """Return the characters of a token."""
        return self.text[slice(*self.spans[index])]

    def gap(self, index: int) -> str:
        """Return what stands between a token and the next."""
        return self.text[self.spans[index][1] : self.spans[index + 1][0]]

    def has(self, index: int, kind: str) -> bool:
        """Return whether a token can be a name of a kind."""
        return any(name.kind == kind for name in self.tokens[index].names)


def lex_around(text: str, anchor: int, floor: int, vocabulary: Vocabulary) -> Row:
    """Return the tokens around an offset, in its sentence and not before `floor`."""
    start, end = find_window(text, anchor, floor)
    pieces, spans = _cut_around(text, anchor, (_find_start(text, anchor, start, vocabulary), end), vocabulary)
    tokens, places = lex(pieces, vocabulary, spans)
    codes = "".join([token.code for token in tokens])
    return Row(text, tokens, [(spans[first][0], spans[last][1]) for first, last in places], codes)


def _cut_around(
    text: str, anchor: int, window: tuple[int, int], vocabulary: Vocabulary
) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the pieces in a window with their offsets, as far as those after an offset can be of the same date.

    The third year ends it, and the second word that stands in no date.
    """
    pieces, spans = [], []
    borders = years = 0
    for match in PIECE.finditer(text, *window):
        if not (piece := fold(match[0])):
            continue
        span = match.span()
        pieces.append(piece)
        spans.append(span)
        if span[0] <= anchor:
            years = 1 if span[1] - anchor > _LONGEST_DAY else 0
        elif piece.isdecimal():
            years += len(piece) > _LONGEST_DAY
        elif is_border(piece, vocabulary):
            borders += 1
        if borders == _MOST_BORDERS or years > _MOST_YEARS:
            break
    return pieces, spans


def _find_start(text: str, anchor: int, start: int, vocabulary: Vocabulary) -> int:
    """Return where the second word before an offset that stands in no date begins; `start` if there is none."""
    borders, end = 0, text.rfind(" ", start, anchor)
    while end > start and (space := text.rfind(" ", start, end)) >= 0:
        word = text[space + 1 : end]
        if word.isalpha() and is_border(fold(word), vocabulary):
            borders += 1
            if borders == _MOST_BORDERS:
                return space + 1
        end = space
    return start
