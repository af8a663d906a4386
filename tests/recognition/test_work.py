"""How much recognition does for a page, in calls of functions, which no other work on the machine changes."""

from __future__ import annotations

import gzip
import statistics
import sys
from typing import Any

from declarations import Limits
from declarations.blocks import Page
from declarations.readers import plain
from declarations.readers.html import read_page
from declarations.recognition.pipeline import recognize
from tests.corpus_files import corpus, sample

MOST_A_PAGE = 22_000  # calls, Python's own and those of C, on the median real page of 50 kB and more
MOST_A_CLAUSE = 380
MOST_A_LINE = 540  # without a word, in a text of no known language: nothing of it is looked up in any lexicon
_LARGE = 50_000  # bytes
_MORE = 100  # clauses


def count_calls(page: Page) -> int:
    """Return how many functions are called to recognize a page."""
    recognize(page)  # tables are loaded once
    calls = 0

    def count(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        recognize(page)
    finally:
        sys.setprofile(None)
    return calls


def make_page(clauses: int) -> Page:
    """Make a page of numbered clauses."""
    items = "".join(f"<li>Calls upon the mills of district {number} to open at dawn;</li>" for number in range(clauses))
    return read_page(f"<h1>On bread</h1><p>Whereas bread is dear,</p><ol>{items}</ol>", limits=Limits())


def test_a_clause_takes_few_calls() -> None:
    """What one clause more costs has a bound, however many there are."""
    few, many = count_calls(make_page(_MORE)), count_calls(make_page(2 * _MORE))
    assert (many - few) / _MORE <= MOST_A_CLAUSE


def test_a_line_without_words_asks_no_lexicon() -> None:
    """What a quoted row of numbers costs does not hang on how many languages the text may be in."""

    def read(rows: int) -> Page:
        return plain.read_page("".join(f"> | {number} | 3 |\n\n" for number in range(rows)), limits=Limits())

    few, many = count_calls(read(_MORE)), count_calls(read(2 * _MORE))
    assert (many - few) / _MORE <= MOST_A_LINE


def test_a_real_page_takes_few_calls() -> None:
    """Half of the large pages of the corpus take no more calls than this."""
    sources = (
        gzip.decompress(path.read_bytes()) for path in sample(sorted((corpus() / "pages" / "body").glob("*.html.gz")))
    )
    pages = [read_page(source, limits=Limits()) for source in sources if len(source) >= _LARGE]
    assert statistics.median(map(count_calls, pages)) <= MOST_A_PAGE
