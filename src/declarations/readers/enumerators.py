"""Numbers, letters and bullets printed at the start of a line of plain text."""

from __future__ import annotations

import re
from collections.abc import Container

import attrs

from declarations.numerals import Reading, find_printed, read_numeral, strip_signs

__all__ = ["Enumerator", "find_enumerator", "find_successor", "is_near", "is_successor", "start_series"]

_BULLET = re.compile(r"(?P<bullet>[•‣◦▪●○■□·⁃➢➤✓✔→*–—-])[ \t\u00a0\u3000]+(?=\S)")
_MOST_SKIPPED = 3
_YEARS = 999  # numbers above are more often years and amounts
_DIGITS = frozenset({"decimal", "native-digits"})
_ROMAN = frozenset({"lower-roman", "upper-roman"})
# Which kinds stand inside which in laws and minutes: I. and A. hold 1., that holds (a), that holds dashes.
_RANKS = {"upper letters": 0, "chinese": 1, "digits": 1, "letters": 2, "bullet": 3}


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
    rank: int = _RANKS["bullet"]
    """How far inside others its kind usually stands: capitals, digits, small letters, bullets."""
    repeats: int = 1
    """How often its letter is repeated: 2 in `aa)`, which can count inside `a)`."""

    @property
    def is_first(self) -> bool:
        """Whether a list can begin with it."""
        return self.printed is None or any(reading.ordinal == 1 for reading in self.readings) or self.repeats > 1

    @property
    def is_doubtful(self) -> bool:
        """Whether it needs a list that has come so far: `J.` begins a name too, and `1948.` a sentence."""
        return self.is_initial or any(reading.ordinal > _YEARS for reading in self.readings if reading.style in _DIGITS)

    def looks_like(self, other: Enumerator) -> bool:
        """Tell whether both can stand in one list: the same signs and the same kind of number."""
        kinds = {reading.style for reading in self.readings}
        return (
            self.style == other.style
            and self.repeats == other.repeats
            and (self.printed is None or any(reading.style in kinds for reading in other.readings))
        )


def find_enumerator(line: str) -> Enumerator | None:
    """Read the enumerator of a line without indentation; None if it begins otherwise.

    An initial as in `J. R. Smith`, a date as in `7. März 2025` and a number as in `1.5 million` are none.
    """
    if bullet := _BULLET.match(line):
        return Enumerator(None, bullet["bullet"], (), bullet.end())
    found = find_printed(line)
    if not found or found.end == len(line) or found.printed[0] in "[［" or found.printed[-1] in ":：":
        return None
    printed, readings = found.printed, found.readings
    kind = _kind(printed, readings[0])
    levels = printed.strip(".()").count(".") if kind == "digits" else 0
    style = (f"level {levels + 1}" if levels else kind) + _shape(printed)
    return Enumerator(printed, style, readings, found.end, found.is_initial, _RANKS[kind], _repeats(printed))


def is_successor(after: Enumerator, before: Enumerator) -> bool:
    """Tell whether one enumerator can follow another in one list."""
    return find_successor(after, before) is not None


def find_successor(after: Enumerator, before: Enumerator) -> Enumerator | None:
    """Give an enumerator as what it is after another, (i) after (h) as a letter; None if it does not follow."""
    if after.printed is None or before.printed is None:
        return after if after.style == before.style else None
    if _shape(after.printed) != _shape(before.printed):
        return None
    expected = {(style, system, ordinal + 1) for style, ordinal, system, _ in before.readings}
    styles = {style for style, ordinal, system, _ in after.readings if (style, system, ordinal) in expected}
    if not styles:
        return None
    kept = _keep(after, styles)
    return kept if kept.repeats == before.repeats else attrs.evolve(kept, repeats=before.repeats)


def start_series(enumerator: Enumerator) -> Enumerator:
    """Give an enumerator as what it is at the beginning of a list: (i) as a Roman number, if it can be the first."""
    return _keep(enumerator, {reading.style for reading in enumerator.readings if reading.ordinal == 1})


def is_near(after: Enumerator, before: Enumerator) -> bool:
    """Tell whether one number can follow another in a list that is printed with mistakes: doubled or skipped."""
    if after.style != before.style or not after.readings or not before.readings:
        return False
    one, two = before.readings[0], after.readings[0]
    return one.system == two.system and one.ordinal <= two.ordinal <= one.ordinal + _MOST_SKIPPED


def _keep(enumerator: Enumerator, styles: Container[str]) -> Enumerator:
    """Leave only the readings of some styles, if there are any."""
    kept = tuple(reading for reading in enumerator.readings if reading.style in styles)
    return enumerator if len(kept) in (0, len(enumerator.readings)) else attrs.evolve(enumerator, readings=kept)


def _shape(printed: str) -> str:
    return ("(" if printed[0] in "(（" else "") + (printed[-1] if not printed[-1].isalnum() else "")


def _kind(printed: str, reading: Reading) -> str:
    if reading.style in _DIGITS:
        return "digits"
    if printed.strip("(（")[0].isupper():
        return "upper letters"
    return "chinese" if reading.system == "chinese" else "letters"


def _repeats(printed: str) -> int:
    """Count how often the first letter of an alphabet is repeated, as in `aa)`; 1 for all else."""
    core = strip_signs(printed)
    if len(core) == 1 or core != core[0] * len(core) or not core[0].isalpha():
        return 1
    firsts = (reading.ordinal == 1 and reading.style not in _ROMAN for reading in read_numeral(core[0]))
    return len(core) if any(firsts) else 1
