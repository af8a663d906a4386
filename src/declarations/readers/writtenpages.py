"""Markdown pages that this library wrote: the attributes of every block, by its shape and the comments before it.

The front matter says that a page is ours; shapes and comments say where every block belongs (`placement`). Words
that were changed by hand are read as they are now.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from declarations.blocks import Block, BlockKind, Limits, Page
from declarations.findings import Finding, Position
from declarations.numerals import find_enumerator
from declarations.parts import CLAUSES, Attribute, PageAttribute, PagePart, Piece
from declarations.placement import VERSION, Hint, Place, Placement, Shape, is_titled, read_hint
from declarations.readers.blockrules import bound_blocks
from declarations.readers.documents import flatten_clauses
from declarations.readers.html import parse_tree, walk_tree
from declarations.readers.inlinetokens import Run, read_run, to_id
from declarations.readers.nesting import DEEPEST, check_depth
from declarations.readers.rawhtml import close_block
from declarations.readers.statedfacts import state_facts
from declarations.readers.statedfront import read_front
from declarations.text import Mark, MarkKind, Text

__all__ = ["read_written_page"]

_RAW = "{=html}"  # raw attribute of pandoc
_KINDS = {
    Shape.HEADING: BlockKind.HEADING,
    Shape.ITEM: BlockKind.ITEM,
    Shape.PARAGRAPH: BlockKind.PARAGRAPH,
}


class _Parser(MarkdownIt):
    """Leaves addresses as they are written."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - a name of markdown-it
        """Return the address of a link."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - a name of markdown-it
        """Return the words of a link that is its own address."""
        return link


def read_written_page(text: str, limits: Limits) -> tuple[Page | None, Finding | None]:
    """Read a page whose front matter is ours; raise `LimitError` for lists nested too deeply.

    Clauses that the comments nest deeper than `limits.max_depth` are read as of that depth, with a finding.
    Return None for any other page, and with a finding for one whose front matter is broken.
    """
    if VERSION not in text:
        return None, None
    tokens = _make_parser().parse(text)
    if not tokens or tokens[0].type != "front_matter":
        return None, None
    front, broken = read_front(tokens[0].content, 2)
    if front is None:
        return None, broken
    check_depth(tokens)
    walker = _Walker(front.notes)
    for token in tokens:
        walker.read(token)
    state_facts(walker.blocks, walker.said, front.clauses)
    blocks, flattened = flatten_clauses(walker.blocks, limits)
    said = {PageAttribute.HEAD: front.head, PageAttribute.SHOWN: front.shown}
    attributes = {name: value for name, value in said.items() if value is not None}
    page = Page(blocks=blocks, findings=flattened, attributes=attributes, media_type="text/markdown")
    return page, None


def _make_parser() -> MarkdownIt:
    parser = bound_blocks(_Parser("commonmark", {"maxNesting": DEEPEST})).enable(["table", "strikethrough"])
    parser.use(front_matter_plugin).use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    return parser.disable("text_join")  # it would hide which characters were written as references


@attrs.define
class _List:
    """A list that is open."""

    next: int
    is_counted: bool
    written: str = ""

    def count(self, item: Token) -> str | None:
        """Return the number of an item as written, or counted on where the same is written again; None for a bullet."""
        if not self.is_counted:
            return None
        if item.info != self.written:
            self.next, self.written = int(item.info), item.info
        self.next += 1
        return f"{self.next - 1}{item.markup}"


class _Walker:
    """Goes through the tokens of one page."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self.blocks: list[Block] = []
        self.said: list[dict[str, str]] = []  # the attributes of each block
        self._labels = labels
        self._placement = Placement()
        self._hint = Hint()
        self._items: list[list[str | None]] = []  # for every open item its number, until its first block has come
        self._lists: list[_List] = []
        self._level = 0
        self._rows: list[list[Text]] | None = None
        self._note: str | None = None
        self._is_footnote = False
        self._line: int | None = None
        self._steps: Mapping[str, Callable[[Token], None]] = {
            "heading_open": self._open_heading,
            "heading_close": self._close_heading,
            "inline": self._read_inline,
            "html_block": self._read_html,
            "fence": self._read_code,
            "code_block": self._read_code,
            "ordered_list_open": self._open_list,
            "bullet_list_open": self._open_list,
            "ordered_list_close": self._close_list,
            "bullet_list_close": self._close_list,
            "list_item_open": self._open_item,
            "list_item_close": self._close_item,
            "table_open": self._open_table,
            "tr_open": self._open_row,
            "table_close": self._close_table,
            "footnote_reference_open": self._open_note,
            "footnote_reference_close": self._close_note,
        }

    def read(self, token: Token) -> None:
        """Read one token."""
        if token.map:
            self._line = token.map[0] + 1
        if step := self._steps.get(token.type):
            step(token)

    # Containers

    def _open_heading(self, token: Token) -> None:
        self._level = int(token.tag[1:])

    def _close_heading(self, _: Token) -> None:
        self._level = 0

    def _open_list(self, token: Token) -> None:
        self._end_bare()
        start = token.attrGet("start")
        self._lists.append(_List(1 if start is None else int(start), is_counted=token.tag == "ol"))

    def _close_list(self, _: Token) -> None:
        self._lists.pop()

    def _open_item(self, token: Token) -> None:
        self._items.append([self._lists[-1].count(token)])

    def _close_item(self, _: Token) -> None:
        if self._items[-1] != [None]:  # a bullet alone says nothing
            self._end_bare()
        self._items.pop()

    def _end_bare(self) -> None:
        """Begin the clause of an item that has no words of its own."""
        if self._items and self._items[-1] and self._placement.part in CLAUSES:
            self._hint = Hint(piece=Piece.BARE)
            self._add(Run(Text()))

    def _open_table(self, _: Token) -> None:
        self._rows = []

    def _open_row(self, _: Token) -> None:
        if self._rows is not None:
            self._rows.append([])

    def _close_table(self, _: Token) -> None:
        rows, self._rows = self._rows or [], None
        text = Text.join(Text.join(row, "\t") for row in rows)
        self._add(Run(Text(text.text, [*text.marks, Mark(0, len(text), MarkKind.TABLE)]) if text.text else text))

    def _open_note(self, token: Token) -> None:
        self._placement.enter(PagePart.NOTE)
        self._note, self._is_footnote = to_id(token.meta["label"]), True
        self._hint = Hint(is_first=True)

    def _close_note(self, _: Token) -> None:
        if self._hint.is_first:  # nothing has come
            self._hint = Hint(is_first=True, piece=Piece.BARE)
            self._add(Run(Text()))
        self._note, self._is_footnote = None, False

    # Words

    def _read_inline(self, token: Token) -> None:
        run = read_run(token.children or [])
        if self._rows:
            self._rows[-1].append(run.text)
        else:
            self._add(run)

    def _read_code(self, token: Token) -> None:
        """Read words written as code, or HTML that pandoc marks as such."""
        if token.info.strip() == _RAW:
            self._read_html(token)
            return
        self._add(Run(Text(token.content.rstrip("\n"))))

    def _read_html(self, token: Token) -> None:
        """Read a comment of ours, or the words of other HTML."""
        hint = read_hint(token.content)
        if hint is None:
            root = parse_tree(close_block(token.content))
            for block in () if root is None else walk_tree(root).blocks:
                self._add_block(block.kind, block.text, {Attribute.PART: PagePart.ADDED})
            return
        if hint.part:
            self._placement.enter(hint.part)
        self._hint = hint
        if hint.is_blank and not hint.is_label:
            self._add(Run(Text()))

    def _add(self, run: Run) -> None:
        """Add a block where its shape and the comment before it say."""
        hint, self._hint = self._hint, Hint()
        number = self._items[-1].pop() if self._items and self._items[-1] else _NONE
        shape = Shape.HEADING if self._level else Shape.PARAGRAPH if number is _NONE else Shape.ITEM
        nesting = len(self._items)
        is_labelled = run.label is not None and not hint.is_label
        expected = self._placement.expect(shape, nesting, level=self._level, is_labelled=is_labelled)
        if shape is Shape.HEADING and expected.part in CLAUSES and _has_title(run, hint):
            expected = attrs.evolve(expected, piece=Piece.BARE)
            hint = attrs.evolve(hint, is_label=True)
        place = hint.over(expected)
        marker, text = _find_label(run, hint, place, None if number is _NONE else number)
        self._add_placed(shape, place, marker, text, hint)
        self._placement.take(shape, nesting, place)

    def _add_placed(self, shape: Shape, place: Place, marker: str | None, text: Text, hint: Hint) -> None:
        kind, target, part = _KINDS[shape], None, place.part
        if part == PagePart.NOTE:
            self._note = target = hint.target or self._note
            kind, marker = BlockKind.NOTE, self._labels.get(target or "") if place.is_first else None
            part = part if target else None
        said = {Attribute.PART: part or PagePart.ADDED}
        if place.piece:
            said[Attribute.PIECE] = place.piece
        if place.is_first:
            said[Attribute.FIRST] = ""
        self._add_block(kind, text, said, level=self._level, marker=marker, target=target, depth=place.depth)

    def _add_block(self, kind: BlockKind, text: Text, said: dict[str, str], **known: Any) -> None:
        self.said.append(said)
        self.blocks.append(Block(kind=kind, text=text, attributes=said, position=Position(line=self._line), **known))


_NONE = "no item"


def _has_title(run: Run, hint: Hint) -> bool:
    """Return whether a heading is nothing but the number of a clause."""
    is_said = hint.is_plain or hint.is_label
    return run.label is None and not run.text.marks and not is_said and is_titled(run.text.text)


def _find_label(run: Run, hint: Hint, place: Place, number: str | None) -> tuple[str | None, Text]:
    """Return the number of a block and its words; of a clause that was typed by hand as it begins with it."""
    if hint.is_label:
        return run.text.text or None, Text()
    if number is not None:
        return number, run.text
    if run.label is None and place.part in CLAUSES and place.is_first and not hint.is_plain:
        printed = find_enumerator(run.text.text, largest=None)
        if printed:
            return printed.printed, run.text[printed.end :]
    return run.label, run.text
