"""Try figures on heads whose right parts are known."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from declarations.recognition.decide.path import find_best
from declarations.recognition.decide.weights import PARTS
from tools.figures import Figures
from tools.gold.heads import Example, Head, Sight

__all__ = ["Trial", "count_faults", "count_heads", "count_wrong"]


class Trial:
    """Figures that are tried; the weights of heads that look alike are added up once."""

    def __init__(self, figures: Figures) -> None:
        """Begin with no head weighed."""
        self._figures = figures
        self._transitions = figures.transitions
        self._weighed: dict[tuple[Sight, ...], list[float]] = {}

    def decide(self, example: Example) -> list[int]:
        """Return the path, as the library finds it; parts are numbers in `PARTS`."""
        return find_best([self._weigh(head) for head in example.heads], self._transitions)

    def find_right(self, example: Example) -> list[int] | None:
        """Return the best path of right parts, or nothing if none is possible."""
        path = find_best([_bar(self._weigh(head), head) for head in example.heads], self._transitions)
        return path if count_faults(example, path) == 0 else None

    def find_rival(self, example: Example, margin: float) -> list[int]:
        """Return the best path where wrong parts are worth more by a margin: what right parts must be better than."""
        rows = [
            [weight if PARTS[at] in head.right else weight + margin for at, weight in enumerate(self._weigh(head))]
            for head in example.heads
        ]
        return find_best(rows, self._transitions)

    def _weigh(self, head: Head) -> list[float]:
        if head.sights not in self._weighed:
            self._weighed[head.sights] = self._figures.weigh(head.sights)
        return self._weighed[head.sights]


def count_wrong(examples: Iterable[Example], figures: Figures) -> Counter[str]:
    """Return how many heads are decided wrongly, by genre; documents with the same heads are all counted."""
    trial = Trial(figures)
    wrong: Counter[str] = Counter()
    for example in examples:
        wrong[example.genre] += count_faults(example, trial.decide(example)) * example.count
    return wrong


def count_heads(examples: Iterable[Example]) -> Counter[str]:
    """Return how many heads there are, by genre; documents with the same heads are all counted."""
    heads: Counter[str] = Counter()
    for example in examples:
        heads[example.genre] += len(example.heads) * example.count
    return heads


def count_faults(example: Example, path: Sequence[int]) -> int:
    """Return how many heads of a document have a wrong part in a path."""
    return sum(PARTS[number] not in head.right for head, number in zip(example.heads, path, strict=True))


def _bar(weights: Sequence[float], head: Head) -> list[float]:
    """Return the weights of a head with those of wrong parts out of reach."""
    return [weight if PARTS[at] in head.right else -math.inf for at, weight in enumerate(weights)]
