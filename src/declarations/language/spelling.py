"""Signs that are written or left out: vowels of Arabic and Hebrew, tatweel, nuktas, soft hyphens, accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["PlainText", "drop_accents", "drop_signs"]

_SIGNS = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"  # Arabic vowels, shadda, tatweel
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points and accents
    "\u093c\u09bc"  # nuktas
    "\u00ad\u2060"  # soft hyphen, word joiner
)
_BASES = {  # letters that are written with a nukta in one character
    one: unicodedata.normalize("NFD", one)[0] for one in map(chr, (*range(0x958, 0x960), 0x9DC, 0x9DD, 0x9DF))
}
_FOUND = re.compile(f"[{_SIGNS}{''.join(_BASES)}]")
_SIGN = re.compile(f"[{_SIGNS}]")


class PlainText(NamedTuple):
    """A text without such signs."""

    text: str
    """Its letters."""
    places: Sequence[int]
    """Where each of them stands in the text with signs, and the length of that."""

    def find(self, place: int) -> int:
        """Return where the first letter at or after a place of the text with signs stands."""
        return next((at for at, one in enumerate(self.places) if one >= place), len(self.text))


def drop_signs(text: str) -> PlainText | None:
    """Return a text without signs that may be left out; None if it has none."""
    if text.isascii() or not _FOUND.search(text):
        return None
    places = [place for place, char in enumerate(text) if not _SIGN.match(char)]
    letters = "".join(_BASES.get(text[place], text[place]) for place in places)
    return PlainText(letters, (*places, len(text)))


def drop_accents(text: str) -> str:
    """Return a text without the signs over and under Latin letters: `résolution` as `resolution`."""
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
