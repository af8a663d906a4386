"""Whom a letter or motion speaks to: lines such as `To the Mayor`, greetings, and titles such as `Open letter to …`."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from declarations.blocks import Block, BlockKind
from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.model import Agent
from declarations.recognition.document import Document, Extract
from declarations.recognition.extract.labelledfields import read_agent
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.reading import Part
from declarations.recognition.values import MetadataLine
from declarations.recognition.wording.addressing import Address, find_titled, names_office, read_address, read_names
from declarations.recognition.wording.organs import bare_name, names_organ
from declarations.recognition.wording.stretches import mask
from declarations.scripts import count_words

__all__ = ["extract_addressees"]

_HEAD = 20  # blocks among which a letter says whom it speaks to
_MOST_PROSE = 1  # paragraphs before a greeting: words of the site about the letter
_MOST = 50  # names
_ABOVE = 6  # blocks above a greeting among which an envelope stands
_ENVELOPE, _LINE = 6, 8  # lines of an address on an envelope, words of each
_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM})
_ELSEWHERE = frozenset({Part.NOTE, Part.SIGNATORY, Part.ANNEX, Part.TITLE})


def extract_addressees(document: Document) -> Extract:
    """Return the addressees: those that are stated, else of the title, of lines before the text, and of greetings.

    The blocks that only address somebody are masthead. The lines are left without them, and titles without the names;
    `addressed` are these names as `bare_name` makes them: they are no issuers wherever else they stand.
    """
    lexicons = document.lexicons
    found = dict(_read_head(document))
    envelope = _find_envelope(document, found)
    every = [one for several in found.values() for one in several]
    lines = [*filter(None, envelope.values()), *(name for one in every if not one.greets for name in one.names)]
    greeted = [name for one in every if one.greets for name in one.names]
    stated = document.labelled_fields.values.get("addressee", ())
    agents = _choose(stated or [*_read_titles(document), *lines], () if stated else greeted, lexicons)
    addressing = {*found, *envelope}
    return Extract(
        values={"addressees": agents, "addressed": frozenset(bare_name(one.name, lexicons) for one in agents)},
        moved=dict.fromkeys(addressing, Part.MASTHEAD),
        lines=tuple(_hide_name(line, lexicons) for line in document.lines if line.segment.id not in addressing),
    )


def _hide_name(line: MetadataLine, lexicons: Sequence[Lexicon]) -> MetadataLine:
    span = find_titled(line.text, lexicons) if line.part is Part.TITLE else None
    return attrs.evolve(line, text=mask(line.text, [span])) if span else line


def _read_titles(document: Document) -> Iterator[str]:
    for line in document.lines:
        if line.part is Part.TITLE and (span := find_titled(line.text, document.lexicons)):
            yield span.of(line.text)


def _choose(names: Sequence[str], greeted: Sequence[str], lexicons: Sequence[Lexicon]) -> tuple[Agent, ...]:
    """Make an agent of each name, once; a greeting that only repeats words of the names, or their titles, adds none."""
    known = {word for name in names for word in bare_name(name, lexicons).split()}
    more = (name for name in greeted if not names or not (_is_title(name, lexicons) or _repeats(name, known, lexicons)))
    found = {bare_name(name, lexicons): name for name in [*names, *more][:_MOST][::-1]}
    padded = [f" {bare} " for bare in found]
    kept = [bare for bare in found if sum(f" {bare} " in other for other in padded) == 1]
    return tuple(read_agent(found[bare], lexicons) for bare in reversed(kept))


def _repeats(name: str, known: Container[str], lexicons: Sequence[Lexicon]) -> bool:
    return all(word in known for word in bare_name(name, lexicons).split())


def _is_title(name: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a name is a title and nothing more: `Your Excellency`."""
    every = (found["addressees"][0] for _, found in find_phrases(name, lexicons).each("addressees"))
    return any(hit.meaning == "titles" and hit.start == 0 and hit.end == len(name) for hit in every)


def _read_head(document: Document) -> Iterator[tuple[int, tuple[Address, ...]]]:
    """Yield the blocks before the text that only address somebody, and what they say."""
    prose = 0
    waiting = False  # after `To:`, for the names
    for segment in document.segments[:_HEAD]:
        if document.parts[segment.id] in _ELSEWHERE:
            waiting = False
            continue
        names = _read_waiting(segment, document) if waiting else ()
        addresses = (Address(names),) if names else _read_block(segment, document)
        if addresses and (prose == 0 or (prose <= _MOST_PROSE and addresses[0].greets)):
            yield segment.id, addresses
            waiting = addresses[-1].is_bare or bool(names and segment.block.kind is BlockKind.ITEM)
            continue
        waiting = False
        prose += segment.is_prose
        if prose > _MOST_PROSE:
            return


def _read_waiting(segment: BlockFeatures, document: Document) -> tuple[str, ...]:
    """Return the names in the block after `To:`; of one that addresses somebody itself none."""
    lines = _list_lines(segment.block)
    if segment.is_prose or read_address(lines[0], document.lexicons):
        return ()
    return read_names(lines, document.dates, document.lexicons)


def _read_block(segment: BlockFeatures, document: Document) -> tuple[Address, ...]:
    """Return what the lines of a block say; nothing unless they address somebody, and tell at most where that is."""
    if segment.block.kind not in _LINES or segment.marker or segment.stance:
        return ()
    found: list[Address] = []
    lines = _list_lines(segment.block)
    for place, line in enumerate(lines):
        address = read_address(line, document.lexicons)
        if address is None and found and found[-1].is_bare:
            names = read_names(lines[place:], document.dates, document.lexicons)
            is_all = names and _is_envelope(lines[place + len(names) :])
            return (*found[:-1], Address(names)) if is_all else ()
        if address is None:
            return tuple(found) if found and not found[-1].greets and _is_envelope(lines[place:]) else ()
        found.append(address)
    return tuple(found)


def _find_envelope(document: Document, found: Mapping[int, Sequence[Address]]) -> dict[int, str]:
    """Return the blocks above a greeting that print name and office of who is greeted, and both at the first."""
    greeting = next((id for id, several in found.items() if several[0].greets), None)
    if greeting is None or any(not several[0].greets for several in found.values()):
        return {}
    lexicons = document.lexicons
    above = [one for one in document.segments[:_HEAD] if one.id < greeting and not one.is_prose]
    free = [one for one in above if document.parts[one.id] not in _ELSEWHERE][-_ABOVE:]
    lines = [(one.id, line) for one in free for line in _list_lines(one.block)]
    for (id, name), (behind, office) in reversed([*pairwise(lines)]):
        is_named = read_names([name], document.dates, lexicons) and not names_organ(name, lexicons)
        if is_named and names_office(office, lexicons) and _is_envelope([name, office]):
            return {behind: "", id: f"{name}, {office}"}
    return {}


def _is_envelope(lines: Sequence[str]) -> bool:
    return len(lines) <= _ENVELOPE and all(count_words(line) <= _LINE for line in lines)


def _list_lines(block: Block) -> list[str]:
    return [line.strip() for line in block.text.text.split("\n") if line.strip()] or [""]
