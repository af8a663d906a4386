"""How deep the blocks of a Markdown text may be nested."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from declarations.errors import LimitError
from declarations.findings import Position

__all__ = ["DEEPEST", "check_depth", "refuse_depth"]

DEEPEST = 100
"""Levels of blocks; markdown-it drops what is deeper, so deeper texts are refused."""


def check_depth(tokens: Sequence[Token]) -> None:
    """Raise `LimitError` if quotes and lists are nested deeper than the parser follows."""
    for token in tokens:
        if token.nesting > 0 and token.level >= DEEPEST - 1:
            raise refuse_depth(token.map[0] + 1 if token.map else None)


def refuse_depth(line: int | None) -> LimitError:
    """Make the error for a line that is nested too deeply."""
    return LimitError(
        f"quotes and lists are nested deeper than {DEEPEST} levels",
        position=Position(line=line),
        hint="write them with less indentation",
    )
