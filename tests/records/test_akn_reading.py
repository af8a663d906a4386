"""Akoma Ntoso written by others: every clause in its place, and no word lost."""

from __future__ import annotations

import io
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from declarations import Agent, Clause, Declaration, Identifier, Signatory, Text
from declarations.errors import SchemaError
from declarations.inspection import FindingCode
from declarations.model import DeclarationKind
from declarations.records import akn, json
from declarations.text import MarkKind
from tests.records.akn_strategies import documents, list_words
from tests.records.sample import SAMPLE

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
META = """<meta><identification source="#x">
  <FRBRWork><FRBRthis value="/akn/un/statement/deliberation/council/2021-03-04/7/!main"/>
    <FRBRuri value="/akn/un/statement/deliberation/council/2021-03-04/7"/>
    <FRBRalias value="On boats" name="title"/><FRBRdate date="2021-03-04" name="adoption"/>
    <FRBRauthor href="#council" as="#author"/><FRBRcountry value="un"/><FRBRnumber value="7"/></FRBRWork>
  <FRBRExpression><FRBRdate date="2021-03-05" name="publication"/><FRBRlanguage language="fra"/></FRBRExpression>
</identification>
<references source="#x"><TLCOrganization eId="council" href="/x" showAs="Council of Boats" shortForm="CB"/>
  <TLCPerson eId="ada" href="/y" showAs="A. Quay"/></references></meta>"""


def wrap(inner: str, *, root: str = "statement", name: str = "resolution", meta: str = META) -> str:
    """Put parts into a document."""
    return f'<akomaNtoso xmlns="{NAMESPACE}"><{root} name="{name}">{meta}{inner}</{root}></akomaNtoso>'


def read(inner: str, **options: Any) -> Declaration:
    """Read parts of a document of others; nothing may be left over."""
    declaration, findings = akn.load(wrap(inner, **options))
    assert findings == ()
    return declaration


def outline(clauses: tuple[Clause, ...]) -> list[Any]:
    """Give clauses as nested lists of plain strings: number, heading, paragraphs, items, tail."""
    return [
        [part for part in (str(clause.label or ""), str(clause.heading or "")) if part]
        + [text.text for text in clause.paragraphs]
        + ([outline(clause.items)] if clause.items else [])
        + [text.text for text in clause.tail]
        for clause in clauses
    ]


def test_metadata_of_others() -> None:
    """Kind, title, number, issuer, date and language come from the metadata where the words do not mark them."""
    declaration = read("<mainBody><p>Asks.</p></mainBody>")
    assert declaration == Declaration(
        kind=DeclarationKind.RESOLUTION,
        title="On boats",
        identifiers=[Identifier("7")],
        issuers=[Agent(name="Council of Boats", abbreviation="CB", kind="organization")],
        dates=declaration.dates,
        language="fr",
        resolutions=[Clause(paragraphs=["Asks."])],
    )
    assert [(dated.role, str(dated.date)) for dated in declaration.dates] == [
        ("adopted", "2021-03-04"),
        ("published", "2021-03-05"),
    ]


def test_marked_words_of_a_preface() -> None:
    """What the preface marks goes where it belongs; other words of it are reported, none is lost."""
    preface = """<preface>
      <p>The <docAuthority refersTo="#council">Council of Boats</docAuthority>, <session>4th session</session></p>
      <longTitle><p><docType>Decision</docType> <docNumber>7/A</docNumber>: <docTitle>Boats for <b>all</b></docTitle>
        <authorialNote marker="*"><p>Draft.</p></authorialNote></p></longTitle>
      <block name="subtitle">Second draft</block>
      <p><location refersTo="#p">Port</location>, <docDate date="2021-03-03" refersTo="#adoption">3 mars</docDate></p>
      <p>Distributed to all.</p>
    </preface>"""
    declaration, findings = akn.load(wrap(preface + "<mainBody><p>Asks.</p></mainBody>", name="x"))
    assert (declaration.title, declaration.subtitle) == ("Boats for all", "Second draft")
    assert declaration.kind is DeclarationKind.DECISION
    assert declaration.identifiers == (Identifier("7/A"),)
    assert (declaration.place, declaration.meeting) == ("Port", "4th session")
    assert [(dated.role, dated.text) for dated in declaration.dates] == [("adopted", "3 mars"), ("published", None)]
    assert [text.text for note in declaration.notes for text in note.paragraphs] == ["Draft."]
    assert [finding.excerpt for finding in findings] == ["The ,", "Distributed to all."]
    assert findings[1].position.line == 15


