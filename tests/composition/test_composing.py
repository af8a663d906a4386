"""A declaration laid out as a page is taken back as it was, and its page reads well in every language."""

import attrs
import pytest
from hypothesis import given, settings

from declarations import Agent, Clause, Declaration, Signatory, Text, Vote, examine, render
from declarations.blocks import Block, BlockKind, Page
from declarations.composition import compose, restore, uncover
from declarations.errors import LocaleError
from declarations.inspection import FindingCode
from declarations.parts import STATED, Attribute, PageAttribute, PagePart, Piece
from tests.records.sample import SAMPLE
from tests.strategies import declarations


def lines(page: Page, part: str) -> list[str]:
    """Give the blocks of a part as marker and text."""
    return [f"{block.marker or ''}|{block.text}" for block in page.blocks if block.part == part]


@given(declarations())
@settings(max_examples=max(500, settings.default.max_examples))
def test_every_page_is_taken_back(declaration: Declaration) -> None:
    """Composing and restoring give the same declaration, with nothing to report."""
    assert restore(compose(declaration)) == (declaration, ())


def test_blocks_in_order() -> None:
    """Parts come in the order of documents, and every clause begins with one block."""
    page = compose(SAMPLE)
    parts = list(dict.fromkeys(block.part for block in page.blocks))
    assert parts == [
        *("title", "subtitle", "masthead", "enacting", "context-heading", "context", "formula"),
        *("resolutions-heading", "resolution", "closing", "signatory", "note", "annex", "source"),
    ]
    walls = next(block for block in page.blocks if block.marker == "1.")
    assert (walls.piece, walls.is_first, walls.level) == (Piece.HEADING, True, 3)
    assert {name: walls.attributes[name] for name in STATED if name in walls.attributes} == {
        "id": "walls",
        "ordinal": "1",
        "style": "decimal",
        "phrase": "Asks",
        "action": "asks",
    }


def test_facts_in_the_language_of_the_reader() -> None:
    """Labels and dates are those of the locale; one value stands on each line."""
    assert lines(compose(SAMPLE, locale="fr"), "masthead")[:6] == [
        "Type\xa0:|prise de position",
        "Identifiant\xa0:|HA/2025/3 (local)",
        "Émetteur\xa0:|Harbour Assembly (HA)",
        "Destinataire\xa0:|Mayor of Old Port",
        "Date\xa0:|6–7 mars 2025 (adoption)",
        "Date\xa0:|8 mars 2025, 09:30:00 UTC+00:00 (publication)",
    ]
    assert lines(compose(SAMPLE, locale="de"), "signatory") == ["Antragsteller:|Ada Quay, President, für Pier Union"]


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("en", "witness:|Ada Quay, Clerk, for Pier Union"),
        ("fr", "témoin\xa0:|Ada Quay, Clerk, pour Pier Union"),
        ("ar", "شاهد:|Ada Quay، Clerk، نيابةً عن Pier Union"),
        ("zh", "见证人：|Ada Quay，Clerk（代表Pier Union）"),
    ],
)
def test_signatories_in_the_language_of_the_reader(locale: str, line: str) -> None:
    """The signs between role, name and office are those of the locale."""
    clerk = Signatory(
        agent=Agent(name="Ada Quay"), role="witness", capacity="Clerk", on_behalf_of=Agent(name="Pier Union")
    )
    assert lines(compose(Declaration(signatories=[clerk]), locale=locale), "signatory") == [line]


def test_language_of_the_document_is_the_default() -> None:
    """Without a locale the words are those of the document's language, or English if CLDR does not know it."""
    assert lines(compose(Declaration(kind="motion", language="es")), "masthead") == ["Tipo:|moción"]
    assert lines(compose(Declaration(kind="motion", language="x-klingon")), "masthead") == ["Kind:|motion"]
    assert compose(Declaration(language="ar")).attributes[PageAttribute.DIRECTION] == "rtl"


def test_locale_must_exist() -> None:
    """A locale that CLDR does not have is refused."""
    with pytest.raises(LocaleError, match="xx"):
        compose(SAMPLE, locale="xx")


def test_a_vote_is_told_once() -> None:
    """A vote that a closing paragraph reports is no fact of its own."""
    assert not any(block.attributes.get(Attribute.FIELD) == "votes" for block in compose(SAMPLE).blocks)
    voted = Declaration(votes=[Vote("Carried.")])
    assert lines(compose(voted), "masthead") == ["Vote:|Carried."]


