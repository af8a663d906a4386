"""Markdown says what was said: as renderers show it, as people read its source, and with nothing slipping in."""

from __future__ import annotations

import re

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from declarations import Clause, Dated, Declaration, Identifier, Label, Note, Text, parse, render
from declarations.blocks import Block, BlockKind, Layout, Page
from declarations.errors import ValidationError
from declarations.parts import Attribute, PagePart, Piece
from declarations.text import Mark
from declarations.writers.markdown import write_page
from tests.records.sample import SAMPLE

MANY = max(2_000, settings.default.max_examples)
RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
SIGNS = (
    *(
        "# ",
        "- ",
        "+ ",
        "* ",
        "> ",
        "1. ",
        "1) ",
        "(a) ",
        "a. ",
        "```\n",
        "~~~\n",
        "---\n",
        "===\n",
        "***\n",
        "    ",
        "\t",
    ),
    *("|a|b|\n|-|-|\n", ":--|--:\n", "[a](javascript:x)", "![i](u)", "[^n1]", "[^n1]: x", "[a]: /u\n", "[a]", "^[n]"),
    *("<b>", "</p>", "<!-- x -->", "<!--", "-->", "<script>alert(1)</script>", "<a href='x'>", "<http://x>"),
    *("&amp;", "&lt;", "&#60;", "http://e.org/", "www.e.org", "a@e.org", "`", "``", "*", "**", "_", "__", "~~", "\\"),
    *("\\\n", "  \n", "\n\n", "\n", "{{ x }}", "{% y %}", "$x$", "!", "[", "]", "(", ")", "word", " ", "的", "é", "|"),
    *("\u2002", "\x85", "\xa0", "\u2028", "---\na: b\n---\n", "<!-- declaration: title -->"),
)
"""What could become markup."""

HOSTILE = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=8).map("".join)
FIRST = {Attribute.PART: PagePart.RESOLUTION, Attribute.PIECE: Piece.PARAGRAPH, Attribute.FIRST: ""}
SHAPES = (
    Block(kind=BlockKind.PARAGRAPH, attributes={"part": "closing"}),
    Block(kind=BlockKind.HEADING, level=2, attributes={"part": "context-heading"}),
    Block(kind=BlockKind.ITEM, marker="1.", attributes=FIRST),
    Block(kind=BlockKind.ITEM, marker="(a)", depth=1, attributes=FIRST),
    Block(kind=BlockKind.PARAGRAPH, marker="Place:", attributes={"part": "masthead", "piece": "fact"}),
)
OURS = {"div", "p", "br", "ol", "ul", "li", "h2", "strong", "table", "thead", "tbody", "tr", "th", "td", "span"}


def write(*blocks: Block) -> str:
    """Write blocks without front matter."""
    return write_page(Page(blocks=blocks), layout=Layout(fragment=True))


def write_words(words: str | Text) -> str:
    """Write words as one paragraph, without the comment before it."""
    text = Text(words) if isinstance(words, str) else words
    return (
        write(Block(kind=BlockKind.PARAGRAPH, text=text, attributes={"part": "closing"}))
        .split("\n", 2)[2]
        .removesuffix("\n")
    )


def show(source: str) -> html.HtmlElement:
    """Render Markdown as a site does."""
    return html.fragment_fromstring(f"<div>{re.sub('<!--.*?-->', '', RENDERER.render(source))}</div>")


def squeeze(words: str) -> str:
    """Take all white space away."""
    return "".join(words.split())


@given(HOSTILE, st.sampled_from(SHAPES))
@settings(max_examples=MANY)
def test_words_stay_words(words: str, shape: Block) -> None:
    """Whatever the words are, a renderer shows them and nothing else, and no element comes of them."""
    number = "" if shape.marker in (None, "1.") else shape.marker
    shown = show(write(attrs.evolve(shape, text=Text(words))))
    assert squeeze(shown.text_content()) == squeeze(f"{number}{words}")
    assert {element.tag for element in shown.iter()} <= OURS


