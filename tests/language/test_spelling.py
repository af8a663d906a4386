"""Spellings that count as the same when phrases are looked for."""

from __future__ import annotations

import pytest

from declarations.language.lexicon import load_lexicon
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import PhraseTable, fold
from declarations.language.spelling import drop_accents, drop_signs


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("يُدِينُ", "يدين"),
        ("نرفـــض", "نرفض"),
        ("מְגַנִּים", "מגנים"),
        ("फ़ैसला", "फैसला"),
        ("\u095eैसला", "फैसला"),
        ("re\u00adsolves", "resolves"),
    ],
)
def test_signs_that_may_be_left_out_are_dropped(written: str, plain: str) -> None:
    """What is left knows where each letter stood."""
    found = drop_signs(written)

    assert found is not None
    assert found.text == plain
    assert found.places[0] == 0
    assert found.places[-1] == len(written)
    assert [*found.places] == sorted({*found.places})


def test_a_text_without_such_signs_is_left_alone() -> None:
    """Accents of Latin letters are no such signs."""
    assert drop_signs("décide") is None
    assert drop_accents("décide") == "decide"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Genoss*innen", "genossːinnen"),
        ("Genoss:in", "genossːin"),
        ("Ｒｅｓｏｌｖｅｄ１", "resolved1"),
        ("Îşi exprimă", "își exprimă"),
        ("«pour»", '"pour"'),
        ("l’eau", "l eau"),
    ],
)
def test_codes_and_marks_are_folded_letter_by_letter(one: str, other: str) -> None:
    """The length stays, so that offsets do."""
    assert fold(one) == other
    assert len(fold(one)) == len(one)


def test_a_phrase_is_found_where_it_is_printed_with_signs() -> None:
    """The offsets are those of the line."""
    arabic = load_lexicon("ar")
    assert arabic is not None
    line = "الموقِّعون: آدم"
    hit = find_phrases(line, [arabic]).opening("roles")

    assert hit is not None
    assert line[hit.start : hit.end] == "الموقِّعون"


def test_a_loose_table_knows_phrases_without_accents_and_joined() -> None:
    """Both the usual spelling and the others are found, but for one that is another phrase."""
    table = PhraseTable.of({"x": ["décide", "adopté", "می‌کنیم"]}, others={"adopte"})

    assert [table.find(fold(one)) is not None for one in ("DÉCIDE", "DECIDE", "می کنیم", "میکنیم")] == [True] * 4
    assert table.find("adopte") is None


@pytest.mark.parametrize("word", ["Αποφάσεις", "Σύσταση", "Groß", "Şehir", "ПРАВО"])
def test_capitals_and_small_letters_fold_alike(word: str) -> None:
    """The last letter of a Greek word has a form of its own in small letters only."""
    assert fold(word.upper()) == fold(word) or len(word.upper()) != len(word)


def test_marks_of_gender_stand_in_words_and_slashes_between_them() -> None:
    """`Genoss:innen` is one word, `at/in` are two."""
    assert fold("Genoss:innen") == fold("Genoss*innen")
    assert fold("at/in Rye") == "at/in rye"
