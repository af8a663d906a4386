"""Plain text to blocks: paragraphs, wrapped lines, lists, underlined headings, notes, printed pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from declarations.blocks import Block, BlockKind, Clue, ClueKind, Limits, Page
from declarations.errors import Finding, FindingCode, Position
from declarations.readers.decoding import decode_text
from declarations.readers.enumerators import Enumerator, find_enumerator, is_near, is_successor
from declarations.readers.lines import Line, split_lines
from declarations.readers.metadata import make_clues
from declarations.readers.plainnotes import link_notes
from declarations.readers.wrapping import is_cut, join_lines, measure_column, split_runs
from declarations.text import Text, shorten

__all__ = ["read_page"]

_UNDERLINE = re.compile(r"={3,}|-{3,}|~{3,}")
_RULE = re.compile(r"[=~_*#+-]{3,}|([*_-])(?: \1){2,}|[—–─━═]{3,}")
_NOTE = re.compile(r"\[\d{1,3}\]\s")
_INTRODUCING = ".:;,!?…。：；、，।॥؛؟،。—–"
_DEEPEST_LIST = 20
_MOST_CUTS = 3  # page breaks in one sentence
_JOINABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
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
    blocks = _BlockMaker(column=measure_column(line.text for line in lines)).make(lines)
    blocks, joined = _rejoin(blocks)
    url = [Clue(ClueKind.URL, line.url, "printed page", position=_place(line)) for line in lines if line.url]
    return Page(
        blocks=tuple(link_notes(blocks)),
        clues=make_clues(url),
        findings=(*source.findings, *joined),
        media_type="text/plain",
    )


def _place(line: Line) -> Position:
    return Position(line=line.number)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Give the lines between blank lines, page breaks, and headers and footers of pages."""
    group: list[Line] = []
    for line in lines:
        if group and (not line.text or line.is_page_start or line.landmark or group[-1].landmark):
            yield group
            group = []
        if line.text:
            group.append(line)
    if group:
        yield group


@attrs.define
class _Level:
    """One list that is open."""

    indent: int
    last: Enumerator
    number: int


