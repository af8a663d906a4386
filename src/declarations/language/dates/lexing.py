"""From the pieces of a text to the fields of a date that they can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from declarations.language.dates.pieces import UNSPACED
from declarations.language.dates.spelling import is_solid, read_number
from declarations.language.dates.vocabulary import MONTH, Name, Tails, Vocabulary
from declarations.language.dates.words import load_words
from declarations.numerals import parse_chinese

__all__ = ["UNKNOWN", "Token", "is_border", "is_number", "lex"]


class Token(NamedTuple):
    """What a piece can be in a date."""

    code: str
    """`n` a number up to two digits, `Y` a longer one, `a` `b` `c` a number marked as year, month or day, `M` a month,
    `w` another name, `?` one that can be both, `h` a hyphen without spaces, `R` another dash, `r` a word that links
    two dates, `X` nothing of a date."""
    value: int = 0
    """The number; of a word that links two dates 1 if it only adds the second to the first."""
    names: tuple[Name, ...] = ()
    """What the name can mean."""

    @property
    def is_addition(self) -> bool:
        """Whether it is a word that adds a second date to a first."""
        return self.code == "r" and self.value > 0


_UNITS = {"y": "a", "m": "b", "d": "c"}
_DASHES = {"-": Token("h"), "–": Token("R"), "~": Token("R")}
_LINK, _ADDITION = Token("r"), Token("r", 1)
UNKNOWN = Token("X")
"""Something that stands in no date."""
_BORDER = Token("X")
"""The same, of which no date before or after it can take a part either."""
_SKIP, _PHRASE, _NUMBER, _CUT = Token("skip"), Token("phrase"), Token("number"), Token("cut")
_SPELLED = Token("spelled")
_MOST_MEANINGS = 20_000
_MOST_CUTS = 4096
_LONGEST_WORD = 60
_SHORT = 3
_LONGEST_YEAR = 4
_SIGNS = frozenset("/.-")
_BESIDE = frozenset("/(")
_CHINESE = re.compile("[〇○零元一二三四五六七八九十廿卅百]{1,6}")


def lex(
    pieces: list[str], vocabulary: Vocabulary, spans: list[tuple[int, int]] | None = None
) -> tuple[list[Token], list[tuple[int, int]]]:
    """Return what the pieces can be; signs and words that only stand between the fields are left out.

    Gives the tokens, and the first and last piece of each. Words without spaces in them are cut: then `pieces`, and
    `spans` with their offsets, are changed.
    """
    meanings = vocabulary.meanings
    tokens: list[Token] = []
    places: list[tuple[int, int]] = []
    index = 0
    while index < len(pieces):
        token = meanings.get(pieces[index]) or _understand(pieces[index], vocabulary)
        after = index + 1
        if token is _SKIP:
            index = after
            continue
        if token is _CUT:
            _cut_in_place(pieces, index, vocabulary, spans)
            continue
        if token is _NUMBER or token is _PHRASE or token is _SPELLED:
            following = pieces[after] if after < len(pieces) else ""
            if not following.isascii() and _is_cut(following, vocabulary):
                _cut_in_place(pieces, after, vocabulary, spans)
                following = pieces[after]
            if token is _NUMBER and following not in vocabulary.behind:
                token = _make_number(pieces[index])
            else:
                token, after = _take(pieces, index, vocabulary, is_spelled=token is _SPELLED)
        if token.names and index > 0 and pieces[index - 1] in _BESIDE and (both := _pair(token, index, tokens, places)):
            tokens[-1], places[-1] = both, (places[-1][0], after - 1)
        elif token is not _SKIP:
            tokens.append(token)
            places.append((index, after - 1))
        index = after
    return tokens, places


def is_border(piece: str, vocabulary: Vocabulary) -> bool:
    """Return whether a piece stands in no date, and belongs to nothing before or after it that does."""
    return (vocabulary.meanings.get(piece) or _understand(piece, vocabulary)) is _BORDER


def _pair(token: Token, index: int, tokens: list[Token], places: list[tuple[int, int]]) -> Token | None:
    """Join two names of the same month with a sign between them, as the United Nations print them in Arabic."""
    if not tokens or places[-1][1] != index - 2:
        return None
    both = tuple(
        Name(MONTH, one.value, one.locales | two.locales)
        for one in tokens[-1].names
        for two in token.names
        if one.kind == two.kind == MONTH and one.value == two.value
    )
    return Token(MONTH, 0, both) if both else None


def _understand(piece: str, vocabulary: Vocabulary) -> Token:
    """Find what a piece is, and remember it."""
    if _is_spelled(piece, vocabulary):
        token = _SPELLED
    elif piece.isdecimal():
        token = _NUMBER
    elif piece in vocabulary.phrases or _CHINESE.fullmatch(piece):
        token = _PHRASE
    else:
        token = _read_word(piece, vocabulary)
        if token is UNKNOWN and piece not in vocabulary.attached:
            token = _BORDER
    if len(vocabulary.meanings) < _MOST_MEANINGS:
        vocabulary.meanings[piece] = token
    return token


def is_number(piece: str, vocabulary: Vocabulary) -> bool:
    """Return whether a word can be a number, or begin one."""
    return _is_spelled(piece, vocabulary) or bool(_CHINESE.fullmatch(piece))


def _is_spelled(piece: str, vocabulary: Vocabulary) -> bool:
    return piece in vocabulary.number_words or is_solid(piece, vocabulary.spellings)


def _read_word(piece: str, vocabulary: Vocabulary) -> Token:
    """Find what a word or a sign is by itself."""
    is_link = piece in vocabulary.links
    names = vocabulary.words.get(piece)
    if names and not (is_link and len(piece) < _SHORT):  # French `au` is a link, though an August in Hawaii
        return _make_name(names)
    if piece in _DASHES:
        return _DASHES[piece]
    if is_link:
        return _ADDITION if piece in load_words().additions else _LINK
    if piece in vocabulary.glue or (len(piece) == 1 and not piece.isalnum()):
        return _SKIP
    if "'" in piece and piece[: piece.index("'") + 1] in load_words().elisions:
        return _CUT
    is_cut = UNSPACED.search(piece) and len(piece) <= _LONGEST_WORD and len(_cut(piece, vocabulary)) > 1
    return _CUT if is_cut else UNKNOWN


def _make_name(names: tuple[Name, ...]) -> Token:
    kinds = {name.kind for name in names}
    return Token("w" if MONTH not in kinds else "?" if len(kinds) > 1 else "M", 0, names)


def _is_cut(piece: str, vocabulary: Vocabulary) -> bool:
    return (
        piece not in vocabulary.ordinals and (vocabulary.meanings.get(piece) or _understand(piece, vocabulary)) is _CUT
    )


def _take(pieces: list[str], index: int, vocabulary: Vocabulary, *, is_spelled: bool) -> tuple[Token, int]:
    """Take a number in digits or words, or a name of several pieces; give the index of the piece after it."""
    piece, after = pieces[index], index + 1
    if is_spelled and not _is_month(pieces, index, vocabulary):
        number = read_number(pieces, index, vocabulary.spellings) or (0, after)
        return _make_number(str(number[0])), number[1]
    if (tails := vocabulary.phrases.get(piece)) and (found := _match_phrase(pieces, after, tails)):
        return found
    if not piece.isdecimal():
        if not _is_digits(pieces, index, vocabulary):
            word = _read_word(piece, vocabulary)
            return (UNKNOWN if word is _CUT else word), after
        piece = _to_number(piece)
    if not piece.isdecimal() or len(piece) > _LONGEST_YEAR:
        return UNKNOWN, after
    following = pieces[after] if after < len(pieces) else ""
    if unit := vocabulary.units.get(following):
        return Token(_UNITS[unit], int(piece)), after + 1
    token = _make_number(piece)
    if token.code == "n" and following in vocabulary.behind:
        after += _count_ordinal(pieces, after, vocabulary)
    return token, after


def _count_ordinal(pieces: list[str], index: int, vocabulary: Vocabulary) -> int:
    """Count the pieces of what stands right after a day: `th` is one, `-го` are two."""
    if pieces[index] in vocabulary.ordinals:
        return 1
    return 2 if "".join(pieces[index : index + 2]) in vocabulary.ordinals else 0


@lru_cache(maxsize=16_384)
def _make_number(piece: str) -> Token:
    if len(piece) > _LONGEST_YEAR:
        return UNKNOWN
    return Token("n" if len(piece) < 3 else "Y", int(piece))


def _is_month(pieces: list[str], index: int, vocabulary: Vocabulary) -> bool:
    """Return whether a number word is a month here: `sept. 2019` is, `sept mars` is not."""
    one, two = (vocabulary.words.get(piece, ()) for piece in (*pieces[index : index + 2], "")[:2])
    return any(name.kind == MONTH for name in one) and not any(name.kind == MONTH for name in two)


def _match_phrase(pieces: list[str], index: int, tails: Tails) -> tuple[Token, int] | None:
    for tail, names in tails:
        after = index + len(tail)
        if tuple(pieces[index:after]) == tail:
            return _make_name(names), after
    return None


def _is_digits(pieces: list[str], index: int, vocabulary: Vocabulary) -> bool:
    """Return whether Chinese digits are a number, beside a sign or before a unit; alone they can be a weekday."""
    if not _CHINESE.fullmatch(pieces[index]):
        return False
    following = pieces[index + 1] if index + 1 < len(pieces) else ""
    return following in vocabulary.units or following in _SIGNS or (index > 0 and pieces[index - 1] in _SIGNS)


def _cut_in_place(pieces: list[str], index: int, vocabulary: Vocabulary, spans: list[tuple[int, int]] | None) -> None:
    """Put the known words in a piece in its place."""
    word = pieces[index]
    parts = _cut(word, vocabulary)
    pieces[index : index + 1] = [part for part, _, _ in parts]
    if spans is not None:
        start, end = spans[index]
        if end - start == len(word):
            spans[index : index + 1] = [(start + first, start + last) for _, first, last in parts]
        else:  # folding changed its length
            spans[index : index + 1] = [(start, end)] * len(parts)


def _cut(word: str, vocabulary: Vocabulary) -> list[tuple[str, int, int]]:
    """Cut a word into known ones and what is left between them, with the offsets of each."""
    parts = vocabulary.cuts.get(word)
    if parts is None:
        parts = list(_parts_of(word, vocabulary))
        if len(vocabulary.cuts) < _MOST_CUTS:
            vocabulary.cuts[word] = parts
    return parts


def _parts_of(word: str, vocabulary: Vocabulary) -> Iterator[tuple[str, int, int]]:
    index = rest = word.index("'") + 1 if "'" in word else 0
    if index:
        yield word[: index - 1], 0, index
    while index < len(word):
        end = _find_known(word, index, vocabulary)
        if end is None:
            index += 1
            continue
        if rest < index:
            yield word[rest:index], rest, index
        yield _to_number(word[index:end]), index, end
        index = rest = end
    if rest < len(word):
        yield word[rest:], rest, len(word)


def _find_known(word: str, start: int, vocabulary: Vocabulary) -> int | None:
    """Return the end of the longest known word, or Chinese number, that begins at an index."""
    number = _CHINESE.match(word, start)
    shortest = number.end() if number else start
    for end in range(len(word), shortest, -1):
        if word[start:end] in vocabulary.known:
            return end
    return shortest if number else None


def _to_number(word: str) -> str:
    if not _CHINESE.fullmatch(word):
        return word
    number = 1 if word == "元" else parse_chinese(word)
    return word if number is None else str(number)
