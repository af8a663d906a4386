"""Clauses nested deeper than the stack of the interpreter: the model bears them, formats hold or refuse them."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest
from hypothesis import given

import declarations
from declarations import Clause, Declaration, DeclarationsError, Label
from declarations.formats import FORMATS
from declarations.model.places import list_places
from tests.strategies import declarations as draw_declarations
from tests.timing import measure

DEEP = 8_000


def nest(depth: int, innermost: str = "x") -> Declaration:
    """Give a declaration whose only resolution has a clause in a clause, to a depth."""
    clause = Clause(paragraphs=[innermost])
    for _ in range(depth):
        clause = Clause(label=Label("1."), paragraphs=["x"], items=[clause])
    return Declaration(resolutions=[clause])


def test_deep_clauses_are_compared_and_hashed() -> None:
    """Equal ones have one hash; one word of the innermost clause makes them differ."""
    one, same, other = nest(DEEP), nest(DEEP), nest(DEEP, "y")
    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert len({one, same, other}) == 2
    assert one.resolutions[0] != "x"


def test_deep_clauses_are_copied_and_pickled() -> None:
    """A copy of a value that never changes is the value; pickled it comes back equal."""
    one = nest(DEEP)
    clause = one.resolutions[0]
    assert copy.copy(clause) is clause
    assert copy.deepcopy(one) == one
    assert pickle.loads(pickle.dumps(one)) == one
    assert attrs.evolve(one, title="T").resolutions[0] is clause
    assert repr(clause) == "Clause('1.', 'x x x x x x x x x x x x x x x x x x x x x x x x…', 1 items)"


def test_deep_clauses_get_ids() -> None:
    """Every clause is named, and a second time changes nothing."""
    named = nest(DEEP).with_ids()
    assert all(place.clause.id for place in list_places(named))
    again = named.with_ids()
    assert again == named
    assert again.resolutions[0] is named.resolutions[0]


def test_naming_takes_linear_time() -> None:
    """Eight times as many clauses, each in the one before, take little more than eight times as long."""
    small, large = nest(500), nest(4_000)
    assert measure(large.with_ids) < 16 * measure(small.with_ids)
    assert measure(hash, large) < 16 * measure(hash, small)


def test_versions_of_deep_clauses_are_compared() -> None:
    """What changed in the innermost clause is found, with its address."""
    (change,) = declarations.compare(nest(3_000, "the walls of the harbour"), nest(3_000, "the walls of the harbours"))
    assert change.field == "paragraphs"
    assert change.new_address == "resolutions[0]" + ".items[0]" * 3_000
    assert declarations.compare(nest(3_000), nest(3_000)) == ()


@pytest.mark.parametrize("format", [format.name for format in FORMATS if format.is_writable])
def test_deep_clauses_are_written_or_refused(format: str) -> None:
    """Every format holds them, or refuses them with an error of the library that says what to do."""
    deep = nest(3_000)
    assert isinstance(declarations.inspection.find_losses(deep, format), tuple)
    try:
        text = declarations.render(deep, format)
    except declarations.errors.LimitError as error:
        assert error.hint  # noqa: PT017 - formats may hold them
        return
    if format not in {"csv", "csv-clauses"}:
        try:
            declarations.parse(text, format=format)
        except DeclarationsError as error:
            assert str(error)  # noqa: PT017 - readers may refuse them


@given(draw_declarations())
def test_places_are_those_of_the_walk(declaration: Declaration) -> None:
    """Places have the clauses of `walk` in its order, each with its address, and the one that holds it before it."""
    places = list(list_places(declaration))
    assert [(place.address, place.clause) for place in places] == list(declaration.walk())
    assert [place.number for place in places] == [*range(len(places))]
    for place in places:
        assert place.parent is None or (place.parent is places[place.parent.number] and place.depth)
        assert place.depth == place.address.count(".items[")


@given(draw_declarations())
def test_pickled_declarations_come_back(declaration: Declaration) -> None:
    """Every field of every clause is in a pickle."""
    assert pickle.loads(pickle.dumps(declaration)) == declaration