@given(HOSTILE)
@settings(max_examples=MANY)
def test_words_in_tables_stay_words(words: str) -> None:
    """The cells of a table are as safe as paragraphs."""
    table = Text(words, [Mark(0, len(words), "table")])
    shown = show(write(Block(kind=BlockKind.PARAGRAPH, text=table, attributes={"part": "closing"})))
    assert squeeze(shown.text_content()) == squeeze(words)
    assert {element.tag for element in shown.iter()} <= OURS


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Peace! Bread, and land.", "Peace! Bread, and land."),
        ("AT&T asks 5 < 6", "AT&T asks 5 &lt; 6"),
        ("&copy; 2025", "&amp;copy; 2025"),
        ("a * b_c _d_", "a \\* b_c \\_d\\_"),
        ("see https://example.org and www.example.org", "see https\\://example.org and www\\.example.org"),
        ("ada@example.org", "ada\\@example.org"),
        ("1. no list\n(a) none\nB. Smith", "1\\. no list\\\n\\(a) none\\\nB\\. Smith"),
        ("12 March\n- 5 degrees\n# 7", "12 March\\\n\\- 5 degrees\\\n\\# 7"),
        ("{{ page.title }}", "&#123;&#123; page.title }}"),
        ("from $5 to 6$", "from \\$5 to 6\\$"),
        (" a \n b ", "&#32;a&#32;\\\n&#32;b&#32;"),
        ("\na\n\nb\n", "&#10;a\\\n\\\nb&#10;"),
        ("a\u2002b\tc", "a&ensp;b&#9;c"),
    ],
)
def test_escapes(words: str, written: str) -> None:
    """Only what could be markup is escaped, so that the source reads well."""
    assert write_words(words) == written


@pytest.mark.parametrize(
    ("marks", "written"),
    [
        ([Mark(0, 4, "emphasis")], "*read* all of it"),
        ([Mark(0, 4, "strong"), Mark(9, 11, "strike")], "**read** all ~~of~~ it"),
        ([Mark(0, 5, "emphasis")], "<em>read </em>all of it"),
        ([Mark(0, 8, "strong"), Mark(5, 8, "emphasis")], "<strong>read <em>all</em></strong> of it"),
        ([Mark(0, 4, "underline"), Mark(5, 8, "superscript")], "<ins>read</ins> <sup>all</sup> of it"),
        ([Mark(0, 4, "code")], "`read` all of it"),
        ([Mark(0, 4, "link", "https://example.org/a?b=1&c=2")], "[read](https://example.org/a?b=1&c=2) all of it"),
        ([Mark(0, 4, "link", "a (b)")], "[read](<a (b)>) all of it"),
        (
            [Mark(0, 4, "link", "javascript:alert(1)")],
            '<span class="declaration-link" data-target="javascript:alert(1)">read</span> all of it',
        ),
        (
            [Mark(0, 4, "link", " java\tscript:x")],
            '<span class="declaration-link" data-target=" java\\9;script:x">read</span> all of it',
        ),
        ([Mark(0, 4, "language", "fr")], '<span lang="fr">read</span> all of it'),
        ([Mark(4, 4, "note", "n1")], 'read<sup data-note="n1"></sup> all of it'),
    ],
)
def test_marks(marks: list[Mark], written: str) -> None:
    """Marks have their shortest safe form; what no page should follow is no link."""
    assert write_words(Text("read all of it", marks)) == written


def test_an_address_is_its_own_link() -> None:
    """A link whose words are its address is written as such."""
    url = "https://example.org/a"
    assert write_words(Text(url, [Mark(0, len(url), "link", url)])) == f"<{url}>"


def test_numbers_are_never_renumbered() -> None:
    """A row of decimal numbers is a list that starts where it should; every other number is printed."""
    labels = ["3.", "4.", "7.", "1)", "(a)", "iv.", "第三条", "Article 9", "01."]
    source = render(
        Declaration(resolutions=[Clause(label=Label(one), paragraphs=["words"]) for one in labels]), "markdown"
    )
    shown = show(source.split("---\n")[2])
    assert [(one.get("start"), len(one)) for one in shown.iter("ol")] == [("3", 2), ("7", 1)]
    printed = [squeeze(one.text_content()) for one in shown.iter("p", "h2") if one.getparent().tag == "div"]
    assert printed == ["1)words", "(a)words", "iv.words", "第三条", "words", "Article9", "words", "01.words"]
    assert [str(clause.label) for clause in parse(source, format="markdown").resolutions] == labels


