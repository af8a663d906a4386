"""Why each block went where it did: the evidence by part, added up, and in words what decided besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import attrs

from declarations.blocks import Block, BlockKind
from declarations.recognition.adjust import RULES
from declarations.recognition.decide.cues import CUES
from declarations.recognition.decide.weights import load_weights
from declarations.recognition.extract.table import EXTRACTORS
from declarations.recognition.reading import Evidence, Judgement, Part

__all__ = ["Account", "Case", "account_for", "explain_cue"]

_DEPENDENT = "dependent"
_LANDMARK = "landmark "
_UNWEIGHED: Mapping[str, str] = {
    "rule": "It is a horizontal rule, which holds no words.",
    "boilerplate phrase": "It begins with a phrase that pages have around a document: sharing links, menus, notices.",
    "link alone on its line": "It is nothing but a link to another page.",
    "address, page number or copyright": "It is an address, the number of a page or a line of rights, on its own.",
    "unclaimed": "The declaration does not hold its words.",
    "outside the article": "One article of the page holds most of its words, and this stands outside of it.",
}
"""Reasons that are no cues: what they mean."""
_NOTE = "The markup makes it a note; it was not weighed."
_NO_EVIDENCE = "No cue said anything about it: the order of the parts decided."
_OUTDONE = "By its own evidence it would be {part}; the order of the parts decided."


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
        follows = any(one.cue == _DEPENDENT for one in judgement.evidence)
        is_outside = judgement.part is Part.BOILERPLATE or judgement.block.kind is BlockKind.NOTE
        if not follows and not is_outside:
            lead = number
        if any(one.weight for one in judgement.evidence):
            yield _weigh(judgement, lead)
        else:
            yield Account(remark=_explain_unweighed(judgement, lead))


def _weigh(judgement: Judgement, lead: int | None) -> Account:
    reasons = [one.cue for one in judgement.evidence if not one.weight]
    seen: dict[Part, list[Evidence]] = {judgement.part: []}
    if judgement.runner_up:
        seen[judgement.runner_up] = []
    for one in (piece for piece in judgement.evidence if piece.weight):
        seen.setdefault(one.part, []).append(one)
    priors = load_weights().priors
    cases = [
        Case(
            part=part,
            prior=priors.get(part, 0.0),
            evidence=tuple(sorted(pieces, key=lambda one: -abs(one.weight))),
        )
        for part, pieces in seen.items()
    ]
    cases.sort(key=lambda case: (case.part is not judgement.part, -case.weight))
    best = max(cases, key=lambda case: case.weight)
    remark = " ".join(_explain_reason(reason, judgement.block, lead) for reason in reasons)
    if not remark and best.weight > cases[0].weight:
        remark = _OUTDONE.format(part=best.part)
    return Account(cases=tuple(cases), remark=remark or None)


def _explain_unweighed(judgement: Judgement, lead: int | None) -> str:
    if not judgement.evidence:
        return _NOTE if judgement.block.kind is BlockKind.NOTE else _NO_EVIDENCE
    return " ".join(_explain_reason(one.cue, judgement.block, lead) for one in judgement.evidence)


def _explain_reason(reason: str, block: Block, lead: int | None) -> str:
    if reason == _DEPENDENT:
        whom = f"block {lead}" if lead else "a block"
        return f"It depends on {whom} and goes where that goes; it was not weighed."
    if reason.startswith(_LANDMARK):
        return f"The markup puts it into a region of the page that is no document: {reason.removeprefix(_LANDMARK)}."
    if told := _UNWEIGHED.get(reason) or explain_cue(reason):
        return told
    return f"It was decided before anything was weighed: {reason or block.kind}."


@cache
def _sentences() -> Mapping[str, str]:
    """Return what every cue, rule and extractor does: the first line of its docstring, by its name."""
    named = {**EXTRACTORS, **RULES, **CUES}
    return {name: (function.__doc__ or "").strip().partition("\n")[0] for name, function in named.items()}


def explain_cue(name: str) -> str:
    """Return what a cue sees, or a rule does, in a sentence; nothing for a name that none has."""
    return _sentences().get(name, "")
