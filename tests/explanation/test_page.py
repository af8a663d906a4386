"""The page: what stands where, what can be reached, and that no input breaks out."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations import Clause, Declaration, Finding, Reading, Text, examine
from declarations.errors import ValidationError
from declarations.inspection import (
    Block,
    BlockKind,
    Evidence,
    FindingCode,
    Judgement,
    Part,
    Position,
    render_explanation,
)
from tests.explanation.pages import check_safety, explain, find, words_of
from tests.records.sample import SAMPLE
from tests.strategies import FRAGMENTS, declarations, optional_strings, strings, texts

PAGE = """<!doctype html><html lang="en"><head><title>For Clean Wells</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li>Contact</li><li>Search</li></ul></nav>
<article><h1>For Clean Wells</h1><p class="byline">4 March 2024</p>
<p>Recalling that the wells of the valley have been fouled since the works were opened last year,</p>
<p>Therefore,</p>
<ol><li>The assembly demands that the works be closed.</li><li>The assembly calls on the county to test:
<ol type="a"><li>every well;</li><li>every spring.</li></ol></li></ol></article></body></html>"""
ARABIC = """قرار بشأن الآبار

إن المجلس،

إذ يشير إلى قراره السابق بشأن المياه في القرى الجبلية،

1 - يدين تلويث الآبار دون عقاب؛

