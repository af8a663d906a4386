"""Facts about a declaration as blocks: label and value in the language of the reader, one value a block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from declarations.blocks import Block, BlockKind
from declarations.language.messages import Catalog
from declarations.language.words import FIELDS, PATTERNS, SIGNATORY_ROLES
from declarations.localization.metadata import LocalizedField, LocalizedMetadata
from declarations.model import Agent, Dated, DateRange, Declaration, Signatory, SignatoryRole
from declarations.model.metadata import METADATA, MetadataField
from declarations.parts import NOTHING, Attribute, PagePart, Piece
from declarations.text import Text

__all__ = ["list_facts", "list_signatories"]

_Facts: TypeAlias = Mapping[str, str]
_BEFORE = [  # facts that stand under the title; that in which language it is goes with the text
    field for field in METADATA if not field.is_of_source and field.name != "language"
]
_BEHIND = [field for field in METADATA if field.is_of_source]  # where it was found, at the end


def list_facts(
    declaration: Declaration, metadata: LocalizedMetadata, catalog: Catalog
) -> tuple[list[Block], list[Block]]:
    """Return the facts that stand under the title, and those that stand at the end.

    A vote whose line is in the closing paragraphs already is no fact besides.
    """
    fields = {field.name: field for field in metadata.fields}
    machine: dict[str, Iterable[_Facts]] = {
        field.name: [_state(field, value) for value in field.list_values(declaration)] for field in METADATA
    }
    told = "\n".join(text.text for text in declaration.closing)
    before, behind = (
        [
            block
            for one in rows
            if one.name in fields
            for block in _lay_out(
                fields[one.name], metadata, catalog.translate(FIELDS[one.one]), part, machine[one.name]
            )
            if one.name != "votes" or block.text.text not in told
        ]
        for rows, part in ((_BEFORE, PagePart.MASTHEAD), (_BEHIND, PagePart.SOURCE))
    )
    return before, behind


def _state_date(dated: Dated) -> _Facts:
    """Return what happened on a date, for machines, and when, in ISO 8601 unless it is a range."""
    time = dated.time and dated.time.isoformat("milliseconds" if dated.time.microsecond else "seconds")
    when = f"{dated.date}T{time}" if time else str(dated.date)
    said = NOTHING if isinstance(dated.date, DateRange) else {Attribute.DATETIME: when}
    return {Attribute.ROLE: dated.role.value, **said}


def _state_agent(agent: Agent) -> _Facts:
    """Return where the page of an agent is, for machines."""
    return _state_url(agent.url) if agent.url else NOTHING


def _state_url(url: str) -> _Facts:
    return {Attribute.URL: url}


def _state_origin(origin: str) -> _Facts:
    """Return where the original is, for machines, unless its number alone is known."""
    return _state_url(origin) if origin.startswith(("https:", "http:")) else NOTHING


_STATE: Mapping[type | str, Callable[[Any], _Facts]] = {
    Dated: _state_date,
    Agent: _state_agent,
    "url": _state_url,
    "translation_of": _state_origin,
}
"""What only machines read of a value, by its class or the name of its field."""


def _state(field: MetadataField, value: object) -> _Facts:
    make = _STATE.get(field.name) or _STATE.get(type(value))
    return make(value) if make else NOTHING


def _lay_out(
    field: LocalizedField, metadata: LocalizedMetadata, label: str, part: str, machine: Iterable[_Facts]
) -> Iterator[Block]:
    """Lay out a field; `machine` says for each value what only machines read of it."""
    marker = f"{label}{metadata.separator}".rstrip()
    for value, stated in zip(field.values, machine, strict=False):
        yield Block(
            kind=BlockKind.PARAGRAPH,
            text=Text(value.text),
            marker=marker,
            language=value.language or metadata.language,
            attributes={
                Attribute.PART: part,
                Attribute.PIECE: Piece.FACT,
                Attribute.FIELD: field.name,
                Attribute.DIRECTION: value.direction or metadata.direction,
                **stated,
            },
        )


def list_signatories(declaration: Declaration, catalog: Catalog, separator: str) -> Iterator[Block]:
    """Yield one block for every signatory; its marker says what somebody did who did not simply sign.

    `separator` stands between such a marker and the name.
    """
    for signatory in declaration.signatories:
        role = None if signatory.role is SignatoryRole.SIGNER else signatory.role
        yield Block(
            kind=BlockKind.PARAGRAPH,
            text=Text(_name(signatory, catalog)),
            marker=f"{catalog.translate(SIGNATORY_ROLES[role])}{separator}".rstrip() if role else None,
            attributes={Attribute.PART: PagePart.SIGNATORY, Attribute.FIRST: ""},
        )


def _name(signatory: Signatory, catalog: Catalog) -> str:
    name = str(signatory.agent)
    if signatory.capacity:
        name = catalog.translate(PATTERNS["details"]).format(first=name, second=signatory.capacity)
    if signatory.on_behalf_of is None:
        return name
    return catalog.translate(PATTERNS["behalf"]).format(name=name, principal=signatory.on_behalf_of)
