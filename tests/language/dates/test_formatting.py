"""Dates written for a reader."""

from __future__ import annotations

import datetime as dt

import pytest

from declarations.errors import LocaleError, ValidationError
from declarations.language.dates import format_date
from declarations.model import DateRange, PartialDate, parse_edtf

DAY = dt.date(2025, 3, 7)


@pytest.mark.parametrize(
    ("value", "locale", "style", "printed"),
    [
        ("2025-03-07", "fr", "long", "7 mars 2025"),
        ("2025-03-07", "en", "full", "Friday, March 7, 2025"),
        ("2025-03-07", "zh", "full", "2025年3月7日星期五"),
        ("2024-05", "ru", "long", "май 2024\u202fг."),
        ("2024-05-01", "ru", "long", "1 мая 2024\u202fг."),
        ("2021", "ja", "long", "2021年"),
        ("2014-07-09/2014-07-11", "de", "long", "9.–11. Juli 2014"),
        ("2020-02-28/2020-03-02", "es", "long", "28 de febrero – 2 de marzo de 2020"),
        ("2020-02/2021-03", "en", "medium", "Feb\u20092020\u2009–\u2009Mar\u20092021"),
        ("2020/2021-03", "en", "long", "2020\u2009–\u2009March 2021"),
        ("2025-03-07", "en", "yMMMEd", "Fri, Mar 7, 2025"),
        ("2025-03", "en", "yMMMEd", "Mar 2025"),
        ("0025-03-07", "en", "long", "March 7, 0025"),
    ],
)
def test_dates_are_written_as_cldr_says(value: str, locale: str, style: str, printed: str) -> None:
    """Full dates, months in the form that stands alone, years, ranges and skeletons."""
    assert _plain(format_date(parse_edtf(value), locale, style=style)) == _plain(printed)


def _plain(text: str) -> str:
    """All spaces alike, since versions of CLDR change them."""
    return "".join(" " if char.isspace() else char for char in text)


def test_digits_of_the_reader() -> None:
    """Digits are Latin unless others are asked for, by id or as those of the locale."""
    assert format_date(DAY, "ar-EG") == "7 مارس 2025"
    assert format_date(DAY, "ar-EG", numbering="default") == "٧ مارس ٢٠٢٥"
    assert format_date(DAY, "hi", numbering="native") == "७ मार्च २०२५"
    assert format_date(DAY, "en", numbering="beng") == "March ৭, ২০২৫"


def test_a_time_is_written_with_the_offset_it_has() -> None:
    """A naive time names no zone; an aware one its offset, also one before Greenwich that is no whole hour."""
    moment = dt.datetime.combine(DAY, dt.time(14, 31, 9))
    west = moment.replace(tzinfo=dt.timezone(-dt.timedelta(hours=3, minutes=30)))

    assert _plain(format_date(moment, "de")) == "7. März 2025, 14:31:09"
    assert _plain(format_date(west, "de")) == "7. März 2025, 14:31:09 GMT-03:30"
    assert _plain(format_date(moment, "de", style="short")) == "07.03.25, 14:31"


def test_a_pattern_of_cldr_that_leaves_out_the_month_is_not_used() -> None:
    """Swahili intervals of two months name both."""
    text = format_date(DateRange(PartialDate(2025, 7, 15), PartialDate(2025, 8, 24)), "sw")

    assert "Julai" in text
    assert "Agosti" in text


@pytest.mark.parametrize("style", ["huge", "", "yMMMd; rm", "QQQQQw"])
def test_unknown_styles_are_refused(style: str) -> None:
    """What is neither a style nor a skeleton that CLDR has is an error that says what is."""
    with pytest.raises(ValidationError, match="skeleton"):
        format_date(DAY, "en", style=style)


def test_unknown_locales_and_digits_are_refused() -> None:
    """Other arguments that CLDR does not have are errors too."""
    with pytest.raises(LocaleError):
        format_date(DAY, "xx")
    with pytest.raises(ValidationError, match="numbering"):
        format_date(DAY, "en", numbering="klingon")
