"""What changes when the figures for some of what cues see are gone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

import attrs

from tools.figures import Figures
from tools.gold.heads import Example, Sight
from tools.trials import Trial, count_faults

__all__ = ["Ablation", "Effect", "Pair"]


@attrs.frozen(kw_only=True)
class Effect:
    """What changes when something is gone."""

    name: str
    """What is gone."""
    seen: int
    """In how many heads it is seen."""
    changed: int
    """How many heads get another part, be it right or wrong."""
    wrong: Counter[str]
    """How many heads more are wrong, by corpus; negative where fewer are."""
    broken: int
    """How many documents that were right are wrong."""

    @property
    def total(self) -> int:
        """How many heads more are wrong in all corpora."""
        return self.wrong.total()

    @property
    def changes_nothing(self) -> bool:
        """Whether every head keeps its part."""
        return not self.changed


@attrs.frozen(kw_only=True)
class Pair:
    """What changes when two cues are gone, beside what changes when either is."""

    first: Effect
    """Without one of them."""
    second: Effect
    """Without the other."""
    both: Effect
    """Without both."""

    @property
    def shared(self) -> int:
        """How many heads are wrong without both that are not accounted for by either: one stands in for the other."""
        return self.both.total - self.first.total - self.second.total


class Ablation:
    """Examples, decided by figures of which some can be taken away."""

    def __init__(self, examples: Sequence[Example], figures: Figures) -> None:
        """Decide all examples by all figures."""
        self._examples = examples
        self._figures = figures
        trial = Trial(figures)
        self._paths = [trial.decide(example) for example in examples]
        self._places: dict[Sight, set[int]] = defaultdict(set)
        for place, example in enumerate(examples):
            for sight in example.sights:
                self._places[sight].add(place)

    @property
    def wrong(self) -> Counter[str]:
        """How many heads are wrong with all figures, by corpus."""
        wrong: Counter[str] = Counter()
        for example, path in zip(self._examples, self._paths, strict=True):
            wrong[example.corpus] += count_faults(example, path) * example.count
        return wrong

    def drop_cues(self) -> list[Effect]:
        """Return what every cue is worth, the most needed first."""
        return _sort(self.drop(name, sights) for name, sights in self._cues().items())

    def drop_rows(self) -> list[Effect]:
        """Return what every row of every cue is worth, the most needed first."""
        return _sort(self.drop(" ".join(sight), [sight]) for sight in self._figures.weights)

    def drop_pairs(self) -> list[Pair]:
        """Return what every two cues of one document are worth, those that stand in for each other first."""
        cues = self._cues()
        alone = {name: self.drop(name, sights) for name, sights in cues.items()}
        pairs = [
            Pair(first=alone[one], second=alone[two], both=self.drop(f"{one}, {two}", [*cues[one], *cues[two]]))
            for one, two in combinations(cues, 2)
            if self._find_places(cues[one]) & self._find_places(cues[two])
        ]
        return sorted(pairs, key=lambda pair: -pair.shared)

    def drop(self, name: str, sights: Collection[Sight]) -> Effect:
        """Return what changes without some of what cues see; only documents where it is seen are decided again."""
        trial = Trial(self._figures.without(sights))
        seen = changed = broken = 0
        wrong: Counter[str] = Counter()
        for place in self._find_places(sights):
            example, before = self._examples[place], self._paths[place]
            after = trial.decide(example)
            faults = count_faults(example, before)
            more = count_faults(example, after) - faults
            seen += example.count * sum(not set(sights).isdisjoint(head.sights) for head in example.heads)
            changed += example.count * sum(one != other for one, other in zip(before, after, strict=True))
            broken += example.count * (not faults and more > 0)
            wrong[example.corpus] += example.count * more
        return Effect(name=name, seen=seen, changed=changed, wrong=wrong, broken=broken)

    def _cues(self) -> dict[str, list[Sight]]:
        cues: dict[str, list[Sight]] = defaultdict(list)
        for sight in self._figures.weights:
            cues[sight[0]].append(sight)
        return cues

    def _find_places(self, sights: Collection[Sight]) -> set[int]:
        return {place for sight in sights for place in self._places.get(sight, ())}


def _sort(effects: Iterator[Effect]) -> list[Effect]:
    return sorted(effects, key=lambda effect: (-effect.total, -effect.changed, effect.name))