2 - يدعو البلديات إلى فحص كل بئر من آبار الوادي.
"""
HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<!--",
    "]]>",
    "&lt;b&gt;",
    "x\r\x85y",
)


@pytest.fixture(scope="module")
def wells() -> Reading:
    """Read a page with boilerplate, context, formula and nested resolutions."""
    return examine(PAGE, format="html")


def test_both_sides(wells: Reading) -> None:
    """Every block stands on one side with its part, every clause on the other with its address."""
    tree = explain(wells)
    for number, judgement in enumerate(wells.judgements, 1):
        block = find(tree, f"r1-b{number}")
        assert block.get("class").split()[:2] == ["block", f"part-{judgement.part}"]
        assert block.xpath("string(./p/span[@class='chip'])") == judgement.part
        assert words_of(block) == [judgement.block.text.text]
    piece = find(tree, "r1-resolutions-1-items-1")
    assert words_of(piece) == ["every spring."]
    assert piece.xpath("string(.//code)") == "resolutions[1].items[1]"
    assert piece.xpath("string(.//span[@class='label'])") == "b."


def test_clauses_are_linked_with_their_blocks(wells: Reading) -> None:
    """Links lead from a clause to its block and back, and the script is told the same."""
    tree = explain(wells)
    for address, clause in wells.declaration.walk():
        name = "r1-" + re.sub("[^a-z0-9]+", "-", address).strip("-")
        (block,) = (find(tree, source) for source in find(tree, name).get("data-from").split())
        assert words_of(block) == [clause.paragraphs[0].text]
        assert f"#{name}" in block.xpath(".//span[@class='became']/a/@href")
        assert f"#{block.get('id')}" in find(tree, name).xpath("./p[@class='about']//a/@href")


def test_evidence(wells: Reading) -> None:
    """Every block tells its weights, its runner-up, and in a sentence what each cue sees."""
    tree = explain(wells)
    number = next(n for n, one in enumerate(wells.judgements, 1) if one.part is Part.CONTEXT)
    told = find(tree, f"r1-b{number}").xpath("./div[@class='evidence']")[0]
    assert "Taken for context with +" in told.text_content()
    assert f"runner-up {wells.judgements[number - 1].runner_up} with" in told.text_content()
    assert "It opens with a preambular phrase of the lexicon." in told.text_content()
    assert "Before anything is seen." in told.text_content()
    assert told.xpath(".//td[@class='weight for']/text()")
    assert find(tree, "r1-b1").xpath("string(./div[@class='evidence'])").endswith("no document: navigation.")


def test_keyboard_and_landmarks(wells: Reading) -> None:
    """Skip links come first, regions have names, headings leave no level out, numbers lead to the evidence."""
    tree = explain(wells)
    assert tree.xpath("//a[@class='skip']/@href") == ["#document-1", "#declaration-1"]
    assert tree.xpath("name(//body/*[1])") == "a"
    assert [len(tree.xpath(f"//{tag}")) for tag in ("header", "main", "h1")] == [1, 1, 1]
    levels = [int(one.tag[1]) for one in tree.iter("h1", "h2", "h3", "h4")]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all(find(tree, name).text_content() for name in tree.xpath("//@aria-labelledby"))
    numbers = tree.xpath("//a[@class='number']")
    assert len(numbers) == len(wells.judgements)
    assert all(find(tree, one.get("aria-describedby")).text_content() for one in numbers)
    assert tree.xpath("//section[@class='declaration']/@tabindex") == ["0"]


def test_boilerplate_is_folded(wells: Reading) -> None:
    """A row of blocks around the document is folded away, with its number told."""
    (summary,) = explain(wells).xpath("//details/summary")
    assert summary.text_content() == "3 blocks of the page around the document"
    assert len(summary.xpath("../ol/li[contains(@class, 'part-boilerplate')]")) == 3


def test_legend_counts(wells: Reading) -> None:
    """The legend names each part that occurs, says what it is, and how many blocks it has."""
    rows = [row.text_content() for row in explain(wells).xpath("//ul[@class='legend']/li")]
    assert "boilerplate 4 The page around the document; left out." in rows
    assert len(rows) == len({one.part for one in wells.judgements})


def test_the_page_needs_nothing_else(wells: Reading) -> None:
    """No address of another place is in it, and the policy allows our style and our script by their hashes only."""
    page = render_explanation(wells)
    assert "//" not in re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL).replace("https://hwa", "")
    assert "url(" not in page
    assert "@import" not in page
    (policy,) = explain(wells).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for tag in ("style", "script"):
        (inner,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")


def test_title(wells: Reading) -> None:
    """The page is named by the caller, else by the declaration."""
    assert explain(wells).findtext(".//title") == "How For Clean Wells was read"
    assert explain(wells, title="a<b>.html").findtext(".//title") == "How a<b>.html was read"
    assert explain(Reading()).findtext(".//title") == "How this document was read"


def test_right_to_left() -> None:
    """The document goes in its own direction, numbers in it too; our words stay English."""
    tree = explain(examine(ARABIC, format="text"))
    assert tree.get("lang") == "en"
    assert tree.get("dir") == "ltr"
    assert tree.xpath("//ol[@class='blocks']/@dir") == ["rtl"]
    assert set(tree.xpath("//li[contains(@class, 'block')]/div/*/@dir")) == {"rtl"}
    assert set(tree.xpath("//li[contains(@class, 'block')]/div/p/@lang")) == {"ar"}
    assert set(tree.xpath("//div[@class='evidence']/@dir")) == {"ltr"}
    assert set(tree.xpath("//p[@class='about']/@lang")) == {"en"}


def test_no_letter_outside_the_colours() -> None:
    """Every part has a colour in the style sheet."""
    page = render_explanation(Reading())
    assert [part for part in Part if f".part-{part} {{" not in page] == []


def test_record() -> None:
    """A record has no blocks, and the page says why; its declaration is there whole, without links to blocks."""
    tree = explain(Reading(declaration=SAMPLE))
    assert "a record says itself what its parts are" in tree.text_content()
    assert tree.xpath("//@data-from | //ul[@class='legend']") == []
    pieces = {name.removeprefix("r1-") for name in tree.xpath("//*[contains(@class, 'piece')]/@id")}
    assert pieces == {
        *("title", "subtitle", "enacting", "context-heading", "context-0", "formula", "resolutions-heading"),
        *("resolutions-0", "resolutions-0-items-0", "resolutions-0-items-1", "closing-0", "closing-1"),
        *("signatories-0", "notes-0", "annexes-0"),
    }
    facts = [one.text_content() for one in tree.xpath("//dl/dd")]
    assert "majority 14-2-? “Adopted by 14 votes to 2.”" in facts
    assert "12th General Assembly" in facts
    assert "2025-03-06/2025-03-07 “6 and 7 March 2025”" in facts
    assert tree.xpath("string(//span[@class='noteref']/@data-note)") == "1"
    assert find(tree, "r1-resolutions-0").xpath("./p[not(@class)]/text()") == ["before the next winter."]


def test_empty_reading() -> None:
    """Nothing read gives a page all the same."""
    tree = explain(Reading(findings=(Finding(FindingCode.NO_TITLE, "no title was found"),)))
    check_safety(tree)
    assert "(no title)" in tree.text_content()
    assert tree.xpath("//li[@class='finding warning']/text()") == ["warning: no-title: no title was found"]


def test_several_readings(wells: Reading) -> None:
    """Each further reading has a section of its own, and no id stands twice."""
    other = examine(ARABIC, format="text")
    tree = explain(attrs.evolve(wells, others=(other, Reading(declaration=SAMPLE))))
    check_safety(tree)
    assert [one.text for one in tree.xpath("//main/section/h2")] == [f"Declaration {n} of 3" for n in (1, 2, 3)]
    assert words_of(find(tree, "r2-b1")) == ["قرار بشأن الآبار"]
    assert "stand with the first declaration" in find(tree, "document-3").text_content()


def test_deep_clauses() -> None:
    """Clauses nested deeper than the interpreter recurses are written."""
    clause = Clause(paragraphs=["end"])
    for _ in range(1500):
        clause = Clause(items=[clause])
    page = render_explanation(Reading(declaration=Declaration(resolutions=[clause])))
    assert page.count('class="piece part-resolution"') == 1501
    assert page.count("</li>") == 1501


def test_links_of_the_document_lead_nowhere() -> None:
    """The target of a link is shown and cannot be followed."""
    source = '<p>Read <a href="javascript:alert(1)">this</a> and <a href="https://example.org/">that</a>'
    tree = explain(examine(source, format="html"))
    check_safety(tree)
    assert "https://example.org/" in tree.xpath("//span[@class='link']/@title")


def test_isolates_cannot_leave_their_line() -> None:
    """An end of an isolate in a phrase or an excerpt is dropped, so that it cannot turn the line around."""
    clause = Clause(paragraphs=["\u2069x"], phrase="\u2069\u202ex", stance="noting")
    finding = Finding(FindingCode.UNCLAIMED_TEXT, "left", excerpt="\u2067y")
    tree = explain(Reading(declaration=Declaration(context=[clause]), findings=(finding,)))
    assert {"\u202ex", "\u2067y\u2069"} <= {one.text for one in tree.iter("bdi")}


def test_what_is_no_reading() -> None:
    """Anything but a reading is refused."""
    with pytest.raises(ValidationError, match="reading must be Reading, not Declaration"):
        render_explanation(Declaration())


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_titles(hostile: str) -> None:
    """Markup in a title, a file name or a finding is text; what no document can hold is replaced."""
    finding = Finding(FindingCode.NO_DATE, f"{hostile}\x00\ud800", excerpt=hostile)
    tree = explain(Reading(declaration=Declaration(title=hostile), findings=(finding,)), title=f"{hostile}\udc80")
    check_safety(tree)
    assert tree.findtext(".//h1/bdi") == f"{hostile}\ufffd"
    assert tree.xpath("string(//p[@class='title'])") == hostile


_positions = st.one_of(st.none(), st.builds(Position, line=st.integers(1, 99), element=strings()))
_evidence = st.builds(
    Evidence,
    st.one_of(strings(), st.sampled_from(("prose", "follows", "landmark banner", "rule"))),
    st.sampled_from(Part),
    st.sampled_from((0.0, 1.5, -4.0)),
)
_blocks = st.builds(
    Block,
    kind=st.sampled_from(BlockKind),
    text=texts(),
    depth=st.integers(0, 9),
    marker=optional_strings(),
    language=st.one_of(st.none(), st.sampled_from(FRAGMENTS), st.just("fa")),
    position=_positions,
)
_judgements = st.builds(
    Judgement,
    block=_blocks,
    part=st.sampled_from(Part),
    evidence=st.lists(_evidence, max_size=3).map(tuple),
    runner_up=st.one_of(st.none(), st.sampled_from(Part)),
)
_findings = st.builds(Finding, st.sampled_from(FindingCode), strings(), position=_positions, excerpt=optional_strings())


@given(
    declarations(), st.lists(_judgements, max_size=4), st.lists(_findings, max_size=2), optional_strings(), st.data()
)
def test_no_words_break_out(
    declaration: Declaration, judgements: list[Judgement], findings: list[Finding], title: str | None, data: Any
) -> None:
    """Whatever the words, they stand in the page exactly as they are, and nothing of them is markup."""
    if judgements and data.draw(st.booleans()):  # the words of some block are found in a clause too
        clause = Clause(paragraphs=[judgements[0].block.text, Text("x")])
        declaration = attrs.evolve(declaration, resolutions=(*declaration.resolutions, clause))
    reading = Reading(declaration=declaration, judgements=tuple(judgements), findings=tuple(findings))
    tree = explain(reading, title=title) if title else explain(reading)
    check_safety(tree)
    for number, judgement in enumerate(judgements, 1):
        block, shown = judgement.block, find(tree, f"r1-b{number}")
        if block.kind is not BlockKind.RULE and (block.text or block.marker):
            assert words_of(shown) == [block.text.text]
            assert shown.xpath("string(.//span[@class='marker'])") == (block.marker or "")
    for address, clause in declaration.walk():
        shown = find(tree, "r1-" + re.sub("[^a-z0-9]+", "-", address).strip("-"))
        assert words_of(shown) == [text.text for text in (*clause.paragraphs, *clause.tail)]


def test_says_which_words_of_a_block_no_field_holds() -> None:
    """Below a line that was read for a date stand the other words of it."""
    page = explain(examine("# On Bread\n\nPublished on 7 March 2025\n\nWe demand bread.\n", format="markdown"))
    assert [one.text_content() for one in page.xpath("//p[@class='remainder']")] == ["No field holds: Published on"]
