"""What scripts ask of lines: how many columns their characters take, and which are written without spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["DICTIONARY", "IDEOGRAPHIC", "LINE_SIGN", "UNSPACED", "find_gap", "is_joined", "measure_width"]

DICTIONARY = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Characters of scripts whose words only a dictionary can tell (Thai, Lao, Burmese, Khmer): UAX 14, class SA."""

IDEOGRAPHIC = (
    "\u2e80-\u2fff\u3001-\u30ff\u3100-\u312f\u31a0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
)
"""Characters between which lines may end (Chinese, Japanese): UAX 14, class ID and its signs."""

# A line break inside these scripts is no space (CSS Text Module Level 3, section 4.1.3; those of Southeast Asia
# are treated alike).
UNSPACED = DICTIONARY + IDEOGRAPHIC
"""Characters of scripts written without spaces between words, as ranges of a regular expression."""

LINE_SIGN = "\u2060"
"""What stands in front of a line of plain text that could be taken for a wrapped one or an item (WORD JOINER)."""

_is_unspaced = re.compile(f"[{UNSPACED}]").match
_VOWELS = range(0x1160, 0x1200)  # Hangul vowels and finals, which stand in the syllable before them
_INVISIBLE = frozenset({"Mn", "Me", "Cf", "Cc", "Zl", "Zp"})


def is_joined(before: str, after: str) -> bool:
    """Tell whether two lines with these characters at the break are joined without a space."""
    return bool(before and after and _is_unspaced(before[-1]) and _is_unspaced(after[0]))


def find_gap(before: str) -> str:
    """Give what stands between a label and the words behind it: a space, but nothing behind a wide sign (`：`)."""
    return "" if unicodedata.east_asian_width(before[-1:] or " ") in "WF" else " "


def measure_width(text: str) -> int:
    """Count the columns that a text takes: none for marks on other characters, two for wide ones (UAX 11)."""
    return len(text) if text.isascii() else sum(map(_measure, text))


@lru_cache(maxsize=8192)
def _measure(char: str) -> int:
    if unicodedata.category(char) in _INVISIBLE or ord(char) in _VOWELS:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
