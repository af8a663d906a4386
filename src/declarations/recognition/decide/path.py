"""The best path through the parts, given the evidence for each head and what it costs to go from part to part.

One pass of dynamic programming (Viterbi 1967) finds the path with the greatest sum of weights less costs; it is linear
in the number of heads.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from declarations.recognition.decide.weights import PARTS, load_transitions, weigh_parts
from declarations.recognition.reading import Evidence, Part

__all__ = ["find_path"]


def find_path(evidence: Sequence[Sequence[Evidence]]) -> list[Part]:
    """Return the part of each head, from the evidence for each."""
    transitions = load_transitions()
    best = [0.0] * len(PARTS)
    steps: list[list[int]] = []
    for pieces in evidence:
        weights = weigh_parts(pieces)
        sums, before = [0.0] * len(PARTS), [0] * len(PARTS)
        for after, may_precede in enumerate(transitions):
            most, came_from = -math.inf, 0
            for one, cost in may_precede:
                value = best[one] - cost
                if value >= most:
                    most, came_from = value, one
            sums[after] = most + weights[PARTS[after]]
            before[after] = came_from
        best = sums
        steps.append(before)
    at = max(range(len(PARTS)), key=best.__getitem__)
    path: list[Part] = []
    for before in reversed(steps):
        path.append(PARTS[at])
        at = before[at]
    return path[::-1]
