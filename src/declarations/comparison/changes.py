"""The changes from one declaration to another, in the order in which a person reads them."""

from __future__ import annotations

import enum
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence

import attrs

from declarations.arguments import check_arguments
from declarations.comparison.pairing import Entry, list_entries, pair_entries
from declarations.model import Clause, DateRange, Declaration, PartialDate
from declarations.model.declaration import CLAUSE_FIELDS
from declarations.text import Text

__all__ = ["Change", "ChangeKind", "compare"]

_PLAIN = (Text, PartialDate, DateRange)
_NOT_SAID = (*CLAUSE_FIELDS, "source")  # clauses are compared each; where a page was found is no part of what it says
_UNTOLD = ("id", "items")  # a name tells nothing of what is said; items are clauses of their own


class ChangeKind(enum.StrEnum):
    """What happened to a clause or to a fact."""

    ADDED = "added"
    """Only the new declaration has it."""
    REMOVED = "removed"
    """Only the old declaration had it."""
    MOVED = "moved"
    """The clause stands in another clause or part, or in another order among its neighbours."""
    CHANGED = "changed"
    """Both have it, and one of its fields differs."""


@attrs.frozen(kw_only=True)
class Change:
    """One change."""

    kind: ChangeKind
    """What happened."""
    field: str | None = None
    """The field of the declaration or clause that differs; None where a whole clause came, went or moved."""
    old_address: str | None = None
    """Address of the clause in the old declaration (see `Declaration.walk`); None for facts and what was added."""
    new_address: str | None = None
    """Address of the clause in the new declaration; None for facts and what was removed."""
    old: tuple[str, ...] = ()
    """What the old declaration says, one string for each value or paragraph."""
    new: tuple[str, ...] = ()
    """What the new one says. Where both are the same strings, only marks such as emphasis or links differ."""


@check_arguments
def compare(old: Declaration, new: Declaration) -> tuple[Change, ...]:
    """Return what changed from one declaration to another; nothing if they say the same.

    Facts come first, then clauses in the order of the new declaration, with those that went where they stood. A clause
    is recognized by its id or by its words, also where it was moved or reworded. Ids themselves are not compared, nor
    is the source, which is about the page. A clause that only stands after one that came or went has not moved. The
    work grows with the size of both.
    """
    facts = _compare_fields(old, new, skip=_NOT_SAID)
    return (*facts, *_compare_clauses(list_entries(old), list_entries(new)))


def _compare_fields(
    old: Declaration | Clause, new: Declaration | Clause, *, skip: Sequence[str], at: tuple[Entry, Entry] | None = None
) -> Iterator[Change]:
    for field in attrs.fields(type(old)):
        one, two = getattr(old, field.name), getattr(new, field.name)
        if field.name in skip or one == two:
            continue
        before, after = _tell_all(one), _tell_all(two)
        if before == after:
            before, after = _tell_all(one, wholly=True), _tell_all(two, wholly=True)
        kind = ChangeKind.CHANGED if before and after else ChangeKind.ADDED if after else ChangeKind.REMOVED
        old_address, new_address = (at[0].address, at[1].address) if at else (None, None)
        yield Change(
            kind=kind, field=field.name, old_address=old_address, new_address=new_address, old=before, new=after
        )


def _compare_clauses(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Change]:
    pairs = pair_entries(old, new)
    moved = _find_moved(old, new, pairs)
    gone = deque(sorted({entry.index for entry in old} - set(pairs.values())))
    for entry in new:
        partner = pairs.get(entry.index)
        reached = None if partner is None or entry.index in moved else partner
        while gone and _stood_before(old[gone[0]], entry, reached):
            yield _remove(old[gone.popleft()])
        if partner is None:
            yield Change(kind=ChangeKind.ADDED, new_address=entry.address, new=_tell_clause(entry.clause))
        else:
            yield from _compare_pair(old[partner], entry, is_moved=entry.index in moved)
    yield from (_remove(old[index]) for index in gone)


def _stood_before(entry: Entry, other: Entry, reached: int | None) -> bool:
    """Return whether a clause that went stood in an earlier part than another, or before what the other was."""
    is_earlier = CLAUSE_FIELDS.index(entry.part) < CLAUSE_FIELDS.index(other.part)
    return is_earlier or (entry.part == other.part and reached is not None and entry.index < reached)


def _compare_pair(old: Entry, new: Entry, *, is_moved: bool) -> Iterator[Change]:
    if is_moved:
        yield Change(
            kind=ChangeKind.MOVED,
            old_address=old.address,
            new_address=new.address,
            old=_tell_clause(old.clause),
            new=_tell_clause(new.clause),
        )
    yield from _compare_fields(old.clause, new.clause, skip=_UNTOLD, at=(old, new))


def _remove(entry: Entry) -> Change:
    return Change(kind=ChangeKind.REMOVED, old_address=entry.address, old=_tell_clause(entry.clause))


def _find_moved(old: Sequence[Entry], new: Sequence[Entry], pairs: dict[int, int]) -> set[int]:
    """Return the clauses that stand under another parent, or out of the order that most of their neighbours keep."""
    moved: set[int] = set()
    stayed: defaultdict[int | str, list[int]] = defaultdict(list)
    for entry in new:
        if entry.index in pairs:
            parent = pairs.get(entry.parent) if isinstance(entry.parent, int) else entry.parent
            if old[pairs[entry.index]].parent == parent:
                stayed[entry.parent].append(entry.index)
            else:
                moved.add(entry.index)
    for members in stayed.values():
        moved |= set(members) - _keep_order(members, pairs)
    return moved


def _keep_order(members: list[int], pairs: dict[int, int]) -> set[int]:
    """Return the most clauses that stand in the same order in both: the longest increasing run, by patience sorting."""
    tops: list[int] = []
    piles: list[int] = []
    below: dict[int, int | None] = {}
    for member in members:
        place = bisect_left(tops, pairs[member])
        below[member] = piles[place - 1] if place else None
        tops[place : place + 1], piles[place : place + 1] = [pairs[member]], [member]
    kept: set[int] = set()
    top = piles[-1] if piles else None
    while top is not None:
        kept.add(top)
        top = below[top]
    return kept


def _tell_clause(clause: Clause) -> tuple[str, ...]:
    """Return heading, paragraphs and tail, without the items; the label stands before the first of them."""
    lines = [text.text for text in (clause.heading, *clause.paragraphs, *clause.tail) if text]
    if clause.label:
        lines[:1] = [" ".join((clause.label.printed, *lines[:1]))]
    return tuple(lines)


def _tell_all(value: object, *, wholly: bool = False) -> tuple[str, ...]:
    """Return a value as strings: one for each member of a tuple, none for what is not there."""
    if value is None:
        return ()
    members = value if isinstance(value, tuple) else (value,)
    return tuple(_tell(member, wholly=wholly) for member in members)


def _tell(value: object, *, wholly: bool) -> str:
    """Return one value in a line: as it prints itself, else or `wholly` with the names of the fields that it has."""
    kind = type(value)
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, _PLAIN) or not attrs.has(kind) or not (wholly or kind.__str__ is object.__str__):
        return str(value)
    told = ((field.name, _tell_all(getattr(value, field.name), wholly=wholly)) for field in attrs.fields(kind))
    return "; ".join(f"{name}: {', '.join(words)}" for name, words in told if words)
