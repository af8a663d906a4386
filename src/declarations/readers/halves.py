"""Paragraphs of plain text that are halves of one sentence, since the end of a page cut it in two."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from declarations.blocks import Block, BlockKind
from declarations.findings import Finding, FindingCode
from declarations.readers.wrapping import join_lines
from declarations.text import Text, shorten

__all__ = ["join_halves"]

_INNER_END = re.compile(r"[^\W\d_]{2}[.!?][\"”’)]? +[^\W\d_]")
_LEAST_CUT = 60  # characters of the first half
_LEAST_CUT_LINE = 120  # the same, if it is one line that may be a heading
_MOST_CUTS = 3  # page breaks in one sentence
_JOINABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def join_halves(blocks: Sequence[Block]) -> tuple[list[Block], list[Finding]]:
    """Join paragraphs that are the two halves of one sentence; what stands at the page break stays after them.

    Gives the blocks, and a finding for each that was joined to another.
    """
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
    if "\n" in before.text.text:  # lines that end on purpose
        return False
    return _is_cut(before.text.text, block.text.text, is_page_break=is_page_break)


def _is_cut(first: str, second: str, *, is_page_break: bool = False) -> bool:
    """Return whether two paragraphs are the halves of one sentence.

    The first must be prose that begins with a capital letter or has a sentence after it, is long, and
    ends in a letter or digit; the second must go on in lower case and end a sentence. Clauses that begin
    in lower case one after another, as in resolutions, are no halves of anything. `is_page_break` says
    that the end of a page stands between them; elsewhere a line without a sentence in it must be longer.
    """
    if len(first) < _LEAST_CUT or not first[-1].isalnum() or not second[0].islower():
        return False
    has_sentence = _INNER_END.search(first) is not None
    if not has_sentence and (not first[0].isupper() or (len(first) < _LEAST_CUT_LINE and not is_page_break)):
        return False
    return second[-1] in ".!?…" or _INNER_END.search(second) is not None
