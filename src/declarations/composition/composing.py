"""Declaration to page: the order of the parts, their blocks, and the facts in the language of a reader.

Nothing is invented: words come from the declaration, labels and names of facts from the catalogs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from declarations.blocks import Block, BlockKind, Clue, ClueKind, Clues, Page, Piece, sum_shown
from declarations.composition.facts import list_facts, list_signatories
from declarations.errors import LocaleError
from declarations.language.locales import fallback_chain, get_direction
from declarations.language.messages import find_catalog
from declarations.language.words import FIELDS, PARTS
from declarations.localization.metadata import localize
from declarations.model import Clause, Declaration, Note
from declarations.records import json, jsonld
from declarations.records.head import take_head
from declarations.text import Text

__all__ = ["compose"]

_HIGHEST, _LOWEST = 2, 6  # levels of headings below the title


def compose(declaration: Declaration, *, locale: str | None = None, linked: bool = False) -> Page:
    """Lay a declaration out as a page.

    `locale` is the BCP 47 tag of the language of the reader, in which dates, labels and names of facts are
    written; without it, that of the document, or English where CLDR does not know it. `linked` adds what
    search engines read (`Page.linked`). Raises `LocaleError` for a locale that CLDR does not have.
    """
    locale = fallback_chain(locale)[0] if locale else _find_locale(declaration.language)
    catalog = find_catalog(locale)
    metadata = localize(declaration, locale)
    before, behind = list_facts(declaration, metadata, catalog)
    title = declaration.title or catalog.translate(FIELDS["no_title"])
    told = {
        ClueKind.PAGE_TITLE: " ".join(title.split()),
        ClueKind.ISSUER: declaration.issuer,
        ClueKind.DATE: declaration.date,
        ClueKind.URL: declaration.source and declaration.source.url,
    }
    blocks = (
        *_lay_out_head(declaration),
        *before,
        *_lay_out_body(declaration),
        *list_signatories(declaration, catalog, metadata.separator),
        *_lay_out_notes(declaration.notes),
        *_lay_out_clauses(declaration.annexes, "annex", _HIGHEST),
        *behind,
    )
    return Page(
        blocks=blocks,
        clues=Clues(tuple(Clue(kind, str(value), "composition") for kind, value in told.items() if value)),
        language=declaration.language,
        direction=_find_direction(declaration.language),
        locale=metadata.language,
        names=(
            *((part, catalog.translate(message)) for part, message in PARTS.items()),
            ("language", f"{catalog.translate(FIELDS['language'])}{metadata.separator}".rstrip()),
        ),
        head=json.dumps(take_head(declaration)).decode(),
        shown=sum_shown(blocks),
        linked=jsonld.dumps(declaration).decode() if linked else None,
    )


def _find_locale(language: str | None) -> str:
    try:
        return fallback_chain(language or "und")[0]
    except LocaleError:
        return "en"


def _find_direction(language: str | None) -> Literal["ltr", "rtl", "auto"]:
    try:
        return get_direction(language or "und")
    except LocaleError:
        return "auto"


def _lay_out_head(declaration: Declaration) -> Iterator[Block]:
    if declaration.title is not None:
        yield Block(kind=BlockKind.HEADING, level=1, text=Text(declaration.title), hint="title")
    if declaration.subtitle is not None:
        yield Block(kind=BlockKind.PARAGRAPH, text=Text(declaration.subtitle), hint="subtitle")


def _lay_out_body(declaration: Declaration) -> Iterator[Block]:
    yield from _lay_out_texts([declaration.enacting], "enacting")
    yield from _lay_out_heading(declaration.context_heading, "context-heading")
    yield from _lay_out_clauses(declaration.context, "context", _level_below(declaration.context_heading))
    yield from _lay_out_texts([declaration.formula], "formula")
    yield from _lay_out_heading(declaration.resolutions_heading, "resolutions-heading")
    level = _level_below(declaration.resolutions_heading)
    yield from _lay_out_clauses(declaration.resolutions, "resolution", level)
    yield from _lay_out_texts(declaration.closing, "closing")


def _level_below(heading: Text | None) -> int:
    return _HIGHEST if heading is None else _HIGHEST + 1


def _lay_out_texts(texts: Iterable[Text | None], hint: str) -> Iterator[Block]:
    return (Block(kind=BlockKind.PARAGRAPH, text=text, hint=hint) for text in texts if text is not None)


def _lay_out_heading(heading: Text | None, hint: str) -> Iterator[Block]:
    if heading is not None:
        yield Block(kind=BlockKind.HEADING, level=_HIGHEST, text=heading, hint=hint)


def _lay_out_clauses(clauses: Iterable[Clause], hint: str, level: int) -> Iterator[Block]:
    """Lay out clauses and their items; a stack instead of recursion keeps it linear at any depth."""
    stack: list[tuple[Clause | Text, int]] = []
    stack += [(clause, 0) for clause in clauses][::-1]
    while stack:
        part, depth = stack.pop()
        if isinstance(part, Text):
            yield Block(kind=BlockKind.PARAGRAPH, text=part, hint=hint, piece=Piece.TAIL, depth=depth)
            continue
        yield from _lay_out_clause(part, hint, depth, min(level + depth, _LOWEST))
        stack += [(text, depth) for text in part.tail[::-1]]
        stack += [(item, depth + 1) for item in part.items[::-1]]


def _lay_out_clause(clause: Clause, hint: str, depth: int, level: int) -> Iterator[Block]:
    """Lay out what stands before the items of a clause, at least one block."""
    pieces: list[tuple[Piece, Text]] = [(Piece.PARAGRAPH, text) for text in clause.paragraphs]
    if clause.heading is not None:
        pieces.insert(0, (Piece.HEADING, clause.heading))
    for place, (piece, text) in enumerate(pieces or [(Piece.BARE, Text())]):
        is_heading, is_item = piece is Piece.HEADING, not place and (clause.label or depth)
        yield Block(
            kind=BlockKind.HEADING if is_heading else BlockKind.ITEM if is_item else BlockKind.PARAGRAPH,
            level=level if is_heading else 0,
            text=text,
            hint=hint,
            piece=piece,
            depth=depth,
            marker=None if place or clause.label is None else clause.label.printed,
            is_first=not place,
            facts=() if place else _state(clause),
        )


def _state(clause: Clause) -> tuple[tuple[str, str], ...]:
    """Say what of a clause its words do not show."""
    stated = {
        "id": clause.id,
        "ordinal": clause.label and clause.label.ordinal,
        "style": clause.label and clause.label.style,
        "phrase": clause.phrase,
        "stance": clause.stance,
        "action": clause.action,
    }
    return tuple((name, str(value)) for name, value in stated.items() if value is not None)


def _lay_out_notes(notes: Iterable[Note]) -> Iterator[Block]:
    for note in notes:
        for place, text in enumerate(note.paragraphs or (Text(),)):
            yield Block(
                kind=BlockKind.NOTE,
                text=text,
                target=note.id,
                marker=None if place else note.label,
                hint="note",
                piece=Piece.PARAGRAPH if note.paragraphs else Piece.BARE,
                is_first=not place,
            )
