"""Habits of those who write Akoma Ntoso: covers, roles, placeholders, clauses as word processors leave them."""

from __future__ import annotations

import pytest

import declarations
from declarations import Declaration
from declarations.inspection import FindingCode
from declarations.records import akn

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
COVER = """<coverPage>
  <p><docAuthority refersTo="#publisher">League of Harbours</docAuthority> <docNumber>LH/12/7.</docNumber></p>
  <p><docAuthority refersTo="#body">Assembly of Pilots</docAuthority></p>
  <p><docDate date="2025-03-27" refersTo="#dateOfIssuance">27 March 2025</docDate></p>
  <p><docTitle>Resolution adopted by the Assembly on 25 March 2025</docTitle></p>
  <p><docProponent>[on the report of the Lights Committee]</docProponent></p>
</coverPage>"""
PREFACE = "<preface><p><docTitle>Lights on every pier</docTitle></p></preface>"
META = """<meta><identification source="#x">
  <FRBRWork><FRBRdate date="2025-03-25" name="adoption"/></FRBRWork>
  <FRBRExpression><FRBRdate date="2999-01-01" name="publication"/></FRBRExpression></identification>
<classification source="#x"><keyword value="pier" showAs="Piers" dictionary=""/></classification>
<references source="#x"><TLCRole eId="body" href="/akn/ontology/role/issuingBody" showAs="Who issues"/></references>
</meta>"""


def read(inner: str, *, excerpts: tuple[str, ...] = ()) -> Declaration:
    """Read a resolution of others, whose findings have these excerpts."""
    data = f'<akomaNtoso xmlns="{NAMESPACE}"><statement name="resolution">{inner}</statement></akomaNtoso>'
    declaration, findings = akn.load(data)
    assert [finding.excerpt for finding in findings] == list(excerpts)
    return declaration


def clause(words: str, number: str = "") -> str:
    """Write a numbered paragraph."""
    return f"<paragraph>{number and f'<num>{number}</num>'}<content><p>{words}</p></content></paragraph>"


def test_a_cover_gives_way_to_the_preface_and_roles_tell_who_issued() -> None:
    """The title is that of the preface, the issuer the body that issues, the adoption what the metadata call so."""
    others = ("League of Harbours", "[on the report of the Lights Committee]")
    declaration = read(META + COVER + PREFACE + f"<mainBody>{clause('Asks.', '1.')}</mainBody>", excerpts=others)
    assert declaration.title == "Lights on every pier"
    assert declaration.subtitle == "Resolution adopted by the Assembly on 25 March 2025"
    assert [agent.name for agent in declaration.issuers] == ["Assembly of Pilots"]
    assert [identifier.value for identifier in declaration.identifiers] == ["LH/12/7"]
    assert [(one.role, str(one.date)) for one in declaration.dates] == [
        ("issued", "2025-03-27"),
        ("adopted", "2025-03-25"),
    ]
    assert str(declaration.date) == "2025-03-25"
    assert declaration.source is not None
    assert declaration.source.categories == ("Piers",)


def test_a_publisher_is_the_issuer_of_what_names_nobody_else() -> None:
    """Who publishes stands in only where nobody nearer is named."""
    cover = '<coverPage><p><docAuthority refersTo="#publisher">League of Harbours</docAuthority></p></coverPage>'
    assert [agent.name for agent in read(f"{cover}<mainBody>{clause('Asks.')}</mainBody>").issuers] == [
        "League of Harbours"
    ]


@pytest.mark.parametrize("day", ["0001-01-01", "2999-01-01", "9999-01-01"])
def test_placeholders_are_no_dates(day: str) -> None:
    """Days that tools write where they know none say nothing."""
    work = f'<FRBRWork><FRBRdate date="{day}" name="x"/></FRBRWork>'
    meta = f'<meta><identification source="#x">{work}</identification></meta>'
    assert read(f"{meta}<mainBody>{clause('Asks.')}</mainBody>").dates == ()


def test_layout_of_a_word_processor_is_no_text() -> None:
    """Tabs and lines that others preserve stand for indents."""
    body = clause("\n\t<i>Asks</i> all\tto row. ", "1.").replace("<p>", '<p xml:space="preserve">')
    assert read(f"<mainBody>{body}</mainBody>").resolutions[0].text == "Asks all to row."


