"""Our own words: labels of facts and parts, names of the members of the word lists, counts and patterns.

Each is a `Message` for `declarations.language.messages`. Comments that begin with `Translators:` stand in the
catalogs; see `docs/how-to/translate-the-catalogs.md`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from declarations.language.messages import Message
from declarations.model import AgentKind, DateRole, DeclarationKind, SignatoryRole

__all__ = ["AGENT_KINDS", "COUNTS", "DATE_ROLES", "FIELDS", "KINDS", "PARTS", "PATTERNS", "SIGNATORY_ROLES"]

FIELDS: Mapping[str, Message] = MappingProxyType(
    {
        # Translators: a label before its value, like all messages of the context "field"
        "title": Message("field", "Title"),
        # Translators: in place of a title
        "no_title": Message("field", "(no title)"),
        "subtitle": Message("field", "Subtitle"),
        # Translators: kind of document: resolution, charter …
        "kind": Message("field", "Kind"),
        # Translators: number or symbol of the document, such as A/RES/78/1
        "identifier": Message("field", "Identifier"),
        "identifiers": Message("field", "Identifiers"),
        # Translators: the organization or person that makes the declaration
        "issuer": Message("field", "Issuer"),
        # Translators: the organizations or persons that make the declaration together
        "issuers": Message("field", "Issuers"),
        # Translators: the organization or person that a letter or motion is addressed to
        "addressee": Message("field", "Addressee"),
        # Translators: the organizations or persons that a letter or motion is addressed to
        "addressees": Message("field", "Addressees"),
        # Translators: day, month and year
        "date": Message("field", "Date"),
        "dates": Message("field", "Dates"),
        # Translators: where the document was adopted or issued
        "place": Message("field", "Place"),
        # Translators: followed by the name of the meeting that adopted the document, such as 26th General Assembly
        "meeting": Message("field", "Meeting"),
        # Translators: followed by the printed line that reports a vote: Adopted by 14 votes to 2
        "vote": Message("field", "Vote"),
        "votes": Message("field", "Votes"),
        # Translators: the language that the document is written in
        "language": Message("field", "Language"),
        # Translators: followed by the address or number of the original document
        "translation_of": Message("field", "Translation of"),
        # Translators: followed by what the document holds: 5 resolutions, 2 notes …
        "contents": Message("field", "Contents"),
        # Translators: followed by the name of the website on which the document was found
        "source": Message("field", "Source"),
        # Translators: followed by a URL
        "url": Message("field", "Web address"),
        # Translators: followed by the name of who put the document on the website
        "author": Message("field", "Posted by"),
        # Translators: section of the website
        "category": Message("field", "Category"),
        # Translators: sections of the website
        "categories": Message("field", "Categories"),
    }
)
"""Labels of facts; the singular stands before one value, the plural before several."""

PARTS: Mapping[str, Message] = MappingProxyType(
    {
        # Translators: heading over the paragraphs before the resolutions; lawyers say preamble or recitals
        "context": Message("part", "Context"),
        # Translators: heading over what is declared, decided or asked
        "resolutions": Message("part", "Resolutions"),
        # Translators: heading over the last paragraphs of the document
        "closing": Message("part", "Closing"),
        # Translators: heading over the names of those who signed
        "signatories": Message("part", "Signatories"),
        # Translators: heading over footnotes
        "notes": Message("part", "Notes"),
        "annexes": Message("part", "Annexes"),
    }
)
"""Headings of the parts of a declaration."""

KINDS: Mapping[DeclarationKind, Message] = MappingProxyType(
    {
        # Translators: a kind of document, like all messages of the context "kind"
        DeclarationKind.STATEMENT: Message("kind", "statement"),
        DeclarationKind.DECLARATION: Message("kind", "declaration"),
        DeclarationKind.RESOLUTION: Message("kind", "resolution"),
        DeclarationKind.DECISION: Message("kind", "decision"),
        DeclarationKind.RECOMMENDATION: Message("kind", "recommendation"),
        DeclarationKind.COMMUNIQUE: Message("kind", "communiqué"),
        # Translators: a proposal put to a meeting
        DeclarationKind.MOTION: Message("kind", "motion"),
        # Translators: a document that founds or binds, as the Charter of the United Nations
        DeclarationKind.CHARTER: Message("kind", "charter"),
        DeclarationKind.OPEN_LETTER: Message("kind", "open letter"),
        DeclarationKind.OTHER: Message("kind", "other"),
    }
)
"""Kinds of declarations."""

DATE_ROLES: Mapping[DateRole, Message] = MappingProxyType(
    {
        # Translators: what happened to the document on a date, in parentheses after the date, like all messages of
        # the context "date": "5 June 2023 (adopted)". Choose a noun where a participle would need a gender.
        DateRole.ADOPTED: Message("date", "adopted"),
        DateRole.SIGNED: Message("date", "signed"),
        DateRole.ISSUED: Message("date", "issued"),
        DateRole.DECIDED: Message("date", "decided"),
        DateRole.PUBLISHED: Message("date", "published"),
        # Translators: the document came into force
        DateRole.EFFECTIVE: Message("date", "effective"),
        DateRole.PROPOSED: Message("date", "proposed"),
        DateRole.DISCUSSED: Message("date", "discussed"),
        DateRole.DRAFTED: Message("date", "drafted"),
        # Translators: the document was voted down
        DateRole.NEGATIVED: Message("date", "rejected"),
        DateRole.WITHDRAWN: Message("date", "withdrawn"),
        DateRole.MODIFIED: Message("date", "modified"),
    }
)
"""What can happen on a date."""

AGENT_KINDS: Mapping[AgentKind, Message] = MappingProxyType(
    {
        # Translators: what sort of agent an issuer or signatory is, like all messages of the context "agent"
        AgentKind.ORGANIZATION: Message("agent", "organization"),
        # Translators: non-governmental organization
        AgentKind.NGO: Message("agent", "NGO"),
        AgentKind.PARTY: Message("agent", "political party"),
        AgentKind.GOVERNMENT: Message("agent", "government"),
        # Translators: an organ of something larger: an assembly, a committee, a board
        AgentKind.BODY: Message("agent", "body"),
        AgentKind.PERSON: Message("agent", "person"),
        AgentKind.OTHER: Message("agent", "other"),
    }
)
"""Kinds of agents."""

SIGNATORY_ROLES: Mapping[SignatoryRole, Message] = MappingProxyType(
    {
        # Translators: what a signatory did, before the name, like all messages of the context "signatory"
        SignatoryRole.SIGNER: Message("signatory", "signer"),
        # Translators: who put a motion to the meeting
        SignatoryRole.MOVER: Message("signatory", "mover"),
        # Translators: who supported the motion of another, so that it could be put to the meeting
        SignatoryRole.SECONDER: Message("signatory", "seconder"),
        SignatoryRole.SPONSOR: Message("signatory", "sponsor"),
        SignatoryRole.WITNESS: Message("signatory", "witness"),
        SignatoryRole.OTHER: Message("signatory", "other"),
    }
)
"""What a signatory can do."""

COUNTS: Mapping[str, Message] = MappingProxyType(
    {
        # Translators: paragraphs before the resolutions; {n} is a number, here and in the next messages
        "context": Message("count", "{n} context paragraph", "{n} context paragraphs"),
        "resolutions": Message("count", "{n} resolution", "{n} resolutions"),
        "signatories": Message("count", "{n} signatory", "{n} signatories"),
        # Translators: notes at the foot of a page or at the end of the document
        "notes": Message("count", "{n} note", "{n} notes"),
        "annexes": Message("count", "{n} annex", "{n} annexes"),
    }
)
"""How many of each part a declaration has, in the order of the document."""

PATTERNS: Mapping[str, Message] = MappingProxyType(
    {
        # Translators: a label and its value, with the colon and the space that your language uses
        "line": Message("pattern", "{label}: {value}"),
        # Translators: a detail in parentheses: "5 June 2023 (adopted)", "Chinese (Taiwan)"
        "detail": Message("pattern", "{main} ({detail})"),
        # Translators: two details of a language: "Traditional, Taiwan"
        "details": Message("pattern", "{first}, {second}"),
        # Translators: who signs for somebody else; both are names that cannot be declined
        "behalf": Message("pattern", "{name}, for {principal}"),
    }
)
"""How pieces are put together."""
