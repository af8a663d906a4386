"""Sixth step: the blocks of a part become clauses, with labels, headings, items and tails."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import zip_longest

from declarations.blocks import BlockKind
from declarations.model import Clause
from declarations.recognition.build.drafts import ACTIONS, FLOOR, Draft, finish_drafts
from declarations.recognition.build.series import find_level, starts_series, tell_shape
from declarations.recognition.decide.headings import RunHead
from declarations.recognition.features.blockfeatures import Sight
from declarations.recognition.features.headlines import is_emphasized
from declarations.recognition.features.openings import Opener
from declarations.recognition.reading import Part
from declarations.scripts import CLAUSE_ENDS, count_words
from declarations.text import Text

__all__ = ["build_clauses"]


_HEAD_LEVEL = 7  # numbered headings that are no marked headings stand below all that are
_ENDS = ",;，；،؛"
_DEEPEST = 50  # levels of clauses; loaders take 200, so that every outcome can be written and read back
_TITLE = 8  # words of the title of an article or a group
_QUOTES = ("«", "“", "„", "”", "‹", "「", "『", '"')


def build_clauses(
    sights: Sequence[Sight], part: Part, runs: Mapping[int, RunHead], followers: Container[int] = ()
) -> tuple[Clause, ...]:
    """Turn the blocks of one part, in order, into clauses; `followers` are blocks that cannot stand alone."""
    root = Draft(level=-1)
    path = [root]
    for sight, following in zip_longest(sights, sights[1:]):
        _place(sight, following, part, runs, path, is_lead=sight.index not in followers)
    return tuple(finish_drafts(root.items, part))


def _place(
    sight: Sight,
    following: Sight | None,
    part: Part,
    runs: Mapping[int, RunHead],
    path: list[Draft],
    *,
    is_lead: bool,
) -> None:
    """Put one block where it belongs; `path` leads from the root to the clause that is open."""
    kind = sight.block.kind
    if _names_article(sight, following, runs, path[-1]):
        path[-1].heading = sight.text
    elif kind is BlockKind.HEADING or sight.index in runs or _heads_group(sight, following, part):
        _open_headed(sight, runs.get(sight.index), path)
    elif kind is BlockKind.ROW:
        _add_row(sight, path)
    elif kind is BlockKind.ITEM:
        _open_item(sight, part, path, is_lead=is_lead)
    elif sight.enumerator:
        _open_numbered(sight, part, path, is_lead=is_lead)
    elif sight.block.depth:
        _continue_item(sight, path)
    else:
        _add_paragraph(sight, part, path, is_lead=is_lead)


def _names_article(sight: Sight, following: Sight | None, runs: Mapping[int, RunHead], host: Draft) -> bool:
    """Whether a line is the title of the article whose number stands on the line above."""
    is_fresh = host.is_headed and host.label and not (host.heading or host.paragraphs or host.items)
    is_line = sight.block.kind is BlockKind.PARAGRAPH and sight.is_short(_TITLE) and sight.end.isalnum()
    leads = following is not None and following.index not in runs and following.block.kind is not BlockKind.HEADING
    return bool(is_fresh and is_line and leads and not sight.marker and not sight.action)


def _heads_group(sight: Sight, following: Sight | None, part: Part) -> bool:
    """Whether a line stands over some clauses: a header of context, or a short line before a numbered clause."""
    if sight.block.kind is not BlockKind.PARAGRAPH or sight.block.depth or sight.enumerator:
        return False
    if (sight.heads == "context" and part is Part.CONTEXT) or (sight.heads and part is Part.ANNEX):
        return True
    if part is not Part.RESOLUTION or sight.action or sight.stance or not sight.is_short(_TITLE):
        return False
    is_line = sight.end.isalnum() and not sight.begins_small
    return is_line and following is not None and (bool(following.marker) or is_emphasized(sight.block))


def _open(draft: Draft, sight: Sight, path: list[Draft]) -> None:
    """Begin a clause in the one that it belongs to; what would stand deeper than any is beside the deepest."""
    while path[-1].level >= draft.level or len(path) > _DEEPEST:
        path.pop()
    path[-1].items.append(draft)
    draft.last = sight
    path.append(draft)


def _open_headed(sight: Sight, head: RunHead | None, path: list[Draft]) -> None:
    text = sight.block.text
    is_heading = sight.block.kind is BlockKind.HEADING
    level = sight.block.level if is_heading else _HEAD_LEVEL
    heading = text[head.end :].strip() if head else text
    ends = sight.is_sentence or sight.end in CLAUSE_ENDS
    tells = bool(head and not is_heading and ends and count_words(heading.text) > 1)
    draft = Draft(
        level=level,
        is_headed=True,
        is_section=head is None or head.is_section,
        label=head.label if head else None,
        printed=None if head else sight.block.marker,  # of a heading in an item
        heading=heading if heading and not tells else None,
        paragraphs=[heading] if tells else [],  # `Art. 2 – The fees are due in May.`
    )
    _open(draft, sight, path)


def _open_item(sight: Sight, part: Part, path: list[Draft], *, is_lead: bool) -> None:
    """An item of a list: inside the clause that leads to the list, else a clause of its own."""
    begins = (is_lead or _turns(sight, path[-1])) and _begins_anew(sight, path[-1], part)
    if begins or len(path) == 1:
        path[0].indent = sight.block.depth - 1
    depth = max(sight.block.depth - path[0].indent, 1)
    level = FLOOR + 10 * depth + 5
    while path[-1].level >= level:
        path.pop()
    host = path[-1]
    if depth == 1 and (begins or not (_leads_to_list(host) or _subdivides(sight, host))):
        while path[-1].level >= FLOOR:
            path.pop()
    if path[-1].tail:  # a paragraph between two lists leads to the second
        path[-1].finish_tables()
        lead = Draft(level=level - 4, paragraphs=[path[-1].tail.pop()])
        _open(lead, sight, path)
    draft = Draft(level=level, printed=sight.marker)
    _open(draft, sight, path)
    _fill(draft, sight, sight.text, part)


def _turns(sight: Sight, host: Draft) -> bool:
    """Whether a block with a verb stands behind a clause that opens like a context paragraph."""
    return sight.action is not None and host.opener is not None and host.opener.meaning not in ACTIONS


def _begins_anew(sight: Sight, host: Draft, part: Part) -> bool:
    """Whether a block opens as the clause before it does, whose sentence is not bare."""
    own = _opener(sight, part)
    if own is None or host.opener is None:
        return False
    return _turns(sight, host) or not (host.last is not None and host.last.is_bare)


def _leads_to_list(host: Draft) -> bool:
    """Whether a list after a clause is its own: under a heading, after another item, or an open sentence."""
    if host.is_headed or host.items or host.level > FLOOR + 5:
        return True
    return host.last is not None and host.last.is_open


def _subdivides(sight: Sight, host: Draft) -> bool:
    """Whether a list begins to count inside a numbered clause, as `(a)` and `1.1.` below `1.`."""
    if host.printed is None or sight.marker is None or tell_shape(sight.marker) == tell_shape(host.printed):
        return False
    return starts_series(sight.marker)


def _continue_item(sight: Sight, path: list[Draft]) -> None:
    """A further paragraph of the item that is open at its depth."""
    level = FLOOR + 10 * max(sight.block.depth - path[0].indent, 1) + 5
    while path[-1].level > level:
        path.pop()
    if len(path) == 1:
        _open(Draft(level=level), sight, path)
    _append(path[-1], sight, sight.text)


def _open_numbered(sight: Sight, part: Part, path: list[Draft], *, is_lead: bool) -> None:
    """A paragraph with a printed number: it goes on a series that is open, or begins one inside."""
    printed = sight.enumerator.printed if sight.enumerator else ""
    begins = (is_lead or _turns(sight, path[-1])) and path[-1].printed is None and _begins_anew(sight, path[-1], part)
    level = FLOOR + 1 if begins else find_level(printed, path)
    draft = Draft(level=level, printed=printed, ordinal=sight.enumerator.ordinal if sight.enumerator else None)
    _open(draft, sight, path)
    _fill(draft, sight, sight.text, part)


def _add_paragraph(sight: Sight, part: Part, path: list[Draft], *, is_lead: bool) -> None:
    """A paragraph without a number: more of the open clause, its tail, or a clause of its own."""
    host = path[-1]
    if any(draft.is_headed for draft in path):
        while not path[-1].is_headed:
            path.pop()
        if (sight.stance and path[-1].is_section) or (path[-1].label is None and _is_clause(sight, part)):
            draft = Draft(level=FLOOR + 1)
            _open(draft, sight, path)
            _fill(draft, sight, sight.text, part)
            return
        _append(path[-1], sight, sight.text)
        if not path[-1].opener:
            path[-1].opener = _opener(sight, part)
        return
    if len(path) > 1 and path[1].printed and path[1].level > FLOOR + 1 and _goes_on(path[1], sight, part):
        del path[2:]
        _append(path[1], sight, sight.text)
        return
    while path[-1].level > FLOOR + 1:  # out of items, to the clause that holds them
        path.pop()
    host = path[-1]
    goes_on = (sight.begins_small and not is_lead and not _begins_alike(host, sight)) or _goes_on(host, sight, part)
    if host.level == FLOOR + 1 and goes_on:
        _append(host, sight, sight.text)
        host.opener = host.opener or _opener(sight, part)
        return
    draft = Draft(level=FLOOR + 1)
    _open(draft, sight, path)
    _fill(draft, sight, sight.text, part)


def _begins_alike(host: Draft, sight: Sight) -> bool:
    """Whether a paragraph begins with the word of the open clause, whose sentence part has ended: `that …; that …`."""
    if host.last is None or host.last.end not in _ENDS or not host.paragraphs:
        return False
    return _find_first_word(host.paragraphs[0]) == _find_first_word(sight.text)


def _find_first_word(text: Text) -> str:
    return text.text.partition(" ")[0].casefold()


def _is_clause(sight: Sight, part: Part) -> bool:
    """Whether a paragraph under a heading over several clauses is one of them."""
    return part is Part.CONTEXT or sight.action is not None


def _goes_on(host: Draft, sight: Sight, part: Part) -> bool:
    """Whether a paragraph continues a clause: after a verb that stands alone, or under a printed number."""
    if sight.stance or sight.action:
        return _names_subject(host, part) and sight.begins_small
    if host.printed is not None:
        return True
    last = host.last
    if host.items:
        return sight.begins_small
    if last is None or last.is_sentence:
        return False
    is_lead_in = last.end not in CLAUSE_ENDS and (last.is_short(6) or sight.begins_small)
    is_open = is_lead_in or (last.end == ":" and sight.begins_small)
    return _is_led_to(host, last, sight) or (is_open and _opener(last, part) is not None)


def _is_led_to(host: Draft, last: Sight, sight: Sight) -> bool:
    """Whether a clause that ends in a colon leads to a line: a value, while the sentence goes on, or quoted words."""
    if not (host.opener and host.paragraphs and host.paragraphs[0].text.endswith((":", "："))):
        return False
    return sight.begins_small or (last.end in ":：" and sight.text.text.startswith(_QUOTES))


def _names_subject(host: Draft, part: Part) -> bool:
    """Whether a clause is as yet only a line that says who acts, printed above its verb."""
    last = host.last
    is_line = last is not None and last.is_short() and last.end not in CLAUSE_ENDS and last.is_open
    return is_line and not host.items and host.printed is None and host.opener is None and part is not Part.ANNEX


def _add_row(sight: Sight, path: list[Draft]) -> None:
    """Rows of one table become one paragraph: a line a row, marked as a table."""
    if len(path) == 1:
        _open(Draft(level=FLOOR + 1), sight, path)
    host = path[-1]
    texts = host.tail if host.items else host.paragraphs
    goes_on = host.last is not None and host.last is not sight and host.last.block.kind is BlockKind.ROW
    host.add_row(texts, sight.block.text, goes_on=goes_on and bool(texts))
    host.last = sight


def _append(host: Draft, sight: Sight, text: Text) -> None:
    (host.tail if host.items else host.paragraphs).append(text)
    host.last = sight


def _fill(draft: Draft, sight: Sight, text: Text, part: Part) -> None:
    if text:  # an item may hold nothing but a list
        draft.paragraphs.append(text)
    draft.opener = _opener(sight, part)


def _opener(sight: Sight, part: Part) -> Opener | None:
    if part is Part.CONTEXT:
        return sight.stance or sight.view
    return sight.action or sight.stance if part is Part.RESOLUTION else None
