"""Wrong calls: whatever stands in the place of an argument, only errors of the library come out."""

from __future__ import annotations

import datetime as dt
import inspect
import io
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import declarations
from declarations import Clause, Declaration, DeclarationsError, Limits, PartialDate, Text
from declarations.errors import FormatError, ValidationError
from tests.public import PUBLIC
from tests.records.sample import SAMPLE

WRONG = [
    *(
        None,
        True,
        0,
        5,
        -1,
        10**30,
        2.5,
        float("nan"),
        1j,
        "",
        "x",
        "\0",
        "\ud800",
        "x" * 5_000,
        b"",
        b"x",
        bytearray(b"x"),
    ),
    *([], [None], [5], ["x"], (), {}, {"x": 5}, {5}, object(), object, len, Exception("x"), ..., iter([5])),
    *(dt.date(2025, 3, 7), dt.time(1), Path("x"), io.BytesIO(b"x"), io.StringIO("x"), Limits(), Text("x"), SAMPLE),
]
"""Values of every kind, for the place of every argument; for most places nearly all of them are wrong."""

GOOD: dict[str, Any] = {
    "address": "resolutions[0]",
    "data": "<p>The council decides.</p>",
    "declaration": SAMPLE,
    "declarations": [SAMPLE],
    "format": "html",
    "label": declarations.Label("1.", ordinal=1, style="decimal"),
    "locale": "en",
    "metadata": declarations.localize(SAMPLE, "en"),
    "new": SAMPLE,
    "old": Declaration(title="Old"),
    "ordinal": 3,
    "reading": declarations.examine("<p>The council decides.</p>", format="html"),
    "role": "adopted",
    "size": 5,
    "count": 5,
    "text": "7 March 2025",
    "texts": ["a"],
    "to": "json",
    "value": PartialDate(2025, 3, 7),
    "date": dt.date(2025, 3, 7),
    "what": "lines",
}
"""A right value for every parameter that has no default."""
GOOD_FOR: dict[tuple[str, str], Any] = {
    ("parse_edtf", "text"): "2025-03-07",
    ("write_all", "format"): "jsonl",
}

Call = Callable[..., object]


def list_functions() -> Iterator[tuple[str, Call]]:
    """Give every public function, and every public method bound to a value."""
    yield from ((name, one) for name, one in PUBLIC.items() if inspect.isfunction(one))
    owners = (
        SAMPLE,
        Limits(),
        Text("words"),
        PartialDate(2025),
        declarations.formats.FORMATS[0],
        Clause(paragraphs=["x"]),
    )
    for owner in owners:
        for name, member in vars(type(owner)).items():
            if not name.startswith("_") and callable(getattr(owner, name)) and not isinstance(member, property):
                yield f"{type(owner).__name__}.{name}", getattr(owner, name)


FUNCTIONS = dict(list_functions())
PLACES = [(name, place) for name, one in FUNCTIONS.items() for place in inspect.signature(one).parameters]
CLASSES = {
    name: one
    for name, one in PUBLIC.items()
    if inspect.isclass(one) and attrs.has(one) and not issubclass(one, Exception)
}
CHECKED = {
    name: CLASSES[name]
    for name in CLASSES
    if CLASSES[name].__module__.startswith(("declarations.model.", "declarations.text")) or name == "Limits"
}
"""Classes that callers make values of; those that only the library makes take what comes."""
MINIMAL: dict[str, dict[str, Any]] = {
    "Agent": {"name": "A"},
    "Clause": {"paragraphs": ["x"]},
    "DateRange": {"start": PartialDate(2024), "end": PartialDate(2025)},
    "Dated": {"role": "adopted", "date": "2025-03-07"},
    "Identifier": {"value": "1"},
    "Label": {"printed": "1."},
    "Mark": {"start": 0, "end": 1, "kind": "strong"},
    "Note": {"id": "n"},
    "PartialDate": {"year": 2025},
    "Signatory": {"agent": declarations.Agent(name="A")},
    "Vote": {"printed": "Adopted."},
}


def consume(result: object) -> None:
    """Take all out of an iterator, which may fail only then."""
    if isinstance(result, Iterator):
        for _ in result:
            pass


