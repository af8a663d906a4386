"""The JSON Schema and the loader say the same about every record; the shipped files are what the model gives."""

from __future__ import annotations

import json as plain_json
import re
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from declarations import Declaration, DeclarationsError, PartialDate
from declarations.errors import FormatError, ValidationError
from declarations.records import json
from declarations.records.fields import SCHEMA_URL
from declarations.records.schema import SCHEMAS, find_schema, find_schemas
from declarations.validation import check_id, check_language, check_string
from tests.records.agreement import JSON_SCHEMA, UNSAID, find_error, is_valid_json, judge_json
from tests.records.json_mutations import mutate_json, mutate_json_everywhere
from tests.records.sample import SAMPLE
from tests.records.spoilt_values import STRINGS
from tests.running import REWRITE, ROOT, settle
from tests.strategies import declarations
from tools.schemas.files import FOLDER, make_files
from tools.schemas.patterns import SIMPLE_TYPES

MANY = max(2_000, settings.default.max_examples)
PLAIN: dict[str, Any] = plain_json.loads(json.dumps(SAMPLE))
COMMON_SYNTAX = re.compile(r"(\[(?:[^\\\[\]]|\\[tnr-])+\]|\\\.|[A-Za-z0-9:/(|)?*+-]|\{[0-9]+(,[0-9]+)?\})*")
"""What Python, ECMA 262 with the flag u, RE2 and XML Schema read the same way."""


@pytest.mark.parametrize("name", make_files())
def test_files_are_made_from_the_model(name: str) -> None:
    """Every shipped file is what the generator writes; `REWRITE=1` writes it."""
    path = FOLDER / name
    settle(path, path.read_text("utf-8") if path.exists() or not REWRITE else "", make_files()[name])


def test_every_file_can_be_found() -> None:
    """The table names the files of the package, all of them, and finds each."""
    found = [file for format, syntaxes in SCHEMAS.items() for one in syntaxes for file in find_schemas(format, one)]
    assert [file.name for file in found] == [*make_files()]
    assert all(file.read_bytes() for file in found)
    assert find_schema("xml").name == find_schema("xml", "rng").name == "declaration-1.rng"


@pytest.mark.parametrize(
    ("format", "syntax", "message"),
    [
        ("csv", None, "there is no schema of 'csv'; choose one of: json, xml"),
        ("xml", "dtd", "there is no schema of xml in the syntax 'dtd'; choose one of: rng, xsd"),
        ("json", "xsd", "there is no schema of json in the syntax 'xsd'; choose one of: json-schema"),
    ],
)
def test_schemas_that_are_not_there(format: str, syntax: str | None, message: str) -> None:
    """Another format or syntax is an error that names those there are."""
    with pytest.raises(FormatError) as caught:
        find_schema(format, syntax)
    assert str(caught.value) == message


def test_schema_is_a_schema() -> None:
    """The JSON Schema is valid itself, and has the address that every record names."""
    Draft202012Validator.check_schema(JSON_SCHEMA)
    assert JSON_SCHEMA["$id"] == PLAIN["$schema"] == SCHEMA_URL
    assert JSON_SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_schema_knows_every_key() -> None:
    """Every field of the model is a key with its description, and nothing else is."""
    classes = {"Declaration": JSON_SCHEMA, **JSON_SCHEMA["$defs"]}
    properties = dict(classes["Declaration"]["properties"])
    assert {properties.pop(name)["default"] for name in ("$schema", "format")} == {SCHEMA_URL, 1}
    assert list(properties) == [field.name for field in attrs.fields(Declaration)]
    for schema in classes.values():
        assert schema["description"]
        if schema["type"] == "object":
            assert schema["additionalProperties"] is False
            assert all(held["description"] for held in schema["properties"].values())


def test_examples_are_declarations() -> None:
    """What the schema shows as examples is valid, and each has the pattern it stands beside."""
    assert [judge_json(example) for example in JSON_SCHEMA["examples"]] == [None]
    assert all(map(is_valid_json, JSON_SCHEMA["examples"]))
    for name, simple in SIMPLE_TYPES.items():
        assert all(re.fullmatch(simple.pattern, example) for example in simple.examples), name


def test_defaults_change_nothing() -> None:
    """A record with every default of the schema written out is the one without."""
    defaults = {name: held["default"] for name, held in JSON_SCHEMA["properties"].items()}
    assert json.loads(plain_json.dumps(defaults)) == Declaration()
    assert is_valid_json(defaults)


@pytest.mark.parametrize("name", SIMPLE_TYPES)
def test_patterns_mean_the_same_everywhere(name: str) -> None:
    """Patterns keep to what all engines of regular expressions share."""
    assert COMMON_SYNTAX.fullmatch(SIMPLE_TYPES[name].pattern)


