"""Text cut into the pieces that dates are made of: numbers, words, and signs between them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from declarations.numerals import read_hebrew

__all__ = ["INVISIBLE", "PIECE", "UNSPACED", "cut_pieces", "fold", "fold_whole", "split_pieces"]

INVISIBLE = "\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Marks that only steer the direction of text, and the soft hyphen: they mean nothing; as in a set of a regex."""
_DASHES = "\u2010-\u2015\u2212\u301c\uff5e~-"
_SIGNS = r"""!"#$%&()*+,./:;<=>?@\[\\\]^_`{|}«»“”„‹›…•·‧¡¿،؛؟٫፡-፨၊။、。「」『』（）［］．：；，／⹁"""
_HEBREW = re.compile("(?:ה['׳])?(?:[א-ת]{1,4}[\"״][א-ת]|[א-ת]['׳])(?![א-ת])")
PIECE = re.compile(
    rf"\d+|{_HEBREW.pattern}|[\s{INVISIBLE}]{{0,8}}[{_DASHES}][\s{INVISIBLE}]{{0,8}}|[{_SIGNS}]"
    rf"|[^\s\d{INVISIBLE}{_SIGNS}{_DASHES}]+"
)
"""A number, in digits or in Hebrew letters with their signs, a word, a sign or a dash with the spaces around it."""
_ANY_DASH = re.compile(f"[{_DASHES}]")
_HYPHENS = "-\u2010\u2011"

UNSPACED = re.compile(
    "[\u0e00-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""A letter of a script that prints words without spaces, or puts particles right after them (Hangul)."""

# Signs inside words that are written or left out at will, and the many forms of the apostrophe.
_VARIANTS: dict[int, str | None] = dict.fromkeys(map(ord, "\u180b\u180c\u180d\u180e\u200c\u200d"))
_VARIANTS |= dict.fromkeys(map(ord, "’‘ʼʻ`´′"), "'")
_VARIANT = re.compile(f"[{''.join(map(chr, _VARIANTS))}]")
_SPACE = re.compile(r"\s")
_HEBREW_SIGNS = re.compile("[\"'״׳]")
_HEBREW_THOUSANDS, _HUNDRED, _MARKED = 5000, 100, 3


def cut_pieces(text: str) -> list[str]:
    """Cut a text into its pieces: numbers, words, signs and dashes, folded.

    Folded is composed, of one case and with Latin digits; a dash is `-` if it is a hyphen without spaces, else `–`.
    Spaces and marks of direction are left out.
    """
    if text.isascii() and "'" not in text:
        return [piece if piece[-1:] > " " and piece[0] > " " else "–" for piece in PIECE.findall(text.lower())]
    return [*filter(None, map(fold, PIECE.findall(text)))]


def split_pieces(text: str) -> tuple[str, ...]:
    """Return the folded pieces of a name or a literal."""
    return tuple(filter(None, map(fold, PIECE.findall(text))))


@lru_cache(maxsize=8192)
def fold(piece: str) -> str:
    """Return a piece composed, of one case and with Latin digits; a dash as `-` or `–`."""
    if dash := _ANY_DASH.search(piece):
        return "-" if len(piece) == 1 and dash[0] in _HYPHENS else "–"
    if piece.isascii():
        return piece.lower().strip("'")
    if piece.isdecimal():
        return "".join(str(unicodedata.decimal(digit)) for digit in piece)
    if _HEBREW.fullmatch(piece) and (number := _read_hebrew(piece)):
        return str(number)
    folded = unicodedata.normalize("NFKC", piece).casefold().translate(_VARIANTS)
    return unicodedata.normalize("NFC", folded).strip("'")


def _read_hebrew(piece: str) -> int | None:
    """Return the number that Hebrew letters are, as in `ט״ו` and `ה׳תשפ״ד`; a year may leave out its thousands."""
    letters = _HEBREW_SIGNS.sub("", piece.removeprefix("ה'").removeprefix("ה׳") if len(piece) > _MARKED else piece)
    number = read_hebrew(letters)
    return number + _HEBREW_THOUSANDS if number and number >= _HUNDRED else number


def fold_whole(text: str) -> str | None:
    """Return a text with its words folded, digits as they are; None where letters would become others."""
    if text.isascii():
        return text.lower()
    if not unicodedata.is_normalized("NFKC", text):
        text = _SPACE.sub(" ", text)
        if not unicodedata.is_normalized("NFKC", text):
            return None
    folded = text.casefold()
    return unicodedata.normalize("NFC", folded.translate(_VARIANTS) if _VARIANT.search(folded) else folded)
