"""Who wrote a page, by its metadata and by the lines beside its title."""

from __future__ import annotations

import pytest

from declarations import examine
from declarations.language.lexicon import load_lexicon
from declarations.recognition.wording.bylines import clean_name, find_person, read_byline
from declarations.recognition.wording.dating import DateFinder

ENGLISH, GERMAN = load_lexicon("en"), load_lexicon("de")
FINDER = DateFinder(locale="en-GB")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By Ann Roth", "Ann Roth"),
        ("Post author By Ann Roth", "Ann Roth"),
        ("Show all posts by Ann Roth", "Ann Roth"),
        ("Ann Roth on 6 May 2024", "Ann Roth"),
        ("von Ann Roth", "Ann Roth"),
        ("Peter von Hagen", "Peter von Hagen"),
        ("Interview: Ann Roth", "Ann Roth"),
        ("press office", "press office"),
    ],
)
def test_the_name_in_a_marked_byline(text: str, name: str) -> None:
    """Words for authors, labels and dates around a name are cut off; a particle in it is not one of these words."""
    assert read_byline(text, FINDER, [GERMAN, ENGLISH]) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By Ann Roth", "Ann Roth"),
        ("---- by Ann and Ben Roth", "Ann and Ben Roth"),
        ("Text by Ann Roth   Pictures by Ben", "Ann Roth"),
        ("Posted in News by annroth on 6 May 2024", "annroth"),
        ("by popular demand", None),
        ("by the Council of Rye on 6 May 2024", None),
        ("By boat from Rye to Hastings in an afternoon", None),
        ("Drawings by Ben Roth", None),
        ("Ann Roth", None),
    ],
)
def test_the_person_in_a_line_beside_the_title(text: str, name: str | None) -> None:
    """A line that is not marked must begin with a word for authors or hold the day, and name a person."""
    assert find_person(text, FINDER, [ENGLISH]) == name


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Ann Roth, The Miller", "Ann Roth"),
        ("Roth, Ann", "Roth, Ann"),
        ("https://social.example/annroth", None),
        ("@annroth", None),
        ("Ann Roth is a miller who has lived in the valley for years", None),
    ],
)
def test_names_in_metadata(name: str, clean: str | None) -> None:
    """The name of the site after that of a person is cut off; addresses and sentences are no names."""
    assert clean_name(name, ["The Miller"], [ENGLISH]) == clean


@pytest.mark.parametrize(
    ("head", "line", "author"),
    [
        (
            "<meta name=author content='The Miller'><meta property='og:site_name' content='The Miller'>",
            "By Ann Roth",
            "Ann Roth",
        ),
        ("<meta name=author content=miller.example>", "By Ann Roth", "Ann Roth"),
        ("<meta name=author content='Guild of Millers'>", "Corn and water", "Guild of Millers"),
        (
            "<meta name=citation_author content=Ann><meta name=citation_author content=Ben>",
            "Corn and water",
            "Ann; Ben",
        ),
    ],
)
def test_a_person_counts_before_the_site(head: str, line: str, author: str) -> None:
    """Who is named as the author and is only the site or a body gives way to a person whom a line names."""
    text = "The mills of the valley stand still, and nobody has asked the millers why."
    page = f"<html lang=en><head>{head}</head><body><h1>On mills</h1><p>{line}</p><p>{text}</p></body></html>"
    assert examine(page, format="html").declaration.source.author == author
