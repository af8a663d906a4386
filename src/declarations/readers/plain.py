"""Plain text to blocks: paragraphs, wrapped lines, lists, underlined headings, notes, printed pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from declarations.blocks import Block, BlockKind, Limits, MetadataItem, MetadataKind, Page
from declarations.findings import Position
from declarations.numerals import Enumerator
from declarations.numerals.successors import find_item, is_near, is_successor
from declarations.readers.decoding import decode_text
from declarations.readers.halves import join_halves
from declarations.readers.indentation import hangs, nests
from declarations.readers.leaks import remove_leaks
from declarations.readers.levels import Item, Levels
from declarations.readers.lines import Line, split_lines
from declarations.readers.metadata import make_metadata
from declarations.readers.typednotes import begins_note, find_starred, link_notes
from declarations.readers.underlines import find_underline, is_underline, tell_level
from declarations.readers.wrapping import join_lines, measure_column, split_runs
from declarations.scripts import LINE_SIGN, SENTENCE_ENDS, measure_width
from declarations.text import Text

__all__ = ["read_page"]

_RULE = re.compile(r"[=~_*#+-]{3,}|([*_-])(?: \1){2,}|[—–─━═]{3,}")
_INTRODUCING = ".:;,!?…。：；、，।॥؛؟،。—–"
_TAIL_ENDS = SENTENCE_ENDS | set(";；؛")
_BEFORE_MORE = SENTENCE_ENDS | set(":：")
_SHORTEST_MORE = 20  # bytes of a sentence that goes on with an item; shorter ones are remarks such as `Carried.`
_PARAGRAPH = "\u2029"  # between the paragraphs of a note, until it is known for one
_BREAKS = str.maketrans({"\u2028": "\n", "\u2029": "\n\n", "\u0085": "\n"})
_SOFT_BREAK = re.compile(r"\u00ad[ \t]*\n[ \t]*(?=\S)")


def read_page(data: str | bytes, *, limits: Limits) -> Page:
    """Read a plain text.

    Raises `BinaryInputError` for data that is no text and `LimitError` for more lines than the limits allow.
    """
    source = decode_text(data)
    text = _SOFT_BREAK.sub("", source.text.translate(_BREAKS))
    limits.check_nodes(text.count("\n") + text.count("\f") + 1, "lines")
    lines = split_lines(text)
    blocks = _BlockMaker(lines).make()
    halves, joined = join_halves(blocks)
    whole, leaked = remove_leaks(halves)
    url = [
        MetadataItem(MetadataKind.URL, line.url, "printed page", position=_place(line)) for line in lines if line.url
    ]
    return Page(
        blocks=tuple(piece for block in link_notes(whole) for piece in _split_note(block)),
        metadata=make_metadata(url),
        findings=(*source.findings, *joined, *leaked),
        media_type="text/plain",
    )


def _split_note(block: Block) -> Iterator[Block]:
    """Yield a block for each paragraph of a note; its number stands before the first."""
    if _PARAGRAPH not in block.text.text:
        yield block
        return
    start = 0
    for paragraph in block.text.text.split(_PARAGRAPH):
        end = start + len(paragraph)
        yield attrs.evolve(block, text=block.text[start:end], marker=None if start else block.marker)
        start = end + 1


def _place(line: Line) -> Position:
    return Position(line=line.number)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines between blank lines, page breaks, and headers and footers of pages."""
    group: list[Line] = []
    for line in lines:
        if group and (not line.text or line.is_page_start or line.landmark or group[-1].landmark):
            yield group
            group = []
        if line.text:
            group.append(line)
    if group:
        yield group


