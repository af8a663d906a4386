"""Numbers as they are printed, both ways."""

# ruff: noqa: E501 - tables of cases read best with one case a line

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations.numerals import (
    format_alphabetic,
    format_roman,
    parse_alphabetic,
    parse_chinese,
    parse_digits,
    parse_roman,
)


def test_roman_numerals_go_both_ways() -> None:
    """Every number that Roman numerals can write is read back, in either case."""
    for number in range(1, 4000):
        letters = format_roman(number)
        assert letters is not None
        assert parse_roman(letters) == parse_roman(letters.upper()) == number


@pytest.mark.parametrize("text", ["", "iiii", "vx", "iix", "a", "mmmm", "i i", "1"])
def test_other_letters_are_no_roman_numerals(text: str) -> None:
    """Only the one canonical form is a number."""
    assert parse_roman(text) is None


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_other_numbers_have_no_roman_form(number: int) -> None:
    """Outside 1 to 3999 there is none."""
    assert format_roman(number) is None


@given(st.integers(1, 26 * 26 * 27))
def test_letters_go_both_ways(number: int) -> None:
    """Letters are read back as the number, but doubled letters count as in AA, BB, CC."""
    letters = format_alphabetic(number)
    assert letters is not None
    if len(letters) == 1 or len(set(letters)) > 1:
        assert parse_alphabetic(letters) == parse_alphabetic(letters.upper()) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("a", 1), ("z", 26), ("aa", 27), ("bb", 28), ("ab", 28), ("abcd", None), ("é", None), ("", None)],
)
def test_letters_are_numbers(text: str, number: int | None) -> None:
    """Up to three Latin letters count."""
    assert parse_alphabetic(text) == number


def test_there_are_no_letters_below_one() -> None:
    """Zero and negative numbers have no letters."""
    assert format_alphabetic(0) is None
    assert format_alphabetic(-5) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("١٢", 12),
        ("१२", 12),
        ("១២", 12),
        ("፲፪", None),
        ("1٢", None),
        ("0", 0),
        ("", None),
        ("1.", None),
        ("9" * 5000, None),
        ("²", None),
    ],
)
def test_digits_of_every_script_are_numbers(text: str, number: int | None) -> None:
    """Decimal digits of one script are read; digits of two scripts and other numerals are not."""
    assert parse_digits(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一", 1), ("十", 10), ("十一", 11), ("二十", 20), ("廿一", 21), ("三十二", 32), ("一百零五", 105), ("九千九百九十九", 9999),
        ("二〇二五", 2025), ("", None), ("条", None), ("〇", 0),
    ],
)  # fmt: skip
def test_chinese_numerals_are_numbers(text: str, number: int | None) -> None:
    """Written with units or as a row of digits."""
    assert parse_chinese(text) == number