def test_preambles_of_every_shape() -> None:
    """Citations, recitals, nested lists, plain paragraphs and formulas, in any order."""
    declaration = read("""<preamble>
      <formula name="enactingFormula"><p>The Council,</p></formula>
      <recitals><heading>Reasons</heading><intro><p>Whereas:</p></intro>
        <recital><num>(1)</num><p>boats leak;</p><blockList><item><num>a</num><p>old;</p></item></blockList></recital>
        <recital><num>(2)</num><p>water is wet;</p></recital></recitals>
      <citations><citation><p>Having regard to the sea,</p></citation></citations>
      <p>Noting the wind,</p>
      <p>Noting further:</p><ul><li>rain;</li><li>hail <b>and</b> snow<ul><li>in May</li></ul></li></ul>
      <formula name="enactingFormula"><p>Has decided</p><p>as follows:</p></formula>
    </preamble><mainBody><p>Asks.</p></mainBody>""")
    assert str(declaration.enacting) == "The Council,"
    assert str(declaration.context_heading) == "Reasons"
    assert str(declaration.formula) == "Has decided\nas follows:"
    assert outline(declaration.context) == [
        ["Whereas:"],
        ["(1)", "boats leak;", [["a", "old;"]]],
        ["(2)", "water is wet;"],
        ["Having regard to the sea,"],
        ["Noting the wind,"],
        ["Noting further:", [["rain;"], ["hail and snow", [["in May"]]]]],
    ]


def test_preamble_inside_of_the_body() -> None:
    """AKN4UN: containers named after a stance, headings and blocks that refer to the preamble."""
    declaration = read("""<mainBody>
      <hcontainer name="hcontainer"><crossHeading refersTo="#preamble">Preamble</crossHeading></hcontainer>
      <p>Seeing the sea,</p>
      <hcontainer name="hcontainer"><crossHeading refersTo="#operative">Decisions</crossHeading></hcontainer>
      <container name="recalling"><p>Recalling the tide,</p><p>Recalling the moon,</p></container>
      <block name="preamble">Guided by stars,</block>
      <formula name="x"><p>Decides:</p></formula>
      <paragraph><num>1</num><content><p>to sail.</p></content></paragraph>
    </mainBody>""")
    assert str(declaration.context_heading) == "Preamble"
    assert str(declaration.resolutions_heading) == "Decisions"
    assert [(clause.text, clause.stance) for clause in declaration.context] == [
        ("Seeing the sea,", None),
        ("Recalling the tide,", "recalling"),
        ("Recalling the moon,", "recalling"),
        ("Guided by stars,", None),
    ]
    assert str(declaration.formula) == "Decides:"
    assert outline(declaration.resolutions) == [["1", "to sail."]]


def test_bodies_of_every_shape() -> None:
    """Hierarchies of any element, lists, texts between lists, tables and headings of their own."""
    declaration = read("""<mainBody>
      <section><num>I.</num><heading>Boats</heading><subheading>Old and new</subheading>
        <intro><p>The boats:</p></intro>
        <paragraph><num>1.</num><list><intro><p>have</p></intro><point><num>a</num><content><p>oars;</p></content></point>
          <wrapUp><p>and sails.</p></wrapUp></list>
          <list><intro><p>want</p></intro><point><num>b</num><content><p>paint.</p></content></point></list></paragraph>
        <crossHeading>Ships</crossHeading>
        <hcontainer name="note"><content><p>too</p><p>big</p></content></hcontainer>
        <wrapUp><p>Enough.</p></wrapUp></section>
      <blockList><listIntroduction>Asks</listIntroduction><item><num>i</num><p>Ada;</p></item>
        <listWrapUp>to row.</listWrapUp></blockList>
      <table><caption>Crew</caption><tr><th><p>who</p></th><td><p>what</p><p>when</p></td></tr></table>
      stray <i>words</i>
    </mainBody>""")
    assert outline(declaration.resolutions) == [
        ["I.", "Boats\nOld and new", "The boats:",
            [["1.", "have", [["a", "oars;"], ["and sails."], ["want", [["b", "paint."]]]]], ["Ships"], ["too", "big"]],
            "Enough."],
        ["Asks", [["i", "Ada;"]], "to row."],
        ["Crew"],
        ["who\twhat when"],
        ["stray words"],
    ]  # fmt: skip


