"""Who signed, moved, seconded or sponsored: names with their roles and offices."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Mapping, Sequence

import attrs

from declarations.blocks import BlockKind
from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import fold
from declarations.model import Signatory
from declarations.recognition.document import Document, Extract
from declarations.recognition.extract.metadatalines import group_lines
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.reading import Part
from declarations.recognition.values import MetadataLine
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.kinds import find_kind
from declarations.recognition.wording.localities import find_place
from declarations.recognition.wording.organs import is_function_word, names_organ
from declarations.recognition.wording.signers import has_article, read_into
from declarations.recognition.wording.signing import drop_marks, is_person
from declarations.recognition.wording.stretches import Span, mask

__all__ = ["extract_signatories"]

_EDGES = " \t:,;.–—-*|：，、،；。"
_COMMA = re.compile("[,，、،]")
_FEW = 8  # lines of names among which some may be offices
_BLOCK = 3  # lines of a name, an office, and a body or a town
_LONGEST_ORGAN = 8  # words of the name of a body that signs


def extract_signatories(document: Document) -> Extract:
    """Return who stands in the masthead and at the end; move the blocks that turn out to sign, or not to.

    A line of the signatures that holds a date and no name goes to the closing words; a body that stands there alone on
    its line signs.
    """
    found: list[Signatory] = []
    for segment in document.of(Part.SUBTITLE, Part.MASTHEAD):
        for line in segment.block.text.text.split("\n"):
            if find_phrases(line, document.lexicons).opening("roles") and not document.dates.find(line):
                read_into(found, line, document.lexicons)
    moved = _read_ending(found, document)
    return Extract(values={"signatories": tuple(found)}, moved=moved)


def _read_ending(found: list[Signatory], document: Document) -> dict[int, Part]:
    """Read who signs at the end, one block after the other; give the blocks that have another part."""
    lexicons, by_block, parts = document.lexicons, group_lines(document), dict(document.parts)
    moved: dict[int, Part] = {}
    ending = document.of(Part.CLOSING, Part.SIGNATORY)
    listed, blocks = _find_lists(ending, document)
    for place, segment in enumerate(ending):
        if document.parts[segment.id] is Part.CLOSING:
            lines = by_block.get(segment.id, [])
            if not (_is_between(ending, place, ChainMap(moved, parts)) or _is_organ(segment, lines, lexicons)):
                continue
            moved[segment.id] = Part.SIGNATORY
        is_heading = segment.heads == "signatories" or any(lexicon.find_heading(segment.folded) for lexicon in lexicons)
        if segment.heads == "signatories" or (is_heading and segment.end in ":："):  # `First signatories:`
            moved[segment.id] = Part.BOILERPLATE
            continue
        is_line = segment.block.kind is BlockKind.HEADING or segment.end in ":："  # over some of the names
        is_told = is_line or _is_dated(segment, document.dates, lexicons)
        own: list[Signatory] = [] if segment.id in blocks else found
        is_listed = segment.id in listed
        is_item = segment.block.kind is BlockKind.ITEM or (is_listed and len(listed) > _FEW)
        text = segment.block.text.text
        signs = not is_told and read_into(own, text, lexicons, is_item=is_item, is_listed=is_listed)
        found += own if own is not found else []
        before = ending[place - 1] if place else None
        if signs and before is not None and document.parts[before.id] is Part.CLOSING:
            moved |= _take_office(found, before, lexicons)
        if not signs and not is_heading and drop_marks(segment.block.text.text).strip(_EDGES):
            moved[segment.id] = Part.CLOSING
    return moved


def _find_lists(ending: Sequence[BlockFeatures], document: Document) -> tuple[set[int], set[int]]:
    """Return the blocks of lists in which every line signs, and those of lists in which every block does."""
    sections: dict[int, list[BlockFeatures]] = {}
    for segment in ending:
        if segment.id in document.signing and segment.end not in ":：":
            sections.setdefault(document.signing[segment.id], []).append(segment)
    lists: tuple[set[int], set[int]] = set(), set()
    for section in sections.values():
        is_block = _has_blocks(section, document.lexicons)
        if is_block or _is_list(section, document.lexicons):
            lists[is_block].update(one.id for one in section)
    return lists


def _has_blocks(section: Sequence[BlockFeatures], lexicons: Sequence[Lexicon]) -> bool:
    """Return whether there are blocks of two or three lines, and all begin with the name of a person."""
    lines = [one.block.text.text.split("\n") for one in section]
    sizes = {len(several) for several in lines}
    return (
        max(sizes) > 1 and max(sizes) <= _BLOCK and all(is_person(_COMMA.split(one[0])[0], lexicons) for one in lines)
    )


def _is_list(section: Sequence[BlockFeatures], lexicons: Sequence[Lexicon]) -> bool:
    """Return whether no line is the office of the name before it: names and offices stand in turn where one is."""
    persons = [is_person(line, lexicons) for one in section for line in one.block.text.text.split("\n")]
    in_turn = len(persons) % 2 == 0 and all(persons[::2]) and not any(persons[1::2])
    return len(persons) > 1 and not in_turn


def _is_between(ending: Sequence[BlockFeatures], place: int, parts: Mapping[int, Part]) -> bool:
    """Return whether a short line stands between two that sign."""
    around = [parts[one.id] for one in (*ending[max(place - 1, 0) : place], *ending[place + 1 : place + 2])]
    return around == [Part.SIGNATORY] * 2 and ending[place].is_short(_LONGEST_ORGAN) and ending[place].end.isalnum()


def _take_office(found: list[Signatory], before: BlockFeatures, lexicons: Sequence[Lexicon]) -> dict[int, Part]:
    """Take the line above a name for the office of who bears it, `The President`; give where that line belongs."""
    last, text = found[-1], before.block.text.text.strip(_EDGES)
    is_line = before.is_short(_LONGEST_ORGAN) and before.is_open and has_article(text, lexicons)
    ends = "closings" in before.begins or any(map(str.isdigit, text))
    if last.capacity or ends or not is_line or not is_person(last.agent.name, lexicons):
        return {}
    found[-1] = attrs.evolve(last, capacity=text)
    return {before.id: Part.SIGNATORY}


def _is_organ(segment: BlockFeatures, lines: Sequence[MetadataLine], lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a closing line is the name of a body and nothing more."""
    text = segment.block.text.text.strip()
    words = text.split()
    if len(lines) != 1 or lines[0].is_known or len(words) > _LONGEST_ORGAN or not names_organ(text, lexicons):
        return False
    capital = not words[0][0].islower() and any(not word[0].islower() for word in words[1:])
    capital |= text.lower() == text.upper()  # in a script without capitals
    is_other = "closings" in segment.begins or segment.is_formula
    is_plain = segment.end.isalnum() and not segment.stance and not segment.action and not find_kind(text, lexicons)
    return capital and is_plain and not is_other


def _is_dated(segment: BlockFeatures, finder: DateFinder, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a block says only when, and perhaps where: `Signed on 4 April 2021`."""
    text = segment.block.text.text
    masked = mask(text, (Span(one.start, one.end) for one in finder.find(text)))
    if masked == text:
        return False
    folded = fold(masked)
    for table in (table for one in lexicons for table in (one.closings, one.dates, one.roles)):
        if hit := table.find(folded):
            folded = folded[hit[0] :]
    words = re.findall(r"[^\W_]+", folded)
    return all(is_function_word(word, lexicons) for word in words) or find_place([text], finder, lexicons) is not None
