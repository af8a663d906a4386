"""Nothing that stands in a declaration becomes markup: every element, attribute and script is the writer's own."""

import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import declarations
from declarations import Agent, Clause, Dated, Declaration, Identifier, Label, Mark, Note, Signatory, Source, Text, Vote
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
    "lang dir charset http-equiv content name rel href class id role type datetime colspan aria-label data-declaration "
    "data-field data-piece data-note data-target data-code data-ordinal data-style data-phrase data-stance data-action"
)
words = st.lists(st.sampled_from((*HOSTILE, *FRAGMENTS)), min_size=1, max_size=3).map("".join)
filled = words.filter(lambda string: string.strip())


@st.composite
def hostile_texts(draw):
    """Make a text of hostile words, with marks whose targets are hostile too."""
    text = draw(filled)
    kinds = draw(st.lists(st.sampled_from(["link", "note", "code", "table", "emphasis"]), max_size=3))
    targets = {"link": draw(filled), "note": draw(filled)}
    marks = [Mark(len(text) if kind == "note" else 0, len(text), kind, targets.get(kind)) for kind in kinds]
    return Text(text, marks)


@st.composite
def hostile_declarations(draw):
    """Make a declaration that is hostile wherever a string is free."""
    agent = st.builds(Agent, name=filled, abbreviation=filled, url=filled)
    clause = Clause(
        label=Label(draw(filled)),
        heading=draw(hostile_texts()),
        paragraphs=[draw(hostile_texts())],
        items=[Clause(label=Label(draw(filled)), paragraphs=[draw(hostile_texts())], tail=[draw(hostile_texts())])],
        phrase=draw(filled),
    )
    return Declaration(
        kind=draw(st.sampled_from(["resolution", "statement"])),
        title=draw(filled),
        subtitle=draw(filled),
        identifiers=[Identifier(draw(filled), scheme=draw(filled))],
        issuers=[draw(agent)],
        dates=[Dated(role="published", date="2025-01-02", text=draw(filled))],
        place=draw(filled),
        meeting=draw(filled),
        language=draw(st.sampled_from([None, "en", "ar"])),
        enacting=draw(hostile_texts()),
        context=[clause],
        formula=draw(hostile_texts()),
        votes=[Vote(draw(filled))],
        signatories=[Signatory(agent=draw(agent), role="mover", capacity=draw(filled))],
        notes=[Note(id="n", label=draw(filled), paragraphs=[draw(hostile_texts())])],
        source=Source(url=draw(filled), site=draw(filled), author=draw(filled), categories=[draw(filled)]),
        translation_of=draw(filled),
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
        (target, None) for target in ("JAVASCRIPT:x", "java\nscript:x", "\u00a0javascript:x", "urn:x", "file:///x")
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
