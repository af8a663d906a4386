"""Which kind of document some words name."""

from __future__ import annotations

from collections.abc import Sequence

from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold

__all__ = ["find_kind"]


def find_kind(text: str, lexicons: Sequence[Lexicon]) -> str | None:
    """Return the `DeclarationKind` that the words of a title name; the first word for a kind counts."""
    hits = (lexicon.kinds.find_inside(fold(text)) for lexicon in lexicons)
    return next((hit[2] for hit in hits if hit), None)
