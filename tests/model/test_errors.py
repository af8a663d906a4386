"""Errors and findings: one root, what and where and what to do, and whole after a process border."""

from __future__ import annotations

import pickle
import sys

import pytest

from declarations import DeclarationsError, Finding, errors
from declarations.errors import FileError, FormatError, InputError, MissingExtraError, SchemaError, ValidationError
from declarations.inspection import FINDINGS, FindingCode, Position, Severity
from declarations.validation import ILLEGAL_CHARACTERS, quote

KINDS = [
    kind for name in errors.__all__ if isinstance(kind := getattr(errors, name), type) and issubclass(kind, Exception)
]


@pytest.mark.parametrize("kind", KINDS)
def test_errors_survive_pickling(kind: type[DeclarationsError]) -> None:
    """Message, position and hint cross a process border."""
    error = kind("broken", position=Position(line=3, path="a[0]"), hint="mend it")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert (again.message, again.position, again.hint) == (error.message, error.position, error.hint)
    assert str(again) == "broken (line 3, at a[0]); mend it"


@pytest.mark.parametrize("kind", KINDS)
def test_errors_have_one_root(kind: type[DeclarationsError]) -> None:
    """One except clause catches everything."""
    assert issubclass(kind, DeclarationsError)


def test_errors_are_also_what_python_calls_them() -> None:
    """Callers who know only Python's classes are served too."""
    assert issubclass(ValidationError, ValueError)
    assert issubclass(FileError, OSError)
    assert issubclass(MissingExtraError, ImportError)
    assert issubclass(FormatError, LookupError)
    assert issubclass(SchemaError, InputError)


def test_a_position_says_what_it_knows() -> None:
    """Parts that are not known are left out."""
    assert (
        str(Position(line=3, column=7, byte=40, element="li", path="$.a"))
        == "line 3, column 7, byte 40, in <li>, at $.a"
    )
    assert str(Position()) == ""
    assert str(DeclarationsError("broken", position=Position())) == "broken"


def test_every_finding_has_a_meaning() -> None:
    """The closed list and its explanations agree."""
    assert set(FINDINGS) == set(FindingCode)
    finding = Finding(FindingCode.NO_DATE, "Nothing looks like a date.", position=Position(line=2))
    assert finding.severity is Severity.INFO
    assert str(finding) == "info: no-date: Nothing looks like a date. (line 2)"


def test_quoted_values_stay_readable() -> None:
    """A value of megabytes does not fill the message."""
    assert quote("a") == "'a'"
    assert len(quote("a" * 10**6)) == 60


@pytest.mark.parametrize(
    "value", ["it's", b"a", 5, None, (), [], {}, ["a", 1, {"x": [None, ["b"]], 2: {}}], {"a": "b" * 58}]
)
def test_values_are_quoted_as_python_writes_them(value: object) -> None:
    """Lists and mappings stand in a message as their `repr` does, up to the width."""
    shown = repr(value)
    assert quote(value) == (shown if len(shown) <= 60 else f"{shown[:59]}…")


def test_quoting_looks_at_no_more_than_is_shown() -> None:
    """A list that repeats itself, is nested deeply, or holds what must not be looked at is cut at the width."""

    class Unlooked:
        def __repr__(self) -> str:
            raise AssertionError

    nested: list[object] = []
    for _ in range(5_000):
        nested = [nested, nested]
    assert quote(nested) == "[" * 59 + "…"
    assert quote(["a" * 70, Unlooked()]).endswith("…")


def test_printable_characters_are_legal() -> None:
    """The quick way of checking strings passes nothing that the slow way refuses."""
    assert not any(
        chr(code).isprintable() and ILLEGAL_CHARACTERS.match(chr(code)) for code in range(sys.maxunicode + 1)
    )
