"""Numbers as they are printed, both ways."""

# ruff: noqa: E501 - tables of cases read best with one case a line

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations.numerals import (
    choose_readings,
    find_enumerator,
    find_styles,
    find_systems,
    format_alphabetic,
    format_chinese,
    format_ethiopic,
    format_japanese,
    format_roman,
    parse_alphabetic,
    parse_chinese,
    parse_digits,
    parse_ethiopic,
    parse_roman,
    read_numeral,
    write_numeral,
)
from declarations.numerals.alphabets import all_alphabets


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
        ("二〇二五", 2025), ("一百一十", 110), ("千", 1000), ("", None), ("条", None), ("〇", 0), ("十百", None), ("十十", None),
        ("二三十", None), ("一二三四五", None), ("一" * 5000, None),
    ],
)  # fmt: skip
def test_chinese_numerals_are_numbers(text: str, number: int | None) -> None:
    """Written with units or as a row of digits."""
    assert parse_chinese(text) == number


def test_chinese_and_japanese_numerals_go_both_ways() -> None:
    """Both spellings of every number below ten thousand are read back."""
    for number in range(1, 10_000):
        assert parse_chinese(format_chinese(number) or "") == number
        assert parse_chinese(format_japanese(number) or "") == number
    assert [format_chinese(number) for number in (10, 12, 105, 110, 1005, 9999)] == [
        "十", "十二", "一百零五", "一百一十", "一千零五", "九千九百九十九",
    ]  # fmt: skip
    assert [format_japanese(number) for number in (10, 105, 110, 1000)] == ["十", "百五", "百十", "千"]
    assert format_chinese(0) is format_japanese(10_000) is None


def test_ethiopic_numerals_go_both_ways() -> None:
    """Every number below ten thousand is read back, in its one canonical form."""
    for number in range(1, 10_000):
        assert parse_ethiopic(format_ethiopic(number) or "") == number
    assert [format_ethiopic(number) for number in (1, 12, 100, 102, 240)] == ["፩", "፲፪", "፻", "፻፪", "፪፻፵"]
    assert format_ethiopic(0) is format_ethiopic(10_000) is None
    assert parse_ethiopic("፪፲") is parse_ethiopic("") is parse_ethiopic("a") is parse_ethiopic("፩" * 5000) is None


@pytest.mark.parametrize(
    ("style", "system", "last"),
    [
        (style, system, last)
        for style, last in {
            "hebrew": 499, "lower-greek-numeric": 999, "upper-greek-numeric": 999, "lower-armenian": 9999,
            "upper-armenian": 9999, "georgian": 9999, "arabic-abjad": 84, "ethiopic-numeric": 9999, "lower-roman": 3999,
            "upper-roman": 3999, "chinese": 9999, "chinese-formal": 9999, "lower-alpha": 78, "upper-cyrillic": 84,
            "cjk-heavenly-stem": 10, "cjk-earthly-branch": 12, "hangul": 168, "thai-alphabetic": 123,
        }.items()
        for system in find_systems(style)[:1]
    ],
)  # fmt: skip
def test_systems_go_both_ways(style: str, system: str, last: int) -> None:
    """What a system writes, up to its last number, is among the readings of its style."""
    for number in [*range(1, min(last, 1000) + 1), last]:
        written = write_numeral(number, style, system)
        assert written is not None
        assert (style, number) in {(reading.style, reading.ordinal) for reading in read_numeral(written)}, written
    if style != "hebrew":  # adds up hundreds: 500 is 400 and 100
        assert write_numeral(last + 1, style, system) is None


def test_hebrew_numerals() -> None:
    """Fifteen and sixteen are 9 + 6 and 9 + 7; marks are not read."""
    assert [write_numeral(number, "hebrew") for number in (10, 15, 16, 17, 115, 400)] == [
        "י",
        "טו",
        "טז",
        "יז",
        "קטו",
        "ת",
    ]
    assert {reading.ordinal for reading in read_numeral("קט״ו")} == {115}
    assert read_numeral("יה") == ()


@pytest.mark.parametrize("alphabet", all_alphabets(), ids=lambda alphabet: f"{alphabet.style}-{alphabet.name}")
def test_alphabets_count(alphabet) -> None:
    """Letters of an alphabet differ, count from 1, and follow each other in their own system."""
    assert len(set(alphabet.letters)) == len(alphabet.letters)
    printed = [alphabet.format(number) for number in range(1, len(alphabet.letters) + 1)]
    for number, letter in enumerate(printed, 1):
        assert (alphabet.style, number, alphabet.name) in {reading[:3] for reading in read_numeral(letter)}
    assert alphabet.format(0) is alphabet.format(alphabet.reach + 1) is None


def test_unknown_styles_and_systems() -> None:
    """There is no system for digits, words and names that nobody knows."""
    assert find_systems("decimal") == find_systems("fancy") == find_styles("fancy") == ()
    assert find_styles("latin") == ("lower-alpha", "upper-alpha")
    assert write_numeral(3, "fancy") is write_numeral(3, "lower-alpha", "russian") is None


@pytest.mark.parametrize(
    ("sign", "ordinal"),
    [("①", 1), ("⑳", 20), ("㊿", 50), ("⓫", 11), ("❿", 10), ("➂", 3), ("⒓", 12), ("⑿", 12), ("㊂", 3), ("㈤", 5),
     ("ⓒ", 3), ("⒞", 3), ("🄲", 3), ("🅒", 3), ("Ⅻ", 12), ("ⅲ", 3), ("㉰", 3), ("㋐", 1), ("7️⃣", 7), ("１２", 12), ("𝟏𝟐", 12)],
)  # fmt: skip
def test_enclosed_and_wide_signs_are_opened(sign: str, ordinal: int) -> None:
    """Circles, brackets, squares and widths of Unicode are taken away before a number is read."""
    assert ordinal in {reading.ordinal for reading in read_numeral(sign)}


@pytest.mark.parametrize("sign", ["²", "x²", "½", "㈱", "㊗", "㏂", "№", "°", "…", "", " ", "\u200f"])
def test_other_signs_count_nothing(sign: str) -> None:
    """Exponents, fractions, squared words and signs are no numbers."""
    assert read_numeral(sign) == ()


@given(
    st.lists(st.sampled_from(["(a)", "(i)", "(ii)", "(v)", "1.", "к", "о", "й", "イ", "ロ", "§", "12a"]), max_size=40)
)
def test_choices_are_readings(series: list[str]) -> None:
    """Each choice is one of the readings, and the same series is always read the same way."""
    readings = [read_numeral(printed) for printed in series]
    chosen = choose_readings(readings)

    assert chosen == choose_readings(readings)
    assert all((one in some) if some else one is None for one, some in zip(chosen, readings, strict=True))


@given(st.text(max_size=30))
def test_any_text_is_looked_at(text: str) -> None:
    """No text raises; what is found has readings and ends inside the text."""
    found = find_enumerator(text, largest=None)

    assert found is None or (found.readings and 0 < found.end <= len(text))
