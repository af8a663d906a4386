"""The figures by which parts are decided, as tools try them: priors, weights of what cues see, costs of transitions."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import TypeAlias

import attrs

from declarations.recognition.decide.weights import PARTS, Transitions, load_transitions, load_weights
from declarations.recognition.reading import Part
from tools.gold.heads import Sight

__all__ = ["Figures", "Key", "load_figures", "make_figures"]

Key: TypeAlias = tuple[str, ...]
"""One figure: a part, what a cue sees for a part (three names), or a part and the part after it."""


@attrs.frozen
class Figures:
    """One set of figures."""

    priors: Mapping[Part, float]
    """What each part is worth before anything is seen."""
    weights: Mapping[Sight, Mapping[Part, float]]
    """What each part gains by what a cue sees."""
    costs: tuple[tuple[float, ...], ...]
    """What it costs to go from a part (row) to another (column), in the order of `PARTS`; infinite: it never does."""

    @property
    def transitions(self) -> Transitions:
        """The costs as the path asks for them."""
        numbers = range(len(PARTS))
        return tuple(
            tuple((before, self.costs[before][after]) for before in numbers if self.costs[before][after] < math.inf)
            for after in numbers
        )

    def without(self, sights: Collection[Sight]) -> Figures:
        """Return the figures when some of what cues see is worth nothing."""
        return attrs.evolve(self, weights={key: row for key, row in self.weights.items() if key not in sights})

    def weigh(self, sights: Collection[Sight]) -> list[float]:
        """Return the weight of every part for a head in which something is seen, in the order of `PARTS`."""
        weights = dict(self.priors)
        for sight in sights:
            for part, weight in self.weights.get(sight, {}).items():
                weights[part] += weight
        return [weights[part] for part in PARTS]

    def list_gains(self) -> dict[Key, float]:
        """Return all figures in one mapping, as what a path gains by them: a cost is a loss."""
        gains: dict[Key, float] = {(part,): prior for part, prior in self.priors.items()}
        gains |= {(*sight, part): weight for sight, row in self.weights.items() for part, weight in row.items()}
        rows = zip(PARTS, self.costs, strict=True)
        return gains | {(part, after): -cost for part, row in rows for after, cost in zip(PARTS, row, strict=True)}


def make_figures(gains: Mapping[Key, float]) -> Figures:
    """Return the figures that `list_gains` gives."""
    weights: dict[Sight, dict[Part, float]] = {}
    for key, gain in gains.items():
        if len(key) == 3:
            weights.setdefault((key[0], key[1]), {})[Part(key[2])] = gain
    return Figures(
        priors={part: gains[part,] for part in PARTS},
        weights=weights,
        costs=tuple(tuple(-gains[part, after] for after in PARTS) for part in PARTS),
    )


def load_figures() -> Figures:
    """Return the figures of the library."""
    known = load_weights()
    costs = [dict(row) for row in load_transitions()]
    return Figures(
        priors=known.priors,
        weights={key: {one.part: one.weight for one in row} for key, row in known.evidence.items()},
        costs=tuple(tuple(after.get(before, math.inf) for after in costs) for before in range(len(PARTS))),
    )
