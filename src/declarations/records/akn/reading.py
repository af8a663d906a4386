"""Akoma Ntoso to declaration: one document, its parts in any order, ours or that of others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias, cast

import attrs
from lxml import etree

from declarations.findings import Finding, FindingCode
from declarations.model import Agent, AgentKind, Clause, Dated, Declaration, DeclarationKind, Identifier, Source
from declarations.records.akn.concepts import find_meaning
from declarations.records.akn.facts import Facts, make_dated
from declarations.records.akn.flow import Flow
from declarations.records.akn.languages import to_tag
from declarations.records.akn.notes import place
from declarations.records.akn.parts import Heading, Named, Part, build_clauses, flatten
from declarations.records.akn.record import amend, find_record, read_record
from declarations.records.akn.vocabulary import DATE_NAMES, KINDS, stance_of
from declarations.records.akn.voting import read_votes
from declarations.text import Text

__all__ = ["Complete", "read_document"]

Complete: TypeAlias = Callable[[Declaration], Declaration]
"""Adds to a declaration what Akoma Ntoso of others has no place for."""

_FRONT = frozenset({"coverPage", "header", "preface"})
_BACK = frozenset({"attachments", "components"})
_HINGES = {"transition": True, "enactingAuthority": False, "enactingFormula": False}
"""Formulas that tell by their names whether they lead over to the resolutions."""
_UNTITLED = frozenset({"", "untitled"})  # what tools write where they know no title


def read_document(
    document: etree._Element, *, ignore_unknown: bool, max_depth: int, complete: Complete | None
) -> tuple[Declaration, tuple[Finding, ...]]:
    """Read a document element; it is changed while it is read. `complete` adds to one without a record of ours.

    Raises `LimitError` for clauses that are nested too deep.
    """
    findings: list[Finding] = []
    reader = _Reader(document, findings, ignore_unknown=ignore_unknown, max_depth=max_depth)
    declaration = reader.read()
    if complete and not reader.is_own:
        declaration = complete(declaration)
    return declaration, tuple(findings)


@attrs.define
class _Sections:
    """The words of a declaration by their section."""

    context: list[Part] = attrs.Factory(list)
    resolutions: list[Part] = attrs.Factory(list)
    enacting: list[Text] = attrs.Factory(list)
    formula: list[Text] = attrs.Factory(list)
    context_heading: Text | None = None
    resolutions_heading: Text | None = None
    closing: list[Text] = attrs.Factory(list)
    annexes: list[Part] = attrs.Factory(list)


class _Reader:
    def __init__(
        self, document: etree._Element, findings: list[Finding], *, ignore_unknown: bool, max_depth: int
    ) -> None:
        tag = str(document.tag)
        self._document = document
        self._prefix = prefix = tag[: tag.find("}") + 1]
        self._meta = document.find(f"{prefix}meta")
        element = find_record(self._meta)
        self._record = None
        if element is not None:
            self._record = read_record(element, findings, ignore_unknown=ignore_unknown)
        self._flow = Flow(prefix, findings, max_depth=max_depth, is_own=self._record is not None)
        if self._meta is not None:
            self._flow.read_meta(self._meta, element)
        references = {str(one.get("eId")): one for one in self._find_meta("references/*") if one.get("eId")}
        if not self._flow.is_own:
            self._report_ids()
        self._facts = Facts(self._flow.wording, findings, references, self._flow.is_own)
        self._sections = _Sections()

    @property
    def is_own(self) -> bool:
        """Whether the document has a record of ours."""
        return self._flow.is_own

    def read(self) -> Declaration:
        """Read all parts in the order in which they stand, a cover last: its title is rarely that of the act."""
        for part in sorted(self._document, key=lambda part: self._flow.wording.name(part) == "coverPage"):
            self._read_part(part, self._flow.wording.name(part))
        strays = (self._document.text, *(part.tail for part in self._document))
        self._sections.closing += [Text(" ".join(stray.split())) for stray in strays if stray and stray.strip()]
        sections, facts = self._sections, self._facts
        words: dict[str, Any] = {
            "title": facts.title,
            "subtitle": facts.subtitle,
            "enacting": _join(sections.enacting),
            "context_heading": sections.context_heading,
            "context": self._build(sections.context),
            "formula": _join(sections.formula),
            "resolutions_heading": sections.resolutions_heading,
            "resolutions": self._build(sections.resolutions),
            "closing": sections.closing,
            "annexes": self._build(sections.annexes),
            "notes": self._flow.notes.notes,
        }
        facts.settle_issuers()
        base = self._guess() if self._record is None else amend(self._record, facts)
        words["title"] = words["title"] or base.title
        return attrs.evolve(base, **words)

    def _report_ids(self) -> None:
        """Report ids that stand for several elements, as editors leave them: nothing can refer to one of these."""
        counts = Counter(cast("list[str]", self._document.xpath("descendant-or-self::*/@xml:id")))
        for id, count in counts.items():
            if count > 1:
                message, position = f"{count} elements have the xml:id {str(id)!r}", place(self._document)
                self._flow.findings.append(Finding(FindingCode.BROKEN_METADATA, message, position=position))

    def _build(self, parts: list[Part]) -> tuple[Clause, ...]:
        return build_clauses(parts, counting=not self._flow.is_own)

    def _read_part(self, part: etree._Element, name: str) -> None:
        if name in _FRONT:
            self._facts.read_preface(part, self._find_alias())
        elif name == "preamble":
            self._facts.scan(part)
            self._read_preamble(part)
        elif name == "conclusions":
            self._facts.read_conclusions(part)
            self._facts.scan(part)
            self._sections.closing += flatten(self._flow.gather(part))
        elif name in _BACK:
            self._sections.annexes += self._flow.gather(part)
        elif part is not self._meta:
            self._read_body(part)

    def _read_preamble(self, part: etree._Element) -> None:
        sections = self._sections
        parts = self._flow.gather(part)
        if not self._flow.is_own and _is_led(parts):
            sections.enacting += flatten(parts[:1])
            del parts[0]
        for one in parts:
            if isinstance(one, Named) and one.tag == "formula":
                self._add_formula(one)
            elif isinstance(one, Heading) and not sections.context and sections.context_heading is None:
                sections.context_heading = one.text
            else:
                sections.context += _take_stance(one)

    def _add_formula(self, formula: Named) -> None:
        """Add a formula: one before the context names who acts, one after it leads over to the resolutions."""
        sections = self._sections
        has_both = bool(sections.enacting and sections.context)  # who acts was said, and why
        is_formula = has_both or _HINGES.get(formula.name, bool(sections.context))
        (sections.formula if is_formula else sections.enacting).extend(flatten(formula.parts))

    def _read_body(self, part: etree._Element) -> None:
        """Read the body, in which some put the preamble as well (AKN4UN)."""
        sections = self._sections
        is_preamble = False
        for one in self._flow.gather(part):
            if isinstance(one, Heading) and one.refers:
                is_preamble = "preamble" in one.refers.lower()
                self._add_heading(one, is_preamble=is_preamble)
            elif isinstance(one, Named) and one.tag == "formula":
                self._add_formula(one)
            elif is_preamble or (isinstance(one, Named) and (one.name == "preamble" or stance_of(one.name))):
                sections.context += _take_stance(one)
            else:
                sections.resolutions.append(one)

    def _add_heading(self, heading: Heading, *, is_preamble: bool) -> None:
        """Take the heading of a part of the body; a second one heads what follows it only."""
        sections = self._sections
        if is_preamble and sections.context_heading is None:
            sections.context_heading = heading.text
        elif not is_preamble and sections.resolutions_heading is None and not sections.resolutions:
            sections.resolutions_heading = heading.text
        else:
            (sections.context if is_preamble else sections.resolutions).append(heading)

    def _guess(self) -> Declaration:
        """Make what is no text of a document of others, from its words and else from its metadata."""
        facts = self._facts
        numbers = [Identifier(value) for value in self._list_values("FRBRWork/FRBRnumber")]
        languages = map(to_tag, self._list_values("FRBRExpression/FRBRlanguage", "language"))
        return Declaration(
            kind=facts.kind or self._find_kind(),
            title=self._find_alias(),
            identifiers=facts.identifiers.values() or numbers,
            issuers=facts.issuers or self._list_authors(),
            dates=self._list_dates(),
            place=facts.place,
            meeting=facts.meeting,
            votes=read_votes(self._find_meta("analysis/parliamentary/*"), facts.references, self._flow.findings),
            language=next((language for language in languages if language), None),
            signatories=facts.signatories,
            source=self._find_source(),
            translation_of=next(self._list_values("FRBRExpression/FRBRtranslation", "href"), None),
        )

    def _find_kind(self) -> DeclarationKind:
        """Return the kind by what the document is called, best by a name that its type does not have already."""
        uris = "".join(self._list_values("FRBRWork/FRBRuri")).split("/")
        names = [*self._list_values("FRBRWork/FRBRsubtype"), self._document.get("name", ""), *uris]
        known = [name.lower() for name in names if name.lower() in KINDS]
        own = [name for name in known if name != self._flow.wording.name(self._document)]
        return KINDS[[*own, *known, DeclarationKind.OTHER][0]]

    def _find_alias(self) -> str | None:
        """Return the title that the metadata have, if it says something."""
        aliases = [one for one in self._find_meta("identification/FRBRWork/FRBRalias") if one.get("value")]
        titles = [str(one.get("value")) for one in sorted(aliases, key=lambda one: one.get("name") != "title")]
        return next((title for title in titles if title.strip().lower() not in _UNTITLED), None)

    def _list_authors(self) -> list[Agent]:
        found = []
        for reference in self._list_values("FRBRWork/FRBRauthor", "href"):
            known = self._facts.references.get(reference.removeprefix("#"))
            name = known.get("showAs", "") if known is not None else ""
            if name.strip():
                found.append(self._facts.make_agent(name, reference, AgentKind.OTHER))
        return found

    def _list_dates(self) -> list[Dated]:
        """Return the dates that the words give, and of the metadata those for roles of which the words say nothing."""
        dates = list(self._facts.dates)
        for level in ("FRBRWork", "FRBRExpression"):
            for one in self._find_meta(f"identification/{level}/FRBRdate"):
                dated = make_dated(one.get("date"), one.get("name"), None)
                is_named = level == "FRBRWork" or find_meaning(one.get("name"), {}, DATE_NAMES) is not None
                if dated and is_named and all(dated.role != known.role for known in dates):
                    dates.append(dated)
        return dates

    def _find_source(self) -> Source | None:
        """Return the keywords of the metadata as categories of the source."""
        words = (one.get("showAs") or one.get("value") or "" for one in self._find_meta("classification/keyword"))
        categories = dict.fromkeys(word.strip() for word in words if word.strip())
        return Source(categories=categories) if categories else None

    def _list_values(self, path: str, attribute: str = "value") -> Iterator[str]:
        values = (one.get(attribute, "") for one in self._find_meta(f"identification/{path}"))
        return (value for value in values if value.strip())

    def _find_meta(self, path: str) -> list[etree._Element]:
        if self._meta is None:
            return []
        steps = path.split("/")
        return self._meta.findall("/".join(step if step == "*" else f"{self._prefix}{step}" for step in steps))


def _is_led(parts: list[Part]) -> bool:
    """Return whether a preamble begins with a plain paragraph before its recitals: the words that name who acts."""
    kinds = [isinstance(part, Text) for part in parts]
    return len(kinds) > 1 and kinds[0] and not any(kinds[1:])


def _take_stance(part: Part) -> Iterable[Part]:
    """Return the clauses of a container that is named after their stance, as `recalling`; any other part as it is."""
    stance = stance_of(part.name) if isinstance(part, Named) else None
    if stance is None:
        return (part,)
    return [attrs.evolve(clause, stance=stance) for clause in build_clauses([part])]


def _join(texts: list[Text]) -> Text | None:
    return Text.join(texts) if texts else None
