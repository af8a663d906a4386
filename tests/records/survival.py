"""Which field of the model survives which format: every field gets values, is written, read back, and compared.

A format that is only written holds a field if declarations that differ in nothing else are written differently.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import attrs

import declarations
from declarations import (
    Agent,
    Clause,
    Dated,
    DateRange,
    Declaration,
    Identifier,
    Label,
    Note,
    PartialDate,
    Signatory,
    Source,
    Text,
    Vote,
)
from declarations.formats import find_format
from declarations.model import (
    Action,
    AgentKind,
    DateRole,
    DeclarationKind,
    LabelStyle,
    SignatoryRole,
    Stance,
    VoteManner,
)
from declarations.text import Mark, MarkKind

__all__ = ["FIELDS", "VALUES", "Survival", "comes_back", "is_told", "make", "survives"]

_WORDS = "The port asks the town for walls."
_CLAUSE = Clause(paragraphs=[_WORDS], action="asks")
_BASE = Declaration(title="On Walls", identifiers=[Identifier("7", scheme="HA")], language="en", resolutions=[_CLAUSE])
_NOTE = Note(id="n1", label="1", paragraphs=["See the plans."])
_DAY = PartialDate(2025, 3, 7)


def _other(members: type[StrEnum]) -> list[StrEnum]:
    """Give the members of a closed list, without that which says nothing."""
    return [member for member in members if member.value != "other"]


def _mark(kind: MarkKind) -> Mark:
    targets = {MarkKind.LINK: "https://example.org/", MarkKind.LANGUAGE: "fr", MarkKind.NOTE: "n1"}
    return Mark(4, 4 if kind is MarkKind.NOTE else 8, kind, targets.get(kind))


PLAIN: dict[str, dict[str, Any]] = {
    "Declaration": {},
    "Identifier": {"value": "7"},
    "Agent": {"name": "Harbour Assembly"},
    "Dated": {"role": "adopted", "date": _DAY},
    "Clause": {"paragraphs": [_WORDS], "action": "asks"},
    "Label": {"printed": "1."},
    "Text": {"text": _WORDS},
    "Vote": {"printed": "Carried by 3 votes to 2.", "manner": "majority"},
    "Signatory": {"agent": Agent(name="Ada Quay")},
    "Note": {"id": "n1", "paragraphs": ["See the plans."]},
    "Source": {"url": "https://example.org/walls"},
}
"""What an object of each class has besides the field in question."""

VALUES: dict[str, list[Any]] = {
    "Declaration.kind": _other(DeclarationKind),
    "Declaration.title": ["On Bread"],
    "Declaration.subtitle": ["Second reading"],
    "Declaration.identifiers": [
        [Identifier("8", scheme="HA"), Identifier("10.5/8", scheme="doi"), Identifier("urn:x:8", scheme="urn")],
        [Identifier("urn:x:8", scheme="urn"), Identifier("8", scheme="HA")],
    ],
    "Declaration.issuers": [[Agent(name="Pier Union")], [Agent(name="Pier Union"), Agent(name="Quay Board")]],
    "Declaration.addressees": [[Agent(name="Quay Council")], [Agent(name="Quay Council"), Agent(name="Harbour Board")]],
    "Declaration.dates": [[Dated(role="adopted", date=_DAY), Dated(role="drafted", date="2025-01-02")]],
    "Declaration.place": ["Old Port"],
    "Declaration.meeting": ["12th General Assembly"],
    "Declaration.language": ["fr", "zh-Hans", "pt-BR"],
    "Declaration.enacting": [Text("The Harbour Assembly,")],
    "Declaration.context_heading": [Text("Preamble")],
    "Declaration.context": [
        [Clause(paragraphs=["Recalling the flood,"], stance="recalling")],
        [Clause(paragraphs=["In view of the flood,"])],
    ],
    "Declaration.formula": [Text("Resolves:")],
    "Declaration.resolutions_heading": [Text("Resolved")],
    "Declaration.resolutions": [
        [_CLAUSE, Clause(paragraphs=["It thanks the crew."], action="thanks")],
        [_CLAUSE, Clause(paragraphs=["There will be walls."])],
    ],
    "Declaration.closing": [[Text("Done at Old Port."), Text("Long live the port!")]],
    "Declaration.votes": [[Vote("Carried.", manner="majority")], [Vote("Carried 3-2.")]],
    "Declaration.signatories": [[Signatory(agent=Agent(name="Ada Quay"))]],
    "Declaration.notes": [[_NOTE]],
    "Declaration.annexes": [[Clause(heading="Annex", paragraphs=["Plans."])]],
    "Declaration.source": [Source(url="https://example.org/"), Source(media_type="text/html")],
    "Declaration.translation_of": ["HA/2025/3"],
    "Identifier.value": ["8"],
    "Identifier.scheme": ["local", "doi"],
    "Agent.name": ["Pier Union"],
    "Agent.abbreviation": ["HA"],
    "Agent.kind": _other(AgentKind),
    "Agent.url": ["https://example.org/port"],
    "Agent.identifiers": [[Identifier("Q1", scheme="wikidata")]],
    "Agent.aliases": [["Harbor Assembly"]],
    "Dated.role": list(DateRole),
    "Dated.date": [
        PartialDate(2024, 2, 29),
        PartialDate(2025, 3),
        PartialDate(2025),
        DateRange(_DAY, PartialDate(2025, 3, 9)),
    ],
    "Dated.time": [dt.time(9, 30)],
    "Dated.text": ["7 March 2025"],
    "Clause.id": ["walls"],
    "Clause.label": [Label("2.", ordinal=2, style="decimal")],
    "Clause.heading": [Text("Walls")],
    "Clause.paragraphs": [[Text("It asks for bread."), Text("And for butter.")]],
    "Clause.items": [[Clause(label=Label("(a)"), paragraphs=["in the north;"]), Clause(paragraphs=["in the south."])]],
    "Clause.tail": [[Text("Before the winter.")]],
    "Clause.phrase": ["asks"],
    "Clause.stance": list(Stance),
    "Clause.action": list(Action),
    "Label.printed": ["(ii)"],
    "Label.ordinal": [7],
    "Label.style": _other(LabelStyle),
    "Text.text": ["It asks for bread.", "It asks\n\nfor bread."],
    "Vote.printed": ["Adopted by 4 votes to 1."],
    "Vote.manner": _other(VoteManner),
    "Vote.in_favour": [3],
    "Vote.against": [2],
    "Vote.abstaining": [1],
    "Signatory.agent": [Agent(name="Bo Mole")],
    "Signatory.role": _other(SignatoryRole)[1:],  # a signer is one who signed, and no more is said
    "Signatory.capacity": ["President"],
    "Signatory.on_behalf_of": [Agent(name="Pier Union")],
    "Note.id": ["n2"],
    "Note.label": ["*"],
    "Note.paragraphs": [[Text("See the drawings."), Text("And the bill.")]],
    "Source.url": ["https://example.org/bread"],
    "Source.site": ["Harbour News"],
    "Source.author": ["press office"],
    "Source.categories": [["Statements", "Walls"]],
    "Source.media_type": ["text/html", "text/x-odd"],
    **{f"Mark.{kind}": [_mark(kind)] for kind in MarkKind},
}
"""Values of every field; the defaults say nothing and are not among them."""

FIELDS = tuple(VALUES)
"""Every field of the model as `Class.field`, and every kind of mark as `Mark.kind`."""

_PLACES: dict[str, Callable[[Any], Declaration]] = {
    "Declaration": lambda one: one,
    "Identifier": lambda one: attrs.evolve(_BASE, identifiers=[one]),
    "Agent": lambda one: attrs.evolve(_BASE, issuers=[one]),
    "Dated": lambda one: attrs.evolve(_BASE, dates=[one]),
    "Clause": lambda one: attrs.evolve(_BASE, resolutions=[one]),
    "Label": lambda one: attrs.evolve(_BASE, resolutions=[attrs.evolve(_CLAUSE, label=one)]),
    "Text": lambda one: attrs.evolve(_BASE, resolutions=[attrs.evolve(_CLAUSE, paragraphs=[one])]),
    "Vote": lambda one: attrs.evolve(_BASE, closing=[one.printed], votes=[one]),
    "Signatory": lambda one: attrs.evolve(_BASE, signatories=[one]),
    "Note": lambda one: attrs.evolve(
        _BASE,
        resolutions=[attrs.evolve(_CLAUSE, paragraphs=[Text(_WORDS, [Mark(4, 4, "note", one.id)])])],
        notes=[one],
    ),
    "Source": lambda one: attrs.evolve(_BASE, source=one),
}
"""Where an object of each class stands."""

_HOLDERS = {
    "Identifier": "Declaration.identifiers",
    "Agent": "Declaration.issuers",
    "Dated": "Declaration.dates",
    "Label": "Clause.label",
    "Vote": "Declaration.votes",
    "Signatory": "Declaration.signatories",
    "Note": "Declaration.notes",
    "Source": "Declaration.source",
}
"""The field that an object of each class is lost with."""


class Survival(StrEnum):
    """Whether a field survives."""

    YES = "yes"
    PARTLY = "partly"
    """Some of its values do."""
    NO = "no"


def make(field: str, value: object) -> Declaration:
    """Make a declaration whose field has a value."""
    owner, _, name = field.partition(".")
    if owner == "Mark":
        return _PLACES["Text"](Text(_WORDS, [value]))
    if owner == "Declaration":
        return attrs.evolve(_BASE, **{name: value})
    if name == "stance":
        return attrs.evolve(_BASE, context=[Clause(paragraphs=["In view of the flood,"], stance=value)])
    return _PLACES[owner](getattr(declarations, owner)(**PLAIN[owner] | {name: value}))


_SHOWN: dict[type, tuple[str, ...]] = {
    Identifier: ("value",),
    Agent: ("name", "abbreviation"),
    Dated: ("role", "date"),
    Clause: ("label", "heading", "paragraphs", "items", "tail"),
    Label: ("printed",),
    Note: ("paragraphs",),
    Vote: ("printed",),
    Signatory: ("agent", "capacity"),
    Source: ("url", "site", "author", "categories"),
    Text: ("text",),
}
"""What people read of an object of each class; its other fields have rows of their own."""


def show(value: Any) -> Any:
    """Give what people read of a value."""
    if isinstance(value, tuple):
        return tuple(map(show, value))
    return tuple(show(getattr(value, name)) for name in _SHOWN[type(value)]) if type(value) in _SHOWN else value


def comes_back(format: str, field: str, value: object, *, shown: bool = False) -> bool:
    """Tell whether a format gives back the value of a field, or at least shows it if it is only written.

    `shown` compares no more of it than people read.
    """
    declaration = make(field, value)
    written = declarations.render(declaration, format)
    if find_format(format).is_readable:
        back = declarations.parse(written, format=format)
        reduce = show if shown else lambda one: one
        found, wanted = ([reduce(one) for one in find_values(of, field)] for of in (back, declaration))
        return found == wanted
    others = [_BASE if field.startswith("Declaration.") else make(*_plain(field))]
    others += [make(field, other) for other in VALUES[field] if other != value]
    return all(declarations.render(other, format) != written for other in others if other != declaration)


def _plain(field: str) -> tuple[str, Any]:
    """Give a field and the value that says nothing, or the plain one where there must be one."""
    owner, _, name = field.partition(".")
    if owner == "Mark":
        return "Text.text", _WORDS
    if name == "stance":
        return field, None
    default = getattr(attrs.fields(getattr(declarations, owner)), name).default
    return field, PLAIN[owner].get(name, None if default is attrs.NOTHING else default)


def find_values(declaration: Declaration, field: str) -> Any:
    """Go through all values of a field, in the order of the document."""
    owner, _, name = field.partition(".")
    stack: list[Any] = [declaration]
    while stack:
        one = stack.pop()
        if type(one).__name__ == owner and (owner != "Mark" or one.kind == name):
            yield one if owner == "Mark" else getattr(one, name)
        held = [getattr(one, part.name) for part in attrs.fields(type(one))]
        inside = [item for value in held for item in (value if isinstance(value, tuple) else (value,))]
        stack += [item for item in inside[::-1] if attrs.has(type(item)) and not isinstance(item, PartialDate)]


def is_told(format: str, field: str, value: object) -> bool:
    """Tell whether a finding says that the value of a field is lost, itself or with what holds it."""
    found = declarations.inspection.find_losses(make(field, value), format)
    names = {re.search(r"no place for (\S+):", finding.message)[1] for finding in found}
    return bool(names & {field, _HOLDERS.get(field.partition(".")[0])})


def survives(format: str, field: str) -> Survival:
    """Tell whether a field survives a format; of objects, whether what people read of them does."""
    back = {comes_back(format, field, value, shown=True) for value in VALUES[field]}
    return Survival.PARTLY if len(back) > 1 else Survival.YES if back.pop() else Survival.NO
