"""Which clause of one declaration is which of another: by id, by words, by likeness, by place.

Each step takes the clauses that the steps before left. Likeness is counted in runs of four characters, so that it
needs no words and holds in every script; runs that many clauses have tell nothing and are left out, which also
keeps the work linear in the size of both declarations.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

import attrs

from declarations.model import Clause, Declaration
from declarations.model.places import Place, list_places

__all__ = ["Entry", "list_entries", "pair_entries"]

_RUN = 4  # characters
_COMMON = 20  # clauses that may share a run before it tells nothing
_ALIKE = 0.3  # share of the telling runs of two clauses that both have


@attrs.frozen(kw_only=True)
class Entry:
    """A clause with where it stands."""

    index: int
    """Its number in the order of the document."""
    place: Place
    """Where it stands in the declaration."""
    clause: Clause
    """The clause."""
    parent: int | str
    """Number of the clause that holds it; the name of the part if none does."""

    @property
    def address(self) -> str:
        """Its address in the declaration."""
        return self.place.address

    @property
    def part(self) -> str:
        """The field of the declaration that holds it."""
        return self.place.part

    @property
    def words(self) -> str:
        """Its own words without those of its items, folded; empty if it has none."""
        clause = self.clause
        lines = [clause.heading.text] if clause.heading else []
        lines += [text.text for text in (*clause.paragraphs, *clause.tail)]
        return " ".join(" ".join(lines).casefold().split())


def list_entries(declaration: Declaration) -> list[Entry]:
    """Return every clause in document order, those that hold others first."""
    return [
        Entry(
            index=place.number,
            place=place,
            clause=place.clause,
            parent=place.part if place.parent is None else place.parent.number,
        )
        for place in list_places(declaration)
    ]


def pair_entries(old: Sequence[Entry], new: Sequence[Entry]) -> dict[int, int]:
    """Return for the number of each new clause that of the old clause it continues; none for those that came."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for step in (_pair_ids, _pair_words, _pair_alike, _pair_places):
        left_old = [entry for entry in old if entry.index not in taken]
        left_new = [entry for entry in new if entry.index not in pairs]
        for one, two in step(left_old, left_new, pairs):
            if one not in taken and two not in pairs:
                taken.add(one)
                pairs[two] = one
    return pairs


def _pair_ids(old: list[Entry], new: list[Entry], _: dict[int, int]) -> Iterator[tuple[int, int]]:
    yield from _match(old, new, lambda entry: entry.clause.id)


def _pair_words(old: list[Entry], new: list[Entry], _: dict[int, int]) -> Iterator[tuple[int, int]]:
    yield from _match(old, new, lambda entry: entry.words or None)


def _match(old: list[Entry], new: list[Entry], key: Callable[[Entry], Hashable]) -> Iterator[tuple[int, int]]:
    """Pair those with one key in their order; those without a key have no pair."""
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for entry in old:
        waiting[key(entry)].append(entry.index)
    for entry in new:
        if (name := key(entry)) is not None and waiting[name]:
            yield waiting[name].popleft(), entry.index


def _pair_alike(old: list[Entry], new: list[Entry], _: dict[int, int]) -> list[tuple[int, int]]:
    """Pair clauses by how much of their words they share, the most alike first."""
    olds, news = ({entry.index: _cut(entry.words) for entry in entries} for entries in (old, new))
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, runs in olds.items():
        for run in runs:
            holders[run].append(index)
    uses = Counter(run for runs in news.values() for run in runs)
    telling = {run for run in uses.keys() | holders.keys() if max(uses[run], len(holders.get(run, ()))) <= _COMMON}
    sizes = {index: len(runs & telling) for index, runs in olds.items()}
    scored = []
    for two, runs in news.items():
        told = runs & telling
        shared = Counter(one for run in told for one in holders.get(run, ()))
        for one, number in shared.items():
            score = 2 * number / (sizes[one] + len(told))
            if score >= _ALIKE:
                scored.append((-score, abs(one - two), one, two))
    return [(one, two) for _, _, one, two in sorted(scored)]


def _cut(words: str) -> frozenset[str]:
    """Cut words into overlapping runs of characters."""
    return frozenset(words[start : start + _RUN] for start in range(max(len(words) - _RUN + 1, 1))) - {""}


def _pair_places(old: list[Entry], new: list[Entry], pairs: dict[int, int]) -> Iterable[tuple[int, int]]:
    """Pair clauses without words of their own by label, inside clauses that are a pair; those above come first."""
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for entry in old:
        if not entry.words:
            waiting[entry.parent, _label(entry)].append(entry.index)
    for entry in new:
        parent = pairs.get(entry.parent) if isinstance(entry.parent, int) else entry.parent
        if not entry.words and (found := waiting[parent, _label(entry)]):
            yield found.popleft(), entry.index


def _label(entry: Entry) -> str:
    return entry.clause.label.printed if entry.clause.label else ""
