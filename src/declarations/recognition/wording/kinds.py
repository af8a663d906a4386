"""Which kind of document some words name."""

from __future__ import annotations

from collections.abc import Sequence

from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases

__all__ = ["find_kind", "is_caption"]

_ARTICLE = 4  # characters before the word for the kind: `A resolution of the Guild`


def find_kind(text: str, lexicons: Sequence[Lexicon]) -> str | None:
    """Return the `DeclarationKind` that the words of a title name; the first word for a kind counts."""
    hit = find_phrases(text, lexicons).first("kinds")
    return hit.meaning if hit else None


def is_caption(line: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a line begins with the word for a kind, as a title does, perhaps after an article."""
    hit = find_phrases(line, lexicons).first("kinds")
    return hit is not None and hit.start <= _ARTICLE
