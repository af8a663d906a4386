"""What cues are worth is measured by taking them away."""

from __future__ import annotations

from tests.tools.examples import DECIDES, IDLE, RECALLS, make_examples, make_figures_by_hand
from tools.ablate import report
from tools.ablation import Ablation


def test_a_needed_cue_counts_the_heads_that_go_wrong_without_it() -> None:
    """Without its verb no resolution is known; every document counts as often as it comes."""
    ablation = Ablation(make_examples(), make_figures_by_hand())
    worst, second, *_ = ablation.drop_cues()
    assert ablation.wrong.total() == 0
    assert {worst.name, second.name} == {"verb", "opener"}
    assert worst.total > 0
    assert worst.wrong["mills"] == worst.wrong["ovens"]
    assert worst.broken > 0


def test_a_cue_that_changes_nothing_is_named() -> None:
    """The planted cue is in the list of those without which no head changes, the others are not."""
    lines = [*report(make_examples(), make_figures_by_hand(), pairs=9)]
    assert "cue changes nothing: idle" in lines
    assert "row changes nothing: idle seen" in lines
    assert not [line for line in lines if "changes nothing: verb" in line or "changes nothing: opener" in line]


def test_a_cue_that_nothing_shows_is_named() -> None:
    """A row that no head of the corpus shows is told apart from one that changes nothing."""
    figures = make_figures_by_hand()
    figures.weights["rare", "seen"] = figures.weights[IDLE]  # type: ignore[index]
    assert "cue is never seen: rare" in [*report(make_examples(), figures, pairs=0)]


def test_cues_that_stand_in_for_each_other_come_first_among_pairs() -> None:
    """Either of two cues for the same is enough: only without both do heads go wrong."""
    figures = make_figures_by_hand()
    figures.weights[IDLE] = figures.weights[DECIDES]  # type: ignore[index]
    first, *_ = Ablation(make_examples(), figures).drop_pairs()
    assert {first.first.name, first.second.name} == {"verb", "idle"}
    assert (first.first.total, first.second.total) == (0, 0)
    assert first.shared == first.both.total > 0
    assert RECALLS[0] not in first.both.name
