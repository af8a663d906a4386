"""Digits of every script, by the ids of CLDR."""

from __future__ import annotations

import unicodedata

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from declarations.errors import ValidationError
from declarations.language.locales import available_locales, find_locale
from declarations.language.numbering import available_numberings, find_numbering, format_digits

_ENGLISH = Locale("en")


@pytest.mark.parametrize("numbering", available_numberings())
def test_digits_are_those_of_unicode(numbering: str) -> None:
    """The ten digits of each system have the values 0 to 9 wherever this Python knows the characters."""
    digits = format_digits("0123456789", numbering, _ENGLISH)

    assert len(set(digits)) == 10
    for value, digit in enumerate(digits):
        if unicodedata.category(digit) != "Cn":
            assert unicodedata.numeric(digit) == value


def test_every_system_of_babel_is_known() -> None:
    """CLDR lists the symbols of every decimal system in each locale; all of them are offered."""
    assert set(_ENGLISH.number_symbols) <= set(available_numberings())


@pytest.mark.parametrize(
    ("numbering", "locale", "name"),
    [
        ("native", "ar", "arab"),
        ("native", "fa", "arabext"),
        ("native", "hi", "deva"),
        ("native", "zh", "hanidec"),
        ("native", "ta", "tamldec"),
        ("native", "fr", "latn"),
        ("default", "hi", "latn"),
        ("default", "fa", "arabext"),
        ("default", "ar-EG", "arab"),
        ("thai", "fr", "thai"),
    ],
)
def test_native_and_default_are_those_of_the_locale(numbering: str, locale: str, name: str) -> None:
    """`native` and `default` become the ids that CLDR has for the locale; an id stays itself."""
    assert find_numbering(numbering, find_locale(locale)) == name


def test_every_locale_has_digits_of_its_own() -> None:
    """In every locale of CLDR a number can be written in its native and its usual digits, and read again."""
    for tag in available_locales():
        for numbering in ("native", "default"):
            digits = format_digits("1984", numbering, find_locale(tag))
            assert [int(unicodedata.numeric(digit)) for digit in digits if unicodedata.category(digit) != "Cn"] in (
                [1, 9, 8, 4],
                [],
            )


def test_only_digits_are_replaced() -> None:
    """Words, signs and digits of other scripts in a text stay."""
    assert format_digits("12 mars 2025 ٣", "deva", _ENGLISH) == "१२ mars २०२५ ٣"
    assert format_digits("no digits", "arab", _ENGLISH) == "no digits"


@pytest.mark.parametrize("numbering", ["hebr", "roman", "hant", "traditional", "finance"])
def test_systems_without_ten_digits_are_refused(numbering: str) -> None:
    """A system that adds up letters cannot write the digits of a date."""
    with pytest.raises(ValidationError, match="is no row of ten digits; choose a decimal one"):
        format_digits("1", numbering, _ENGLISH)


@pytest.mark.parametrize("numbering", ["", "arabic", "LATN", "x" * 1000])
def test_unknown_systems_are_refused(numbering: str) -> None:
    """An id that CLDR does not have is an error that says what to write."""
    with pytest.raises(ValidationError, match=r"no numbering system of CLDR; choose an id such as"):
        find_numbering(numbering, _ENGLISH)


@given(st.text(), st.sampled_from(available_numberings()))
def test_any_text_can_be_written_in_any_system(text: str, numbering: str) -> None:
    """Writing digits changes nothing but ASCII digits, one for one."""
    written = format_digits(text, numbering, _ENGLISH)

    assert len(written) == len(text)
    assert all(before in "0123456789" or before == after for before, after in zip(text, written, strict=True))
