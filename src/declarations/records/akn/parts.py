"""What a document of Akoma Ntoso is made of on its way to a declaration, and how clauses are built of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeAlias, cast

import attrs

from declarations.model import Clause, Label
from declarations.records.akn.habits import settle_clauses
from declarations.text import Text

__all__ = ["Group", "Heading", "Named", "Part", "Tail", "build_clause", "build_clauses", "flatten", "unfold"]


@attrs.frozen
class Tail:
    """A paragraph after the items of a clause."""

    text: Text
    """What it says."""


@attrs.frozen
class Heading:
    """A heading that stands by itself."""

    text: Text
    """What it says."""
    refers: str = ""
    """What it refers to, as `#preamble`."""


@attrs.frozen
class Group:
    """What a list holds: words before, clauses, words after."""

    parts: tuple[Part, ...]
    """In order."""


@attrs.frozen
class Named:
    """What an element with a name of its own holds: a formula, a container, a block."""

    tag: str
    """Which element."""
    name: str
    """How it is named."""
    parts: tuple[Part, ...]
    """What it holds."""


Part: TypeAlias = Text | Clause | Tail | Heading | Group | Named


def unfold(parts: Iterable[Part]) -> Iterator[Text | Clause | Tail | Heading | Group]:
    """Take what is named out of its names."""
    rest = deque(parts)
    while rest:
        part = rest.popleft()
        if isinstance(part, Named):
            rest.extendleft(reversed(part.parts))
        else:
            yield part


@attrs.define
class _Draft:
    """A clause that is being built: paragraphs, items, and words of which it is not known yet what they are."""

    paragraphs: list[Text] = attrs.Factory(list)
    items: list[Clause] = attrs.Factory(list)
    tail: list[Text] = attrs.Factory(list)
    closed: int = 0
    """How many texts of the tail belong to what is before them for sure."""

    def add_text(self, text: Text) -> None:
        """Add words, after the items if there are any."""
        (self.tail if self.items or self.tail else self.paragraphs).append(text)

    def add_item(self, item: Clause | None) -> None:
        """Add an item; words between two items are an item too."""
        if self.tail and self.items:
            self.items.append(Clause(paragraphs=self.tail))
        else:
            self.paragraphs += self.tail
        self.tail, self.closed = [], 0
        if item:
            self.items.append(item)

    @property
    def is_open(self) -> bool:
        """Whether the last item may hold a list that stands after it: it has a number, and nothing after its words."""
        last = self.items[-1] if self.items else None
        return last is not None and not self.tail and last.label is not None and not (last.items or last.tail)

    def extend_item(self, group: Group) -> None:
        """Give the last item the list that stands after it, as AKN4UN writes a `sublist`."""
        inner = _draft([group], counting=True)
        last = self.items[-1]
        paragraphs = [*last.paragraphs, *inner.paragraphs]
        self.items[-1] = attrs.evolve(last, paragraphs=paragraphs, items=settle_clauses(inner.items), tail=inner.tail)


def _draft(parts: Iterable[Part], *, counting: bool) -> _Draft:
    draft = _Draft()
    rest = deque(unfold(parts))
    while rest:
        part = rest.popleft()
        if isinstance(part, Text):
            draft.add_text(part)
        elif isinstance(part, Tail):
            draft.tail.append(part.text)
            draft.closed = len(draft.tail)
        elif isinstance(part, Group) and not (draft.items or draft.tail):
            rest.extendleft(reversed(tuple(unfold(part.parts))))
        elif isinstance(part, Group) and counting and draft.is_open and _holds_clauses(part):
            draft.extend_item(part)
        elif isinstance(part, Group):
            before, draft.tail = draft.tail[draft.closed :], draft.tail[: draft.closed]
            draft.add_item(build_clause([*before, *part.parts], counting=counting))
        else:
            draft.add_item(Clause(heading=part.text) if isinstance(part, Heading) else part)
    return draft


def _holds_clauses(group: Group) -> bool:
    return any(isinstance(part, Clause) for part in unfold(group.parts))


def build_clause(
    parts: Collection[Part],
    *,
    label: Label | None = None,
    heading: Text | None = None,
    counting: bool = False,
    **facts: Any,
) -> Clause | None:
    """Build a clause: paragraphs up to the first clause, items, and a tail after the last one; None of nothing.

    The first list belongs to the clause itself; one after it is an item, with the words before it. `counting` says
    that the numbers of items are only printed, and have to be understood.
    """
    if {*map(type, parts)} == {Text}:  # as nearly all clauses
        return Clause(label=label, heading=heading, paragraphs=cast("Collection[Text]", parts), **facts)
    draft = _draft(parts, counting=counting)
    if not (label or heading is not None or draft.paragraphs or draft.items or draft.tail):
        return None
    items = settle_clauses(draft.items) if counting else draft.items
    return Clause(label=label, heading=heading, paragraphs=draft.paragraphs, items=items, tail=draft.tail, **facts)


def build_clauses(parts: Iterable[Part], *, counting: bool = False) -> tuple[Clause, ...]:
    """Build the clauses of a part of the document: every paragraph is one; a list belongs to the words before it."""
    clauses: list[Clause] = []
    lead: Text | None = None  # words that stand right before
    rest = deque(unfold(parts))
    while rest:
        part = rest.popleft()
        if isinstance(part, Group) and counting and not clauses and _is_bare(part):
            rest.extendleft(reversed(tuple(unfold(part.parts))))
            continue
        if isinstance(part, Group):
            led = lead is not None and not isinstance(next(unfold(part.parts), None), Text)
            made = build_clause([*([clauses.pop().paragraphs[0]] if led else ()), *part.parts], counting=counting)
        elif isinstance(part, Text | Tail):
            made = Clause(paragraphs=[part if isinstance(part, Text) else part.text])
        else:
            made = Clause(heading=part.text) if isinstance(part, Heading) else part
        lead = part if isinstance(part, Text) else None
        if made:
            clauses.append(made)
    return settle_clauses(clauses) if counting else tuple(clauses)


def _is_bare(group: Group) -> bool:
    """Return whether a list that nothing introduces holds clauses only: then they stand for themselves."""
    return all(isinstance(part, Clause) for part in unfold(group.parts))


def flatten(parts: Iterable[Part]) -> Iterator[Text]:
    """Yield all words as paragraphs, numbers and headings too; a stack instead of recursion bears any depth."""
    rest: deque[Part | Label] = deque(parts)
    while rest:
        part = rest.popleft()
        if isinstance(part, Text):
            yield part
        elif isinstance(part, Tail | Heading):
            yield part.text
        elif isinstance(part, Group | Named):
            rest.extendleft(reversed(part.parts))
        elif isinstance(part, Label):
            yield Text(part.printed)
        else:
            head = [one for one in (part.label, part.heading) if one is not None]
            rest.extendleft(reversed([*head, *part.paragraphs, *part.items, *part.tail]))
