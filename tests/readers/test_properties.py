"""What holds for every text: no foreign error, no lost word."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations.blocks import Page
from declarations.errors import DeclarationsError
from declarations.readers.decoding import clean
from tests.readers.reading import read_html, read_markdown, read_plain

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
WORDS = st.text(st.characters(categories=["Lu"], max_codepoint=0x24F), min_size=2, max_size=8)
READERS = [read_html, read_markdown, read_plain]
TAGS = "<p> </p> <b> </b> <li> </ol> </table> <br> <h1> </div> <!-- --> <script> </script> <pre> <q> <article> <svg>"
SIGNS = "&amp; &#0; < > | |-|-| --- === ``` ` ** _ \\ [^1] Page 1948. الجمعية 大会 सभा ประกาศ העצרת"
PIECES = st.sampled_from(
    [
        *TAGS.split(),
        *SIGNS.split(),
        *("<ol start=3>", "<table><tr><td>", "<sup><a href='#n'>1</a></sup>", "<p id=n>", "<div class='post'>"),
        *(
            "<span class=byline>",
            "<img alt=x>",
            "<a href='x'>",
            "# ",
            "\n\n",
            "\n",
            "  ",
            "\t",
            "1. ",
            "(a) ",
            "- ",
            "* ",
        ),
        *("> ", "[^1]: ", "[1] ", "\f", "\v", "\u00ad", "\u00a0", "\ud800", "\x00", "\ufeff", "https://a.example 1/2"),
        *(
            "Page 1 of 2",
            "Word goes",
            "A sentence. And",
            "word* ",
            "* Note",
            "word† ",
            "\n\n† Note",
            "word¹",
            "\n\n¹ Note",
        ),
        *("aa) ", "A. ", "I. ", "II. ", "(i) ", "1.\t", "\tcell"),
    ]
)
SOUP = st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join)
LETTERS = st.text(st.characters(categories=["L", "N", "M", "P", "S", "Zs"], include_characters="\n\t\f"), max_size=300)


def read_or_fail(read: Callable[[str | bytes], Page], data: str | bytes) -> Page | DeclarationsError:
    """Give the page, or the error of the library; any other error comes through."""
    try:
        return read(data)
    except DeclarationsError as error:
        return error


@pytest.mark.parametrize("read", READERS)
@given(text=SOUP)
def test_any_string_is_read(read, text):
    """Any string gives a page of blocks that hold something, or an error of the library."""
    page = read_or_fail(read, text)
    for block in page.blocks if isinstance(page, Page) else ():
        assert block.text.text or block.kind == "rule" or block.marker or block.text.marks


@pytest.mark.parametrize("read", READERS)
@given(data=st.binary(max_size=300) | SOUP.map(lambda text: text.encode("utf-16", "surrogatepass")))
def test_any_bytes_are_read(read, data):
    """Any bytes give a page, or an error of the library that says what to do."""
    page = read_or_fail(read, data)
    assert isinstance(page, Page) or page.hint


def characters(text: str) -> Counter[str]:
    """Count what must not be lost: all but white space, format characters and characters of rules."""
    text = clean(text.replace("\v", "\n").replace("\f", "\n"))[0]
    left_out = "=-~_*#+—–─━═•‣◦▪●○■□·⁃➢➤✓✔→"
    return Counter(
        char for char in text if not char.isspace() and unicodedata.category(char) != "Cf" and char not in left_out
    )


def lower_raised(text: str) -> str:
    """Write raised digits as digits."""
    return text.translate(RAISED)


def page_characters(page: Page) -> Counter[str]:
    """Count what stands in blocks, markers and metadata; a note's sign stands in the words as often as it is marked."""
    found: Counter[str] = Counter()
    for block in page.blocks:
        found += characters(lower_raised(block.text.text))
        found += characters(sign_of(block.target) if block.target else block.marker or "")
        for mark in block.text.marks:
            if mark.kind == "note":
                found += characters(sign_of(mark.target))
    return found


def sign_of(target: str) -> str:
    """Give the sign that stood for a note: `[1]`, a raised digit, or daggers (stars are not counted)."""
    name, _, count = target.removeprefix("note-").rpartition("-")
    if "star" in target:
        return ""
    if "dagger" in target:
        return ("‡" if "double" in target else "†") * (int(count) if count.isdigit() else 1)
    return count if name == "raised" else f"[{count}]"


def shut_no_tag(text: str) -> str:
    """Leave a text without closing tags, which are left out with those that they close."""
    return text.replace("</", "<\\")


@given(text=(LETTERS | SOUP).map(shut_no_tag))
def test_plain_text_loses_no_character(text):
    """Every character of a plain text stands in some block or marker, exactly as often."""
    assert page_characters(read_plain(text)) == characters(lower_raised(text))


@pytest.mark.parametrize("read", [read_plain, read_html, read_markdown])
@given(words=st.lists(WORDS, min_size=1, max_size=6), name=st.text("abcXYZ-", max_size=8).map("A{}".format))
def test_leaked_tags_go_and_what_they_hold_stays(read, words, name):
    """A tag that is printed around words goes, with the one that closes it, and no word with it."""
    inner = " ".join(words)
    printed = f"<{name}>{inner}</{name}>"
    escaped = printed if read is read_plain else printed.replace("<", "&lt;")
    assert [block.text.text for block in read(f"{escaped}, {inner}").blocks] == [f"{inner}, {inner}"]


@given(text=st.text(st.characters(categories=["L", "N", "Zs"], include_characters="\n.,"), max_size=300))
def test_html_loses_no_character_of_escaped_text(text):
    """Words between tags arrive whole, whatever white space stands between them."""
    page = read_html(f"<article><h1>{text}</h1><p>{text}<i>{text}</i></article>")
    assert sum((characters(block.text.text) for block in page.blocks), Counter()) == Counter(
        {char: 3 * count for char, count in characters(text).items()}
    )


@given(text=st.text(st.characters(categories=["L"], include_characters=" \n"), max_size=200))
def test_markdown_loses_no_letter(text):
    """Words without any sign of Markdown arrive whole."""
    page = read_markdown(text)
    assert sum((characters(block.text.text) for block in page.blocks), Counter()) == characters(text)


@given(words=st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=8), min_size=1, max_size=40))
def test_the_three_forms_give_the_same_words(words):
    """A paragraph is the same in HTML, Markdown and plain text."""
    line = " ".join(words)
    expected = read_html(f"<p>{line}</p>").blocks
    assert [block.text.text for block in read_markdown(line).blocks] == [block.text.text for block in expected]
    assert [block.text.text for block in read_plain(line).blocks] == [block.text.text for block in expected]
