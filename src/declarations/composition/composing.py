"""Declaration to page: the order of the parts, their blocks, and the facts in the language of a reader.

Nothing is invented: words come from the declaration, labels and names of facts from the catalogs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from declarations.blocks import Block, BlockKind, MetadataItem, MetadataKind, Page, PageMetadata, sum_shown
from declarations.composition.shownfields import list_facts, list_signatories
from declarations.errors import LocaleError
from declarations.language.locales import fallback_chain, get_direction
from declarations.language.messages import Catalog, find_catalog
from declarations.language.words import FIELDS, PARTS
from declarations.localization.metadata import LocalizedMetadata, localize
from declarations.model import Clause, DateRole, Declaration, Note, Source
from declarations.parts import Attribute, PageAttribute, PagePart, Piece, name_of
from declarations.records import json, jsonld
from declarations.records.head import take_head
from declarations.text import Text

__all__ = ["compose"]

_HIGHEST, _LOWEST = 2, 6  # levels of headings below the title


def compose(declaration: Declaration, *, locale: str | None = None, linked: bool = False) -> Page:
    """Lay a declaration out as a page.

    `locale` is the BCP 47 tag of the language of the reader, in which dates, labels and names of facts are
    written; without it, that of the document, or English where CLDR does not know it. `linked` adds what
    search engines read. Raises `LocaleError` for a locale that CLDR does not have.
    """
    locale = fallback_chain(locale)[0] if locale else _find_locale(declaration.language)
    catalog = find_catalog(locale)
    metadata = localize(declaration, locale)
    before, behind = list_facts(declaration, metadata, catalog)
    title = declaration.title or catalog.translate(FIELDS["no_title"])
    blocks = (
        *_lay_out_head(declaration),
        *before,
        *_lay_out_body(declaration),
        *list_signatories(declaration, catalog, metadata.separator),
        *_lay_out_notes(declaration.notes),
        *_lay_out_clauses(declaration.annexes, PagePart.ANNEX, _HIGHEST),
        *behind,
    )
    return Page(
        blocks=blocks,
        metadata=PageMetadata(tuple(_list_told(declaration, title))),
        attributes=_describe(declaration, metadata, catalog, blocks, linked=linked),
    )


def _list_told(declaration: Declaration, title: str) -> Iterator[MetadataItem]:
    """Yield what the page tells programs beside its text."""
    published, modified = (declaration.dated(role) for role in (DateRole.PUBLISHED, DateRole.MODIFIED))
    source = declaration.source or Source()
    told = (
        (MetadataKind.PAGE_TITLE, " ".join(title.split())),
        (MetadataKind.ISSUER, declaration.issuer),
        (MetadataKind.DATE, declaration.date),
        (MetadataKind.PUBLISHED, published and published.date),
        (MetadataKind.MODIFIED, modified and modified.date),
        (MetadataKind.URL, source.url),
        (MetadataKind.SITE, source.site),
        *((MetadataKind.CATEGORY, category) for category in source.categories),
    )
    return (MetadataItem(kind, str(value), "composition") for kind, value in told if value)


def _describe(
    declaration: Declaration, metadata: LocalizedMetadata, catalog: Catalog, blocks: Iterable[Block], *, linked: bool
) -> dict[str, str]:
    """Return what the page says of itself."""
    said = {
        PageAttribute.LANGUAGE: declaration.language,
        PageAttribute.DIRECTION: _find_direction(declaration.language),
        PageAttribute.LOCALE: metadata.language,
        PageAttribute.HEAD: json.dumps(take_head(declaration)).decode(),
        PageAttribute.SHOWN: sum_shown(blocks),
        PageAttribute.LINKED: jsonld.dumps(declaration).decode() if linked else None,
        **{name_of(part): catalog.translate(message) for part, message in PARTS.items()},
        name_of("language"): f"{catalog.translate(FIELDS['language'])}{metadata.separator}".rstrip(),
    }
    return _drop_unsaid(said)


def _find_locale(language: str | None) -> str:
    try:
        return fallback_chain(language or "und")[0]
    except LocaleError:
        return "en"


def _drop_unsaid(attributes: Mapping[str, Any]) -> dict[str, str]:
    """Return attributes as strings, without those that are None."""
    return {name: str(value) for name, value in attributes.items() if value is not None}


def _find_direction(language: str | None) -> str:
    try:
        return get_direction(language or "und")
    except LocaleError:
        return "auto"


def _lay_out_head(declaration: Declaration) -> Iterator[Block]:
    if declaration.title is not None:
        yield Block(
            kind=BlockKind.HEADING, level=1, text=Text(declaration.title), attributes={Attribute.PART: PagePart.TITLE}
        )
    if declaration.subtitle is not None:
        yield Block(
            kind=BlockKind.PARAGRAPH, text=Text(declaration.subtitle), attributes={Attribute.PART: PagePart.SUBTITLE}
        )


def _lay_out_body(declaration: Declaration) -> Iterator[Block]:
    yield from _lay_out_texts([declaration.enacting], PagePart.ENACTING)
    yield from _lay_out_heading(declaration.context_heading, PagePart.CONTEXT_HEADING)
    yield from _lay_out_clauses(declaration.context, PagePart.CONTEXT, _level_below(declaration.context_heading))
    yield from _lay_out_texts([declaration.formula], PagePart.FORMULA)
    yield from _lay_out_heading(declaration.resolutions_heading, PagePart.RESOLUTIONS_HEADING)
    level = _level_below(declaration.resolutions_heading)
    yield from _lay_out_clauses(declaration.resolutions, PagePart.RESOLUTION, level)
    yield from _lay_out_texts(declaration.closing, PagePart.CLOSING)


def _level_below(heading: Text | None) -> int:
    return _HIGHEST if heading is None else _HIGHEST + 1


def _lay_out_texts(texts: Iterable[Text | None], part: str) -> Iterator[Block]:
    return (
        Block(kind=BlockKind.PARAGRAPH, text=text, attributes={Attribute.PART: part})
        for text in texts
        if text is not None
    )


def _lay_out_heading(heading: Text | None, part: str) -> Iterator[Block]:
    if heading is not None:
        yield Block(kind=BlockKind.HEADING, level=_HIGHEST, text=heading, attributes={Attribute.PART: part})


def _lay_out_clauses(clauses: Iterable[Clause], part: str, level: int) -> Iterator[Block]:
    """Lay out clauses and their items; a stack instead of recursion keeps it linear at any depth."""
    stack: list[tuple[Clause | Text, int]] = []
    stack += [(clause, 0) for clause in clauses][::-1]
    while stack:
        one, depth = stack.pop()
        if isinstance(one, Text):
            attributes = {Attribute.PART: part, Attribute.PIECE: Piece.TAIL}
            yield Block(kind=BlockKind.PARAGRAPH, text=one, depth=depth, attributes=attributes)
            continue
        yield from _lay_out_clause(one, part, depth, min(level + depth, _LOWEST))
        stack += [(text, depth) for text in one.tail[::-1]]
        stack += [(item, depth + 1) for item in one.items[::-1]]


def _lay_out_clause(clause: Clause, part: str, depth: int, level: int) -> Iterator[Block]:
    """Lay out what stands before the items of a clause, at least one block."""
    pieces: list[tuple[str, Text]] = [(Piece.PARAGRAPH, text) for text in clause.paragraphs]
    if clause.heading is not None:
        pieces.insert(0, (Piece.HEADING, clause.heading))
    for place, (piece, text) in enumerate(pieces or [(Piece.BARE, Text())]):
        is_heading, is_item = piece == Piece.HEADING, not place and (clause.label or depth)
        yield Block(
            kind=BlockKind.HEADING if is_heading else BlockKind.ITEM if is_item else BlockKind.PARAGRAPH,
            level=level if is_heading else 0,
            text=text,
            depth=depth,
            marker=None if place or clause.label is None else clause.label.printed,
            attributes={Attribute.PART: part, Attribute.PIECE: piece, **({} if place else _state(clause))},
        )


def _state(clause: Clause) -> dict[str, str]:
    """Return what of a clause its words do not show, for its first block."""
    stated = {
        Attribute.FIRST: "",
        Attribute.ID: clause.id,
        Attribute.ORDINAL: clause.label and clause.label.ordinal,
        Attribute.STYLE: clause.label and clause.label.style,
        Attribute.PHRASE: clause.phrase,
        Attribute.STANCE: clause.stance,
        Attribute.ACTION: clause.action,
    }
    return _drop_unsaid(stated)


def _lay_out_notes(notes: Iterable[Note]) -> Iterator[Block]:
    for note in notes:
        for place, text in enumerate(note.paragraphs or (Text(),)):
            yield Block(
                kind=BlockKind.NOTE,
                text=text,
                target=note.id,
                marker=None if place else note.label,
                attributes={
                    Attribute.PART: PagePart.NOTE,
                    Attribute.PIECE: Piece.PARAGRAPH if note.paragraphs else Piece.BARE,
                    **({} if place else {Attribute.FIRST: ""}),
                },
            )
