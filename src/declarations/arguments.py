"""Arguments of public functions: each must be of a type that its annotation names, whatever a caller passes."""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable
from functools import wraps
from typing import Any, BinaryIO, Literal, ParamSpec, TypeVar, Union, get_args, get_origin, get_type_hints

from declarations.errors import ValidationError

__all__ = ["check_arguments"]

P = ParamSpec("P")
R = TypeVar("R")

Kinds = tuple[type, ...]


class _FileKind(type):
    """The class of what can be read or written, since an open file may be of any class."""

    def __instancecheck__(cls, value: object) -> bool:
        return hasattr(value, "read") or hasattr(value, "write")


class _File(metaclass=_FileKind):
    pass


_NAMES: dict[type, str] = {types.NoneType: "None", _File: "an open binary file"}


def check_arguments(function: Callable[P, R]) -> Callable[P, R]:
    """Return the function with a check before it: an argument of a wrong type raises `ValidationError`.

    The annotations tell what is right, and are looked up at the first call. What a collection holds is left to the
    function, as is every value of the right type.
    """
    expected: dict[str, Kinds] = {}

    @wraps(function)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        if not expected:
            expected.update(_list_expected(function))
        for name, value in zip(expected, args, strict=False):
            if not isinstance(value, expected[name]):
                _refuse(name, expected[name], value)
        for name, value in kwargs.items():
            if not isinstance(value, expected.get(name, object)):
                _refuse(name, expected[name], value)
        return function(*args, **kwargs)

    return checked


def _list_expected(function: Callable[..., object]) -> dict[str, Kinds]:
    """Return the parameters of a function in their order, each with the classes of its values."""
    hints = get_type_hints(function)
    return {name: tuple(_list_kinds(hints.get(name, object))) for name in inspect.signature(function).parameters}


def _list_kinds(hint: Any) -> list[type]:
    """Return the classes that an annotation stands for."""
    origin = get_origin(hint)
    if origin in {Union, types.UnionType}:
        return [kind for part in get_args(hint) for kind in _list_kinds(part)]
    if origin is Literal:
        return [*dict.fromkeys(map(type, get_args(hint)))]
    if hint is BinaryIO:
        return [_File]
    kind = origin or hint
    return [object] if kind is Any or not isinstance(kind, type) else [kind]


def _refuse(name: str, kinds: Kinds, value: object) -> None:
    """Raise the error; a value that holds what is wanted is told of."""
    wanted = " or ".join(_NAMES.get(kind, kind.__name__) for kind in kinds)
    held = (kind.__name__.lower() for kind in kinds)
    found = next((one for one in held if isinstance(getattr(value, one, None), kinds)), None)
    message = f"{name} must be {wanted}, not {_NAMES.get(type(value), type(value).__name__)}"
    raise ValidationError(message, hint=f"give its `{found}`" if found else None)
