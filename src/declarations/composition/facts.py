"""Facts about a declaration as blocks: label and value in the language of the reader, one value a block."""

from __future__ import annotations

from collections.abc import Iterator

from declarations.blocks import Block, BlockKind, Piece
from declarations.language.messages import Catalog
from declarations.language.words import FIELDS, PATTERNS, SIGNATORY_ROLES
from declarations.localization.metadata import LocalizedField, LocalizedMetadata
from declarations.model import Declaration, Signatory, SignatoryRole
from declarations.text import Text

__all__ = ["list_facts", "list_signatories"]

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
    told = "\n".join(text.text for text in declaration.closing)
    before, behind = (
        [
            block
            for name, key in names.items()
            if name in fields
            for block in _lay_out(fields[name], metadata, catalog.translate(FIELDS[key]), hint)
            if name != "votes" or block.text.text not in told
        ]
        for names, hint in ((_BEFORE, "masthead"), (_BEHIND, "source"))
    )
    return before, behind


def _lay_out(field: LocalizedField, metadata: LocalizedMetadata, label: str, hint: str) -> Iterator[Block]:
    marker = f"{label}{metadata.separator}".rstrip()
    for value in field.values:
        yield Block(
            kind=BlockKind.PARAGRAPH,
            text=Text(value.text),
            marker=marker,
            hint=hint,
            piece=Piece.FACT,
            facts=(("field", field.name),),
            language=value.language or metadata.language,
            direction=value.direction or metadata.direction,
        )


def list_signatories(declaration: Declaration, catalog: Catalog) -> Iterator[Block]:
    """Give one block for every signatory; its marker says what somebody did who did not simply sign."""
    for signatory in declaration.signatories:
        role = None if signatory.role is SignatoryRole.SIGNER else signatory.role
        yield Block(
            kind=BlockKind.PARAGRAPH,
            text=Text(_name(signatory, catalog)),
            marker=catalog.translate(SIGNATORY_ROLES[role]) if role else None,
            hint="signatory",
            is_first=True,
        )


def _name(signatory: Signatory, catalog: Catalog) -> str:
    name = ", ".join(part for part in (str(signatory.agent), signatory.capacity) if part)
    if signatory.on_behalf_of is None:
        return name
    return catalog.translate(PATTERNS["behalf"]).format(name=name, principal=signatory.on_behalf_of)
