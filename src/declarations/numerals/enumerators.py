"""Enumerators: the number before a text, told from an initial, a date, a quantity or a word, and what it looks like."""

from __future__ import annotations

import re
import unicodedata

import attrs

from declarations.numerals.folding import strip_signs
from declarations.numerals.reading import Reading, read_numeral

__all__ = ["LARGEST", "Enumerator", "find_enumerator"]

LARGEST = 999
"""Larger numbers before a text are more often years and amounts."""

_LONGEST_LETTERS = 5  # a row of so many letters, or a shorter text of letters alone, is not a number

_ENCLOSED = (
    "\u2460-\u24ff\u2776-\u2793\u3200-\u321e\u3220-\u3229\u3248-\u324f\u3251-\u325f\u3260-\u327e\u3280-\u3289"
    "\u32b1-\u32bf\u32d0-\u32fe\U0001f100-\U0001f10c\U0001f110-\U0001f12b\U0001f130-\U0001f149\U0001f150-\U0001f189"
)
_LEVELS = r"\d{1,3}(?:\.\d{1,3})"
_HEBREW = r"""[א-ת]{1,2}["״][א-ת]"""
_INSERTED = r"bis|ter|quater|quinquies|sexies|septies|octies|novies|decies"
# Each kind of number with the signs that must or may close it. Everything is bounded: matching is linear.
_KINDS = (
    rf"[(（〔［\[]\s?(?P<inner>\d{{1,6}}|{_LEVELS}{{1,4}}|\d{{1,3}}[a-z]|[^\W\d_]{{1,4}}[׳']?|{_HEBREW})\s?[)）〕］\]][.:]?",
    rf"(?P<levels>[A-Z]\.{_LEVELS}{{0,4}}|{_LEVELS}{{1,5}})(?P<sign>(?:\s?[.)\]）:：、．]){{0,2}})",
    rf"(?P<ordinal>\d{{1,3}}(?:\.?[ºª°]|\s?(?:{_INSERTED})(?=[\s.)])))(?:[.):]|\s?[-–—])?",
    r"(?P<digits>\d{1,6})(?:[A-Za-z](?=[.)]))?(?P<end>(?:\s?[.)\]）:：、，．။၊]){1,2}|\.?[-–—]|\s[-–—])",
    r"§\s?(?P<section>\d{1,3}[a-z]?)[.):]?",
    r"\d\ufe0f?\u20e3",
    rf"[{_ENCLOSED}][.)、．]?",
    rf"(?P<letters>[^\W\d_]{{1,4}}|{_HEBREW})[׳']?\s?(?P<close>[.)、．:：/])\)?",
)
_PRINTED = re.compile(rf"\s*+(?P<printed>{'|'.join(_KINDS)})(?P<gap>\s*+)")
_GLUED = frozenset("、，．）：】〕］")  # after these, and after one enclosed sign, no space is written
_DATE = re.compile(r"[^\W\d_]{3,12}\.? (?:de )?\d{4}\b|\d{1,2}\s?[./]\s?\d{4}\b")
_LONGEST_DATE = 40  # characters of a line that is only a date
_INITIAL = re.compile(r"(?:[^\W\d_]\.\s?)+(?:[^\W\d_]|$)")
_DEGREE = re.compile(r"[CF]\b")
_LARGEST_WORD = 99  # letters that add up to more are more often a word
_LARGEST_ROMAN = 399  # numerals with D and M are more often a degree or a town


# Which kinds stand inside which in laws and minutes: I. and A. hold 1., that holds (a), that holds dashes.
_RANKS = {"upper letters": 0, "chinese": 1, "digits": 1, "letters": 2, "bullet": 3}
_DIGITS = frozenset({"decimal", "native-digits"})
_ROMAN = frozenset({"lower-roman", "upper-roman"})


def _find_kind(enumerator: Enumerator) -> str:
    if enumerator.is_bullet:
        return "bullet"
    first = enumerator.readings[0] if enumerator.readings else None
    if first and first.style in _DIGITS:
        return "digits"
    if enumerator.printed.strip("(（")[0].isupper():
        return "upper letters"
    return "chinese" if first and first.system == "chinese" else "letters"


def _count_repeats(enumerator: Enumerator) -> int:
    """Count how often the first letter of an alphabet is repeated, as in `aa)`."""
    core = strip_signs(enumerator.printed)
    if len(core) < 2 or core != core[0] * len(core) or not core[0].isalpha():
        return 1
    firsts = (reading.ordinal == 1 and reading.style not in _ROMAN for reading in read_numeral(core[0]))
    return len(core) if any(firsts) else 1


