"""Blocks as plain text for mails, terminals and archives: wrapped lines, hanging items, notes at the end."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import Literal, NamedTuple

import attrs

from declarations.blocks import Block, BlockKind, Layout, Page
from declarations.isolation import isolate
from declarations.numerals import find_enumerator
from declarations.parts import FACTS, Attribute, PageAttribute, PagePart, Piece, name_of
from declarations.scripts import LINE_SIGN, find_gap, measure_width
from declarations.text import MarkKind, Text
from declarations.validation import names_region
from declarations.writers.wrapping import looks_like_item, wrap

__all__ = ["write_page"]

_UNDERLINES = "==-~^\"'"  # by the level of a heading
_BULLET = "-"
_CLOSE = FACTS  # parts whose blocks stand on lines without space between
_PARTED = frozenset({PagePart.ENACTING, PagePart.FORMULA})  # parts whose lines are paragraphs
_HEADINGS = {
    PagePart.CONTEXT: PagePart.CONTEXT_HEADING,
    PagePart.RESOLUTION: PagePart.RESOLUTIONS_HEADING,
}  # of parts, over their clauses
_TOP = frozenset({PagePart.TITLE, PagePart.SUBTITLE, PagePart.MASTHEAD})
_LAST = (PagePart.SOURCE, PagePart.NOTE)  # parts that go to the end, in this order
_LONGEST_LINE = 60  # characters from which a line could be wrapped
_LONGEST_HANG = 8  # columns of a label under which the lines of its clause are not set
_ARTICLES = 6  # labels with the same first word that head articles
_INDENT = 4  # columns instead
_HANG = 2  # columns by which a line that goes on stands further in, where line ends count
_DEEPEST = 0.4  # of the width that indentation may take
_WIDEST = 200  # columns from which that is taken where lines are never broken
_BREAKS = re.compile("\r\n?|[\n\x85\u2028\u2029]")
_SPACES = re.compile("[ \t]{2,}|\t")
_WORDS = re.compile(r"(?:[^\W\d_]+\s){0,4}[^\W\d_]{3,}(?<![IVXLC])[.:)–—-]{1,3}")  # a label before a clause
_SIGN = re.compile(r"\d{1,3}")
_WORD = 20  # characters that hold the first word of a clause


def write_page(page: Page, *, layout: Layout) -> str:
    """Write a page as lines of at most `layout.width` columns (0 for any number); words that are longer stay whole.

    Headings are underlined, by a sign for each level; items stand under their clause; `[1]` in the words refers to
    the note at the end that begins so. Tabs stand between the cells of a table, whose rows are never broken. Facts
    keep their direction by isolates (UAX 9). Control characters stay (C1, U+0080 to U+009F): some terminals obey them.
    """
    blocks = [block for block in page.blocks if block.part not in _LAST]
    if stated := _state_language(page):
        blocks.insert(max((at for at, one in enumerate(blocks, 1) if one.part in _TOP), default=0), stated)
    blocks += (block for part in _LAST for block in page.blocks if block.part == part)
    writer = _Writer(layout.width, _find_signs(page.blocks), _find_inline(page.blocks))
    lines: list[str] = []
    part: str | None = None
    for block in blocks:
        if written := writer.write(block):
            if lines and not (part == block.part and part in _CLOSE):
                lines.append("")
            lines += written
            part = block.part
    return "".join(f"{line}\n" for line in lines)


def _state_language(page: Page) -> Block | None:
    """Return the tag of a language with a region as a fact, so that a second pass writes dates alike."""
    language = page.attributes.get(PageAttribute.LANGUAGE)
    if not language or not names_region(language):
        return None
    said = {Attribute.PART: PagePart.MASTHEAD, Attribute.PIECE: Piece.FACT}
    label = page.attributes.get(name_of("language"))
    return Block(kind=BlockKind.PARAGRAPH, text=Text(language), marker=label, attributes=said)


def _find_signs(blocks: Iterable[Block]) -> dict[str, str]:
    """Return every note a number for its brackets: its own if it is one that no other has, else the next free."""
    notes = {
        block.target: block.marker for block in reversed([*blocks]) if block.part == PagePart.NOTE and block.is_first
    }
    own: dict[str, str] = {}
    for target, label in reversed([*notes.items()]):
        if target and label and _SIGN.fullmatch(label.strip()) and label.strip() not in own.values():
            own[target] = label.strip()
    taken = set(own.values())
    free = (str(number) for number in count(1) if str(number) not in taken)
    return {target: own.get(target) or next(free) for target in reversed([*notes]) if target}


@attrs.frozen
class _Column:
    """Where a clause and what stands in it begin."""

    label: int
    """Column of its label."""
    words: int
    """Column of its words."""
    items: int
    """Column of the labels of its items."""
    is_group: bool = False
    """Whether it is only a heading over clauses, so that those are no items of a list."""


_MARGIN = _Column(0, 0, 0, is_group=True)


class _Writer:
    """Writes one block after another; the clauses that are open are kept with their columns."""

    def __init__(self, width: int, signs: Mapping[str, str], inline: frozenset[str]) -> None:
        self._width = width
        self._signs = signs
        self._inline = inline
        self._columns: list[_Column] = []
        self._headed: set[str | None] = set()

    def write(self, block: Block) -> list[str]:
        """Return the lines of a block."""
        if block.piece == Piece.FACT:
            return self._write_fact(block)
        if block.part == PagePart.NOTE:
            return self._write_note(block)
        if block.piece is not None:
            return self._write_piece(block)
        if block.kind is BlockKind.HEADING:
            self._headed.add(block.part)
            return self._write_heading(block, 0)
        label = _fold(block.marker or "")
        text = Text(f"{label}{find_gap(label)}") + block.text if label else block.text
        return self._write_text(text, "", _MARGIN, is_parted=block.part in _PARTED)

    def _write_fact(self, block: Block) -> list[str]:
        label = _fold(block.marker or "")
        around: Literal["ltr", "rtl"] = "rtl" if _goes_left(label) else "ltr"
        stated = block.attributes.get(Attribute.DIRECTION)
        direction = None if stated == around else stated
        value = isolate(_fold(block.text.text), direction, around=around)
        lead = f"{label}{find_gap(label)}"
        first, *others = wrap(value, self._width, first=measure_width(lead), rest=_INDENT)
        return [f"{lead}{first}", *(" " * _INDENT + line for line in others)]

    def _write_note(self, block: Block) -> list[str]:
        if not block.is_first:
            return self._write_text(block.text, "", _Column(_INDENT, _INDENT, _INDENT))
        label = f"[{self._signs[block.target or '']}]"
        return self._write_text(block.text, label, _Column(0, _INDENT, _INDENT)) or [label]

    def _write_piece(self, block: Block) -> list[str]:
        """Write a piece of a clause in its columns."""
        label = self._open(block) if block.is_first else ""
        del self._columns[block.depth + 1 :]
        column = self._columns[-1] if self._columns else _MARGIN
        if block.piece == Piece.HEADING:
            return self._write_heading(block, column.label)
        if label and column.is_group:  # the number stands over its clause
            level = 2 + block.depth + (_HEADINGS.get(block.part or "") in self._headed)
            head = [*self._underline(label, level, column.label), ""]
            label = ""
        else:
            head = []
        if column.is_group and block.piece != Piece.BARE:
            self._columns[-1] = attrs.evolve(column, is_group=False)
        lines = self._write_text(block.text, label, column)
        if not lines and label:
            lines = [" " * column.label + label]
        return head + lines if lines else head[:-1]

    def _open(self, block: Block) -> str:
        """Take up the columns of a clause; give the label that it prints, or a dash for an item without one."""
        del self._columns[block.depth :]
        outer = self._columns[-1] if self._columns else _MARGIN
        is_item = block.depth > 0 and not outer.is_group
        label = _fold(block.marker) if block.marker else _BULLET if is_item else ""
        start = min(outer.items, int((self._width or _WIDEST) * _DEEPEST))
        is_over = bool(block.marker) and label not in self._inline
        is_group = block.piece == Piece.HEADING or (block.piece == Piece.BARE and not label) or is_over
        size = 0 if is_group or not label else measure_width(label) + 1
        words = start + (size if size <= _LONGEST_HANG else _INDENT)
        items = words if size or is_group else words + _HANG
        self._columns.append(_Column(start, words, items, is_group=is_group))
        return label

    def _write_heading(self, block: Block, indent: int) -> list[str]:
        words = (line.text for line in _spell(block.text, self._signs))
        return self._underline(_fold(" ".join([block.marker or "", *words])), block.level, indent)

    def _underline(self, text: str, level: int, indent: int) -> list[str]:
        """Write a heading; its line is as long as its longest line."""
        if not text:
            return []
        lines = wrap(text, self._width, first=indent, rest=indent)
        sign = _UNDERLINES[min(level, len(_UNDERLINES) - 1)]
        return [" " * indent + line for line in (*lines, sign * max(3, *map(measure_width, lines)))]

    def _write_text(self, text: Text, label: str, column: _Column, *, is_parted: bool = False) -> list[str]:
        """Write a paragraph after its label; where line ends count, lines that go on stand further in.

        `is_parted` says that its lines are paragraphs of their own.
        """
        lines = _spell(text, self._signs)
        words = " " * column.words
        hang = words + " " * (_HANG if len(lines) > 1 and not is_parted else 0)
        is_doubtful = not is_parted and _is_doubtful(lines)
        made: list[str] = []
        for line in lines:
            first = f"{' ' * column.label}{label} " if label and not made else words
            first += " " * (column.words - measure_width(first))
            if made and is_parted:
                made.append("")
            elif made and is_doubtful:
                first += LINE_SIGN
            if line.is_row:
                made.append(first + line.text)
            else:
                one, *others = wrap(line.text, self._width, first=measure_width(first), rest=len(hang))
                made += (first + one, *(hang + other for other in others))
        return made


class _Line(NamedTuple):
    """A line of a text as it is in the model, before it is broken into lines of print."""

    text: str
    """What it says, with the signs of notes in it."""
    is_row: bool
    """Whether it is a row of a table."""


def _spell(text: Text, signs: Mapping[str, str]) -> list[_Line]:
    """Return the lines of a text that hold something, with the signs of notes where they are referred to."""
    if not text.marks and text.text.isprintable():  # one line, as most texts are
        line = _fold(text.text)
        return [_Line(line, is_row=False)] if line else []
    notes = deque(mark for mark in text.marks if mark.kind is MarkKind.NOTE)
    tables = deque(mark for mark in text.marks if mark.kind is MarkKind.TABLE)
    lines: list[_Line] = []
    start = 0
    for end in (*(one.start() for one in _BREAKS.finditer(text.text)), len(text.text)):
        pieces: list[str] = []
        while notes and notes[0].start <= end:
            mark = notes.popleft()
            pieces.append(text.text[start : mark.start])
            pieces.append(f"[{sign}]" if (sign := signs.get(mark.target or "")) else "")
            start = mark.start
        words = "".join((*pieces, text.text[start:end]))
        while tables and tables[0].end <= start:
            tables.popleft()
        is_row = bool(tables and tables[0].start < end)
        line = "\t".join(map(_fold, words.strip("\r\n").split("\t"))) if is_row else _fold(words)
        if line.strip():
            lines.append(_Line(line, is_row))
        start = end
    return lines


def _find_inline(blocks: Iterable[Block]) -> frozenset[str]:
    """Return the labels that stand before the words of their clauses; all others stand on a line of their own.

    In front stand numbers alone, and words that end in a sign, as `First:`, unless they are many, as of articles.
    """
    firsts = {_fold(block.marker): block.text.text for block in blocks if block.is_first and block.marker}
    words = {label for label in firsts if _WORDS.fullmatch(label)}
    counts = Counter(label.split()[0] for label in words)
    numbers = (label for label, text in firsts.items() if _counts(label, "x") or _counts(label, text[:_WORD]))
    return frozenset(numbers) | {label for label in words if counts[label.split()[0]] < _ARTICLES}


def _counts(label: str, words: str) -> bool:
    """Return whether a label is known for a number before words; `1.12` is, if they begin with a capital."""
    found = find_enumerator(f"{label} {words}", largest=None)
    return found is not None and found.printed == label


def _is_doubtful(lines: Sequence[_Line]) -> bool:
    """Return whether the lines of a paragraph could be taken for wrapped ones, or for items of a list."""
    if any(line.is_row for line in lines):
        return False
    is_long = any(len(line.text) >= _LONGEST_LINE for line in lines)
    return is_long or any(line.text[0].islower() or looks_like_item(line.text) for line in lines[1:])


def _fold(text: str) -> str:
    """Make white space single spaces, and leave out what only breaks words."""
    if not text.isprintable():
        text = _BREAKS.sub(" ", text).replace("\xad", "")
    return _SPACES.sub(" ", text).strip(" ")


def _goes_left(text: str) -> bool:
    return next((kind != "L" for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")), False)
