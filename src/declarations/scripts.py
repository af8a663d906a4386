"""What differs between scripts: where sentences and clauses end, what is a word, and how wide characters are."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = [
    "CLAUSE_ENDS",
    "DICTIONARY",
    "IDEOGRAPHIC",
    "LINE_SIGN",
    "SENTENCE_ENDS",
    "UNSPACED",
    "count_words",
    "find_end",
    "find_gap",
    "has_words",
    "is_joined",
    "measure_width",
]

SENTENCE_ENDS = frozenset(
    "!.?…։؝؞؟۔܀܁܂߹࠷࠹࠽࠾।॥།༎༏༐༑༒။።፧፨᙮᜵᜶។៕៚᠃᠉᥄᥅᪨᪩᪪᪫᭚᭛᭞᭟᭽᭾᰻᰼᱾᱿‼‽⁇⁈⁉⳹⳺⳻⸮⸼⹓⹔。꓿꘎꘏꛳꛷꡶꡷꣎꣏꤯꧈꧉꩝꩞꩟꫰꫱꯫︒︕︖﹒﹖﹗！．？｡"
)
"""Characters that end a sentence: Sentence_Terminal of Unicode (UAX 29), the ellipsis, and the shads of Tibetan and the
koomuut of Khmer, with which paragraphs end too; without the comma of Burmese."""

CLAUSE_ENDS = frozenset(",:;·׃،؛܃܄܅܆܇܈܉܊܌߸࠰࠱࠲࠳࠴࠵࠸࠺࠻࠼࡞๚๛༈၊፣፤፥፦᛫᛬᛭៖᠂᠄᠅᠈᭝᰽᰾᰿⹁⹌⹎⹏、꓾꘍꛴꛵꛶꧇꫟﹐﹑﹔﹕，：；､")
"""Characters that end a part of a sentence: the rest of Terminal_Punctuation, without the space of Ethiopic words."""

_CLOSERS = " \n\t\"'”’»›」』)）]】〕〉》"
"""What may stand after the end of a sentence."""

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
"""What stands before a line of plain text that could be taken for a wrapped one or an item (WORD JOINER)."""

_is_unspaced = re.compile(f"[{UNSPACED}]").match
_VOWELS = range(0x1160, 0x1200)  # Hangul vowels and finals, which stand in the syllable before them
_INVISIBLE = frozenset({"Mn", "Me", "Cf", "Cc", "Zl", "Zp"})


def is_joined(before: str, after: str) -> bool:
    """Return whether two lines with these characters at the break are joined without a space."""
    return bool(before and after and _is_unspaced(before[-1]) and _is_unspaced(after[0]))


def find_gap(before: str) -> str:
    """Return what stands between a label and the words after it: a space, but nothing after a wide sign (`：`)."""
    return "" if unicodedata.east_asian_width(before[-1:] or " ") in "WF" else " "


def measure_width(text: str) -> int:
    """Count the columns that a text takes: none for marks on other characters, two for wide ones (UAX 11)."""
    return len(text) if text.isascii() else sum(map(_measure, text))


@lru_cache(maxsize=8192)
def _measure(char: str) -> int:
    if unicodedata.category(char) in _INVISIBLE or ord(char) in _VOWELS:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def find_end(text: str) -> str:
    """Return the last character that is no quotation mark or bracket, empty if there is none."""
    return text.rstrip(_CLOSERS)[-1:]


_LONG_WORD = 12  # bytes of the words of most languages; what has more is counted as several
_IDEOGRAPHS, _SYLLABLES = 2, 4  # characters of a word of Chinese and Japanese, and of Thai, Lao, Burmese and Khmer
_IDEOGRAPHIC_RUN = re.compile(f"[{IDEOGRAPHIC}]+")
_DICTIONARY_RUN = re.compile(f"[{DICTIONARY}]+")
_PARTED_OTHERWISE = re.compile(f"[{UNSPACED}\u0f0b\u1361]")
_BREAKS = re.compile("[\u0f0b\u1361]")  # between the syllables of Tibetan, and the words of Ethiopic


def count_words(text: str) -> int:
    """Return how many words a text has; where no space parts them, how many its characters make on the average.

    Very long words, as in German, count as several.
    """
    spaced = len(text.split())
    is_plain = text.isascii()
    size = len(text if is_plain else text.encode())
    if is_plain or not _PARTED_OTHERWISE.search(text):
        return spaced if spaced * _LONG_WORD > size else size // _LONG_WORD
    ideographs, syllables = (len("".join(run.findall(text))) for run in (_IDEOGRAPHIC_RUN, _DICTIONARY_RUN))
    joined = ideographs // _IDEOGRAPHS + syllables // _SYLLABLES
    return max(spaced, joined, len(_BREAKS.findall(text)), size // _LONG_WORD)


def has_words(text: str, least: int) -> bool:
    """Return whether a text has so many words; most long ones need not be counted."""
    return len(text) >= least and (len(text) >= least * _LONG_WORD or count_words(text) >= least)
