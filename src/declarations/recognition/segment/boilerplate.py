"""Boilerplate: the page around a document, told from its main content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from declarations.blocks import Block, BlockKind, Region
from declarations.findings import Finding, FindingCode
from declarations.language.lexicon import available_languages, load_boilerplate
from declarations.language.phrases import PhraseTable, fold
from declarations.recognition.document import Document
from declarations.recognition.segment.maincontent import AROUND, MainContent, find_main_content
from declarations.recognition.segment.measures import Measure, MeasuredPage, measure, measure_page

__all__ = ["LINK", "OUTSIDE", "PHRASE", "drop_boilerplate", "find_reason", "keep_other_languages"]

PHRASE = "boilerplate phrase"
"""The reason for blocks that begin like what pages print around a text."""
LINK = "link alone on its line"
"""The reason for blocks that are nothing but a link to another page."""
OUTSIDE = "outside the main content"
"""The reason for blocks that stand outside the region of the document, where nothing else says what they are."""

_PRINTED = re.compile(r"\s*(?:https?://\S{1,2000}|\d{1,4}\s?/\s?\d{1,4}|[-–—]\s?\d{1,4}\s?[-–—])\s*")  # alone on a line
_RULE = re.compile(r"[\W_]{1,80}")  # characters that part a text, typed or left of a list
_BEGINNING = 120  # characters in which the beginning of a boilerplate phrase is looked for
_LEAST = 40  # words of running text that a page must hold for a second look
_LEAD = 12  # words of a paragraph of the document that stands before its main region
_LEAD_LINKED = 0.3  # share of its characters that may be links


def drop_boilerplate(document: Document) -> Document:
    """Set the blocks of the page around the document aside, each with the reason."""
    page, phrases = measure_page(document.page, document.blocks), load_boilerplate(available_languages())
    main = find_main_content(page)
    dropped = _find_boilerplate(page, main, phrases)
    prose = [id for id, one in enumerate(page.measures) if one.prose]
    if sum(page.measures[id].prose for id in prose) >= _LEAST and all(id in dropped for id in prose):
        main = find_main_content(page, trusting=False)
        dropped = _find_boilerplate(page, main, phrases)
    if not main.around:
        return document.learn(boilerplate=dropped)
    named = " in ".join(reversed(main.around))
    message = f"most of the prose stands in a region that is marked as {named}; it was read"
    finding = Finding(FindingCode.MISNAMED_REGION, message)
    return document.learn(boilerplate=dropped, findings=(*document.findings, finding))


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
    return document.learn(boilerplate=boilerplate)


def find_reason(block: Block, phrases: PhraseTable, counted: Measure | None = None) -> str | None:
    """Return why a block is no part of a document, by its words; None if nothing says so."""
    if block.kind is BlockKind.RULE or (not block.marker and _RULE.fullmatch(block.text.text)):
        return "rule"
    if _begins_like_boilerplate(block, phrases):
        return PHRASE
    if not block.depth and _PRINTED.fullmatch(block.text.text):
        return "address or page number"
    if block.kind is not BlockKind.NOTE and not block.attributes and (counted or measure(block)).is_link:
        return LINK
    return None


def _begins_like_boilerplate(block: Block, phrases: PhraseTable) -> bool:
    return phrases.find(fold(block.text.text[:_BEGINNING]).lstrip(" [(«»<>|*")) is not None


def _find_boilerplate(page: MeasuredPage, main: MainContent, phrases: PhraseTable) -> dict[int, str]:
    """Return the blocks that belong to the page and not to the document: id to the reason."""
    begin = next((id for id, one in enumerate(page.measures) if main.inside[page.places[id]] and one.prose), None)
    begin = len(page.blocks) if begin is None else begin
    title = max((id for id in page.titles if id < begin), default=None)
    dropped: dict[int, str] = {}
    for id, (block, counted, place) in enumerate(zip(page.blocks, page.measures, page.places, strict=True)):
        reason = main.reasons[place]
        if not reason and block.landmarks and main.is_trusting:
            reason = _find_own_landmark(block, page.regions)
        if not reason and not main.inside[place] and block.kind is not BlockKind.NOTE:
            leads = main.near[place] and id < begin and _may_lead(counted, id, title)
            reason = None if leads else OUTSIDE
        if reason := reason or (None if id == title else find_reason(block, phrases, counted)):
            dropped[id] = reason
    if (kept := _find_title(page, dropped, title, begin, main)) is not None:
        del dropped[kept]
    return dropped | dict.fromkeys(_find_empty_headings(page, dropped, main), "heading of boilerplate")


def _find_own_landmark(block: Block, regions: Sequence[Region]) -> str | None:
    """Return what the markup of a block says that its regions do not."""
    called = [one for one in block.landmarks if one in AROUND]
    place = block.region if len(regions) > block.region else 0
    while called and place:
        region = regions[place]
        called = [one for one in called if one not in (region.landmark, region.named)]
        place = region.parent
    return f"landmark {called[0]}" if called else None


def _may_lead(counted: Measure, id: int, title: int | None) -> bool:
    """Return whether a block before the main region is of the document: any line under its title, or a paragraph."""
    if counted.linked >= _LEAD_LINKED * counted.length:
        return False
    return counted.words >= _LEAD if title is None else id > title


def _find_title(
    page: MeasuredPage, dropped: Mapping[int, str], title: int | None, begin: int, main: MainContent
) -> int | None:
    """Return a heading before the main region that is the title, where the document has none itself."""
    headings = [id for id, block in enumerate(page.blocks) if block.kind is BlockKind.HEADING]
    if any(page.blocks[id].level == 1 and id not in dropped for id in headings):
        return None
    if title is not None:
        return title if title in dropped else None
    above = [id for id in headings if id < begin and id in dropped and not main.reasons[page.places[id]]]
    return next((id for id in reversed(above) if page.blocks[id].level == 1), above[-1] if above else None)


def _find_empty_headings(page: MeasuredPage, dropped: Mapping[int, str], main: MainContent) -> Iterator[int]:
    """Yield the headings of the main region under which all is boilerplate."""
    kept = lost = False
    below = 0  # the level of the next heading that stays
    for id in range(len(page.blocks) - 1, -1, -1):
        block = page.blocks[id]
        if not main.inside[page.places[id]] or not page.measures[id].length or dropped.get(id) == "rule":
            continue
        if block.kind is not BlockKind.HEADING:
            kept, lost = kept or id not in dropped, lost or id in dropped
        elif id not in dropped:
            if lost and not kept and below <= block.level:
                yield id
            else:
                kept, lost, below = False, False, block.level