def test_numbers_of_others_are_counted() -> None:
    """What a printed number counts is told by its series: (i) after (h) is a letter, before (ii) it is Roman."""
    items = "".join(f"<point><num>({letter})</num></point>" for letter in "ghi")
    romans = "".join(f"<point><num>({number})</num></point>" for number in ("i", "ii"))
    declaration = read(f"""<mainBody><article><num>Article 4</num><list>{items}</list></article>
      <article><num>Article 5</num><list>{romans}</list></article><article><num>§</num></article></mainBody>""")
    labels = [clause.label for _, clause in declaration.walk()]
    assert [(label.ordinal, label.style.value) for label in labels if label] == [
        (4, "decimal"), (7, "lower-alpha"), (8, "lower-alpha"), (9, "lower-alpha"),
        (5, "decimal"), (1, "lower-roman"), (2, "lower-roman"), (None, "other"),
    ]  # fmt: skip


def test_acts_and_bills_are_read() -> None:
    """Documents of other types are read as well: act, bill, judgment."""
    body = "<article><num>Article 1</num><heading>Scope</heading><content><p>Boats.</p></content></article>"
    for root, part in (("act", "body"), ("bill", "body"), ("judgment", "judgmentBody"), ("portion", "portionBody")):
        declaration = read(f"<{part}>{body}</{part}>", root=root)
        assert outline(declaration.resolutions) == [["Article 1", "Scope", "Boats."]]


def test_parts_in_any_order() -> None:
    """The order of the parts in the file does not matter."""
    parts = [
        "<conclusions><p>Done at Port.</p></conclusions>",
        "<mainBody><p>Asks.</p></mainBody>",
        "<preamble><p>Noting.</p></preamble>",
        "<preface><p><docTitle>Boats</docTitle></p></preface>",
    ]
    declaration = read("".join(parts))
    assert declaration == read("".join(reversed(parts)))
    assert (declaration.title, declaration.closing) == ("Boats", (Text("Done at Port."),))


def test_conclusions_with_signatures() -> None:
    """Paragraphs that are signatures become signatories; signatures among other words become both."""
    declaration = read("""<mainBody><p>Asks.</p></mainBody><conclusions>
      <p>Done at Port, <docDate date="2021-03-04">4 March</docDate>, for all: <signature><person refersTo="#ada">
        Ada Quay</person></signature>.</p>
      <p><signature><person>B. Mast</person>, <role refersTo="#r">Secretary</role></signature></p>
      <container name="signatures"><p><signature>C. Sail</signature></p></container>
      <blockList><item><num>1</num><p>one</p></item></blockList>
    </conclusions>""")
    assert [(one.agent.name, one.agent.kind, one.capacity) for one in declaration.signatories] == [
        ("B. Mast", "person", "Secretary"),
        ("C. Sail", "other", None),
        ("Ada Quay", "person", None),
    ]
    assert [text.text for text in declaration.closing] == [
        "Done at Port, 4 March, for all: Ada Quay.",
        "1",
        "one",
    ]


def test_attachments_and_components() -> None:
    """Embedded documents, nested ones too, and references to documents become annexes."""
    document = '<doc name="annex"><meta><notes source="#x"><note eId="n1"><p>Seen.</p></note></notes></meta>'
    declaration = read(f"""<mainBody><p>Asks.</p></mainBody><attachments>
      <attachment><num>A</num><heading>Map</heading>{document}<preface><p><docTitle>The map</docTitle></p></preface>
        <mainBody><p>North<noteRef href="#n1"/>.</p><paragraph><num>1</num><content><p>East.</p></content></paragraph>
        </mainBody><attachments><attachment><heading>Legend</heading>{document}<mainBody><p>Red.</p></mainBody></doc>
        </attachment></attachments></doc></attachment>
      <attachment><documentRef href="/x" showAs="Timetable"/></attachment></attachments>
      <components><component><doc name="x"><mainBody><p>More.</p></mainBody></doc></component></components>""")
    assert outline(declaration.annexes) == [
        ["A", "Map", "The map", "North.", [["1", "East."], ["Legend", "Red."]]],
        ["Timetable"],
        ["More."],
    ]
    assert [note.id for note in declaration.notes] == ["n1", "note-2"]
    assert declaration.annexes[0].paragraphs[1].marks[0].target == "n1"


def test_inline_elements_become_marks() -> None:
    """Emphasis, links, languages, notes and breaks are kept; markup of meaning alone leaves its words."""
    declaration = read("""<mainBody><p>See <ref href="/akn/x">law <i>7</i></ref>,<br/>
      <term refersTo="#t">tide</term> <span xml:lang="la">mare</span> <ins>new</ins><del>old</del>
      <authorialNote marker="1"><p>A note</p><ul><li>with a list</li></ul></authorialNote>.</p></mainBody>""")
    text = declaration.resolutions[0].paragraphs[0]
    assert text.text == "See law 7,\ntide mare newold ."
    assert {(mark.kind, text.text[mark.start : mark.end]) for mark in text.marks} == {
        (MarkKind.LINK, "law 7"),
        (MarkKind.EMPHASIS, "7"),
        (MarkKind.LANGUAGE, "mare"),
        (MarkKind.UNDERLINE, "new"),
        (MarkKind.STRIKE, "old"),
        (MarkKind.NOTE, ""),
    }
    assert [paragraph.text for paragraph in declaration.notes[0].paragraphs] == ["A note", "with a list"]


