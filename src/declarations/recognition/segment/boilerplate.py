"""Boilerplate: the page around a document, told from its main content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

import attrs

from declarations.blocks import Block, BlockKind, Landmark
from declarations.findings import Finding, FindingCode
from declarations.language.lexicon import available_languages, load_boilerplate
from declarations.language.phrases import PhraseTable, fold
from declarations.parts import Attribute
from declarations.recognition.document import Document
from declarations.scripts import SENTENCE_ENDS, find_end
from declarations.text import MarkKind, Text

__all__ = ["PHRASE", "drop_boilerplate", "find_boilerplate", "find_misnamed", "find_reason", "keep_other_languages"]

PHRASE = "boilerplate phrase"
"""The reason for blocks that begin like what pages print around a text."""

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
_RULE = re.compile(r"[\W_]{1,80}")  # characters that part a text, typed or left of a list
_BEGINNING = 120  # characters in which the beginning of a boilerplate phrase is looked for
_NEVER = frozenset(
    {
        Landmark.COMMENTS,
        Landmark.RELATED,
        Landmark.SEARCH,
        Landmark.SKIPLINK,
        Landmark.DECORATION,
        Landmark.POSTMETA,
        Landmark.SHARING,
    }
)
"""Landmarks of regions that hold no document, however much they say."""
_LEAST = 300  # characters of prose that a region must hold to be taken back
_PARAGRAPH = 80  # characters of a paragraph of prose
_LINE = 120  # characters of a line
_LINKED = 0.5  # share of its characters that are links in a list of links
_MISNAMED = 2  # times the prose that is left that a region must hold to be taken back
_MAIN_SHARE = 0.5  # share of the text outside boilerplate that one article must hold to be the document


def drop_boilerplate(document: Document) -> Document:
    """Set the blocks of the page around the document aside, each with the reason."""
    phrases = load_boilerplate(available_languages())
    dropped = find_boilerplate(document.blocks, phrases)
    region = find_misnamed(document.blocks, dropped)
    if region is None:
        around = _outside_article(document.blocks, dropped)
        return attrs.evolve(document, boilerplate=dropped | around)
    dropped = _take_back(document.blocks, dropped, region, phrases)
    around = _outside_article(document.blocks, dropped)
    message = f"most of the prose stands in a region that is marked as {' in '.join(reversed(region))}; it was read"
    finding = Finding(FindingCode.MISNAMED_REGION, message)
    return attrs.evolve(document, boilerplate=dropped | around, findings=(*document.findings, finding))


def keep_other_languages(document: Document) -> Document:
    """Take back blocks that begin like boilerplate in a language that is not that of the document."""
    phrases = load_boilerplate(tuple(lexicon.language for lexicon in document.lexicons))
    kept = {
        id
        for id, reason in document.boilerplate.items()
        if reason == PHRASE and not _begins_like_boilerplate(document.blocks[id], phrases)
    }
    if not kept:
        return document
    boilerplate = {id: reason for id, reason in document.boilerplate.items() if id not in kept}
    return attrs.evolve(document, boilerplate=boilerplate)


def find_boilerplate(blocks: tuple[Block, ...], phrases: PhraseTable) -> dict[int, str]:
    """Return the blocks that belong to the page and not to the document, each by itself: id to the reason.

    `phrases` are beginnings of what pages print around a text, in the languages that may be meant.
    """
    return {id: reason for id, block in enumerate(blocks) if (reason := find_reason(block, phrases))}


def find_misnamed(blocks: tuple[Block, ...], dropped: Mapping[int, str]) -> tuple[Landmark, ...] | None:
    """Return the landmarks of a region that was dropped but holds most of the prose of a page; None if none does."""
    kept = 0
    regions: Counter[tuple[Landmark, ...]] = Counter()
    for id, block in enumerate(blocks):
        if not _is_running_text(block):
            continue
        if id not in dropped:
            kept += len(block.text.text)
        elif _NEVER.isdisjoint(block.landmarks) and find_end(block.text.text) in SENTENCE_ENDS:
            regions[block.landmarks] += len(block.text.text)
    region, size = max(regions.items(), key=lambda pair: pair[1], default=((), 0))
    return region if size > max(_MISNAMED * kept, _LEAST) else None


def _take_back(
    blocks: tuple[Block, ...], dropped: Mapping[int, str], region: tuple[Landmark, ...], phrases: PhraseTable
) -> dict[int, str]:
    """Return what is boilerplate when the landmarks of a region say nothing."""
    inside = (id for id in dropped if blocks[id].landmarks == region)
    misnamed = {id: find_reason(attrs.evolve(blocks[id], landmarks=()), phrases) for id in inside}
    others = {id: reason for id, reason in dropped.items() if id not in misnamed}
    return others | {id: reason for id, reason in misnamed.items() if reason}


def _is_link(text: Text) -> bool:
    """Return whether a line is nothing but a link to another page."""
    length = len(text.text.strip())
    marks = (mark for mark in text.marks if mark.kind is MarkKind.LINK and not (mark.target or "").startswith("#"))
    return 0 < length <= _LINE and any(mark.end - mark.start >= length for mark in marks)


def _is_running_text(block: Block) -> bool:
    """Return whether a block is a long line or a paragraph, and no list of links."""
    text = block.text.text
    if len(text) < _PARAGRAPH:
        return False
    linked = sum(mark.end - mark.start for mark in block.text.marks if mark.kind is MarkKind.LINK)
    return linked < _LINKED * len(text)


def find_reason(block: Block, phrases: PhraseTable) -> str | None:
    """Return why a block is no part of a document, by itself; None if nothing says so."""
    if block.kind is BlockKind.RULE or (not block.marker and _RULE.fullmatch(block.text.text)):
        return "rule"
    if not _AROUND.isdisjoint(block.landmarks):
        return f"landmark {next(one for one in block.landmarks if one in _AROUND)}"
    if _begins_like_boilerplate(block, phrases):
        return PHRASE
    if _PRINTED.fullmatch(block.text.text.strip()) and not block.depth:
        return "address or page number"
    if block.kind is BlockKind.PARAGRAPH and Attribute.PART not in block.attributes and _is_link(block.text):
        return "link alone on its line"
    return None


def _begins_like_boilerplate(block: Block, phrases: PhraseTable) -> bool:
    return phrases.find(fold(block.text.text[:_BEGINNING]).lstrip(" [(«»<>|*")) is not None


def _outside_article(blocks: tuple[Block, ...], dropped: Mapping[int, str]) -> dict[int, str]:
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
