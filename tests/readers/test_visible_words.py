"""The law of the readers: every letter and digit that is seen in a source stands in a block or in a finding."""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declarations.blocks import Limits, Page
from declarations.errors import DeclarationsError
from declarations.readers import html, markdown, plain
from declarations.readers.decoding import decode_html, decode_text
from declarations.readers.tree import names
from tests.corpus_files import corpus, sample
from tests.readers.visible import find_lost, show_lost, words_in, words_of_html, words_of_markdown

MANY = max(1_000, settings.default.max_examples)
SHARE = 0.1  # of the documents of the corpus that are mutated
READ = {"html": html.read_page, "markdown": markdown.read_page, "text": plain.read_page}
SUFFIXES = {"html": "html", "md": "markdown", "txt": "text"}
WORDS = (
    *("Recalling", "demands", "der", "Rat", "beschließt", "considérant", "exige", "Решает", "мир", "المجلس", "يقرر"),
    *(
        "大会",
        "决定",
        "सभा",
        "निर्णय",
        "העצרת",
        "ประกาศ",
        "Ψήφισμα",
        "12",
        "1948",
        "n1",
        "3.",
        "(a)",
        "II.",
        "—",
        "&amp;",
    ),
)
ELEMENTS = sorted(
    names(
        "p div span b i em a q h1 h2 ul ol li table tr td th pre blockquote section article main nav header footer "
        "form button select option optgroup textarea label fieldset legend details summary dialog noscript "
        "template script style title svg text tspan desc defs symbol foreignobject math annotation ruby rt rp sup "
        "sub code video canvas iframe object dl dt dd figure figcaption caption thead tbody address center font "
        "x-word xmp"
    )
)
ATTRIBUTES = (
    *("hidden", "hidden=until-found", "aria-hidden=true", "role=heading", "class=sr-only", "class=byline", "id=n1"),
    *("class=menu", "class='footnotes'", "href='#n1'", "href='#r1'", "id=r1", "lang=fr", "value=5", "start=3", "open"),
    *("style='display:none'", "style='--a: display:none'", "style='DISPLAY : none !important'", "style='color:red'"),
)
VOIDS = (
    *("<br>", "<hr>", "<wbr>", "<img alt=picture>", "<input value=Search>", "<input type=submit value='Send it'>"),
    *("<input type=hidden value=no>", "<input placeholder=Name>", "<input type=checkbox value=no>", "<!-- no -->"),
    *(
        "<sup><a href='#n1' id=r1>1</a></sup>",
        "<a href='#r1'>Back</a>",
        "<a href='#r1'>1</a>",
        "<textarea placeholder=A>",
    ),
    *(
        "<optgroup label=Group>",
        "<textarea placeholder=A>",
        "&lt;i&gt;",
        "&lt;/i&gt;",
        "&amp;nbsp;",
        "<?pi no?>",
        "<svg><text>A</text></svg>",
    ),
)
LINES = (
    *("# ", "## ", "- ", "* ", "1. ", "(a) ", "> ", "    ", "```", "~~~ info", "---", "===", "| a | b |", "|---|---|"),
    *(
        "[^1]",
        "[^1]: ",
        "[^2]: ",
        "[1] ",
        "[x]: /y",
        "[x][y]",
        "[x](/y)",
        "![x](y)",
        "- [x] ",
        "- [ ] ",
        "*",
        "**",
        "`",
    ),
    *(
        "<b>",
        "</b>",
        "<p>",
        "</p>",
        "<div>",
        "<!-- no -->",
        "<input value=Q>",
        "\\*",
        "\\",
        "`",
        "\n",
        "\n\n",
        "\f",
        "\t",
    ),
    *(":::note", "{% raw %}", "<Component a={1} />", "import x from 'y'", "+++\n", "key: value\n", "Term\n: text"),
    *(
        "word*",
        "* Note",
        "word†",
        "† Note",
        "word¹",
        "¹ Note",
        "word[1]",
        "Page 1 of 2",
        "https://a.example 1/2",
        "\u00ad",
    ),
    *("\u2028", "\u2029", "\x85", "\x0b", "\x01", "&nbsp;", "&amp;", "&copy", "<Titre>", "</Titre>"),
    "https://a.example 1/2",
)


@st.composite
def pages(draw: Any) -> str:
    """Make a web page of elements that are opened and closed anyhow, with words in six scripts and more."""
    pieces: list[str] = []
    for choice in draw(st.lists(st.integers(0, 5), max_size=30)):
        if choice < 2:
            attribute = draw(st.sampled_from(("", "", *ATTRIBUTES)))
            pieces.append(f"<{draw(st.sampled_from(ELEMENTS))} {attribute}>")
        elif choice == 2:
            pieces.append(f"</{draw(st.sampled_from(ELEMENTS))}>")
        elif choice == 3:
            pieces.append(draw(st.sampled_from(VOIDS)))
        else:
            pieces.append(f"{draw(st.sampled_from(('', ' ', chr(10))))}{draw(st.sampled_from(WORDS))}")
    return "".join(pieces)


def typed_texts() -> st.SearchStrategy[str]:
    """Make a text as people type it: words, and the signs of Markdown and of plain text."""
    return st.lists(st.sampled_from(LINES) | st.sampled_from(WORDS) | st.just(" "), max_size=30).map("".join)


