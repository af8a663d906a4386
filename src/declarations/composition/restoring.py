"""Our own page to declaration: what `compose` laid out, taken back without any recognition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from declarations.blocks import Block, Page, sum_shown
from declarations.errors import DeclarationsError
from declarations.findings import Finding, FindingCode
from declarations.model import Clause, Declaration, DeclarationKind, Label, Note
from declarations.model.metadata import METADATA
from declarations.parts import SHOWN, Attribute, PageAttribute, PagePart, Piece
from declarations.records import json
from declarations.text import Text

__all__ = ["add_facts", "restore", "uncover"]


def restore(page: Page) -> tuple[Declaration | None, tuple[Finding, ...]]:
    """Take the declaration back out of a page that `compose` made and a writer wrote.

    The words come from the blocks, all else from its head. Gives None for a page without a head, and with a finding
    for one whose head or attributes are broken, or lost for most of its words as where a tool took the comments out:
    recognition can read that page.
    """
    head = page.attributes.get(PageAttribute.HEAD)
    if head is None:
        return None, ()
    try:
        declaration = json.loads(head)
        parts: dict[str | None, list[Block]] = {}
        for block in page.blocks:
            parts.setdefault(block.part, []).append(block)
        fields = {name: build(parts.get(part, ())) for part, (name, build) in _FIELDS.items()}
        restored = attrs.evolve(declaration, **fields)
        _check_claims(page)
    except (DeclarationsError, ValueError) as error:
        message = f"the page was written by this library and changed since, so that it must be recognized: {error}"
        return None, (Finding(FindingCode.BROKEN_METADATA, message),)
    return restored, tuple(_report(page))


def _check_claims(page: Page) -> None:
    """Raise `ValueError` if most of the words of a page belong to no part of it."""
    claimed = sum(len(block.text) for block in page.blocks if block.part in _FIELDS)
    free = sum(len(block.text) for block in page.blocks if not _is_claimed(block))
    if free > claimed:
        raise ValueError("most of its words are in no part of it")


def _is_claimed(block: Block) -> bool:
    return block.part in SHOWN or block.part in _FIELDS


def add_facts(declaration: Declaration, page: Page) -> Declaration:
    """Return a declaration that was recognized, with the facts of the head of its page: all that is no visible text.

    The words of the page stay as they were recognized; a head that is broken adds nothing.
    """
    try:
        head = json.loads(page.attributes.get(PageAttribute.HEAD, ""))
    except DeclarationsError:
        return declaration
    facts = {name: getattr(head, name) for name in _FACTS if getattr(head, name)}
    if head.kind is not DeclarationKind.OTHER:
        facts["kind"] = head.kind
    return attrs.evolve(declaration, title=declaration.title or head.title, **facts)


def uncover(page: Page) -> Page:
    """Return a page that could not be restored as recognition can read it.

    Labels of facts, headings and signatories stand among their words; blocks that only stand for something are gone.
    """
    blocks = (_show_marker(block) for block in page.blocks if block.text or block.marker)
    return attrs.evolve(page, blocks=tuple(blocks))


def _show_marker(block: Block) -> Block:
    is_fact = block.piece == Piece.FACT
    if block.marker is None or not (is_fact or block.level or block.part == PagePart.SIGNATORY):
        return block
    said = {} if is_fact else block.attributes
    return attrs.evolve(block, text=Text(f"{block.marker} ") + block.text, marker=None, attributes=said)


def _report(page: Page) -> Iterator[Finding]:
    """Report words that are not in the declaration: blocks without a part, and changed lines that show facts."""
    for block in page.blocks:
        if block.text and not _is_claimed(block):
            message = "no part of the declaration claims this text"
            yield Finding(FindingCode.UNCLAIMED_TEXT, message, position=block.position, excerpt=block.text.text)
    shown = page.attributes.get(PageAttribute.SHOWN)
    if shown is not None and shown != sum_shown(page.blocks):
        lines = " | ".join(block.text.text for block in page.blocks if block.part in SHOWN)
        message = "lines that show facts were changed since the page was written; what stands behind them was believed"
        yield Finding(FindingCode.CONFLICTING_METADATA, message, excerpt=lines)


def _take_string(blocks: Sequence[Block]) -> str | None:
    return "\n".join(block.text.text for block in blocks) if blocks else None


def _take_text(blocks: Sequence[Block]) -> Text | None:
    return Text.join(block.text for block in blocks) if blocks else None


def _take_texts(blocks: Sequence[Block]) -> tuple[Text, ...]:
    return tuple(block.text for block in blocks)


def _take_notes(blocks: Sequence[Block]) -> tuple[Note, ...]:
    return tuple(
        Note(
            id=str(group[0].target),
            label=group[0].marker,
            paragraphs=[block.text for block in group if block.piece != Piece.BARE],
        )
        for group in _split(blocks)
    )


def _split(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Cut a row of blocks before every one that is the first of something."""
    group: list[Block] = []
    for block in blocks:
        if block.is_first and group:
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _take_clauses(blocks: Sequence[Block]) -> tuple[Clause, ...]:
    """Build nested clauses; a stack instead of recursion keeps it linear at any depth."""
    stack: list[dict[str, Any]] = [{"items": []}]  # the clauses that are open, outermost first

    def close(depth: int) -> None:
        while len(stack) > depth + 1:
            closed = stack.pop()
            stack[-1]["items"].append(Clause(**closed))

    for block in blocks:
        if block.is_first or len(stack) == 1:
            close(min(block.depth, len(stack) - 1))
            stack.append({"items": [], "paragraphs": [], "tail": [], **_read_facts(block)})
        else:
            close(block.depth + 1)
        _take_piece(stack[-1], block)
    close(0)
    return tuple(stack[0]["items"])


def _take_piece(clause: dict[str, Any], block: Block) -> None:
    if block.piece == Piece.HEADING:
        clause["heading"] = block.text
    elif block.piece == Piece.TAIL:
        clause["tail"].append(block.text)
    elif block.piece != Piece.BARE:
        clause["paragraphs"].append(block.text)


def _read_facts(block: Block) -> Mapping[str, Any]:
    said = block.attributes
    facts: dict[str, Any] = {name: said[name] for name in _STATED if name in said}
    if block.marker is not None:
        ordinal = said.get(Attribute.ORDINAL)
        style = said.get(Attribute.STYLE, "other")
        facts["label"] = Label(block.marker, ordinal=int(ordinal) if ordinal else None, style=style)
    return facts


_FACTS = (
    *(field.attribute for field in METADATA if not field.is_of_source and field.name != "kind"),
    *("signatories", "source"),
)
_STATED = (Attribute.ID, Attribute.PHRASE, Attribute.STANCE, Attribute.ACTION)


_FIELDS: Mapping[str, tuple[str, Callable[[Sequence[Block]], Any]]] = {
    PagePart.TITLE: ("title", _take_string),
    PagePart.SUBTITLE: ("subtitle", _take_string),
    PagePart.ENACTING: ("enacting", _take_text),
    PagePart.CONTEXT_HEADING: ("context_heading", _take_text),
    PagePart.CONTEXT: ("context", _take_clauses),
    PagePart.FORMULA: ("formula", _take_text),
    PagePart.RESOLUTIONS_HEADING: ("resolutions_heading", _take_text),
    PagePart.RESOLUTION: ("resolutions", _take_clauses),
    PagePart.CLOSING: ("closing", _take_texts),
    PagePart.NOTE: ("notes", _take_notes),
    PagePart.ANNEX: ("annexes", _take_clauses),
}
"""For every part the field that its blocks make, and how."""