def test_deep_clauses() -> None:
    """Clauses far deeper than the interpreter goes are laid out and taken back."""
    clause = Clause(paragraphs=["bottom"])
    for _ in range(3_000):
        clause = Clause(items=[clause])
    page = compose(Declaration(resolutions=[clause]))
    assert page.blocks[-1].depth == 3_000


def test_a_page_without_a_head() -> None:
    """A page that this library did not write is left to recognition."""
    assert restore(Page(blocks=(Block(kind=BlockKind.PARAGRAPH),))) == (None, ())


@pytest.mark.parametrize("head", ["{", '{"kind": "poem"}', "[]", ""])
def test_a_broken_head(head: str) -> None:
    """A head that is no record leaves the page to recognition, and says so."""
    declaration, (finding,) = restore(attrs.evolve(compose(SAMPLE), attributes={PageAttribute.HEAD: head}))
    assert declaration is None
    assert finding.code is FindingCode.BROKEN_METADATA


def test_broken_attributes() -> None:
    """Ids that stand twice and ordinals that are no numbers leave the page to recognition."""
    page = compose(SAMPLE)
    for said in ({"id": "walls"}, {"ordinal": "many"}):
        changed = [
            attrs.evolve(block, attributes={**block.attributes, **said}) if block.is_first else block
            for block in page.blocks
        ]
        declaration, findings = restore(attrs.evolve(page, blocks=tuple(changed)))
        assert declaration is None, said
        assert [finding.code for finding in findings] == [FindingCode.BROKEN_METADATA]


def test_words_that_were_added() -> None:
    """A block without a known part is reported, and the rest is taken back."""
    page = compose(SAMPLE)
    added = Block(kind=BlockKind.PARAGRAPH, text=SAMPLE.closing[0], attributes={Attribute.PART: "poem"})
    declaration, (finding,) = restore(attrs.evolve(page, blocks=(*page.blocks, added)))
    assert declaration == SAMPLE
    assert (finding.code, finding.excerpt) == (FindingCode.UNCLAIMED_TEXT, "Done at Old Port.")


def test_changed_words_are_taken_as_they_are() -> None:
    """A paragraph that was changed by hand changes the declaration, and nothing else."""
    page = compose(SAMPLE)
    blocks = [attrs.evolve(b, text=b.text[:5]) if b.part == PagePart.CLOSING else b for b in page.blocks]
    declaration, findings = restore(attrs.evolve(page, blocks=tuple(blocks)))
    assert declaration == attrs.evolve(SAMPLE, closing=["Done ", "Adopt"])
    assert findings == ()


def test_changed_facts_are_told() -> None:
    """A line under the title that was changed by hand does not change the declaration, and is reported."""
    page = compose(SAMPLE)
    blocks = [attrs.evolve(b, text=Text("New Port")) if b.text.text == "Old Port" else b for b in page.blocks]
    declaration, (finding,) = restore(attrs.evolve(page, blocks=tuple(blocks)))
    assert declaration == SAMPLE
    assert finding.code is FindingCode.CONFLICTING_METADATA
    assert "New Port" in finding.excerpt


@pytest.mark.parametrize(("format", "line"), [("html", ">Old Port<"), ("markdown", "** Old Port")])
def test_changed_facts_of_a_file_are_told(format: str, line: str) -> None:
    """The same holds for files that a person edited."""
    written = render(SAMPLE, format)
    assert examine(written, format=format).findings == ()
    assert written.count(line) == 1
    reading = examine(written.replace(line, line.replace("Old", "New")), format=format)
    assert reading.declaration == SAMPLE
    assert [str(finding.code) for finding in reading.findings] == ["conflicting-metadata"]


def test_a_page_that_cannot_be_restored_shows_its_labels() -> None:
    """Recognition finds labels of facts and headings among their words; blocks without words are gone."""
    page = compose(SAMPLE)
    bare = Block(
        kind=BlockKind.PARAGRAPH, attributes={Attribute.PART: PagePart.RESOLUTION, Attribute.PIECE: Piece.BARE}
    )
    blocks = uncover(attrs.evolve(page, blocks=(*page.blocks, bare))).blocks
    shown = [block.text.text for block in blocks]
    assert "Kind: statement" in shown
    assert "1. Walls" in shown
    assert all(block.text or block.marker for block in blocks)
