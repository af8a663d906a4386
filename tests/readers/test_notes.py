"""Footnotes of web pages."""

from __future__ import annotations

import pytest

from tests.readers.reading import codes, marks, read_html, show


@pytest.mark.parametrize(
    "html",
    [
        "<p>Peace<sup><a href='#fn1' id=r1>1</a></sup> now.</p><ol><li id=fn1>The note. <a href='#r1'>↩</a></ol>",
        (
            "<p>Peace <a href='#_ftn1' name='_ftnref1'>[1]</a> now.</p>"
            "<p><a href='#_ftnref1' name='_ftn1'>[1]</a> The note.</p>"
        ),
        "<p>Peace<a role=doc-noteref href='#n' id=r>1</a> now.</p><aside id=n role=doc-footnote>1. The note.</aside>",
        (
            "<p>Peace<a href='#fn:1' id='fnref:1' class=footnote-ref>1</a> now.</p>"
            "<div class=footnotes><hr><ol><li id='fn:1'><p>The note.&#160;<a href='#fnref:1'>↩︎</a></p></ol></div>"
        ),
        (
            "<p>Peace<sup id=cite_ref-1><a href='#cite_note-1'>[1]</a></sup> now.</p>"
            "<ol><li id=cite_note-1><b><a href='#cite_ref-1'>^</a></b> The note.</ol>"
        ),
        "<p>Peace<sup>[<a href='#note1' name=back1>1</a>]</sup> now.</p><p id=note1><sup>1</sup> The note.</p>",
    ],
)
def test_notes_of_every_fashion(html):
    """The sign leaves the words, a mark stands at its place, and the note is a block with sign and id."""
    page = read_html(html)
    blocks = [block for block in page.blocks if block.kind != "rule"]
    text, note = blocks
    assert text.text.text == "Peace now."
    [(kind, words, target)] = marks(text)
    assert (kind, words) == ("note", "")
    assert text.text.marks[0].start in (5, 6)
    assert (note.kind, note.marker, note.target, note.text.text) == ("note", "1", target, "The note.")


def test_a_note_that_is_one_link_keeps_its_words():
    """A link back that holds the note itself is not dropped."""
    page = read_html("<p>a<sup><a href='#n' id=r>1</a></sup><p id=n><a href='#r'>1. The words of the whole note</a>")
    assert show(page)[1] == "note 1 The words of the whole note"


def test_a_note_of_two_paragraphs():
    """Every paragraph of a note has its id; only the first has the sign."""
    page = read_html("<p>a<sup><a href='#n'>*</a></sup><div id=n><p>* One<p>Two</div>")
    assert [(b.kind.value, b.marker, b.target, b.text.text) for b in page.blocks[1:]] == [
        ("note", "*", "n", "One"),
        ("note", None, "n", "Two"),
    ]


def test_two_references_to_one_note():
    """Both places are marked with the same id."""
    page = read_html("<p>a<sup><a href='#n'>1</a></sup> b<sup><a href='#n'>1</a></sup><p id=n>Note")
    assert [target for _, _, target in marks(page.blocks[0])] == ["n", "n"]


def test_ids_that_no_document_can_hold_are_mended():
    """Ids become valid and stay different."""
    page = read_html(
        "<p>a<sup><a href='#1'>1</a></sup> b<sup><a href='#f:1'>2</a></sup> c<sup><a href='#f-1'>3</a></sup>"
        "<p id=1>One<p id='f:1'>Two<p id='f-1'>Three"
    )
    assert [block.target for block in page.blocks[1:]] == ["n1", "f-1", "f-1.2"]


def test_a_missing_note_is_reported_and_its_sign_kept():
    """A reference without a note stays in the words."""
    page = read_html("<p>Peace<sup><a href='#fn9'>9</a></sup>")
    assert show(page) == ["paragraph Peace9"]
    assert codes(page) == ["missing-note"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>See <a href='#part'>Part</a></p><p id=part>Part words</p>",
        "<ul><li><a href='#a'>1</a></ul><div id=a>One</div>",
        "<p id=p>Up to <sup><a href='#p'>1</a></sup></p>",
    ],
)
def test_other_links_on_the_page_are_no_references(html):
    """A table of contents, a link to a section, a link to itself: all stay words."""
    page = read_html(html)
    assert all(block.kind != "note" for block in page.blocks)
    assert not any(mark.kind == "note" for block in page.blocks for mark in block.text.marks)


def test_a_note_in_a_table():
    """Notes in the cells of a table are found, and the table is walked through."""
    page = read_html(
        "<p>a<sup><a href='#n1'>1</a></sup></p><table><tr id=n1><td>1<td>One</tr><tr><td>x<td>y</tr></table>"
    )
    assert show(page)[1] == "note 1 One"


def test_notes_whose_signs_stand_in_cells_of_their_own():
    """The words in the cell beside the sign are the note."""
    rows = "".join(f"<tr><td><a id=n{n} href='#r{n}'>({n})</a></td><td>Note {n}.</td></tr>" for n in (1, 2))
    page = read_html(
        "<p>a<sup><a href='#n1' id=r1>(1)</a></sup> b<sup><a href='#n2' id=r2>(2)</a></sup></p><table>"
        + rows
        + "</table>"
    )
    assert show(page) == ["paragraph a b", "note 1 Note 1.", "note 2 Note 2."]
    assert [target for _, _, target in marks(page.blocks[0])] == ["n1", "n2"]


@pytest.mark.parametrize(
    ("html", "sign", "target"),
    [
        ("<p>It is peace<sup>*</sup> now.<p><sup>*</sup> The note.", "*", "note-star"),
        ("<p>It is peace* now.<p>* The note.<footer>Site</footer>", "*", "note-star"),
        ("<main><p>It is peace† now.<p>†The note.</main>", "†", "note-dagger"),
        ("<p>It is peace<sup>1</sup> now.<hr><p><sup>1</sup> The note.", "1", "note-raised-1"),
        ("<p>It is peace[1] now.<p>[1] The note.", "1", "note-1"),
    ],
)
def test_notes_without_links(html, sign, target):
    """A typed sign in the words and a last paragraph that begins with it are tied."""
    blocks = [block for block in read_html(html).blocks if block.kind != "rule"]
    assert blocks[0].text.text == "It is peace now."
    assert [(mark.kind, mark.start, mark.target) for mark in blocks[0].text.marks] == [("note", 11, target)]
    note = blocks[1]
    assert (note.kind, note.marker, note.target, note.text.text) == ("note", sign, target, "The note.")


@pytest.mark.parametrize(
    "html",
    [
        "<p>The lake has 5 km<sup>2</sup>.<p><sup>2</sup> Measured.",
        "<p>It is <code>peace*</code> now.<p>The end.",
        "<p>It is peace* now.<p>* The note.<p>The end.",
        "<p><sup>1</sup> Nobody refers to this.",
    ],
)
def test_raised_signs_that_are_no_notes(html):
    """Exponents, signs without a note and notes without a sign stay words."""
    assert all(block.kind == "paragraph" for block in read_html(html).blocks)
    assert not any(mark.kind == "note" for block in read_html(html).blocks for mark in block.text.marks)
