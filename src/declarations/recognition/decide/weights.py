"""What cues are worth, and what it costs to go from part to part: figures that stand in two files of data."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeAlias

import attrs

from declarations.recognition.reading import Evidence, Part
from declarations.recognition.values import Weighed

__all__ = [
    "PARTS",
    "TRANSITIONS",
    "WEIGHTS",
    "Transitions",
    "Weights",
    "load_transitions",
    "load_weights",
    "weigh_parts",
    "weigh_sights",
]

WEIGHTS = Path(__file__).parent / "weights.toml"
"""The weights of cues."""
TRANSITIONS = Path(__file__).parent / "transitions.toml"
"""The costs of going from part to part."""
PARTS = tuple(part for part in Part if part not in (Part.BOILERPLATE, Part.UNCLAIMED))
"""The parts that a path can take, in the order of the columns."""

Transitions: TypeAlias = tuple[tuple[tuple[int, float], ...], ...]
"""For every part the parts that may stand before it, with their costs; parts are numbers in `PARTS`."""


@attrs.frozen
class Weights:
    """What each part is worth before anything is seen, and what is added by what a cue sees."""

    priors: Mapping[Part, float]
    """Priors by part."""
    evidence: Mapping[tuple[str, str], tuple[Evidence, ...]]
    """Evidence by the name of a cue and what it sees."""


@cache
def load_weights() -> Weights:
    """Return the weights of all cues."""
    data = tomllib.loads(WEIGHTS.read_text("utf-8"))
    return Weights(
        priors={Part(name): value for name, value in data["priors"].items()},
        evidence={
            (cue, seen): tuple(Evidence(cue, Part(part), weight) for part, weight in parts.items())
            for cue, rows in data["cues"].items()
            for seen, parts in rows.items()
        },
    )


@cache
def load_transitions() -> Transitions:
    """Return the costs of going from part to part."""
    rows = tomllib.loads(TRANSITIONS.read_text("utf-8"))["costs"]
    return tuple(
        tuple((before, cost) for before, part in enumerate(PARTS) if (cost := rows[part][after]) < math.inf)
        for after in range(len(PARTS))
    )


@lru_cache(maxsize=4096)
def weigh_sights(seen: tuple[tuple[str, str], ...]) -> Weighed:
    """Return what all that was seen in a block is worth; keys are those of the table of weights.

    Most blocks show what others have shown before, so each combination is weighed once.
    """
    known = load_weights().evidence
    evidence = tuple(one for key in seen for one in known[key])
    weights = weigh_parts(evidence)
    ranked = sorted(PARTS, key=lambda part: -weights[part])
    return Weighed(
        evidence=tuple(sorted(evidence, key=lambda one: -abs(one.weight))),
        weights=tuple(weights[part] for part in PARTS),
        best=(ranked[0], ranked[1]),
    )


def weigh_parts(evidence: Iterable[Evidence]) -> dict[Part, float]:
    """Return every part with the weight that a block has for it: the prior and all evidence."""
    weights = dict(load_weights().priors)
    for one in evidence:
        weights[one.part] += one.weight
    return weights
