"""Markdown to blocks."""

from __future__ import annotations

import pytest

from declarations.errors import LimitError
from declarations.findings import FindingCode
from tests.readers.reading import codes, marks, metadata, read_markdown, show


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# One\n\nTwo\n=====\n\nThree\n---", ["heading1 One", "heading1 Two", "heading2 Three"]),
        ("###### Six #", ["heading6 Six"]),
        ("one\ntwo", ["paragraph one two"]),
        ("one  \ntwo\\\nthree", ["paragraph one\ntwo\nthree"]),
        ("決議を\n採択した", ["paragraph 決議を採択した"]),
        ("ประกาศ\nว่า", ["paragraph ประกาศว่า"]),
        ("3. a\n4. b", ["item+ 3. a", "item+ 4. b"]),
        ("1) a\n2) b", ["item+ 1) a", "item+ 2) b"]),
        ("1. a\n1. b\n1. c", ["item+ 1. a", "item+ 2. b", "item+ 3. c"]),
        ("1. a\n2. b\n4. c", ["item+ 1. a", "item+ 2. b", "item+ 4. c"]),
        ("- a\n- b", ["item+ a", "item+ b"]),
        ("1. a\n   - b\n\n   c\n2. d", ["item+ 1. a", "item++ b", "paragraph+ c", "item+ 2. d"]),
        ("(a) first\n\n(b) second", ["paragraph (a) first", "paragraph (b) second"]),
        ("1\\. no list", ["paragraph 1. no list"]),
        ("a \\* b &amp; c &eacute;", ["paragraph a * b & c é"]),
        ("> quote\nlazy", ["paragraph quote lazy"]),
        ("***", ["rule"]),
        ("    code *x*", ["preformatted code *x*"]),
        ("```\na\n  b\n```", ["preformatted a\n  b"]),
        ("|a|b|\n|-|-|\n|1|2|\n||x|", ["row a\tb", "row 1\t2", "row \tx"]),
        ("<div class=byline>By Ana</div>", ["paragraph By Ana"]),
        ("<details>\n<summary>S</summary>\n\ntext\n\n</details>", ["paragraph S", "paragraph text"]),
        ("a <!-- no --> b", ["paragraph a b"]),
        ("<script>no</script>\n\nyes", ["paragraph yes"]),
        ("اعلان **صلح**", ["paragraph اعلان صلح"]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_markdown_becomes_blocks(text, shown):
    """CommonMark and tables give blocks with their numbers as written."""
    assert show(read_markdown(text)) == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a*", ("emphasis", "a", None)),
        ("**a**", ("strong", "a", None)),
        ("~~a~~", ("strike", "a", None)),
        ("`a`", ("code", "a", None)),
        ('[a](https://example.org/b "t")', ("link", "a", "https://example.org/b")),
        ("<https://example.org>", ("link", "https://example.org", "https://example.org")),
        ("[a]\n\n[a]: /b", ("link", "a", "/b")),
        ("10<sup>−19</sup>", ("superscript", "−19", None)),
        ("K<sub>J-90</sub>", ("subscript", "J-90", None)),
        ("<u>a</u>", ("underline", "a", None)),
        ("<span lang=fr>oui</span>", ("language", "oui", "fr")),
    ],
)
def test_inline_marks(text, expected):
    """Marks of Markdown and of HTML inside it are the same."""
    assert marks(read_markdown(text).blocks[0]) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "a <textarea> b\n\nc",
        "a <title> b\n\nc",
        "<title>\n\na b c",
        "<div>a <style> b\n\nc",
        "<div>a b <!-- \n\nc",
        '<div>a b <i class="\n\nc',
        "<script>a b\n\nc",
    ],
)
def test_html_left_open_swallows_nothing(text):
    """An element that is left open does not take the rest of the text with it."""
    words = " ".join(block.text.text for block in read_markdown(text).blocks)
    assert {"a", "b", "c"} <= set(words.replace(">", " ").split())


def test_notes_and_their_references():
    """Footnotes become marks and note blocks; the same note may be referred to twice."""
    page = read_markdown("One[^x] and two[^1], again[^x].\n\n[^1]: Note **b**.\n[^x]: Note a.\n\n    More.\n")
    assert show(page) == [
        "paragraph One and two, again.",
        "note+ 1 Note a.",
        "note+ More.",
        "note+ 2 Note b.",
    ]
    assert [target for _, _, target in marks(page.blocks[0])] == ["fn1", "fn2", "fn1"]
    assert [block.target for block in page.blocks[1:]] == ["fn1", "fn1", "fn2"]


def test_a_note_that_nothing_refers_to_is_kept():
    """The words of an unused footnote stay on the page."""
    assert "Alone." in " ".join(show(read_markdown("Text.\n\n[^z]: Alone.\n")))


def test_a_reference_without_a_note_stays_words():
    """`[^9]` without a note is not taken for one."""
    assert show(read_markdown("Text[^9].")) == ["paragraph Text[^9]."]