@attrs.frozen
class Enumerator:
    """A number, a letter or a bullet that is printed before a text."""

    printed: str
    """Verbatim, `(a)` or `3.`, without the white space around it."""
    end: int
    """Where the text itself begins."""
    ordinal: int | None = None
    """What it counts, where it does so in a word: `PRIMERO:`; numbers are counted beside their neighbours."""
    readings: tuple[Reading, ...] = attrs.field(default=(), kw_only=True)
    """What a number can count; empty for words and bullets."""
    is_bullet: bool = attrs.field(default=False, kw_only=True)
    """Whether it counts nothing."""
    kind: str = attrs.field(default=attrs.Factory(_find_kind, takes_self=True), kw_only=True)
    """Which kind of number it is, by its first reading: digits, letters, capitals, Chinese; or a bullet."""
    repeats: int = attrs.field(default=attrs.Factory(_count_repeats, takes_self=True), kw_only=True)
    """How often its letter is repeated: 2 in `aa)`, which can count inside `a)`; 1 for all else."""

    @property
    def marker(self) -> str | None:
        """What is printed; None for a bullet."""
        return None if self.is_bullet else self.printed

    @property
    def style(self) -> str:
        """How it looks: digits, letters, numerals, the depth of `1.2.3`, with its signs; or the bullet itself."""
        if self.is_bullet:
            return self.printed
        levels = self.printed.strip(".()").count(".") if self.kind == "digits" else 0
        return (f"level {levels + 1}" if levels else self.kind) + self.shape

    @property
    def shape(self) -> str:
        """The signs around it."""
        opening, closing = self.printed[0], self.printed[-1]
        return ("(" if opening in "(（" else "") + ("" if closing.isalnum() else closing)

    @property
    def rank(self) -> int:
        """How far inside others its kind usually stands: capitals, digits, lower case, bullets."""
        return _RANKS[self.kind]

    @property
    def is_first(self) -> bool:
        """Whether a list can begin with it."""
        return self.is_bullet or any(reading.ordinal == 1 for reading in self.readings) or self.repeats > 1

    @property
    def is_initial(self) -> bool:
        """Whether it could begin a name: one letter and a dot, `J.` or `г.`, but no lower case that counts 1."""
        letter = self.printed[0]
        if len(self.printed) != 2 or self.printed[1] != "." or not letter.isalpha():
            return False
        is_first = "SMALL" in unicodedata.name(letter, "") and any(reading.ordinal == 1 for reading in self.readings)
        return not is_first and unicodedata.east_asian_width(letter) not in "WF"

    @property
    def is_doubtful(self) -> bool:
        """Whether it needs a list that has come so far: `J.` begins a name too, and `1948.` a sentence."""
        return self.is_initial or any(one.ordinal > LARGEST for one in self.readings if one.style in _DIGITS)

    def looks_like(self, other: Enumerator) -> bool:
        """Return whether both can stand in one list: the same signs and the same kind of number."""
        kinds = {reading.style for reading in self.readings}
        return (
            self.style == other.style
            and self.repeats == other.repeats
            and (self.is_bullet or any(reading.style in kinds for reading in other.readings))
        )


def find_enumerator(text: str, *, largest: int | None = LARGEST) -> Enumerator | None:
    """Find the number before a text: `1.`, `(a)`, `iv)`, `٣.`, `三、`, `①`, `1 bis.`, `§ 5`.

    Return None if the text begins otherwise, as with the initials of `J. R. Smith`, the date of `7. März 2025`, the
    quantity of `1.5 million`, or a word; and if all that the number can count is larger than `largest`.
    """
    if text[:_LONGEST_LETTERS].isalpha():  # as most texts begin
        return None
    found = _PRINTED.match(text)
    if not found:
        return None
    printed, end = found["printed"], found.end()
    rest = text[end : end + _LONGEST_DATE]
    if not _is_apart(found, rest) or _is_something_else(found, rest):
        return None
    readings = _plausible(found, read_numeral(printed))
    if not readings or (largest is not None and all(reading.ordinal > largest for reading in readings)):
        return None
    return Enumerator(printed, end, readings=readings)


def _is_apart(found: re.Match[str], rest: str) -> bool:
    """Return whether the number is parted from what follows: by a space, or by a sign that needs none."""
    last = found["printed"][-1]
    return bool(found["gap"]) or not rest or last in _GLUED or unicodedata.category(last) in ("No", "So", "Me")


def _is_something_else(found: re.Match[str], rest: str) -> bool:
    """Return whether it is a date, a quantity, a range or the first of two initials."""
    if found["levels"]:
        parts = found["levels"].split(".")
        is_quantity = rest[:1].isdecimal() or (parts[0].isdecimal() and any(part[0] == "0" for part in parts))
        return is_quantity or (len(parts) == 2 and not found["sign"] and rest[:1].islower())
    if found["digits"]:
        is_range = found["end"][-1] in "-–—" and (rest[:1].isdecimal() or not found["gap"])
        return is_range or (len(rest) < _LONGEST_DATE and found["end"] == "." and bool(_DATE.match(rest)))
    if found["ordinal"] or found["section"]:
        return found["printed"][-1] not in ".):-–—" and (not rest[:1].isupper() or bool(_DEGREE.match(rest)))
    return found["close"] == "." and bool(_INITIAL.match(rest))


def _plausible(found: re.Match[str], readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Leave out what letters seldom mean before a text: 1000 for `m`, 45 for a word of two letters."""
    letters = found["letters"] or found["inner"] or ""
    if len(letters) < 2 or not letters[0].isalpha():
        return readings
    is_bare = found["close"] == "."
    return tuple(reading for reading in readings if _is_usual(letters, reading, is_bare=is_bare))


def _is_usual(letters: str, reading: Reading, *, is_bare: bool) -> bool:
    if reading.style in _ROMAN:
        return reading.ordinal <= _LARGEST_ROMAN
    if letters.isascii():  # pp. and ss. are words
        return letters[0] in "aA" or (letters[0] == letters[-1] and (not is_bare or letters[0] in "bcdBCD"))
    if reading.style in ("chinese", "chinese-formal", "ethiopic-numeric"):
        return True
    return reading.ordinal <= _LARGEST_WORD and not (is_bare and letters[0] == letters[1])
