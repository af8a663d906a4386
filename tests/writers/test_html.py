"""Pages of HTML are semantic and self-contained, say what they are to machines, and go into templates of others."""

import re

import pytest
from lxml import etree

import declarations
from declarations import Agent, Clause, Dated, Declaration, Note, Text
from declarations.blocks import Block, BlockKind, Layout, Page
from declarations.errors import ValidationError
from declarations.parts import Attribute, PagePart
from declarations.text import Mark
from declarations.writers.html import PLACES, write_page
from tests.records.sample import SAMPLE


def parse(html: str) -> etree._Element:
    """Parse a page."""
    return etree.fromstring(html, etree.HTMLParser(encoding="utf-8"))


def page_of(declaration: Declaration, **options) -> etree._Element:
    """Write a declaration and parse the page."""
    return parse(declarations.render(declaration, "html", **options))


def test_head_of_the_page() -> None:
    """The page names language, direction, title, author and address, and loads nothing."""
    html = declarations.render(SAMPLE, "html")
    page = parse(html)
    assert html.startswith("<!DOCTYPE html>")
    assert (page.get("lang"), page.get("dir")) == ("en", "ltr")
    assert page.findtext("head/title") == "Statement on the Harbour"
    metas = {meta.get("name"): meta.get("content") for meta in page.iterfind("head/meta")}
    assert metas["author"] == "Harbour Assembly (HA)"
    assert metas["description"] == "Second reading"
    assert page.find("head/link").attrib == {"rel": "canonical", "href": "https://example.org/harbour"}
    assert not page.findall(".//*[@src]")
    assert "url(" not in page.findtext("head/style")
    assert "@import" not in page.findtext("head/style")


