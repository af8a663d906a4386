"""The words of a clause as plain text, for formats that hold no clauses inside clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from declarations.model import Clause
from declarations.text import Text

__all__ = ["list_words", "list_words_of_all"]


def list_words(clause: Clause) -> list[str]:
    """Return the heading, paragraphs, items and tail of a clause in reading order, one string each.

    A printed label stands before the first words of its clause; words that are blank are left out.
    """
    return list_words_of_all([clause])


def list_words_of_all(clauses: Iterable[Clause]) -> list[str]:
    """Return the words of several clauses, as `list_words` does."""
    return list(_walk(clauses))


def _walk(clauses: Iterable[Clause]) -> Iterator[str]:
    """Yield words in reading order; a stack instead of recursion keeps it linear at any depth."""
    stack: list[Clause | Text | str] = [*reversed([*clauses])]
    while stack:
        part = stack.pop()
        if not isinstance(part, Clause):
            if not (words := str(part)).isspace() and words:
                yield words
            continue
        own = [text.text for text in ([part.heading] if part.heading else []) + [*part.paragraphs]]
        if part.label:
            own[:1] = [" ".join((part.label.printed, *own[:1]))]
        stack += part.tail[::-1]
        stack += part.items[::-1]
        stack += own[::-1]
