"""No word is lost: it is in the declaration, in what is unclaimed or dropped, or in a finding."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from declarations import Clause, Declaration, Label, examine, render
from declarations.inspection import FindingCode, Part
from tests.corpus_files import corpus, sample
from tests.law.corpus import list_pages
from tests.law.oracle import find_lost
from tests.law.pages import generate, mutate

RANDOMS = st.randoms(use_true_random=False)
CLAUSES = "Whereas bread is dear,\n\nResolved:\n\n1. Calls upon the mills to open;\n\n2. Decides to wait.\n"


@given(RANDOMS)
@settings(max_examples=60)
def test_no_word_of_a_page_is_lost(random: Random) -> None:
    """Pages in six languages, with all that stands around titles and signatures, lose no word."""
    data, format = generate(random)
    assert not find_lost(data, format)


@given(RANDOMS)
@settings(max_examples=60)
def test_no_word_of_a_spoilt_page_is_lost(random: Random) -> None:
    """Lines that were cut, doubled, moved or joined lose no word."""
    data, format = generate(random)
    assert not find_lost(mutate(data, random), format)


@pytest.mark.parametrize(
    "folder", ["statement", "wild", "un", "udhr", "bipm", "pages/body", "pages/facts", "pages/dates"]
)
def test_no_word_of_the_corpus_is_lost(folder: str) -> None:
    """Real documents and pages lose no word, nor do some of them when they were spoilt."""
    corpus()
    random = Random(folder)
    for number, (text, format) in enumerate(sample(list_pages(folder))):
        assert not find_lost(text, format), number
        if number % 4 == 0:
            assert not find_lost(mutate(text, random), format), number


def test_a_body_beside_a_date_is_kept_where_another_line_names_the_issuer() -> None:
    """Words of a line that agree with the issuer only in part are unclaimed, and not lost."""
    page = """# Motion sur le pain

Émetteur : Conseil municipal de Sarre

Conseil municipal de Valmont – 14 novembre 2023

Considérant que le pain est cher,

