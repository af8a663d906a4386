"""Headings of plain text: one line or several, and a line of signs under them that tells the level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from declarations.readers.lines import Line
from declarations.scripts import is_joined, measure_width

__all__ = ["find_underline", "is_underline", "tell_level"]

_UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}|\^{3,}|\"{3,}|'{3,}")
_UNDERLINE_LEVELS = "=-~^\"'"
_LONGEST_HEADING = 6  # lines
_GAP = 4  # columns that signs which may not begin a line leave empty, in scripts without spaces


def is_underline(line: Line) -> bool:
    """Return whether a line holds nothing but signs as they stand under headings."""
    return _UNDERLINE.fullmatch(line.text) is not None


def tell_level(line: Line) -> int:
    """Return the level of the heading over an underline: 1 for `=`, 2 for `-` as in CommonMark, 3 for `~` and so on."""
    return 1 + _UNDERLINE_LEVELS.index(line.text[0])


def find_underline(group: Sequence[Line], start: int) -> int | None:
    """Return the line that underlines a heading which begins here, as in CommonMark; None if there is none.

    A heading of several lines begins the group, its longest line is as long as the one under it, and all others
    are full.
    """
    for end in range(start + 1, min(len(group), start + 1 + (_LONGEST_HEADING if not start else 1))):
        if is_underline(group[end]):
            lines = [line.text for line in group[start:end]]
            width = len(group[end].text)
            is_long = len(lines) == 1 or max(map(measure_width, lines)) == width
            return end if is_long and all(_fills(*pair, width) for pair in pairwise(lines)) else None
    return None


def _fills(before: str, after: str, width: int) -> bool:
    """Return whether a line of a heading is so long that the next word did not fit."""
    word = _GAP if is_joined(before, after) else measure_width(after.split(None, 1)[0])
    return measure_width(before) + 1 + word > width