@pytest.mark.parametrize(
    "namespace",
    [
        *(NAMESPACE, f"{NAMESPACE}/CSD13", f"{NAMESPACE}/WD17", "http://docs.oasis-open.org/legaldocml/ns/akn/3.1"),
        "http://Inhaltsdaten.LegalDocML.de/1.8.2/",
    ],
)
def test_every_version_is_read(namespace: str) -> None:
    """Drafts and later versions differ in the namespace only, as far as declarations go; prefixes do not matter."""
    data = wrap("<mainBody><p>Asks.</p></mainBody>").replace(NAMESPACE, namespace)
    prefixed = data.replace("<", "<a:").replace("<a:/", "</a:").replace("xmlns=", "xmlns:a=")
    for one in (data, prefixed, data.encode("utf-16"), f"<?xml version='1.0'?><!-- x --><?y z?>{data}"):
        assert akn.loads(one).resolutions[0].text == "Asks."


@given(documents())
@settings(max_examples=max(1_000, settings.default.max_examples))
def test_no_word_is_lost(data: bytes) -> None:
    """Every text node of any tree of elements is in the declaration or in a finding."""
    try:
        found = list(akn.load_all(io.BytesIO(data)))
    except SchemaError:  # a collection of references
        found = []
    kept = " ".join(json.dumps(declaration).decode() for declaration, _ in found)
    kept += " ".join(finding.excerpt or "" for _, findings in found for finding in findings)
    assert not found or [word for word in list_words(data) if word not in kept] == []


def change(declaration: Declaration, *replacements: tuple[str, str]) -> Declaration:
    """Write a declaration, change the file by hand, and read it."""
    data = akn.dumps(declaration).decode()
    for old, new in replacements:
        assert old in data
        data = data.replace(old, new)
    return akn.loads(data)


def test_words_changed_by_hand_count() -> None:
    """Words of clauses and of facts are read as they stand in the text now; the rest stays."""
    declaration = attrs.evolve(
        SAMPLE, place="Old Port", signatories=[Signatory(agent=Agent(name="Ada Quay"), capacity="Chair")]
    )
    changed = change(
        declaration,
        (">Old Port</location>", ">New Port</location>"),
        (">Ada Quay</", ">Ada Q. Quay</"),
        (">Chair</role>", "></role>"),
        (">HA/2025/3</docNumber>", ">HA/2025/4</docNumber>"),
        ("<docTitle>Statement", "<docTitle>Draft Statement"),
    )
    assert (changed.title, changed.place) == (f"Draft {SAMPLE.title}", "New Port")
    assert changed.identifiers == (attrs.evolve(SAMPLE.identifiers[0], value="HA/2025/4"),)
    assert changed.signatories == (Signatory(agent=Agent(name="Ada Q. Quay")),)
    assert changed.resolutions == declaration.resolutions


def test_facts_taken_out_or_added_by_hand_count() -> None:
    """A fact whose element is gone is gone; one that was added is there; a date can be moved."""
    declaration = Declaration(
        identifiers=[Identifier("1"), Identifier("2", scheme="x")],
        dates=[SAMPLE.dates[1]],
        place="Port",
        signatories=[
            Signatory(agent=Agent(name="Ada"), on_behalf_of=Agent(name="All")),
            Signatory(agent=Agent(name="B")),
        ],
    )
    day = SAMPLE.dates[1].date
    changed = change(
        declaration,
        ('<p><docNumber d:of="identifiers[0].value">1</docNumber></p>', "<p><docNumber>3</docNumber></p>"),
        (f'<docDate date="{day}"', '<docDate date="2020-01-02"'),
        (">All</organization>", "></organization>"),
        (">B</person>", "></person>"),
        (">Port</location>", "></location>"),
    )
    assert changed.identifiers == (Identifier("2", scheme="x"), Identifier("3"))
    assert str(changed.dates[0].date) == "2020-01-02"
    assert changed.signatories == (Signatory(agent=Agent(name="Ada")),)
    assert changed.place is None


