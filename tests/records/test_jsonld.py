"""JSON-LD is valid, uses the words of schema.org only, and says what search engines ask for."""

import json

import attrs
import pytest
from hypothesis import given, settings

from declarations import Agent, Clause, Dated, Declaration, Identifier, Signatory, Source
from declarations.records.jsonld import dumps
from tests.records.sample import SAMPLE
from tests.strategies import declarations

WORK = (
    "name alternativeHeadline genre identifier url inLanguage audience author dateCreated datePublished dateModified "
    "expires locationCreated recordedAt sponsor contributor keywords isPartOf translationOfWork hasPart additionalType "
    "position text"
)
THING = "name alternateName url identifier"
PROPERTIES = {
    "CreativeWork": WORK,
    "Legislation": f"{WORK} legislationType legislationIdentifier legislationDate legislationPassedBy "
    "legislationDateOfApplicability",
    **dict.fromkeys(("Organization", "NGO", "PoliticalParty", "GovernmentOrganization"), f"{THING} memberOf"),
    "Person": f"{THING} jobTitle affiliation",
    "Event": "name startDate endDate",
    "Place": "name",
    "Audience": "name",
    "WebSite": "name",
    "PropertyValue": "propertyID value",
}
"""For every type the properties that schema.org 30 gives it or its parents, as far as they are used."""


def load(declaration):
    """Write a declaration and read the JSON."""
    return json.loads(dumps(declaration))


def nodes(value):
    """Go through all objects inside a value."""
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, dict):
            yield one
            stack += one.values()
        elif isinstance(one, list):
            stack += one


@given(declarations())
@settings(max_examples=max(500, settings.default.max_examples))
def test_words_of_schema_org(declaration):
    """Every object has a known type and properties of that type, and nothing is empty."""
    for node in nodes(load(declaration)):
        assert set(node) - {"@type", "@context"} <= set(PROPERTIES[node["@type"]].split())
        assert not any(value in (None, "", []) for value in node.values())


def test_a_statement():
    """A statement is a creative work with its kind as genre; its clauses follow each other as parts."""
    work = load(SAMPLE)
    assert (work["@context"], work["@type"], work["genre"]) == ("https://schema.org", "CreativeWork", "statement")
    assert work["author"]["alternateName"] == ["HA", "Harbor Assembly"]
    assert work["datePublished"] == "2025-03-08T09:30:00+00:00"
    assert work["recordedAt"]["startDate"] == "2025-03-06"
    assert [part["position"] for part in work["hasPart"]] == [1, 2, 3]
    walls = work["hasPart"][1]
    assert (walls["name"], walls["identifier"], walls["additionalType"]) == ("1. Walls", "walls", "resolution")
    assert [item["text"] for item in walls["hasPart"]] == ["in the north;", "in the south;"]


@pytest.mark.parametrize("kind", ["resolution", "decision"])
def test_a_resolution(kind):
    """Resolutions and decisions are legislation."""
    act = load(
        Declaration(
            kind=kind,
            identifiers=[Identifier("R/1"), Identifier("10.1/x", scheme="doi")],
            issuers=[Agent(name="Town", kind="government"), Agent(name="Greens", kind="party")],
            dates=[Dated(role="effective", date="2025-06"), Dated(role="adopted", date="2025-05-02")],
        )
    )
    assert (act["@type"], act["legislationType"], act["legislationIdentifier"]) == ("Legislation", kind, "R/1")
    assert (act["legislationDate"], act["legislationDateOfApplicability"]) == ("2025-05-02", "2025-06")
    assert act["dateCreated"] == "2025-05-02"
    assert [agent["@type"] for agent in act["legislationPassedBy"]] == ["GovernmentOrganization", "PoliticalParty"]
    assert "genre" not in act


def test_signatories():
    """Sponsors and contributors are told apart; an office makes a person of somebody who is not described."""
    signed = [
        Signatory(agent=Agent(name="Ada"), capacity="Mayor", on_behalf_of=Agent(name="Town")),
        Signatory(agent=Agent(name="Pier Union", kind="ngo"), role="sponsor"),
    ]
    work = load(Declaration(signatories=signed))
    assert work["contributor"]["@type"] == "Person"
    assert work["contributor"]["affiliation"] == {"@type": "Organization", "name": "Town"}
    assert work["sponsor"] == {"@type": "NGO", "name": "Pier Union"}


def test_only_addresses_of_the_web():
    """Addresses that could run something, and ranges in place of dates, are left out."""
    source = Source(url="javascript:alert(1)", site="News")
    dates = [Dated(role="published", date="2025-01-01/2025-01-03")]
    work = load(attrs.evolve(Declaration(), source=source, dates=dates, translation_of="R/2"))
    assert "url" not in work
    assert "datePublished" not in work
    assert work["translationOfWork"] == {"@type": "CreativeWork", "identifier": "R/2"}


def test_deep_clauses():
    """Clauses far deeper than search engines look keep their words in the text of the deepest part."""
    clause = Clause(paragraphs=["bottom"])
    for _ in range(3_000):
        clause = Clause(items=[clause])
    data = dumps(Declaration(resolutions=[clause]))
    assert data.count(b'"hasPart"') == 16
    assert b'"text":"bottom"' in data
