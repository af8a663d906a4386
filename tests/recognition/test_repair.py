"""Cutting blocks at their seams, and putting torn ones together."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations.blocks import Block, BlockKind
from declarations.language.lexicon import Lexicon, load_lexicon
from declarations.parts import Attribute
from declarations.recognition.segment.repair import split_blocks
from declarations.text import Text
from tests.recognition.pages import make_block, spell


def lexicon_of(language: str) -> tuple[Lexicon, ...]:
    """Give the lexicon of a language, as the steps take it."""
    lexicon = load_lexicon(language)
    assert lexicon is not None
    return (lexicon,)


def repair(blocks: Sequence[Block], language: str = "en") -> list[Block]:
    """Return the blocks as their author meant them."""
    changed = split_blocks(blocks, (), lexicon_of(language))
    return [piece for id, block in enumerate(blocks) for piece in changed.get(id, (block,))]


def mend(*lines: str, language: str = "en") -> list[str]:
    """Give what the blocks say after mending, with the markers of items."""
    blocks = repair([make_block(line) for line in lines], language)
    return [f"<{block.marker}> {block.text}" if block.marker else block.text.text for block in blocks]


PROSE = "It was a long winter, and the mills stood still for many weeks because of the ice on the river."


@pytest.mark.parametrize(
    ("language", "context", "formula"),
    [
        ("en", "Whereas the bridge is closed;", "now, therefore, be it"),
        ("en", "WHEREAS, the bridge is closed;", "and therefore be it resolved that"),
        ("fr", "Considérant que le pont est fermé ;", "par conséquent, l’Assemblée :"),
    ],
)
def test_a_glued_formula_is_cut_off(language: str, context: str, formula: str) -> None:
    """A turning formula at the end of a context paragraph becomes a block of its own."""
    assert mend(f"{context} {formula}", language=language) == [context, formula]


def test_a_consequence_is_no_formula() -> None:
    """A half sentence with `thus` that ends like the paragraph belongs to it."""
    line = "Considering that the two are unequal, thus increasing the risk of confusion,"
    assert mend(line) == [line]


def test_run_on_openers_are_cut() -> None:
    """Capitalised openers after commas begin paragraphs; the name before them stands alone."""
    assert mend("The Board, Recalling its resolution 3, Deeply concerned at the ice, Noting the costs,") == [
        "The Board,",
        "Recalling its resolution 3,",
        "Deeply concerned at the ice,",
        "Noting the costs,",
    ]


def test_openers_in_small_letters_stay() -> None:
    """Several `whereas` inside one letter are one paragraph."""
    line = "whereas a ferry saves a day; whereas the islands have no airport;"
    assert mend(line) == [line]


def test_lines_that_count_on_are_cut() -> None:
    """Lines that begin with the next number part, also inside each other; a lone number begins nothing."""
    assert mend("1. Bread\n2. Salt\n(a) coarse\n(b) fine") == ["1. Bread", "2. Salt", "(a) coarse", "(b) fine"]
    assert mend(PROSE, "roses\n1. bread", PROSE) == [PROSE, "roses\n1. bread", PROSE]


def test_a_line_of_white_space_parts() -> None:
    """What only a line of spaces parts are paragraphs of their own."""
    assert mend(f"{PROSE}\n\u00a0\n{PROSE}") == [PROSE, PROSE]


def test_clauses_in_capitals_are_cut() -> None:
    """Phrases in capitals begin clauses, after a pause and a few words; once alone in mid-sentence they do not."""
    assert mend("WHEREAS, bread is dear; and WHEREAS, salt is not; now be it RESOLVED, that we bake.") == [
        "WHEREAS, bread is dear; and",
        "WHEREAS, salt is not;",
        "now be it",
        "RESOLVED, that we bake.",
    ]
    assert mend("Our motto SUPPORT each other is painted on the door of the mill.") == [
        "Our motto SUPPORT each other is painted on the door of the mill."
    ]


def test_a_sentence_on_short_lines_stays() -> None:
    """Lines that end in one sentence are no letterhead."""
    line = "Our highest aim is to please\nthose who eat our bread\nby baking it early and often."
    assert mend(line, PROSE) == [line, PROSE]


def test_lines_of_a_letterhead_part() -> None:
    """Before the first paragraph of prose, lines of one block are blocks; in the middle they stay together."""
    assert mend("Guild of Bakers\n5 May 2020", PROSE, "roses\nbread", PROSE) == [
        "Guild of Bakers",
        "5 May 2020",
        PROSE,
        "roses\nbread",
        PROSE,
    ]


def test_torn_numbers_join_what_they_count() -> None:
    """A number on a line or in a cell of its own is the marker of what follows."""
    assert mend("A.", "whereas the herring came late;", "B.", "whereas the nets stayed empty;") == [
        "<A.> whereas the herring came late;",
        "<B.> whereas the nets stayed empty;",
    ]
    assert mend("| 1.\tCalls on the board;", "| 2.\tThanks the crews.") == [
        "<1.> Calls on the board;",
        "<2.> Thanks the crews.",
    ]


def test_torn_numbers_above_titles_make_headings() -> None:
    """A number over a short title counts the section that it heads."""
    blocks = repair([make_block(line) for line in ("I", "Crane hall", "II", "Pensions")])
    assert [(block.kind, block.text.text) for block in blocks] == [
        (BlockKind.HEADING, "I Crane hall"),
        (BlockKind.HEADING, "II Pensions"),
    ]


def test_rows_of_a_table_stay_rows() -> None:
    """Cells that are numbers without a sign are no markers."""
    rows = ["| 1\tmetre", "| 2\tkilogram"]
    assert [block.kind for block in repair([make_block(row) for row in rows])] == [BlockKind.ROW] * 2


def test_blocks_of_our_own_pages_stay_whole() -> None:
    """What says its part is not cut."""
    block = attrs.evolve(
        make_block("Whereas the bridge is closed; now, therefore, be it"), attributes={Attribute.PART: "context"}
    )
    assert repair([block]) == [block]


LINES = st.sampled_from(
    [
        "A.",
        "I",
        "1.",
        "Title",
        "Whereas a is b; now, therefore, be it",
        "The Board, Recalling x, Noting y,",
        "a\nb",
        PROSE,
        "| 1.\tx y",
        "| -\tx",
        "- bullet",
        "<2.> item; therefore be it resolved that",
        "# Heading",
        "Noting x,\nRecalling y,",
    ]
)


@given(st.lists(LINES, max_size=12))
def test_mending_keeps_every_word(lines: list[str]) -> None:
    """Nothing is lost, added or moved, however blocks are cut and joined."""
    blocks: list[Block] = [make_block(line) for line in lines]
    assert spell(repair(blocks)) == spell(blocks)


def test_a_number_before_a_bullet_stays() -> None:
    """An item with a number whose words begin with a bullet keeps the number."""
    (block,) = repair([attrs.evolve(make_block("<2.> * fields are required."), depth=1)])
    assert (block.marker, block.text.text) == ("2.", "* fields are required.")


def test_a_title_after_a_line_stays_a_title() -> None:
    """Only the middle of a sentence joins a paragraph: no heading with a semicolon, and none of the first level."""
    for line, heading, level in (
        ("The Rye Gazette", "Rain over Rye; the mills of the town", 2),
        ("It is known to all who live beside the river that the mills", "ebb at noon", 1),
    ):
        blocks = [
            Block(kind=BlockKind.PARAGRAPH, text=Text(line)),
            Block(kind=BlockKind.HEADING, text=Text(heading), level=level),
        ]
        assert [block.kind for block in repair(blocks)] == [BlockKind.PARAGRAPH, BlockKind.HEADING]


def test_a_large_item_of_a_list_keeps_its_number() -> None:
    """A sentence that is printed large in a list is an item, not a paragraph that has lost its list."""
    words = "Everybody has the right to cross the river by day and by night without a fee, and so have all goats."
    block = Block(kind=BlockKind.HEADING, level=2, text=Text(words), marker="1.", depth=2)
    assert [(piece.kind, piece.marker) for piece in repair([block])] == [(BlockKind.ITEM, "1.")]
