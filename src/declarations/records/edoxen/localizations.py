"""One localization of a resolution of edoxen: its clauses, its votes, and the dates that they bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial
from typing import TypeVar

import attrs

from declarations.errors import ValidationError
from declarations.model import Action, Clause, Dated, DateRole, Stance, Vote, VoteManner
from declarations.records.edoxen.collections import take_language
from declarations.records.edoxen.cursors import Cursor
from declarations.records.edoxen.vocabulary import (
    ACTIONS,
    AFFIRMATIVE,
    CONSIDERATIONS,
    DATES,
    DEGREES,
    NO_DAY,
    WordList,
)
from declarations.text import Text

__all__ = ["Dates", "Localization", "read_date", "read_localization", "read_word"]

E = TypeVar("E", bound=StrEnum)


class Dates:
    """The dates of one resolution, which its parts add to."""

    def __init__(self, dates: Iterable[Dated]) -> None:
        self.all = list(dates)
        self.of_clauses: Dated | None = None
        self._seen = set(self.all)

    def add(self, dated: Dated | None, *, is_of_clause: bool = False) -> bool:
        """Add a date if it is not there yet; tell whether it is that of the clauses before."""
        if dated is None:
            return True
        if dated not in self._seen:
            self._seen.add(dated)
            self.all.append(dated)
        if is_of_clause:
            self.of_clauses = self.of_clauses or dated
        return dated == self.of_clauses


def read_date(cursor: Cursor | None) -> Dated | None:
    """Read a `ResolutionDate`; roles that later versions of edoxen have are known too."""
    if cursor is None or not (date := cursor.take("date")) or date == NO_DAY:
        if cursor is not None:
            cursor.take("type")
        return None
    word = cursor.take("type") or ""
    role = DATES.read(word) or (DateRole(word) if word in set(DateRole) else None)
    if role is None:
        cursor.report("type", "the model has no such role of a date")
        cursor.report("date", "its role is not known")
        return None
    try:
        return Dated(role=role, date=date)
    except ValidationError as error:
        cursor.report("date", error.message)
        cursor.report("type", "its date is not known")
        return None


def read_word(cursor: Cursor, key: str, words: WordList[E], other: E) -> E | None:
    """Read a word of a closed list; None if there is none, `other` for one that means nothing of ours."""
    word = cursor.take(key)
    if word is None:
        return None
    if (ours := words.read(word)) is None:
        cursor.report(key, f"the model has no such word; it is read as {other.value!r}")
    return ours or other


@attrs.frozen(kw_only=True)
class Localization:
    """What one localization says."""

    language: str | None
    """BCP 47 tag."""
    title: str | None
    """Title in that language."""
    subject: str | None
    """The body that acts."""
    context: list[Clause]
    """From `considering` and `considerations`."""
    resolutions: list[Clause]
    """From `actions`, or from `message` where there are none."""
    closing: list[Text]
    """From `message` beside `actions`."""
    votes: list[Vote]
    """From `approvals`."""


def read_localization(cursor: Cursor, dates: Dates) -> Localization:
    """Read a `Localization`; what is not understood is reported, and its dates are added to those of the resolution."""
    context = [Clause(paragraphs=words, stance=Stance.CONSIDERING) for words in _take_words(cursor, "considering")]
    context += _read_clauses(cursor, "considerations", dates, _make_context)
    resolutions = _read_clauses(cursor, "actions", dates, _make_resolution)
    (words,) = _take_words(cursor, "message") or [[]]
    is_closing = "actions" in cursor.table
    if words and not is_closing:
        resolutions = [Clause(paragraphs=words)]
    return Localization(
        language=take_language(cursor),
        title=cursor.take("title"),
        subject=cursor.take("subject"),
        context=context,
        resolutions=resolutions,
        closing=words if is_closing else [],
        votes=[_read_vote(one, dates) for one in cursor.enter_all("approvals")],
    )


def _take_words(cursor: Cursor, key: str) -> list[list[Text]]:
    """Take the paragraphs of a string, between which stand blank lines; nothing if it is blank."""
    words = [Text(bare) for part in (cursor.take(key) or "").split("\n\n") if (bare := part.strip("\n")).strip()]
    return [words] if words else []


def _make_context(cursor: Cursor, words: list[Text]) -> Clause:
    return Clause(paragraphs=words, stance=read_word(cursor, "type", CONSIDERATIONS, Stance.OTHER))


def _make_resolution(cursor: Cursor, words: list[Text]) -> Clause:
    return Clause(paragraphs=words, action=read_word(cursor, "type", ACTIONS, Action.OTHER))


def _read_clauses(cursor: Cursor, key: str, dates: Dates, make: Callable[[Cursor, list[Text]], Clause]) -> list[Clause]:
    clauses: list[Clause] = []
    for one in cursor.enter_all(key):
        _read_clause_date(one, dates)
        clauses += map(partial(make, one), _take_words(one, "message"))
    return clauses


def _read_clause_date(cursor: Cursor, dates: Dates) -> None:
    """Make the date of a clause one of the declaration; one that differs from the first is reported as well."""
    inside = cursor.enter("date_effective")
    dated = read_date(inside)
    if inside:
        inside.finish()
    if not dates.add(dated, is_of_clause=True):
        cursor.report("date_effective", "the clauses of a declaration have no dates of their own")


def _read_vote(cursor: Cursor, dates: Dates) -> Vote:
    inside = cursor.enter("date")
    dates.add(read_date(inside))
    if inside:
        inside.finish()
    words = cursor.take("type") or AFFIRMATIVE, cursor.take("degree") or ""
    manner = DEGREES.read(words[1]) if words[0] == AFFIRMATIVE else None
    if manner is None:
        for key in ("degree",) if words[0] == AFFIRMATIVE else ("type", "degree"):
            cursor.report(key, "the model has no such manner of a vote")
    return Vote(cursor.take("message") or ", ".join(filter(None, words)), manner=manner or VoteManner.OTHER)
