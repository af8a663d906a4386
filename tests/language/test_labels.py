"""Printed numbers: found in front of a text, and read in their series."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations.language.labels import find_enumerator, make_label, make_labels, read_counts
from declarations.model import LabelStyle


@pytest.mark.parametrize(
    ("text", "printed", "ordinal", "style"),
    [
        ("1. The council", "1.", 1, LabelStyle.DECIMAL),
        ("2) next", "2)", 2, LabelStyle.DECIMAL),
        ("(a) first", "(a)", 1, LabelStyle.LOWER_ALPHA),
        ("iv) fourth", "iv)", 4, LabelStyle.LOWER_ROMAN),
        ("1.2.3 deep", "1.2.3", 3, LabelStyle.DECIMAL),
        ("٣. نص", "٣.", 3, LabelStyle.NATIVE_DIGITS),
        ("३. पाठ", "३.", 3, LabelStyle.NATIVE_DIGITS),
        ("三、决定", "三、", 3, LabelStyle.CHINESE),
        ("（十一）决定", "（十一）", 11, LabelStyle.CHINESE),
        ("B. second", "B.", 2, LabelStyle.UPPER_ALPHA),
    ],
)
def test_enumerators_are_found_and_read(text: str, printed: str, ordinal: int, style: LabelStyle) -> None:
    """Digits of any script, letters, Roman and Chinese numerals stand in front of clauses."""
    found = find_enumerator(text)

    assert found is not None
    label = make_label(found.printed)
    assert (printed, ordinal, style) == (label.printed, label.ordinal, label.style)
    assert not text[found.end :].startswith(" ")


@pytest.mark.parametrize(
    "text",
    [
        "A word",
        "I am here",
        "We call on",
        "Calls upon members",
        "U.N. bodies",
        "e.g. this",
        "– dash",
        "Note: x",
        "1948. That year",
    ],
)
def test_words_are_no_enumerators(text: str) -> None:
    """The first word of a sentence is not taken for its number."""
    assert find_enumerator(text) is None


@pytest.mark.parametrize(
    ("series", "ordinals", "style"),
    [
        (["(a)", "(b)", "(c)"], [1, 2, 3], LabelStyle.LOWER_ALPHA),
        (["(h)", "(i)", "(j)"], [8, 9, 10], LabelStyle.LOWER_ALPHA),
        (["(i)", "(ii)", "(iii)"], [1, 2, 3], LabelStyle.LOWER_ROMAN),
        (["I.", "II.", "III.", "IV.", "V."], [1, 2, 3, 4, 5], LabelStyle.UPPER_ROMAN),
        (["Y.", "Z.", "AA."], [25, 26, 27], LabelStyle.UPPER_ALPHA),
    ],
)
def test_a_series_decides_between_letters_and_roman_numerals(
    series: list[str], ordinals: list[int], style: LabelStyle
) -> None:
    """(i) after (h) is a letter, (i) before (ii) is Roman."""
    labels = make_labels(series)

    assert ordinals == [label.ordinal for label in labels]
    assert {style} == {label.style for label in labels}


def test_a_sign_that_counts_nothing_keeps_its_print() -> None:
    """A label that cannot be read is kept verbatim, without an ordinal."""
    label = make_label("§")

    assert (label.printed, label.ordinal, label.style) == ("§", None, LabelStyle.OTHER)


@given(st.text(max_size=40))
def test_any_text_may_be_asked_for_an_enumerator(text: str) -> None:
    """Finding and reading enumerators never fails, and what is found stands at the beginning."""
    found = find_enumerator(text)

    assert found is None or text.lstrip().startswith(found.printed)
    assert all(count >= 0 for _, count in read_counts(text))
