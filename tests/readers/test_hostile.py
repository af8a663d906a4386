"""Input that asks for too much: it ends soon, as a page or as an error of the library."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

from declarations.blocks import Limits, Page
from declarations.errors import LimitError
from declarations.readers import html, markdown, plain
from tests.readers.reading import LIMITS, codes, read_html, read_markdown, read_plain
from tests.timing import measure

RAISED = Limits(max_bytes=10**9, max_nodes=10**9)
PATIENCE = 60  # seconds; each takes far less, but machines differ

Read = Callable[[str | bytes], Page]


@pytest.fixture(autouse=True)
def _clock():
    start = time.process_time()
    yield
    gc.collect()
    assert time.process_time() - start < PATIENCE


@pytest.mark.parametrize(
    ("data", "limits"),
    [
        (b"<div>" * 10_000_000, RAISED),
        (b"<div>" * 6_200_000, LIMITS),
        (b"<ul><li>a" * 100_000, LIMITS),
        (b"<b>" * 200_000, LIMITS),
        (b"<p>ok</p><table><tr><td>" * 100_000, LIMITS),
    ],
    ids=["50 MB of div", "31 MB of div", "lists", "unclosed b", "tables"],
)
def test_nesting_that_no_page_has_is_refused(data, limits):
    """Elements too many or too deep raise, and the hint says what to do."""
    with pytest.raises(LimitError) as caught:
        html.read_page(data, limits=limits)
    assert caught.value.hint


def test_nesting_that_bad_pages_have_is_read():
    """A thousand open elements lose no words."""
    assert [block.text.text for block in read_html("<div><font>" * 900 + "a<p>b").blocks] == ["a", "b"]


@pytest.mark.parametrize(
    ("read", "data", "blocks"),
    [
        (read_html, b"<p class='" + b"a " * 5_000_000 + b"'>x", 1),
        (read_html, b"<p style='" + b"display " * 1_200_000 + b"'>x", 1),
        (read_html, b"<p>" + b" \n" * 2_000_000 + b"x", 1),
        (read_html, "<p>" + "中\n" * 1_000_000, 1),
        (read_html, b"<br>a" * 100_000, 1),
        (read_html, b"<p>x</p>" * 50_000, 50_000),
        (read_html, b"<div>" * 900 + b"<b><a href=x>" * 50 + b"<div>y</div>" * 20_000, 20_000),
        (read_html, b"<table><tr>" + b"<td>a" * 100_000, 1),
        (read_html, b"<ol reversed>" + b"<li>a" * 50_000, 50_000),
        (read_html, b"<sup><a href='#n'>1</a></sup> x" * 30_000 + b"<p id=n>y", 2),
        (read_html, b"<div class='a b'>" * 900 + b"<time datetime=1>1</time>" * 20_000, 1),
        (read_html, b"<article>" * 900 + b"x", 1),
        (read_html, b"<!-- a -->" * 100_000, 0),
        (read_html, b"&#1;&#xD800;x" * 50_000, 1),
        (read_markdown, "*" * 100_000, 1),
        (read_markdown, "*a " * 30_000, 1),
        (read_markdown, "`a " * 30_000, 1),
        (read_markdown, "<a " * 30_000, 1),
        (read_markdown, "[a](b) " * 10_000, 1),
        (read_markdown, "a\n" * 50_000, 1),
        (read_markdown, "a|b\n-|-\n" + "1|2\n" * 10_000, 10_001),
        (read_plain, "a " * 5_000_000, 1),
        (read_plain, "Words go on here\n\n" * 50_000, 50_000),
        (read_plain, "".join(f"{number % 999 + 1}. words are here.\n" for number in range(50_000)), 50_000),
        (
            read_plain,
            "A sentence is here. And " + "words " * 20 + "end" + "\n\nnext one. And more end" * 20_000,
            19_998,
        ),
        (read_plain, "abc\f" * 50_000, 50_000),
        (read_plain, " " * 10_000_000 + "x", 1),
        (read_plain, "http://" + "a" * 5_000_000, 1),
        (read_plain, "(" * 5_000_000, 1),
        (read_plain, "1." * 2_000_000, 1),
        (read_plain, "1/1/2020 10:10 " * 100_000, 1),
        (read_plain, "x [1]\n\n" * 20_000 + "\n".join(f"[{number % 900}] n" for number in range(20_000)), 40_000),
    ],
)
def test_much_of_one_thing_takes_its_time_and_no_more(read: Read, data, blocks):
    """Long rows of the same piece are read in time that grows with their length."""
    page = read(data)
    assert len(page.blocks) == blocks


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "![" * 100_000, "a\n\n" + "x [" * 5000, ">" * 100_000, "- " * 50_000 + "a", "> - " * 1000],
)
def test_markdown_that_would_take_for_ever_is_refused(text):
    """Brackets, quotes and lists that stay open raise with the line."""
    with pytest.raises(LimitError) as caught:
        read_markdown(text)
    assert caught.value.position.line in (1, 3)


def test_many_brackets_in_many_paragraphs_are_fine():
    """Only brackets that are open at once count."""
    assert len(read_markdown("a [b] [ c\n\n" * 2000).blocks) == 2000


@pytest.mark.parametrize(
    ("read", "data"), [(markdown, "a\n" * 100), (plain, "a\n" * 100), (plain, "a\f" * 100), (html, "<p>" * 100)]
)
def test_nodes_are_limited(read, data):
    """More lines or tags than the limit raise before they are read."""
    with pytest.raises(LimitError, match="limit of 50"):
        read.read_page(data, limits=Limits(max_nodes=50))


def test_a_page_that_ends_in_the_middle_of_a_tag():
    """What came before the cut is read."""
    assert [block.text.text for block in read_html("<p>one<p>two <b cla").blocks] == ["one", "two"]
    assert [block.text.text for block in read_html("<p>one<p>two &am").blocks] == ["one", "two &am"]
    assert [block.text.text for block in read_html("<p>one<!-- two").blocks] == ["one"]


def test_bytes_that_are_no_utf_8():
    """A page in a broken encoding is a page with a finding."""
    page = read_html("<meta charset=utf-8><p>déjà".encode().replace(b"\xc3", b"\xff"))
    assert page.blocks[0].text.text == "d\ufffd\ufffdj\ufffd\ufffd"
    assert codes(page) == ["replaced-characters"]


def test_nothing_is_fetched_and_no_entity_expanded(tmp_path):
    """A document type with entities neither reads files nor grows."""
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    bomb = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    page = read_html(
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY e0 "ha">{bomb}]><p>&x; &e11; <i>end</i>'
    )
    words = " ".join(block.text.text for block in page.blocks)
    assert "secret words" not in words
    assert len(words) < 5000
    assert "end" in words


@pytest.mark.parametrize(
    ("read", "piece"),
    [
        (read_html, "<li>The assembly <em>calls</em> upon its members to act and to report.</li>"),
        (read_html, "<h2>Article</h2><p>The assembly calls upon its members to act.</p>"),
        (read_markdown, "1. The assembly *calls* upon its members to act and to report.\n"),
        (read_plain, "- The assembly calls upon its members to act,\n  and to report.\n"),
    ],
)
def test_time_grows_with_the_length(read: Read, piece):
    """Ten times the items take about ten times the time."""
    read(piece * 100)
    assert measure(read, piece * 5000) < 30 * measure(read, piece * 500)
