"""Which kind of document some words name."""

from __future__ import annotations

from collections.abc import Sequence

from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases

__all__ = ["find_kind"]


def find_kind(text: str, lexicons: Sequence[Lexicon]) -> str | None:
    """Return the `DeclarationKind` that the words of a title name; the first word for a kind counts."""
    hit = find_phrases(text, lexicons).first("kinds")
    return hit.meaning if hit else None
