"""Resolution Collections of edoxen: its own fixtures, and what is written for others."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
import yaml

from declarations import Agent, Clause, Dated, Declaration, Identifier, Source, Vote, examine, parse, render
from declarations.errors import SchemaError
from declarations.inspection import FindingCode
from declarations.model import Action, DateRole, DeclarationKind, Stance, VoteManner
from declarations.records.edoxen import streams as edoxen
from declarations.records.edoxen import vocabulary as words
from tests.corpus_files import corpus, find_corpus
from tests.records.sample import SAMPLE

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FIXTURES = ("ciml-56-44", "cipm-111-2", "isotc154-plenary-38", "simple-action")
PLACELESS = {"agenda_item", "relations"}  # keys of a resolution for which the model has no place


def folder() -> Path:
    """Give the folder of edoxen in the corpus, or skip."""
    return corpus() / "edoxen"


@cache
def validator() -> Any:
    """Give the validator of the schema of edoxen, which asks for real dates too."""
    schema = yaml.safe_load((folder() / "schema" / "edoxen.yaml").read_text("utf-8"))
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker(("date",)))


def dump(declarations: Iterable[Declaration]) -> bytes:
    """Write declarations; every document must be valid if the schema is here."""
    data = b"".join(edoxen.dump_all(declarations))
    if find_corpus():
        for document in yaml.load_all(data, Loader=LOADER):
            validator().validate(document)
    return data


def load(data: bytes, **options: Any) -> list[Declaration]:
    """Read declarations."""
    return [declaration for declaration, _ in edoxen.load_all(io.BytesIO(data), **options)]


def tidy(value: Any) -> Any:
    """Make all leaves strings without the line break that ends a block."""
    if isinstance(value, dict):
        return {key: tidy(one) for key, one in value.items()}
    return [tidy(one) for one in value] if isinstance(value, list) else str(value).rstrip("\n")


def leaves(value: Any) -> Iterator[str]:
    """Go through the strings of a document."""
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from leaves(one)
    else:
        yield value


@pytest.mark.parametrize("name", FIXTURES)
def test_fixtures_survive(name: str) -> None:
    """A fixture is read, written valid, and read again as the same; its resolutions keep every field of the model."""
    data = (folder() / "fixtures" / f"{name}.yaml").read_bytes()
    first = load(data)
    written = dump(first)
    assert load(written) == first
    assert dump(load(written)) == written
    before, after = (tidy(yaml.safe_load(one))["resolutions"] for one in (data, written))
    assert len(first) == sum(len(one["localizations"]) for one in before)
    for old, new in zip(before, after, strict=True):
        assert [date for date in new["dates"] if date in old["dates"]] == old["dates"]
        assert new.get("meeting", {}).get("venue") == old.get("meeting", {}).get("venue")
        other = {"dates", "meeting", "urls", *PLACELESS}
        assert {key: new[key] for key in new if key not in other} == {key: old[key] for key in old if key not in other}


@pytest.mark.parametrize("name", FIXTURES)
def test_nothing_of_a_fixture_is_passed_over(name: str) -> None:
    """Every string of a fixture is in what is written for it, or in a finding."""
    data = (folder() / "fixtures" / f"{name}.yaml").read_bytes()
    entries = list(edoxen.load_all(io.BytesIO(data)))
    kept = set(leaves(tidy(yaml.safe_load(dump(one for one, _ in entries)))))
    reported = {finding.excerpt for _, findings in entries for finding in findings}
    assert set(leaves(tidy(yaml.safe_load(data)))) <= kept | reported
    for _, findings in entries:
        for finding in findings:
            assert finding.code is FindingCode.NOT_UNDERSTOOD
            assert finding.position.path


def test_localizations_are_translations() -> None:
    """Both languages of a resolution are declarations; the second translates the first, and they share the rest."""
    first, second = load((folder() / "fixtures" / "ciml-56-44.yaml").read_bytes())
    assert (first.language, second.language) == ("en", "fr")
    assert first.translation_of is None
    assert second.translation_of == "urn:oiml:doc:ciml:resolution:2025-44"
    assert first.identifiers == second.identifiers
    assert first.identifiers[0] == Identifier("2025-44", scheme="CIML")
    assert first.kind is DeclarationKind.DECISION
    assert [(dated.role, str(dated.date)) for dated in first.dates] == [
        (DateRole.DISCUSSED, "2025-10-13"),
        (DateRole.ADOPTED, "2025-10-13"),
    ]
    assert first.issuer == Agent(name="CIML")
    assert first.resolutions[0].action is Action.DECIDES
    assert (first.source.author, first.source.media_type) == ("BIML Secretariat", "application/pdf")
    assert first.source.url != second.source.url
    assert first.meeting != second.meeting


@pytest.mark.parametrize("name", ["ciml-56-meeting", "isotc154-plenary-42-meeting", "multi-collection"])
def test_meetings_are_refused(name: str) -> None:
    """Other documents of edoxen hold no declarations, and the error says so."""
    data = (folder() / "fixtures" / "meetings" / f"{name}.yaml").read_bytes()
    with pytest.raises(SchemaError, match=r"'resolutions' is missing.*such as meetings"):
        load(data)


COLLECTION = """\
metadata:
  title: 12th Assembly
  city: XXABC
  extra: [1, two]
