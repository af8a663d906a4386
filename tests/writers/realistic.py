"""Hypothesis strategy for declarations as organisations write them, in several languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from declarations import (
    Agent,
    Clause,
    Dated,
    Declaration,
    Identifier,
    Label,
    Note,
    PartialDate,
    Signatory,
    Source,
    Text,
)
from declarations.model import DateRole, SignatoryRole
from declarations.text import Mark, MarkKind
from tests.writers.tongues import TONGUES, Tongue

__all__ = ["realistic_declarations"]

Draw = Callable[[st.SearchStrategy[Any]], Any]

_LETTERS = "abcdef"
_ROMANS = ("i", "ii", "iii", "iv")
_ROLES = st.sampled_from((DateRole.ADOPTED, DateRole.ISSUED, DateRole.SIGNED))
_DATES = st.one_of(
    st.dates(min_value=dt.date(1946, 1, 1), max_value=dt.date(2030, 1, 1)).map(PartialDate.of),
    st.builds(PartialDate, st.integers(1946, 2030), st.integers(1, 12)),
)
_NUMBERS = st.integers(1, 99)


@st.composite
def realistic_declarations(draw: Draw) -> Declaration:
    """Make a declaration with masthead, context, formula, numbered resolutions with items, and an ending."""
    tongue: Tongue = draw(st.sampled_from(TONGUES))
    kind, beginning = draw(st.sampled_from(tongue.titles))
    name, abbreviation = draw(st.sampled_from(tongue.organs))
    place = draw(st.none() | st.sampled_from(tongue.places))
    has_note, is_signed, has_source = (draw(st.booleans()) for _ in range(3))
    context = [_recite(draw, tongue) for _ in range(draw(st.integers(1, 4)))]
    resolutions = _resolve(draw, tongue, draw(st.integers(2, 5)))
    if has_note:
        resolutions[0] = _refer(resolutions[0])
    return Declaration(
        kind=kind,
        title=f"{beginning}{tongue.space}{draw(st.sampled_from(tongue.topics))}",
        identifiers=[Identifier(f"A/{draw(_NUMBERS)}/{draw(_NUMBERS)}")] if draw(st.booleans()) else [],
        issuers=[Agent(name=name, abbreviation=abbreviation)],
        dates=_date(draw),
        place=place,
        language=tongue.tag,
        context=context,
        formula=tongue.formula,
        resolutions=resolutions,
        closing=[tongue.closing] if place and draw(st.booleans()) else [],
        signatories=_sign(draw, tongue) if is_signed else [],
        notes=[Note(id="note-1", label="1", paragraphs=_annotate(draw, tongue))] if has_note else [],
        source=Source(url="https://example.org/a", categories=[name]) if has_source else None,
    )


def _take(draw: Draw, tongue: Tongue) -> str:
    phrase: str = draw(st.sampled_from(tongue.phrases))
    return phrase


def _date(draw: Draw) -> list[Dated]:
    dates = {draw(_ROLES): draw(_DATES) for _ in range(draw(st.integers(1, 2)))}
    return [Dated(role=role, date=date) for role, date in dates.items()]


def _recite(draw: Draw, tongue: Tongue) -> Clause:
    opener = draw(st.sampled_from(tongue.openers))
    return Clause(paragraphs=[f"{opener}{tongue.space}{_take(draw, tongue)}{tongue.comma}"])


def _resolve(draw: Draw, tongue: Tongue, count: int) -> list[Clause]:
    """Make resolutions, all with numbers or none, the last of which ends with a stop."""
    is_numbered = draw(st.booleans())
    made = []
    for number in range(1, count + 1):
        words = f"{draw(st.sampled_from(tongue.verbs))}{tongue.space}{_take(draw, tongue)}"
        end = tongue.stop if number == count else tongue.semicolon
        items = _itemize(draw, tongue, 0, end) if draw(st.integers(0, 3)) == 0 else []
        text = f"{words}{tongue.colon if items else end}"
        made.append(Clause(label=Label(f"{number}.") if is_numbered else None, paragraphs=[text], items=items))
    return made


def _itemize(draw: Draw, tongue: Tongue, depth: int, end: str) -> list[Clause]:
    """Make items (a), (b) … and inside them (i), (ii) …, or bullets; the last ends as its clause would."""
    is_lettered = draw(st.booleans())
    signs = _ROMANS if depth else _LETTERS
    count = draw(st.integers(2, 3))
    made = []
    for place in range(count):
        own = end if place == count - 1 else tongue.semicolon
        inner = _itemize(draw, tongue, 1, own) if not depth and draw(st.integers(0, 3)) == 0 else []
        text = f"{_take(draw, tongue)}{tongue.colon if inner else own}"
        label = Label(f"({signs[place]})") if is_lettered else None
        made.append(Clause(label=label, paragraphs=[text], items=inner))
    return made


def _annotate(draw: Draw, tongue: Tongue) -> list[str]:
    return [f"{_take(draw, tongue)}{tongue.stop}" for _ in range(draw(st.integers(1, 2)))]


def _sign(draw: Draw, tongue: Tongue) -> list[Signatory]:
    roles = draw(st.sampled_from(((SignatoryRole.SIGNER,) * 2, (SignatoryRole.MOVER, SignatoryRole.SECONDER))))
    return [
        Signatory(agent=Agent(name=name), capacity=office, role=role)
        for (name, office), role in zip(tongue.names, roles, strict=True)
    ]


def _refer(clause: Clause) -> Clause:
    """Let a clause refer to the note, before its last sign."""
    text = clause.paragraphs[0].text
    place = len(text) - 1
    marked = Text(text, [Mark(place, place, MarkKind.NOTE, "note-1")])
    return Clause(label=clause.label, paragraphs=[marked], items=clause.items)
