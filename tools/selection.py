"""Take over only those fitted figures that pay: hand-set figures stay readable, and few of them change.

A fit moves many figures a little, most of them for nothing. Here they are tried one after the other, those that moved
the most first: half way, in full, and twice as far, as a figure that moves alone must do the work of many. A figure is
taken where fewer heads are wrong then, and in no corpus more.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import attrs

from tools.figures import Figures, Key, make_figures
from tools.gold.heads import Example
from tools.trials import Trial, count_faults

__all__ = ["Change", "select"]

_SHARES = (0.5, 1.0, 2.0)  # of the way to the fitted figure
_GRID = 2  # figures are rounded to halves


@attrs.frozen
class Change:
    """One figure that is taken over."""

    key: Key
    """Which."""
    before: float
    """What it was; as a gain, so that costs are negative."""
    after: float
    """What it is."""


def select(examples: Sequence[Example], figures: Figures, fitted: Figures) -> tuple[Figures, tuple[Change, ...]]:
    """Return figures with those fitted ones that pay, and what was changed, in the order in which it was tried."""
    panel = _Panel(examples)
    before, after = figures.list_gains(), fitted.list_gains()
    gains, changes = dict(before), []
    wrong = panel.count(gains)
    for key in sorted(before, key=lambda one: -abs(_shift(before[one], after[one]))):
        tried = ((panel.count_within({**gains, key: new}, wrong), new) for new in _try(before[key], after[key]))
        better = [(counts, new) for counts, new in tried if counts is not None and counts.total() < wrong.total()]
        if better:
            wrong, gains[key] = min(better, key=lambda pair: pair[0].total())
            changes.append(Change(key, before[key], gains[key]))
    return make_figures(gains), tuple(changes)


def _shift(before: float, after: float) -> float:
    """Return how far a figure moved; a transition that was forbidden has come from far."""
    return 0.0 if before == after else after - before


def _try(before: float, after: float) -> list[float]:
    """Return the figures to be tried in place of one; a transition that was forbidden has no half way."""
    if after == -math.inf:
        return []
    tried = [before + share * (after - before) for share in _SHARES] if before > -math.inf else [after]
    return sorted({round(_GRID * one) / _GRID for one in tried} - {before})


class _Panel:
    """Examples by corpus, the small ones first, so that a bad figure is found out soon."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self._corpora: dict[str, list[Example]] = {}
        for example in sorted(examples, key=lambda one: one.corpus):
            self._corpora.setdefault(example.corpus, []).append(example)
        self._order = sorted(self._corpora, key=lambda corpus: sum(len(one.heads) for one in self._corpora[corpus]))

    def count(self, gains: Mapping[Key, float]) -> Counter[str]:
        """Return how many heads are wrong, by corpus."""
        trial = Trial(make_figures(gains))
        return Counter({corpus: self._count(corpus, trial) for corpus in self._order})

    def count_within(self, gains: Mapping[Key, float], most: Counter[str]) -> Counter[str] | None:
        """Return how many heads are wrong, by corpus, or nothing if they are more in one than there may be."""
        trial = Trial(make_figures(gains))
        wrong: Counter[str] = Counter()
        for corpus in self._order:
            wrong[corpus] = self._count(corpus, trial)
            if wrong[corpus] > most[corpus]:
                return None
        return wrong

    def _count(self, corpus: str, trial: Trial) -> int:
        return sum(count_faults(one, trial.decide(one)) * one.count for one in self._corpora[corpus])
