"""The head of a declaration: all that is no text. Formats that show the words write it beside them."""

from __future__ import annotations

from functools import cache
from typing import Any

import attrs

from declarations.model import Declaration
from declarations.model.metadata import WORD_FIELDS

__all__ = ["take_head"]


def take_head(declaration: Declaration) -> Declaration:
    """Return a declaration without the fields that a document holds as words."""
    return attrs.evolve(declaration, **_list_defaults())


@cache
def _list_defaults() -> dict[str, Any]:
    empty = Declaration()
    return {field: getattr(empty, field) for field in WORD_FIELDS}
