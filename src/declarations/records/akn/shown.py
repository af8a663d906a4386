"""Facts of the record that are shown in the text too: masthead, outcome, signatures.

Each names its place in the record (`d:of`), so that what somebody changes in the text counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from declarations.model import Agent, Dated, Declaration, Identifier, Signatory
from declarations.model.metadata import METADATA
from declarations.records.akn.markup import Markup, write_attributes
from declarations.records.akn.naming import to_day
from declarations.records.akn.references import References, is_person

__all__ = ["MASTHEAD", "write_masthead", "write_outcome"]


MASTHEAD = tuple(
    field
    for field in METADATA
    if not field.is_of_source and field.name not in {"kind", "dates", "votes", "language", "translation_of"}
)
"""Fields that the preface shows; of the others the metadata tell, or the conclusions."""
_TAGS = {"identifiers": "docNumber", "issuers": "docAuthority", "place": "location", "meeting": "event"}
"""Elements for these fields; for others there is `inline` with the name of the field."""


def write_masthead(declaration: Declaration, references: References, markup: Markup) -> Iterator[str]:
    """Write numbers, issuers, place, meeting and the like, as a container of the preface."""
    yield from _contain("masthead", list(_list_masthead(declaration, references, markup)))


def _list_masthead(declaration: Declaration, references: References, markup: Markup) -> Iterator[str]:
    for field in MASTHEAD:
        tag = _TAGS.get(field.name, "inline")
        name = write_attributes({"name": field.one if tag == "inline" else None})
        for index, value in enumerate(field.list_values(declaration)):
            if isinstance(value, Identifier):
                words, path, reference = value.value, f"{field.name}[{index}].value", None
            elif isinstance(value, Agent):
                words, path, reference = value.name, f"{field.name}[{index}].name", references.refer_to_agent(value)
            else:
                kind = "concept" if tag == "inline" else tag
                words, path, reference = value, field.name, references.refer(kind, value)
            yield markup.write_string(tag, words, name + _place(path, reference))


def write_outcome(declaration: Declaration, references: References, markup: Markup) -> Iterator[str]:
    """Write votes, dates and signatures, as containers of the conclusions.

    The line of a vote that the closing words hold already is not written again.
    """
    told = "\n".join(text.text for text in declaration.closing)
    votes = [
        markup.write_string("outcome", vote.printed, _place(f"votes[{index}].printed"))
        for index, vote in enumerate(declaration.votes)
        if vote.printed not in told
    ]
    yield from _contain("votes", votes)
    dates = [_write_date(dated, index, references, markup) for index, dated in enumerate(declaration.dates)]
    yield from _contain("dates", dates)
    signatories = [
        _write_signature(signatory, f"signatories[{index}]", references, markup)
        for index, signatory in enumerate(declaration.signatories)
    ]
    yield from _contain("signatories", signatories)


def _contain(name: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f'<container name="{name}">\n{"".join(f"<p>{line}</p>{chr(10)}" for line in lines)}</container>\n'


def _write_date(dated: Dated, index: int, references: References, markup: Markup) -> str:
    shown = str(dated.date) if dated.text is None else dated.text
    attributes = {"date": to_day(dated.date), "refersTo": references.refer("concept", dated.role)}
    return markup.write_string("docDate", shown, write_attributes(attributes) + _place(f"dates[{index}].text"))


def _write_signature(signatory: Signatory, place: str, references: References, markup: Markup) -> str:
    agent, principal = signatory.agent, signatory.on_behalf_of
    tag = "person" if is_person(agent, signing=True) else "organization"
    role = write_attributes({"as": references.refer("role", signatory.role)}) if tag == "person" else ""
    named = _place(f"{place}.agent.name", references.refer_to_agent(agent, signing=True))
    parts = [markup.write_string(tag, agent.name, role + named)]
    if signatory.capacity is not None:
        named = _place(f"{place}.capacity", references.refer("role", signatory.capacity))
        parts.append(markup.write_string("role", signatory.capacity, named))
    if principal is not None:
        named = _place(f"{place}.on_behalf_of.name", references.refer_to_agent(principal))
        parts.append(markup.write_string("organization", principal.name, named))
    return f"<signature>{', '.join(parts)}</signature>"


def _place(path: str, reference: str | None = None) -> str:
    """Name the place in the record, and what is referred to."""
    return write_attributes({"refersTo": reference, "d:of": path})