def call(name: str, folder: Path, **given: object) -> None:
    """Call a function with right values, save those that are given."""
    one = FUNCTIONS[name]
    files = {"path": folder / "one.json", "file": folder / "one.jsonl", "separator": " "}
    values: dict[str, Any] = {}
    for place, parameter in inspect.signature(one).parameters.items():
        if place in given or parameter.default is inspect.Parameter.empty:
            values[place] = given.get(place, GOOD_FOR.get((name, place), {**GOOD, **files}.get(place)))
    positional = [
        values.pop(place)
        for place, parameter in inspect.signature(one).parameters.items()
        if parameter.kind is not inspect.Parameter.KEYWORD_ONLY and place in values
    ]
    consume(one(*positional, **values))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with a file of each kind, in which names without a folder lead to nothing."""
    monkeypatch.chdir(tmp_path)
    declarations.write(SAMPLE, tmp_path / "one.json")
    declarations.write_all([SAMPLE], tmp_path / "one.jsonl")
    return tmp_path


@pytest.mark.parametrize("name", [name for name in FUNCTIONS if not name.startswith("Format.")])
def test_right_values_are_taken(name: str, folder: Path) -> None:
    """The values that stand beside the wrong ones are right, so that each of these is seen alone."""
    call(name, folder)


def test_a_format_has_the_modules_that_its_fields_name() -> None:
    """What a format does not have is refused with an error of the library."""
    for one in declarations.formats.FORMATS:
        for role in ("reader", "writer", "record", "collection"):
            load = getattr(one, f"load_{role}")
            if getattr(one, role):
                assert load().__name__ == getattr(one, role)
            else:
                with pytest.raises(FormatError, match=f"{one.name} has no {role}"):
                    load()


@pytest.mark.parametrize(("name", "place"), PLACES)
def test_wrong_values_raise_our_errors_only(name: str, place: str, folder: Path) -> None:
    """Any value in the place of any argument is taken, or refused with an error of the library."""
    for value in WRONG:
        if isinstance(value, io.IOBase):
            value.seek(0)
        with suppress(DeclarationsError):
            call(name, folder, **{place: value})


@pytest.mark.parametrize(("name", "place"), PLACES)
def test_objects_are_refused_by_name(name: str, place: str, folder: Path) -> None:
    """A value of no known type raises ValidationError that names the argument, what it takes and what came."""
    with pytest.raises(
        ValidationError, match=f"^{place} must be .+, not object|expected several Text|expected several t"
    ):
        call(name, folder, **{place: object()})


@pytest.mark.parametrize("name", CHECKED)
def test_wrong_fields_raise_our_errors_only(name: str) -> None:
    """Any value in any field of the model is taken, or refused with an error of the library."""
    kind, minimal = CHECKED[name], MINIMAL.get(name, {})
    kind(**minimal)
    for field in attrs.fields(kind):
        for value in WRONG:
            with suppress(DeclarationsError):
                made = kind(**{**minimal, field.name: value})
                assert repr(made)
                assert made == attrs.evolve(made)


def test_what_holds_the_value_is_told_of() -> None:
    """A reading in the place of its declaration is refused with the way to it."""
    reading = declarations.examine("<p>x", format="html")
    for wrong in (
        lambda: declarations.render(reading, "html"),
        lambda: declarations.compare(SAMPLE, reading),
        lambda: declarations.localize(reading, "en"),
    ):
        with pytest.raises(ValidationError, match="must be Declaration, not Reading; give its `declaration`"):
            wrong()


def test_functions_keep_their_signatures() -> None:
    """The check before a function changes neither its name nor what it is called with."""
    assert declarations.parse.__name__ == "parse"
    assert "limits" in inspect.signature(declarations.parse).parameters
    with pytest.raises(TypeError, match="unexpected keyword"):
        declarations.parse("x", limit=Limits())


def test_wrong_limits_are_refused() -> None:
    """Limits are whole numbers from 0."""
    for field in attrs.fields(Limits):
        with pytest.raises(ValidationError, match=f"limit {field.name}"):
            Limits(**{field.name: -1})


MOMENTS = [
    PartialDate(2025),
    PartialDate(2025, 3),
    PartialDate(2025, 3, 7),
    declarations.DateRange(PartialDate(2025), PartialDate(2026)),
    declarations.DateRange(PartialDate(2025, 3, 7), PartialDate(2025, 3, 9)),
    dt.date(25, 1, 1),
    dt.date(9999, 12, 31),
    dt.datetime(2025, 3, 7, 14, 30),  # noqa: DTZ001 - one without a zone
    dt.datetime(2025, 3, 7, 14, 30, tzinfo=dt.UTC),
    dt.datetime(1, 1, 1, tzinfo=ZoneInfo("Europe/Istanbul")),
]
LETTERS = "GyYuUrQqMLlwWdDFgEecabBhHkKjJCmsSAzZOvVXx"


@given(
    st.sampled_from(MOMENTS),
    st.sampled_from(["en", "fr", "ja", "ar", "th", "bg", "zh-Hant", "sr-Latn"]),
    st.text(LETTERS, max_size=6)
    | st.sampled_from(LETTERS).flatmap(lambda letter: st.just(letter * 7))
    | st.text(max_size=4),
)
def test_any_style_writes_a_date_or_is_refused(value: Any, locale: str, style: str) -> None:
    """A date of any precision in any style, also of letters that CLDR does not have, is written or refused by us."""
    with suppress(ValidationError):
        assert isinstance(declarations.dates.format_date(value, locale, style=style), str)


@pytest.mark.parametrize("style", ["Hms", "h", "z"])
@pytest.mark.parametrize("value", MOMENTS[:6])
def test_a_time_is_not_made_up(value: Any, style: str) -> None:
    """A skeleton of the time alone is refused for a date, with the letters that ask for it."""
    with pytest.raises(ValidationError, match=f"asks for {', '.join(style)} alone"):
        declarations.dates.format_date(value, "en", style=style)


def test_parts_that_a_date_does_not_say_are_left_out() -> None:
    """Of a skeleton those parts are written that the value says."""
    assert declarations.dates.format_date(PartialDate(2025, 3, 7), "en", style="yMMMdHm") == "Mar 7, 2025"
    assert declarations.dates.format_date(PartialDate(2025, 3), "en", style="yMMMdHm") == "Mar 2025"
