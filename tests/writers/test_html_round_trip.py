"""What is written as HTML is read back exactly: whole pages, fragments, pages of others that hold ours."""

import json
import re

import attrs
import pytest
from hypothesis import given, settings

import declarations
from declarations import Clause, Declaration, Label, Limits, Note, Text
from declarations.blocks import Page
from declarations.composition import compose
from declarations.inspection import FindingCode
from declarations.parts import FACTS
from declarations.readers.html import read_page
from declarations.recognition.reading import Part
from declarations.text import Mark
from tests.corpus_files import documents
from tests.records.sample import SAMPLE
from tests.strategies import declarations as any_declaration

MANY = max(2_000, settings.default.max_examples)


def read_back(html: str) -> Declaration:
    """Read HTML and check that nothing had to be recognized or reported, apart from the page around the document."""
    reading = declarations.examine(html, format="html")
    assert reading.findings == ()
    assert {judgement.part for judgement in reading.judgements} <= {Part.BOILERPLATE}
    return reading.declaration


def blocks_of(page: Page) -> list[attrs.AttrsInstance]:
    """Give the blocks of a page that are no facts, without their places in the source."""
    kept = [block for block in page.blocks if block.part not in FACTS]
    return [attrs.evolve(block, position=None) for block in kept]


@given(any_declaration())
@settings(max_examples=MANY)
def test_pages_are_read_back(declaration: Declaration) -> None:
    """A whole page gives the declaration that it was made of."""
    assert read_back(declarations.render(declaration, "html")) == declaration


@given(any_declaration())
@settings(max_examples=MANY)
def test_fragments_are_read_back(declaration: Declaration) -> None:
    """A fragment inside the page of somebody else gives the declaration that it was made of; the page is dropped."""
    fragment = declarations.render(declaration, "html", fragment=True, locale="ar")
    page = f"<html><body><h1>Site</h1><div class=entry>{fragment}</div><p>Share</p></body></html>"
    reading = declarations.examine(page, format="html")
    assert (reading.declaration, reading.findings) == (declaration, ())
    assert [judgement.block.text.text for judgement in reading.judgements] == ["Site", "Share"]


@given(any_declaration())
@settings(max_examples=MANY)
def test_blocks_are_read_back(declaration: Declaration) -> None:
    """The reader makes the very blocks that the writer was given."""
    page = compose(declaration)
    (read,) = read_page(declarations.render(declaration, "html"), limits=Limits()).documents
    assert blocks_of(read) == blocks_of(page)
    assert json.loads(read.attributes["head"]) == json.loads(page.attributes["head"])


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_documents_of_the_corpus(form: str) -> None:
    """Every document of the corpus, once read, survives HTML exactly."""
    read = 0
    for folder in ("statement", "udhr", "bipm"):
        for document in documents(folder):
            if document.format == form:
                declaration = document.examine().declaration.with_ids()
                assert read_back(declarations.render(declaration, "html")) == declaration, document.name
                read += 1
    assert read > 50


def characters() -> list[str]:
    """Give strings whose characters or places are those that parsers of HTML change."""
    rare = "\r\t\n\x7f\x85\x9f\xa0\xad\u2028\u2029\ufeff\ufdd0\U0001fffe\U0010ffff\u0301\u202e"
    white = (" ", "  ", "\n", "\n\n", " \n ", "\t", "\r\n", "a  b", " a ", "\na", "a\n", "a \t b", "&nbsp;", "a\r b")
    return [*white, *rare, *(f"{char}a{char}{char}b{char}" for char in rare), *(f" {char} " for char in rare)]


@pytest.mark.parametrize("string", characters())
def test_every_character_survives(string: str) -> None:
    """White space and rare characters come back in text, table, label, phrase, note and link."""
    filled = f"{string}x"
    text = Text(f"{string}ab", [Mark(0, len(string), "strong"), Mark(0, 1, "link", filled), Mark(1, 1, "note", filled)])
    clause = Clause(
        label=Label(filled),
        heading=Text(string),
        paragraphs=[Text(string), text, Text(f"{string}\t{string}", [Mark(0, 2 * len(string) + 1, "table")])],
        items=[Clause(paragraphs=[Text(string)]), Clause(label=Label(filled))],
        phrase=filled,
    )
    note = Note(id="n1", label=filled, paragraphs=[Text(string), Text()])
    declaration = Declaration(title=filled, place=filled, formula=Text(string), resolutions=[clause], notes=[note])
    assert read_back(declarations.render(declaration, "html")) == declaration


SHAPES = (
    Clause(items=[Clause(items=[Clause(paragraphs=["deep"])])]),
    Clause(label=Label("1.")),
    Clause(label=Label("1."), tail=["behind"]),
    Clause(tail=["behind"]),
    Clause(paragraphs=[""], tail=[""]),
    Clause(heading=Text("Over"), tail=["behind"]),
    Clause(label=Label("§ 2"), paragraphs=[Text("a\tb\nc", [Mark(0, 5, "table"), Mark(2, 2, "note", "n1")])]),
    Clause(paragraphs=[Text("a\tb", [Mark(0, 3, "table"), Mark(0, 3, "strong")])]),
    Clause(items=[Clause(label=Label("a"), heading=Text(), items=[Clause(label=Label("i"), tail=["x"])])]),
)


