"""Pages as Markdown: CommonMark 0.31.2 with the tables of GFM, footnotes and front matter.

Numbers stay as printed: a row of `1.`, `2.` is a list of Markdown, every other number stands before its words,
with an en space after it. What the shape of a block does not tell about its place, a comment says that no renderer
shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from declarations.blocks import Block, BlockKind, Layout, Page
from declarations.errors import ValidationError
from declarations.numerals import find_enumerator
from declarations.parts import CLAUSES, FACTS, Attribute, PageAttribute, PagePart, Piece
from declarations.placement import Hint, Place, Placement, Shape, has_own_line, is_titled
from declarations.scripts import find_gap
from declarations.text import MarkKind, Text
from declarations.writers.markdown_front import write_front_matter
from declarations.writers.markdown_inline import write_label, write_line, write_paragraph
from declarations.writers.markdown_tables import write_table

__all__ = ["write_page"]

_NUMBER = re.compile(r"(0|[1-9][0-9]{0,8})\.")
_DEEPEST = 12  # lists in lists; items further inside stand beside each other
_BULLET = "-"
_NOTHING = "<!-- -->"
_CONTENT = "{content}"
_NO_HINT = Hint()


def write_page(page: Page, *, layout: Layout) -> str:
    """Write a page as Markdown.

    `layout.fragment` leaves out the front matter.
    `layout.template` is a Markdown text with `{content}` where the page goes, after the front matter. Raises
    `ValidationError` for a template without it.
    """
    writer = _Writer(page.blocks)
    for block in page.blocks:
        writer.write(block)
    body = _turn(writer.lines, page)
    if layout.template is not None:
        if _CONTENT not in layout.template:
            raise ValidationError(f"the template has no {_CONTENT}", hint=f"write {_CONTENT} where the page goes")
        body = layout.template.replace(_CONTENT, body)
    return body if layout.fragment else f"{write_front_matter(page)}\n{body}"


def _turn(lines: Sequence[str], page: Page) -> str:
    """Join the lines; what is written from right to left is marked as such."""
    if page.attributes.get(PageAttribute.DIRECTION) == "rtl":
        tag = page.attributes.get(PageAttribute.LANGUAGE)
        language = f' lang="{tag}"' if tag else ""
        lines = [f'<div dir="rtl"{language}>', "", *lines, "", "</div>"]
    return "\n".join(lines) + "\n"


@attrs.frozen
class _Container:
    """Where blocks stand: in how many list items, how far indented, and what is around."""

    nesting: int = 0
    indent: int = 0
    outer: _Container | None = None


_ROOT = _Container()


class _Writer:
    """Collects the lines of one page."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.lines: list[str] = []
        self._notes = _find_footnotes(blocks)
        self._placement = Placement()
        self._inside: list[_Container] = []  # for every open clause, where its further blocks stand
        self._stated: str | None = None  # the part of the facts that stand last
        self._lists: list[str | None] = [None]  # for every container the last sign of the list that is open

    def write(self, block: Block) -> None:
        """Write one block."""
        if block.part == PagePart.NOTE and block.target in self._notes:
            self._placement.enter(PagePart.NOTE)
            lead = f"[^{block.target}]: " if block.is_first else " " * 4
            self._put(_ROOT, write_paragraph(block.text, self._notes), lead=lead, hang=4)
            return
        if block.level != 1:
            self._enter(block.part)
        if block.part in FACTS:
            self._write_fact(block)
        elif block.part == PagePart.SIGNATORY:
            role = f"{write_line(Text(block.marker))}{find_gap(block.marker)}" if block.marker else ""
            self._put_item(_ROOT, _BULLET, write_paragraph(block.text, before=role), is_tight=True)
        else:
            for one in self._part_titled(block):
                self._write_placed(one)

    def _part_titled(self, block: Block) -> Iterator[Block]:
        """Part a clause from its number if that has a line of its own: `Article 3` is written as a heading."""
        is_clause = block.part in CLAUSES and block.kind is not BlockKind.HEADING
        if not is_clause or not block.marker or not has_own_line(block.marker):
            yield block
            return
        level = self._placement.find_level(block.depth)
        yield attrs.evolve(
            block,
            kind=BlockKind.HEADING,
            level=level,
            text=Text(),
            attributes={**block.attributes, Attribute.PIECE: Piece.BARE},
        )
        if block.piece != Piece.BARE:
            said = {Attribute.PART: str(block.part), Attribute.PIECE: str(block.piece)}
            yield attrs.evolve(block, kind=BlockKind.PARAGRAPH, marker=None, attributes=said)

    def _write_fact(self, block: Block) -> None:
        """Write a fact on a line of its own, in one paragraph with the facts before it."""
        label = f"**{write_line(Text(block.marker))}** " if block.marker else ""
        content = write_paragraph(block.text, before=label)
        if self._stated == block.part:
            self.lines[-1] += "\\"
            self.lines += content.split("\n")
        else:
            self._put(_ROOT, content)
        self._stated = block.part

    def _enter(self, part: str | None) -> None:
        if self._placement.part != part:
            self._put(_ROOT, str(Hint(part=part)))
            self._placement.enter(part)
            self._inside = []
            self._stated = None

    def _write_placed(self, block: Block) -> None:
        """Write a block where it belongs, with the comment that it needs."""
        is_clause = block.part in CLAUSES
        piece = block.piece if is_clause or block.piece == Piece.BARE else None
        place = Place(block.part, piece, block.is_first, block.depth)
        shape, sign = _find_shape(block)
        label = block.marker if sign in ("", _BULLET) else None
        around = self._find_container(place, shape)
        nesting = around.nesting + (shape is Shape.ITEM)
        is_labelled = label is not None and bool(block.text)
        expected = self._placement.expect(shape, nesting, level=block.level, is_labelled=is_labelled)
        hint = _find_hint(block, place, expected, label)
        if is_clause and block.is_first:
            self._inside.append(_inner(around, sign))
        self._write_in(block, around, sign, label, hint)
        self._placement.take(shape, nesting, place)

    def _find_container(self, place: Place, shape: Shape) -> _Container:
        """Return where a block stands: in the clause that it belongs to, unless lists would be nested too deep."""
        del self._inside[place.depth + (not place.is_first) :]
        around = self._inside[-1] if self._inside and place.part in CLAUSES else _ROOT
        if shape is Shape.ITEM and around.nesting >= _DEEPEST and around.outer:
            return around.outer
        return around

    def _write_in(self, block: Block, around: _Container, sign: str, label: str | None, hint: Hint | None) -> None:
        is_blank = not block.text and label is None  # then the comment stands for the block
        if hint and not (is_blank and sign):
            self._put(around, str(hint))
        if is_blank and not sign:
            return
        content = str(hint) if is_blank else self._write_content(block, label)
        if sign:
            self._put_item(around, sign, content)
        else:
            self._put(around, content)

    def _write_content(self, block: Block, label: str | None) -> str:
        is_heading = block.kind is BlockKind.HEADING
        write = write_line if is_heading else write_paragraph
        lead = "#" * block.level + " " if is_heading else ""
        if not block.text:
            return lead + write(Text(label or ""))
        before = "" if label is None else write_label(label, is_line=is_heading)
        if not before and not is_heading and (table := write_table(block.text, self._notes)):
            return table
        return lead + write(block.text, self._notes, before=before)

    def _put_item(self, around: _Container, sign: str, content: str, *, is_tight: bool = False) -> None:
        """Write the first block of a list item; a list that would run on into another is ended first."""
        last = self._lists[around.nesting] if around.nesting < len(self._lists) else None
        if last and _BULLET not in (last, sign) and int(sign[:-1]) != int(last[:-1]) + 1:
            self._put(around, _NOTHING)
        is_tight = is_tight and last == _BULLET
        self._put(around, content, lead=f"{sign} ", hang=len(sign) + 1, is_tight=is_tight)
        self._lists[around.nesting] = sign

    def _put(self, around: _Container, content: str, *, lead: str = "", hang: int = 0, is_tight: bool = False) -> None:
        """Write a block; `lead` stands before its first line, `hang` indents the others."""
        if self.lines and not is_tight:
            self.lines.append("")
        first, *others = content.split("\n")
        self.lines.append(f"{' ' * around.indent}{lead}{first}")
        self.lines += [f"{' ' * (around.indent + hang)}{line}" for line in others]
        del self._lists[around.nesting :]
        self._lists += [None] * (around.nesting + 1 - len(self._lists))


