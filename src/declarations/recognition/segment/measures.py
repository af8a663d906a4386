"""How much running text the blocks and the regions of a page hold, and how much of it leads to other pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import attrs

from declarations.blocks import Block, BlockKind, MetadataKind, Page, Region
from declarations.recognition.wording.statedtitles import key_of
from declarations.scripts import SENTENCE_ENDS, count_words, find_end
from declarations.text import MarkKind

__all__ = ["Measure", "MeasuredPage", "add_to_outer", "measure", "measure_page", "spread"]

_PROSE = 12  # words of a line that is running text
_SENTENCE = 6  # words of one that ends like a sentence
_LONG_HEADING = 25  # words of a heading that is running text, as its tag only makes it look
_LINKED = 0.5  # share of its characters that are links in a line that is none
_SHORT_TITLE = 8  # letters of a heading that could stand over anything
_TITLES = (MetadataKind.TITLE, MetadataKind.PAGE_TITLE)
_ALL = 0.8  # share of its characters that are links in a line that is nothing but a link


class Measure(NamedTuple):
    """What a block holds, counted once."""

    length: int
    """Characters."""
    linked: int
    """Characters that lead to other pages."""
    words: int
    prose: int
    """Words of running text that lead nowhere."""
    text: int
    """How much it says: short lines that lead nowhere, as those of a list of names, count half."""
    is_link: bool
    """Whether it is nothing but links to other pages."""


def measure(block: Block) -> Measure:
    """Count what a block holds."""
    text = block.text.text
    if not text:
        return _NOTHING
    length, linked = len(text), 0
    words = len(text.split()) if text.isascii() else count_words(text)
    for mark in block.text.marks:
        if mark.kind is MarkKind.LINK and (not (to := mark.target) or to[0] != "#" or to == "#"):
            linked += mark.end - mark.start  # out of the text: to another page, or nowhere
    prose = 0
    if (
        words >= _SENTENCE
        and (block.kind is not BlockKind.HEADING or words >= _LONG_HEADING)
        and linked < _LINKED * length
        and (words >= _PROSE or find_end(text) in SENTENCE_ENDS)
    ):
        prose = round(words * (1 - linked / length)) if linked else words
    return Measure(length, linked, words, prose, prose or (0 if linked else words // 2), linked > _ALL * length)


@attrs.frozen(kw_only=True)
class MeasuredPage:
    """The blocks and regions of a page, with what they hold."""

    blocks: Sequence[Block]
    measures: Sequence[Measure]
    """What each block holds."""
    titles: Sequence[int]
    """Ids of the headings that say what the page is called."""
    regions: Sequence[Region]
    """Its regions; one at least."""
    places: Sequence[int]
    """The region of each block."""


def measure_page(page: Page, blocks: Sequence[Block]) -> MeasuredPage:
    """Count what the blocks of a page hold; where it has no regions, all stand in one."""
    return MeasuredPage(
        blocks=blocks,
        measures=[measure(block) for block in blocks],
        titles=_find_titles(page, blocks),
        regions=page.regions or (Region(0, "body"),),
        places=[block.region if page.regions else 0 for block in blocks],
    )


def _find_titles(page: Page, blocks: Sequence[Block]) -> list[int]:
    """Return the headings that the metadata of a page call its title; if there are none, the only one of level 1."""
    headings = {id: block for id, block in enumerate(blocks) if block.kind is BlockKind.HEADING}
    named = [key_of(item.value) for kind in _TITLES for item in page.metadata.of(kind)]
    found = [
        id
        for id, block in headings.items()
        if len(words := key_of(block.text.text)) >= _SHORT_TITLE and any(words in name for name in named)
    ]
    highest = [id for id, block in headings.items() if block.level == 1]
    return found or (highest if len(highest) == 1 else [])


def add_to_outer(regions: Sequence[Region], counts: list[int]) -> None:
    """Add to the counts of regions those of the regions in them."""
    for place in range(len(regions) - 1, 0, -1):
        counts[regions[place].parent] += counts[place]


def spread(regions: Sequence[Region], outer: int) -> list[bool]:
    """Return for every region whether it is one, or stands in it."""
    inside = [False] * len(regions)
    inside[outer] = True
    for place in range(outer + 1, len(regions)):
        inside[place] = inside[regions[place].parent]
    return inside


_NOTHING = Measure(0, 0, 0, 0, 0, is_link=False)
