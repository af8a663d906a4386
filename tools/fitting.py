"""Fit figures to heads whose right parts are known, and hold them near those that they begin with.

Learned are the steps that passive-aggressive updates take for structured outputs (Crammer et al. 2006): where the best
path of right parts is not better than any other by a margin, the figures that tell the two apart are moved just so far
that it is, or by the largest step. After every round over the examples all figures are drawn back to where they began;
the figures of all moments are averaged. Examples come in one order, so the outcome is the same on every run.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from declarations.recognition.decide.weights import PARTS
from tools.figures import Figures, Key, make_figures
from tools.gold.heads import Example
from tools.trials import Trial, count_faults

__all__ = ["Settings", "fit"]


@attrs.frozen(kw_only=True)
class Settings:
    """How figures are fitted."""

    rounds: int = 6
    """How often all examples are gone over."""
    margin: float = 1.0
    """By how much a right path has to be better than another, for each head that is wrong there."""
    largest: float = 0.1
    """The largest step."""
    pull: float = 0.1
    """The share of what was learned that is taken back after every round."""
    opened: float = 8.0
    """What a transition costs at first that the beginning figures forbid; it stays forbidden if it gets no cheaper."""


def fit(examples: Sequence[Example], figures: Figures, settings: Settings) -> Figures:
    """Return the figures that decide the examples better, near those given."""
    start = _open_transitions(figures.list_gains(), settings.opened)
    moves: dict[Key, float] = defaultdict(float)
    sums: dict[Key, float] = defaultdict(float)  # of the moves, each times the moment at which it was made
    moment = 1
    learner = _Learner(start, settings)
    for _ in range(settings.rounds):
        for example, weight in zip(examples, _balance(examples), strict=True):
            step = learner.find_step(example, settings.largest * weight)
            for key, change in step.items():
                moves[key] += change
                sums[key] += moment * change
            if step:
                learner = _Learner(_move(start, moves), settings)
            moment += 1
        for key, moved in moves.items():
            sums[key] -= moment * settings.pull * moved
            moves[key] = moved * (1 - settings.pull)
        learner = _Learner(_move(start, moves), settings)
    averaged = {key: moved - sums[key] / moment for key, moved in moves.items()}
    return make_figures(_close_transitions(_move(start, averaged), figures.list_gains(), settings.opened))


class _Learner:
    """The figures at one moment."""

    def __init__(self, gains: Mapping[Key, float], settings: Settings) -> None:
        self._gains = gains
        self._settings = settings
        self._trial = Trial(make_figures(gains))

    def find_step(self, example: Example, largest: float) -> Mapping[Key, float]:
        """Return the changes after which the right path is better by the margin, or as near as the largest step comes.

        Nothing is learned from a document that has no right path.
        """
        rival = self._trial.find_rival(example, self._settings.margin)
        faults = count_faults(example, rival)
        right = self._trial.find_right(example) if faults else None
        if right is None:
            return {}
        counts = Counter(_trace(example, right))
        counts.subtract(_trace(example, rival))
        told = {key: count for key, count in counts.items() if count and key in self._gains}
        loss = self._settings.margin * faults - sum(count * self._gains[key] for key, count in told.items())
        length = sum(count * count for count in told.values())
        size = min(largest, loss / length) if length else 0.0
        return {key: size * count for key, count in told.items()} if size > 0 else {}


def _trace(example: Example, path: Sequence[int]) -> Iterator[Key]:
    """Yield the figures that a path adds up."""
    parts = [PARTS[number] for number in path]
    for head, part in zip(example.heads, parts, strict=True):
        yield (part,)
        yield from ((*sight, part) for sight in head.sights)
    yield from pairwise(parts)


def _move(gains: Mapping[Key, float], moves: Mapping[Key, float]) -> dict[Key, float]:
    return {key: gain + moves.get(key, 0.0) for key, gain in gains.items()}


def _open_transitions(gains: Mapping[Key, float], cost: float) -> dict[Key, float]:
    """Return figures with a cost for every transition that they forbid."""
    return {key: -cost if gain == -math.inf else gain for key, gain in gains.items()}


def _close_transitions(fitted: Mapping[Key, float], before: Mapping[Key, float], opened: float) -> dict[Key, float]:
    """Return figures with the transitions forbidden that were so before and have become no cheaper."""
    return {key: -math.inf if before[key] == -math.inf and gain <= -opened else gain for key, gain in fitted.items()}


def _balance(examples: Sequence[Example]) -> list[float]:
    """Return a weight for every example: those of a large corpus weigh less, together they still weigh more."""
    sizes = Counter(example.corpus for example in examples)
    mean = sum(map(math.sqrt, sizes.values())) / len(examples)
    return [1 / math.sqrt(sizes[example.corpus]) / mean for example in examples]