def test_style_is_allowed_by_the_policy() -> None:
    """The content security policy names the style sheet that stands in the page, and allows nothing else."""
    import base64
    import hashlib

    page = page_of(SAMPLE)
    policy = page.find("head/meta[@http-equiv]").get("content")
    digest = base64.b64encode(hashlib.sha256(page.findtext("head/style").encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "script-src" not in policy


def test_parts_are_named_for_the_reader() -> None:
    """Sections have their names in the language of the reader, words keep their own language."""
    page = page_of(SAMPLE, locale="ar")
    names = [section.get("aria-label") for section in page.iterfind(".//section[@aria-label]")]
    assert len(names) == 5
    assert all("\u0600" <= name[0] <= "\u06ff" for name in names)
    article = page.find(".//article")
    assert (article.get("lang"), article.get("dir")) == ("en", "ltr")
    assert {facts.get("lang") for facts in page.iterfind(".//dl")} == {"ar"}
    assert page.find(".//dd[@data-field='place']/bdi").get("lang") == "en"


def test_a_page_without_a_title_has_a_heading() -> None:
    """It says so in the language of the reader; it is no part of the document when the page is read back."""
    untitled = Declaration(kind="motion", language="fr", closing=["Fin."])
    for options in ({}, {"fragment": True}):
        html = declarations.render(untitled, "html", locale="de", **options)
        (heading,) = parse(html).iterfind(".//h1")
        assert etree.tostring(heading[0], encoding="unicode") == '<span lang="de">(ohne Titel)</span>'
        reading = declarations.examine(html, format="html")
        assert reading.declaration == untitled
        assert not reading.findings
        assert declarations.parse(re.sub("<script.*", "", html), format="html").title is None


def test_direction_of_the_document() -> None:
    """A document from right to left is laid out so; of an unknown language, its first letters decide."""
    assert page_of(Declaration(language="ar")).get("dir") == "rtl"
    assert page_of(Declaration(language="x-klingon")).find(".//article").get("dir") == "auto"
    assert page_of(Declaration()).find(".//article").get("lang") == ""


def test_labels_are_words() -> None:
    """Printed numbers stand as text before their words, and no list counts by itself."""
    page = page_of(SAMPLE)
    assert not page.findall(".//ol")
    labels = [label.text for label in page.iterfind(".//*[@class='declaration-label']")]
    assert labels == ["1.", "(a)", "(b)", "mover:", "1"]
    items = [" ".join("".join(item.itertext()).split()) for item in page.iterfind(".//section/section/ul/li")]
    assert items == ["(a) in the north;", "(b) in the south;"]
    assert page.find(".//*[@id='walls']/h3/span").text == "1."


def test_headings_keep_their_levels() -> None:
    """There is one first heading; the others follow the depth of their clauses."""
    headings = [(heading.tag, "".join(heading.itertext())) for heading in page_of(SAMPLE).iter("h1", "h2", "h3", "h4")]
    assert headings == [
        ("h1", "Statement on the Harbour"),
        ("h2", "Preamble"),
        ("h2", "Resolved"),
        ("h3", "1. Walls"),
        ("h2", "Annex: levels"),
    ]


def test_facts_for_machines() -> None:
    """Dates, links, names and categories are marked up as Microformats 2 has them."""
    issuer = Agent(name="Harbour Assembly", url="https://example.org/ha")
    dates = [Dated(role="published", date="2025-03-08"), Dated(role="adopted", date="2025-01/2025-02")]
    page = page_of(
        Declaration(title="On Tides", issuers=[issuer], dates=dates, closing=["Done."], source=SAMPLE.source)
    )
    assert "h-entry" in page.find(".//article").get("class").split()
    assert page.find(".//h1[@class='declaration-title p-name']").text == "On Tides"
    author = page.find(".//*[@class='p-author h-card']")
    assert (author.tag, author.get("href")) == ("a", "https://example.org/ha")
    (time,) = page.iter("time")
    assert (time.get("class"), time.get("datetime")) == ("dt-published", "2025-03-08")
    assert page.find(".//*[@class='u-url']").get("href") == "https://example.org/harbour"
    assert page.find(".//*[@class='p-category']").text == "Statements"
    assert page.find(".//*[@class='e-content']") is not None


def test_footnotes_lead_both_ways() -> None:
    """A reference leads to its note, the note back to every reference; those without a note lead nowhere."""
    marks = [Mark(5, 5, "note", "n1"), Mark(9, 9, "note", "n1"), Mark(9, 9, "note", "n2")]
    declaration = Declaration(
        closing=[Text("Tides turn.", marks)], notes=[Note(id="n1", label="*", paragraphs=["See."])]
    )
    page = page_of(declaration)
    links = {link.get("id"): link.get("href") for link in page.iterfind(".//a[@role='doc-noteref']")}
    assert links == {"fnref:n1": "#fn:n1", "fnref:n1:2": "#fn:n1"}
    back = [link.get("href") for link in page.iterfind(".//*[@id='fn:n1']//a[@role='doc-backlink']")]
    assert back == ["#fnref:n1", "#fnref:n1:2"]
    ids = [element.get("id") for element in page.iterfind(".//*[@id]")]
    assert len(ids) == len(set(ids))
    assert "".join(page.find(".//sup[@data-note='n2']").itertext()) == "*"


def test_links_do_not_nest() -> None:
    """A link in a link is named only, and a link is cut in two around a note, so that no `a` stands in another."""
    marks = [Mark(0, 9, "link", "https://a.example/"), Mark(4, 9, "link", "/b"), Mark(6, 6, "note", "n1")]
    declaration = Declaration(closing=[Text("See it now", marks)], notes=[Note(id="n1")])
    html = declarations.render(declaration, "html", fragment=True)
    page = parse(html)
    assert not page.findall(".//a//a")
    assert [link.text for link in page.iterfind(".//p[@class]/a")] == ["See ", None]
    assert declarations.parse(html, format="html") == declaration


def test_tables() -> None:
    """A table has rows and cells, its short rows reach to the border."""
    table = Text("Port\tTide\tMoon\nOld Port\t4 m", [Mark(0, 27, "table"), Mark(0, 4, "strong")])
    page = page_of(Declaration(closing=[table]))
    assert [[cell.get("colspan") for cell in row] for row in page.iter("tr")] == [[None, None, None], [None, "2"]]
    assert page.find(".//td/strong").text == "Port"


def test_white_space_is_shown() -> None:
    """Lines are broken, and white space that counts is kept from folding."""
    page = page_of(Declaration(closing=["One  two\nthree\tfour"]))
    paragraph = page.find(".//p[@class='declaration-closing']")
    assert [child.tag for child in paragraph] == ["span", "br", "span"]
    assert [span.text for span in paragraph.iterfind("span")] == ["  ", "\t"]
    assert re.search(r"\.declaration-space[^{}]*\{ white-space: pre-wrap; \}", page.findtext("head/style"))


def test_fragment() -> None:
    """A fragment is the article alone, with the head that makes it exact and without what only pages need."""
    html = declarations.render(SAMPLE, "html", fragment=True)
    assert html.startswith("<article ")
    assert html.endswith("</article>\n")
    assert "application/ld+json" not in html
    assert "<style" not in html
    assert 'class="declaration-head"' in html


def test_template() -> None:
    """The places of a template are filled, with values that are safe in content and in attributes."""
    template = '<html lang="$language" dir="${direction}"><title>$title</title>$linked$metadata<p>$$1</p>\n$article'
    html = declarations.render(Declaration(title='Say "<hi>" & go', language="de"), "html", template=template)
    assert html.startswith('<html lang="de" dir="ltr"><title>Say &quot;&lt;hi&gt;&quot; &amp; go</title><script')
    assert "<p>$1</p>\n<article" in html
    assert set(re.findall(r"\$(\w+)", "".join(f"${name}" for name in PLACES))) == set(PLACES)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("<p>$artikel</p>$article", r"'\$artikel'.*line 1, column 4.*\$article"),
        ("<body>\n $ $article", r"'\$'.*line 2, column 2.*\$\$"),
        ("${article", "no place to fill"),
        ("<body></body>", r"no place for the document; write \$article"),
        ("$$article", "no place for the document"),
    ],
)
def test_templates_that_cannot_be_used(template: str, message: str) -> None:
    """An unknown place, a lone dollar sign and a missing document are refused, with the place and what to write."""
    with pytest.raises(ValidationError, match=message):
        declarations.render(SAMPLE, "html", template=template)


