"""Cross-validation: figures are judged on kinds of documents that they were not fitted to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from tools.figures import Figures
from tools.fitting import Settings, fit
from tools.gold.heads import Example
from tools.selection import select
from tools.trials import count_heads, count_wrong

__all__ = ["Fold", "gains_something", "validate"]


@attrs.frozen(kw_only=True)
class Fold:
    """One kind of document, decided by figures that were fitted to all others."""

    genre: str
    """What kind."""
    corpus: str
    """The corpus that it belongs to."""
    heads: int
    """How many heads it has."""
    kept: int
    """How many are wrong with the figures at the beginning."""
    fitted: int
    """How many are wrong with all that was fitted."""
    chosen: int
    """How many are wrong with those fitted figures that paid."""


def validate(examples: Sequence[Example], figures: Figures, settings: Settings) -> Iterator[Fold]:
    """Yield a fold for every genre, in the order in which they come."""
    for genre in dict.fromkeys(example.genre for example in examples):
        own = [example for example in examples if example.genre == genre]
        others = [example for example in examples if example.genre != genre]
        fitted = fit(others, figures, settings)
        chosen, _ = select(others, figures, fitted)
        kept, told, taken = (count_wrong(own, one).total() for one in (figures, fitted, chosen))
        yield Fold(genre=genre, corpus=own[0].corpus, heads=count_heads(own), kept=kept, fitted=told, chosen=taken)


def gains_something(folds: Sequence[Fold]) -> bool:
    """Return whether fewer heads are wrong with the chosen figures, on documents that had no say in the choice."""
    return sum(fold.kept - fold.chosen for fold in folds) > 0
