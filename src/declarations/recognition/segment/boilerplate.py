"""First step: tell the document from the page around it."""

from __future__ import annotations

import re
from collections import Counter

from declarations.blocks import Block, BlockKind, Landmark
from declarations.language.phrases import PhraseTable, fold

__all__ = ["find_furniture"]

_AROUND = frozenset(
    {
        Landmark.BANNER,
        Landmark.NAVIGATION,
        Landmark.COMPLEMENTARY,
        Landmark.CONTENTINFO,
        Landmark.SEARCH,
        Landmark.FORM,
        Landmark.POSTMETA,
        Landmark.SHARING,
        Landmark.COMMENTS,
        Landmark.RELATED,
        Landmark.SKIPLINK,
        Landmark.DECORATION,
    }
)
_PRINTED = re.compile(r"https?://\S{1,2000}|\d{1,4}\s?/\s?\d{1,4}|[-–—]\s?\d{1,4}\s?[-–—]")  # alone on a line of print
_RULE = re.compile(r"[\s*+=~_·•◆◇■□●○★☆⁂—–-]{1,80}")  # signs that part a text, typed or left of a list
_BEGINNING = 120  # characters in which the beginning of a furniture phrase is looked for
_MAIN_SHARE = 0.5  # share of the text outside furniture that one article must hold to be the document


def find_furniture(blocks: tuple[Block, ...], phrases: PhraseTable) -> dict[int, str]:
    """Give the blocks that belong to the page and not to the document: index to the reason.

    `phrases` are beginnings of what pages print around a text, in the languages that may be meant.
    """
    dropped: dict[int, str] = {}
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.RULE or (not block.marker and _RULE.fullmatch(block.text.text)):
            dropped[index] = "rule"
        elif block.landmarks and (landmark := next((one for one in block.landmarks if one in _AROUND), None)):
            dropped[index] = f"landmark {landmark}"
        elif _begins_like_furniture(block, phrases):
            dropped[index] = "furniture phrase"
        elif _PRINTED.fullmatch(block.text.text.strip()) and not block.depth:
            dropped[index] = "address or page number"
    dropped |= _outside_article(blocks, dropped)
    return dropped


def _begins_like_furniture(block: Block, phrases: PhraseTable) -> bool:
    return phrases.find(fold(block.text.text[:_BEGINNING]).lstrip(" [(«»<>|*")) is not None


def _outside_article(blocks: tuple[Block, ...], dropped: dict[int, str]) -> dict[int, str]:
    """When the page has one article that holds most of its text, all outside of it is no document."""
    sizes: Counter[int] = Counter()
    for index, block in enumerate(blocks):
        if index not in dropped:
            sizes[block.region] += len(block.text)
    region, size = max(((one, size) for one, size in sizes.items() if one), key=lambda pair: pair[1], default=(0, 0))
    if not region or size < _MAIN_SHARE * sizes.total():
        return {}
    title = _title_before(blocks, region)
    return {
        index: "outside the article"
        for index, block in enumerate(blocks)
        if block.region != region and index not in dropped and index != title
    }


def _title_before(blocks: tuple[Block, ...], region: int) -> int | None:
    """Some themes print the title above the article; give it when the article has no top heading itself."""
    inside = [block for block in blocks if block.region == region]
    if any(block.kind is BlockKind.HEADING and block.level == 1 for block in inside):
        return None
    first = next(index for index, block in enumerate(blocks) if block.region == region)
    headings = (
        index
        for index in range(first - 1, -1, -1)
        if blocks[index].kind is BlockKind.HEADING and not set(blocks[index].landmarks) & _AROUND
    )
    return next(headings, None)
