"""The record of all that is no text, in `proprietary`, and what somebody changed by hand of the words it shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs
from lxml import etree

from declarations.errors import DeclarationsError
from declarations.findings import Finding, FindingCode
from declarations.model import Dated, Declaration
from declarations.records.akn.facts import Facts, make_dated
from declarations.records.akn.naming import to_day
from declarations.records.akn.notes import place, report
from declarations.records.akn.shown import MASTHEAD
from declarations.records.akn.vocabulary import OWN
from declarations.records.xml_reading import read_declaration
from declarations.records.xml_vocabulary import ROOT

__all__ = ["amend", "find_record", "read_record"]

_ENTRIES: Mapping[str, tuple[str, ...]] = {
    **{field.name: ("name",) for field in MASTHEAD if field.is_many},
    "identifiers": ("value",),
    "dates": ("text",),
    "signatories": ("agent.name", "capacity", "on_behalf_of.name"),
    "votes": ("printed",),
}
"""Fields with several values, and the words of each that are shown in the text."""
_PARTLY_SHOWN = frozenset({"votes"})
"""Fields of which not all are shown, so that one that is not was not taken out."""
_STRINGS = tuple(field.name for field in MASTHEAD if not field.is_many)


def find_record(meta: etree._Element | None) -> etree._Element | None:
    """Find our record in the metadata of a document."""
    return None if meta is None else meta.find(f"*/{OWN}{ROOT}")


def read_record(record: etree._Element, findings: list[Finding], *, ignore_unknown: bool) -> Declaration | None:
    """Read the record; one that is broken is reported."""
    try:
        return read_declaration(record, ignore_unknown=ignore_unknown, max_depth=0)
    except DeclarationsError as error:
        message = f"the record of this library in <proprietary> cannot be used: {error}"
        findings.append(Finding(FindingCode.BROKEN_METADATA, message, position=place(record)))
        return None


def amend(declaration: Declaration, facts: Facts) -> Declaration:
    """Return the declaration of the record as the text shows it: words changed, entries taken out, others added."""
    left = dict(facts.shown)
    changes: dict[str, Any] = {
        field: [*_amend_entries(declaration, field, left), *_list_added(facts, field)] for field in _ENTRIES
    }
    for field in _STRINGS:
        words = left.pop(field, ("", None))[0] if getattr(declaration, field) is not None else ""
        changes[field] = (words if words.strip() else None) or getattr(facts, field, None)
    for words, element in left.values():
        report(facts.findings, element, words)
    return attrs.evolve(declaration, **changes)


def _amend_entries(
    declaration: Declaration, field: str, left: dict[str, tuple[str, etree._Element]]
) -> Iterator[object]:
    for index, entry in enumerate(getattr(declaration, field)):
        prefix = f"{field}[{index}]."
        shown = {path: left.pop(prefix + path) for path in _ENTRIES[field] if prefix + path in left}
        if shown or field in _PARTLY_SHOWN:
            amended = entry
            for path, (words, element) in shown.items():
                amended = _amend_entry(amended, path, words, element)
                if amended is None:
                    break
            else:
                yield amended


def _list_added(facts: Facts, field: str) -> Iterable[object]:
    """Return the entries that the text has and the record has not."""
    added: dict[object, object] | list[object] = getattr(facts, field, [])
    return added.values() if isinstance(added, dict) else added


def _amend_entry(entry: Any, path: str, words: str, element: etree._Element) -> Any:
    """Return an entry with the words that are shown; None for one whose words were taken out."""
    if isinstance(entry, Dated):
        return _amend_date(entry, words, element)
    holder, _, name = path.rpartition(".")
    if holder:
        held = getattr(entry, holder)
        inner = held and _amend_entry(held, name, words, element)
        is_needed = holder == "agent"
        return entry if inner is held else None if is_needed and not inner else attrs.evolve(entry, **{holder: inner})
    if getattr(entry, name) == words:
        return entry
    if not words.strip():
        return attrs.evolve(entry, capacity=None) if name == "capacity" else None
    return attrs.evolve(entry, **{name: words})


def _amend_date(dated: Dated, words: str, element: etree._Element) -> Dated | None:
    if not words.strip():
        return None
    if words != (str(dated.date) if dated.text is None else dated.text):
        dated = attrs.evolve(dated, text=words)
    day = element.get("date")
    if day == to_day(dated.date):
        return dated
    changed = make_dated(day, None, None)
    return attrs.evolve(dated, date=changed.date, time=None) if changed else dated
