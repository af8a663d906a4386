"""Cross-validation: figures are judged on documents that they were not fitted to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from zlib import crc32

import attrs

from tools.figures import Figures
from tools.fitting import Settings, fit
from tools.gold.heads import Example
from tools.selection import select
from tools.trials import count_heads, count_wrong

__all__ = ["DEALS", "Comparison", "validate"]

_DECKS = 5


def deal_by_genre(example: Example) -> str:
    """Return the kind of a document: figures are judged on kinds that they have never seen."""
    return example.genre


def deal_by_document(example: Example) -> str:
    """Return one of five decks, the same for all forms and languages of a document: others of its kind were seen."""
    return str(crc32(example.name.split(".")[0].encode()) % _DECKS)


DEALS: Mapping[str, Callable[[Example], str]] = {"genre": deal_by_genre, "document": deal_by_document}
"""Ways to set documents apart, by name."""


@attrs.frozen
class Comparison:
    """How many heads are wrong in documents that were set apart, by genre."""

    heads: Counter[str] = attrs.field(factory=Counter)
    """How many heads there are."""
    kept: Counter[str] = attrs.field(factory=Counter)
    """How many are wrong with the figures at the beginning."""
    fitted: Counter[str] = attrs.field(factory=Counter)
    """How many are wrong with all that was fitted to other documents."""
    chosen: Counter[str] = attrs.field(factory=Counter)
    """How many are wrong with those of these figures that paid there."""

    @property
    def gains(self) -> bool:
        """Whether fewer heads are wrong with the chosen figures."""
        return self.chosen.total() < self.kept.total()

    def list_rows(self) -> list[tuple[str, list[int]]]:
        """Return a row for every genre, and one for all: heads, and how many are wrong with which figures."""
        columns = (self.heads, self.kept, self.fitted, self.chosen)
        rows = [(genre, [column[genre] for column in columns]) for genre in self.heads]
        return [*rows, ("all", [column.total() for column in columns])]


def validate(
    examples: Sequence[Example], figures: Figures, settings: Settings, deal: Callable[[Example], str]
) -> Comparison:
    """Decide every document by figures that were fitted to, and chosen by, the documents that are dealt elsewhere."""
    comparison = Comparison()
    for name in dict.fromkeys(map(deal, examples)):
        own = [example for example in examples if deal(example) == name]
        others = [example for example in examples if deal(example) != name]
        fitted = fit(others, figures, settings)
        chosen, _ = select(others, figures, fitted)
        comparison.heads.update(count_heads(own))
        for counts, one in ((comparison.kept, figures), (comparison.fitted, fitted), (comparison.chosen, chosen)):
            counts.update(count_wrong(own, one))
    return comparison
