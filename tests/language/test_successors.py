"""What begins an item of a plain text, and what follows what in a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations.numerals.successors import find_item, is_near, is_successor
from tests.readers.reading import read_plain, show


@pytest.mark.parametrize(
    ("line", "printed", "style"),
    [
        ("- point", None, "-"),
        ("• point", None, "•"),
        ("1. text", "1.", "digits."),
        ("1.2. text", "1.2.", "level 2."),
        ("(a) text", "(a)", "letters()"),
        ("B. text", "B.", "upper letters."),
        ("一、本文", "一、", "chinese、"),
        ("（ア）本文", "（ア）", "letters(）"),
        ("①本文", "①", "digits①"),
        ("12- text", "12-", "digits-"),
    ],
)
def test_enumerators_tell_what_they_look_like(line, printed, style):
    """A bullet has no print; a number has its kind and its signs."""
    found = find_item(line)

    assert found is not None
    assert found.marker == printed
    assert found.style.startswith(style.rstrip("①"))
    assert line[found.end :] in ("text", "point", "本文")


@pytest.mark.parametrize(
    "line",
    [
        "J. R. Smith",
        "7. März 2025",
        "1.5 million",
        "A word",
        "[1] a note",
        "A: answer",
        "1.",
        "-5 degrees",
        "3:2 votes",
        "9.30 in the morning",
        "pp. 3 to 5",
    ],
)
def test_lines_that_begin_otherwise(line):
    """Initials, dates, quantities, notes and words are no enumerators, and neither is a number alone."""
    assert find_item(line) is None


@pytest.mark.parametrize("line", ["J. Smith", "М. Иванов", "א. כהן", "გ. სახელი", "1948. That year"])
def test_names_and_years_need_a_list(line):
    """One letter and a dot can begin a name in any script, and a large number a sentence."""
    found = find_item(line)

    assert found is not None
    assert found.is_doubtful


@pytest.mark.parametrize("line", ["a. text", "1. text", "가) 내용", "ア、本文", "(J) text"])
def test_other_numbers_need_none(line):
    """Small letters, brackets and digits begin no names."""
    found = find_item(line)

    assert found is not None
    assert not found.is_doubtful


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1. a", "2. b"),
        ("(h) a", "(i) b"),
        ("(i) a", "(ii) b"),
        ("z) a", "aa) b"),
        ("и) а", "й) б"),
        ("и) а", "к) б"),
        ("ε) α", "στ) β"),
        ("י. א", "יא. ב"),
        ("(أ) ا", "(ب) ب"),
        ("ㄱ) 가", "ㄴ) 나"),
        ("（イ）本", "（ロ）本"),
        ("甲、本", "乙、本"),
        ("(क) पाठ", "(ख) पाठ"),
        ("①本", "②本"),
        ("- a", "- b"),
    ],
)
def test_successors(before, after):
    """The next number follows in every script, with the same signs; the one before does not."""
    one, two = find_item(before), find_item(after)

    assert one is not None
    assert two is not None
    assert is_successor(two, one)
    assert before == "- a" or not is_successor(one, two)


@pytest.mark.parametrize(("before", "after"), [("1. a", "2) b"), ("1. a", "3. b"), ("a) a", "- b"), ("1. a", "b. b")])
def test_others_do_not_follow(before, after):
    """Other signs, other systems and larger steps are no successors."""
    one, two = find_item(before), find_item(after)

    assert one is not None
    assert two is not None
    assert not is_successor(two, one)


def test_near_numbers():
    """A number may be doubled or skipped in a list that is printed with mistakes."""
    one, three, nine, bullet = (find_item(line) for line in ("1. a", "3. b", "9. c", "- d"))

    assert is_near(three, one)
    assert not is_near(nine, one)
    assert not is_near(one, three)
    assert not is_near(bullet, one)


@pytest.mark.parametrize(
    "letters",
    [
        "а б в г д",
        "أ ب ج د هـ",
        "א ב ג ד ה",
        "क ख ग घ ङ",
        "ก ข ค ง จ",
        "가 나 다 라 마",
        "α β γ δ ε στ",
        "ა ბ გ დ ე",
        "ア イ ウ エ",
    ],
)
def test_lists_of_every_script(letters):
    """Items that are lettered in any script make one list."""
    text = "\n".join(f"{letter}) item" for letter in letters.split())

    assert show(read_plain(text)) == [f"item+ {letter}) item" for letter in letters.split()]


@given(st.text(max_size=60))
def test_any_line(line):
    """No line raises, and what is found stands at its beginning."""
    found = find_item(line)

    assert found is None or line.lstrip().startswith(found.printed)
