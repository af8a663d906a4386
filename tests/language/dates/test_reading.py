"""A text that is one date, read: nothing added, nothing guessed."""

from __future__ import annotations

import datetime as dt

import pytest

from declarations.errors import DateError, LocaleError, ValidationError
from declarations.findings import FindingCode
from declarations.language.dates import parse_date


@pytest.mark.parametrize(
    ("text", "locale", "date"),
    [
        ("Friday, March 7th, 2025", None, "2025-03-07"),
        ("março 7, 2025", "en", "2025-03-07"),
        ("7 de março de 2025", None, "2025-03-07"),
        ("le 1er mars 2020", "fr", "2020-03-01"),
        ("2 sept. 2019", "fr", "2019-09-02"),
        ("7 марта 2025 года", "ru", "2025-03-07"),
        ("7 במרץ 2025", "he", "2025-03-07"),
        ("٧ مارس ٢٠٢٥", None, "2025-03-07"),
        ("2025年3月7日星期五", None, "2025-03-07"),
        ("二〇二五年三月十七日", None, "2025-03-17"),
        ("2025년 3월 7일", None, "2025-03-07"),
        ("7 Mart 2025 Cuma", None, "2025-03-07"),
        ("2025. március 7.", None, "2025-03-07"),
        ("ngày 7 tháng 3 năm 2025", "vi", "2025-03-07"),
        ("7. 3. 2025", "cs", "2025-03-07"),
        ("2025-03-07", None, "2025-03-07"),
        ("March 2021", None, "2021-03"),
        ("2021年3月", None, "2021-03"),
        ("2025-03", None, "2025-03"),
        ("2015", None, "2015"),
        ("12th–13th April 2019", None, "2019-04-12/2019-04-13"),
        ("9-11 July 2014", None, "2014-07-09/2014-07-11"),
        ("July 9 – 11, 2014", None, "2014-07-09/2014-07-11"),
        ("28 février au 2 mars 2020", "fr", "2020-02-28/2020-03-02"),
        ("26 September to 5 October 1960", "en", "1960-09-26/1960-10-05"),
        ("2025年3月7日至9日", "zh", "2025-03-07/2025-03-09"),
        ("March – April 2021", "en", "2021-03/2021-04"),
        ("2025 March 7 - Friday", "en", "2025-03-07"),
        ("Friday – 7 March 2025", None, "2025-03-07"),
        ("7 March 2025 - Friday – 9 March 2025 - Sunday", "en", "2025-03-07/2025-03-09"),
        ("Friday – Sunday, 7 – 9 March 2025", "en", "2025-03-07/2025-03-09"),
        ("2014–2015", None, "2014/2015"),
        ("this 18th day of September, 2019", "en", "2019-09-18"),
        ("the eighteenth day of September, two thousand nineteen", "en", "2019-09-18"),
        ("twenty-first of May nineteen eighty-four", None, "1984-05-21"),
        ("le premier mars deux mille vingt", "fr", "2020-03-01"),
        ("dix-neuf mars mil neuf cent quatre-vingt-dix-neuf", "fr", "1999-03-19"),
        ("siete de marzo de dos mil veinticinco", "es", "2025-03-07"),
        ("achtzehnten September zweitausendneunzehn", "de", "2019-09-18"),
        ("am ersten Mai neunzehnhundertvierundachtzig", None, "1984-05-01"),
        ("dritter Mai zweitausend neunzehn", "de", "2019-05-03"),
        ("vom dritten bis vierten Mai zweitausendneunzehn", "de", "2019-05-03/2019-05-04"),
        ("achttiende september tweeduizend negentien", "nl", "2019-09-18"),
        ("eenentwintigste mei negentienhonderdtweeëntachtig", None, "1982-05-21"),
        ("diciotto settembre duemiladiciannove", "it", "2019-09-18"),
        ("primo maggio millenovecentottantotto", None, "1988-05-01"),
        ("21 حزيران/يونيه 2019", None, "2019-06-21"),
        ("٣ آذار/مارس ٢٠٢٠", "ar", "2020-03-03"),
        ("٣ مارس/آذار ٢٠٢٠", "ar", "2020-03-03"),
        ("٣ آذار ٢٠٢٠", "ar", "2020-03-03"),
        ("كانون الثاني/يناير 2020", "ar", "2020-01"),
        ("30 نيسان/أبريل - 2 أيار/مايو 2020", "ar", "2020-04-30/2020-05-02"),
        ("5. Jänner/Januar 2020", "de", "2020-01-05"),
        ("της 14ης Μαρτίου 2019", "el", "2019-03-14"),
        ("στις 14 Μαρτίου 2019", "el", "2019-03-14"),
        ("2ας Μαρτίου 2019", None, "2019-03-02"),
        ("3 έως 5 Μαρτίου 2019", "el", "2019-03-03/2019-03-05"),
        ("1.º de março de 2019", "pt", "2019-03-01"),
        ("1° marzo 2019", "it", "2019-03-01"),
        ("5-го березня 2019 року", "uk", "2019-03-05"),
        ("5’inci Mart 2019", "tr", "2019-03-05"),
        ("l'1r de març de 2019", "ca", "2019-03-01"),
        ("2019. március 14-én", "hu", "2019-03-14"),
        ("14. päivänä maaliskuuta 2019", "fi", "2019-03-14"),
        ("25/12/2025", None, "2025-12-25"),
        ("25/12/2025", "en", "2025-12-25"),
        ("25. Mai 1985", None, "1985-05-25"),
        ("07.03.2025", None, "2025-03-07"),
        ("7-3-2025", None, "2025-03-07"),
    ],
)
def test_dates_are_read_with_the_precision_of_the_print(text: str, locale: str | None, date: str) -> None:
    """Full dates, partial ones and ranges say what is printed and no more."""
    reading = parse_date(text, locale=locale)

    assert str(reading.date) == date
    assert (reading.alternatives, reading.findings, reading.time) == ((), (), None)
    assert reading.text == text


