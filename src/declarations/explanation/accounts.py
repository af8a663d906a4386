"""Why each block went where it did: the evidence by part, added up, and in words what decided besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import attrs

from declarations.blocks import Block, BlockKind
from declarations.recognition.decide.cues import CUES, PRIORS
from declarations.recognition.reading import Evidence, Judgement, Part

__all__ = ["Account", "Case", "account_for", "explain_cue"]

_FOLLOWS = "follows"
_LANDMARK = "landmark "
_UNWEIGHED: Mapping[str, str] = {
    "rule": "It is a horizontal rule, which holds no words.",
    "furniture phrase": "It begins with a phrase that pages have around a document: sharing links, menus, notices.",
    "outside the article": "One article of the page holds most of its words, and this stands outside of it.",
}
"""Reasons that are no cues: what they mean."""
_NOTE = "The markup makes it a note; it was not weighed."
_NO_EVIDENCE = "No cue said anything about it: the order of the parts decided."
_OUTDONE = (
    "By its own evidence it would be {part}; the order of the parts decided, or what was found when the "
    "declaration was put together."
)


@attrs.frozen(kw_only=True)
class Case:
    """What speaks for a part, and against it."""

    part: Part
    """The part."""
    prior: float
    """How likely the part is before anything is seen."""
    evidence: tuple[Evidence, ...]
    """What was seen, the strongest first."""

    @property
    def weight(self) -> float:
        """The prior and all evidence together."""
        return round(self.prior + sum(one.weight for one in self.evidence), 6) + 0.0  # no negative zero


@attrs.frozen(kw_only=True)
class Account:
    """Why one block went where it did."""

    cases: tuple[Case, ...] = ()
    """The part that was taken, then the others by their weight; none for a block that was not weighed."""
    remark: str | None = None
    """What decided instead of the weights, or besides them, in a sentence."""

    @property
    def taken(self) -> Case | None:
        """The case of the part that was taken, if the block was weighed."""
        return self.cases[0] if self.cases else None


def account_for(judgements: Iterable[Judgement]) -> Iterator[Account]:
    """Account for every block of a page, in order."""
    lead: int | None = None  # number of the block that others may follow
    for number, judgement in enumerate(judgements, 1):
        follows = any(one.cue == _FOLLOWS for one in judgement.evidence)
        is_outside = judgement.part is Part.FURNITURE or judgement.block.kind is BlockKind.NOTE
        if not follows and not is_outside:
            lead = number
        if any(one.weight for one in judgement.evidence):
            yield _weigh(judgement)
        else:
            yield Account(remark=_explain_unweighed(judgement, lead))


def _weigh(judgement: Judgement) -> Account:
    seen: dict[Part, list[Evidence]] = {judgement.part: []}
    if judgement.runner_up:
        seen[judgement.runner_up] = []
    for one in judgement.evidence:
        seen.setdefault(one.part, []).append(one)
    cases = [
        Case(
            part=part,
            prior=PRIORS.get(part, 0.0),
            evidence=tuple(sorted(pieces, key=lambda one: -abs(one.weight))),
        )
        for part, pieces in seen.items()
    ]
    cases.sort(key=lambda case: (case.part is not judgement.part, -case.weight))
    best = max(cases, key=lambda case: case.weight)
    is_outdone = best.weight > cases[0].weight
    return Account(cases=tuple(cases), remark=_OUTDONE.format(part=best.part) if is_outdone else None)


def _explain_unweighed(judgement: Judgement, lead: int | None) -> str:
    if not judgement.evidence:
        return _NOTE if judgement.block.kind is BlockKind.NOTE else _NO_EVIDENCE
    return " ".join(_explain_reason(one.cue, judgement.block, lead) for one in judgement.evidence)


def _explain_reason(reason: str, block: Block, lead: int | None) -> str:
    if reason == _FOLLOWS:
        whom = f"block {lead}" if lead else "a block"
        return f"It follows {whom} wherever that goes; it was not weighed."
    if reason.startswith(_LANDMARK):
        return f"The markup puts it into a region of the page that is no document: {reason.removeprefix(_LANDMARK)}."
    return _UNWEIGHED.get(reason) or f"It was decided before anything was weighed: {reason or block.kind}."


@cache
def _sentences() -> Mapping[str, str]:
    """Give what every cue sees: the first line of its docstring, by its name."""
    return {cue.__name__.replace("_", "-"): (cue.__doc__ or "").strip().partition("\n")[0] for cue in CUES}


def explain_cue(name: str) -> str:
    """Say what a cue sees, in a sentence; nothing for a name that no cue has."""
    return _sentences().get(name, "")
