"""What the metadata of a page call its document, and the name of its site."""

from __future__ import annotations

import pytest

from declarations import examine
from declarations.blocks import MetadataItem, MetadataKind, PageMetadata
from declarations.recognition.wording.statedtitles import cut_title, find_site, find_stated_titles
from declarations.text import Text

TEXT = "<p>The mills of the valley stand still, and nobody has asked the millers why.</p>"


def state(**values: str) -> PageMetadata:
    """Make metadata of a page."""
    return PageMetadata(tuple(MetadataItem(MetadataKind(name), value, "meta") for name, value in values.items()))


@pytest.mark.parametrize("title", ["On mills | Guild", "Guild – On mills", "Guild :: On mills · Guild"])
def test_the_name_of_the_site_is_none_of_the_title(title: str) -> None:
    """The names of the site are cut off both ends of a title."""
    assert find_stated_titles(state(site="Guild", title=title)).titles == ("On mills",)


@pytest.mark.parametrize(
    ("line", "title"),
    [("Rivers: No more mills", "No more mills"), ("Say no more mills", None), ("No more mills", None)],
)
def test_a_kicker_before_a_stated_title(line: str, title: str | None) -> None:
    """What stands before a stated title is a kicker where a sign parts them."""
    assert find_stated_titles(state(title="No more mills")).find_within(Text(line)) == title


@pytest.mark.parametrize(
    ("values", "site"),
    [
        ({"site": "News", "issuer": "Guild", "page_title": "On mills - Guild"}, "Guild"),
        ({"site": "Guild"}, "Guild"),
        ({"page_title": "On mills: Guild"}, "Guild"),
        ({"page_title": "Guild | News | On mills"}, "Guild"),
        ({"page_title": "On mills"}, None),
    ],
)
def test_the_name_of_the_site(values: dict[str, str], site: str | None) -> None:
    """It is the stated name that a title prints, else what is stated, else what stands beside the title."""
    named = {name.replace("_", "-"): value for name, value in values.items()}
    assert find_site(state(**named), "On mills") == site


def test_a_title_with_many_pieces_is_cut_once() -> None:
    """The first piece of some words is the title."""
    assert cut_title("Guild » On mills in the valley » News") == "On mills in the valley"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<meta property='og:title' content='On mills'>", f"<nav><h1>On mills</h1></nav>{TEXT}", "On mills"),
        ("<meta property='og:title' content='News'>", f"<h1>On mills</h1>{TEXT}", "On mills"),
        ("", f"<h1><span class=overline>Rivers</span> No more mills</h1>{TEXT}", "No more mills"),
        ("<title>Guild » On mills and weirs</title>", TEXT, "On mills and weirs"),
        (
            "<title>Manifest: Guild</title>",
            f"<header><h1>Guild</h1></header><h2>On our mills</h2>{TEXT}",
            "On our mills",
        ),
    ],
)
def test_the_title_of_a_page(head: str, body: str, title: str) -> None:
    """A stated title wins over nothing, a heading of the text over one that it contradicts, and over a banner."""
    page = f"<html lang=en><head>{head}</head><body>{body}</body></html>"
    assert examine(page, format="html").declaration.title == title