def test_numbers_among_the_words_are_labels_if_they_count() -> None:
    """Where no clause has a number of its own, those that the words begin with are it: all of them, from one on."""
    numbered = read(f"<mainBody>{clause('1 - تحث الجميع')}{clause('2 - تطلب')}</mainBody>")
    assert [(str(one.label), one.text) for one in numbered.resolutions] == [("1 -", "تحث الجميع"), ("2 -", "تطلب")]
    assert [one.label.ordinal for one in numbered.resolutions if one.label] == [1, 2]
    plain = read(f"<mainBody>{clause('2. Lichter')}{clause('7. Boote')}</mainBody>")
    assert [one.label for one in plain.resolutions] == [None, None]


def test_a_list_after_a_point_belongs_to_it() -> None:
    """A `sublist` beside the point that leads it holds the items of that point."""
    points = "<point><num>(i)</num><content><p>oars;</p></content></point>"
    body = (
        "<paragraph><num>1.</num><list><intro><p>Asks for:</p></intro><point><num>(a)</num><content><p>boats with</p>"
        f"</content></point><sublist>{points}</sublist><point><num>(b)</num><content><p>nets.</p></content></point>"
        "</list></paragraph>"
    )
    first = read(f"<mainBody>{body}</mainBody>").resolutions[0]
    assert [str(item.label) for item in first.items] == ["(a)", "(b)"]
    assert [item.text for item in first.items[0].items] == ["oars;"]


def test_a_heading_by_itself_holds_the_numbered_clauses_after_it() -> None:
    """A paragraph that is but a heading is the group of what follows, up to the next heading."""
    heads = [f"<paragraph><subheading>{words}</subheading></paragraph>" for words in ("Boats", "Nets")]
    body = clause("Asks.", "1.") + heads[0] + clause("Demands.", "2.") + heads[1] + clause("Thanks.", "3.")
    resolutions = read(f"<mainBody>{body}</mainBody>").resolutions
    assert [str(one.heading or one.label) for one in resolutions] == ["1.", "Boats", "Nets"]
    assert [[str(item.label) for item in one.items] for one in resolutions] == [[], ["2."], ["3."]]


def test_a_body_that_is_a_list_is_its_items() -> None:
    """A list that nothing introduces is no clause."""
    points = "".join(f"<point><num>{n}.</num><content><p>Asks.</p></content></point>" for n in (1, 2))
    assert [str(one.label) for one in read(f"<mainBody><list>{points}</list></mainBody>").resolutions] == ["1.", "2."]


def test_a_plain_paragraph_before_recitals_enacts() -> None:
    """Who acts is named before the first recital, with a formula around it or without."""
    recital = "<recitals><recital><p>Recalling the storm,</p></recital></recitals>"
    declaration = read(f"<preamble><p>The Assembly,</p>{recital}</preamble><mainBody>{clause('Asks.')}</mainBody>")
    assert str(declaration.enacting) == "The Assembly,"
    assert [one.text for one in declaration.context] == ["Recalling the storm,"]


def test_ids_that_are_repeated_are_reported() -> None:
    """Editors copy paragraphs with their ids; the words are read all the same."""
    body = f"<mainBody>{clause('Asks.', '1.')}{clause('Thanks.', '2.')}</mainBody>".replace("<p>", '<p xml:id="a">')
    declaration, findings = akn.load(f'<akomaNtoso xmlns="{NAMESPACE}"><doc name="x">{body}</doc></akomaNtoso>')
    assert len(declaration.resolutions) == 2
    assert [(finding.code, "'a'" in finding.message) for finding in findings] == [(FindingCode.BROKEN_METADATA, True)]


def test_a_document_without_namespace_is_read() -> None:
    """Files that lost their namespace still say what they are."""
    assert akn.loads(f"<akomaNtoso><doc name='x'><mainBody>{clause('Asks.')}</mainBody></doc></akomaNtoso>").resolutions


def test_a_list_beside_a_point_takes_no_words_away() -> None:
    """A point that has words after its own text keeps them, whatever stands beside it."""
    point = "<point><num>1.</num><content><p>oars;</p></content><wrapUp><p>before May.</p></wrapUp></point>"
    beside = (
        "<list><point><num>(a)</num><content><p>nets;</p></content></point><wrapUp><p>before June.</p></wrapUp></list>"
    )
    declaration = read(f"<mainBody><paragraph><num>7.</num><list>{point}{beside}</list></paragraph></mainBody>")
    words = declarations.render(declaration, "text")
    assert "before May." in words
    assert "before June." in words
