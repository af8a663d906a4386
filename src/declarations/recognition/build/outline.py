"""Sixth step: the blocks of a part become clauses, with labels, headings, items and tails."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import zip_longest

from declarations.blocks import BlockKind
from declarations.model import Clause
from declarations.model.clauses import ClauseNames
from declarations.recognition.build.drafts import FLOOR, Draft, finish_drafts
from declarations.recognition.build.kinship import (
    begins_alike,
    begins_anew,
    find_opener,
    goes_on_with,
    heads_group,
    is_clause,
    is_number_before,
    leads_to_list,
    names_article,
    subdivides,
    turns,
)
from declarations.recognition.build.series import find_level, goes_on
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.reading import Part
from declarations.recognition.values import NumberedHeading
from declarations.scripts import CLAUSE_ENDS, count_words
from declarations.text import Text

__all__ = ["build_clauses"]


_HEAD_LEVEL = 7  # numbered headings that are no marked headings stand below all that are
_DEEPEST = 50  # levels of clauses; loaders take 200, so that every outcome can be written and read back


def build_clauses(
    segments: Sequence[BlockFeatures],
    part: Part,
    numbering: Mapping[int, NumberedHeading],
    dependents: Container[int] = (),
    names: ClauseNames | None = None,
) -> tuple[Clause, ...]:
    """Turn the blocks of one part, in order, into clauses; `dependents` are blocks that cannot stand alone.

    `names` gives the ids, each once for all parts of one declaration.
    """
    root = Draft(level=-1)
    path = [root]
    for segment, following in zip_longest(segments, segments[1:]):
        _place(segment, following, part, numbering, path, is_lead=segment.id not in dependents)
    return tuple(finish_drafts(root.items, part, names or ClauseNames())[0])


def _place(
    segment: BlockFeatures,
    following: BlockFeatures | None,
    part: Part,
    numbering: Mapping[int, NumberedHeading],
    path: list[Draft],
    *,
    is_lead: bool,
) -> None:
    """Put one block where it belongs; `path` leads from the root to the clause that is open."""
    kind = segment.block.kind
    if names_article(segment, following, numbering, path[-1]):
        path[-1].heading = segment.text
    elif kind is BlockKind.HEADING or segment.id in numbering or heads_group(segment, following, part):
        _open_headed(segment, numbering.get(segment.id), path)
    elif kind is BlockKind.ROW:
        _add_row(segment, path)
    elif kind is BlockKind.ITEM:
        _open_item(segment, part, path, is_lead=is_lead)
    elif segment.enumerator:
        _open_numbered(segment, part, path, is_lead=is_lead)
    elif segment.block.depth:
        _continue_item(segment, path)
    else:
        _add_paragraph(segment, part, path, is_lead=is_lead)


def _open(draft: Draft, segment: BlockFeatures, path: list[Draft]) -> None:
    """Begin a clause in the one that it belongs to; what would stand deeper than any is beside the deepest."""
    while path[-1].level >= draft.level or len(path) > _DEEPEST:
        path.pop()
    path[-1].items.append(draft)
    draft.last = segment
    path.append(draft)


def _open_headed(segment: BlockFeatures, head: NumberedHeading | None, path: list[Draft]) -> None:
    text = segment.block.text
    is_heading = segment.block.kind is BlockKind.HEADING
    level = segment.block.level if is_heading else _HEAD_LEVEL
    heading = text[head.end :].strip() if head else text
    ends = segment.is_sentence or segment.end in CLAUSE_ENDS
    tells = bool(head and not is_heading and ends and count_words(heading.text) > 1)
    draft = Draft(
        level=level,
        is_headed=True,
        is_section=head is None or head.is_section,
        label=head.label if head else None,
        printed=None if head else segment.block.marker,  # of a heading in an item
        heading=heading if heading and not tells else None,
        paragraphs=[heading] if tells else [],  # `Art. 2 – The fees are due in May.`
    )
    _open(draft, segment, path)


def _open_item(segment: BlockFeatures, part: Part, path: list[Draft], *, is_lead: bool) -> None:
    """An item of a list: inside the clause that leads to the list, else a clause of its own."""
    begins = (is_lead or turns(segment, path[-1])) and begins_anew(segment, path[-1], part)
    begins = begins and not goes_on(segment.marker, segment.block.depth, path)
    if begins or len(path) == 1:
        path[0].indent = segment.block.depth - 1
    depth = max(segment.block.depth - path[0].indent, 1)
    level = FLOOR + 10 * depth + 5
    if not is_lead and segment.marker is None and any(is_number_before(one, level, segment) for one in path):
        level += 5  # bullets after a number
    while path[-1].level >= level:
        path.pop()
    host = path[-1]
    if depth == 1 and (begins or not (leads_to_list(host) or subdivides(segment, host))):
        while path[-1].level >= FLOOR:
            path.pop()
    if path[-1].tail:  # a paragraph between two lists leads to the second
        path[-1].finish_tables()
        lead = Draft(level=level - 4, paragraphs=[path[-1].tail.pop()])
        _open(lead, segment, path)
    draft = Draft(level=level, printed=segment.marker, list_number=segment.block.list_number)
    _open(draft, segment, path)
    _fill(draft, segment, segment.text, part)


def _continue_item(segment: BlockFeatures, path: list[Draft]) -> None:
    """A further paragraph of the item that is open at its depth."""
    level = FLOOR + 10 * max(segment.block.depth - path[0].indent, 1) + 5
    while path[-1].level > level:
        path.pop()
    if len(path) == 1:
        _open(Draft(level=level), segment, path)
    _append(path[-1], segment, segment.text)


def _open_numbered(segment: BlockFeatures, part: Part, path: list[Draft], *, is_lead: bool) -> None:
    """A paragraph with a printed number: it goes on a series that is open, or begins one inside."""
    printed = segment.enumerator.printed if segment.enumerator else ""
    begins = (is_lead or turns(segment, path[-1])) and path[-1].printed is None and begins_anew(segment, path[-1], part)
    level = FLOOR + 1 if begins else find_level(printed, path)
    draft = Draft(level=level, printed=printed, ordinal=segment.enumerator.ordinal if segment.enumerator else None)
    _open(draft, segment, path)
    _fill(draft, segment, segment.text, part)


def _add_paragraph(segment: BlockFeatures, part: Part, path: list[Draft], *, is_lead: bool) -> None:
    """A paragraph without a number: more of the open clause, its tail, or a clause of its own."""
    host = path[-1]
    if any(draft.is_headed for draft in path):
        while not path[-1].is_headed:
            path.pop()
        if (segment.stance and path[-1].is_section) or (path[-1].label is None and is_clause(segment, part)):
            draft = Draft(level=FLOOR + 1)
            _open(draft, segment, path)
            _fill(draft, segment, segment.text, part)
            return
        _append(path[-1], segment, segment.text)
        if not path[-1].opener:
            path[-1].opener = find_opener(segment, part)
        return
    if len(path) > 1 and path[1].printed and path[1].level > FLOOR + 1 and goes_on_with(path[1], segment, part):
        del path[2:]
        _append(path[1], segment, segment.text)
        return
    while path[-1].level > FLOOR + 1:  # out of items, to the clause that holds them
        path.pop()
    host = path[-1]
    goes_on = (segment.begins_lower and not is_lead and not begins_alike(host, segment)) or goes_on_with(
        host, segment, part
    )
    if host.level == FLOOR + 1 and goes_on:
        _append(host, segment, segment.text)
        host.opener = host.opener or find_opener(segment, part)
        return
    draft = Draft(level=FLOOR + 1)
    _open(draft, segment, path)
    _fill(draft, segment, segment.text, part)


def _add_row(segment: BlockFeatures, path: list[Draft]) -> None:
    """Rows of one table become one paragraph: a line a row, marked as a table."""
    if len(path) == 1:
        _open(Draft(level=FLOOR + 1), segment, path)
    host = path[-1]
    texts = host.tail if host.items else host.paragraphs
    goes_on = host.last is not None and host.last is not segment and host.last.block.kind is BlockKind.ROW
    host.add_row(texts, segment.block.text, goes_on=goes_on and bool(texts))
    host.last = segment


def _append(host: Draft, segment: BlockFeatures, text: Text) -> None:
    (host.tail if host.items else host.paragraphs).append(text)
    host.last = segment


def _fill(draft: Draft, segment: BlockFeatures, text: Text, part: Part) -> None:
    if text:  # an item may hold nothing but a list
        draft.paragraphs.append(text)
    draft.opener = find_opener(segment, part)
