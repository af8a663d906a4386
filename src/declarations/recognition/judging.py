"""Where every block went, and why."""

from __future__ import annotations

from functools import lru_cache

from declarations.recognition.document import Document
from declarations.recognition.reading import Evidence, Judgement, Part

__all__ = ["judge"]


def judge(document: Document) -> tuple[Judgement, ...]:
    """Return a judgement for every block between the first and the last of a document."""
    return tuple([_judge(document, id) for id in document.span])


@lru_cache(maxsize=256)
def _give(reason: str, part: Part) -> tuple[Evidence, ...]:
    """Return what decided without weights as evidence, one object for all blocks for which it did."""
    return (Evidence(reason, part, 0.0),)


def _judge(document: Document, id: int) -> Judgement:
    """Return where one block went: out of the document, with its head, by a rule, or by its own evidence."""
    block, part = document.blocks[id], document.parts.get(id)
    if part is None:
        reason = document.boilerplate.get(id, "")
        return Judgement(block=block, part=Part.BOILERPLATE, evidence=_give(reason, Part.BOILERPLATE))
    decider = document.deciders.get(id)
    evidence = _give(decider, part) if decider else ()
    remainder = document.remainders.get(id)
    weighed = document.weighed.get(id)
    if weighed is None or not weighed.evidence:
        return Judgement(block=block, part=part, evidence=evidence, remainder=remainder)
    first, second = weighed.best
    return Judgement(
        block=block,
        part=part,
        evidence=(*evidence, *weighed.evidence) if evidence else weighed.evidence,
        runner_up=second if part is first else first,
        remainder=remainder,
    )
