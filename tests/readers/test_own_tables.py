"""Tables in pages of ours that somebody changed by hand."""

from __future__ import annotations

from declarations import Declaration, Text, parse, render
from declarations.text import Mark, MarkKind


def test_words_between_the_cells_of_a_table_of_ours_are_kept() -> None:
    """Words that somebody typed between rows or cells follow the table."""
    table = Text("a\tb\nc\td", [Mark(0, 7, MarkKind.TABLE)])
    page = render(Declaration(closing=[table]), "html")
    page = page.replace("<td>b", "first<td>b").replace("</table>", "second</table>")
    read = parse(page, format="html")
    assert sorted(text.text for text in read.closing) == ["a\tb\nc\td", "first", "second"]
