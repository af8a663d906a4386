"""Printed numbers of clauses: finding them in front of a text, and telling what they count."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import attrs

from declarations.model import Label, LabelStyle
from declarations.numerals import parse_alphabetic, parse_chinese, parse_digits, parse_roman

__all__ = ["Enumerator", "find_enumerator", "make_label", "make_labels", "read_counts"]

# What can stand in front of a clause: digits of any script (also 1.2.3), one to four letters or numerals.
# Without brackets a closing sign must follow, so that "A word" and "I am" are no enumerators.
_ENUMERATOR = re.compile(
    r"""\s*(?P<printed>
        [(（〔［\[]\s?(?P<inner>\d{1,3}|[^\W\d_]{1,4})\s?[)）〕］\]][.:]?   # (a) （一）
      | (?P<digits>\d{1,3}(?:\.\d{1,3}){0,4})(?:\s?[.)\]）:：、．]|\s?[-–—](?=\s))+[.)]?  # 1. 1) 1.2.3. 1 –
      | (?P<levels>\d{1,3}(?:\.\d{1,3}){1,4})(?=\s)                           # 1.2 Heading
      | (?P<letters>[^\W\d_]{1,4})\s?[.)、．:：](?:[)])?                       # a) iv. 三、
    )(?P<gap>\s+|(?<=[、．）：])|$)""",
    re.VERBOSE,
)
_LETTER_NUMERAL = re.compile(
    r"[ivxlcdm]+|[a-z]{1,2}|[IVXLCDM]+|[A-Z]{1,2}|[α-ω]|[а-я]|[А-Я]|[א-ת]{1,3}|[ء-ي]|[〇一二三四五六七八九十百]+"
)

_LARGEST_COUNT = 100_000

_GREEK = {letter: value for value, letter in enumerate("αβγδεζηθικλμνξοπρστυφχψω", 1)}
_CYRILLIC = {letter: value for value, letter in enumerate("абвгдежзиклмнопрстуфхцчшщэюя", 1)}
_HEBREW = dict(zip("אבגדהוזחטיכלמנסעפצקרשת", (*range(1, 11), *range(20, 101, 10), 200, 300, 400), strict=True))
_ARABIC = {letter: value for value, letter in enumerate("أبجدهوزحطي", 1)}


def _parse_hebrew(text: str) -> int | None:
    values = [_HEBREW.get(char) for char in text]
    return sum(value for value in values if value) if values and all(values) else None


_COUNTS: tuple[tuple[LabelStyle, Callable[[str], bool], Callable[[str], int | None]], ...] = (
    (LabelStyle.DECIMAL, str.isascii, parse_digits),
    (LabelStyle.NATIVE_DIGITS, lambda text: not text.isascii(), parse_digits),
    (LabelStyle.LOWER_ALPHA, str.islower, parse_alphabetic),
    (LabelStyle.UPPER_ALPHA, str.isupper, parse_alphabetic),
    (LabelStyle.LOWER_ROMAN, str.islower, parse_roman),
    (LabelStyle.UPPER_ROMAN, str.isupper, parse_roman),
    (LabelStyle.CHINESE, lambda text: not text.isascii(), parse_chinese),
    (LabelStyle.LOWER_GREEK, bool, lambda text: _GREEK.get(text.lower())),
    (LabelStyle.CYRILLIC, bool, lambda text: _CYRILLIC.get(text.lower())),
    (LabelStyle.HEBREW, bool, _parse_hebrew),
    (LabelStyle.ARABIC_LETTERS, bool, _ARABIC.get),
)


@attrs.frozen
class Enumerator:
    """An enumerator that stands in front of a text."""

    printed: str
    """Verbatim, without the white space after it."""
    end: int
    """Where the text itself begins."""


def find_enumerator(text: str) -> Enumerator | None:
    """Find `1.`, `(a)`, `iv)`, `٣.`, `三、` in front of a text; None where the text begins at once."""
    found = _ENUMERATOR.match(text)
    if not found:
        return None
    core = found["inner"] or found["letters"]
    if core and not core.isdecimal() and not _LETTER_NUMERAL.fullmatch(core):
        return None
    return Enumerator(found["printed"], found.end())


@lru_cache(maxsize=4096)
def read_counts(printed: str) -> tuple[tuple[LabelStyle, int], ...]:
    """Give every way to read an enumerator as a place in a series: `(i)` is Roman 1 and letter 9."""
    core = printed.strip(" \t()（）[]［］〔〕.:：、．-–—").rpartition(".")[2]
    found = ((style, parse(core)) for style, is_fit, parse in _COUNTS if core and is_fit(core))
    return tuple((style, count) for style, count in found if count is not None)


def make_label(printed: str) -> Label:
    """Make the label of an enumerator that stands alone; a letter that could be Roman is taken as a letter."""
    return make_labels((printed,))[0]


def make_labels(series: Sequence[str]) -> tuple[Label, ...]:
    """Make the labels of neighbours; the sequence decides between (i) after (h) and (i) before (ii)."""
    readings = [read_counts(printed) for printed in series]
    labels: list[Label] = []
    for index, (printed, choices) in enumerate(zip(series, readings, strict=True)):
        before = (labels[-1].style, (labels[-1].ordinal or 0) + 1) if labels else None
        after = {(style, count - 1) for style, count in readings[index + 1]} if index + 1 < len(series) else set()
        if not choices:
            labels.append(Label(printed))
            continue
        # after the sequence, the smaller count: (iv) alone is 4, not the 256th letter
        best = max(choices, key=lambda one: 2 * (one == before) + (one in after) - one[1] / _LARGEST_COUNT)
        labels.append(Label(printed, ordinal=best[1], style=best[0]))
    return tuple(labels)