@pytest.mark.parametrize(
    ("text", "locale", "time"),
    [
        ("Friday, March 7th, 2025 at 2:31 pm", None, dt.time(14, 31)),
        ("2025年3月7日 下午2:31", "zh-Hant", dt.time(14, 31)),
        ("7. März 2025 um 14:31 Uhr", "de", dt.time(14, 31)),
        ("7 mars 2025 à 14 h 31 min 05 s", "fr-CA", dt.time(14, 31, 5)),
        ("14:31, 7 березня 2025", "uk", dt.time(14, 31)),
        ("2025-03-07T14:31:09+02:00", None, dt.time(14, 31, 9, tzinfo=dt.timezone(dt.timedelta(hours=2)))),
        ("Fri, 07 Mar 2025 14:31:09 GMT", None, dt.time(14, 31, 9, tzinfo=dt.UTC)),
    ],
)
def test_times_are_read_with_the_offset_that_is_printed(text: str, locale: str | None, time: dt.time) -> None:
    """A time of day beside the date is read; an offset only if there is one."""
    reading = parse_date(text, locale=locale)

    assert str(reading.date) == "2025-03-07"
    assert repr(reading.time) == repr(time)


def codes(text: str, **options: str) -> list[FindingCode]:
    """Give the codes of what is doubtful."""
    return [finding.code for finding in parse_date(text, **options).findings]


def test_digits_that_can_be_two_dates() -> None:
    """Without a locale 03/04/2025 has no date but two alternatives; a locale or an order decides."""
    reading = parse_date("03/04/2025")

    assert reading.date is None
    assert list(map(str, reading.alternatives)) == ["2025-04-03", "2025-03-04"]
    assert codes("03/04/2025") == [FindingCode.AMBIGUOUS_DATE]
    assert str(parse_date("03/04/2025", locale="en").date) == "2025-03-04"
    assert str(parse_date("03/04/2025", locale="en-GB").date) == "2025-04-03"
    assert str(parse_date("03/04/2025", order="mdy").date) == "2025-03-04"
    assert parse_date("03/04/2025", locale="en", order="any").date is None


def test_two_digits_leave_the_century_open() -> None:
    """A year in two digits is not filled from today."""
    reading = parse_date("7/3/25", locale="en-GB")

    assert reading.date is None
    assert list(map(str, reading.alternatives)) == ["1925-03-07", "2025-03-07"]


def test_names_that_mean_two_months() -> None:
    """A name of two common languages is decided by the locale or the weekday, not by chance."""
    assert [str(date) for date in parse_date("5. listopada 2020").alternatives] == ["2020-10-05", "2020-11-05"]
    assert str(parse_date("5. listopada 2020", locale="pl").date) == "2020-11-05"
    assert str(parse_date("5. listopada 2020", locale="hr").date) == "2020-10-05"


def test_doubts_are_told() -> None:
    """A day that does not exist and a weekday that does not fit are reported."""
    assert parse_date("31 February 2020").date is None
    assert codes("31 February 2020") == [FindingCode.INVALID_DATE]
    assert str(parse_date("Thursday, March 7, 2025").date) == "2025-03-07"
    assert codes("Thursday, March 7, 2025") == [FindingCode.WRONG_WEEKDAY]
    assert codes("11–9 July 2014") == [FindingCode.INVALID_DATE]


def test_fitting_locales_are_told() -> None:
    """The reading names the locales that print such a date, without those of their countries."""
    assert parse_date("Friday, March 7, 2025").locales == ("en",)
    assert "nl" in parse_date("7 maart 2025", locale="en").locales
    assert "fr" in parse_date("7 mars 2025").locales
    assert parse_date("2025-03-07").locales == ()


@pytest.mark.parametrize(
    "text",
    ["", " ", "to", "a", "may I", "march on", "March", "7 March", "A/RES/78/1", "1.2.3.4.5", "tomorrow", "x" * 10_000],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Words, symbols, versions and dates without a year are no dates."""
    with pytest.raises(DateError, match="is no date") as caught:
        parse_date(text)

    assert caught.value.hint


def test_wrong_options_are_refused() -> None:
    """An unknown locale and an unknown order are errors of their own."""
    with pytest.raises(LocaleError, match="'xx'"):
        parse_date("7 March 2025", locale="xx")
    with pytest.raises(ValidationError, match="order of dates"):
        parse_date("7 March 2025", order="dym")
