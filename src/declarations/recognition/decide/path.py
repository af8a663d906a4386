"""The best path through the parts, given the evidence for each head and what it costs to go from part to part.

One pass of dynamic programming (Viterbi 1967) finds the path with the greatest sum of weights less costs; it is linear
in the number of heads.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from declarations.recognition.decide.weights import PARTS, Transitions, load_transitions
from declarations.recognition.reading import Part

__all__ = ["find_best", "find_path"]


def find_path(weights: Sequence[Sequence[float]]) -> list[Part]:
    """Return the part of each head, from the weights for each: one a part, in the order of `PARTS`."""
    return [PARTS[number] for number in find_best(weights, load_transitions())]


def find_best(rows: Sequence[Sequence[float]], transitions: Transitions) -> list[int]:
    """Return the best path through rows of weights, one weight a part; parts are numbers in `PARTS`."""
    best = [0.0] * len(transitions)
    steps: list[list[int]] = []
    for weights in rows:
        sums, before = [0.0] * len(transitions), [0] * len(transitions)
        for after, may_precede in enumerate(transitions):
            most, came_from = -math.inf, 0
            for one, cost in may_precede:
                value = best[one] - cost
                if value >= most:
                    most, came_from = value, one
            sums[after] = most + weights[after]
            before[after] = came_from
        best = sums
        steps.append(before)
    at = max(range(len(best)), key=best.__getitem__)
    path: list[int] = []
    for before in reversed(steps):
        path.append(at)
        at = before[at]
    return path[::-1]
