"""Tables and quotes of Markdown: what is written is read, and nothing is made out of nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from declarations.errors import LimitError
from declarations.readers.blockrules import bound_blocks
from tests.readers.reading import read_markdown, show

_CELL = st.text(alphabet="ab1 *`\\\\-:é漢", min_size=1, max_size=5).map(lambda cell: f"x{cell}x")


def _tell(parser: MarkdownIt, text: str) -> list[tuple[str, str, int, object]]:
    tokens = parser.enable("table").parse(text)
    return [(token.type, token.content, token.level, token.map) for token in tokens]


@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(_CELL, min_size=width, max_size=width), min_size=1)))
def test_tables_with_whole_rows_are_those_of_gfm(rows):
    """Where every row has all its cells, the parser gives what it gives without the bounded rules, also in a list."""
    head, *body = ("| " + " | ".join(row) + " |" for row in rows)
    table = "\n".join((head, "|" + "---|" * len(rows[0]), *body))
    for text in (table, f"{table}\n\nafter", "1. a\n\n" + "\n".join(f"   {line}" for line in table.split("\n"))):
        bounded = _tell(bound_blocks(MarkdownIt("commonmark")), text)
        plain = _tell(MarkdownIt("commonmark"), text)
        assert [token[:3] for token in bounded] == [token[:3] for token in plain]
        assert [token[3] for token in bounded if token[0] == "tr_open"] == [
            token[3] for token in plain if token[0] == "tr_open"
        ]


def test_rows_keep_the_cells_that_are_written():
    """A short row gets no cells, and a long one loses none."""
    page = read_markdown("|a|b|c|\n|-|-|-|\n|1|\n|1|2|3|4|\n|1||3|\n||2|\n")
    assert show(page) == ["row a\tb\tc", "row 1", "row 1\t2\t3\t4", "row 1\t\t3", "row \t2"]


@pytest.mark.parametrize(
    ("end", "blocks"),
    [
        ("\nafter", ["paragraph after"]),
        ("> after", ["paragraph after"]),
        ("- after", ["item+ after"]),
        ("# after", ["heading1 after"]),
    ],
)
def test_tables_end_where_another_block_begins(end, blocks):
    """An empty line, a quote, a list or a heading ends a table."""
    assert show(read_markdown(f"|a|b|\n|-|-|\n|1|2|\n{end}\n"))[2:] == blocks


@pytest.mark.parametrize("depth", [1, 15, 16, 17, 40, 100])
@pytest.mark.parametrize(
    ("line", "blocks"),
    [
        ("words", ["paragraph words"]),
        ("- words", ["item+ words"]),
        ("## words", ["heading2 words"]),
        ("*words* and more", ["paragraph words and more"]),
        ("", []),
    ],
)
def test_quotes_of_any_depth_are_read(depth, line, blocks):
    """What stands in a deep quote is read like what stands in a shallow one, and the text behind it too."""
    page = read_markdown(f"{'> ' * depth}{line}\n\nafter\n")
    assert show(page) == [*blocks, "paragraph after"]


def test_lines_of_a_deep_quote_lose_no_words():
    """Lines without signs go on with a paragraph, lines with fewer or more signs are read as well."""
    page = read_markdown(f"{'>' * 30} one\ntwo\n{'>' * 20} three\n{'>' * 30} four\n")
    assert " ".join(block.text.text for block in page.blocks) == "one two three four"


def test_quotes_without_end_are_refused():
    """More than a hundred quotes in one another raise, with the line."""
    with pytest.raises(LimitError, match="deeper than 100") as caught:
        read_markdown(f"a\n\n{'> ' * 101}b")
    assert caught.value.position is not None
    assert caught.value.position.line == 3
