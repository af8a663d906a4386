"""What begins an item of a text, and which number can follow which in one list."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Sequence

import attrs

from declarations.numerals.enumerators import Enumerator, find_enumerator

__all__ = ["count_on", "find_item", "find_successor", "is_near", "is_successor", "start_series"]

_BULLET = re.compile(r"(?P<bullet>[•‣◦▪●○■□·⁃➢➤✓✔→*–—-])[ \t\u00a0\u3000]+(?=\S)")
_MOST_SKIPPED = 3
_NOTES, _ANSWERS = "[［", ":："  # what opens the sign of a note, and what closes the name of a speaker


def find_item(line: str) -> Enumerator | None:
    """Return the bullet or number with which a line without indentation begins an item; None if it begins otherwise.

    A number alone is not an item, and neither are the sign of a note and the name of a speaker.
    """
    if bullet := _BULLET.match(line):
        return Enumerator(bullet["bullet"], bullet.end(), is_bullet=True)
    found = find_enumerator(line, largest=None)
    if not found or found.end == len(line) or found.printed[0] in _NOTES or found.printed[-1] in _ANSWERS:
        return None
    return found


def is_successor(after: Enumerator, before: Enumerator) -> bool:
    """Return whether one enumerator can follow another in one list."""
    return find_successor(after, before) is not None


def find_successor(after: Enumerator, before: Enumerator) -> Enumerator | None:
    """Return an enumerator as what it is after another, (i) after (h) as a letter; None if it does not follow."""
    if after.is_bullet or before.is_bullet:
        return after if after.style == before.style else None
    if after.shape != before.shape:
        return None
    expected = {(style, system, ordinal + 1) for style, ordinal, system, _ in before.readings}
    styles = {style for style, ordinal, system, _ in after.readings if (style, system, ordinal) in expected}
    if not styles:
        return None
    kept = _keep(after, styles)
    return kept if kept.repeats == before.repeats else attrs.evolve(kept, repeats=before.repeats)


def start_series(enumerator: Enumerator) -> Enumerator:
    """Return an enumerator as what it is at the beginning of a list: (i) as a Roman number, if it can be the first."""
    return _keep(enumerator, {reading.style for reading in enumerator.readings if reading.ordinal == 1})


def is_near(after: Enumerator, before: Enumerator) -> bool:
    """Return whether one number can follow another in a list that is printed with mistakes: doubled or skipped."""
    if after.style != before.style or not after.readings or not before.readings:
        return False
    one, two = before.readings[0], after.readings[0]
    return one.system == two.system and one.ordinal <= two.ordinal <= one.ordinal + _MOST_SKIPPED


def count_on(found: Sequence[Enumerator]) -> Collection[int]:
    """Return the places of the numbers that count on from one of their kind, and of those from which they do.

    Series may stand in one another: `(1)`, `(a)`, `(b)`, `(2)`.
    """
    last: dict[str, int] = {}
    counted: set[int] = set()
    for place, enumerator in enumerate(found):
        before = last.get(enumerator.style)
        if before is not None and is_successor(enumerator, found[before]):
            counted |= {before, place}
        elif not enumerator.is_first:
            continue
        last[enumerator.style] = place
    return counted


def _keep(enumerator: Enumerator, styles: Container[str]) -> Enumerator:
    """Leave only the readings of some styles, if there are any."""
    kept = tuple(reading for reading in enumerator.readings if reading.style in styles)
    return enumerator if len(kept) in (0, len(enumerator.readings)) else attrs.evolve(enumerator, readings=kept)
