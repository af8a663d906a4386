"""Bring a printed number into the form in which it is looked up, whatever signs are around and about it."""

from __future__ import annotations

import unicodedata

__all__ = ["fold_letters", "fold_number", "strip_signs"]

_SIGNS = (
    " \t\n\r\f\v\u00a0\u2007\u2009\u202f\u3000"
    "()（）[]［］〔〕【】{}〈〉《》「」『』<>«»"
    ".．。｡:：;；,，、､،؛·・-–—‐‑−ー/／|*_§№#~^"
    "'\"’”‘“`´΄ʹʼ׳״º°ª။၊।॥።፡፣՝։\u200e\u200f\u061c"
)
# What is printed on or between the letters of a number and does not count.
_DROPPED = dict.fromkeys(
    map(ord, '\u0640\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufe0f\u20e3׳״"ʹ΄´')
)
_MARKS = str.maketrans("ºª°", "   ")  # ordinal marks part a number from what follows; NFKC would make letters of them
_LETTERS = str.maketrans("أإآٱیىکہھەς", "ااااييكهههϛ")
_UNREADABLE = ("<super>", "<sub>", "<fraction>")  # exponents and fractions count nothing, nor do words in a square


def strip_signs(printed: str) -> str:
    """Take brackets, dots, dashes, quotation marks and white space from both ends."""
    return printed.strip(_SIGNS)


def fold_letters(text: str) -> str:
    """Bring letters into one form: full-width, presentation and enclosed forms, Arabic alif, ya and kaf, stigma."""
    normal = unicodedata.normalize("NFKC", text).translate(_LETTERS)
    return normal.replace("στ", "ϛ").replace("ΣΤ", "Ϛ")


def fold_number(text: str) -> str:
    """Fold a printed number: `①` and `１` become `1`, `⑴` becomes `(1)`, `Ⅻ` becomes `XII`, `י״א` becomes `יא`.

    Gives nothing for a text with exponents or fractions, which are no numbers of clauses.
    """
    if text.isascii():
        return text
    text = text.translate(_MARKS).translate(_DROPPED)
    if any(map(_is_unreadable, text)):
        return ""
    return fold_letters("".join(map(_open, text)))


def _is_unreadable(char: str) -> bool:
    kind, *parts = unicodedata.decomposition(char).split() or [""]
    return kind in _UNREADABLE or (kind == "<square>" and len(parts) > 1)


def _open(char: str) -> str:
    """Return what is written in a sign that Unicode does not decompose: `❶`, `⓫`, `🅐`."""
    if unicodedata.category(char) not in ("No", "So"):
        return char
    name = unicodedata.name(char, "")
    if "CIRCLED" not in name and "SQUARED" not in name:
        return char
    if (value := unicodedata.numeric(char, None)) is not None and not unicodedata.decomposition(char):
        return str(int(value))
    head, _, letter = name.rpartition(" CAPITAL LETTER ")
    return letter if head.startswith("NEGATIVE") and len(letter) == 1 else char
