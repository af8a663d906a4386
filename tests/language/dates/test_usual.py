"""What the regex of a locale reads is read the same by tokens, and it reads nearly all that the locale prints."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from babel import localedata
from hypothesis import given, settings
from hypothesis import strategies as st

from declarations.language.dates import format_date, parse_date
from declarations.language.dates.knowing import know
from declarations.language.dates.reading import read_by_tokens, read_with
from declarations.model import PartialDate

LOCALES = sorted(localedata.locale_identifiers())
BATCHES = [LOCALES[start::12] for start in range(12)]
TOLD = (
    "ar",
    "cs",
    "de",
    "en",
    "es",
    "fa",
    "fr",
    "he",
    "hi",
    "hu",
    "ja",
    "ko",
    "lt",
    "lv",
    "nl",
    "pt",
    "ru",
    "th",
    "uk",
    "vi",
    "zh",
)
STYLES = ("full", "long", "medium", "short")
PIECES = (*" .-–/,'x年日(", "", "1", "31", "2568", "de ", "le ", "г.", "th", "er", " 10:30", "\u200f")


def print_dates(name: str, count: int) -> list[str]:
    """Print some days in every style, the same in each run."""
    chooser = random.Random(name)
    days = [dt.date.fromordinal(chooser.randint(693_961, 767_009)) for _ in range(count)]
    return [
        format_date(day, name, style=style, numbering=digits)
        for day in days
        for style in STYLES
        for digits in ("latn", "native")
    ]


@pytest.mark.parametrize("batch", BATCHES, ids=lambda batch: batch[0])
def test_it_reads_as_tokens_do_in_every_locale(batch: list[str]) -> None:
    """What a locale prints, whole, cut short and with its words turned round, has one reading.

    Names with a hyphen, as older CLDR prints in Akan, are known in more orders than to tokens.
    """
    for name in batch:
        known = know(name, ())
        for text in print_dates(name, 1):
            turned = " ".join(reversed(text.split()))
            for one in (text, text[:-1], text[1:], turned, f"{text} 10:30"):
                general = read_by_tokens(one, known)
                is_more = general is None and "-" in one
                assert read_with(one, known) == general or is_more, (name, one)


@st.composite
def changed_dates(draw: st.DrawFn) -> tuple[str, str, str | None]:
    """Draw a printed date, now and then changed somewhere, with a locale and perhaps an order."""
    name = draw(st.sampled_from(TOLD))
    day = draw(st.dates(dt.date(1001, 1, 1), dt.date(2999, 12, 31)))
    text = format_date(day, draw(st.sampled_from((name, *TOLD))), style=draw(st.sampled_from(STYLES)))
    changes = st.tuples(st.integers(0, 40), st.sampled_from(PIECES), st.integers(0, 2))
    for place, piece, dropped in draw(st.lists(changes, max_size=3)):
        text = text[:place] + piece + text[place + dropped :]
    return text, name, draw(st.sampled_from((None, "dmy", "mdy", "ymd", "ydm")))


@settings(max_examples=400)
@given(changed_dates())
def test_it_reads_as_tokens_do(drawn: tuple[str, str, str | None]) -> None:
    """A date that was changed anywhere has the same reading, or none, in both ways."""
    text, name, order = drawn
    known = know(name, (order,) if order else ())

    assert read_with(text, known) == read_by_tokens(text, known)


@pytest.mark.parametrize("name", TOLD)
def test_it_reads_most_of_what_is_printed(name: str) -> None:
    """The regex reads at least a quarter of what each of these locales prints in Latin digits, most of it in most."""
    usual = know(name, ()).load_usual()
    texts = [text for text in print_dates(name, 3) if any(char in "0123456789" for char in text)]

    assert sum(usual.read(text) is not None for text in texts) >= len(texts) / 4


@pytest.mark.parametrize("name", ["en", "uk", "lv", "kk", "ja", "fa"])
def test_iso_dates_are_iso_dates_in_every_locale(name: str) -> None:
    """`2025-03-07` is no day of July, not even where a locale prints the day before the month behind a year."""
    assert parse_date("2025-03-07", locale=name).date == PartialDate(2025, 3, 7)


def test_iso_dates_in_the_years_of_another_calendar() -> None:
    """A year that the locale counts otherwise is converted as in any other date."""
    assert parse_date("2568-03-07", locale="th").date == PartialDate(2025, 3, 7)
    assert parse_date("2568-03-07").date == PartialDate(2568, 3, 7)
