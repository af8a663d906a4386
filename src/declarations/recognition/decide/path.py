"""Fifth step: the best labelling of all blocks, given the evidence and the order of the parts.

Parts come in a fixed order, and a document never goes back. One pass of dynamic programming over the
blocks finds the labelling with the greatest sum of weights; it is linear in the number of blocks.
"""

from __future__ import annotations

from collections.abc import Sequence

from declarations.recognition.decide.cues import PRIORS
from declarations.recognition.reading import Evidence, Part

__all__ = ["label_blocks", "weigh_parts"]

# Parts on one line may come in any order.
_ORDER: tuple[tuple[Part, ...], ...] = (
    (Part.TITLE, Part.SUBTITLE, Part.MASTHEAD),
    (Part.ENACTING, Part.CONTEXT_HEADING),
    (Part.CONTEXT,),
    (Part.FORMULA,),
    (Part.RESOLUTIONS_HEADING,),
    (Part.RESOLUTION,),
    (Part.CLOSING, Part.SIGNATORY),
    (Part.NOTE,),
    (Part.ANNEX,),
)
_MOVE = 0.4  # what it costs to go on to another part, so that doubtful blocks stay with their neighbours


def weigh_parts(evidence: Sequence[Evidence]) -> dict[Part, float]:
    """Give every part with the weight that a block has for it: the prior and all evidence."""
    weights = dict(PRIORS)
    for one in evidence:
        weights[one.part] += one.weight
    return weights


def label_blocks(evidence: Sequence[Sequence[Evidence]]) -> list[Part]:
    """Give the part of each block, from the evidence for each."""
    best = [0.0] * len(_ORDER)
    steps: list[tuple[list[int], list[Part]]] = []
    for pieces in evidence:
        best, came_from, parts = _advance(best, weigh_parts(pieces))
        steps.append((came_from, parts))
    stage = max(range(len(_ORDER)), key=best.__getitem__)
    labels = []
    for came_from, parts in reversed(steps):
        labels.append(parts[stage])
        stage = came_from[stage]
    return labels[::-1]


def _advance(best: list[float], weights: dict[Part, float]) -> tuple[list[float], list[int], list[Part]]:
    """Go one block further: for every stage the best sum, the stage before, and the part taken."""
    sums, came_from, parts = [], [], []
    leader = 0  # the best of the stages before
    for stage, choices in enumerate(_ORDER):
        stays = best[stage] >= best[leader] - _MOVE or leader == stage
        before = stage if stays else leader
        part = max(choices, key=weights.__getitem__) if len(choices) > 1 else choices[0]
        sums.append(best[before] - (0.0 if stays else _MOVE) + weights[part])
        came_from.append(before)
        parts.append(part)
        if best[stage] > best[leader]:
            leader = stage
    return sums, came_from, parts
