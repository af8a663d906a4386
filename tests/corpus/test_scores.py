"""The scores over the corpus do not fall below those that are pinned."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from statistics import fmean

import pytest

from declarations.language import detection, lexicon, lexiconfiles
from declarations.recognition.segment import boilerplate
from tests.corpus.scoring import is_right_act, is_right_charter, share_of_sides
from tests.corpus_files import SUFFIXES, Document, documents

PINNED = tomllib.loads(Path(__file__).with_name("scores.toml").read_text("utf-8"))
FORMS = pytest.mark.parametrize("format", SUFFIXES)


def forms(folder: str, format: str, language: str | None = None) -> list[Document]:
    """Give the documents of a folder in one form, perhaps of one language only."""
    found = [one for one in documents(folder) if one.format == format]
    return [one for one in found if language in (None, one.gold["language"])]


def check(name: str, format: str, **scores: float) -> None:
    """Compare scores with the pinned ones."""
    assert scores.keys() == PINNED[name][format].keys()
    for measure, score in scores.items():
        assert score >= PINNED[name][format][measure], f"{name} {format} {measure}"


def score_charters(format: str) -> float:
    """Give the share of charters that are wholly right."""
    return fmean(is_right_charter(one.gold, one.examine().declaration, format) for one in forms("udhr", format))


@FORMS
def test_charters(format: str) -> None:
    """The articles and the preamble of sixty languages."""
    check("udhr", format, full=score_charters(format))


@pytest.fixture
def without_lexicons(monkeypatch: pytest.MonkeyPatch) -> None:
    """Turn every lexicon off."""
    for module in (lexiconfiles, lexicon, detection, boilerplate):
        monkeypatch.setattr(module, "available_languages", tuple)
    caches: list[Callable[[], None]] = [
        lexicon.load_lexicon.cache_clear,
        lexicon.load_boilerplate.cache_clear,
        detection.index_words.cache_clear,
    ]
    for clear in caches:
        clear()
    yield
    for clear in caches:
        clear()


@pytest.mark.usefixtures("without_lexicons")
@FORMS
def test_charters_without_lexicons(format: str) -> None:
    """The same where no language is known."""
    assert lexicon.load_lexicon("en") is None
    check("udhr-without-lexicons", format, full=score_charters(format))


@pytest.mark.parametrize("language", ["en", "fr"])
@FORMS
def test_acts(language: str, format: str) -> None:
    """Resolutions of the committees of the metre: each passage on its side, each clause cut as printed."""
    readings = [(one.gold, one.examine().declaration) for one in forms("bipm", format, language)]
    sides = [share for gold, found in readings if (share := share_of_sides(gold, found)) is not None]
    right = [is_right for gold, found in readings if (is_right := is_right_act(gold, found)) is not None]
    check(f"bipm-{language}", format, label_both=fmean(sides), full=fmean(right))


@FORMS
def test_statement(format: str) -> None:
    """The statement has the context, the formula and the resolutions of its gold, and its issuer and date."""
    shares = []
    for document in forms("statement", format):
        gold, found = document.gold, document.examine().declaration
        counts = (len(found.context), len(found.resolutions)) == (len(gold["context"]), len(gold["resolutions"]))
        issuer = found.issuer.abbreviation if found.issuer else None
        shares.append(
            counts and bool(found.formula) and issuer == gold["issuer"]["acronym"] and str(found.date) == gold["date"]
        )
    check("statement", format, full=fmean(shares))
