"""What JSON that cannot be read says: what is wrong, where, and what to do."""

# ruff: noqa: E501 - tables of cases read best with one case a line

from __future__ import annotations

import pytest

from declarations import Clause, Declaration, DeclarationsError, Label
from declarations.errors import EmptyInputError, LimitError, MalformedInputError, SchemaError, ValidationError
from declarations.records import json

SCHEMA_ERRORS = [
    ("[]", "Expected object, got array", "$"),
    ("null", "Expected object, got null", "$"),
    ('"text"', "Expected object, got str", "$"),
    ('{"titel": "a"}', "the key 'titel' is not known", "$.titel"),
    ('{"resolutions": [{"txt": 1}]}', "the key 'txt' is not known", "$.resolutions[0].txt"),
    ('{"resolutions": [{"label": {"printed": "1"}}, {"items": [{"tail": 1}]}]}', "Expected array", "$.resolutions[1].items[0].tail"),
    ('{"closing": ["a"]}', "Expected object, got str", "$.closing[0]"),
    ('{"dates": [{"date": "2025"}]}', "the key 'role' is missing", "$.dates[0].role"),
    ('{"dates": [{"role": "eaten", "date": "2025"}]}', "Invalid enum value 'eaten'", "$.dates[0].role"),
    ('{"dates": [{"role": "issued", "date": "2025-13"}]}', "month 13 is outside 1 to 12", "$.dates[0].date"),
    ('{"dates": [{"role": "issued", "date": "March"}]}', "'March' is not an EDTF date", "$.dates[0].date"),
    ('{"dates": [{"role": "issued", "date": 2025}]}', "Expected str, got int", "$.dates[0].date"),
    ('{"dates": [{"role": "issued", "date": "2025-03-07", "time": "noon"}]}', "RFC3339", "$.dates[0].time"),
    ('{"issuers": [{"name": " "}]}', "name of an agent is empty", "$.issuers[0]"),
    ('{"language": "english!"}', "is not a BCP 47 language tag", "$"),
    ('{"title": "a\\u0000b"}', "holds the character U+0000", "$"),
    ('{"resolutions": [{}]}', "a clause needs a label", "$.resolutions[0]"),
    ('{"resolutions": [{"label": {"printed": "1", "ordinal": -1}}]}', "outside 0 to", "$.resolutions[0].label"),
    ('{"resolutions": [{"label": {"printed": "1", "ordinal": 1.5}}]}', "got float", "$.resolutions[0].label.ordinal"),
    ('{"resolutions": [{"label": {"printed": "1", "ordinal": 1e999}}]}', "out of range", "$.resolutions[0].label.ordinal"),
    (f'{{"resolutions": [{{"label": {{"printed": "1", "ordinal": {"9" * 5000}}}}}]}}', "out of range", "$.resolutions[0].label.ordinal"),
    ('{"closing": [{"text": "abc", "marks": [{"start": 1, "end": 9, "kind": "strong"}]}]}', "outside its text", "$.closing[0]"),
    ('{"closing": [{"text": "abc", "marks": [{"start": 1, "end": 2, "kind": "link"}]}]}', "needs a target", "$.closing[0].marks[0]"),
    ('{"context": [{"id": "a", "tail": [{"text": ""}]}], "annexes": [{"id": "a", "tail": [{"text": ""}]}]}', "two clauses have the id 'a'", "context[0] and annexes[0]"),
    ('{"format": 2, "new": 1}', "format version 2 is not known; known is: 1", "$.format"),
    ('{"format": 3}', "format version 3 is not known", "$.format"),
    ('{"format": "1"}', "format version '1' is not known", "$.format"),
    ('{"format": true}', "format version True is not known", "$.format"),
]  # fmt: skip

SYNTAX_ERRORS = [
    ('{"title": "a', "ends in the middle", (1, 13, 12)),
    ('{"title":\n "ä", "place": tru}', "invalid character", (2, 20, 30)),
    ('{"title": NaN}', "invalid character", (1, 11, 10)),
    ('{"title": Infinity}', "invalid character", (1, 11, 10)),
    ('{"title": "a"} x', "trailing characters", (1, 17, 16)),
    ('{"title": "a",}', "trailing comma", (1, 15, 14)),
    ("{'title': 'a'}", "keys must be strings", (1, 2, 1)),
    ('{"title": "\\ud800 abc", "place": ""}', "surrogate", (1, 18, 17)),
    (b'{"title":\n"\xff"}', "no UTF-8", (2, 2, 11)),
    ('{"title":\n"\ud800"}', "half of a surrogate pair", (2, 2, 11)),
    ("text", "invalid character", (1, 5, 4)),
]


@pytest.mark.parametrize(("data", "message", "path"), SCHEMA_ERRORS)
def test_json_that_is_no_declaration(data: str, message: str, path: str) -> None:
    """The error names the key or value and its path."""
    with pytest.raises(SchemaError) as caught:
        json.loads(data)
    assert message in caught.value.message
    assert caught.value.position is not None
    assert caught.value.position.path == path


