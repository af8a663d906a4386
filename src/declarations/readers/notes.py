"""Footnotes of a web page: which links refer to a note, where its text stands, which links lead back.

Written and printed in many ways (DPUB-ARIA `doc-noteref`, EPUB `noteref`, word processors, wiki
engines), they share one shape: a short sign that links to a place on the same page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice

import attrs
from lxml import etree

from declarations.blocks import Block
from declarations.findings import Finding, FindingCode, Position
from declarations.readers.tree import names, place_of, words_in
from declarations.text import MarkKind

__all__ = ["NoteTarget", "Notes", "find_notes", "report_empty", "sign_of"]

_SIGN = re.compile(r"[\[(]?\s?((?:n|nb|note)?\s?\d{1,4}|[a-zA-Z]{1,2}|[ivxlc]{1,6}|\*{1,4}|[†‡§¶#]{1,3})\s?[\])]?[.:]?")
_NAMED = re.compile(
    r"(?:user-content-)?_?(?:s?d?(?:foot|end)note|[fe]d?n|ftn|edn|note|cite|ref|reference|easy-footnote)(?![a-z]{4})",
    re.IGNORECASE,
)
_CONTAINERS = names("aside blockquote dd div dt li p section td tr")
_INVALID = re.compile("[^A-Za-z0-9_.-]+")
_CLOSING = {"]": "[", ")": "("}
_LONGEST_RETURN = 24  # characters of a link back; more is the note itself
_FAR = 64  # how many ancestors are looked at


@attrs.frozen
class NoteTarget:
    """A note that the page refers to."""

    id: str
    """Id for marks and blocks."""
    sign: str
    """The sign as printed, without brackets."""


@attrs.define
class Notes:
    """What the links of a page say about notes; elements are those of the parsed tree."""

    references: dict[etree._Element, NoteTarget] = attrs.field(factory=dict)
    """Links that refer to a note; their sign is no part of the text."""
    containers: dict[etree._Element, NoteTarget] = attrs.field(factory=dict)
    """Elements that hold the text of a note."""
    returns: set[etree._Element] = attrs.field(factory=set)
    """Links from a note back to where it is referred to."""
    findings: list[Finding] = attrs.field(factory=list)
    """References to notes that the page does not hold."""


def find_notes(root: etree._Element) -> Notes:
    """Look through the links of a page; links of any other kind are left alone."""
    links = [link for link in root.iter("a") if len(link.get("href") or "") > 1 and link.get("href", "")[0] == "#"]
    finder = _Finder(_targets(root) if links else {})
    for link in links:
        finder.take(link, link.get("href", "")[1:])
    return finder.notes


def report_empty(notes: Notes, blocks: Sequence[Block]) -> Iterator[Finding]:
    """Yield a finding for every mark of a note whose words are not seen: it is empty, or hidden."""
    signs = {note.id: note.sign for note in notes.containers.values()}
    if not signs:
        return
    shown = {block.target for block in blocks}
    for block in blocks:
        for mark in block.text.marks:
            if mark.kind is MarkKind.NOTE and mark.target in signs and mark.target not in shown:
                yield _missing(signs[mark.target], block.position)


def _missing(sign: str, position: Position | None) -> Finding:
    message = f"the note {sign!r} is referred to, but the page does not hold it"
    return Finding(FindingCode.MISSING_NOTE, message, position=position, excerpt=sign)


class _Finder:
    """Goes through the links in order: the first of two that lead to each other is the reference."""

    def __init__(self, targets: dict[str, etree._Element]) -> None:
        self.notes = Notes()
        self._targets = targets
        self._origins: set[str] = set()
        self._taken: set[str] = set()
        self._counts: Counter[str] = Counter()

    def take(self, link: etree._Element, name: str) -> None:
        """Decide about one link that leads to `name` on the page."""
        if name in self._origins:
            if len(words_in(link)) <= _LONGEST_RETURN:
                self.notes.returns.add(link)
            return
        sign = sign_of(link)
        if sign is None or not _is_reference(link, name):
            return
        target = self._targets.get(name)
        if target is None:
            self.notes.findings.append(_missing(sign, place_of(link)))
            return
        container = _container(target)
        if container is None or container in islice(link.iterancestors(), _FAR):
            return
        note = self.notes.containers.get(container) or NoteTarget(self._free_id(name), sign)
        if note.sign != sign:
            return
        self.notes.containers[container] = self.notes.references[link] = note
        self._origins.update(_own_ids(link))
        _drop_brackets(link)

    def _free_id(self, name: str) -> str:
        wanted = _INVALID.sub("-", name)
        wanted = wanted if wanted[0].isalpha() or wanted[0] == "_" else f"n{wanted}"
        while True:
            self._counts[wanted] += 1
            free = wanted if self._counts[wanted] == 1 else f"{wanted}.{self._counts[wanted]}"
            if free not in self._taken:
                self._taken.add(free)
                return free


def _drop_brackets(link: etree._Element) -> None:
    """Take away brackets that stand around the link, as in `[<a href="#n1">1</a>]`."""
    parent, after = link.getparent(), (link.tail or "").lstrip()
    if parent is None or link.getprevious() is not None or after[:1] not in _CLOSING:
        return
    before = (parent.text or "").rstrip()
    if after and before and before[-1] == _CLOSING[after[0]]:
        parent.text, link.tail = before[:-1], after[1:]


def _targets(root: etree._Element) -> dict[str, etree._Element]:
    targets: dict[str, etree._Element] = {}
    for element in root.iter(etree.Element):
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                targets.setdefault(name, element)
    return targets


def sign_of(element: etree._Element) -> str | None:
    """Return the sign of a note that a link or a cell holds alone."""
    words = "".join(str(text) for text in islice(element.itertext(), 8)).strip()
    found = _SIGN.fullmatch(words) if len(words) < 12 else None
    return found[1] if found else None


def _is_reference(link: etree._Element, name: str) -> bool:
    role = f"{link.get('role') or ''} {link.get('epub:type') or ''} {link.get('class') or ''}".lower()
    if "noteref" in role or "footnote" in role:
        return True
    parent = link.getparent()
    is_raised = parent is not None and (parent.tag == "sup" or any(child.tag == "sup" for child in link))
    return is_raised or _NAMED.match(name) is not None


def _own_ids(link: etree._Element) -> Iterator[str]:
    parent = link.getparent()
    for element in (link, parent, *link):
        if element is not None and element.tag not in _CONTAINERS:
            yield from (name for name in (element.get("id"), element.get("name")) if name)


def _container(target: etree._Element) -> etree._Element | None:
    """Return the element that holds the words of a note; the row, where the sign stands in a cell of its own."""
    for element in chain((target,), islice(target.iterancestors(), _FAR)):
        if element.tag in _CONTAINERS and not (element.tag == "td" and sign_of(element)):
            return element
        if element.tag in ("body", "article", "main", "html"):
            return None
    return None
