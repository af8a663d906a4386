"""Facts about a declaration as blocks: label and value in the language of the reader, one value a block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import TypeAlias

from declarations.blocks import Block, BlockKind, Piece
from declarations.language.messages import Catalog
from declarations.language.words import FIELDS, PATTERNS, SIGNATORY_ROLES
from declarations.localization.metadata import LocalizedField, LocalizedMetadata
from declarations.model import DateRange, Declaration, Signatory, SignatoryRole
from declarations.text import Text

__all__ = ["list_facts", "list_signatories"]

_Facts: TypeAlias = tuple[tuple[str, str], ...]
_BEFORE = {  # facts that stand under the title, with the label of one value
    "kind": "kind",
    "identifiers": "identifier",
    "issuers": "issuer",
    "dates": "date",
    "place": "place",
    "meeting": "meeting",
    "votes": "vote",
    "translation_of": "translation_of",
}
_BEHIND = {  # facts about where it was found, which stand at the end
    "source": "source",
    "url": "url",
    "author": "author",
    "categories": "category",
}


def list_facts(
    declaration: Declaration, metadata: LocalizedMetadata, catalog: Catalog
) -> tuple[list[Block], list[Block]]:
    """Give the facts that stand under the title, and those that stand at the end.

    A vote whose line is in the closing paragraphs already is no fact besides.
    """
    fields = {field.name: field for field in metadata.fields}
    machine: dict[str, Iterable[_Facts]] = {"dates": _state_dates(declaration), **_state_urls(declaration)}
    told = "\n".join(text.text for text in declaration.closing)
    before, behind = (
        [
            block
            for name, key in names.items()
            if name in fields
            for block in _lay_out(
                fields[name], metadata, catalog.translate(FIELDS[key]), hint, machine.get(name, repeat(()))
            )
            if name != "votes" or block.text.text not in told
        ]
        for names, hint in ((_BEFORE, "masthead"), (_BEHIND, "source"))
    )
    return before, behind


def _state_dates(declaration: Declaration) -> list[_Facts]:
    """Say for machines what happened on each date, and when, in ISO 8601 unless it is a range."""
    stated: list[_Facts] = []
    for dated in declaration.dates:
        time = dated.time and dated.time.isoformat("milliseconds" if dated.time.microsecond else "seconds")
        when = f"{dated.date}T{time}" if time else str(dated.date)
        facts = (("role", dated.role.value), ("datetime", when))
        stated.append(facts[:1] if isinstance(dated.date, DateRange) else facts)
    return stated


def _state_urls(declaration: Declaration) -> dict[str, list[_Facts]]:
    """Say for machines where a value can be found."""
    origin = declaration.translation_of or ""
    urls: dict[str, list[str | None]] = {
        "issuers": [agent.url for agent in declaration.issuers],
        "url": [declaration.source.url if declaration.source else None],
        "translation_of": [origin if origin.startswith(("https:", "http:")) else None],
    }
    return {name: [(("url", url),) if url else () for url in found] for name, found in urls.items()}


def _lay_out(
    field: LocalizedField, metadata: LocalizedMetadata, label: str, hint: str, machine: Iterable[_Facts]
) -> Iterator[Block]:
    """Lay out a field; `machine` says for each value what only machines read of it."""
    marker = f"{label}{metadata.separator}".rstrip()
    for value, stated in zip(field.values, machine, strict=False):
        yield Block(
            kind=BlockKind.PARAGRAPH,
            text=Text(value.text),
            marker=marker,
            hint=hint,
            piece=Piece.FACT,
            facts=(("field", field.name), *stated),
            language=value.language or metadata.language,
            direction=value.direction or metadata.direction,
        )


def list_signatories(declaration: Declaration, catalog: Catalog, separator: str) -> Iterator[Block]:
    """Give one block for every signatory; its marker says what somebody did who did not simply sign.

    `separator` stands between such a marker and the name.
    """
    for signatory in declaration.signatories:
        role = None if signatory.role is SignatoryRole.SIGNER else signatory.role
        yield Block(
            kind=BlockKind.PARAGRAPH,
            text=Text(_name(signatory, catalog)),
            marker=f"{catalog.translate(SIGNATORY_ROLES[role])}{separator}".rstrip() if role else None,
            hint="signatory",
            is_first=True,
        )


def _name(signatory: Signatory, catalog: Catalog) -> str:
    name = str(signatory.agent)
    if signatory.capacity:
        name = catalog.translate(PATTERNS["details"]).format(first=name, second=signatory.capacity)
    if signatory.on_behalf_of is None:
        return name
    return catalog.translate(PATTERNS["behalf"]).format(name=name, principal=signatory.on_behalf_of)
