"""Declarations as JSON-LD in the words of schema.org, for search engines; written only.

A resolution or decision is a `Legislation`, any other document a `CreativeWork` with its kind as `genre`. Names of
types and properties are those of schema.org 30.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from declarations.model import (
    Agent,
    AgentKind,
    Clause,
    DateRange,
    DateRole,
    Declaration,
    DeclarationKind,
    Identifier,
    Signatory,
    SignatoryRole,
)

__all__ = ["dumps"]

_Node = dict[str, Any]

_LEGISLATION = frozenset({DeclarationKind.RESOLUTION, DeclarationKind.DECISION})
_AGENTS: Mapping[AgentKind, str] = MappingProxyType(
    {
        AgentKind.NGO: "NGO",
        AgentKind.PARTY: "PoliticalParty",
        AgentKind.GOVERNMENT: "GovernmentOrganization",
        AgentKind.PERSON: "Person",
    }
)
"""Types of agents; all others are an `Organization`."""
_DATES: Mapping[str, tuple[DateRole, ...]] = MappingProxyType(
    {
        "dateCreated": (DateRole.ADOPTED, DateRole.SIGNED, DateRole.DECIDED, DateRole.DRAFTED),
        "datePublished": (DateRole.PUBLISHED, DateRole.ISSUED),
        "dateModified": (DateRole.MODIFIED,),
        "expires": (DateRole.WITHDRAWN,),
    }
)
"""Properties for dates, each with the roles that it takes, the best first."""
_LEGAL_DATES: Mapping[str, tuple[DateRole, ...]] = MappingProxyType(
    {
        "legislationDate": (DateRole.ADOPTED, DateRole.SIGNED, DateRole.DECIDED),
        "legislationDateOfApplicability": (DateRole.EFFECTIVE,),
    }
)
"""What only a `Legislation` has besides."""
_MEETING_DATES = frozenset({DateRole.ADOPTED, DateRole.DECIDED, DateRole.DISCUSSED, DateRole.SIGNED})
_PARTS: Mapping[str, str] = MappingProxyType({"context": "context", "resolutions": "resolution", "annexes": "annex"})
_DEEPEST = 16  # levels of clauses that are nested; the words of deeper ones stand in the text of their clause


def dumps(declaration: Declaration) -> bytes:
    """Write a declaration as JSON-LD in UTF-8.

    What schema.org has no property for, such as notes and votes, is left out: the format is for finding, not for
    keeping. Nothing is linked but URLs of the schemes http and https.
    """
    is_legal = declaration.kind in _LEGISLATION
    node = {
        "@context": "https://schema.org",
        "@type": "Legislation" if is_legal else "CreativeWork",
        **_describe(declaration),
        **(_describe_legislation(declaration) if is_legal else {}),
        "hasPart": _list_parts(
            (clause, kind) for field, kind in _PARTS.items() for clause in getattr(declaration, field)
        ),
    }
    return msgspec.json.encode(_drop_empty(node))


def _describe(declaration: Declaration) -> _Node:
    """Return what every work has."""
    source = declaration.source
    is_told = declaration.kind is not DeclarationKind.OTHER
    return {
        "name": declaration.title,
        "alternativeHeadline": declaration.subtitle,
        "genre": declaration.kind.value if is_told else None,
        "identifier": [_name_identifier(identifier) for identifier in declaration.identifiers],
        "url": _link(source.url if source else None),
        "inLanguage": declaration.language if declaration.language != "und" else None,
        "author": [_name_agent(agent) for agent in declaration.issuers],
        "audience": [_name("Audience", str(agent)) for agent in declaration.addressees],
        **_list_dates(declaration, _DATES),
        "locationCreated": _name("Place", declaration.place),
        "recordedAt": _describe_meeting(declaration),
        "sponsor": [_name_signatory(one) for one in declaration.signatories if one.role is SignatoryRole.SPONSOR],
        "contributor": [
            _name_signatory(one) for one in declaration.signatories if one.role is not SignatoryRole.SPONSOR
        ],
        "keywords": list(source.categories) if source else None,
        "isPartOf": _name("WebSite", source.site if source else None),
        "translationOfWork": _refer(declaration),
    }


def _describe_legislation(declaration: Declaration) -> _Node:
    """Return what only resolutions and decisions have."""
    identifier = declaration.identifiers[0].value if declaration.identifiers else None
    return {
        "genre": None,
        "legislationType": declaration.kind.value,
        "legislationIdentifier": identifier,
        "legislationPassedBy": [_name_agent(agent) for agent in declaration.issuers],
        **_list_dates(declaration, _LEGAL_DATES),
    }


def _list_dates(declaration: Declaration, properties: Mapping[str, tuple[DateRole, ...]]) -> _Node:
    """Return dates in ISO 8601; ranges are no dates to schema.org."""
    dates: _Node = {}
    for name, roles in properties.items():
        found = (declaration.dated(role) for role in roles)
        single = (dated for dated in found if dated and not isinstance(dated.date, DateRange))
        if dated := next(single, None):
            dates[name] = dated.datetime.isoformat() if dated.datetime else str(dated.date)
    return dates


def _describe_meeting(declaration: Declaration) -> _Node | None:
    """Return the meeting, with its days where the declaration was adopted on several."""
    acts = (dated.date for dated in declaration.dates if dated.role in _MEETING_DATES)
    days = next((date for date in acts if isinstance(date, DateRange)), None)
    event = _name("Event", declaration.meeting)
    if event and days:
        event |= {"startDate": str(days.start), "endDate": str(days.end)}
    return event


def _refer(declaration: Declaration) -> _Node | None:
    """Name the work that this one translates, by its address or its number."""
    if not declaration.translation_of:
        return None
    name = "url" if _link(declaration.translation_of) else "identifier"
    return {"@type": "CreativeWork", name: declaration.translation_of}


def _list_parts(clauses: Iterable[tuple[Clause, str | None]], depth: int = 1) -> list[_Node]:
    """Return clauses with their items inside them, as deep as `_DEEPEST`; each comes with the part that it is of."""
    return [
        {
            **_describe_clause(clause, position, is_whole=depth == _DEEPEST),
            "additionalType": kind,
            "hasPart": _list_parts(((item, None) for item in clause.items), depth + 1) if depth < _DEEPEST else [],
        }
        for position, (clause, kind) in enumerate(clauses, 1)
    ]


def _describe_clause(clause: Clause, position: int, *, is_whole: bool) -> _Node:
    """Return a clause without its items, or with all their words in its text."""
    own = "\n".join(text.text for text in (*clause.paragraphs, *clause.tail))
    return {
        "@type": "CreativeWork",
        "identifier": clause.id,
        "position": position,
        "name": " ".join(str(part) for part in (clause.label, clause.heading) if part),
        "text": clause.text if is_whole else own,
    }


def _name_agent(agent: Agent) -> _Node:
    return {
        "@type": _AGENTS.get(agent.kind, "Organization"),
        "name": agent.name,
        "alternateName": [name for name in (agent.abbreviation, *agent.aliases) if name],
        "url": _link(agent.url),
        "identifier": [_name_identifier(identifier) for identifier in agent.identifiers],
    }


def _name_signatory(signatory: Signatory) -> _Node:
    """Return the agent; offices are only for persons, and so who has one is taken for a person."""
    agent = _name_agent(signatory.agent)
    if signatory.agent.kind is AgentKind.OTHER and signatory.capacity:
        agent["@type"] = "Person"
    is_person = agent["@type"] == "Person"
    principal = signatory.on_behalf_of
    agent["jobTitle"] = signatory.capacity if is_person else None
    agent["affiliation" if is_person else "memberOf"] = principal and _name_agent(principal)
    return agent


def _name_identifier(identifier: Identifier) -> str | _Node:
    if identifier.scheme is None:
        return identifier.value
    return {"@type": "PropertyValue", "propertyID": identifier.scheme, "value": identifier.value}


def _name(kind: str, name: str | None) -> _Node | None:
    return {"@type": kind, "name": name} if name else None


def _link(url: str | None) -> str | None:
    return url if url and url.lower().startswith(("https://", "http://")) else None


def _drop_empty(node: _Node) -> _Node:
    """Leave out, at every level, what says nothing, and take single values out of their lists."""
    kept: _Node = {}
    for name, value in node.items():
        if isinstance(value, dict):
            kept[name] = _drop_empty(value)
        elif isinstance(value, list) and value:
            inner = [_drop_empty(one) if isinstance(one, dict) else one for one in value]
            kept[name] = inner if len(inner) > 1 or name == "hasPart" else inner[0]
        elif value not in (None, "", []):
            kept[name] = value
    return kept