resolutions:
- identifier: [{prefix: HA, number: 7}]
  type: edict
  agenda_item: "4.2"
  dates:
  - {date: 2025-03-07, type: published}
  - {date: soon, type: adoption}
  - {date: 2025-03-08, type: dreamt}
  relations:
  - {source: {prefix: HA, number: 7}, destination: {prefix: HA, number: 6}, type: replaces}
  urls:
  - {kind: report, ref: https://example.org/report}
  - {kind: access, ref: https://example.org/7, format: html}
  - {kind: access, ref: https://example.org/7.zip, format: zip}
  meeting: {venue: Old Port, date: 2025-03-07}
  localizations:
  - language_code: srp
    script: Cyrl
    considering: In view of the flood.
    considerations:
    - {type: empowers, message: The harbour master may act., date_effective: {date: 2025-03-07, type: adoption}}
    approvals:
    - {type: affirmative, degree: unanimous, date: {date: 2025-03-09, type: adoption}}
    - {type: negative, degree: majority, message: The rider fell., date: {date: 2025-03-09, type: adoption}}
    actions:
    - type: asks
      message: |
        asks for walls;

        and for bread.
      date_effective: {date: 2025-03-11, type: adoption}
    - {type: asks, date_effective: {date: 2025-03-11, type: adoption}}
    message: Done at Old Port.
"""


def test_what_the_model_has_places_for() -> None:
    """Every key of a resolution has its field."""
    (found,) = load(COLLECTION.encode())
    assert found == Declaration(
        identifiers=[Identifier("7", scheme="HA")],
        dates=[
            Dated(role="published", date="2025-03-07"),
            Dated(role="adopted", date="2025-03-07"),
            Dated(role="adopted", date="2025-03-11"),
            Dated(role="adopted", date="2025-03-09"),
        ],
        place="Old Port",
        meeting="12th Assembly",
        language="sr-Cyrl",
        context=[
            Clause(paragraphs=["In view of the flood."], stance=Stance.CONSIDERING),
            Clause(paragraphs=["The harbour master may act."], stance=Stance.OTHER),
        ],
        resolutions=[Clause(paragraphs=["asks for walls;", "and for bread."], action=Action.ASKS)],
        closing=["Done at Old Port."],
        votes=[
            Vote("affirmative, unanimous", manner="unanimous"),
            Vote("The rider fell."),
        ],
        source=Source(url="https://example.org/7", media_type="text/html"),
    )


def test_what_the_model_has_no_place_for() -> None:
    """All else is reported with its words, its path and its line."""
    reading = examine(COLLECTION, format="edoxen")
    told = {finding.position.path: (finding.excerpt, finding.position.line) for finding in reading.findings}
    assert told == {
        "metadata.city": ("XXABC", 3),
        "metadata.extra": ('["1","two"]', 4),
        "resolutions[0].type": ("edict", 7),
        "resolutions[0].agenda_item": ("4.2", 8),
        "resolutions[0].dates[1].date": ("soon", 11),
        "resolutions[0].dates[1].type": ("adoption", 11),
        "resolutions[0].dates[2].type": ("dreamt", 12),
        "resolutions[0].dates[2].date": ("2025-03-08", 12),
        "resolutions[0].relations": (
            '[{"source":{"prefix":"HA","number":"7"},"destination":{"prefix":"HA","number":"6"},"type":"replaces"}]',
            13,
        ),
        "resolutions[0].urls[0]": ('{"kind":"report","ref":"https://example.org/report"}', 16),
        "resolutions[0].urls[2]": ('{"kind":"access","ref":"https://example.org/7.zip","format":"zip"}', 18),
        "resolutions[0].meeting.date": ("2025-03-07", 19),
        "resolutions[0].localizations[0].considerations[0].type": ("empowers", 25),
        "resolutions[0].localizations[0].approvals[1].type": ("negative", 28),
        "resolutions[0].localizations[0].approvals[1].degree": ("majority", 28),
        "resolutions[0].localizations[0].actions[0].date_effective": ('{"date":"2025-03-11","type":"adoption"}', 35),
        "resolutions[0].localizations[0].actions[1].date_effective": ('{"date":"2025-03-11","type":"adoption"}', 36),
        "resolutions[0].localizations[0].actions[1].type": ("asks", 36),
    }
    lenient = examine(COLLECTION, format="edoxen", ignore_unknown=True)
    assert {one.position.path for one in reading.findings} - {one.position.path for one in lenient.findings} == {
        "metadata.extra"
    }


def test_metadata_of_no_use_are_reported() -> None:
    """Titles and addresses in languages that no resolution is in are reported."""
    data = b"""
metadata:
  title: any
  title_localized: [{language_code: deu, title: Tagung}, {language_code: eng, title: Meeting}]
  source_urls:
  - {ref: "https://example.org/de", language_code: deu, format: pdf}
  - {ref: "https://example.org/en", language_code: eng, format: odd, kind: report_pdf}
resolutions:
- localizations: [{language_code: eng, title: A}]
"""
    ((found, findings),) = edoxen.load_all(io.BytesIO(data))
    assert (found.meeting, found.source.url) == ("Meeting", "https://example.org/en")
    assert sorted(one.excerpt for one in findings) == ["Tagung", "any", "https://example.org/de", "odd", "report_pdf"]


TRANSLATED = attrs.evolve(
    SAMPLE, language="tr", title="Liman üzerine", meeting="12. Genel Kurul", translation_of="HA/2025/3"
)


def test_translations_become_one_resolution() -> None:
    """Declarations that translate one another and come one behind the other are localizations of one resolution."""
    original = attrs.evolve(SAMPLE, translation_of=None)
    document = yaml.safe_load(dump([original, TRANSLATED]))
    (resolution,) = document["resolutions"]
    assert [one["language_code"] for one in resolution["localizations"]] == ["eng", "tur"]
    assert [one["title"] for one in document["metadata"]["title_localized"]] == [SAMPLE.meeting, "12. Genel Kurul"]
    first, second = load(dump([original, TRANSLATED]))
    assert second.translation_of == "local HA/2025/3"
    assert (first.meeting, second.meeting) == (SAMPLE.meeting, "12. Genel Kurul")
    same = attrs.evolve(TRANSLATED, translation_of=None)
    assert len(yaml.safe_load(dump([original, same]))["resolutions"]) == 1


@pytest.mark.parametrize(
    "other",
    [
        attrs.evolve(TRANSLATED, translation_of="HA/2025/4"),
        attrs.evolve(TRANSLATED, language="en-GB"),
        attrs.evolve(TRANSLATED, place="Yeni Liman"),
        attrs.evolve(TRANSLATED, source=attrs.evolve(SAMPLE.source, author="somebody")),
    ],
    ids=["of another", "same language", "another place", "another collection"],
)
def test_what_is_no_localization(other: Declaration) -> None:
    """Declarations that differ in what edoxen says once for all languages stay resolutions of their own."""
    data = dump([attrs.evolve(SAMPLE, translation_of=None), other])
    resolutions = [one for document in yaml.safe_load_all(data) for one in document["resolutions"]]
    assert [len(one["localizations"]) for one in resolutions] == [1, 1]
    assert [one.place for one in load(data)] == [SAMPLE.place, other.place]


def test_a_collection_for_each_meeting() -> None:
    """Where the meeting changes, another document begins; the same meeting goes on in one."""
    several = [Declaration(title=str(place), meeting=f"meeting {place // 2}") for place in range(4)]
    documents = list(yaml.safe_load_all(dump(several)))
    assert [len(one["resolutions"]) for one in documents] == [2, 2]
    assert load(dump(several)) == several
    assert load(dump([])) == []


def test_languages_with_addresses_of_their_own() -> None:
    """Addresses that differ by language stand in the metadata; one that is shared stands with the resolution."""
    first = Declaration(
        identifiers=[Identifier("7", scheme="HA")], language="en", source=Source(url="https://example.org/en")
    )
    second = attrs.evolve(
        first, language="fr", source=Source(url="https://example.org/fr"), translation_of="https://example.org/en"
    )
    document = yaml.safe_load(dump([first, second]))
    assert [one["ref"] for one in document["metadata"]["source_urls"]] == [first.source.url, second.source.url]
    assert load(dump([first, second])) == [first, attrs.evolve(second, translation_of="HA 7")]
    shared = attrs.evolve(second, source=first.source)
    (resolution,) = yaml.safe_load(dump([first, shared]))["resolutions"]
    assert [one["ref"] for one in resolution["urls"]] == ["https://example.org/en"]


def test_what_edoxen_must_have() -> None:
    """A declaration without number, language or day gets values that say nothing, and are read as nothing."""
    bare = Declaration(title="A", resolutions=[Clause(paragraphs=["asks for bread"], action="asks")])
    (resolution,) = yaml.safe_load(dump([bare]))["resolutions"]
    assert resolution["identifier"] == [{"prefix": "", "number": ""}]
    assert resolution["localizations"][0]["language_code"] == "und"
    assert resolution["localizations"][0]["actions"][0]["date_effective"]["date"] == "0001-01-01"
    assert load(dump([bare])) == [bare]
    plain = Declaration(title="A", resolutions=[Clause(paragraphs=["There will be bread."])])
    assert load(dump([plain])) == [plain]
    closing = Declaration(title="A", closing=["Done at Old Port."])
    assert load(dump([closing])) == [closing]


def test_every_word_has_a_word() -> None:
    """Every member of our closed lists has a word of the schema, or none on purpose."""
    lists = {
        "ResolutionType": (words.KINDS, DeclarationKind, {DeclarationKind.OTHER}),
        "ResolutionDateType": (words.DATES, DateRole, {DateRole.PUBLISHED, DateRole.EFFECTIVE, DateRole.MODIFIED}),
        "ActionType": (words.ACTIONS, Action, set()),
        "ConsiderationType": (words.CONSIDERATIONS, Stance, set()),
        "ApprovalDegree": (words.DEGREES, VoteManner, {VoteManner.OTHER}),
    }
    schema = yaml.safe_load((folder() / "schema" / "edoxen.yaml").read_text("utf-8"))
    for name, (table, kind, without) in lists.items():
        allowed = set(schema["$defs"][name]["enum"])
        assert {member for member in kind if table.write(member) is None} == without
        assert {table.write(member) for member in kind} - {None} <= allowed
        assert set(table.same.values()) <= allowed
        assert not set(table.same) & set(table.near)
        unread = {word for word in allowed if table.read(word) is None}
        assert unread == {"ConsiderationType": {"empowers"}, "ApprovalDegree": {"minority"}}.get(name, set())
    keys = {key for one in schema["$defs"].values() for key in one.get("properties", {})}
    assert keys | set(schema["properties"]) == words.KEYS


def test_front_door() -> None:
    """The verbs read and write edoxen by name, suffix and first characters."""
    text = render(SAMPLE, "edoxen")
    assert parse(text).title == parse(text, format=".yaml").title == SAMPLE.title
    reading = examine(dump([attrs.evolve(SAMPLE, translation_of=None), TRANSLATED]))
    assert [one.declaration.language for one in (reading, *reading.others)] == ["en", "tr"]


def test_written_as_it_comes() -> None:
    """A resolution is written as soon as the declaration behind it shows that it is complete."""
    taken: list[int] = []

    def watch() -> Iterator[Declaration]:
        for number in range(5):
            taken.append(number)
            yield Declaration(title=str(number))

    pieces = edoxen.dump_all(watch())
    assert next(pieces) == b"---\nresolutions:\n"
    assert [next(pieces) and len(taken) for _ in range(5)] == [2, 3, 4, 5, 5]
