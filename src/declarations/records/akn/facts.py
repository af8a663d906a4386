"""Facts about a declaration that Akoma Ntoso marks in its words: title, numbers, issuers, dates, signatures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs
from lxml import etree

from declarations.errors import ValidationError
from declarations.findings import Finding
from declarations.model import Agent, AgentKind, Dated, DateRole, DeclarationKind, Identifier, Signatory, parse_edtf
from declarations.records.akn.authorities import AUTHORS, Authorities
from declarations.records.akn.concepts import find_meaning
from declarations.records.akn.notes import report
from declarations.records.akn.vocabulary import CONTAINERS, DATE_NAMES, FLOWS, KINDS, OWN, UNKNOWN_DATES
from declarations.records.akn.wording import Wording

__all__ = ["Facts"]

_STRINGS = {"docTitle": "title", "location": "place", "event": "meeting", "session": "meeting"}
_HEADING = frozenset({*_STRINGS, *AUTHORS, "docDate", "docNumber", "docType"})
_SIGNERS = frozenset({"organization", "person"})
_SIGNING = frozenset({*_SIGNERS, "docDate", "role", "signature"})
_SCANNED = frozenset({*AUTHORS, "docDate"})
_OF = f"{OWN}of"
_DAY = len("2025-03-07")


@attrs.define(eq=False)
class Facts:
    """Collects facts; those that our record holds as well (`d:of`) are kept apart, by their place in it."""

    wording: Wording
    findings: list[Finding]
    references: Mapping[str, etree._Element]
    """Top level classes by eId."""
    is_own: bool
    """Whether there is a record of ours."""
    shown: dict[str, tuple[str, etree._Element]] = attrs.Factory(dict)
    """Words of facts in the record, and the elements that hold them, by their place in the record."""
    kind: DeclarationKind | None = None
    title: str | None = None
    subtitle: str | None = None
    place: str | None = None
    meeting: str | None = None
    identifiers: dict[str, Identifier] = attrs.Factory(dict)
    """By their value."""
    authorities: Authorities = attrs.Factory(Authorities)
    """Who may have issued it."""
    dates: dict[Dated, Dated] = attrs.Factory(dict)
    """Each once."""
    issuers: list[Agent] = attrs.Factory(list)
    """Those of them who have; known when all parts are read."""
    signatories: list[Signatory] = attrs.Factory(list)

    def settle_issuers(self) -> None:
        """Decide who has issued it, and report the others."""
        self.issuers = self.authorities.list_issuers()
        for element, name in self.authorities.list_others():
            report(self.findings, element, name)

    def read_preface(self, preface: etree._Element, alias: str | None) -> None:
        """Take all facts out of a preface; other words are title or subtitle if these are missing, else reported.

        `alias` is the title that the metadata give.
        """
        for element, words in list(self._split(preface, _HEADING)):  # first all that is marked
            is_title = any(self.wording.name(one) == "longTitle" for one in (element, *element.iterancestors()))
            if self.title is None and (is_title or alias is None):
                self.title = words
            elif self.subtitle is None and is_title:
                self.subtitle = words
            else:
                report(self.findings, element, words)

    def read_conclusions(self, conclusions: etree._Element) -> None:
        """Take out of the conclusions what holds only facts: containers of them, and paragraphs of signatures."""
        taken: set[etree._Element] = set()
        for element in list(conclusions.iter(etree.Element)):
            if element not in taken and self._holds_only_facts(element):
                taken.update(element.iter(etree.Element))
                for inner, words in self._split(element, _SIGNING):
                    report(self.findings, inner, words)
                _remove(element)

    def scan(self, part: etree._Element) -> None:
        """Take facts over that stand among other words, which stay where they are."""
        for element in part.iter(etree.Element):
            name = self.wording.name(element)
            if name in _SCANNED and self._find_place(element) is None:
                self._take(element, name)
            elif name == "signature":
                list(self._split(element, _SIGNING))

    def _holds_only_facts(self, element: etree._Element) -> bool:
        """Return whether an element is a container of facts, or a paragraph whose words are all in signatures."""
        name = self.wording.name(element)
        if name != "p":
            return name == "container" and element.get("name") in CONTAINERS
        outside = (element.text, *(child.tail for child in element))
        names = {self.wording.name(child) for child in element}
        return names == {"signature"} and not any(map(_says_something, outside))

    def _split(self, root: etree._Element, names: Collection[str]) -> Iterator[tuple[etree._Element, str]]:
        """Take the facts of some names over, and give the words outside of them, paragraph by paragraph."""
        pieces = [root.text]
        stack = [(root, iter(root))]
        while stack:
            element, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                if not stack or self.wording.name(element) in FLOWS:
                    yield from _collect(element, pieces)
                pieces.append(element.tail if stack else None)
                continue
            name = self.wording.name(child)
            if name in FLOWS:
                yield from _collect(element, pieces)
            if self._is_fact(child, name, names):
                pieces += [self._take(child, name), " ", child.tail]
            else:
                pieces.append(child.text)
                stack.append((child, iter(child)))

    def _is_fact(self, element: etree._Element, name: str, names: Collection[str]) -> bool:
        if name == "signature":
            return not any(self.wording.name(inner) in _SIGNERS for inner in element.iter(etree.Element))
        return (
            name in names
            or name == "authorialNote"
            or self._find_place(element) is not None
            or _is_subtitle(element, name)
        )

    def _find_place(self, element: etree._Element) -> str | None:
        return element.get(_OF) if self.is_own else None

    def _take(self, element: etree._Element, name: str) -> str | None:
        """Take one fact over; give its words if there is no place for it."""
        if name == "authorialNote":
            self.wording.take_note(element)
            return None
        words = self.wording.read(element).text
        place = self._find_place(element)
        if place is not None and place not in self.shown:
            self.shown[place] = words, element
            return None
        if not words.strip():
            return None
        try:
            return None if _find_taker(element, name)(self, element, words) else words
        except (ValidationError, KeyError):
            return words

    def take_subtitle(self, _: etree._Element, words: str) -> bool:
        """Take the second line of the title."""
        is_free = self.subtitle is None
        self.subtitle = words if is_free else self.subtitle
        return is_free

    def take_string(self, element: etree._Element, words: str) -> bool:
        """Take title, place or meeting; a second title is the subtitle."""
        name = self.wording.name(element)
        field = _STRINGS[name]
        if name == "docTitle" and self.title not in {None, words} and self.subtitle is None:
            field = "subtitle"
        if getattr(self, field) is None:
            setattr(self, field, words)
        return bool(getattr(self, field) == words)

    def take_kind(self, _: etree._Element, words: str) -> bool:
        """Take the kind of document."""
        kind = KINDS[words.strip().lower()]
        self.kind = self.kind or kind
        return self.kind is kind

    def take_number(self, _: etree._Element, words: str) -> bool:
        """Take a number of the document, without the dot that ends its line."""
        words = words.rstrip(" .")
        self.identifiers.setdefault(words, Identifier(words))
        return True

    def take_date(self, element: etree._Element, words: str) -> bool:
        """Take a date; what does not say its role is the date of the act."""
        dated = make_dated(element.get("date"), element.get("refersTo"), words, self.references)
        if dated:
            self.dates.setdefault(dated, dated)
        return dated is not None

    def take_issuer(self, element: etree._Element, words: str) -> bool:
        """Take one who may have issued it."""
        agent = self.make_agent(words, element.get("refersTo"), AgentKind.OTHER)
        self.authorities.add(agent, element, self.references)
        return True

    def take_signer(self, element: etree._Element, words: str) -> bool:
        """Take somebody who signed."""
        kind = _AGENT_KINDS.get(self.wording.name(element), AgentKind.OTHER)
        self.signatories.append(Signatory(agent=self.make_agent(words, element.get("refersTo"), kind)))
        return True

    def take_capacity(self, _: etree._Element, words: str) -> bool:
        """Take the office of the one who signed before."""
        if not self.signatories or self.signatories[-1].capacity is not None:
            return False
        self.signatories[-1] = attrs.evolve(self.signatories[-1], capacity=words)
        return True

    def make_agent(self, name: str, reference: str | None, kind: AgentKind) -> Agent:
        """Make an agent with what the references know of it; `kind` is that of one they do not know."""
        known = self.references.get((reference or "").removeprefix("#"))
        if known is None:
            return Agent(name=name, kind=kind)
        short = (known.get("shortForm") or "").strip() or None
        return Agent(name=name, abbreviation=short, kind=_AGENT_KINDS.get(self.wording.name(known), kind))


def make_dated(
    date: str | None,
    name: str | None,
    words: str | None,
    references: Mapping[str, etree._Element] = MappingProxyType({}),
) -> Dated | None:
    """Make a date of the attributes of an element; None for one that is not known, or broken.

    `name` is that of its role, or of the class that stands for the role in `references`.
    """
    day = (date or "")[:_DAY]
    if day in UNKNOWN_DATES:
        return None
    role = find_meaning(name, references, DATE_NAMES) or DateRole.ADOPTED
    try:
        return Dated(role=role, date=parse_edtf(day), text=words)
    except ValidationError:
        return None


Taker: TypeAlias = Callable[[Facts, Any, str], bool]
"""Takes the words of an element over; tells whether there was a place for them."""
_AGENT_KINDS = {
    "TLCPerson": AgentKind.PERSON,
    "TLCOrganization": AgentKind.ORGANIZATION,
    "person": AgentKind.PERSON,
    "organization": AgentKind.ORGANIZATION,
}
_TAKERS: Mapping[str, Taker] = {
    **dict.fromkeys(_STRINGS, Facts.take_string),
    **dict.fromkeys(AUTHORS, Facts.take_issuer),
    **dict.fromkeys(("organization", "person", "signature"), Facts.take_signer),
    "docDate": Facts.take_date,
    "docNumber": Facts.take_number,
    "docType": Facts.take_kind,
    "role": Facts.take_capacity,
}


def _find_taker(element: etree._Element, name: str) -> Taker:
    return Facts.take_subtitle if _is_subtitle(element, name) else _TAKERS[name]


def _is_subtitle(element: etree._Element, name: str) -> bool:
    return name == "block" and element.get("name") == "subtitle"


def _says_something(words: str | None) -> bool:
    return words is not None and any(char.isalnum() for char in words)


def _collect(element: etree._Element, pieces: list[str | None]) -> Iterator[tuple[etree._Element, str]]:
    """Yield the words collected so far, if they say anything, and begin anew."""
    words = " ".join("".join(piece for piece in pieces if piece).split())
    pieces.clear()
    if _says_something(words):
        yield element, words


def _remove(element: etree._Element) -> None:
    """Take an element out of the tree; the words after it stay."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
