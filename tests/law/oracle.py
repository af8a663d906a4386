"""Which words of a page stand nowhere in what was read of it: found without asking recognition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import attrs

from declarations import DeclarationsError, Limits, Reading, examine
from declarations.blocks import Block, BlockKind, Page
from declarations.errors import EmptyInputError
from declarations.formats import find_format
from declarations.parts import PageAttribute
from declarations.recognition.pipeline import recognize
from declarations.recognition.reading import Part
from declarations.scripts import UNSPACED

__all__ = ["find_lost", "list_words"]

_WORD = re.compile(rf"(?=\w)[{UNSPACED}]|[^\W_{UNSPACED}]+")
_WHOLE = (Part.BOILERPLATE, Part.UNCLAIMED)
"""Parts whose blocks stand whole in `dropped` and `unclaimed`."""


def list_words(text: str) -> list[str]:
    """Return the words of a text; a character of a script without spaces is one."""
    return _WORD.findall(text)


def find_lost(data: str | bytes, format: str) -> Counter[str]:
    """Return the words of the blocks of a page that are in no declaration, in no list of other text and in no finding.

    Each word counts as often as it stands there. Numbers of list items that sign are not words. What cannot be read,
    and is reported, has lost nothing.
    """
    try:
        page = find_format(format).load_reader().read_page(data, limits=Limits())
    except DeclarationsError:
        return Counter()
    recognized = [one for one in (page, *page.documents) if PageAttribute.HEAD not in one.attributes]
    blocks = [block for one in recognized for block in one.blocks]
    if not blocks:
        return Counter()
    first = examine(data, format=format) if page.documents or page not in recognized else _recognize(page)
    readings = (first, *first.others)
    if not first.judgements:
        return Counter()
    judged = [judgement.block for reading in readings for judgement in reading.judgements]
    lost = _count(blocks) - _count(judged)
    return lost + (_count(_list_claimed(readings)) - Counter(word for one in readings for word in _list_held(one)))


def _recognize(page: Page) -> Reading:
    try:
        return recognize(page)
    except EmptyInputError:
        return Reading()


def _count(blocks: Iterator[Block] | list[Block] | tuple[Block, ...]) -> Counter[str]:
    return Counter(word for block in blocks for word in list_words(f"{block.marker or ''} {block.text.text}"))


def _list_claimed(readings: tuple[Reading, ...]) -> Iterator[Block]:
    """Yield the blocks whose words must be in the declaration, in a remainder or in a finding."""
    judgements = (one for reading in readings for one in reading.judgements)
    for judgement in (one for one in judgements if one.remainder or one.part not in _WHOLE):
        signs = judgement.part is Part.SIGNATORY and judgement.block.kind is BlockKind.ITEM
        yield attrs.evolve(judgement.block, marker=None) if signs else judgement.block


def _list_held(reading: Reading) -> Iterator[str]:
    for string in _list_strings(reading.declaration):
        yield from list_words(string)
    for block in (judgement.remainder for judgement in reading.judgements if judgement.remainder):
        yield from list_words(block.text.text)
    for finding in reading.findings:
        yield from list_words(f"{finding.message} {finding.excerpt or ''}")


def _list_strings(value: object) -> Iterator[str]:
    """Yield every string that a value of the model holds."""
    left = [value]
    while left:
        one = left.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, tuple):
            left += one
        elif attrs.has(type(one)):
            left += (getattr(one, field.name) for field in attrs.fields(type(one)))