def test_lines():
    """Every block knows the line it begins in."""
    page = read_markdown(
        "---\ntitle: x\n---\n# One\n\ntwo\nthree\n\n- a\n- b\n\n<p>html</p>\n\n|a|b|\n|-|-|\n|c|d|\n\n```\nx\n```\n"
    )
    assert [block.position.line for block in page.blocks] == [4, 6, 9, 10, 12, 14, 16, 18]


FRONT = """---
title: "On Peace: a statement"
subtitle: For all
date: 2024-03-01
modified: 2024-03-02 10:00
lang: pt_BR
authors:
  - Ana
  - name: Ben
organisation: {name: World Assembly, url: x}
place: Izmir
type: statement
canonical: https://example.org/x
tags: [peace, 1]
number: 007
draft: true
---

Text.
"""


def test_front_matter_gives_clues():
    """Every known name gives its metadata, as printed: no date and no number is made of them."""
    page = read_markdown(FRONT)
    assert show(page) == ["paragraph Text."]
    assert [(kind, value) for kind, value, _ in metadata(page)] == [
        ("title", "On Peace: a statement"),
        ("subtitle", "For all"),
        ("issuer", "World Assembly"),
        ("author", "Ana"),
        ("author", "Ben"),
        ("date", "2024-03-01"),
        ("modified", "2024-03-02 10:00"),
        ("language", "pt-BR"),
        ("place", "Izmir"),
        ("kind", "statement"),
        ("url", "https://example.org/x"),
        ("category", "peace"),
        ("category", "1"),
        ("identifier", "007"),
        ("named", "true"),
    ]
    assert {origin for _, _, origin in metadata(page)} == {"front matter"}


@pytest.mark.parametrize(
    "front",
    [
        "title: [",
        "a: b: c",
        "- a\n- b",
        "{" * 900,
        "a: \t- x\n\tb",
        "title: &",
        "a: " + "x" * 70_000,
    ],
)
def test_broken_front_matter_is_reported_and_kept(front):
    """Front matter that is no mapping in YAML gives a finding, and its words stay."""
    page = read_markdown(f"---\n{front}\n---\n\nText.")
    assert codes(page) == ["broken-metadata"]
    assert page.blocks[0].text.text.split() == front.split()
    assert show(page)[-1] == "paragraph Text."
    assert page.findings[0].position.line >= 2


@pytest.mark.parametrize(
    "front", ["a: " + "[" * 101, "- " * 102 + "a", "a:\n" + "".join(f"{' ' * i}- \n" for i in range(120))]
)
def test_front_matter_nested_too_deeply_is_kept_as_words(front):
    """Lists and mappings deeper than 100 levels give a finding that names the place, with either parser of YAML."""
    page = read_markdown(f"---\n{front}\n---\n\nText.")
    assert [finding.message for finding in page.findings] == ["the front matter is nested deeper than 100 levels"]
    assert page.findings[0].position.line >= 2
    assert page.blocks[0].text.text.split() == front.split()


def test_front_matter_that_repeats_itself_stays_small():
    """References of YAML are not multiplied out."""
    rows = "\n".join(f"b{i}: &b{i} [*b{i - 1}, *b{i - 1}]" for i in range(1, 40))
    page = read_markdown(f"---\nb0: &b0 [x]\n{rows}\ntitle: *b39\n---\nText")
    assert len(page.metadata.all) <= 2
    assert codes(page) == []


@pytest.mark.parametrize(
    "text", [">" * 1000 + " a", "- " * 1000 + "a", "".join("  " * i + "- a\n" for i in range(200))]
)
def test_nesting_beyond_the_parser_is_refused(text):
    """Quotes and lists too deep for the parser raise instead of losing their words."""
    with pytest.raises(LimitError) as caught:
        read_markdown(text)
    assert caught.value.position.line is not None


def test_nesting_of_forty_lists_is_read():
    """Forty nested lists are read; beyond twenty they are flattened and reported."""
    page = read_markdown("".join("  " * i + f"- a{i}\n" for i in range(40)))
    assert [block.text.text for block in page.blocks] == [f"a{i}" for i in range(40)]
    assert codes(page) == ["flattened-nesting"]


def test_the_media_type_is_told():
    """A page knows what it was."""
    assert read_markdown("x").media_type == "text/markdown"


def test_an_object_without_words_after_it_is_no_front_matter() -> None:
    """A file that is JSON from end to end keeps its words when it is read as Markdown."""
    blocks = read_markdown('{"title": "On Salt"}\n').blocks
    assert [block.text.text for block in blocks] == ['{"title": "On Salt"}']


def test_a_number_too_long_for_front_matter_is_reported() -> None:
    """Python refuses to read so many digits; that is an error of the front matter, and the words stay."""
    page = read_markdown(f"+++\na = {'9' * 5_000}\n+++\n\nWe demand bread.\n")
    assert page.blocks[-1].text.text == "We demand bread."
    assert FindingCode.BROKEN_METADATA in {finding.code for finding in page.findings}


def test_the_title_of_a_container_alone_is_a_line() -> None:
    """No backslash is printed where nothing stands on the next line."""
    page = read_markdown("::: note Careful here\n\nWe demand bread.\n:::\n")
    assert [block.text.text for block in page.blocks] == ["Careful here", "We demand bread."]