def is_refused(check: Any, value: str) -> bool:
    """Tell whether a check of the model refuses a string."""
    try:
        check(value)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize(
    ("name", "check"),
    [
        ("Id", check_id),
        ("LanguageTag", check_language),
        ("FilledString", lambda value: check_string(value, "field")),
        ("Characters", lambda value: check_string(value, "field", empty=True)),
    ],
)
@given(
    st.one_of(st.text(st.characters(), max_size=8), st.sampled_from(STRINGS), st.text("aeiouxyz-019K\n ", max_size=12))
)
@settings(max_examples=MANY)
def test_patterns_say_what_the_model_checks(name: str, check: Any, value: str) -> None:
    """A string that the model takes matches its pattern, one that it refuses does not."""
    assert bool(re.fullmatch(SIMPLE_TYPES[name].pattern, value)) is not is_refused(check, value)


def test_dates_are_days_of_the_calendar() -> None:
    """The pattern of days knows the length of every month in every year; no year is 0."""
    pattern = re.compile(SIMPLE_TYPES["Day"].pattern)
    days = [(2, 28), (2, 29), (2, 30), (12, 31)]
    every = [(month, day) for month in range(14) for day in range(33)]
    for year in range(10_000):
        for month, day in every if year in {0, 1900, 2000, 2023, 2024} else days:
            is_day = not is_refused(lambda parts: PartialDate(*parts), (year, month, day))
            assert bool(pattern.fullmatch(f"{year:04}-{month:02}-{day:02}")) is is_day, (year, month, day)


@given(declarations())
@settings(max_examples=MANY)
def test_every_output_is_valid(declaration: Declaration) -> None:
    """What is written has the schema."""
    assert is_valid_json(plain_json.loads(json.dumps(declaration)))


@pytest.mark.parametrize("key", PLAIN)
def test_schema_and_loader_agree_everywhere(key: str) -> None:
    """Any other value at any place of the sample is refused by both or by none, but for the rules that are unsaid."""
    assert [verdict for spoilt in mutate_json_everywhere({key: PLAIN[key]}) if (verdict := judge_json(spoilt))] == []


@given(declarations(), st.integers(0, 2**32))
@settings(max_examples=MANY)
def test_schema_and_loader_agree(declaration: Declaration, seed: int) -> None:
    """Whatever one change makes of a record, schema and loader agree about it."""
    random, plain = Random(seed), plain_json.loads(json.dumps(declaration))
    for _ in range(3):
        spoilt = mutate_json(plain, random)
        assert judge_json(spoilt) is None, spoilt


def broken(text: Any) -> dict[str, Any]:
    """Give a record with one text."""
    return {"closing": [text]}


def nested(levels: int) -> dict[str, Any]:
    """Give a record with clauses in clauses."""
    clause: dict[str, Any] = {"label": {"printed": "1"}}
    for _ in range(levels - 1):
        clause = {"items": [clause]}
    return {"context": [clause]}


BROKEN = {
    "No two clauses have one `id`, nor two notes": {"notes": [{"id": "a"}, {"id": "a"}]},
    "A range does not end before it begins": {"dates": [{"role": "issued", "date": "2024-02-29/2024-02-28"}]},
    "A mark does not end before it starts": broken({"text": "ab", "marks": [{"start": 2, "end": 1, "kind": "code"}]}),
    "A note marks a point, every other mark a stretch": broken(
        {"text": "ab", "marks": [{"start": 0, "end": 1, "kind": "note", "target": "a"}]}
    ),
    "A mark lies inside its text": broken({"text": "ab", "marks": [{"start": 1, "end": 3, "kind": "code"}]}),
    "Whole numbers are written without a point and without an exponent": {"format": 1.0},
    "Strings hold whole characters, no half of a surrogate pair": {"$schema": "\ud800 a"},
}


def test_what_the_schema_cannot_say() -> None:
    """Each rule that is named as unsaid is: the schema lets pass what the loader refuses."""
    deepest = "Clauses are nested no deeper than `max_depth`"
    assert {*BROKEN, deepest} == {rule for rule, (syntaxes, _) in UNSAID.items() if "json-schema" in syntaxes}
    for rule, record in BROKEN.items():
        assert is_valid_json(record), rule
        assert re.search(UNSAID[rule][1], find_error(json.loads, plain_json.dumps(record)) or ""), rule
    assert is_valid_json(nested(4))
    with pytest.raises(DeclarationsError, match=UNSAID[deepest][1]):
        json.loads(plain_json.dumps(nested(4)), max_depth=3)


def test_reference_names_what_is_unsaid() -> None:
    """The reference has a row for every rule, with the schemas that cannot say it."""
    path = ROOT / "docs" / "reference" / "schemas.md"
    text = path.read_text("utf-8")
    names = {"json-schema": "JSON Schema", "rng": "RELAX NG", "xsd": "XML Schema"}
    rows = "".join(
        f"| {rule} | {', '.join(name for syntax, name in names.items() if syntax in syntaxes)} |\n"
        for rule, (syntaxes, _) in UNSAID.items()
    )
    head, mark, rest = text.partition("<!-- unsaid -->\n\n| Rule | Not said by |\n| --- | --- |\n")
    _, end, tail = rest.partition("\n<!-- end -->")
    assert mark
    assert end
    settle(path, text, head + mark + rows + end + tail)
