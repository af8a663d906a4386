"""Plain text whose layout says more: headings of several lines, hanging lines, signed lines, indented lists."""

from __future__ import annotations

import pytest

from declarations.blocks import Block, BlockKind, Limits
from declarations.readers.plain import read_page


def read(text: str) -> list[Block]:
    """Read the blocks of a plain text."""
    return list(read_page(text, limits=Limits()).blocks)


def words(text: str) -> list[str]:
    """Read the words of the blocks of a plain text."""
    return [block.text.text for block in read(text)]


def test_headings_may_have_several_lines() -> None:
    """Full lines over a rule as long as the longest of them are one heading."""
    block = read("A title that is so long that it\nneeds two lines\n===============================\n")[0]

    assert (block.kind, block.level, block.text.text) == (
        BlockKind.HEADING,
        1,
        "A title that is so long that it needs two lines",
    )


def test_a_line_above_a_heading_stays_apart() -> None:
    """A line that is not full is no part of the heading below."""
    assert words("A line\nTitle\n=====\n") == ["A line", "Title"]


@pytest.mark.parametrize(("sign", "level"), [("=", 1), ("-", 2), ("~", 3), ("^", 4), ('"', 5), ("'", 6)])
def test_every_underline_has_a_level(sign: str, level: int) -> None:
    """Six signs, six levels."""
    assert read(f"Title\n{sign * 5}\n")[0].level == level


def test_lines_that_stand_further_in_go_on() -> None:
    """Where full lines are followed by indented ones, only those go on."""
    label = "Issuer: The General Assembly of all the Towns that lie along the Lake of"
    assert words(f"Kind: motion\n{label}\n    Rye\nPlace: Rye\n") == ["Kind: motion", f"{label} Rye", "Place: Rye"]


def test_signed_lines_are_lines_of_their_own() -> None:
    """A line after U+2060 begins anew, though it looks like an item or a wrapped line; no other line does."""
    text = "Three values:\n\u20601. of the first, which is long enough to need\n  two lines\n\u2060two\n"

    assert words(text) == ["Three values:\n1. of the first, which is long enough to need two lines\ntwo"]


def test_thai_lines_keep_a_space_at_their_end() -> None:
    """In scripts without spaces between words a line end is no space; one that stands there is kept."""
    first, second = "ประกาศนี้เป็นมาตรฐานร่วมกันสำหรับประชาชนทุกคนและทุกประเทศ", "เพื่อให้ทุกคนระลึกถึงประกาศนี้"

    assert words(f"{first} \n{second}\n") == [f"{first} {second}"]
    assert words(f"{first}\n{second}\n") == [f"{first}{second}"]


def test_items_below_each_other_are_of_one_list_where_inner_ones_stand_further_in() -> None:
    """A dash below a number at the same column is no item inside it, if other items are indented."""
    blocks = read("1. first:\n\n   (a) inner\n\n2. second\n\n- third\n")

    assert [block.depth for block in blocks] == [1, 2, 1, 1]


def test_a_paragraph_at_the_margin_is_no_part_of_an_item_that_hangs() -> None:
    """Where the lines of items hang, a paragraph between two items stands for itself."""
    text = "1. The first item has two lines. It\n   hangs.\n\nThis paragraph stands between them.\n\n2. The second.\n"

    assert [block.depth for block in read(text)] == [1, 0, 1]


def test_the_last_cells_of_a_row_may_be_empty() -> None:
    """Tabs at the end of a row are kept, since they stand before empty cells."""
    assert words("a\tb\t\nc\td\te\n") == ["a\tb\t", "c\td\te"]