def read(data: str | bytes, format: str) -> Page | None:
    """Read a page; None where the library refuses it."""
    try:
        return READ[format](data, limits=Limits())
    except DeclarationsError:
        return None


def check(data: str | bytes, format: str) -> None:
    """Assert that a source loses none of the words that are seen."""
    page = read(data, format)
    if page is None:
        return
    source = (decode_html if format == "html" else decode_text)(data).text
    count = {"html": words_of_html, "markdown": words_of_markdown, "text": words_in}[format]
    seen = count(source)
    assert not find_lost(seen, page), show_lost(seen, page)


@given(page=pages())
@settings(max_examples=MANY)
def test_a_web_page_loses_no_word_that_is_seen(page: str) -> None:
    """Whatever elements stand in whatever order, what a browser shows is in a block or in a finding."""
    check(page, "html")


@given(text=typed_texts())
@settings(max_examples=MANY)
def test_a_markdown_text_loses_no_word_that_is_seen(text: str) -> None:
    """What a renderer of Markdown shows is in a block or in a finding."""
    check(text, "markdown")


@given(text=typed_texts())
@settings(max_examples=MANY)
def test_a_plain_text_loses_no_word(text: str) -> None:
    """All letters and digits of a plain text are in a block or in a finding."""
    check(text, "text")


def sources() -> Iterator[tuple[str, bytes]]:
    """Go through all documents of the corpus that have a reader; give format and data."""
    for path in sorted(corpus().rglob("*")):
        name = path.name.removesuffix(".gz")
        if format := SUFFIXES.get(name.rpartition(".")[2]):
            yield format, load(path)


def load(path: Path) -> bytes:
    """Load a file, which may be packed."""
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def test_the_corpus_loses_no_word_that_is_seen() -> None:
    """Documents of the corpus, in every form, arrive whole."""
    for format, data in sample(sources()):
        check(data, format)


TAGS = re.compile("<[^<>]*>|\n+")


def mutate(source: str, chance: random.Random) -> str:
    """Cut, double and swap some tags or lines of a source."""
    pieces = TAGS.split(source)
    signs = [*TAGS.findall(source), ""]
    for _ in range(chance.randint(1, 8)):
        place, other = chance.randrange(len(signs)), chance.randrange(len(signs))
        change = chance.randrange(3)
        if change == 0:
            signs[place] = ""
        elif change == 1:
            signs[place] *= 2
        else:
            signs[place], signs[other] = signs[other], signs[place]
    return "".join(piece + sign for piece, sign in zip(pieces, signs, strict=True))


def test_mutated_documents_lose_no_word_that_is_seen() -> None:
    """With tags and lines cut, doubled and swapped a document still arrives whole, or is refused."""
    chance = random.Random(20)
    for format, data in sources():
        if chance.random() < SHARE:
            check(mutate((decode_html if format == "html" else decode_text)(data).text, chance), format)


@pytest.mark.parametrize(
    "source",
    [
        "<p>a<sup><a href='#n'>1</a></sup></p><ol><li id=n hidden>no</ol>",
        "<p>a<sup><a href='#n'>1</a></sup> b<sup><a href='#n'>2</a></sup></p><ol><li id=n>note</ol>",
        "<p id=r>a<sup><a id=q href='#n'>1</a></sup></p><ol><li id=n>note <a href='#q'>Back to the text</a></ol>",
        "<table><tr><td>1. <input value=Name><td>words</table>",
        "<p>&lt;Date&gt;5 May&lt;/Date&gt; &amp;nbsp; words",
    ],
)
def test_signs_of_notes_and_leaks_are_not_lost(source: str) -> None:
    """Signs of notes that nobody sees, links back, and tags that are printed as words are in a block or a finding."""
    check(source, "html")


@pytest.mark.parametrize(
    ("source", "code", "excerpt"),
    [
        ("[Chair]: Anna\n\nWords.", "unused-definition", "[Chair]: Anna"),
        ("[a]: /b\n[a]: /c\n\n[Words][A].", "unused-definition", "[a]: /c"),
        ("Words[^1].\n\n[^1]:\n\nMore.", "missing-note", "1"),
        ("&lt;i&gt;Words&lt;/i&gt;", "leaked-markup", "<i> </i>"),
    ],
)
def test_what_markdown_does_not_show_is_in_a_finding(source: str, code: str, excerpt: str) -> None:
    """Targets of links that nothing uses, notes without words, and tags printed as words are reported as they stand."""
    findings = markdown.read_page(source, limits=Limits()).findings
    assert [(finding.code.value, finding.excerpt) for finding in findings] == [(code, excerpt)]


def test_a_definition_that_is_used_is_not_reported() -> None:
    """The target of a link, an image or a shortcut is no finding, in whatever case its label is written."""
    source = "[A b]: /1\n[c]: /2\n[d]: /3\n\n[words][a  B], ![c], [D]"
    assert markdown.read_page(source, limits=Limits()).findings == ()


def test_the_oracle_sees_what_is_lost() -> None:
    """A word that a page shows and no block holds is found, also where it is glued to another."""
    page = html.read_page("<p>We demand</p>", limits=Limits())
    assert not find_lost(words_of_html("<p>We <b>demand</b></p><p hidden>no</p>"), page)
    assert set(find_lost(words_of_html("<p>We demand peace</p>"), page)) == set("peac")
    assert find_lost(words_of_html("<p>We demand<input value=it></p>"), page)
