"""Lexicons: data files, and finding their phrases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations.language.lexicon import available_languages, load_lexicon
from declarations.language.phrases import PhraseTable, fold


@pytest.mark.parametrize("language", available_languages())
def test_every_lexicon_compiles_and_covers_every_table(language: str) -> None:
    """A lexicon file holds only classes that the model knows, and no table is empty."""
    lexicon = load_lexicon(language)

    assert lexicon is not None
    assert language == lexicon.language
    for table in (lexicon.stances, lexicon.actions, lexicon.hinges, lexicon.headings, lexicon.kinds, lexicon.closings):
        assert table.meanings or table.finals
    assert len(lexicon.function_words) >= 30


def test_lexicon_is_found_by_primary_language() -> None:
    """A regional tag gets the lexicon of its language; an unknown one gets none."""
    assert load_lexicon("en") is load_lexicon("en-GB") or load_lexicon("en-GB") == load_lexicon("en")
    assert load_lexicon("tlh") is None


def test_longest_phrase_wins() -> None:
    """Of two phrases that stand at a place the longer one counts."""
    table = PhraseTable.of({"short": ["calls"], "long": ["calls upon"]})

    assert table.find(fold("Calls upon members")) == (10, "long")
    assert table.find(fold("Calls members")) == (5, "short")


def test_phrases_are_whole_words() -> None:
    """`note` is not found in `notebook`, nor `vu` in `vue`."""
    table = PhraseTable.of({"x": ["note", "vu"]})

    assert table.find("notebook") is None
    assert table.find("vue") is None
    assert table.find("vu l avis") == (2, "x")


def test_phrases_in_unspaced_scripts_need_no_word_end() -> None:
    """In Chinese the next character follows at once."""
    assert PhraseTable.of({"x": ["鉴于"]}).find("鉴于对人类") == (2, "x")


def test_apostrophes_and_case_do_not_matter() -> None:
    """Straight, typographic and missing capitals are the same to a phrase."""
    table = PhraseTable.of({"x": ["c’est pourquoi"]})

    assert table.find(fold("C'EST POURQUOI nous")) == (14, "x")


def test_find_inside_gives_the_first_place() -> None:
    """A phrase is found anywhere, but only at the beginning of a word."""
    table = PhraseTable.of({"motion": ["motion"]})

    assert table.find_inside("a motion") == (2, 8, "motion")
    assert table.find_inside("emotion") is None


@given(st.text(max_size=60))
def test_folding_keeps_offsets(text: str) -> None:
    """Folded text is as long as the text, whatever the characters."""
    assert len(fold(text)) == len(text)
