"""Numbers that German, Dutch and Italian print as one word."""

from __future__ import annotations

import pytest

from declarations.language.dates.pieces import cut_pieces
from declarations.language.dates.spelling import find_spellings, is_solid, read_number

ONES = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
ONES += ["dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]
TENS = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
ODD = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}


def below_hundred(number: int) -> str:
    """Spell a German number below 100 as it stands at the end of a longer one."""
    if number < 20:
        return "eins" if number == 1 else ONES[number]
    tens, one = divmod(number, 10)
    return f"{ONES[one]}und{TENS[tens]}" if one else TENS[tens]


def thousands(number: int, join: str) -> str:
    """Spell a German year by its thousands and hundreds."""
    rest, low = divmod(number, 100)
    high, hundreds = divmod(rest, 10)
    middle = f"{ONES[hundreds]}hundert" if hundreds else ""
    return f"{ONES[high]}tausend{middle}{join if low else ''}{below_hundred(low)}"


def hundreds(number: int) -> str:
    """Spell a German year by its hundreds alone, as those before 2000 are spoken."""
    return f"{ONES[number // 100]}hundert{below_hundred(number % 100)}"


def read(text: str, language: str) -> int | None:
    """Read a text that is one number as a whole; None if it is none."""
    pieces = cut_pieces(text)
    found = read_number(pieces, 0, find_spellings(language))
    return found[0] if found and found[1] == len(pieces) else None


def test_german_years() -> None:
    """Every year from 1000 to 2999 is read, with and without `und`, by thousands and by hundreds."""
    for year in range(1000, 3000):
        assert read(thousands(year, ""), "de") == year
        assert read(thousands(year, "und"), "de") == year
        assert year < 1100 or year >= 2000 or read(hundreds(year), "de") == year
    assert read("tausendneunhundertneunzehn", "de") == 1919
    assert read("ZWEITAUSENDDREISSIG", "de") == 2030


@pytest.mark.parametrize("ending", ["e", "en", "er", "es", "em"])
def test_german_ordinals(ending: str) -> None:
    """Every day from the first to the thirty-first is read in all its forms."""
    for day in range(1, 32):
        stem = ODD.get(day) or f"{below_hundred(day)}{'t' if day < 20 else 'st'}"
        assert read(stem + ending, "de") == day


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("eerste", "nl", 1),
        ("achtste", "nl", 8),
        ("eenendertigste", "nl", 31),
        ("tweeduizendtweeëntwintig", "nl", 2022),
        ("tweeduizend negentien", "nl", 2019),
        ("negentienhonderdvierentachtig", "nl", 1984),
        ("trentuno", "it", 31),
        ("ventitré", "it", 23),
        ("duemilaotto", "it", 2008),
        ("duemilaventotto", "it", 2028),
        ("millenovecentotto", "it", 1908),
        ("millenovecentottantotto", "it", 1988),
        ("millesettecentottantanove", "it", 1789),
    ],
)
def test_dutch_and_italian_numbers(text: str, language: str, number: int) -> None:
    """Ones before tens in Dutch, vowels left out in Italian, and a space behind the thousand."""
    assert read(text, language) == number


@pytest.mark.parametrize(
    "word", ["und", "undzwanzig", "tausende", "jahrhundert", "zehnbeinig", "fünfsechs", "sten", "", "tausend" * 2000]
)
def test_other_words_are_no_numbers(word: str) -> None:
    """What only begins or ends like a number, joins nothing, or is far too long is none."""
    assert not is_solid(word, find_spellings("de"))
