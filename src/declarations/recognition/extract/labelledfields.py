"""What lines with labels state: issuers, dates with their roles, the place, the kind, where it was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from declarations.blocks import Block
from declarations.errors import DateError
from declarations.language.dates import DateReading, parse_date
from declarations.language.fieldwords import FieldWords
from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold
from declarations.model import Agent, Dated, DateRole, Identifier, Vote
from declarations.parts import Attribute, Piece
from declarations.recognition.document import Document
from declarations.recognition.segment.fieldlines import clean_value
from declarations.recognition.values import LabelledFields
from declarations.recognition.wording.candidates import tell_agent
from declarations.recognition.wording.chronology import DatedLine
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.tallies import read_vote

__all__ = ["read_agent", "read_labelled_fields", "read_stated"]

_AGENT = re.compile(r"(?P<name>.*\S) ?[(（](?P<short>[^\s()（）]{2,15})[)）]", re.DOTALL)
_SCHEMED = re.compile(r"(?P<value>.*\S) \((?P<scheme>[a-z][a-z0-9-]{1,20})\)", re.DOTALL)


def read_labelled_fields(document: Document) -> Document:
    """Read the labelled fields of a document."""
    if document.field_words is None:
        return document
    blocks = ((id, document.blocks[id]) for id in document.span)
    stated = read_stated(blocks, document.field_words, document.dates, document.lexicons)
    return document.learn(labelled_fields=stated)


def read_stated(
    blocks: Iterable[tuple[int, Block]], words: FieldWords | None, finder: DateFinder, lexicons: Sequence[Lexicon]
) -> LabelledFields:
    """Read the lines among some blocks of a page that state a fact; `words` are those by which they were known."""
    facts = ((id, block) for id, block in blocks if block.piece == Piece.FACT)
    lines = [(id, block.attributes.get(Attribute.FIELD, ""), block) for id, block in facts]
    if words is None or not lines:
        return LabelledFields()
    values: dict[str, tuple[str, ...]] = {}
    for _, field, block in lines:
        values[field] = (*values.get(field, ()), clean_value(block.text.text))
    dates = [(value, *_split_role(value, words)) for value in values.get("date", ())]
    return LabelledFields(
        ids=frozenset(id for id, _, _ in lines),
        kinds=next((words.kinds[fold(value)] for value in values.get("kind", ())), ()),
        identifiers=tuple(map(_read_identifier, values.get("identifier", ()))),
        issuers=tuple(read_agent(value, lexicons) for value in values.get("issuer", ())),
        dated=_join(_read_date(text, role, value, words, finder) for value, text, role in dates),
        tells_roles=any(role for _, _, role in dates),
        votes=tuple(read_vote(value, lexicons) or Vote(value) for value in values.get("vote", ())),
        values=values,
    )


def _split_role(value: str, words: FieldWords) -> tuple[str, DateRole | None]:
    """Part a date from what happened on it, in parentheses after it."""
    text, detail = words.split_detail(value)
    role = words.date_roles.get(fold(detail)) if detail else None
    return (text, role) if role else (value, None)


def _read_date(text: str, role: DateRole | None, value: str, words: FieldWords, finder: DateFinder) -> DatedLine:
    """Read a date as the other dates of its document are read, or as the language of its label writes them."""
    reading = _parse(text, words, finder)
    if reading.date is None:
        findings = (attrs.evolve(finding, excerpt=value) for finding in reading.findings)
        return DatedLine(findings=tuple(findings))
    return DatedLine(
        dates=(Dated(role=role or DateRole.ISSUED, date=reading.date, time=reading.time, text=text),),
        findings=tuple(attrs.evolve(finding, excerpt=value) for finding in reading.findings),
    )


def _parse(text: str, words: FieldWords, finder: DateFinder) -> DateReading:
    matches = finder.find(text)
    if len(matches) == 1 and matches[0].text == text:
        return matches[0]
    near = finder.locale if finder.locale and finder.locale.partition("-")[0] == words.tag else words.tag
    try:
        return parse_date(text, locale=near, order=finder.order)
    except DateError:  # not as the line was marked, with the word after it
        return DateReading(text=text, date=None)


def _join(lines: Iterable[DatedLine]) -> DatedLine:
    every = [*lines]
    return DatedLine(
        dates=tuple(dated for line in every for dated in line.dates),
        findings=tuple(finding for line in every for finding in line.findings),
    )


def _read_identifier(value: str) -> Identifier:
    found = _SCHEMED.fullmatch(value)
    return Identifier(found["value"], scheme=found["scheme"]) if found else Identifier(value)


def read_agent(value: str, lexicons: Sequence[Lexicon]) -> Agent:
    """Read `Name (ABC)`; a word in parentheses that is no abbreviation is part of the name."""
    found = _AGENT.fullmatch(value)
    if found and not found["short"][1:].islower():
        return Agent(name=found["name"], abbreviation=found["short"], kind=tell_agent(found["name"], lexicons))
    return Agent(name=value, kind=tell_agent(value, lexicons))
