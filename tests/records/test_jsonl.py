"""JSON Lines: one record a line, read and written one at a time."""

from __future__ import annotations

import contextlib
import io
import json as plain_json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from declarations import Declaration, DeclarationsError
from declarations.errors import InputError, LimitError, MalformedInputError, SchemaError
from declarations.inspection import Position
from declarations.records import json, jsonl
from tests.records.sample import SAMPLE
from tests.strategies import declarations

MANY = max(2_000, settings.default.max_examples)
A, B = Declaration(title="A"), Declaration(title="B")
LINES = [json.dumps(A), json.dumps(B)]


def load(data: bytes, **options: object) -> list[Declaration]:
    """Read all lines; there are never findings."""
    loaded = list(jsonl.load_all(io.BytesIO(data), **options))
    assert all(findings == () for _, findings in loaded)
    return [declaration for declaration, _ in loaded]


@given(declarations())
@settings(max_examples=MANY)
def test_lines_give_back_what_was_written(declaration: Declaration) -> None:
    """Every declaration is one line of canonical JSON, and comes back equal and in order."""
    several = [A, declaration, declaration, B]
    pieces = list(jsonl.dump_all(several))
    assert [piece.count(b"\n") for piece in pieces] == [1, 1, 1, 1]
    assert [piece[:-1] for piece in pieces] == [json.dumps(one) for one in several]
    data = b"".join(pieces)
    assert load(data) == several
    assert [plain_json.loads(line) for line in data.decode().split("\n") if line] == [
        plain_json.loads(json.dumps(one)) for one in several
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"\n".join(LINES),
        b"\r\n".join([*LINES, b""]),
        b"\xef\xbb\xbf" + b"\n".join(LINES) + b"\n",
        b"\n \t\r\n" + b"\n\n".join(LINES) + b"\n\n  ",
    ],
    ids=["no last end", "crlf", "byte order mark", "blank lines"],
)
def test_lines_of_others(data: bytes) -> None:
    """Ends of lines, blank lines and a byte order mark do not matter."""
    assert load(data) == [A, B]


def test_nothing_is_no_declaration() -> None:
    """An empty file holds no declarations, and none are written as an empty file."""
    assert load(b"") == load(b"\n\n") == []
    assert list(jsonl.dump_all([])) == []


@pytest.mark.parametrize(
    ("line", "error", "place", "column", "path"),
    [
        (b'{"title": "A"', MalformedInputError, 13, 14, None),
        (b'{"title": \xff}', MalformedInputError, 10, 11, None),
        (b'{"colour": 1}', SchemaError, 0, None, "$.colour"),
        (b'{"resolutions": [{}]}', SchemaError, 0, None, "$.resolutions[0]"),
        (b"[1]", SchemaError, 0, None, "$"),
        ('{"title": "A"}'.encode("utf-16"), MalformedInputError, 0, None, None),
    ],
)
def test_bad_lines(line: bytes, error: type[InputError], place: int, column: int | None, path: str | None) -> None:
    """An error says the line and the byte of the file; the lines before it have come."""
    data = b"\n".join([LINES[0], b"", LINES[1], line, LINES[0]])
    loaded = jsonl.load_all(io.BytesIO(data))
    assert [next(loaded)[0], next(loaded)[0]] == [A, B]
    with pytest.raises(error) as failure:
        next(loaded)
    assert failure.value.position == Position(line=4, column=column, byte=data.index(line) + place, path=path)
    assert list(loaded) == []


def test_limits() -> None:
    """A line may be as long as the limit, not longer; clauses may not be nested deeper than theirs."""
    data = b"\r\n".join(LINES)
    assert load(data, max_bytes=len(LINES[0])) == [A, B]
    with pytest.raises(LimitError, match=r"longer than the limit of \d+ bytes \(line 1, byte 0\); raise max_bytes"):
        load(data, max_bytes=len(LINES[0]) - 1)
    with pytest.raises(LimitError, match=r"deeper than the limit of 1 \(line 1, byte 0\)"):
        load(json.dumps(SAMPLE), max_depth=1)


def test_unknown_keys() -> None:
    """Unknown keys are refused, or passed over."""
    assert load(b'{"title": "A", "colour": "red"}\n', ignore_unknown=True) == [A]


def test_one_line_at_a_time() -> None:
    """No more is read than the line that is asked for, and no more is written than was given."""

    class Lines(io.RawIOBase):
        asked = 0

        def readline(self, size: int | None = -1) -> bytes:
            assert size > 0
            self.asked += 1
            return LINES[0] + b"\n"

    file = Lines()
    loaded = jsonl.load_all(file)
    for count in (1, 2, 3):
        assert next(loaded) == (A, ())
        assert file.asked == count

    def endless() -> Iterator[Declaration]:
        while True:
            yield A

    assert next(jsonl.dump_all(endless())) == LINES[0] + b"\n"


@given(st.binary(max_size=60))
@settings(max_examples=MANY)
def test_only_our_errors(data: bytes) -> None:
    """Whatever the bytes, declarations or our errors come out."""
    loaded: list[Declaration] = []
    with contextlib.suppress(DeclarationsError):
        loaded = load(data)
    assert all(isinstance(one, Declaration) for one in loaded)
