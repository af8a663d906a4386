"""Write figures as the two tables of data that the library reads."""

from __future__ import annotations

import math
from collections.abc import Iterator

from declarations.recognition.decide.weights import PARTS
from tools.figures import Figures

__all__ = ["print_transitions", "print_weights"]

_SHORT = 5  # letters of a part over a column


def print_weights(figures: Figures, origin: str) -> str:
    """Return the table of priors and weights; `origin` says where its figures come from."""
    return "\n".join(_list_weights(figures, origin)) + "\n"


def print_transitions(figures: Figures, origin: str) -> str:
    """Return the table of costs; `origin` says where its figures come from."""
    return "\n".join(_list_transitions(figures, origin)) + "\n"


def _list_weights(figures: Figures, origin: str) -> Iterator[str]:
    yield "# What each part is worth before anything is seen, and what each cue says for a part, or against it."
    yield "# A cue is a table; a row in it is one of the things that the cue can see."
    yield f"# {origin}"
    yield "\n[priors] # rare parts need more evidence"
    yield from (f"{part} = {figures.priors[part]}" for part in PARTS)
    cue = ""
    for (name, seen), row in figures.weights.items():
        if name != cue:
            cue = name
            yield f"\n[cues.{cue}]"
        yield f"{seen} = {{ {', '.join(f'{part} = {weight}' for part, weight in row.items())} }}"


def _list_transitions(figures: Figures, origin: str) -> Iterator[str]:
    yield "# What it costs that a block of one part (row) is followed by a block of another (column); inf: it never is."
    yield "# Going on costs a little, so that doubtful blocks stay with their neighbours."
    yield f"# {origin}"
    yield "\n[costs]"
    width = max(map(len, PARTS))
    yield f"#{' ' * (width + 3)}{' '.join(f'{_shorten(part):>{_SHORT}}' for part in PARTS)}"
    for part, row in zip(PARTS, figures.costs, strict=True):
        yield f"{part:{width}} = [{', '.join(f'{_print_cost(cost):>4}' for cost in row).lstrip()}]"


def _shorten(part: str) -> str:
    """Return the name of a part over its column: `c-hea` is the heading of the context."""
    first, _, second = part.partition("-")
    return f"{first[0]}-{second}"[:_SHORT] if second else part[:_SHORT]


def _print_cost(cost: float) -> str:
    return "inf" if cost == math.inf else f"{cost + 0.0}"  # and not -0.0
