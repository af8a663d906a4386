"""Votes of documents of others: the counts that their metadata give (`analysis/parliamentary`, akn-core part 2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from declarations.errors import ValidationError
from declarations.findings import Finding, FindingCode
from declarations.model import Vote, VoteManner
from declarations.records.akn.notes import name_of, place
from declarations.records.akn.vocabulary import BALLOTS

__all__ = ["read_votes"]

_VOTES = frozenset({"voting", "recount"})
_NUMBER = re.compile("[0-9]{1,16}")  # as many digits as the largest integer has
_MANNERS = frozenset(VoteManner)


def read_votes(
    elements: Iterable[etree._Element], references: Mapping[str, etree._Element], findings: list[Finding]
) -> Iterator[Vote]:
    """Read what `parliamentary` holds; counts of which it is not plain what they count are reported, and no vote.

    `references` are the top level classes by eId. A vote is printed as the metadata call its counts, since they have
    no line that reports it.
    """
    for element in elements:
        counts = [child for child in element if name_of(child) == "count"]
        if name_of(element) in _VOTES and counts:
            vote = _make_vote(element, counts, references)
            if vote:
                yield vote
            else:
                findings.append(_report(element, counts, references))


def _make_vote(
    element: etree._Element, counts: list[etree._Element], references: Mapping[str, etree._Element]
) -> Vote | None:
    """Make a vote unless a count is no number, or it is not known what is counted, or something is counted twice."""
    fields = [_find_field(count.get("refersTo"), references) for count in counts]
    values = [count.get("value", "") for count in counts]
    if None in fields or len(set(fields)) < len(fields) or not all(map(_NUMBER.fullmatch, values)):
        return None
    numbers = {str(field): int(value) for field, value in zip(fields, values, strict=True)}
    outcomes = _list_names(element.get("outcome"), references)
    manner = next((name for name in outcomes if name in _MANNERS), VoteManner.OTHER)
    try:
        return Vote(_print(counts, references), manner=manner, **numbers)
    except ValidationError:
        return None


def _find_field(reference: str | None, references: Mapping[str, etree._Element]) -> str | None:
    """Return which field of a vote a count is for, by any of its names."""
    return next((BALLOTS[name] for name in _list_names(reference, references) if name in BALLOTS), None)


def _list_names(reference: str | None, references: Mapping[str, etree._Element]) -> list[str]:
    """Return what the class is called to which an element refers, in lower case without signs."""
    name = (reference or "").removeprefix("#")
    known = references.get(name)
    more = [] if known is None else [known.get("href", "").rpartition("/")[2], known.get("showAs", "")]
    return ["".join(filter(str.isalpha, one.removeprefix("concept_").lower())) for one in (name, *more)]


def _print(counts: Iterable[etree._Element], references: Mapping[str, etree._Element]) -> str:
    """Return the counts as the document calls them."""
    lines = []
    for count in counts:
        name = count.get("refersTo", "").removeprefix("#")
        known = references.get(name)
        shown = known.get("showAs", "").strip() if known is not None else ""
        lines.append(f"{shown or name} {count.get('value', '')}".strip())
    return ", ".join(lines)


def _report(
    element: etree._Element, counts: Iterable[etree._Element], references: Mapping[str, etree._Element]
) -> Finding:
    message = f"it is not plain what the numbers in <{name_of(element)}> count"
    excerpt = _print(counts, references) or None
    return Finding(FindingCode.NOT_UNDERSTOOD, message, position=place(element), excerpt=excerpt)
