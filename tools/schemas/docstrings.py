"""The docstrings of classes and of their fields, as the words that a schema explains itself with."""

from __future__ import annotations

import ast
import inspect
import itertools
from functools import cache

__all__ = ["tell_class", "tell_fields"]


def tell_class(kind: type) -> str:
    """Return the first paragraph of the docstring of a class, on one line."""
    return _join((inspect.getdoc(kind) or "").partition("\n\n")[0])


@cache
def tell_fields(kind: type) -> dict[str, str]:
    """Return the docstring under each field of a class, or under each member of an enum, on one line."""
    body = next(node.body for node in ast.parse(inspect.getsource(kind)).body if isinstance(node, ast.ClassDef))
    told = {}
    for node, following in itertools.pairwise(body):
        name = _find_name(node)
        if name and isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
            told[name] = _join(str(following.value.value))
    return told


def _find_name(node: ast.stmt) -> str | None:
    """Return the name that a statement of a class binds, if it is a field or a member."""
    match node:
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
            return name
    return None


def _join(words: str) -> str:
    return " ".join(words.split())
