"""Keeping words of different directions apart, by the isolates of the Unicode Bidirectional Algorithm (UAX 9)."""

from __future__ import annotations

import unicodedata
from typing import Literal

__all__ = ["balance", "is_left_to_right", "isolate"]

_INITIATORS = {"ltr": "\u2066", "rtl": "\u2067", "auto": "\u2068"}  # LRI, RLI, FSI
_TERMINATOR = "\u2069"  # PDI
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def balance(text: str) -> str:
    """Close every isolate inside a text and drop every end of one that it did not open.

    So no text can reach out of the isolate that is put around it. Embeddings and overrides need no care, since
    they end with the isolate around them (UAX 9, rule X6a).
    """
    if not any(sign in text for sign in (*_INITIATORS.values(), _TERMINATOR)):
        return text
    kept, depth = [], 0
    for char in text:
        if char in _INITIATORS.values():
            depth += 1
        elif char == _TERMINATOR:
            if not depth:
                continue
            depth -= 1
        kept.append(char)
    return "".join(kept) + _TERMINATOR * depth


def is_left_to_right(text: str) -> bool:
    """Return whether nothing in a text goes from right to left or changes a direction (UAX 9, table 4)."""
    return text.isascii() or _RIGHT_TO_LEFT.isdisjoint(map(unicodedata.bidirectional, text))


def isolate(text: str, direction: str | None, *, around: Literal["ltr", "rtl"]) -> str:
    """Put words into isolates unless they need none: they have no direction of their own, or all goes to the right.

    `around` is the direction of the text around them. What is given back is balanced.
    """
    closed = balance(text)
    if direction is None or (around == "ltr" and is_left_to_right(closed)):
        return closed
    return f"{_INITIATORS[direction]}{closed}{_TERMINATOR}"
