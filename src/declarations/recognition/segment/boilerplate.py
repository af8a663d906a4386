"""Boilerplate: the page around a document, told from its main content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from declarations.blocks import Block, BlockKind, Region
from declarations.findings import Finding, FindingCode
from declarations.language.lexicon import available_languages, load_boilerplate
from declarations.language.phrases import PhraseTable, fold
from declarations.recognition.document import Document
from declarations.recognition.segment.maincontent import AROUND, MainContent, find_main_content
from declarations.recognition.segment.measures import Measure, MeasuredPage, add_to_outer, measure, measure_page
from declarations.scripts import UNSPACED, count_words
from declarations.text import MarkKind

__all__ = ["LINK", "OUTSIDE", "PHRASE", "RULE", "drop_boilerplate", "find_reason", "keep_other_languages"]

PHRASE = "boilerplate phrase"
"""The reason for blocks that begin like what pages print around a text."""
RULE = "rule"
"""The reason for rules, drawn or of characters."""
LINK = "link alone on its line"
"""The reason for blocks that are nothing but a link to another page."""
OUTSIDE = "outside the main content"
"""The reason for blocks that stand outside the region of the document, where nothing else says what they are."""

_PRINTED = re.compile(r"\s*(?:https?://\S{1,2000}|\d{1,4}\s?/\s?\d{1,4}|[-–—]\s?\d{1,4}\s?[-–—])\s*")  # alone on a line
_COPYRIGHT = re.compile(r"\s*(?:©|(?i:copyright)\s(?:©|\([cC]\)|\d{4}))[^\n]{0,150}")  # alone on a line
_REACHED = re.compile(
    r"(?:[^\W\d]{1,12}(?: [^\W\d]{1,12})?[.:：]{0,2}\s?)?"
    r"(?:(?:[+(]?\d[\s().\-–/x]{0,3}){9,20}|[\w.+-]{1,64}@[\w.-]{3,200})\s*"
)
"""A telephone number or an address of mail alone on a line, perhaps with its label; a date has fewer digits."""
_RULE = re.compile(r"[\W_]{1,80}")  # characters that part a text, typed or left of a list
_BEGINNING = 120  # characters in which the beginning of a boilerplate phrase is looked for
_is_unspaced = re.compile(f"[{UNSPACED}]").match
_LABEL = re.compile(r"[^\n:：]{1,40}[:：]\s*")
_AFTER_LINK = 2  # characters after a link with a label
_WORD = 3  # characters of a word where no spaces part them
_FEW = 3  # words after a single word that pages print
_SIGNS = frozenset(":：|»·/(（")  # after a label
_LEAST = 40  # words of running text that a page must hold for a second look
_LEAD = 12  # words of a paragraph of the document that stands before its main region
_LEAD_LINKED = 0.3  # share of its characters that may be links


def drop_boilerplate(document: Document) -> Document:
    """Set the blocks of the page around the document aside, each with the reason."""
    page, phrases = measure_page(document.page, document.blocks), load_boilerplate(available_languages())
    main = find_main_content(page)
    dropped = _find_boilerplate(page, main, phrases)
    if _is_lost(page, dropped):
        main = find_main_content(page, trusting=False)
        dropped = _find_boilerplate(page, main, phrases)
    if not main.around:
        return document.learn(boilerplate=dropped)
    named = " in ".join(reversed(main.around))
    message = f"most of the prose stands in a region that is marked as {named}; it was read"
    finding = Finding(FindingCode.MISNAMED_REGION, message)
    return document.learn(boilerplate=dropped, findings=(*document.findings, finding))


def _is_lost(page: MeasuredPage, dropped: Mapping[int, str]) -> bool:
    """Return whether nothing but headings was left of a page that holds running text."""
    kept = any(id not in dropped and block.kind is not BlockKind.HEADING for id, block in enumerate(page.blocks))
    return not kept and sum(one.prose for one in page.measures) >= _LEAST


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
        return RULE
    if _begins_like_boilerplate(block, phrases):
        return PHRASE
    if not block.depth and (_PRINTED.fullmatch(block.text.text) or _COPYRIGHT.fullmatch(block.text.text)):
        return "address, page number or copyright"
    if block.kind is BlockKind.PARAGRAPH and not block.depth and _REACHED.fullmatch(block.text.text):
        return "telephone or mail"
    if block.kind is not BlockKind.NOTE and not block.attributes and (counted or measure(block)).is_link:
        return LINK
    return None


def _begins_like_boilerplate(block: Block, phrases: PhraseTable) -> bool:
    """Return whether a block begins with a phrase that pages print; a single word must be nearly all of it."""
    text = fold(block.text.text[:_BEGINNING]).lstrip(" [(«»<>|*")
    found = phrases.find(text)
    if found is None:
        return False
    phrase, rest = text[: found[0]], text[found[0] :].lstrip()
    if " " in phrase or phrase[-1] in _SIGNS or rest[:1] in _SIGNS:
        return True
    if not phrase.isascii() and len(phrase) >= _WORD and _is_unspaced(phrase):
        return True
    return not any(map(str.isalpha, rest)) or (block.kind is not BlockKind.HEADING and count_words(rest) < _FEW)


def _find_boilerplate(page: MeasuredPage, main: MainContent, phrases: PhraseTable) -> dict[int, str]:
    """Return the blocks that belong to the page and not to the document: id to the reason."""
    prose = [id for id, one in enumerate(page.measures) if one.prose and main.inside[page.places[id]]]
    begin, end = (prose[0], prose[-1]) if prose else (len(page.blocks), 0)
    bounds = _Bounds(begin, end, title=max((id for id in page.titles if id < begin), default=None))
    dropped: dict[int, str] = {}
    is_open = False  # whether the document goes on where its region has ended
    for id, block in enumerate(page.blocks):
        reason = _tell_place(page, main, bounds, id, is_open=is_open)
        if not reason and begin < id < end and _is_labelled_link(block):
            reason = LINK
        if reason := reason or (None if id == bounds.title else find_reason(block, phrases, page.measures[id])):
            dropped[id] = reason
        if id > begin and page.measures[id].length and reason not in (RULE, LINK):
            is_open = not reason
    for id in reversed([id for id in range(begin, len(page.blocks)) if id not in dropped]):
        if page.blocks[id].kind is not BlockKind.HEADING or main.inside[page.places[id]]:
            break
        dropped[id] = OUTSIDE  # what it headed was none of the document
    if (kept := _find_title(page, dropped, bounds, main)) is not None:
        del dropped[kept]
    return dropped | dict.fromkeys(_find_empty_headings(page, dropped, main), "heading of boilerplate")


class _Bounds(NamedTuple):
    """Ids of blocks between which a document stands."""

    begin: int
    """Its first running text in the main region."""
    end: int
    """Its last."""
    title: int | None
    """Its title, above."""


def _tell_place(page: MeasuredPage, main: MainContent, bounds: _Bounds, id: int, *, is_open: bool) -> str | None:
    """Return why a block is none of the document by where it stands."""
    block, place, counted = page.blocks[id], page.places[id], page.measures[id]
    is_under = bounds.title is not None and bounds.title < id < bounds.begin
    is_beside = is_under and place == page.places[bounds.title or 0] and not counted.linked
    if main.reasons[place] and not is_beside:  # as place and day are beside a title in a banner
        return main.reasons[place]
    if block.landmarks and main.is_trusting and (own := _find_own_landmark(block, page.regions)):
        return own
    if main.inside[place] or is_beside or block.kind is BlockKind.NOTE:
        return None
    if id < bounds.begin:
        return None if main.near[place] and _may_lead(counted, id, bounds.title) else OUTSIDE
    if is_open and main.beside[place]:
        return LINK if counted.is_link else OUTSIDE if counted.linked else None
    return OUTSIDE


def _find_own_landmark(block: Block, regions: Sequence[Region]) -> str | None:
    """Return what the markup of a block says that its regions do not."""
    called = [one for one in block.landmarks if one in AROUND]
    place = block.region if len(regions) > block.region else 0
    while called and place:
        region = regions[place]
        called = [one for one in called if one not in (region.landmark, region.named)]
        place = region.parent
    return f"landmark {called[0]}" if called else None


def _is_labelled_link(block: Block) -> bool:
    """Return whether a paragraph is a label and a link, `More of this: All about ovens`."""
    text = block.text.text
    label = _LABEL.match(text) if block.kind is BlockKind.PARAGRAPH else None
    links = (mark for mark in block.text.marks if mark.kind is MarkKind.LINK and mark.target and mark.target[0] != "#")
    return label is not None and any(
        mark.start <= label.end() and mark.end >= len(text) - _AFTER_LINK for mark in links
    )


def _may_lead(counted: Measure, id: int, title: int | None) -> bool:
    """Return whether a block before the main region is of the document: any line under its title, or a paragraph."""
    if counted.linked >= _LEAD_LINKED * counted.length:
        return False
    return counted.words >= _LEAD if title is None else id > title


def _find_title(page: MeasuredPage, dropped: Mapping[int, str], bounds: _Bounds, main: MainContent) -> int | None:
    """Return a heading before the main region that is the title, where the document has none itself."""
    headings = [id for id, block in enumerate(page.blocks) if block.kind is BlockKind.HEADING]
    if any(page.blocks[id].level == 1 and id not in dropped for id in headings):
        return None
    if bounds.title is not None:
        return bounds.title if bounds.title in dropped else None
    above = [id for id in headings if id < bounds.begin and id in dropped and not main.reasons[page.places[id]]]
    return next((id for id in reversed(above) if page.blocks[id].level == 1), above[-1] if above else None)


def _find_empty_headings(page: MeasuredPage, dropped: Mapping[int, str], main: MainContent) -> Iterator[int]:
    """Yield the headings of the main region under which all is boilerplate, in their region or up to the next."""
    kept, lost = [0] * len(page.regions), [0] * len(page.regions)
    for id, (block, place) in enumerate(zip(page.blocks, page.places, strict=True)):
        if page.measures[id].length and block.kind is not BlockKind.HEADING:
            kept[place] += id not in dropped
            lost[place] += id in dropped and dropped[id] != RULE
    add_to_outer(page.regions, kept)
    add_to_outer(page.regions, lost)
    alone = [id for id in _list_headings(page, dropped, main) if _heads_nothing(page, page.places[id], kept, lost)]
    yield from alone
    yield from (id for id in _find_idle(page, dropped, main) if id not in alone)


def _list_headings(page: MeasuredPage, dropped: Mapping[int, str], main: MainContent) -> Iterator[int]:
    for id, block in enumerate(page.blocks):
        is_title = id in page.titles or block.level == 1
        if block.kind is BlockKind.HEADING and not is_title and id not in dropped and main.inside[page.places[id]]:
            yield id


def _heads_nothing(page: MeasuredPage, place: int, kept: Sequence[int], lost: Sequence[int]) -> bool:
    """Return whether the innermost region around a heading that holds anything else holds only boilerplate."""
    while place and not kept[place] and not lost[place]:
        place = page.regions[place].parent
    return bool(place) and not kept[place]


def _find_idle(page: MeasuredPage, dropped: Mapping[int, str], main: MainContent) -> Iterator[int]:
    """Yield the headings between which and the next one all is boilerplate."""
    kept = lost = False
    below = 0  # the level of the next heading that stays
    for id in range(len(page.blocks) - 1, -1, -1):
        block = page.blocks[id]
        if not main.inside[page.places[id]] or not page.measures[id].length or dropped.get(id) == RULE:
            continue
        if block.kind is not BlockKind.HEADING:
            kept, lost = kept or id not in dropped, lost or id in dropped
        elif id not in dropped:
            if lost and not kept and below <= block.level:
                yield id
            else:
                kept, lost, below = False, False, block.level
