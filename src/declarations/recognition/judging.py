"""Where every block went, and why."""

from __future__ import annotations

from declarations.recognition.decide.weights import weigh_parts
from declarations.recognition.document import Document
from declarations.recognition.reading import Evidence, Judgement, Part

__all__ = ["judge"]


def judge(document: Document) -> tuple[Judgement, ...]:
    """Return a judgement for every block between the first and the last of a document."""
    return tuple(_judge(document, id) for id in document.span)


def _judge(document: Document, id: int) -> Judgement:
    """Return where one block went: dropped for a reason, with its head, by a rule, or by its own evidence."""
    block, part = document.blocks[id], document.parts.get(id)
    if part is None:
        reason = Evidence(document.boilerplate.get(id, ""), Part.BOILERPLATE, 0.0)
        return Judgement(block=block, part=Part.BOILERPLATE, evidence=(reason,))
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
