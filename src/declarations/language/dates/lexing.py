"""From the pieces of a text to the fields of a date that they can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from declarations.language.dates.pieces import Piece
from declarations.language.dates.vocabulary import ORDINALS, Name, Phrases, Vocabulary
from declarations.numerals import parse_chinese

__all__ = ["Token", "lex"]


class Token(NamedTuple):
    """What a stretch of text can be in a date."""

    code: str
    """`n` a number up to two digits, `Y` a longer one, `a` `b` `c` a number marked as year, month or day, `N` a
    name, `h` a hyphen without spaces, `R` another dash, `r` a word that links two dates, `X` nothing of a date."""
    value: int
    """The number."""
    names: tuple[Name, ...]
    """What the name can mean."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last."""


_UNIT_CODES = {"y": "a", "m": "b", "d": "c"}
_DASHES = {"-": "h", "–": "R"}
_MOST_CUTS = 4096
_LONGEST_CUT = 60
_LONGEST_YEAR = 4
# Scripts that print words without spaces, or put particles right behind them (Hangul).
_UNSPACED = re.compile("[\u0e00-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]")
_SIGNS = "/.-"
_CHINESE_NUMBER = re.compile("[〇○零元一二三四五六七八九十廿卅百]{1,6}")


def lex(pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[Token]:
    """Tell what each piece can be; signs and words that only stand between the fields are left out."""
    flat = [part for piece in pieces for part in _expand(piece, vocabulary)]
    tokens: list[Token] = []
    index = 0
    while index < len(flat):
        index = _take(flat, index, vocabulary, tokens)
    return tokens


def _take(pieces: Sequence[Piece], index: int, vocabulary: Vocabulary, tokens: list[Token]) -> int:
    """Take what stands at a piece; give the index of the next piece."""
    text, start, end = pieces[index]
    tails = vocabulary.phrases.get(text)
    if tails and (found := _match_phrase(pieces, index + 1, tails)):
        after, names = found
        tokens.append(Token("N", 0, names, start, pieces[after - 1].end))
        return after
    if text.isdecimal():
        return _take_number(pieces, index, vocabulary, tokens)
    if text[0] > "\u2fff" and _is_digits(pieces, index):
        tokens.append(_make_number(_to_number(text), start, end))
        return index + 1
    if names := vocabulary.words.get(text):
        tokens.append(Token("N", 0, names, start, end))
    elif text in _DASHES:
        tokens.append(Token(_DASHES[text], 0, (), start, end))
    elif text in vocabulary.links:
        tokens.append(Token("r", 0, (), start, end))
    elif text not in vocabulary.glue and (len(text) > 1 or text.isalnum()):
        tokens.append(Token("X", 0, (), start, end))
    return index + 1


def _is_digits(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a word is Chinese digits beside a sign, as in `二〇二五/三/七`; alone it can be a day of the week."""
    around = (*pieces[max(index - 1, 0) : index], *pieces[index + 1 : index + 2])
    return bool(_CHINESE_NUMBER.match(pieces[index].text)) and any(piece.text in _SIGNS for piece in around)


def _match_phrase(pieces: Sequence[Piece], index: int, tails: Phrases) -> tuple[int, tuple[Name, ...]] | None:
    for tail, names in tails:
        after = index + len(tail)
        if after <= len(pieces) and all(pieces[index + i].text == tail[i] for i in range(len(tail))):
            return after, names
    return None


def _make_number(text: str, start: int, end: int) -> Token:
    if not text.isdecimal():
        return Token("X", 0, (), start, end)
    return Token("n" if len(text) <= 2 else "Y", int(text), (), start, end)


def _take_number(pieces: Sequence[Piece], index: int, vocabulary: Vocabulary, tokens: list[Token]) -> int:
    text, start, end = pieces[index]
    if len(text) > _LONGEST_YEAR:
        tokens.append(Token("X", 0, (), start, end))
        return index + 1
    if index + 1 < len(pieces) and (unit := vocabulary.units.get(pieces[index + 1].text)):
        tokens.append(Token(_UNIT_CODES[unit], int(text), (), start, pieces[index + 1].end))
        return index + 2
    tokens.append(_make_number(text, start, end))
    is_ordinal = index + 1 < len(pieces) and pieces[index + 1].start == end and pieces[index + 1].text in ORDINALS
    return index + 1 + is_ordinal


def _expand(piece: Piece, vocabulary: Vocabulary) -> tuple[Piece, ...]:
    """Cut an unknown word into the known ones in it, where it holds any."""
    text = piece.text
    if text in vocabulary.known or not text[0].isalpha() or text in vocabulary.glue or text in vocabulary.links:
        return (piece,)
    parts = vocabulary.cuts.get(text)
    if parts is None:
        parts = tuple(_cut(text, vocabulary))
        if len(vocabulary.cuts) < _MOST_CUTS:
            vocabulary.cuts[text] = parts
    if len(parts) == 1 and parts[0][0] == text:
        return (piece,)
    if piece.end - piece.start != len(text):  # folding changed its length
        return tuple(Piece(part, piece.start, piece.end) for part, _, _ in parts)
    return tuple(Piece(part, piece.start + start, piece.start + end) for part, start, end in parts)


def _cut(word: str, vocabulary: Vocabulary) -> Iterator[tuple[str, int, int]]:
    """Cut a word into known ones; in a script with spaces only if nothing is left over."""
    if len(word) > _LONGEST_CUT:
        yield word, 0, len(word)
        return
    parts: list[tuple[str, int, int]] = []
    is_whole, index, rest = True, 0, 0
    while index < len(word):
        end = _find_known(word, index, vocabulary)
        if end is None:
            is_whole, index = False, index + 1
            continue
        if rest < index:
            parts.append((word[rest:index], rest, index))
        parts.append((_to_number(word[index:end]), index, end))
        index = rest = end
    if rest < len(word):
        parts.append((word[rest:], rest, len(word)))
    is_cut = is_whole or (len(parts) > 1 and _UNSPACED.search(word))
    yield from parts if is_cut else [(word, 0, len(word))]


def _find_known(word: str, start: int, vocabulary: Vocabulary) -> int | None:
    """Give the end of the longest known word, or Chinese number, that begins at an index."""
    number = _CHINESE_NUMBER.match(word, start)
    shortest = number.end() if number else start
    for end in range(len(word), shortest, -1):
        if word[start:end] in vocabulary.known:
            return end
    return shortest if number else None


def _to_number(word: str) -> str:
    if not _CHINESE_NUMBER.fullmatch(word):
        return word
    number = 1 if word == "元" else parse_chinese(word)
    return word if number is None else str(number)