class _BlockMaker:
    """Goes through the groups of lines; the lists that are open are kept in `Levels`."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._column = measure_column((line.indent, line.text) for line in lines)
        self._found = [find_item(line.text) if line.text and not line.landmark else None for line in lines]
        self._following = _find_following(self._found)
        self._starred = find_starred(lines)
        self._blocks: list[Block] = []
        self._levels = Levels(nests=nests(lines, self._found))
        self._last_item = ""
        self._between: list[int] = []
        self._note = (0, 0)  # how many blocks there were after the last note, and its indentation
        self._hangs = hangs(lines, self._found)

    def make(self) -> list[Block]:
        """Return the blocks of all lines."""
        for group in _groups(self._lines):
            if group[0].landmark:
                line = group[0]
                self._add(BlockKind.PARAGRAPH, line, Text(line.text), landmarks=(line.landmark,))
            else:
                self._take_group(group)
        return self._blocks

    def _add(self, kind: BlockKind, line: Line, text: Text, **fields: object) -> None:
        if not (text.text or kind is BlockKind.RULE or fields.get("marker")):
            return
        self._blocks.append(Block(kind=kind, text=text, position=_place(line), **fields))  # type: ignore[arg-type]

    def _take_group(self, group: list[Line]) -> None:
        start = 0
        while start < len(group):
            start = self._take_unit(group, start)

    def _take_unit(self, group: list[Line], start: int) -> int:
        """Make the blocks of one heading, rule, item or stretch of prose; give where the next begins."""
        line = group[start]
        if _RULE.fullmatch(line.text):
            self._interrupt()
            self._add(BlockKind.RULE, line, Text())
            return start + 1
        if end := find_underline(group, start):
            self._interrupt()
            level = tell_level(group[end])
            self._add(BlockKind.HEADING, line, Text(join_lines([one.text for one in group[start:end]])), level=level)
            return end + 1
        if self._begins_note(line):
            return self._take_note(group, start)
        enumerator = self._found[line.place]
        if enumerator and enumerator.is_doubtful and not self._is_known(enumerator, line):
            enumerator = None
        if enumerator and self._levels.stands_outside(enumerator, line.indent):
            enumerator = None
        end = self._end_of(group, start, enumerator)
        if enumerator:
            self._take_item(group[start:end], enumerator)
        else:
            self._take_prose(group[start:end])
        return end

    def _take_note(self, group: list[Line], start: int) -> int:
        """Make the block of a note; paragraphs below that stand further in belong to it."""
        end = self._end_of(group, start, None)
        line = group[start]
        self._add(BlockKind.PARAGRAPH, line, Text(join_lines([one.text for one in group[start:end]])))
        self._note = (len(self._blocks), line.indent)
        return end

    def _goes_on_with_note(self, line: Line) -> bool:
        size, indent = self._note
        return 0 < size == len(self._blocks) and line.indent > indent + 1

    def _begins_note(self, line: Line) -> bool:
        return line.place in self._starred or begins_note(line.text)

    def _end_of(self, group: list[Line], start: int, enumerator: Enumerator | None) -> int:
        for index in range(start + 1, len(group)):
            line = group[index]
            if _RULE.fullmatch(line.text) or self._begins_note(line):
                return index
            if index + 1 < len(group) and is_underline(group[index + 1]):
                return index
            found = self._found[line.place]
            if found and self._begins_item(found, line, group[index - 1], group[start], enumerator):
                return index
        return len(group)

    def _begins_item(self, found: Enumerator, line: Line, before: Line, item: Line, last: Enumerator | None) -> bool:
        """Return whether a line inside a group begins an item, or is prose that happens to begin so.

        `before` is the line above; `last` is the enumerator of the item it belongs to, if it does, and
        `item` the line on which that begins.
        """
        if self._levels.expects(found):
            return True
        begins = found.is_first and (not found.is_doubtful or self._is_known(found, line))
        if last:
            is_next = is_successor(found, last) or (line.indent == item.indent and is_near(found, last))
            return is_next or (begins and _is_inner(line, before, item))
        return begins and before.text[-1] in _INTRODUCING

    def _is_known(self, doubtful: Enumerator, line: Line) -> bool:
        """Return whether what could be an initial or a year is a number, that a list expects or the next follows."""
        if self._levels.expects(doubtful):
            return True
        following = self._following[line.place]
        is_function_word = line.text[doubtful.end].islower()
        return doubtful.is_initial and (
            (doubtful.is_first and is_function_word) or (following is not None and is_successor(following, doubtful))
        )

    def _take_item(self, lines: list[Line], enumerator: Enumerator) -> None:
        first = lines[0]
        goes_on = self._levels.place(Item(first.indent, enumerator, self._following[first.place]), self._last_item)
        depth, number = self._levels.depth, self._levels.number
        self._settle(depth, number) if goes_on and not self._hangs else self._between.clear()
        runs = split_runs(
            [first.text[enumerator.end :], *(line.text for line in lines[1:])],
            column=self._column,
            indents=[first.indent + measure_width(first.text[: enumerator.end]), *(one.indent for one in lines[1:])],
        )
        is_signed = any(line.text.startswith(LINE_SIGN) for line in lines)
        if len(runs) == 1 and len(runs[0]) > 1 and not is_signed:
            runs = [[join_lines(runs[0])]]
        inner = BlockKind.ROW if _is_table(runs[1:]) else BlockKind.PARAGRAPH
        for index, run in enumerate(runs):
            kind = inner if index else BlockKind.ITEM
            marker = None if index else enumerator.marker
            self._add(kind, first, Text("\n".join(run)), depth=depth, marker=marker, list_number=number)
        self._last_item = runs[-1][-1]

    def _interrupt(self) -> None:
        self._levels.interrupt()
        self._between.append(len(self._blocks))

    def _take_prose(self, lines: list[Line]) -> None:
        first = lines[0]
        depth, number = self._levels.find_around(first.indent)
        if not depth:
            self._levels.interrupt()
        runs = split_runs([line.text for line in lines], column=self._column, indents=[line.indent for line in lines])
        if self._goes_on_with_note(first):
            note = self._blocks[-1]
            paragraphs = (Text("\n".join(run)) for run in runs)
            self._blocks[-1] = attrs.evolve(note, text=Text.join((note.text, *paragraphs), _PARAGRAPH))
            return
        place = 0
        kind = BlockKind.ROW if _is_table(runs) else BlockKind.PARAGRAPH
        for run in runs:
            if not depth and self._levels.depth:
                self._between.append(len(self._blocks))
            text = Text("\n".join(run))
            self._add(kind, lines[min(place, len(lines) - 1)], text, depth=depth, list_number=number)
            place += len(run)

    def _settle(self, depth: int, number: int) -> None:
        """Put the paragraphs that stand between two items of a list into the first, as far as they go on with it."""
        before = self._last_item
        for index in self._between:
            block = self._blocks[index]
            if not _goes_on(block, before):
                break
            self._blocks[index] = attrs.evolve(block, depth=depth, list_number=number)
            before = block.text.text
        self._between.clear()


def _find_following(found: Sequence[Enumerator | None]) -> list[Enumerator | None]:
    """Return for every line the enumerator of the next line that has one of the same style."""
    following: list[Enumerator | None] = [None] * len(found)
    seen: dict[str, Enumerator] = {}
    for place in range(len(found) - 1, -1, -1):
        if enumerator := found[place]:
            following[place] = seen.get(enumerator.style)
            seen[enumerator.style] = enumerator
    return following


def _goes_on(block: Block, before: str) -> bool:
    """Return whether a paragraph between two items is more of the first: a sentence, the end of one, or a row."""
    if block.kind is BlockKind.ROW:
        return True
    text = block.text.text
    if block.kind is not BlockKind.PARAGRAPH or "\n" in text:
        return False
    if text[0].islower():
        return text[-1] in _TAIL_ENDS
    return text[-1] in SENTENCE_ENDS and before[-1:] in _BEFORE_MORE and len(text.encode()) >= _SHORTEST_MORE


def _is_table(runs: Sequence[Sequence[str]]) -> bool:
    """Return whether lines are rows of a table: cells between tabs, and no names of fields as in a letterhead."""
    rows = [run[0] for run in runs if len(run) == 1 and "\t" in run[0]]
    return len(runs) > 1 and len(rows) == len(runs) and not all(":" in row.split("\t", 1)[0] for row in rows)


def _is_inner(line: Line, before: Line, item: Line) -> bool:
    """Return whether a first enumerator inside an item begins a list of its own."""
    return line.indent > item.indent or before.text[-1] in _INTRODUCING
