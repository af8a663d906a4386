"""Figures are fitted to heads whose right parts are known, and judged on others."""

from __future__ import annotations

import math
import tomllib
from pathlib import Path

import attrs
import pytest

from declarations.recognition.decide.weights import PARTS, TRANSITIONS, WEIGHTS
from declarations.recognition.reading import Part
from tests.tools.examples import DECIDES, IDLE, RECALLS, make_examples, make_figures_by_hand
from tools import calibrate
from tools.figures import Figures, load_figures, make_figures
from tools.fitting import Settings, fit
from tools.folds import DEALS, validate
from tools.gold.heads import Example, Head
from tools.selection import select
from tools.tables import print_transitions, print_weights
from tools.trials import count_wrong

SETTINGS = Settings(rounds=20, largest=0.5)


@pytest.fixture
def poor() -> Figures:
    """Figures with a planted fault: a verb speaks against a resolution."""
    return make_figures_by_hand(decides=-1.2)


def test_a_planted_better_weight_is_found(poor: Figures) -> None:
    """The fit raises what a verb is worth until all heads are right."""
    fitted = fit(make_examples(), poor, SETTINGS)
    assert count_wrong(make_examples(), poor).total() > 0
    assert count_wrong(make_examples(), fitted).total() == 0
    assert fitted.weights[DECIDES][Part.RESOLUTION] > poor.weights[DECIDES][Part.RESOLUTION]


def test_figures_that_are_right_by_the_margin_stay() -> None:
    """Nothing is learned from heads that are decided well."""
    figures = make_figures_by_hand(decides=9.0)
    assert fit(make_examples(), figures, SETTINGS) == figures


def test_a_fit_is_the_same_on_every_run(poor: Figures) -> None:
    """No figure differs."""
    assert fit(make_examples(), poor, SETTINGS) == fit(make_examples(), poor, SETTINGS)


def test_a_forbidden_transition_is_opened_where_it_is_needed() -> None:
    """Context after a resolution costs something finite, once documents show it; all else stays forbidden."""
    recalled, decided = (Head((RECALLS,), frozenset({Part.CONTEXT})), Head((DECIDES,), frozenset({Part.RESOLUTION})))
    example = Example(corpus="mills", genre="mills", name="1", heads=(decided, decided, recalled, recalled, decided))
    fitted = fit([example], make_figures_by_hand(), SETTINGS)
    context, resolution = PARTS.index(Part.CONTEXT), PARTS.index(Part.RESOLUTION)
    assert fitted.costs[resolution][context] < SETTINGS.opened
    assert count_wrong([example], fitted).total() == 0
    assert fitted.costs[PARTS.index(Part.ANNEX)][PARTS.index(Part.TITLE)] == math.inf


def test_only_figures_that_pay_are_chosen(poor: Figures) -> None:
    """Few of the figures that a fit moves are needed; what else it moved is left as it was."""
    fitted = fit(make_examples(), poor, SETTINGS).list_gains()
    moved = make_figures({**fitted, (*RECALLS, Part.CONTEXT): 3.0})
    chosen, changes = select(make_examples(), poor, moved)
    assert count_wrong(make_examples(), chosen).total() == 0
    assert 0 < len(changes) < sum(gain != fitted[key] for key, gain in poor.list_gains().items())
    assert chosen.weights[RECALLS] == poor.weights[RECALLS]


def test_no_figure_is_chosen_that_harms_a_corpus(poor: Figures) -> None:
    """What helps one corpus and harms another is left, though it helps more than it harms."""
    recalled, decided = (Head(sights, frozenset({Part.CONTEXT})) for sights in ((RECALLS,), (DECIDES, IDLE)))
    harmed = Example(corpus="yeast", genre="yeast", name="1", heads=(recalled, decided))
    examples = (*make_examples(), harmed)
    assert select(examples, poor, fit(make_examples(), poor, SETTINGS))[1] == ()


@pytest.mark.parametrize("deal", DEALS)
def test_documents_are_judged_by_figures_fitted_to_others(poor: Figures, deal: str) -> None:
    """What some documents teach serves the others, be they of another kind or of the same."""
    comparison = validate(make_examples(), poor, SETTINGS, DEALS[deal])
    assert comparison.kept == {"mills": 8, "ovens": 8}
    assert comparison.chosen.total() == comparison.fitted.total() == 0
    assert comparison.gains


def test_figures_are_kept_where_nothing_is_gained() -> None:
    """As many wrong heads as before are no gain."""
    comparison = validate(make_examples(), make_figures_by_hand(), SETTINGS, DEALS["genre"])
    assert comparison.kept == comparison.chosen
    assert not comparison.gains


def test_the_tables_are_written_as_they_are_read() -> None:
    """Printing the figures of the library gives its files again, with a line that says where they come from."""
    figures = load_figures()
    for file, text in (
        (WEIGHTS, print_weights(figures, "By hand.")),
        (TRANSITIONS, print_transitions(figures, "By hand.")),
    ):
        assert tomllib.loads(text) == tomllib.loads(file.read_text("utf-8"))
        assert "# By hand." in text


def test_what_was_chosen_is_written_only_if_it_gains(
    poor: Figures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a planted fault both tables are written, with their origin; with good figures nothing is."""
    weights, transitions = tmp_path / "weights.toml", tmp_path / "transitions.toml"
    monkeypatch.setattr(calibrate, "WEIGHTS", weights)
    monkeypatch.setattr(calibrate, "TRANSITIONS", transitions)
    monkeypatch.setattr(calibrate, "gather_examples", lambda _: make_examples())
    monkeypatch.setattr(calibrate, "load_figures", make_figures_by_hand)
    calibrate.main(["--write"])
    assert "the figures are kept" in capsys.readouterr().out
    assert not weights.exists()

    monkeypatch.setattr(calibrate, "load_figures", lambda: attrs.evolve(poor))
    calibrate.main(["--write"])
    assert "fitted on" in weights.read_text("utf-8")
    assert "mills 19, ovens 19" in transitions.read_text("utf-8")
