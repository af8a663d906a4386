"""The front door: everything public is exported once, typed, documented, and in the reference."""

import ast
import enum
import importlib
import inspect
import itertools
import pkgutil
from pathlib import Path
from types import ModuleType
from typing import Any, get_type_hints

import attrs
import pytest

import declarations
from tests.public import PLACES, PUBLIC

ROOT = Path(__file__).resolve().parents[1]
NAMES = declarations.__all__
OBJECTS = PUBLIC
CLASSES = {name: one for name, one in OBJECTS.items() if inspect.isclass(one)}
FUNCTIONS = {name: one for name, one in OBJECTS.items() if inspect.isfunction(one)}
MODELS = {name: one for name, one in CLASSES.items() if attrs.has(one)}
MODULES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(declarations.__path__, "declarations.")
    if found.name != "declarations.__main__"
]


def own_members(one: type) -> dict[str, Any]:
    """Give the public functions and properties that a class defines itself."""
    kinds = (property, classmethod, staticmethod)
    return {
        name: member
        for name, member in vars(one).items()
        if not name.startswith("_") and (inspect.isfunction(member) or isinstance(member, kinds))
    }


def field_docstrings(one: type) -> set[str]:
    """Give the names of a class body, and of its bases, that a string stands directly under."""
    inherited = [field_docstrings(base) for base in one.__bases__ if attrs.has(base)]
    return set().union(*inherited, own_field_docstrings(one))


def own_field_docstrings(one: type) -> set[str]:
    """Give the names of a class body that a string stands directly under."""
    tree = ast.parse(inspect.getsource(inspect.getmodule(one) or one))
    body = next(node.body for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name == one.__name__)
    return {
        node.target.id if isinstance(node, ast.AnnAssign) else node.targets[0].id
        for node, following in itertools.pairwise(body)
        if isinstance(node, ast.AnnAssign | ast.Assign)
        and isinstance(following, ast.Expr)
        and isinstance(following.value, ast.Constant)
    }


def test_all_is_sorted() -> None:
    """`__all__` lists constants, then classes, then functions, each in order and once."""

    def kind(name: str) -> int:
        return 0 if name.isupper() else 1 if name[0].isupper() else 2

    assert sorted(NAMES, key=lambda name: (kind(name), name)) == NAMES
    assert len(set(NAMES)) == len(NAMES)


def test_all_is_complete() -> None:
    """Every public name of the front door is in `__all__`, and nothing else is there but modules."""
    public = {
        name
        for name, value in vars(declarations).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    assert public <= set(NAMES)
    assert all(hasattr(declarations, name) for name in NAMES)


@pytest.mark.parametrize("name", [*CLASSES, *FUNCTIONS])
def test_documented(name: str) -> None:
    """Every public class and function has a docstring, and so has every public member."""
    assert inspect.getdoc(OBJECTS[name])
    for member, value in own_members(OBJECTS[name]).items() if name in CLASSES else ():
        assert inspect.getdoc(value), member


@pytest.mark.parametrize("name", FUNCTIONS)
def test_annotated(name: str) -> None:
    """Every public function is annotated in full."""
    parameters = inspect.signature(FUNCTIONS[name]).parameters
    assert set(get_type_hints(FUNCTIONS[name])) == {*parameters, "return"}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_options_are_keyword_only(name: str) -> None:
    """What has a default can only be given by name."""
    options = [one for one in inspect.signature(FUNCTIONS[name]).parameters.values() if one.default is not one.empty]
    assert [one.name for one in options if one.kind is not one.KEYWORD_ONLY] == []


@pytest.mark.parametrize("name", [*CLASSES, *FUNCTIONS])
def test_one_meaning_in_every_room(name: str) -> None:
    """A name of the front door means one thing wherever the front door's is used; a room that never meets it is free.

    Recognition gives a `Reading` of a page, numerals a `Reading` of a number: no room sees both. Commands are
    named like the verbs that they run, so the command line is left out.
    """
    meanings: dict[str, set[int]] = {}
    for module in MODULES:
        room = module.__name__.split(".")[1]
        value = vars(module).get(name)
        if room != "cli" and value is not None and not isinstance(value, ModuleType):
            meanings.setdefault(room, set()).add(id(value))
    assert {id(OBJECTS[name])} in meanings.values()
    assert [room for room, some in meanings.items() if len(some) > 1] == []


def test_one_home() -> None:
    """What the front door exports comes from the module or the package that says it is public."""
    homes = {OBJECTS[name].__module__ for name in [*CLASSES, *FUNCTIONS]}
    for home in map(importlib.import_module, homes):
        names = {name for name in [*CLASSES, *FUNCTIONS] if OBJECTS[name].__module__ == home.__name__}
        assert names <= set(home.__all__), home.__name__


def test_unknown_name() -> None:
    """A name that is not there is missed as in any module, and those that come later are listed."""
    with pytest.raises(AttributeError, match="module 'declarations' has no attribute 'nothing'"):
        declarations.nothing  # noqa: B018 - it is the access that fails
    assert set(NAMES) <= set(dir(declarations))


@pytest.mark.parametrize("name", MODELS)
def test_fields_documented(name: str) -> None:
    """Every field of a public class has a docstring under it, and its value cannot be changed."""
    fields = {field.name for field in attrs.fields(MODELS[name])}
    assert fields - field_docstrings(MODELS[name]) == set()
    assert MODELS[name].__setattr__ is not object.__setattr__


@pytest.mark.parametrize("name", PUBLIC)
def test_in_reference(name: str) -> None:
    """Every public name is in the API reference, under the module from which it is imported."""
    pages = [path.read_text("utf-8") for path in (ROOT / "docs" / "reference").glob("api*.md")]
    lines = [line for page in pages for line in page.splitlines() if line.startswith(".. auto")]
    assert any(line.split()[-1] == f"{PLACES[name]}.{name}" for line in lines)


def test_the_front_door_is_small() -> None:
    """Verbs, the model, the reading and one error; what goes deeper stands in submodules."""
    assert len(NAMES) <= 31


def test_modules_say_what_is_public() -> None:
    """Every module has a docstring, and an `__all__` unless it is private or a bare package."""
    for module in MODULES:
        assert module.__doc__, module.__name__
        if not hasattr(module, "__path__"):
            assert hasattr(module, "__all__"), module.__name__
            assert all(hasattr(module, name) for name in module.__all__), module.__name__


def test_every_error_is_a_declarations_error() -> None:
    """Whoever catches `DeclarationsError` catches every failure of the library."""
    errors = [one for one in CLASSES.values() if issubclass(one, Exception)]
    assert len(errors) == 14
    assert all(issubclass(one, declarations.DeclarationsError) for one in errors)


def test_vocabularies_are_closed_lists_of_words() -> None:
    """Members of the enums are strings in kebab case, so that they can stand in JSON and XML as they are."""
    enums = [one for one in CLASSES.values() if issubclass(one, enum.Enum)]
    assert len(enums) >= 12
    for one in enums:
        assert all(member.value == member.name.lower().replace("_", "-") for member in one), one
