"""Votes of documents of others: the counts that their metadata give (`analysis/parliamentary`, akn-core part 2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from declarations.errors import ValidationError
from declarations.findings import Finding, FindingCode
from declarations.model import Vote, VoteManner
from declarations.records.akn.concepts import find_meaning, list_names
from declarations.records.akn.notes import name_of, place
from declarations.records.akn.vocabulary import BALLOTS, OUTCOMES

__all__ = ["read_votes"]

_VOTES = frozenset({"voting", "recount"})
_NUMBER = re.compile("[0-9]{1,16}")  # as many digits as the largest integer has
_QUORUM = "quorum"  # how many had to be there: no count of votes


def read_votes(
    elements: Iterable[etree._Element], references: Mapping[str, etree._Element], findings: list[Finding]
) -> Iterator[Vote]:
    """Read what `parliamentary` holds; counts of which it is not plain what they count are reported, and no vote.

    `references` are the top level classes by eId. A vote is printed as the metadata call its outcome and its counts,
    since they have no line that reports it.
    """
    for element in elements:
        counts = [child for child in element if name_of(child) == "count"]
        if name_of(element) in _VOTES and (counts or element.get("outcome")):
            vote = _make_vote(element, counts, references)
            if vote:
                yield vote
            else:
                findings.append(_report(element, counts, references))


def _make_vote(
    element: etree._Element, counts: list[etree._Element], references: Mapping[str, etree._Element]
) -> Vote | None:
    """Make a vote unless a count is no number, or it is not known what is counted, or something is counted twice."""
    ballots = [count for count in counts if _QUORUM not in list_names(count.get("refersTo"), references)]
    fields = [find_meaning(count.get("refersTo"), references, BALLOTS) for count in ballots]
    values = [count.get("value", "") for count in ballots]
    if None in fields or len(set(fields)) < len(fields) or not all(map(_NUMBER.fullmatch, values)):
        return None
    numbers = {str(field): int(value) for field, value in zip(fields, values, strict=True)}
    manner = find_meaning(element.get("outcome"), references, OUTCOMES) or VoteManner.OTHER
    try:
        return Vote(_print(counts, references) or _show(element, "outcome", references), manner=manner, **numbers)
    except ValidationError:
        return None


def _print(counts: Iterable[etree._Element], references: Mapping[str, etree._Element]) -> str:
    """Return the counts as the document calls them."""
    return ", ".join(f"{_show(count, 'refersTo', references)} {count.get('value', '')}".strip() for count in counts)


def _show(element: etree._Element, attribute: str, references: Mapping[str, etree._Element]) -> str:
    """Return what an element refers to, as the document shows it."""
    name = element.get(attribute, "").removeprefix("#")
    known = references.get(name)
    return (known.get("showAs", "").strip() if known is not None else "") or name


def _report(
    element: etree._Element, counts: Iterable[etree._Element], references: Mapping[str, etree._Element]
) -> Finding:
    message = f"it is not plain what the numbers in <{name_of(element)}> count"
    excerpt = _print(counts, references) or None
    return Finding(FindingCode.NOT_UNDERSTOOD, message, position=place(element), excerpt=excerpt)
