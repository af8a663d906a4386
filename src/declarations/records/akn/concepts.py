"""What documents of others mean by a reference: a class of their metadata (TLC), or a name that speaks for itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from lxml import etree

__all__ = ["find_meaning", "list_names"]

Meaning = TypeVar("Meaning")


def list_names(reference: str | None, references: Mapping[str, etree._Element]) -> list[str]:
    """Return what the class is called to which an element refers, in lower case without signs.

    Its eId first, then the end of its IRI, then what it is shown as. `references` are the top level classes by eId.
    """
    name = (reference or "").removeprefix("#")
    known = references.get(name)
    more = [] if known is None else [known.get("href", "").rpartition("/")[2], known.get("showAs", "")]
    return ["".join(filter(str.isalpha, one.removeprefix("concept_").lower())) for one in (name, *more)]


def find_meaning(
    reference: str | None, references: Mapping[str, etree._Element], meanings: Mapping[str, Meaning]
) -> Meaning | None:
    """Return what a table says of a reference by any of its names; None of one that it does not know."""
    return next((meanings[name] for name in list_names(reference, references) if name in meanings), None)
