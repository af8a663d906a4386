"""A tiny corpus of heads, made for tests: what cues see in them and what is right, with figures that nearly fit."""

from __future__ import annotations

import math

from declarations.recognition.decide.weights import PARTS
from declarations.recognition.reading import Part
from tools.figures import Figures
from tools.gold.answers import ANY
from tools.gold.heads import Example, Head

RECALLS, DECIDES, IDLE = ("opener", "recalls"), ("verb", "decides"), ("idle", "seen")
"""What the cues of the tiny corpus see; the last tells nothing that the others do not."""

_CONTEXT, _DECIDED = frozenset({Part.CONTEXT}), frozenset({Part.RESOLUTION})


def make_figures_by_hand(*, decides: float = 4.0) -> Figures:
    """Return figures in which parts keep their order; `decides` is what a verb is worth for a resolution."""
    order = range(len(PARTS))
    return Figures(
        priors=dict.fromkeys(PARTS, -5.0) | {Part.CONTEXT: -1.0, Part.RESOLUTION: -1.0},
        weights={
            RECALLS: {Part.CONTEXT: 4.0},
            DECIDES: {Part.RESOLUTION: decides, Part.CONTEXT: -1.0},
            IDLE: {Part.RESOLUTION: -0.1},
        },
        costs=tuple(tuple(0.0 if after >= before else math.inf for after in order) for before in order),
    )


def make_examples() -> tuple[Example, ...]:
    """Return motions of two corpora: what recalls is context, what decides is resolution, the rest is unknown."""
    recalled, decided = Head((RECALLS,), _CONTEXT), Head((DECIDES, IDLE), _DECIDED)
    heads = ((recalled, decided), (recalled, recalled, decided, decided), (recalled, Head((), ANY), decided))
    return tuple(
        Example(corpus=corpus, genre=corpus, name=f"{corpus} {number}", heads=row, count=number)
        for corpus in ("mills", "ovens")
        for number, row in enumerate(heads, 1)
    )
