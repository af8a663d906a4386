"""Block rules of Markdown whose work is bounded by what is written: tables (GFM, 4.10) and quotes (CommonMark, 5.1).

The rules of markdown-it fill short rows of a table with cells out of nothing, and look at every line once more for
each quote around it.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, table

from declarations.readers.nesting import DEEPEST, refuse_depth

__all__ = ["bound_blocks"]

_DEEPEST_QUOTE = 16  # quotes in one another; what is deeper belongs to the last, since blocks do not tell quotes apart
_PIPE = re.compile(r"(?<!\\)\|")
_QUOTED = re.compile(r">(?: {0,3}>)*+[ \t]?")
_ENDS_PARAGRAPH = ["paragraph", "reference"]


def bound_blocks(parser: MarkdownIt) -> MarkdownIt:
    """Put the bounded rules into a parser, and give it."""
    parser.block.ruler.at("table", _read_table, {"alt": _ENDS_PARAGRAPH})
    quotes = _Quotes()
    parser.block.ruler.at("blockquote", quotes.read, {"alt": [*_ENDS_PARAGRAPH, "blockquote", "list"]})
    return parser


def _read_table(state: StateBlock, first: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - a rule of markdown-it
    """Read a table whose rows have the cells that are written: none is added, and none left out."""
    if not table(state, first, min(first + 2, end), silent):
        return False
    if silent:
        return True
    closing = state.tokens.pop()
    state.level += 1
    outer, state.parentType = state.parentType, "table"
    terminators = state.md.block.ruler.getRules("blockquote")
    opening: list[int] | None = None
    line = first + 2
    while line < end and state.sCount[line] >= state.blkIndent and not state.is_code_block(line):
        words = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()
        if not words or any(rule(state, line, end, True) for rule in terminators):
            break
        if opening is None:
            opening = [line, line]
            state.push("tbody_open", "tbody", 1).map = opening
        _push_row(state, line, words)
        line += 1
    if opening is not None:
        opening[1] = line
        state.push("tbody_close", "tbody", -1)
    state.level -= 1
    state.tokens.append(closing)
    state.parentType, state.line = outer, line
    return True


def _push_row(state: StateBlock, line: int, words: str) -> None:
    state.push("tr_open", "tr", 1).map = [line, line + 1]
    for cell in _split(words):
        state.push("td_open", "td", 1)
        inline = state.push("inline", "", 0)
        inline.map, inline.content, inline.children = [line, line + 1], cell, []
        state.push("td_close", "td", -1)
    state.push("tr_close", "tr", -1)


def _split(words: str) -> list[str]:
    """Return the cells of a row; a pipe after a backslash is a character."""
    cells = [cell.replace("\\|", "|").strip() for cell in _PIPE.split(words)]
    if not cells[0]:
        cells.pop(0)
    if cells and not cells[-1]:
        cells.pop()
    return cells


class _Quotes:
    """Reads quotes in one another, the deepest as one."""

    def __init__(self) -> None:
        self._depth = 0

    def read(self, state: StateBlock, first: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - a rule of markdown-it
        """Read a quote; one that is too deep is read as what stands in it."""
        if silent:
            return blockquote(state, first, end, silent)
        if self._depth >= _DEEPEST_QUOTE:
            return self._pass(state, first)
        self._depth += 1
        try:
            return blockquote(state, first, end, silent)
        finally:
            self._depth -= 1

    def _pass(self, state: StateBlock, line: int) -> bool:
        """Read the rest of a line after the signs of quotes."""
        start = state.bMarks[line] + state.tShift[line]
        found = _QUOTED.match(state.src, start, state.eMarks[line])
        if found is None or state.is_code_block(line):
            return False
        if found[0].count(">") + self._depth > DEEPEST:
            raise refuse_depth(line + 1)
        words = state.src[found.end() : state.eMarks[line]]
        indent = len(words) - len(words.lstrip(" \t"))
        if indent == len(words):
            state.line = line + 1
            return True
        kept = state.bMarks[line], state.tShift[line], state.sCount[line]
        state.bMarks[line], state.tShift[line] = found.end(), indent
        state.sCount[line] = state.blkIndent + min(indent, 3)
        state.md.block.tokenize(state, line, line + 1)
        state.bMarks[line], state.tShift[line], state.sCount[line] = kept
        return True
