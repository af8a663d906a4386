"""When a page was published: what it says where, and what counts for more."""

from __future__ import annotations

import pytest

from declarations import examine
from declarations.blocks import MetadataItem, MetadataKind, PageMetadata
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.pagedates import read_address, read_annotations, read_metadata_dates, read_opening

FINDER = DateFinder(locale="en-GB")
TEXT = "<p>The mills of the valley stand still, and nobody has asked the millers why.</p>"


def dates_of(head: str, body: str) -> list[str]:
    """Return the dates of a page, each with its role."""
    page = f"<html lang=en><head>{head}</head><body>{body}</body></html>"
    return [f"{dated.role} {dated.date}" for dated in examine(page, format="html").declaration.dates]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rye, 6 May 2024 – The mills stand still.", "2024-05-06"),
        ("6 May 2024. The mills stand still.", "2024-05-06"),
        ("RYE (6.5.2024): The mills stand still.", "2024-05-06"),
        ("On 6 May 2024 the mills stood still.", None),
        ("The guild met in Rye, 6 May 2024, and went home.", None),
        ("The mills stand still.", None),
    ],
)
def test_the_dateline_that_opens_a_text(text: str, day: str | None) -> None:
    """A day with a place before it and a sign after it is the day of the text; a day in its first sentence is not."""
    found = [str(dated.date) for dated in read_opening(text, FINDER).dates]
    assert found == ([day] if day else [])


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://guild.example/2024/05/06/mills", "2024-05-06"),
        ("/news/2024-5-6-mills.html", "2024-05-06"),
        ("https://guild.example/news/20240506_mills", "2024-05-06"),
        ("https://guild.example/2024/05/mills", None),
        ("https://guild.example/news/2024056", None),
        ("https://guild.example/2024/13/45/", None),
        ("https://guild.example/mills?day=2024/05/06", None),
        ("https://guild.example/order/120240506123", None),
    ],
)
def test_the_day_in_an_address(url: str, day: str | None) -> None:
    """An address may hold a day in its path; other figures are none."""
    found = [str(dated.date) for dated in read_address(url).dates]
    assert found == ([day] if day else [])


@pytest.mark.parametrize("value", ["1970-01-01T00:00:00Z", "0001-01-01"])
def test_days_that_programs_write_where_they_know_none(value: str) -> None:
    """The first second of a clock is no day of publication; a finding says so."""
    metadata = PageMetadata((MetadataItem(MetadataKind.PUBLISHED, value, "meta article:published_time"),))
    line = read_metadata_dates(metadata, FINDER, ())
    assert not line.dates
    assert [finding.code for finding in line.findings] == ["invalid-date"]


def test_the_first_marked_day_of_each_kind_counts() -> None:
    """Of many elements that are marked as days the first ones count; a day of change alone is that of the page."""
    items = [MetadataItem(MetadataKind.DATE, day, "class") for day in ("6 May 2024", "1 May 2020")]
    assert [str(one.date) for one in read_annotations(PageMetadata(tuple(items)), FINDER, ()).dates] == ["2024-05-06"]
    changed = PageMetadata((MetadataItem(MetadataKind.MODIFIED, "2024-05-06", "time"),))
    assert [str(one.role) for one in read_annotations(changed, FINDER, ()).dates] == ["published"]


@pytest.mark.parametrize(
    ("head", "body", "dates"),
    [
        ("", f"<h1>On mills</h1><ul><li><b>Day:</b>6 May 2024</li></ul>{TEXT}", ["issued 2024-05-06"]),
        ("", f"<main><h1>On mills</h1><div class=postDate>6 May 2024</div>{TEXT}</main>", ["published 2024-05-06"]),
        (
            "<meta property='article:published_time' content='2024-05-06T10:00:00Z'>",
            f"<h1>On mills</h1>{TEXT}<aside><p class=date>1 May 2020</p></aside>",
            ["published 2024-05-06"],
        ),
        ("<link rel=canonical href=/2024/05/06/mills>", f"<h1>On mills</h1>{TEXT}", ["published 2024-05-06"]),
        ("<title>On mills | Guild | 6 May 2024</title>", f"<h1>On mills</h1>{TEXT}", ["issued 2024-05-06"]),
        ("", f"<h1>On mills</h1>{TEXT}<div id=comments><h3>Ann, 6 May 2024</h3><p>Good.</p></div>", []),
        ("", f"<h1>On mills</h1>{TEXT}<div class=related-posts><b class=date>6 May 2024</b></div>", []),
    ],
)
def test_where_the_day_of_a_page_stands(head: str, body: str, dates: list[str]) -> None:
    """Metadata, marked elements, lines beside the title, the address and titles tell it; comments and others do not."""
    assert dates_of(head, body) == dates


def test_the_printed_day_counts_before_the_hidden_one() -> None:
    """What the page prints and marks as its day beside the title wins over its metadata; that they differ is told."""
    head = "<meta property='article:published_time' content='2024-05-05T23:00:00Z'>"
    page = f"<html lang=en><head>{head}</head><h1>On mills</h1><p class=date>6 May 2024</p>{TEXT}</html>"
    reading = examine(page, format="html")
    assert str(reading.declaration.dated("published").date) == "2024-05-06"
    assert "conflicting-dates" in [finding.code for finding in reading.findings]
