"""Numbers, letters and bullets printed at the start of a line of plain text."""

from __future__ import annotations

import re

import attrs

from declarations.numerals import Reading, find_printed

__all__ = ["Enumerator", "find_enumerator", "is_near", "is_successor"]

_BULLET = re.compile(r"(?P<bullet>[•‣◦▪●○■□·⁃➢➤✓✔→*–—-])[ \t\u00a0\u3000]+(?=\S)")
_MOST_SKIPPED = 3
_YEARS = 999  # numbers above are more often years and amounts
_DIGITS = frozenset({"decimal", "native-digits"})


@attrs.frozen
class Enumerator:
    """What stands at the start of a line, and what it counts."""

    printed: str | None
    """As printed, `(a)` or `3.`; None for a bullet."""
    style: str
    """How it looks: digits, letters, numerals, the depth of `1.2.3`, with its signs; or the bullet itself."""
    readings: tuple[Reading, ...]
    """What it can count; none for a bullet."""
    length: int
    """How much of the line it takes, the gap included."""
    is_initial: bool = False
    """Whether a name could begin so, as `J. Smith` does."""

    @property
    def is_first(self) -> bool:
        """Whether a list can begin with it."""
        return self.printed is None or any(reading.ordinal == 1 for reading in self.readings)

    @property
    def is_doubtful(self) -> bool:
        """Whether it needs a list that has come so far: `J.` begins a name too, and `1948.` a sentence."""
        return self.is_initial or any(reading.ordinal > _YEARS for reading in self.readings if reading.style in _DIGITS)


def find_enumerator(line: str) -> Enumerator | None:
    """Read the enumerator of a line without indentation; None if it begins otherwise.

    An initial as in `J. R. Smith`, a date as in `7. März 2025` and a number as in `1.5 million` are none.
    """
    if bullet := _BULLET.match(line):
        return Enumerator(None, bullet["bullet"], (), bullet.end())
    found = find_printed(line)
    if not found or found.end == len(line) or found.printed[0] in "[［" or found.printed[-1] in ":：":
        return None
    style = _kind(found.printed, found.readings[0]) + _shape(found.printed)
    return Enumerator(found.printed, style, found.readings, found.end, found.is_initial)


def is_successor(after: Enumerator, before: Enumerator) -> bool:
    """Tell whether one enumerator can follow another in one list."""
    if after.printed is None or before.printed is None:
        return after.style == before.style
    if _shape(after.printed) != _shape(before.printed):
        return False
    expected = {(style, system, ordinal + 1) for style, ordinal, system, _ in before.readings}
    return any((style, system, ordinal) in expected for style, ordinal, system, _ in after.readings)


def is_near(after: Enumerator, before: Enumerator) -> bool:
    """Tell whether one number can follow another in a list that is printed with mistakes: doubled or skipped."""
    if after.style != before.style or not after.readings or not before.readings:
        return False
    one, two = before.readings[0], after.readings[0]
    return one.system == two.system and one.ordinal <= two.ordinal <= one.ordinal + _MOST_SKIPPED


def _shape(printed: str) -> str:
    return ("(" if printed[0] in "(（" else "") + (printed[-1] if not printed[-1].isalnum() else "")


def _kind(printed: str, reading: Reading) -> str:
    levels = printed.strip(".()").count(".")
    if reading.style in _DIGITS:
        return f"level {levels + 1}" if levels else "digits"
    return (
        "upper letters"
        if printed.strip("(（")[0].isupper()
        else "letters"
        if reading.system != "chinese"
        else "chinese"
    )
