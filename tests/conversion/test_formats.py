"""Formats are told by name, media type, suffix and first characters."""

from pathlib import PurePath

import pytest

from declarations import parse, render
from declarations.errors import FormatError
from declarations.formats import FORMATS, find_format, find_format_of, sniff_format
from tests.records.sample import SAMPLE
from tests.timing import measure

READABLE = [format.name for format in FORMATS if format.is_readable]


@pytest.mark.parametrize("name", [format.name for format in FORMATS])
def test_every_format_is_found(name: str) -> None:
    """A name leads to its row; suffix and media type lead to the first row that has them."""
    found = find_format(name)
    assert found.name == name
    for key in (*found.suffixes, *found.media_types):
        assert key in (*find_format(key).suffixes, *find_format(key).media_types)
    assert find_format(f" {found.media_types[0].upper()}; charset=utf-8").media_types[0] == found.media_types[0]


@pytest.mark.parametrize(("key", "name"), [("md", "markdown"), ("TXT", "text"), ("yml", "edoxen"), ("xml", "xml")])
def test_a_suffix_needs_no_dot(key: str, name: str) -> None:
    """What people call a format is understood; a name stands before a suffix."""
    assert find_format(key).name == name


@pytest.mark.parametrize("name", READABLE)
def test_what_is_written_is_known_again(name: str) -> None:
    """The first characters of every format that is written and read tell which it is."""
    written = render(SAMPLE, name)
    one_line = {"jsonl": "json"}  # a single line of JSON is both
    assert sniff_format(written).name == one_line.get(name, name)
    assert sniff_format(written.encode()).name == one_line.get(name, name)
    assert parse(written).title == SAMPLE.title


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ('{"title": "A"}\n{"title": "B"}\n', "jsonl"),
        ('{\n  "title": "A"\n}\n', "json"),
        ('\ufeff<?xml version="1.0"?>\n<!-- by hand -->\n<an:akomaNtoso xmlns:an="http://x">', "akn"),
        ("<akomaNtoso xmlns='x'>", "akn"),
        ('<?xml version="1.0"?><declaration/>', "xml"),
        ("# On bread\n\nresolutions:\n", "markdown"),
        ("# of the board\nresolutions:\n  - identifier:\n", "edoxen"),
        ("---\nmetadata:\n  title: A\n", "edoxen"),
        ("---\ntitle: A\n---\n", "markdown"),
        ("metadata: none\n", "text"),
        ("<p>We resolve.", "html"),
        ("We resolve.", "text"),
    ],
)
def test_first_characters(data: str, name: str) -> None:
    """The beginning of data tells the format."""
    assert sniff_format(data).name == name


def test_shared_suffixes() -> None:
    """Files whose suffix two formats share are told by their first characters."""
    path = PurePath("law.xml")
    assert find_format_of(path, "<akomaNtoso/>").name == "akn"
    assert find_format_of(path, "<declaration/>").name == "xml"
    assert find_format_of(path, "<p>no such thing").name == "xml"
    assert find_format_of(PurePath("A.TXT"), "<declaration/>").name == "text"


def test_no_such_format() -> None:
    """Unknown names are refused with those that are known, and tables are not read."""
    with pytest.raises(FormatError, match="name one of: html"):
        find_format("docx")
    with pytest.raises(FormatError, match=r"suffix of 'a\.docx'"):
        find_format_of(PurePath("a.docx"), "")
    for name in ("csv", "csv-clauses"):
        with pytest.raises(FormatError, match=f"cannot be read from {name}"):
            parse("title\r\nA\r\n", format=name)


def test_a_str_has_no_encoding() -> None:
    """A str is read as it is, whatever encoding its XML declaration names."""
    for name in ("akn", "xml"):
        written = render(SAMPLE, name).replace('version="1.0"', "version='1.0' encoding='utf-16'", 1)
        assert "utf-16" in written
        assert parse(written, format=name) == SAMPLE


@pytest.mark.parametrize(
    "data", ["<!-- -->" * 500, "<!---->" * 500 + "<p", "<?xml ?>" + "<!--" * 1000, "<?xml " * 700, "{\n" * 2000]
)
def test_beginnings_that_decide_nothing_cost_no_time(data: str) -> None:
    """Many comments or brackets before anything else are looked at once."""
    assert measure(sniff_format, data) < 1
