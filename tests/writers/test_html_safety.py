"""Nothing that stands in a declaration becomes markup: every element, attribute and script is the writer's own."""

import json
import re
from collections.abc import Iterator
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import declarations
from declarations import Agent, Clause, Dated, Declaration, Identifier, Label, Note, Signatory, Source, Text, Vote
from declarations.text import Mark, MarkKind
from declarations.writers.marks import to_href
from tests.strategies import FRAGMENTS
from tests.strategies import declarations as any_declaration

MANY = max(2_000, settings.default.max_examples)
HOSTILE = (
    *(
        "<script>alert(1)</script>",
        "</script>",
        "<!--",
        "-->",
        "]]>",
        "<![CDATA[",
        "</style>",
        "</title>",
        "</article>",
    ),
    *(
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        "<svg/onload=alert(1)>",
        "<base href=//x>",
        "&lt;b&gt;",
    ),
    *(
        "javascript:alert(1)",
        "JaVa\tScript:alert(1)",
        " \x85javascript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
    ),
    *(
        "$article",
        "${style}",
        "$$",
        "%s",
        "{0}",
        "\\3c;",
        "\\",
        "<?xml version='1.0'?>",
        "<template>",
        "&#0;",
        "&#x3c;",
    ),
)
ELEMENTS = (
    "html head meta title style link script body main article header footer section div h1 h2 h3 h4 h5 h6 p ul li dl "
    "dt dd bdi time a span sup sub em strong u s code br table caption tbody tr td"
)
ATTRIBUTES = (
    "lang dir charset property http-equiv content name rel href class id role type datetime colspan aria-label "
    "data-declaration "
    "data-shown data-field data-piece data-note data-target data-code data-ordinal data-style data-phrase data-stance "
    "data-action"
)
PIECES = (*HOSTILE, *FRAGMENTS)


def write_words(number: int) -> str:
    """Read a number as up to three pieces; a string that would be blank gets a letter."""
    pieces = []
    while number > 0:
        number, digit = divmod(number, len(PIECES))
        pieces.append(PIECES[digit])
    words = "".join(pieces)
    return words if words.strip() else f"{words}x"


@st.composite
def hostile_declarations(draw: st.DrawFn) -> Declaration:
    """Make a declaration that is hostile wherever a string is free; few strings go round, since draws are slow."""
    numbers = draw(st.lists(st.integers(0, len(PIECES) ** 3), min_size=5, max_size=5))
    strings = cycle(map(write_words, numbers))
    marked = draw(st.integers(0, 15))

    def some() -> str:
        return next(strings)

    def some_text() -> Text:
        text, whole = some(), [MarkKind.LINK, MarkKind.CODE, MarkKind.TABLE, MarkKind.EMPHASIS]
        chosen = [kind for place, kind in enumerate(whole) if marked >> place & 1]
        marks = [Mark(0, len(text), kind, some() if kind is MarkKind.LINK else None) for kind in chosen]
        return Text(text, [*marks, Mark(len(text) // 2, len(text) // 2, "note", some())])

    agent = Agent(name=some(), abbreviation=some(), url=some())
    item = Clause(label=Label(some()), paragraphs=[some_text()], tail=[some_text()])
    clause = Clause(
        label=Label(some()),
        heading=some_text(),
        paragraphs=[some_text()],
        items=[item],
        tail=[some_text()],
        phrase=some(),
    )
    return Declaration(
        kind="resolution" if marked % 2 else "statement",
        title=some(),
        subtitle=some(),
        identifiers=[Identifier(some(), scheme=some())],
        issuers=[agent],
        dates=[Dated(role="published", date="2025-01-02", text=some())],
        place=some(),
        meeting=some(),
        language=(None, "en", "ar")[marked % 3],
        enacting=some_text(),
        context_heading=some_text(),
        context=[clause],
        formula=some_text(),
        resolutions_heading=some_text(),
        resolutions=[clause],
        closing=[some_text()],
        votes=[Vote(some())],
        signatories=[Signatory(agent=agent, role="mover", capacity=some(), on_behalf_of=agent)],
        notes=[Note(id="n", label=some(), paragraphs=[some_text()])],
        annexes=[clause],
        source=Source(url=some(), site=some(), author=some(), categories=[some()]),
        translation_of=some(),
    )


def parse_strictly(html: str) -> etree._Element:
    """Parse a page as browsers do, and refuse the least error in its syntax."""
    html5lib = pytest.importorskip("html5lib")
    return html5lib.HTMLParser(html5lib.getTreeBuilder("lxml"), strict=True, namespaceHTMLElements=False).parse(html)


def check_page(tree: etree._Element) -> None:
    """Check that a parsed page holds only what the writer writes."""
    elements, attributes = set(ELEMENTS.split()), set(ATTRIBUTES.split())
    for element in tree.iter():
        assert isinstance(element.tag, str), "a comment or an instruction"
        assert element.tag in elements
        assert set(element.attrib) <= attributes
        assert is_safe(element.get("href", "#"))
        if element.tag == "script":
            assert element.get("type") in ("application/json", "application/ld+json")
            assert isinstance(json.loads(element.text), dict)
    assert len(tree.findall(".//style")) == 1


def is_safe(url: str) -> bool:
    """Tell whether a URL is one that the URL Standard reads as safe, after it drops white space and controls."""
    bare = "".join(char for char in url if char > " ")
    scheme = re.match("([a-z][a-z0-9+.-]*):", bare, re.IGNORECASE)
    return scheme is None or scheme[1].lower() in ("http", "https", "mailto", "tel", "ftp")


@given(hostile_declarations())
@settings(max_examples=MANY)
def test_hostile_words_stay_words(declaration: Declaration) -> None:
    """Whatever stands in a declaration, the page has no other markup and gives it back."""
    html = declarations.render(declaration, "html")
    check_page(etree.HTML(html))
    assert declarations.parse(html, format="html") == declaration


@given(st.one_of(hostile_declarations(), any_declaration()))
@settings(max_examples=200)
def test_no_errors_of_syntax(declaration: Declaration) -> None:
    """To the parser of the HTML Standard too the page is the same, and without the least error."""
    check_page(parse_strictly(declarations.render(declaration, "html")))


def links() -> Iterator[tuple[str, str | None]]:
    """Give targets with the URL that is written for them."""
    yield "https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"
    yield "../x y", "../x%20y"
    yield "https://example.org/خبر", "https://example.org/%D8%AE%D8%A8%D8%B1"
    yield "mailto:a@example.org", "mailto:a@example.org"
    yield "100%", "100%25"
    yield "#part", "#part"
    yield "&#106;avascript:alert(1)", "&#106;avascript:alert(1)"
    yield from ((target, None) for target in HOSTILE if "script:" in target.lower() or target.startswith("data"))
    yield from (
        (target, None)
        for target in (
            "JAVASCRIPT:x",
            "java\nscript:x",
            "\u00a0javascript:x",
            "urn:x",
            "\u2028 javascript:x",
            "javas\u200bcript:x",
        )
    )


@pytest.mark.parametrize(("target", "href"), list(links()))
def test_links(target: str, href: str | None) -> None:
    """Only safe schemes are followed, in the ASCII form of a URL; every target is read back as it was."""
    assert to_href(target) == href
    declaration = Declaration(closing=[Text("See it.", [Mark(0, 3, "link", target)])])
    html = declarations.render(declaration, "html", fragment=True)
    linked = etree.HTML(html).find(".//*[@class='declaration-link']")
    assert (linked.tag, linked.get("href")) == ("span" if href is None else "a", href)
    assert declarations.parse(html, format="html") == declaration
