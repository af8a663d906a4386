"""Declarations as resolutions of edoxen v1; those that translate one another become one resolution."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from declarations.model import Clause, Dated, Declaration, Identifier, PartialDate, Source, Vote, VoteManner
from declarations.records.edoxen.collections import Collection, find_common_link, write_link
from declarations.records.edoxen.languages import write_language
from declarations.records.edoxen.vocabulary import (
    ACTIONS,
    AFFIRMATIVE,
    CONSIDERATIONS,
    DATES,
    DEGREES,
    KINDS,
    NO_DAY,
    OWN_KEYS,
    split_identifiers,
)
from declarations.records.wording import list_words
from declarations.text import Text

__all__ = ["are_translations", "write_resolution"]

_LANGUAGES = 200  # the most that one resolution is written in; every one is compared with all others
_NO_IDENTIFIER = {"prefix": "", "number": ""}  # a resolution must have one
_NO_CLAUSE = "considering", "states"  # where edoxen asks for a word and the clause has none


def are_translations(group: Sequence[Declaration], declaration: Declaration) -> bool:
    """Return whether a declaration is one more translation of those in a group, and can be written with them.

    It names the first one in `translation_of`, or has the same identifiers. All that edoxen says once for all
    languages must be the same.
    """
    if len(group) >= _LANGUAGES:
        return False
    first = group[0]
    names = {name for one in first.identifiers for name in (one.value, f"{one.scheme} {one.value}")}
    names |= {first.source.url} if first.source and first.source.url else set()
    wanted = declaration.translation_of
    if not (wanted in names if wanted else first.identifiers and first.identifiers == declaration.identifiers):
        return False
    languages = [write_language(one.language) for one in group]
    together = [*group, declaration]
    return (
        write_language(declaration.language) not in languages
        and _write_shared(first) == _write_shared(declaration)
        and Collection.of(together).fits(together)
    )


def write_resolution(group: Sequence[Declaration], collection: Collection) -> dict[str, Any]:
    """Write declarations that are translations of one another as one `Resolution`.

    The address of the page is left out where the collection says it.
    """
    shared = _write_shared(group[0])
    if (link := find_common_link(group)) and not collection.tells(group, link):
        shared["urls"] = [{"kind": "access"} | write_link(link)]
    return shared | {"localizations": [_write_localization(one) for one in group]}


def _write_shared(declaration: Declaration) -> dict[str, Any]:
    """Write what a resolution says once for all languages."""
    numbered, own = split_identifiers(declaration.identifiers)
    every = {
        "identifier": [_write_identifier(one) for one in numbered] or [_NO_IDENTIFIER],
        "type": KINDS.write(declaration.kind),
        **{scheme: own[scheme].value for scheme in OWN_KEYS if scheme in own},
        "dates": _write_dates(declaration.dates),
        "categories": list((declaration.source or Source()).categories),
        "meeting": {"venue": declaration.place} if declaration.place else None,
    }
    return {key: value for key, value in every.items() if value}


def _write_identifier(identifier: Identifier) -> dict[str, str]:
    return {"prefix": identifier.scheme or "", "number": identifier.value}


def _write_dates(dates: Iterable[Dated]) -> list[dict[str, str]]:
    """Write the dates that are single days, in roles that are near enough."""
    return [
        {"date": str(dated.date), "type": word}
        for dated in dates
        if isinstance(dated.date, PartialDate) and dated.date.day and (word := DATES.write(dated.role))
    ]


def _find_effective(declaration: Declaration) -> dict[str, str]:
    """Return the date for clauses and votes, which must have one: that of the adoption, else the first, else no day."""
    written = _write_dates(declaration.dates)
    adopted = next((date for date in written if date["type"] == "adoption"), None)
    return adopted or (written[0] if written else {"date": NO_DAY, "type": "adoption"})


def _write_localization(declaration: Declaration) -> dict[str, Any]:
    date = _find_effective(declaration)
    votes = [vote for vote in declaration.votes if vote.manner is not VoteManner.OTHER]
    others = [vote.printed for vote in declaration.votes if vote.manner is VoteManner.OTHER]
    told = {line for text in declaration.closing for line in (text.text, *text.text.split("\n"))}
    words = [*map(str, declaration.closing), *(line for line in others if line not in told)]
    is_plain = [clause.action for clause in declaration.resolutions] == [None] and not words
    if is_plain:
        words = list_words(declaration.resolutions[0])
    every = {
        "title": declaration.title,
        "subject": "; ".join(one.name for one in declaration.issuers),
        "message": _join(words),
        "considerations": [_write_consideration(clause, date) for clause in declaration.context],
        "approvals": [_write_approval(vote, date) for vote in votes],
        "actions": [] if is_plain else [_write_action(clause, date) for clause in declaration.resolutions],
    }
    kept = {key: value for key, value in every.items() if value}
    if words and not is_plain:
        kept.setdefault("actions", [])  # says that the message is no resolution
    return write_language(declaration.language) | kept


def _write_consideration(clause: Clause, date: dict[str, str]) -> dict[str, Any]:
    word = CONSIDERATIONS.write(clause.stance) if clause.stance else _NO_CLAUSE[0]
    return {"type": word, "date_effective": date, "message": _join(list_words(clause))}


def _write_action(clause: Clause, date: dict[str, str]) -> dict[str, Any]:
    word = ACTIONS.write(clause.action) if clause.action else _NO_CLAUSE[1]
    return {"type": word, "date_effective": date, "message": _join(list_words(clause))}


def _write_approval(vote: Vote, date: dict[str, str]) -> dict[str, Any]:
    return {"type": AFFIRMATIVE, "degree": DEGREES.write(vote.manner), "date": date, "message": vote.printed}


def _join(words: Iterable[str | Text]) -> str:
    """Put paragraphs into one string, with a blank line between them."""
    return "\n\n".join(word for word in map(str, words) if word.strip())