@pytest.mark.parametrize("field", ["context", "resolutions", "annexes"])
@pytest.mark.parametrize("first", SHAPES)
def test_shapes_of_clauses(field: str, first: Clause) -> None:
    """Clauses with any of their pieces missing come back side by side with any others."""
    declaration = attrs.evolve(Declaration(notes=[Note(id="n1")]), **{field: [first, *SHAPES, first]})
    assert read_back(declarations.render(declaration, "html")) == declaration


def test_words_changed_by_hand() -> None:
    """What an editor changed is read as it is now, however it breaks the lines."""
    html = declarations.render(SAMPLE, "html", fragment=True)
    changed = html.replace("Done at Old Port.", "\n  Done at\n  <b>New</b> Port.\n").replace("(a)", "(c)")
    declaration = read_back(changed)
    assert declaration.closing[0] == Text("Done at New Port.", [Mark(8, 11, "strong")])
    label = declaration.resolutions[0].items[0].label
    assert label == Label("(c)", ordinal=1, style="lower-alpha")
    kept = {"closing": SAMPLE.closing, "resolutions": SAMPLE.resolutions}
    assert attrs.evolve(declaration, **kept) == SAMPLE


def test_clauses_added_by_hand() -> None:
    """A new item of a list is a new clause, a new paragraph in a clause is part of it."""
    html = declarations.render(SAMPLE, "html", fragment=True)
    html = html.replace("in the north;</p>", "in the north;</p><p>and beyond;</p></li><li>in the east;")
    items = read_back(html).resolutions[0].items
    assert [item.text for item in items] == ["in the north;\nand beyond;", "in the east;", "in the south;"]


@pytest.mark.parametrize("added", ["<p>Signed in haste.</p>", "Signed in haste.", "<i>Signed</i> in <!-- x --> haste."])
def test_words_added_elsewhere(added: str) -> None:
    """Words that stand in no part are reported, and the rest is read."""
    html = declarations.render(SAMPLE, "html").replace('<section aria-label="Annexes">', f"{added}<section>")
    reading = declarations.examine(html, format="html")
    assert reading.declaration == SAMPLE
    assert {finding.code for finding in reading.findings} == {FindingCode.UNCLAIMED_TEXT}
    assert " ".join(str(finding.excerpt) for finding in reading.findings) == "Signed in haste."


@pytest.mark.parametrize("head", ["", '<script class="declaration-head">{</script>'])
def test_without_a_head(head: str) -> None:
    """Where a site strips scripts or the head is broken, recognition reads the parts and facts as they are marked."""
    html = re.sub("<script.*?</script>", head, declarations.render(SAMPLE, "html", fragment=True))
    reading = declarations.examine(html, format="html")
    assert reading.judgements
    assert (FindingCode.BROKEN_METADATA in {finding.code for finding in reading.findings}) == bool(head)
    for field in ("title", "identifiers", "place", "meeting", "formula", "closing", "notes"):
        assert getattr(reading.declaration, field) == getattr(SAMPLE, field), field
    (walls,) = reading.declaration.resolutions
    assert "Walls" in str(walls.heading)
    assert walls.text == SAMPLE.resolutions[0].text
    assert [signatory.role for signatory in reading.declaration.signatories] == ["mover"]


def test_another_version() -> None:
    """A page of a version that is not known is left to recognition."""
    html = declarations.render(SAMPLE, "html").replace('data-declaration="1"', 'data-declaration="2"')
    assert declarations.examine(html, format="html").judgements


def test_several_in_one_page() -> None:
    """The first document of a page is the declaration, the others follow in the reading."""
    others = [Declaration(title=f"Motion {number}", closing=["Carried."]) for number in range(3)]
    html = "<hr>".join(declarations.render(one, "html", fragment=True) for one in (SAMPLE, *others))
    reading = declarations.examine(f"<main>{html}</main>", format="html")
    assert reading.declaration == SAMPLE
    assert [other.declaration for other in reading.others] == others
    assert [finding.code for finding in reading.findings] == [FindingCode.SEVERAL_DECLARATIONS]


def test_deep_clauses() -> None:
    """Clauses as deep as the limit come back; deeper ones are read as of the last level, with a finding."""
    clause = Clause(paragraphs=["level 200"])
    for level in range(199, 0, -1):
        clause = Clause(paragraphs=[f"level {level}"], items=[clause])
    declaration = Declaration(resolutions=[clause])
    html = declarations.render(declaration, "html")
    assert read_back(html) == declaration
    reading = declarations.examine(html, format="html", limits=Limits(max_depth=3))
    assert FindingCode.FLATTENED_NESTING in {finding.code for finding in reading.findings}
    assert [item.text for item in reading.declaration.resolutions[0].items[0].items[:2]] == ["level 3", "level 4"]


def test_characters_that_no_text_can_hold() -> None:
    """Character references to control characters, put in by hand, are replaced and reported."""
    html = declarations.render(SAMPLE, "html").replace("Done at", "Done&#1; at").replace('data-phrase="Asks"', "")
    reading = declarations.examine(html, format="html")
    assert {finding.code for finding in reading.findings} <= {FindingCode.REPLACED_CHARACTERS}
    assert reading.declaration.resolutions[0].phrase is None