def test_broken_records_are_reported() -> None:
    """With a record that cannot be used, the document is read like that of others."""
    data = akn.dumps(SAMPLE).decode()
    declaration, findings = akn.load(data.replace('<issuer kind="body">', '<issuer kind="fish">'))
    assert [finding.code for finding in findings][:1] == [FindingCode.BROKEN_METADATA]
    assert declaration.title == SAMPLE.title
    assert declaration.issuers[0].name == SAMPLE.issuers[0].name
    later = data.replace("<issuer kind", "<novelty/><issuer kind")
    assert akn.load(later)[1]
    assert akn.loads(later, ignore_unknown=True) == SAMPLE


def test_broken_attributes_are_reported() -> None:
    """Facts about clauses that cannot be used, ids that stand twice and missing notes leave the words alone."""
    declaration, findings = akn.load(
        wrap(
            '<mainBody><paragraph wId="a" d:stance="sitting"><num d:ordinal="one">1</num><content><p>x</p></content>'
            '</paragraph><paragraph wId="a"><content><p>y<noteRef href="#n9"/></p></content></paragraph></mainBody>'
        ).replace("<akomaNtoso", '<akomaNtoso xmlns:d="https://declarations.readthedocs.io/ns/1"', 1)
    )
    assert outline(declaration.resolutions) == [["1", "x"], ["y"]]
    assert [clause.id for clause in declaration.resolutions] == ["a", None]
    assert [finding.code.value for finding in findings] == [
        "broken-metadata", "broken-metadata", "missing-note", "broken-metadata",
    ]  # fmt: skip


BLUEBELL = """
PREFACE
  LONGTITLE Resolution on the harbour

  Adopted in spring.

PREAMBLE
  Recalling the flood,

  Noting **with concern** the walls,

BODY
  PARA 1.
    Asks the town to repair;

  PARA 2.
    Calls upon the neighbours:

    SUBPARA (a)
      to send stones; and

    SUBPARA (b) - Ships
      SUBHEADING of wood
      to lend //ships//.

    before the winter.

  CROSSHEADING Reports

  PART A - Money
    SECTION 3. - Costs
      The costs are shared:

      ITEMS
        by thirds:

        ITEM (i)
          the town;

        ITEM (ii)
          the county.

        and so on.

  BULLETS
    * one
    * two

  A loose line {{FOOTNOTE 1}} with a {{>https://example.org link}}.

  FOOTNOTE 1
    The words of the note.

  TABLE
    TR
      TH
        a
      TC
        b

  BLOCKS
    Blocks
    together.

CONCLUSIONS
  Done at the harbour.

ANNEXURE Map
  SUBHEADING of the harbour
  PARA 1.
    North.
  ANNEXURE Legend
    Red.
"""

BLUEBELL_BODY = [
    ["1.", "Asks the town to repair;"],
    ["2.", "Calls upon the neighbours:",
        [["(a)", "to send stones; and"], ["(b)", "Ships\nof wood", "to lend ships."]], "before the winter."],
    ["Reports"],
    ["A", "Money", [
        ["3.", "Costs", "The costs are shared:", "by thirds:",
            [["(i)", "the town;"], ["(ii)", "the county."]], "and so on."],
    ]],
    [[["one"], ["two"]]],
    ["A loose line with a link."],
    ["a\tb"],
    ["Blocks"],
    ["together."],
]  # fmt: skip


@pytest.mark.parametrize("root", ["statement", "doc", "act", "bill", "debateReport"])
def test_bluebell_is_read_with_every_clause_in_place(root: str) -> None:
    """What bluebell makes of its own markup is read whole, whatever the type of document."""
    parser = pytest.importorskip("bluebell.parser", reason="bluebell-akn is not installed")
    from cobalt import FrbrUri
    from lxml import etree

    uri = FrbrUri.parse(f"/akn/za/{root}/resolution/2020-02-03/12")
    data = etree.tostring(parser.AkomaNtosoParser(uri).parse_to_xml(BLUEBELL.strip(), root))
    declaration, findings = akn.load(data)
    assert declaration.title == "Resolution on the harbour"
    assert declaration.kind is DeclarationKind.RESOLUTION
    assert [finding.excerpt for finding in findings] == ["Adopted in spring."]
    assert outline(declaration.context) == [["Recalling the flood,"], ["Noting with concern the walls,"]]
    assert outline(declaration.resolutions) == BLUEBELL_BODY
    assert [text.text for text in declaration.closing] == ["Done at the harbour."]
    assert outline(declaration.annexes) == [["Map\nof the harbour", [["1.", "North."], ["Legend", "Red."]]]]
    assert [note.paragraphs for note in declaration.notes] == [(Text("The words of the note."),)]
