"""Sixth step: the blocks of a part become clauses, with labels, headings, items and tails."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import zip_longest

from declarations.blocks import BlockKind
from declarations.model import Clause
from declarations.model.clauses import ClauseNames
from declarations.recognition.build.drafts import ACTIONS, FLOOR, Draft, finish_drafts
from declarations.recognition.build.series import find_level, goes_on, starts_series, tell_shape
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.features.headlines import is_emphasized
from declarations.recognition.features.openings import OpeningPhrase
from declarations.recognition.reading import Part
from declarations.recognition.values import NumberedHeading
from declarations.scripts import CLAUSE_ENDS, count_words
from declarations.text import Text

__all__ = ["build_clauses"]


_HEAD_LEVEL = 7  # numbered headings that are no marked headings stand below all that are
_ENDS = ",;，；،؛"
_DEEPEST = 50  # levels of clauses; loaders take 200, so that every outcome can be written and read back
_TITLE = 8  # words of the title of an article or a group
_QUOTES = ("«", "“", "„", "”", "‹", "「", "『", '"')


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
    if _names_article(segment, following, numbering, path[-1]):
        path[-1].heading = segment.text
    elif kind is BlockKind.HEADING or segment.id in numbering or _heads_group(segment, following, part):
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


def _names_article(
    segment: BlockFeatures, following: BlockFeatures | None, numbering: Mapping[int, NumberedHeading], host: Draft
) -> bool:
    """Return whether a line is the title of the article whose number stands on the line above."""
    is_fresh = host.is_headed and host.label and not (host.heading or host.paragraphs or host.items)
    is_line = segment.block.kind is BlockKind.PARAGRAPH and segment.is_short(_TITLE) and segment.end.isalnum()
    leads = following is not None and following.id not in numbering and following.block.kind is not BlockKind.HEADING
    return bool(is_fresh and is_line and leads and not segment.marker and not segment.action)


def _heads_group(segment: BlockFeatures, following: BlockFeatures | None, part: Part) -> bool:
    """Return whether a line stands over some clauses: a header of context, or a short line before a numbered clause."""
    if segment.block.kind is not BlockKind.PARAGRAPH or segment.block.depth or segment.enumerator:
        return False
    if (segment.heads == "context" and part is Part.CONTEXT) or (segment.heads and part is Part.ANNEX):
        return True
    if part is not Part.RESOLUTION:
        return False
    if _is_set_off(segment, following):
        return True
    if segment.action or segment.stance or not segment.is_short(_TITLE):
        return False
    is_line = segment.end.isalnum() and not segment.begins_lower
    return is_line and following is not None and (bool(following.marker) or is_emphasized(segment.block))


def _is_set_off(segment: BlockFeatures, following: BlockFeatures | None) -> bool:
    """Return whether a bold sentence stands over a list."""
    return following is not None and following.block.kind is BlockKind.ITEM and segment.is_set_off


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
    begins = (is_lead or _turns(segment, path[-1])) and _begins_anew(segment, path[-1], part)
    begins = begins and not goes_on(segment.marker, segment.block.depth, path)
    if begins or len(path) == 1:
        path[0].indent = segment.block.depth - 1
    depth = max(segment.block.depth - path[0].indent, 1)
    level = FLOOR + 10 * depth + 5
    if not is_lead and segment.marker is None and any(_is_number_before(one, level, segment) for one in path):
        level += 5  # bullets after a number
    while path[-1].level >= level:
        path.pop()
    host = path[-1]
    if depth == 1 and (begins or not (_leads_to_list(host) or _subdivides(segment, host))):
        while path[-1].level >= FLOOR:
            path.pop()
    if path[-1].tail:  # a paragraph between two lists leads to the second
        path[-1].finish_tables()
        lead = Draft(level=level - 4, paragraphs=[path[-1].tail.pop()])
        _open(lead, segment, path)
    draft = Draft(level=level, printed=segment.marker, list_number=segment.block.list_number)
    _open(draft, segment, path)
    _fill(draft, segment, segment.text, part)


def _is_number_before(draft: Draft, level: int, segment: BlockFeatures) -> bool:
    """Return whether a clause of a level has a number, and an item after it is of another list, the first in it."""
    if draft.level != level or not draft.printed or draft.list_number == segment.block.list_number:
        return False
    return all(item.level <= level + 5 for item in draft.items)  # deeper ones show where those inside would stand


def _turns(segment: BlockFeatures, host: Draft) -> bool:
    """Return whether a block with a verb stands after a clause that opens like a context paragraph."""
    return segment.action is not None and host.opener is not None and host.opener.meaning not in ACTIONS


def _begins_anew(segment: BlockFeatures, host: Draft, part: Part) -> bool:
    """Return whether a block opens as the clause before it does, whose sentence is not bare."""
    own = _opener(segment, part)
    if own is None or host.opener is None:
        return False
    return _turns(segment, host) or not (host.last is not None and host.last.is_bare)


def _leads_to_list(host: Draft) -> bool:
    """Return whether a list after a clause is its own: under a heading, after another item, or an open sentence."""
    if host.is_headed or host.items or host.level > FLOOR + 5:
        return True
    return host.last is not None and host.last.is_open


def _subdivides(segment: BlockFeatures, host: Draft) -> bool:
    """Return whether a list begins to count inside a numbered clause, as `(a)` and `1.1.` below `1.`."""
    if host.printed is None or segment.marker is None or tell_shape(segment.marker) == tell_shape(host.printed):
        return False
    return starts_series(segment.marker)


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
    begins = (
        (is_lead or _turns(segment, path[-1])) and path[-1].printed is None and _begins_anew(segment, path[-1], part)
    )
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
        if (segment.stance and path[-1].is_section) or (path[-1].label is None and _is_clause(segment, part)):
            draft = Draft(level=FLOOR + 1)
            _open(draft, segment, path)
            _fill(draft, segment, segment.text, part)
            return
        _append(path[-1], segment, segment.text)
        if not path[-1].opener:
            path[-1].opener = _opener(segment, part)
        return
    if len(path) > 1 and path[1].printed and path[1].level > FLOOR + 1 and _goes_on(path[1], segment, part):
        del path[2:]
        _append(path[1], segment, segment.text)
        return
    while path[-1].level > FLOOR + 1:  # out of items, to the clause that holds them
        path.pop()
    host = path[-1]
    goes_on = (segment.begins_lower and not is_lead and not _begins_alike(host, segment)) or _goes_on(
        host, segment, part
    )
    if host.level == FLOOR + 1 and goes_on:
        _append(host, segment, segment.text)
        host.opener = host.opener or _opener(segment, part)
        return
    draft = Draft(level=FLOOR + 1)
    _open(draft, segment, path)
    _fill(draft, segment, segment.text, part)


def _begins_alike(host: Draft, segment: BlockFeatures) -> bool:
    """Return whether a paragraph begins with the word of the open clause, which has ended: `that …; that …`."""
    if host.last is None or host.last.end not in _ENDS or not host.paragraphs:
        return False
    return _find_first_word(host.paragraphs[0]) == _find_first_word(segment.text)


def _find_first_word(text: Text) -> str:
    return text.text.partition(" ")[0].casefold()


def _is_clause(segment: BlockFeatures, part: Part) -> bool:
    """Return whether a paragraph under a heading over several clauses is one of them."""
    return part is Part.CONTEXT or segment.action is not None


def _goes_on(host: Draft, segment: BlockFeatures, part: Part) -> bool:
    """Return whether a paragraph continues a clause: after a verb that stands alone, or under a printed number."""
    if segment.stance or segment.action:
        return _names_subject(host, part) and segment.begins_lower
    if host.printed is not None:
        return True
    last = host.last
    if host.items:
        return segment.begins_lower
    if last is None or last.is_sentence:
        return False
    is_lead_in = last.end not in CLAUSE_ENDS and (last.is_short(6) or segment.begins_lower)
    is_open = is_lead_in or (last.end == ":" and segment.begins_lower)
    return _is_led_to(host, last, segment) or (is_open and _opener(last, part) is not None)


def _is_led_to(host: Draft, last: BlockFeatures, segment: BlockFeatures) -> bool:
    """Return whether a clause that ends in a colon leads to a line: a value in its sentence, or quoted words."""
    if not (host.opener and host.paragraphs and host.paragraphs[0].text.endswith((":", "："))):
        return False
    return segment.begins_lower or (last.end in ":：" and segment.text.text.startswith(_QUOTES))


def _names_subject(host: Draft, part: Part) -> bool:
    """Return whether a clause is as yet only a line that says who acts, printed above its verb."""
    last = host.last
    is_line = last is not None and last.is_short() and last.end not in CLAUSE_ENDS and last.is_open
    return is_line and not host.items and host.printed is None and host.opener is None and part is not Part.ANNEX


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
    draft.opener = _opener(segment, part)


def _opener(segment: BlockFeatures, part: Part) -> OpeningPhrase | None:
    if part is Part.CONTEXT:
        return segment.stance or segment.opinion
    return segment.action or segment.stance if part is Part.RESOLUTION else None