def test_nesting_can_be_seen() -> None:
    """Items are lists in lists, as deep as people follow; deeper ones stand beside each other and are read back."""
    clause = Clause(label=Label("(z)"), paragraphs=["bottom"])
    for depth in range(60):
        clause = Clause(label=Label(f"{depth}."), paragraphs=["lead"], items=[clause], tail=["tail"])
    declaration = Declaration(resolutions=[clause])
    source = render(declaration, "markdown")
    assert "\n   2. " not in source
    assert max(len(line) - len(line.lstrip()) for line in source.splitlines()) < 60
    assert parse(source, format="markdown") == parse(render(declaration, "json"), format="json")


def test_source_for_people() -> None:
    """The source is plain Markdown: headings, facts, a list, a footnote, a table, and few comments."""
    source = render(SAMPLE, "markdown", fragment=True)
    for piece in (
        "# Statement on the Harbour\n",
        "\n**Kind:** statement\\\n**Identifier:** HA/2025/3 (local)\\\n",
        "\n## Preamble\n\nRecalling the flood of last winter,\n",
        "\n### 1.\u2002Walls\n\n*Asks* the town to raise the walls[^n1];\n",
        "\n- (a)\u2002in the north;\n\n- (b)\u2002in the south;\n",
        "\n[^n1]: See the report of the engineers.\n",
        "\n| North | 4 m |\n| --- | --- |\n| South | 5 m |\n",
    ):
        assert piece in source
    assert source.count("<!--") == 10
    assert "---\n" not in source.partition("## Annex")[0]


def test_front_matter_for_site_builders() -> None:
    """The front matter has what site builders look for, and everything that the words do not show."""
    front = render(SAMPLE, "markdown").split("---\n")[1]
    assert front.startswith('title: Statement on the Harbour\nissuer: "Harbour Assembly (HA)"\nkind: statement\n')
    assert "\ndeclaration_format: 1\n" in front
    assert "\n  - {id: walls, phrase: Asks, action: asks}\n" in front
    dated = Declaration(title="T: x", dates=[Dated(role="issued", date="2025-03-07")], place="no")
    assert render(dated, "markdown").startswith('---\ntitle: "T: x"\ndate: 2025-03-07\n')
    assert '\nplace: "no"\n' in render(dated, "markdown")


def test_notes() -> None:
    """A note that the words refer to is a footnote; one that nothing refers to is printed, since renderers drop it."""
    text = Text("Bread.", [Mark(5, 5, "note", "n1")])
    notes = [Note(id="n1", paragraphs=["one", "two"]), Note(id="n2", label="*", paragraphs=["three"]), Note(id="n3")]
    declaration = Declaration(resolutions=[Clause(paragraphs=[text])], notes=notes)
    source = render(declaration, "markdown")
    assert "Bread[^n1]." in source
    assert "[^n1]: one\n\n    two\n\n<!-- declaration: first id=n2 -->\n\n\\*\u2002three\n" in source
    shown = show(source.split("---\n")[2])
    assert [one.text_content().split() for one in shown.iter("section")] == [["one", "two", "↩︎"]]
    assert parse(source, format="markdown") == declaration


def test_right_to_left() -> None:
    """A page that is written from right to left says so."""
    source = render(Declaration(title="إعلان", language="ar"), "markdown", fragment=True)
    assert source == '<div dir="rtl" lang="ar">\n\n# إعلان\n\n</div>\n'


def test_template() -> None:
    """A template of the user goes around the page; one without a place for it is refused."""
    source = render(Declaration(title="T"), "markdown", fragment=True, template="Before\n\n{content}\nAfter\n")
    assert source == "Before\n\n# T\n\nAfter\n"
    with pytest.raises(ValidationError, match="content"):
        render(Declaration(title="T"), "markdown", template="nothing")


def test_facts_in_the_language_of_the_reader() -> None:
    """Labels of facts are those of the locale."""
    assert "\n**Émetteur\xa0:** Harbour Assembly (HA)\\\n" in render(SAMPLE, "markdown", locale="fr")


def test_front_matter_is_harmless_as_markdown() -> None:
    """Software that knows no front matter shows it as words: no HTML and no image comes of it."""
    hostile = "x <script>alert(1)</script> ![a](https://example.org/a)"
    declaration = Declaration(title=hostile, place=hostile, identifiers=[Identifier(hostile)], kind="motion")
    page = render(declaration, "markdown")
    shown = MarkdownIt("commonmark", {"html": True}).render(page)
    assert "<script" not in shown
    assert "<img" not in shown
    assert parse(page) == declaration
