"""What the record formats share: the fields of the model with their types, the version, and the way in."""

from __future__ import annotations

import types
from collections.abc import Iterable
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from declarations.errors import EmptyInputError, LimitError, SchemaError, ValidationError
from declarations.findings import Position
from declarations.text import Text
from declarations.validation import quote

__all__ = [
    "ALWAYS_WRITTEN",
    "FORMAT_VERSION",
    "SCHEMA_URL",
    "check_data",
    "check_version",
    "field_types",
    "find_depth",
    "is_optional",
    "item_type",
    "too_deep",
]

FORMAT_VERSION = 1
"""Version of both record formats; it grows when an older reader would misread a newer record."""
SCHEMA_URL = f"https://declarations.readthedocs.io/schema/declaration-{FORMAT_VERSION}.json"
"""Value of `$schema` in JSON."""
ALWAYS_WRITTEN = frozenset({(Text, "text")})
"""Fields that are written even when they have their default."""


@cache
def field_types(kind: type) -> dict[str, Any]:
    """Return the fields of a model class in their order, with their types."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in attrs.fields(kind)}


def is_optional(hint: Any) -> bool:
    """Return whether a type allows None."""
    return get_origin(hint) in {Union, types.UnionType} and types.NoneType in get_args(hint)


def item_type(hint: Any) -> Any:
    """Take None and the tuple off a type: `Text` for `Text | None` and for `tuple[Text, ...]`."""
    if is_optional(hint):
        return next(part for part in get_args(hint) if part is not types.NoneType)
    return get_args(hint)[0] if get_origin(hint) is tuple else hint


def check_data(data: str | bytes, what: str) -> None:
    """Raise `ValidationError` unless the data is str or bytes, `EmptyInputError` if it is blank."""
    if not isinstance(data, str | bytes):
        raise ValidationError(f"{what} must be str or bytes, not {type(data).__name__}")
    if not data.strip():
        raise EmptyInputError(f"the {what} is empty")


def check_version(version: object, position: Position) -> None:
    """Raise `SchemaError` unless this library can read the version; None stands for the first one."""
    if version is None or (version == FORMAT_VERSION and not isinstance(version, bool)):
        return
    raise SchemaError(
        f"format version {quote(version)} is not known; known is: {FORMAT_VERSION}",
        position=position,
        hint="update declarations, or write the record again in a version that is known",
    )


def find_depth(clauses: Iterable[Any]) -> int:
    """Return how many levels deep clauses are nested; no clauses are 0 levels."""
    depth = 0
    level = list(clauses)
    while level:
        depth += 1
        level = [item for clause in level if clause.items for item in clause.items]
    return depth


def too_deep(limit: int | None = None, position: Position | None = None) -> LimitError:
    """Make the error for clauses that are nested too deep; without a limit, for this interpreter."""
    if limit is None:
        message = "the data is nested deeper than this interpreter can follow"
        return LimitError(message, position=position, hint="raise sys.setrecursionlimit if you trust it")
    message = f"clauses are nested deeper than the limit of {limit}"
    return LimitError(message, position=position, hint="raise max_depth if you trust the data")