class _BlockMaker:
    """Goes through the groups of lines and keeps the lists that are open."""

    def __init__(self, *, column: int) -> None:
        self._column = column
        self._blocks: list[Block] = []
        self._levels: list[_Level] = []
        self._is_interrupted = False
        self._lists = 0

    def make(self, lines: Sequence[Line]) -> list[Block]:
        """Give the blocks of all lines."""
        for group in _groups(lines):
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
        if start + 1 < len(group) and _UNDERLINE.fullmatch(group[start + 1].text):
            self._interrupt()
            level = 1 if group[start + 1].text[0] == "=" else 2
            self._add(BlockKind.HEADING, line, Text(join_lines([line.text])), level=level)
            return start + 2
        if _NOTE.match(line.text):
            end = self._end_of(group, start, None)
            self._add(BlockKind.PARAGRAPH, line, Text(join_lines([one.text for one in group[start:end]])))
            return end
        enumerator = self._enumerator(group, start)
        end = self._end_of(group, start, enumerator)
        if enumerator:
            self._take_item(group[start:end], enumerator)
        else:
            self._take_prose(group[start:end])
        return end

    def _end_of(self, group: list[Line], start: int, enumerator: Enumerator | None) -> int:
        for index in range(start + 1, len(group)):
            line = group[index]
            if _RULE.fullmatch(line.text) or _NOTE.match(line.text):
                return index
            if index + 1 < len(group) and _UNDERLINE.fullmatch(group[index + 1].text):
                return index
            found = find_enumerator(line.text)
            if found and self._begins_item(found, line, group[index - 1], group[start], enumerator):
                return index
        return len(group)

    def _begins_item(self, found: Enumerator, line: Line, before: Line, item: Line, last: Enumerator | None) -> bool:
        """Tell whether a line inside a group begins an item, or is prose that happens to begin so.

        `before` is the line above; `last` is the enumerator of the item it belongs to, if it does, and
        `item` the line on which that begins.
        """
        follows = any(is_successor(found, level.last) for level in self._levels)
        if last:
            is_next = is_successor(found, last) or (line.indent == item.indent and is_near(found, last))
            return follows or is_next or (found.is_first and _is_inner(line, before, item))
        return (found.is_first or follows) and before.text[-1] in _INTRODUCING

    def _enumerator(self, group: list[Line], start: int) -> Enumerator | None:
        """Give the enumerator of a line that begins an item."""
        found = find_enumerator(group[start].text)
        if not found or not found.is_doubtful:
            return found
        is_known = found.is_first or any(is_successor(found, level.last) for level in self._levels)
        return found if is_known else None

    def _take_item(self, lines: list[Line], enumerator: Enumerator) -> None:
        first = lines[0]
        depth = self._place_item(first.indent, enumerator)
        runs = split_runs([first.text[enumerator.length :], *(line.text for line in lines[1:])], column=self._column)
        if len(lines) > 1 and len(runs) == 1 and len(runs[0]) > 1:
            runs = [[join_lines(runs[0])]]
        number = self._levels[-1].number
        inner = BlockKind.ROW if _is_table(runs[1:]) else BlockKind.PARAGRAPH
        for index, run in enumerate(runs):
            kind = inner if index else BlockKind.ITEM
            marker = None if index else enumerator.printed
            self._add(kind, first, Text("\n".join(run)), depth=depth, marker=marker, list_number=number)

    def _place_item(self, indent: int, enumerator: Enumerator) -> int:
        """Find the list an item belongs to, open or close lists; give its depth."""
        levels = self._levels
        if self._is_interrupted and not any(
            level.last.printed and is_successor(enumerator, level.last) for level in levels
        ):
            levels.clear()
        self._is_interrupted = False
        while levels and indent < levels[-1].indent - 1 and len(levels) > 1:
            levels.pop()
        for index in range(len(levels) - 1, -1, -1):
            level = levels[index]
            if abs(level.indent - indent) <= 1 and is_successor(enumerator, level.last):
                del levels[index + 1 :]
                level.last = enumerator
                return len(levels)
        is_deeper = levels and (
            indent > levels[-1].indent + 1 or (enumerator.is_first and enumerator.style != levels[-1].last.style)
        )
        if not levels or (is_deeper and len(levels) < _DEEPEST_LIST):
            self._lists += 1
            levels.append(_Level(indent, enumerator, self._lists))
        else:
            levels[-1].last = enumerator
        return len(levels)

    def _interrupt(self) -> None:
        self._is_interrupted = True

    def _take_prose(self, lines: list[Line]) -> None:
        first = lines[0]
        is_inside = bool(self._levels) and not self._is_interrupted and first.indent > self._levels[-1].indent + 1
        if not is_inside:
            self._interrupt()
        depth = len(self._levels) if is_inside else 0
        number = self._levels[-1].number if is_inside else 0
        place = 0
        runs = split_runs([line.text for line in lines], column=self._column)
        kind = BlockKind.ROW if _is_table(runs) else BlockKind.PARAGRAPH
        for run in runs:
            text = Text("\n".join(run))
            self._add(kind, lines[min(place, len(lines) - 1)], text, depth=depth, list_number=number)
            place += len(run)


def _is_table(runs: Sequence[Sequence[str]]) -> bool:
    """Tell whether lines are rows of a table: cells between tabs, and no names of fields as in a letterhead."""
    rows = [run[0] for run in runs if len(run) == 1 and "\t" in run[0]]
    return len(runs) > 1 and len(rows) == len(runs) and not all(":" in row.split("\t", 1)[0] for row in rows)


def _is_inner(line: Line, before: Line, item: Line) -> bool:
    """Tell whether a first enumerator inside an item begins a list of its own."""
    return line.indent > item.indent or before.text[-1] in _INTRODUCING


def _rejoin(blocks: Sequence[Block]) -> tuple[list[Block], list[Finding]]:
    """Join paragraphs that are the two halves of one sentence; what stands at the page break stays behind them."""
    made: list[Block] = []
    findings: list[Finding] = []
    last: int | None = None
    halves = 0
    for block in blocks:
        if not block.landmarks:
            if (
                last is not None
                and halves < _MOST_CUTS
                and _continues(made[last], block, is_page_break=last < len(made) - 1)
            ):
                made[last] = attrs.evolve(made[last], text=Text(join_lines([made[last].text.text, block.text.text])))
                message = "a sentence was cut in two; its halves were joined"
                excerpt = shorten(block.text.text)
                where = block.position
                findings.append(Finding(FindingCode.JOINED_PARAGRAPHS, message, position=where, excerpt=excerpt))
                halves += 1
                continue
            last, halves = len(made), 0
        made.append(block)
    return made, findings


def _continues(before: Block, block: Block, *, is_page_break: bool) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or before.kind not in _JOINABLE or block.depth not in (0, before.depth):
        return False
    return is_cut(before.text.text, block.text.text, is_page_break=is_page_break)
