"""How deep clauses are nested by what a text says: equal numbers are siblings, and no depth is out of bounds."""

from __future__ import annotations

from itertools import cycle, islice

import pytest

import declarations
from declarations import Declaration, Limits
from declarations.inspection import FindingCode
from declarations.records.fields import find_depth
from tests.timing import measure

DEEPEST = 50
LOSSLESS = ("html", "markdown", "json", "xml", "akn", "jsonl")


def tell_depth(declaration: Declaration) -> int:
    """Tell how many levels of clauses a declaration has."""
    return max(find_depth(getattr(declaration, part)) for part in ("context", "resolutions", "annexes"))


@pytest.mark.parametrize("number", ["1.", "(a)", "§ 1", "i)", "A)"])
def test_equal_numbers_are_siblings(number: str) -> None:
    """Paragraphs that all have one number stand beside each other, each with the number that is printed."""
    html = "".join(f"<p>{number} The council asks for bread {n};</p>" for n in range(1_000))
    declaration = declarations.parse(html, format="html")
    assert tell_depth(declaration) == 1
    labels = [clause.label and clause.label.printed for clause in declaration.resolutions or declaration.context]
    assert labels == [number] * 1_000


def test_a_number_that_comes_again_ends_what_is_inside() -> None:
    """`1.`, `(a)`, `1.`, `(a)`: the second `1.` is a sibling of the first."""
    html = "<p>1. The council asks for bread:</p><p>(a) white;</p>" * 3
    resolutions = declarations.parse(html, format="html").resolutions
    assert [len(clause.items) for clause in resolutions] == [1, 1, 1]


def test_a_series_inside_a_number_is_nested() -> None:
    """Numbers of another kind, which begin to count, stand in the clause before them; those that count on beside it."""
    numbers = ("1.", "(a)", "(i)", "(ii)", "(b)", "2.")
    html = "".join(f"<p>{number} The council asks for bread;</p>" for number in numbers)
    declaration = declarations.parse(html, format="html")
    assert [address for address, _ in declaration.walk()] == [
        "resolutions[0]",
        "resolutions[0].items[0]",
        "resolutions[0].items[0].items[0]",
        "resolutions[0].items[0].items[1]",
        "resolutions[0].items[1]",
        "resolutions[1]",
    ]


SHAPES = {
    "series in series": "".join(
        f"<p>{'(' * depth}{sign}{')' * depth} The council asks for bread:</p>"
        for depth in range(1, 4)
        for sign in ("1", "a", "A", "i", "I", "①", "一", "א", "α", "а")
    ),
    "headings and lists": "".join(f"<h{level}>Part {level}</h{level}>" for level in range(1, 7))
    + "<ol><li>The council asks:<p>for this:</p>" * 40,
    "many numbers": "".join(
        f"<p>{sign} The council asks;</p>" for sign in islice(cycle(["1.", "(a)", "i.", "1)", "A.", "§ 1"]), 400)
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("format", LOSSLESS)
def test_what_was_read_is_written_and_read_back(shape: str, format: str) -> None:
    """However deep a text nests, every format without losses takes the outcome and gives it back."""
    declaration = declarations.parse(SHAPES[shape], format="html")
    assert 0 < tell_depth(declaration) <= DEEPEST
    assert declarations.parse(declarations.render(declaration, format), format=format) == declaration


def test_equal_numbers_take_linear_time() -> None:
    """Eight times as many paragraphs with one number take little more than eight times as long."""

    def read(count: int) -> None:
        declarations.parse("<p>1. item;</p>" * count, format="html")

    read(10)
    assert measure(read, 4_000) < 16 * measure(read, 500)


@pytest.mark.parametrize("format", ["html", "markdown"])
def test_our_own_pages_nest_no_deeper_than_the_limit(format: str) -> None:
    """A page of ours whose clauses are too deep is read as of the limit with a finding, so that records take it."""
    clause = declarations.Clause(paragraphs=["level 300"])
    for level in range(299, 0, -1):
        clause = declarations.Clause(paragraphs=[f"level {level}"], items=[clause])
    page = declarations.render(Declaration(resolutions=[clause]), format)
    for limits in (Limits(), Limits(max_depth=5)):
        reading = declarations.examine(page, format=format, limits=limits)
        assert FindingCode.FLATTENED_NESTING in {finding.code for finding in reading.findings}
        assert tell_depth(reading.declaration) == limits.max_depth
        words = [str(clause.paragraphs[0]) for _, clause in reading.declaration.walk()]
        assert words == [f"level {level}" for level in range(1, 301)]
        record = declarations.render(reading.declaration, "json")
        assert declarations.parse(record, format="json") == reading.declaration