def _inner(around: _Container, sign: str) -> _Container:
    """Return where the further blocks of a clause stand that begins with a sign."""
    return _Container(around.nesting + 1, around.indent + len(sign) + 1, around) if sign else around


def _find_hint(block: Block, place: Place, expected: Place, label: str | None) -> Hint | None:
    """Return the comment that says what the shape of a block does not tell."""
    is_label = label is not None and not block.text
    is_heading = block.kind is BlockKind.HEADING
    if is_label and is_heading and is_titled(str(label)):
        expected, is_label = attrs.evolve(expected, piece=Piece.BARE), False
    is_plain = block.part in CLAUSES and place.is_first and block.marker is None and _looks_numbered(block)
    hint = Hint(
        piece=place.piece if place.piece != expected.piece else None,
        is_first=place.is_first if place.is_first is not expected.is_first else None,
        depth=place.depth if place.depth != expected.depth else None,
        target=block.target if block.part == PagePart.NOTE and block.is_first else None,
        is_blank=not block.text and (label is None or is_label),
        is_label=is_label,
        is_plain=is_plain,
    )
    return None if hint == _NO_HINT else hint


def _looks_numbered(block: Block) -> bool:
    """Return whether the words of a block begin as if a number stood before them."""
    words = block.text.text
    return find_enumerator(words, largest=None) is not None or (block.kind is BlockKind.HEADING and is_titled(words))


def _find_shape(block: Block) -> tuple[Shape, str]:
    """Return how a block is written, and the sign before a list item."""
    if block.kind is BlockKind.HEADING:
        return (Shape.HEADING if block.text or block.marker else Shape.PARAGRAPH), ""
    if block.part in CLAUSES and block.is_first:
        if block.marker and _NUMBER.fullmatch(block.marker):
            return Shape.ITEM, block.marker
        if block.depth:
            return Shape.ITEM, _BULLET
    return Shape.PARAGRAPH, ""


def _find_footnotes(blocks: Iterable[Block]) -> frozenset[str]:
    """Find the notes that can be footnotes: something refers to them, and all their paragraphs have words."""
    blocks = list(blocks)
    referred = {mark.target for block in blocks for mark in block.text.marks if mark.kind is MarkKind.NOTE}
    notes = [block for block in blocks if block.part == PagePart.NOTE]
    blank = {block.target for block in notes if not block.text.text}
    referred -= blank
    return frozenset(str(block.target) for block in notes if block.target in referred)
