"""The words of edoxen v1 beside ours: the closed lists of its schema.

Its lists are shorter than ours. Every one of ours has the nearest of theirs; where both mean the same, reading
gives ours back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Generic, TypeVar

import attrs

from declarations.model import Action, DateRole, DeclarationKind, Identifier, Stance, VoteManner

__all__ = [
    "ACTIONS",
    "AFFIRMATIVE",
    "CONSIDERATIONS",
    "DATES",
    "DEGREES",
    "KEYS",
    "KINDS",
    "NO_DAY",
    "OWN_KEYS",
    "WordList",
    "read_media_type",
    "sort_identifiers",
    "split_identifiers",
    "write_media_type",
]

E = TypeVar("E", bound=StrEnum)


@attrs.frozen
class WordList(Generic[E]):
    """Our words and theirs."""

    same: Mapping[E, str]
    """Ours that mean just what theirs do."""
    near: Mapping[E, str | None]
    """Ours for which theirs is only the nearest; None where none is near."""

    def write(self, word: E) -> str | None:
        """Return the word of edoxen for one of ours."""
        return self.same.get(word) or self.near[word]

    def read(self, word: str) -> E | None:
        """Return our word for one of edoxen, or None."""
        return next((ours for ours, theirs in self.same.items() if theirs == word), None)


def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _alike(kind: type[E], words: str) -> dict[E, str]:
    return {kind(word): word for word in words.split()}


KINDS: WordList[DeclarationKind] = WordList(
    same=_alike(DeclarationKind, "resolution recommendation decision declaration"),
    near={
        DeclarationKind.STATEMENT: "declaration",
        DeclarationKind.COMMUNIQUE: "declaration",
        DeclarationKind.CHARTER: "declaration",
        DeclarationKind.OPEN_LETTER: "declaration",
        DeclarationKind.MOTION: "resolution",
        DeclarationKind.OTHER: None,
    },
)
"""`ResolutionType`; it may be absent, as ours is `other` where nothing is known."""

DATES: WordList[DateRole] = WordList(
    same={DateRole.ADOPTED: "adoption", DateRole.DRAFTED: "drafted", DateRole.DISCUSSED: "discussed"},
    near={
        DateRole.SIGNED: "adoption",
        DateRole.ISSUED: "adoption",
        DateRole.DECIDED: "adoption",
        DateRole.PROPOSED: "drafted",
        DateRole.NEGATIVED: "discussed",
        DateRole.WITHDRAWN: "discussed",
        DateRole.PUBLISHED: None,
        DateRole.EFFECTIVE: None,
        DateRole.MODIFIED: None,
    },
)
"""`ResolutionDateType`."""

ACTIONS: WordList[Action] = WordList(
    same=_alike(
        Action,
        "adopts thanks approves decides declares asks invites resolves confirms welcomes recommends requests "
        "congratulates instructs urges appoints calls-upon encourages affirms elects authorizes charges states remarks "
        "judges sanctions abrogates empowers",
    ),
    near={
        Action.ACCEPTS: "approves",
        Action.COMMITS: "resolves",
        Action.CONDEMNS: "states",
        Action.DEFENDS: "affirms",
        Action.DEMANDS: "urges",
        Action.DEPLORES: "states",
        Action.EMPHASIZES: "affirms",
        Action.ENDORSES: "approves",
        Action.ESTABLISHES: "decides",
        Action.EXPRESSES_CONCERN: "states",
        Action.EXPRESSES_SOLIDARITY: "states",
        Action.OPPOSES: "states",
        Action.PROCLAIMS: "declares",
        Action.REAFFIRMS: "affirms",
        Action.RECOGNIZES: "affirms",
        Action.REITERATES: "affirms",
        Action.REJECTS: "states",
        Action.SUPPORTS: "encourages",
        Action.TAKES_NOTE: "remarks",
        Action.OTHER: "states",
    },
)
"""`ActionType`."""

CONSIDERATIONS: WordList[Stance] = WordList(
    same=_alike(
        Stance,
        "having noting recognizing acknowledging recalling reaffirming considering taking-into-account pursuant-to "
        "bearing-in-mind emphasizing concerned observing referring acting",
    )
    | {Stance.ACCEPTING: "accepts"},
    near={
        Stance.AFFIRMING: "reaffirming",
        Stance.ALARMED: "concerned",
        Stance.BELIEVING: "considering",
        Stance.CONDEMNING: "concerned",
        Stance.CONVINCED: "considering",
        Stance.DETERMINED: "acting",
        Stance.EXPRESSING_APPRECIATION: "acknowledging",
        Stance.GUIDED_BY: "pursuant-to",
        Stance.MINDFUL: "bearing-in-mind",
        Stance.REGRETTING: "concerned",
        Stance.WELCOMING: "acknowledging",
        Stance.OTHER: "considering",
    },
)
"""`ConsiderationType`; its `empowers` has no word of ours."""

DEGREES: WordList[VoteManner] = WordList(
    same={VoteManner.UNANIMOUS: "unanimous", VoteManner.MAJORITY: "majority"},
    near={VoteManner.CONSENSUS: "unanimous", VoteManner.ACCLAMATION: "unanimous", VoteManner.OTHER: None},
)
"""`ApprovalDegree` of an approval that is affirmative."""

KEYS = _split(
    "actions agenda_item approvals categories city considerations considering country_code date date_effective dates "
    "degree destination doi format identifier kind language_code localizations meeting meeting_urn message metadata "
    "number prefix ref relations resolutions script source source_urls subject title title_localized type urls urn "
    "venue"
)
"""All keys of the schema."""

AFFIRMATIVE = "affirmative"
"""`ApprovalType` of what was carried."""

OWN_KEYS = ("doi", "urn")
"""Schemes of identifiers that have a key of their own."""

NO_DAY = "0001-01-01"
"""What stands where edoxen asks for a day and the declaration gives none; it is read as no date."""

_MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "html": "text/html",
        "pdf": "application/pdf",
        "txt": "text/plain",
        "md": "text/markdown",
        "xml": "application/xml",
        "doc": "application/msword",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
)


def read_media_type(format: str) -> str | None:
    """Return the media type for the `format` of a URL, or None."""
    return format if "/" in format else _MEDIA_TYPES.get(format.lower())


def write_media_type(media_type: str) -> str:
    """Return the `format` of a URL for a media type; one that has no short name stays as it is."""
    return next((short for short, full in _MEDIA_TYPES.items() if full == media_type), media_type)


def sort_identifiers(identifiers: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Return identifiers in the order in which they are read back: the first DOI and the first URN come last."""
    numbered, own = split_identifiers(identifiers)
    return (*numbered, *(own[scheme] for scheme in OWN_KEYS if scheme in own))


def split_identifiers(identifiers: Iterable[Identifier]) -> tuple[list[Identifier], dict[str, Identifier]]:
    """Take out the first DOI and the first URN."""
    numbered: list[Identifier] = []
    own: dict[str, Identifier] = {}
    for one in identifiers:
        if one.scheme in OWN_KEYS and own.setdefault(one.scheme, one) is one:
            continue
        numbered.append(one)
    return numbered, own
