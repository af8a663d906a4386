"""Where every block went, and why."""

from __future__ import annotations

from functools import lru_cache

from declarations.recognition.decide.weights import weigh_parts
from declarations.recognition.document import Document
from declarations.recognition.reading import Evidence, Judgement, Part

__all__ = ["judge"]


def judge(document: Document) -> tuple[Judgement, ...]:
    """Return a judgement for every block between the first and the last of a document."""
    return tuple(
        [
            _judge(document, id, part)
            if (part := document.parts.get(id))
            else Judgement(
                block=document.blocks[id], part=Part.BOILERPLATE, evidence=_give(document.boilerplate.get(id, ""))
            )
            for id in document.span
        ]
    )


@lru_cache(maxsize=256)
def _give(reason: str) -> tuple[Evidence, ...]:
    """Return the reason for boilerplate as evidence, one object for all blocks that have it."""
    return (Evidence(reason, Part.BOILERPLATE, 0.0),)


def _judge(document: Document, id: int, part: Part) -> Judgement:
    """Return where one block of the document went: with its head, by a rule, or by its own evidence."""
    block = document.blocks[id]
    evidence = document.evidence.get(id, ())
    decider = document.deciders.get(id)
    decided = (Evidence(decider, part, 0.0),) if decider else ()
    strongest = (*decided, *sorted(evidence, key=lambda one: -abs(one.weight)))
    remainder = document.remainders.get(id)
    if not evidence:
        return Judgement(block=block, part=part, evidence=strongest, remainder=remainder)
    weights = weigh_parts(evidence)
    weights.pop(part, None)
    runner_up = max(weights, key=weights.__getitem__)
    return Judgement(block=block, part=part, evidence=strongest, runner_up=runner_up, remainder=remainder)
