"""The benchmark of dates measures what it says: the strings, what is ambiguous, the peers, and the page."""

from __future__ import annotations

import datetime as dt

import pytest

pytest.importorskip("dateparser", reason="the extra `bench` is not installed")

from declarations import DateRange, PartialDate
from tests.benchmarks.dates import __main__ as command
from tests.benchmarks.dates.measures import score
from tests.benchmarks.dates.peers import READERS
from tests.benchmarks.dates.strings import Printed, draw_dates, find_ambiguous, make_strings

DAY = dt.date(2025, 3, 7)


def printed(text: str, locale: str, kind: str = "long") -> Printed:
    """Make a string that means one day."""
    return Printed(kind, "latn", locale, text, PartialDate.of(DAY))


def test_dates_are_drawn_alike() -> None:
    """The same seed draws the same dates, all of the two centuries."""
    assert draw_dates(50, 1) == draw_dates(50, 1) != draw_dates(50, 2)
    assert {date.year // 100 for date in draw_dates(50, 1)} == {19, 20}


def test_strings() -> None:
    """Babel prints every kind; native digits come where there are any, years of two digits are left out."""
    made = {(one.kind, one.numbering, one.locale): one for one in make_strings([DAY], ["bn", "en"])}
    assert made["long", "latn", "en"].text == "March 7, 2025"
    assert made["long", "native", "bn"].text == "৭ মার্চ, ২০২৫"
    assert ("long", "native", "en") not in made
    assert ("short", "latn", "en") not in made
    assert made["datetime long", "latn", "en"].time.tzinfo is dt.UTC
    assert made["interval yMMMd", "latn", "en"].date == DateRange(PartialDate(2025, 3, 7), PartialDate(2025, 3, 8))


def test_ambiguous_strings() -> None:
    """Strings are ambiguous if a locale prints them for another month, or for month and day exchanged."""
    strings = [printed("5.11.2025", "de", "short"), printed("13/03/2025", "fr", "short"), printed("5 March 2025", "en")]
    strings += [printed("5. studenoga 2025.", "hr"), printed("07/03/2025", "fr", "short")]
    found = find_ambiguous(strings, [DAY, dt.date(2025, 11, 5)], ["fr", "es_PA", "hr", "en_GB"])
    assert found == {"07/03/2025"}


def test_scores() -> None:
    """What is read otherwise is counted as such, and told."""
    strings = [printed("7 March 2025", "en"), printed("8 March 2025", "en"), printed("no date", "en")]
    (found,) = score(strings, is_told=True).values()
    assert (found.exact, found.total, len(found.seconds)) == (1, 3, 3)
    assert [failure.partition(": ")[2].split() for failure in found.failures] == [["2025-03-08"], ["no", "date"]]
    (found,) = score([printed("07/03/2025", "fr")], is_told=False).values()
    assert (found.exact, found.open, found.share) == (0, 1, 0.0)
    assert score(strings, is_told=True, leave_out={one.text for one in strings}) == {}


@pytest.mark.parametrize("name", READERS)
def test_peers(name) -> None:
    """Every library is asked so that it can give the day, and reads what it is made for."""
    easy = printed("2025-03-07", "en", "short") if name.startswith("dateutil") else printed("3/7/25", "en", "short")
    if name.startswith("declarations") or "not told" in name:
        easy = printed("March 7, 2025", "en")
    assert READERS[name](easy) == DAY


def test_page(tmp_path, monkeypatch, capsys) -> None:
    """The command prints the tables and writes them as the page of the reference."""
    page = tmp_path / "page.md"
    monkeypatch.setattr(command, "measure_finding", lambda: [("English", 0, 0.01)])
    monkeypatch.setattr(command, "measure_growth", lambda: [(10_000, 0.001)])
    monkeypatch.setattr(command, "measure_close", lambda: [("dates", 2, 1e-5, 1e-6), ("halves", 0, 1e-3, 1e-6)])
    monkeypatch.setattr(command, "measure_loading", lambda: [("load", 0.1)])
    monkeypatch.setattr(
        "sys.argv", ["dates", "--dates", "1", "--sample", "4", "--locales", "en", "bn", "--markdown", str(page)]
    )
    command.main()
    text = page.read_text(encoding="utf-8")
    assert capsys.readouterr().out.strip() == text.strip()
    assert "| interval yMMMd" in text
    assert "| dateparser, locale told" in text
    assert "| 10,000 " in text
    assert "| dates  | 2           | 10.0 µs       | 1.0 µs          |" in text


def test_shares_are_not_rounded_up() -> None:
    """Only what is whole is shown as whole."""
    assert command.show_share(1.0) == "100 %"
    assert command.show_share(0.999999) == "99.999 %"
