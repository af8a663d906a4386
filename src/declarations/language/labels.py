"""Labels of clauses: finding them in front of a text, and telling what they count."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import attrs

from declarations.model import Label, LabelStyle
from declarations.numerals import choose_readings, find_printed, is_next, read_numeral

__all__ = ["Enumerator", "find_enumerator", "is_next", "make_label", "make_labels", "read_counts"]

_LARGEST = 999  # larger numbers in front of a text are years and amounts


@attrs.frozen
class Enumerator:
    """An enumerator that stands in front of a text."""

    printed: str
    """Verbatim, without the white space after it."""
    end: int
    """Where the text itself begins."""


def find_enumerator(text: str) -> Enumerator | None:
    """Find `1.`, `(a)`, `iv)`, `٣.`, `三、`, `①`, `§ 5` in front of a text; None where the text begins at once."""
    found = find_printed(text)
    if not found or all(reading.ordinal > _LARGEST for reading in found.readings):
        return None
    return Enumerator(found.printed, found.end)


@lru_cache(maxsize=4096)
def read_counts(printed: str) -> tuple[tuple[LabelStyle, int], ...]:
    """Give every way to read an enumerator as a place in a series: `(i)` is Roman 1 and letter 9."""
    return tuple(dict.fromkeys((LabelStyle(reading.style), reading.ordinal) for reading in read_numeral(printed)))


def make_label(printed: str) -> Label:
    """Make the label of an enumerator that stands alone, with the smallest number that it usually means."""
    return make_labels((printed,))[0]


def make_labels(series: Sequence[str]) -> tuple[Label, ...]:
    """Make the labels of neighbours; the sequence decides between (i) after (h) and (i) before (ii)."""
    chosen = choose_readings([read_numeral(printed) for printed in series])
    return tuple(
        Label(printed, ordinal=reading.ordinal, style=LabelStyle(reading.style)) if reading else Label(printed)
        for printed, reading in zip(series, chosen, strict=True)
    )
