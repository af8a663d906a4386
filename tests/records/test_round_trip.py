"""Records give back exactly what was written, for every declaration that the model allows."""

from __future__ import annotations

import json as plain_json

import pytest
from hypothesis import given, settings

from declarations import Clause, Declaration, Label
from declarations.records import json, xml
from declarations.records.converter import make_converter
from tests.strategies import declarations

MANY = max(2_000, settings.default.max_examples)
CONVERTER = make_converter()


@given(declarations())
@settings(max_examples=MANY)
def test_every_format_gives_back_what_was_written(declaration: Declaration) -> None:
    """JSON and XML, as bytes and as str, read back as an equal declaration."""
    for record in (json, xml):
        data = record.dumps(declaration)
        assert record.loads(data) == declaration
        assert record.dumps(record.loads(data.decode())) == data


@given(declarations())
@settings(max_examples=MANY)
def test_converter_agrees_with_json(declaration: Declaration) -> None:
    """The dicts of cattrs are the JSON, and both read the other's output."""
    data = json.dumps(declaration)
    plain = CONVERTER.unstructure(declaration)
    assert plain == plain_json.loads(data)
    assert CONVERTER.structure(plain, Declaration) == declaration
    assert json.loads(plain_json.dumps(plain)) == declaration


@given(declarations())
def test_indented_json_says_the_same(declaration: Declaration) -> None:
    """JSON for people differs from JSON for machines in white space only."""
    data = json.dumps(declaration, indent=2)
    assert json.loads(data) == declaration
    assert plain_json.loads(data) == plain_json.loads(json.dumps(declaration))


@pytest.mark.parametrize("record", [json, xml])
def test_deepest_clauses_that_are_read(record: object) -> None:
    """Clauses nested as deep as the limit of reading come back."""
    clause = Clause(label=Label("1"))
    for _ in range(199):
        clause = Clause(items=[clause])
    declaration = Declaration(resolutions=[clause])
    assert record.loads(record.dumps(declaration)) == declaration
