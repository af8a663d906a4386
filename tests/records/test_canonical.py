"""The bytes of records: readable, canonical, and as the reference shows them."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from declarations import Declaration, Text
from declarations.records import json, xml
from declarations.records.xml_vocabulary import MARKS, VOCABULARY
from declarations.text import Mark, MarkKind
from tests.records.sample import SAMPLE

HERE = Path(__file__).parent


def test_sample_has_every_field() -> None:
    """The declaration written by hand leaves no field at its default."""
    assert [field.name for field in attrs.fields(Declaration) if getattr(SAMPLE, field.name) == field.default] == []


@pytest.mark.parametrize(
    ("data", "path"), [(json.dumps(SAMPLE, indent=2) + b"\n", "sample.json"), (xml.dumps(SAMPLE), "sample.xml")]
)
def test_written_form_is_the_agreed_one(data: bytes, path: str) -> None:
    """JSON and XML of the sample are what a person reviewed."""
    assert data.decode() == (HERE / path).read_text(encoding="utf-8")


def test_reviewed_files_are_read_as_the_sample() -> None:
    """The files give the declaration back, from bytes and from str."""
    for record, path in ((json, "sample.json"), (xml, "sample.xml")):
        data = (HERE / path).read_bytes()
        assert record.loads(data) == record.loads(data.decode()) == SAMPLE


def test_json_has_no_white_space_and_no_defaults() -> None:
    """An empty declaration is its head alone, on one line."""
    schema = "https://declarations.readthedocs.io/schema/declaration-1.json"
    assert json.dumps(Declaration()) == f'{{"$schema":"{schema}","format":1}}'.encode()


def test_xml_of_an_empty_declaration_is_one_element() -> None:
    """Nothing but the root is written for nothing."""
    namespace = "https://declarations.readthedocs.io/ns/1"
    assert (
        xml.dumps(Declaration()) == f'<?xml version="1.0"?>\n<declaration xmlns="{namespace}" version="1"/>\n'.encode()
    )


def test_equal_declarations_give_equal_bytes() -> None:
    """The order and the pieces in which marks were given leave no trace."""
    one = Declaration(formula=Text("abcdef", [Mark(3, 5, "strong"), Mark(0, 2, "emphasis"), Mark(2, 4, "emphasis")]))
    two = Declaration(formula=Text("abcdef", [Mark(0, 4, "emphasis"), Mark(3, 5, "strong")]))
    assert one == two
    assert json.dumps(one) == json.dumps(two)
    assert xml.dumps(one) == xml.dumps(two)


def test_subclasses_of_str_are_written_as_strings() -> None:
    """Strings of other libraries that are more than str are written as their characters."""

    class Marked(str):
        __slots__ = ()

        def __str__(self) -> str:
            return "wrong"

    declaration = Declaration(title=Marked("right"))
    assert json.loads(json.dumps(declaration)).title == "right"
    assert xml.loads(xml.dumps(declaration)).title == "right"


def test_head_may_be_absent() -> None:
    """`$schema`, `format` and `version` are optional on the way in."""
    assert json.loads('{"title": "a"}').title == "a"
    assert xml.loads(
        '<declaration xmlns="https://declarations.readthedocs.io/ns/1"><title>a</title></declaration>'
    ) == (Declaration(title="a"))


def test_vocabulary_names_every_field_and_mark() -> None:
    """A new field or mark cannot be forgotten in XML."""
    for kind, places in VOCABULARY.items():
        assert set(places) == {field.name for field in attrs.fields(kind)}
    assert set(MARKS) == set(MarkKind)


def test_json_module_offers_the_converter_and_nothing_else() -> None:
    """The cattrs door is reached from the module; unknown names fail as usual."""
    assert json.make_converter().structure({"title": "a"}, Declaration).title == "a"
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = json.nothing
