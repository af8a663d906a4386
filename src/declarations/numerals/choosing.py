"""Deciding between the readings of neighbours: (i) after (h) is a letter, (i) before (ii) is Roman."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from declarations.numerals.reading import Reading

__all__ = ["choose_readings"]

# What it costs to go on otherwise than by one in one system. Cheapest first.
_SKIPPED = 0.3  # a few numbers left out
_STARTED = 0.2  # a series that does not begin at 1
_REPEATED = 0.6  # the same number again: 1, 1 bis
_RESUMED = 0.9  # on with a series that a nested one had interrupted
_RESTARTED = 1.0  # a new series, from 1
_JUMPED = 2.0  # anything else
_STEPS = ((1, 0.0), (0, _REPEATED), (2, _SKIPPED), (3, _SKIPPED), (4, _SKIPPED))
_MOST_ALPHABETS = 3  # rare ones in one series
_PER_ORDINAL = 1e-6  # of two equal ways the smaller number: (iv) is 4, not the 256th letter

_Place = tuple[str, str, int]
_Chain = tuple[float, Reading, "_Chain | None"]
_Ends = dict[_Place, _Chain]


def choose_readings(series: Sequence[Sequence[Reading]]) -> list[Reading | None]:
    """Choose one reading for each number of a series, so that together they count on as simply as they can.

    Takes the readings of each number in order; gives None for a number without readings. The cheapest way
    through all of them is found in one pass (Viterbi), in time linear in their number. Rarer alphabets are
    tried only where the usual ones do not explain every step.
    """
    chosen = iter(_find_cheapest(_narrow([readings for readings in series if readings])))
    return [next(chosen) if readings else None for readings in series]


def _narrow(series: Sequence[Sequence[Reading]]) -> list[Sequence[Reading]]:
    """Leave out the readings in rare alphabets that explain no step which the usual ones leave unexplained."""
    if all(len(readings) == 1 for readings in series):
        return list(series)
    helpful: Counter[str] = Counter()
    steps = Counter((id(before), id(after)) for before, after in pairwise(series))  # most steps come again
    distinct = {id(readings): readings for readings in series}
    for (before, after), times in steps.items():
        for system in _explain(distinct[after], distinct[before]):
            helpful[system] += times
    kept = {system for system, _ in helpful.most_common(_MOST_ALPHABETS)}
    narrowed = {
        key: [reading for reading in readings if not reading.doubt or reading.system in kept] or readings
        for key, readings in distinct.items()
    }
    return [narrowed[id(readings)] for readings in series]


def _explain(after: Sequence[Reading], before: Sequence[Reading]) -> list[str]:
    """Return the rare alphabets in which one number follows another, if it does not in a usual one."""
    if _continues(_usual(after), _usual(before)):
        return []
    expected = {(style, system, ordinal + 1) for style, ordinal, system, _ in before}
    return [system for style, ordinal, system, _ in after if (style, system, ordinal) in expected]


def _usual(readings: Sequence[Reading]) -> list[Reading]:
    return [reading for reading in readings if not reading.doubt]


def _continues(after: Sequence[Reading], before: Sequence[Reading]) -> bool:
    """Return whether a number is the next one in a usual reading, or begins a series."""
    for style, ordinal, system, _ in after:
        if ordinal == 1 and all(ordinal != 1 or system != other for _, ordinal, other, _ in before):
            return True
        if any(style == one and system == other and ordinal == last + 1 for one, last, other, _ in before):
            return True
    return False


def _find_cheapest(series: Sequence[Sequence[Reading]]) -> list[Reading]:
    if all(len(readings) == 1 for readings in series):
        return [readings[0] for readings in series]
    seen: set[_Place] = set()
    ends: _Ends = {}
    for readings in series:
        before = ends
        ends = _extend(readings, ends, seen) if ends else _start(readings)
        seen.update([(style, system, ordinal + 1) for style, system, ordinal in before])
    chain = min(ends.values(), key=_cost, default=None)
    chosen = []
    while chain:
        chosen.append(chain[1])
        chain = chain[2]
    return chosen[::-1]


def _cost(end: _Chain) -> float:
    return end[0]


def _start(readings: Sequence[Reading]) -> _Ends:
    ends: _Ends = {}
    for reading in readings:
        style, ordinal, system, doubt = reading
        cost = doubt + ordinal * _PER_ORDINAL + (0.0 if ordinal == 1 else _STARTED)
        ends.setdefault((style, system, ordinal), (cost, reading, None))
    return ends


def _extend(readings: Sequence[Reading], ends: _Ends, seen: set[_Place]) -> _Ends:
    best = min(ends.values(), key=_cost)
    extended: _Ends = {}
    for reading in readings:
        style, ordinal, system, doubt = reading
        place = (style, system, ordinal)
        fresh = _RESTARTED if ordinal == 1 else _RESUMED if place in seen else _JUMPED
        cost, chain = best[0] + fresh, best
        for difference, step in _STEPS:
            last = ends.get((style, system, ordinal - difference))
            if last and last[0] + step <= cost:
                cost, chain = last[0] + step, last
                break
        extended.setdefault(place, (cost + doubt + ordinal * _PER_ORDINAL, reading, chain))
    return extended
