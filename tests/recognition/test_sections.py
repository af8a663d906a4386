"""Several declarations in one page."""

from __future__ import annotations

from declarations.blocks import Block, BlockKind
from declarations.inspection import FindingCode
from declarations.recognition.pipeline import recognize
from declarations.recognition.reading import Reading
from declarations.text import Mark, MarkKind, Text
from tests.recognition.pages import make_block, make_page, spell

FIRST = (
    "## Resolution A: Lamps",
    "Recalling the collisions of last year,",
    "1. Decides that boats carry lamps;",
    "2. Thanks the pilots.",
)
SECOND = (
    "## Resolution B: Fares",
    "Mindful of the children,",
    "1. Decides that children cross for nothing;",
    "2. Calls upon the city to pay.",
)


def read(*lines: str | Block) -> list[Reading]:
    """Give all readings of a page."""
    first = recognize(make_page(*lines))
    return [first, *first.others]


def test_each_declaration_has_a_reading() -> None:
    """Two resolutions with numbers of their own give two readings, and a finding says so."""
    one, two = read("Synod of Ferrymen", "Adopted on 14 June 2021", *FIRST, *SECOND)

    assert [reading.declaration.title for reading in (one, two)] == ["Resolution A: Lamps", "Resolution B: Fares"]
    assert [len(reading.declaration.context) for reading in (one, two)] == [1, 1]
    assert [len(reading.declaration.resolutions) for reading in (one, two)] == [2, 2]
    assert FindingCode.SEVERAL_DECLARATIONS in {finding.code for finding in one.findings}
    assert FindingCode.SEVERAL_DECLARATIONS not in {finding.code for finding in two.findings}


def test_what_stands_above_is_said_of_all() -> None:
    """The date of the page is the date of both."""
    assert [str(one.declaration.date) for one in read("Adopted on 14 June 2021", *FIRST, *SECOND)] == ["2021-06-14"] * 2


def test_every_block_is_judged_in_one_reading() -> None:
    """The judgements of all readings together are those of the page."""
    page = make_page("Synod of Ferrymen", *FIRST, *SECOND)
    first = recognize(page)
    judged = [one.block for reading in (first, *first.others) for one in reading.judgements]
    assert spell(judged) == spell(page.blocks)


def test_parts_of_one_resolution_are_no_declarations() -> None:
    """Headings that name resolutions, without context of their own, stand in one declaration."""
    lines = (
        "# Two resolutions",
        "Recalling the winter,",
        "## Resolution 1",
        "Decides to wait.",
        "## Resolution 2",
        "Thanks all.",
    )
    assert len(read(*lines)) == 1


def test_notes_go_where_they_are_referred_to() -> None:
    """A note at the end of the page belongs to the declaration with its mark."""
    marked = Block(
        kind=BlockKind.PARAGRAPH, text=Text("Mindful of the count,", [Mark(20, 20, MarkKind.NOTE, target="n")])
    )
    note = Block(kind=BlockKind.NOTE, text=Text("By the night patrol."), target="n", marker="1")
    one, two = read(*FIRST, SECOND[0], marked, *SECOND[2:], note)
    assert (len(one.declaration.notes), len(two.declaration.notes)) == (0, 1)


def test_a_single_declaration_has_no_others() -> None:
    """The usual page gives one reading."""
    assert read(*map(make_block, FIRST))[1:] == []


def test_declarations_share_a_bounded_part_of_the_page() -> None:
    """Of much that stands above the first title the first declaration has all, the others the last lines."""
    above = [f"The members of pier {number} came to the harbour in the morning." for number in range(80)]
    one, two = read("Synod of Ferrymen", *above, *FIRST, *SECOND)

    def hold(reading: Reading) -> str:
        return " ".join(str(judgement.block.text) for judgement in reading.judgements)

    assert "Synod of Ferrymen" in hold(one)
    assert all(line in hold(one) for line in above)
    assert len(two.declaration.resolutions) == 2
    told = " ".join(str(text) for _, clause in two.declaration.walk() for text in clause.paragraphs)
    assert "pier 3 came" not in told