@pytest.mark.parametrize(("data", "message", "place"), SYNTAX_ERRORS)
def test_text_that_is_no_json(data: str | bytes, message: str, place: tuple[int, int, int]) -> None:
    """The error gives line, column and byte."""
    with pytest.raises(MalformedInputError, match=message) as caught:
        json.loads(data)
    position = caught.value.position
    assert position is not None
    assert (position.line, position.column, position.byte) == place


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-32-be"])
def test_other_encodings_are_named(encoding: str) -> None:
    """UTF-16 and UTF-32 are refused with what to do, not read as rubbish."""
    with pytest.raises(MalformedInputError, match="looks like UTF-16 or UTF-32") as caught:
        json.loads('{"title": "a"}'.encode(encoding))
    assert caught.value.hint == "decode it first and pass a str"


@pytest.mark.parametrize("data", ["", b"", " \n\t", b"\r\n"])
def test_nothing_is_empty_input(data: str | bytes) -> None:
    """Blank data is told apart from broken data."""
    with pytest.raises(EmptyInputError):
        json.loads(data)


def test_only_str_and_bytes_are_data() -> None:
    """A fault of the call is a ValidationError."""
    with pytest.raises(ValidationError, match="must be str or bytes, not dict"):
        json.loads({})


def test_byte_order_mark_is_passed_over() -> None:
    """A mark before the text does not disturb, in bytes and in str."""
    assert json.loads(b'\xef\xbb\xbf{"title": "a"}') == json.loads('\ufeff{"title": "a"}') == Declaration(title="a")


def test_unknown_keys_are_ignored_when_asked() -> None:
    """With `ignore_unknown` unknown keys at every level are passed over, known ones are still checked."""
    data = '{"new": [1, {"a": []}], "resolutions": [{"new": 1, "label": {"printed": "1", "new": null}}]}'
    assert json.loads(data, ignore_unknown=True) == Declaration(resolutions=[Clause(label=Label("1"))])
    with pytest.raises(SchemaError, match="Expected array"):
        json.loads('{"new": 1, "resolutions": 1}', ignore_unknown=True)


def test_the_last_of_equal_keys_counts() -> None:
    """Equal keys in one object are no error, as in most JSON readers."""
    assert json.loads('{"title": "a", "title": "b"}').title == "b"


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ('{"closing": ["a"]}', 'write a text as an object: {"text": "…"}'),
        ('{"dates": [{"role": "issued", "date": 1}]}', "EDTF"),
        ('{"dates": [{"role": "issued", "date": "2025-01-01", "time": "x"}]}', "14:30:00"),
        ('{"issuers": [{"name": "A", "kind": "x"}]}', "choose one of: organization, ngo, party"),
        ('{"kind": 5}', "choose one of: statement, declaration"),
        ('{"titel": ""}', "ignore_unknown"),
        ("[]", "a declaration is one JSON object"),
    ],
)
def test_errors_say_what_to_do(data: str, hint: str) -> None:
    """The hint shows what belongs there."""
    with pytest.raises(SchemaError) as caught:
        json.loads(data)
    assert hint in str(caught.value.hint)


def nested(levels: int) -> str:
    """Give JSON with clauses in clauses."""
    return (
        '{"resolutions": [' + '{"items": [' * (levels - 1) + '{"label": {"printed": "1"}}' + "]}" * (levels - 1) + "]}"
    )


@pytest.mark.parametrize(("levels", "limit"), [(3, 2), (201, 200), (100_000, 200), (100_000, 10**9)])
def test_deep_nesting_meets_the_limit(levels: int, limit: int) -> None:
    """Clauses below the limit are refused, however deep they go."""
    with pytest.raises(LimitError, match="nested deeper than"):
        json.loads(nested(levels), max_depth=limit)


def test_nesting_up_to_the_limit_is_read() -> None:
    """The limit itself is allowed."""
    assert json.loads(nested(2), max_depth=2).resolutions[0].items[0].label == Label("1")


def test_deep_unknown_data_meets_the_limit() -> None:
    """Data that is passed over cannot exhaust the stack either."""
    with pytest.raises(LimitError):
        json.loads('{"new": ' + "[" * 100_000 + "]" * 100_000 + "}", ignore_unknown=True)


def test_clauses_too_deep_to_write_meet_the_limit() -> None:
    """Writing fails with our error too."""
    clause = Clause(label=Label("1"))
    for _ in range(3_000):
        clause = Clause(items=[clause])
    with pytest.raises(LimitError):
        json.dumps(Declaration(annexes=[clause]))


def test_every_prefix_of_a_record_fails_cleanly() -> None:
    """A file cut anywhere raises our error, never another library's."""
    data = b'\xef\xbb\xbf{"title":"\xc3\xa4\\n","dates":[{"role":"issued","date":"2025-03"}],"format":1}'
    for end in range(len(data)):
        with pytest.raises(DeclarationsError):
            json.loads(data[:end])


def test_null_stands_for_absent() -> None:
    """Tables write every key; what is null is not there, and an unknown key is unknown all the same."""
    data = '{"title": "On Salt", "subtitle": null, "enacting": {"text": "We", "marks": null}, "context": null}'
    assert json.loads(data) == Declaration(title="On Salt", enacting="We")
    with pytest.raises(SchemaError, match="colour"):
        json.loads('{"context": null, "colour": null}')
    with pytest.raises(SchemaError):
        json.loads('{"resolutions": [null]}')
