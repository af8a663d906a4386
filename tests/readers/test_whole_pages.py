"""Web pages with several documents in a row, with something around a document of ours, and with hostile tags."""

from __future__ import annotations

import time

import pytest

from declarations import Declaration, examine, parse, render
from declarations.blocks import Limits
from declarations.errors import LimitError
from declarations.inspection import FindingCode
from declarations.readers.html import read_page
from tests.records.sample import SAMPLE


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>First.</p></body></html><!DOCTYPE html><html><body><p>Second.</p></body></html>",
        "<p>First.</p></body><p>Second.</p></html>",
        "<p>First.</p></html><p>Second.</p>",
        "<p>First.</p></html ></BODY\n><p>Second.</p>",
    ],
)
def test_words_behind_the_end_of_a_page_are_read(page: str) -> None:
    """What stands behind `</body>` or `</html>` belongs to the page (HTML Standard, after body)."""
    assert [block.text.text for block in read_page(page, limits=Limits()).blocks] == ["First.", "Second."]


def test_two_pages_of_ours_in_one_file() -> None:
    """Both documents of two pages in a row are read."""
    other = Declaration(title="Another")
    reading = examine(render(SAMPLE, "html") + render(other, "html"), format="html")
    assert reading.declaration == SAMPLE
    assert [one.declaration for one in reading.others] == [other]


def test_words_around_our_document_are_dropped_and_kept() -> None:
    """Menus and footers around a document of ours are in `Reading.dropped`; the document is as it was."""
    page = render(SAMPLE, "html").replace("<body>", "<body><nav>Menu</nav>").replace("</main>", "Imprint</main>")
    reading = examine(page, format="html")
    assert reading.declaration == SAMPLE
    assert [block.text.text for block in reading.dropped] == ["Menu", "Imprint"]
    assert reading.findings == ()


def test_loose_words_in_our_document_are_reported() -> None:
    """Words that somebody typed between the parts of a page of ours, facts too, are no part of the declaration."""
    page = render(SAMPLE, "html").replace("<dl", "Before <dl", 1).replace("</section>", "Behind</section>", 1)
    reading = examine(page, format="html")
    assert reading.declaration == SAMPLE
    assert [(one.code, one.excerpt) for one in reading.findings] == [
        (FindingCode.UNCLAIMED_TEXT, "Before"),
        (FindingCode.UNCLAIMED_TEXT, "Behind"),
    ]


@pytest.mark.parametrize(
    ("value", "gap"),
    [("", " "), ("=1", "\n"), ("='>'", " "), ('="a b"', " "), ("= '\"'", " "), ('="<"', " "), ("='1'", ""), ("", "/")],
)
def test_thousands_of_attributes_are_refused(value: str, gap: str) -> None:
    """Parsers take more than linear time for them, and no page has them, whatever parts them."""
    attributes = gap.join(f"a{number}{value}" for number in range(60_000))
    start = time.process_time()
    with pytest.raises(LimitError, match="attributes") as caught:
        parse(f"<p>\n<b {attributes}>x</b></p>", format="html")
    assert time.process_time() - start < 2
    assert caught.value.position is not None
    assert caught.value.position.line == 2


def test_long_texts_are_no_attributes() -> None:
    """Long paragraphs, values, comments and scripts stand where attributes do not."""
    words = "word a=b " * 3_000
    path = "/a" * 3_000
    hidden = f"<!-- <b {words} --><script>if (a <b) {words}</script><style>{words}</style>"
    page = f'{hidden}<p title="{words}" id={path}>{words}</p>'
    assert read_page(page, limits=Limits()).blocks[0].text.text == words.strip()