Décide d’ouvrir les fours.
"""
    reading = examine(page, format="markdown")
    assert str(reading.declaration.issuer) == "Conseil municipal de Sarre"
    assert "Conseil municipal de Valmont" in [str(block.text) for block in reading.unclaimed]


@pytest.mark.parametrize(
    ("line", "rest"),
    [("Published on 7 March 2025", "Published on"), ("Ada Brenner | 7 March 2025 | 3 comments", "3 comments")],
)
def test_words_beside_a_date_are_unclaimed(line: str, rest: str) -> None:
    """Where a line gives only its date, or an author, its other words are kept in order."""
    reading = examine(f"# On Bread\n\n{line}\n\n{CLAUSES}", format="markdown")
    assert rest in [str(block.text) for block in reading.unclaimed]
    assert str(reading.declaration.date) == "2025-03-07"


def test_a_field_claims_its_words_once() -> None:
    """A title that the page repeats is held once; the repetition is unclaimed, and no finding tells of it."""
    reading = examine(f"<h1>On the Price of Bread</h1><h1>On the Price of Bread</h1><p>{CLAUSES}</p>", format="html")
    assert reading.declaration.title == "On the Price of Bread"
    assert [str(block.text) for block in reading.unclaimed] == ["On the Price of Bread"]
    assert FindingCode.UNCLAIMED_TEXT not in {finding.code for finding in reading.findings}


def test_words_around_signatories_are_reported() -> None:
    """What a line tells of a mover besides name and role is unclaimed, and a finding holds it."""
    line = "Moved by Ada Brenner. Done in the great hall of the bakers in the rain"
    reading = examine(f"# On Bread\n\n{CLAUSES}\n{line}\n\nSeconded by Ivo Lamm\n", format="markdown")
    told = [finding.excerpt or "" for finding in reading.findings if finding.code is FindingCode.UNCLAIMED_TEXT]
    signed = " ".join(str(one) for one in reading.declaration.signatories)
    closing = " ".join(map(str, reading.declaration.closing))
    assert "great hall" in f"{signed} {closing} {' '.join(told)}"
    assert any("Seconded by" in str(block.text) for block in reading.unclaimed)


def test_a_long_line_that_tells_of_a_vote_is_held_whole() -> None:
    """The line of a vote is a field of its own, however long it is, and leaves no remainder."""
    line = f"Adopted by 14 votes to 2, with 1 abstention, {'after a debate, ' * 12}as the clerk has told the members."
    reading = examine(f"# On Bread\n\n{CLAUSES}\n{line}\n", format="markdown")
    held = [vote.printed for vote in reading.declaration.votes] + [str(text) for text in reading.declaration.closing]
    assert line in held
    assert not [one for one in reading.judgements if one.remainder and one.part is Part.CLOSING]


def test_numbers_of_closing_words_and_formulas_are_kept() -> None:
    """A part without a place for numbers keeps them in its words."""
    page = "# On Bread\n\nWhereas bread is dear,\n\n3. Now, therefore,\n\n1. Decides to wait.\n"
    assert not find_lost(page, "markdown")


PIECES = st.sampled_from(
    (
        "(3) The prices were told in the great hall.",
        "Prices of all mills of the valley in the summer",
        "| Mill | Price |\n| --- | --- |\n| East | 3 |\n| West | 4 |",
        "- at dawn;\n- at noon;",
        "Note. The prices were told by the clerk of the council in the summer of the year.",
        "1. The council decides to open the ovens:",
        "The council decides to wait.",
        "## Prices",
    )
)


@given(st.lists(PIECES, min_size=3, max_size=8))
@example(["(3) The prices were told.", "1. The council decides:", "Prices", "| a | b |\n|---|---|\n| c | d |", "- e"])
def test_tables_lists_and_paragraphs_in_any_order_keep_their_words(pieces: list[str]) -> None:
    """Whatever leads to what, no text takes the place of another."""
    assert not find_lost("\n\n".join(["# On Bread", "The council,", *pieces]), "markdown")


def test_an_item_in_a_script_without_capitals_keeps_its_number() -> None:
    """Capitals of another script in its words do not make a heading of an item."""
    page = "# 关于面包价格的决议\n\n大会，\n\n1. 决定支持应对COVID的努力\n\n2. 请秘书长执行本决议\n"
    labels = [str(clause.label) for clause in examine(page, format="markdown").declaration.resolutions]
    assert labels == ["1.", "2."]


def test_a_heading_in_a_numbered_item_keeps_the_number() -> None:
    """The number of a list item that holds a heading is the label of its clause."""
    items = "".join(f"<li><h2>{one}</h2><p>We demand more of it.</p></li>" for one in ("Bread", "Salt"))
    page = f"<h1>On Prices</h1><ol>{items}</ol>"
    labels = [str(clause.label) for _, clause in examine(page, format="html").declaration.walk() if clause.heading]
    assert labels == ["1.", "2."]


def test_notes_that_share_a_number_are_kept_apart() -> None:
    """Each printed number begins a note of its own."""
    page = "On Bread\n\nThe council decides to wait.[1]\n\nIt goes on.[1]\n\n[1] Of rye.\n[1] Of wheat.\n"
    notes = examine(page, format="text").declaration.notes
    assert [str(note.paragraphs[0]) for note in notes] == ["Of rye.", "Of wheat."]
    assert len({note.id for note in notes}) == 2


def test_markdown_notes_of_one_label_are_all_read() -> None:
    """Only the last is the note that the text refers to; the others are notes too."""
    page = "# On Bread\n\nThe council decides to wait.[^1]\n\n[^1]: Of rye.\n\n[^1]: Of wheat.\n"
    declaration = examine(page, format="markdown").declaration
    assert [str(note.paragraphs[0]) for note in declaration.notes] == ["Of rye.", "Of wheat."]
    (mark,) = declaration.resolutions[0].paragraphs[0].marks
    assert mark.target == declaration.notes[1].id


def test_a_clause_that_is_only_a_number_is_kept_when_our_page_is_recognized_again() -> None:
    """Blocks without words are left out of a page of ours that was broken, but not their numbers."""
    clauses = [Clause(label=Label("7.", ordinal=7)), Clause(paragraphs=["Decides to wait."])]
    page = render(Declaration(title="On Bread", resolutions=clauses), "html")
    reading = examine(page.replace('"format":1', '"format":"x"'), format="html")
    assert any("7" in (judgement.block.marker or "") for judgement in reading.judgements)


def test_letters_written_on_to_the_number_of_an_article_stay_with_it() -> None:
    """No word is cut in two, half of it a label."""
    page = "Article1\nArticle2rl\nArticle4\nArticle5"
    labels = [str(clause.label) for clause in examine(page, format="text").declaration.resolutions]
    assert labels == ["Article1", "Article2rl", "Article4", "Article5"]
