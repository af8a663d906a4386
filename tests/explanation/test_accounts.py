"""Accounts: the evidence by part, added up, and what decided besides."""

from __future__ import annotations

import pytest

from declarations import Text
from declarations.explanation.accounts import account_for, explain_cue
from declarations.inspection import Block, BlockKind, Evidence, Judgement, Part
from declarations.recognition.adjust import RULES
from declarations.recognition.decide.cues import CUES
from declarations.recognition.decide.weights import load_weights, weigh_parts
from declarations.recognition.extract.table import EXTRACTORS


def judge(
    part: Part, *evidence: Evidence, kind: BlockKind = BlockKind.PARAGRAPH, second: Part | None = None
) -> Judgement:
    """Make a judgement of a block of one word."""
    return Judgement(block=Block(kind=kind, text=Text("word")), part=part, evidence=evidence, runner_up=second)


def test_weights_are_those_of_recognition() -> None:
    """A case weighs what recognition weighs: the prior and all evidence; the part taken comes first."""
    evidence = (
        Evidence("prose", Part.CONTEXT, 1.5),
        Evidence("verb", Part.RESOLUTION, 5.0),
        Evidence("opener", Part.CONTEXT, 4.0),
    )
    (account,) = account_for([judge(Part.CONTEXT, *evidence, second=Part.FORMULA)])
    weights = weigh_parts(evidence)
    assert [case.part for case in account.cases] == [Part.CONTEXT, Part.RESOLUTION, Part.FORMULA]
    assert [case.weight for case in account.cases] == [weights[case.part] for case in account.cases]
    assert account.taken is not None
    assert account.taken.prior == load_weights().priors[Part.CONTEXT]
    assert [one.cue for one in account.taken.evidence] == ["opener", "prose"]
    assert account.remark is None


def test_a_part_with_less_evidence() -> None:
    """Where the order of the parts wins over a block's own evidence, that is said."""
    (account,) = account_for([judge(Part.CONTEXT, Evidence("verb", Part.RESOLUTION, 9.0), second=Part.RESOLUTION)])
    assert account.remark is not None
    assert account.remark.startswith("By its own evidence it would be resolution;")


def test_followers_name_their_lead() -> None:
    """A follower tells after which block it goes; boilerplate and notes between do not count."""
    lead = judge(Part.RESOLUTION, Evidence("verb", Part.RESOLUTION, 5.0))
    menu = judge(Part.BOILERPLATE, Evidence("landmark banner", Part.BOILERPLATE, 0.0))
    note = judge(Part.NOTE, kind=BlockKind.NOTE)
    follower = judge(Part.RESOLUTION, Evidence("dependent", Part.RESOLUTION, 0.0))
    accounts = list(account_for([menu, lead, menu, note, follower, follower]))
    told = "It depends on {} and goes where that goes; it was not weighed."
    assert accounts[4].remark == accounts[5].remark == told.format("block 2")
    assert next(account_for([follower])).remark == told.format("a block")


@pytest.mark.parametrize(
    ("judgement", "told"),
    [
        (judge(Part.BOILERPLATE, Evidence("landmark search", Part.BOILERPLATE, 0.0)), "no document: search."),
        (judge(Part.BOILERPLATE, Evidence("rule", Part.BOILERPLATE, 0.0)), "holds no words"),
        (judge(Part.BOILERPLATE, Evidence("boilerplate phrase", Part.BOILERPLATE, 0.0)), "begins with a phrase"),
        (judge(Part.BOILERPLATE, Evidence("outside the article", Part.BOILERPLATE, 0.0)), "stands outside of it"),
        (judge(Part.BOILERPLATE, Evidence("too far away", Part.BOILERPLATE, 0.0)), "weighed: too far away."),
        (judge(Part.NOTE, kind=BlockKind.NOTE), "makes it a note"),
        (judge(Part.CLOSING), "No cue said anything"),
    ],
)
def test_blocks_that_were_not_weighed(judgement: Judgement, told: str) -> None:
    """What was decided before weighing has a sentence instead of cases."""
    (account,) = account_for([judgement])
    assert (account.cases, account.taken) == ((), None)
    assert account.remark is not None
    assert told in account.remark


@pytest.mark.parametrize("name", [*CUES, *RULES, *EXTRACTORS])
def test_every_cue_rule_and_extractor_is_explained(name: str) -> None:
    """Each has one sentence that says what it sees, or does."""
    told = explain_cue(name)
    assert told.endswith(".")
    assert "\n" not in told
    assert explain_cue("no-such-cue") == ""
