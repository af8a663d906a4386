"""Dates inside running text: found where they are, and nowhere else."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from declarations.findings import FindingCode
from declarations.language.dates import decide_order, find_dates
from tests.timing import measure


@pytest.mark.parametrize(
    ("text", "locale", "found"),
    [
        ("posted on Friday, March 7th, 2025 and filed", None, ["Friday, March 7th, 2025"]),
        ("Adopted on 12–14 May 2019 in Paris, and again on 3 June 2020.", "en", ["12–14 May 2019", "3 June 2020"]),
        ("Publicado em março 7, 2025 por Ana", "en", ["março 7, 2025"]),
        ("sábado, junio 3rd, 2023 by rosa", "en", ["sábado, junio 3rd, 2023"]),
        ("会议于2025年3月7日在日内瓦举行", "zh", ["2025年3月7日"]),
        ("会议于二〇二四年十月一日开始", None, ["二〇二四年十月一日"]),
        ("Done at Izmir, on the 18th day of September, 2019.", "en", ["18th day of September, 2019"]),
        ("In 2014. 7 March 2015 was a Saturday", "en", ["7 March 2015"]),
        ("the twenty-first day of May, two thousand nineteen, in", "en", None),
        ("du 28 février au 2 mars 2020 à Paris", "fr", ["28 février au 2 mars 2020"]),
        ("Feito em Bissau, aos 31dias do mês de Janeiro de 2018", "pt", ["31dias do mês de Janeiro de 2018"]),
        ("Article 5 of the law of 7 May 2020", "en", ["7 May 2020"]),
        ("In May 2020 we", "en", ["May 2020"]),
        ("(7 March 2025)", "en", ["7 March 2025"]),
        ("7 Mart 2025'te Ankara'da", "tr", ["7 Mart 2025"]),
        ("Lisbon, 07.03.2025", "pt", ["07.03.2025"]),
        ("stamp 2025-03-07T14:31:00Z here", None, ["2025-03-07T14:31:00Z"]),
        ("رقم ١٢ بتاريخ ٧ مارس ٢٠٢٥ في", "ar", ["٧ مارس ٢٠٢٥"]),
        ("7\nMarch\n2025", "en", ["7\nMarch\n2025"]),
        ("see 25/04/2025 and ٧ مارس ٢٠٢٥", None, ["25/04/2025", "٧ مارس ٢٠٢٥"]),
        ("December 2024 (4), November 2024 (7)", None, ["December 2024", "November 2024"]),
        ("December 2024, 4 of them", "en", ["December 2024"]),
        ("2025年3月7日(金) 東京", "ja", ["2025年3月7日(金)"]),
        ("01.02.2025 – 03.02.2025", "de", ["01.02.2025 – 03.02.2025"]),
        ("حرر في الواحة، 9 كانون الأول/ديسمبر 2021.", "ar", ["9 كانون الأول/ديسمبر 2021"]),
        ("قرارها المؤرخ 4 أيار/مايو 2015، ثم 3 يونيه/حزيران 2016،", None, ["4 أيار/مايو 2015", "3 يونيه/حزيران 2016"]),
        ("في 9 كانون الأول (ديسمبر) 2021 قرر", "ar", ["9 كانون الأول (ديسمبر) 2021"]),
        ("signed on 5 March/مارس 2020 there", "en", ["5 March/مارس 2020"]),
        ("od 4. listopad/oktobar 2020. u selu", "hr", ["4. listopad/oktobar 2020"]),
        ("από τις 3 έως τις 14 Μαρτίου 2019 στη Λίμνη", "el", ["3 έως τις 14 Μαρτίου 2019"]),
        ("Ψήφισμα της 14ης Μαρτίου 2019 για τη λίμνη", "el", ["14ης Μαρτίου 2019"]),
        ("резолюция от 5-го марта 2019 года", "ru", ["5-го марта 2019"]),
        ("fattat den 3:e mars 2019 i Vik", "sv", ["3:e mars 2019"]),
        ("held on 2025 March 7 - Friday, here", "en", ["2025 March 7 - Friday"]),
        ("7 March 2025 – Monday 10 March 2025", "en", ["7 March 2025", "Monday 10 March 2025"]),
        ("am achtzehnten September zweitausendneunzehn in", "de", ["achtzehnten September zweitausendneunzehn"]),
        ("Erlach, am 5. MÄRZ ZWEITAUSENDZWANZIG", None, ["5. MÄRZ ZWEITAUSENDZWANZIG"]),
        ("İzmir, achtzehnten Mai zweitausendneunzehn", "de", ["achtzehnten Mai zweitausendneunzehn"]),
    ],
)
def test_dates_are_found_whole(text: str, locale: str | None, found: list[str] | None) -> None:
    """The whole date is found, with its weekday, and nothing of the words around it."""
    matches = find_dates(text, locale=locale)

    assert [match.text for match in matches] == (found or ["twenty-first day of May, two thousand nineteen"])
    assert all(text[match.start : match.end] == match.text for match in matches)
    assert all(match.date is not None for match in matches)


def test_times_beside_dates() -> None:
    """The time behind a date, or before it, belongs to it."""
    (behind,) = find_dates("posted on March 7th, 2025 at 2:31 pm and filed")
    (before,) = find_dates("Berlin, 14:31, 7. März 2025", locale="de")

    assert (behind.text, behind.time) == ("March 7th, 2025 at 2:31 pm", dt.time(14, 31))
    assert (before.text, before.time) == ("14:31, 7. März 2025", dt.time(14, 31))


@pytest.mark.parametrize(
    ("text", "locale", "found"),
    [
        ("amended on 7 May 2015 and 3 June 2016 by vote", "en", ["2015-05-07", "2016-06-03"]),
        ("les 7 mai 2015 et 3 juin 2016", "fr", ["2015-05-07", "2016-06-03"]),
        ("в 7 мая 2015 года и 3 июня 2016 года", "ru", ["2015-05-07", "2016-06-03"]),
        ("am 7. Mai 2015 und 3. Juni 2016", None, ["2015-05-07", "2016-06-03"]),
        ("on 7 and 8 May 2015 and 3 June 2016", "en", ["2015-05-07/2015-05-08", "2016-06-03"]),
        ("on 28 May and 3 June 2016", "en", ["2016-05-28", "2016-06-03"]),
        ("from 7 May 2015 to 3 June 2016", "en", ["2015-05-07/2016-06-03"]),
        ("between 7 May 2015 and 3 June 2016", "en", ["2015-05-07/2016-06-03"]),
        ("entre le 7 mai 2015 et le 3 juin 2016", "fr", ["2015-05-07/2016-06-03"]),
    ],
)
def test_whole_dates_that_are_added_are_no_range(text: str, locale: str | None, found: list[str]) -> None:
    """An "and" between two dates adds the second, unless they are neighbours or "between" stands before them."""
    assert [str(match.date) for match in find_dates(text, locale=locale)] == found


@pytest.mark.parametrize(
    "text",
    [
        "A/RES/78/1 and A/72/2015",
        "version 1.2.2025.4, call 0123-45-6789",
        "in 2020 we met, and in 2021",
        "Directive 2014/95/EU of the 26th CGPM (2018)",
        "what this may 2020 bring",
        "soldiers march 2015 miles",
        "Milano mille famille; hundert Leute, tausend Boote, zweitausendneunzehn Schafe im Mai",
        "resolution 2015/12, P8_TA(2015)0323",
        "pages 12-14, 1999",
        "It cost $2015 or 2.015.000",
        "Article 5 of the year 2015 says that 20 people met in 1999 and 3 of 400 left",
        "",
    ],
)
@pytest.mark.parametrize("locale", ["en", None])
def test_other_numbers_are_no_dates(text: str, locale: str | None) -> None:
    """Document symbols, versions, telephone numbers, years alone and words are left alone."""
    assert find_dates(text, locale=locale) == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("payments due March 2020", "2020-03"),
        ("Once March 2020 came, we left", "2020-03"),
        ("by Karl Otto, March 2019", "2019-03"),
        ("11 May/June 2020", "2020-06"),
        ("we shipped 5 t March 2020", "2020-03"),
    ],
)
def test_words_of_other_languages_and_units_are_no_days(text: str, date: str) -> None:
    """A number word of a language that prints no such month is no day, nor is a unit an ordinal; months must agree."""
    assert [str(match.date) for match in find_dates(text)] == [date]


def test_the_order_is_that_of_the_text() -> None:
    """A date that only one order allows decides the others."""
    text = "on 03/04/2025 and 25/12/2024"

    assert decide_order(text) == "dmy"
    assert [str(match.date) for match in find_dates(text)] == ["2025-04-03", "2024-12-25"]
    assert [str(match.date) for match in find_dates("03/04/2025, 12/25/2024")] == ["2025-03-04", "2024-12-25"]
    assert decide_order("25/12/2024 or 12/25/2024") is None


def test_doubtful_dates_are_found() -> None:
    """A date of digits that can be two, and a day that does not exist, are found and reported."""
    (double,) = find_dates("on 03/04/2025")
    (none,) = find_dates("until 31 February 2020")

    assert (double.date, len(double.alternatives)) == (None, 2)
    assert [finding.code for finding in none.findings] == [FindingCode.INVALID_DATE]


def test_growth_is_linear() -> None:
    """Ten times the text takes about ten times the time, dates or not."""
    for piece in (
        "We met and asked what may be done. ",
        "It was 7 March 2025 or 2014 or 5. ",
        "7 марта 2025 г., ",
        "9" * 30 + "年 ",
        "zweitausendhundert",
        "Um tausend oder zweitausend. ",
        "5/مارس/مايو 2020/",
        "\u3000-" * 20,
    ):
        assert measure(find_dates, piece * 1000, locale="en") < 40 * measure(find_dates, piece * 100, locale="en")


def test_matches_do_not_overlap() -> None:
    """Matches come in order, each after the one before."""
    matches = find_dates("1 May 2020, 2 May 2020 – 3 May 2020; 4–5 May 2020, 2020-05-06 7.5.2020", locale="en")

    assert len(matches) >= 5
    assert all(one.end <= two.start for one, two in pairwise(matches))


@pytest.mark.parametrize(
    "text", ["7 March 2025 10:15 GMT 7 April 2025", "7 Mar 2025 0:00GMT7 Apr 2025", "7 March 2025, 10:15, 7 April 2025"]
)
def test_a_time_between_two_dates_is_of_one(text: str) -> None:
    """A time of day belongs to the date before it, and the date after it does not take it again."""
    first, second = find_dates(text)
    assert first.time is not None
    assert second.time is None
    assert first.end <= second.start
    assert [text[one.start : one.end] for one in (first, second)] == [first.text, second.text]