def test_fragment_or_template() -> None:
    """A fragment has no page around it."""
    with pytest.raises(ValidationError, match="fragment"):
        declarations.render(SAMPLE, "html", template="$article", fragment=True)


def test_pages_of_other_readers() -> None:
    """Blocks that no composition made are written as what they are."""
    blocks = (
        Block(kind=BlockKind.HEADING, level=9, text=Text("Over")),
        Block(kind=BlockKind.PARAGRAPH, text=Text("Words")),
        Block(
            kind=BlockKind.ITEM,
            text=Text("Deep"),
            depth=4,
            marker="4.",
            attributes={Attribute.PART: PagePart.CONTEXT, Attribute.FIRST: ""},
        ),
    )
    page = parse(write_page(Page(blocks=blocks), layout=Layout()))
    assert [page.findtext(f".//{tag}") for tag in ("h6", "p", "title")] == ["Over", "Words", ""]
    assert "".join(page.find(".//li").itertext()).strip() == "4. Deep"


def test_description_is_the_first_words() -> None:
    """Without a subtitle the first clause describes the page, cut short."""
    page = page_of(Declaration(context=[Clause(paragraphs=["Recalling  the\nflood " * 40])]))
    description = page.find("head/meta[@name='description']").get("content")
    assert description.startswith("Recalling the flood")
    assert description.endswith("…")
    assert len(description) <= 160
