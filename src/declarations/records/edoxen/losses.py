"""What a Resolution Collection of edoxen has no place for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from declarations.model import Clause, DateRange, Declaration, Identifier, PartialDate, Source, Vote, VoteManner
from declarations.records.edoxen.languages import read_language, write_language
from declarations.records.edoxen.vocabulary import (
    ACTIONS,
    CONSIDERATIONS,
    DATES,
    DEGREES,
    KINDS,
    read_media_type,
    sort_identifiers,
    write_media_type,
)
from declarations.text import MarkKind

__all__ = ["LOST"]

_LEFT_OUT = "it is left out"
_HELD = frozenset({"title", "dates", "place", "meeting"})
"""Fields of a declaration that are written whole; of all others the table says what becomes of them."""
_IN_WORDS = "it is left out, as the line of the vote tells it in words"
_NEAREST = "the nearest word of edoxen is written"


def _always(_: Any) -> bool:
    return True


def _is_reordered(identifiers: tuple[Identifier, ...]) -> bool:
    return sort_identifiers(identifiers) != identifiers


def _is_no_day(date: PartialDate | DateRange) -> bool:
    return not (isinstance(date, PartialDate) and date.day)


def _is_odd_tag(language: str) -> bool:
    return read_language(**write_language(language)) != language


def _says_little(source: Source) -> bool:
    return source == Source() or bool(source.media_type and not source.url)


def _has_no_stance(context: tuple[Clause, ...]) -> bool:
    return any(clause.stance is None or clause.action for clause in context)


def _has_no_action(resolutions: tuple[Clause, ...]) -> bool:
    return any(clause.action is None or clause.stance for clause in resolutions)


def _is_manner_unknown(votes: tuple[Vote, ...]) -> bool:
    return any(vote.manner is VoteManner.OTHER for vote in votes)


def _has_blank(texts: tuple[Any, ...]) -> bool:
    return not all(str(text).strip() for text in texts)


def _has_blank_lines(text: str) -> bool:
    return not text.strip() or "\n\n" in text or text != text.strip("\n")


LOST: Mapping[str, tuple[str, Callable[[Any], bool]]] = MappingProxyType(
    {
        **{
            f"Declaration.{field.name}": (_LEFT_OUT, _always)
            for field in attrs.fields(Declaration)
            if field.name not in _HELD
        },
        "Declaration.kind": (_NEAREST, lambda kind: kind not in KINDS.same),
        "Declaration.identifiers": ("the first DOI and the first URN come last", _is_reordered),
        "Declaration.issuers": (
            "their names stand in one line with semicolons between them",
            lambda issuers: len(issuers) > 1,
        ),
        "Agent.abbreviation": (_LEFT_OUT, _always),
        "Agent.kind": (_LEFT_OUT, _always),
        "Agent.url": (_LEFT_OUT, _always),
        "Agent.identifiers": (_LEFT_OUT, _always),
        "Agent.aliases": (_LEFT_OUT, _always),
        "Dated.role": (
            f"{_NEAREST}; a date for whose role there is none is left out",
            lambda role: role not in DATES.same,
        ),
        "Dated.date": ("it is left out, since it is no single day", _is_no_day),
        "Dated.time": (_LEFT_OUT, _always),
        "Dated.text": (_LEFT_OUT, _always),
        "Declaration.language": ("only what ISO 639-3 and ISO 15924 can say of it is written", _is_odd_tag),
        "Declaration.context": (
            "a paragraph without a stance is written as `considering`, and actions in it are left out",
            _has_no_stance,
        ),
        "Declaration.resolutions": (
            "a resolution without an action is written as `states`, and stances in it are left out",
            _has_no_action,
        ),
        "Declaration.votes": (
            "the line of a vote whose manner is not known is written as part of the message",
            _is_manner_unknown,
        ),
        "Vote.manner": (_NEAREST, lambda manner: manner not in DEGREES.same),
        "Vote.in_favour": (_IN_WORDS, _always),
        "Vote.against": (_IN_WORDS, _always),
        "Vote.abstaining": (_IN_WORDS, _always),
        "Declaration.source": (
            "the type of a page without an address, and a source that says nothing, are left out",
            _says_little,
        ),
        "Source.site": (_LEFT_OUT, _always),
        "Source.media_type": (
            "a usual type is written",
            lambda media_type: read_media_type(write_media_type(media_type)) != media_type,
        ),
        "Declaration.translation_of": (
            "it is left out, unless the declaration comes right after the one that it translates",
            _always,
        ),
        "Declaration.closing": ("blank paragraphs are left out", _has_blank),
        "Clause.id": (_LEFT_OUT, _always),
        "Clause.label": ("it stands in front of the words", _always),
        "Clause.heading": ("it stands as the first paragraph", _always),
        "Clause.paragraphs": ("blank paragraphs are left out", _has_blank),
        "Clause.items": ("their words stand as paragraphs of the clause", _always),
        "Clause.tail": ("it stands as the last paragraphs", _always),
        "Clause.phrase": ("it is left out, as the words tell it", _always),
        "Clause.stance": (_NEAREST, lambda stance: stance not in CONSIDERATIONS.same),
        "Clause.action": (_NEAREST, lambda action: action not in ACTIONS.same),
        "Text.text": ("blank lines in it divide paragraphs", _has_blank_lines),
        **{f"Mark.{kind}": ("the words stay, without the mark", _always) for kind in MarkKind},
    }
)
"""Fields that do not survive, what becomes of each, and which of its values are concerned."""
