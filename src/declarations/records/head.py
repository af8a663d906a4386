"""The head of a declaration: all that is no text. Formats that show the words write it beside them."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs

from declarations.model import Declaration

__all__ = ["take_head"]

_TEXT_FIELDS = (
    *("title", "subtitle", "enacting", "context_heading", "context", "formula"),
    *("resolutions_heading", "resolutions", "closing", "notes", "annexes"),
)


def take_head(declaration: Declaration) -> Declaration:
    """Give a declaration without the fields that a document holds as words."""
    return attrs.evolve(declaration, **_list_defaults())


@cache
def _list_defaults() -> dict[str, Any]:
    empty = Declaration()
    return {field: getattr(empty, field) for field in _TEXT_FIELDS}
