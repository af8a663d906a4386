"""Soft breaks of Markdown that part lines after all: those before numbers for which Markdown has no list."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from declarations.numerals import find_enumerator
from declarations.numerals.successors import count_on

__all__ = ["keep_counted_lines"]


def keep_counted_lines(state: StateCore) -> None:
    """Make hard breaks of the soft ones before lines that count on, as `(1)`, `(a)`, `(b)`, `(2)` do."""
    for token in state.tokens:
        if token.children and any(child.type == "softbreak" for child in token.children):
            _keep_lines(token.children)


def _keep_lines(tokens: Sequence[Token]) -> None:
    begun = [-1, *(place for place, token in enumerate(tokens) if token.type == "softbreak")]
    found = [(at, item) for at in begun if (item := find_enumerator(_find_words(tokens, at + 1)))]
    for place in count_on([item for _, item in found]):
        if (at := found[place][0]) >= 0:
            tokens[at].type, tokens[at].tag = "hardbreak", "br"


def _find_words(tokens: Sequence[Token], start: int) -> str:
    """Return the first words of a line, with the token after a number that stands alone: `(1) **Asks** …`."""
    return "".join(token.content for token in tokens[start : start + 3])
