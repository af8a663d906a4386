"""The clause: one recursive shape for context paragraphs, resolutions, their items, and annexes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from math import inf
from operator import attrgetter, is_
from typing import TYPE_CHECKING, Any

import attrs

from declarations.errors import ValidationError
from declarations.model.vocabulary import Action, LabelStyle, Stance, to_action, to_label_style, to_stance
from declarations.text import Text, shorten, to_optional_text, to_texts
from declarations.validation import LARGEST_INTEGER, check_id, check_instance, check_integer, check_string, to_tuple

if TYPE_CHECKING:
    from hashlib import blake2b

__all__ = ["Clause", "ClauseNames", "Label"]


@attrs.frozen(repr=False)
class Label:
    """The number or letter before a clause: as printed, and what it counts."""

    printed: str
    """Verbatim: `1.`, `(a)`, `Article 3`, `第三条`."""
    ordinal: int | None = attrs.field(default=None, kw_only=True)
    """The place it gives in its series, counted from 1; of `1.2.3` the last, 3. None if not known."""
    style: LabelStyle = attrs.field(default=LabelStyle.OTHER, kw_only=True, converter=to_label_style)
    """How it counts."""

    def __attrs_post_init__(self) -> None:
        printed, ordinal = self.printed, self.ordinal
        if not (type(printed) is str and printed.isprintable() and printed.strip()):  # nearly all pass at once
            check_string(printed, "label")
        if ordinal is not None and not (type(ordinal) is int and 0 <= ordinal <= LARGEST_INTEGER):
            check_integer(ordinal, "ordinal of a label", 0, LARGEST_INTEGER)

    def __str__(self) -> str:
        return self.printed

    def __repr__(self) -> str:
        return f"Label({self.printed!r}, ordinal={self.ordinal}, style={self.style.value!r})"


def to_clauses(values: Iterable[Clause]) -> tuple[Clause, ...]:
    """Take any iterable of clauses."""
    return to_tuple(Clause, values)


@attrs.frozen(kw_only=True, repr=False)
class Clause:
    """A paragraph of context, a resolution, an item of one, a group under a heading, or an annex.

    Its parts come in this order: label, heading, paragraphs, items, tail. Raises `ValidationError` when
    it holds nothing at all. Clauses may be nested to any depth: they are compared, hashed, copied and pickled without
    recursion.
    """

    id: str | None = None
    """Name that stays when the clause moves or is reworded; see `Declaration.with_ids`."""
    label: Label | None = None
    """Printed number or letter; None for an unnumbered clause. Never made up, never renumbered."""
    heading: Text | None = attrs.field(default=None, converter=to_optional_text)
    """Words printed above it, without the label."""
    paragraphs: tuple[Text, ...] = attrs.field(default=(), converter=to_texts)
    """Its own paragraphs, before its items."""
    items: tuple[Clause, ...] = attrs.field(default=(), converter=to_clauses)
    """Clauses inside it, in order."""
    tail: tuple[Text, ...] = attrs.field(default=(), converter=to_texts)
    """Paragraphs after the items that belong to the whole clause (Akoma Ntoso: `wrapUp`)."""
    phrase: str | None = None
    """The opener of a context clause or the verb of a resolution, as printed: `strongly condemns`."""
    stance: Stance | None = attrs.field(default=None, converter=to_stance)
    """The class of the phrase in a context clause."""
    action: Action | None = attrs.field(default=None, converter=to_action)
    """The class of the phrase in a resolution."""

    def __attrs_post_init__(self) -> None:
        if not (self.paragraphs or self.label or self.items or self.heading or self.tail):
            raise ValidationError("a clause needs a label, a heading, a paragraph or an item")
        if self.id is not None:
            check_id(self.id, "id of a clause")
        if self.label is not None and type(self.label) is not Label:
            check_instance(self.label, Label, "label of a clause")
        phrase = self.phrase
        if phrase is not None and not (
            type(phrase) is str and phrase.isprintable() and phrase and not phrase.isspace()
        ):
            check_string(phrase, "phrase of a clause")

    @property
    def text(self) -> str:
        """Its words in reading order, one paragraph a line, items included, labels and headings not."""
        return "\n".join(_lines(self))

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        stack: list[tuple[Any, Any]] = [(self, other)]
        while stack:
            one, two = stack.pop()
            if one is two:
                continue
            if one.__class__ is not two.__class__ or _own(one) != _own(two) or len(one.items) != len(two.items):
                return False
            if one.items:
                stack += zip(one.items, two.items, strict=True)
        return True

    def __hash__(self) -> int:
        return hash(tuple([(*_own(clause), len(clause.items)) for clause in list_clauses([self])]))

    def __copy__(self) -> Clause:
        return self  # as of every immutable value

    def __deepcopy__(self, _: object) -> Clause:
        return self

    def __reduce__(self) -> tuple[Callable[..., Clause], tuple[object, ...]]:
        rows = [(*_own(clause), len(clause.items)) for clause in list_clauses([self])]
        return _rebuild, (rows,)

    def __repr__(self) -> str:
        head = " ".join(str(part) for part in (self.label, self.heading) if part)
        parts = [repr(head)] if head else []
        if words := self.text:
            parts.append(repr(shorten(words)))
        if self.items:
            parts.append(f"{len(self.items)} items")
        return f"Clause({', '.join(parts)})"


_NAMED = 50  # levels of items whose words give a clause its id
_OWN = ("id", "label", "heading", "paragraphs", "tail", "phrase", "stance", "action")  # all fields but the items
_own: Callable[[Clause], tuple[Any, ...]] = attrgetter(*_OWN)


def list_clauses(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """Yield clauses in document order, each before its items; a stack instead of recursion bears any depth."""
    stack = [*clauses][::-1]
    while stack:
        clause = stack.pop()
        yield clause
        if clause.items:
            stack += clause.items[::-1]


def _rebuild(rows: list[tuple[Any, ...]]) -> Clause:
    """Make a clause of the fields and the number of items of each clause in it, in document order."""
    made: list[Clause] = []
    for *own, count in reversed(rows):
        items = [made.pop() for _ in range(count)]
        made.append(Clause(items=items, **dict(zip(_OWN, own, strict=True))))
    return made.pop()


def _lines(clause: Clause, deepest: float = inf) -> Iterator[str]:
    """Yield paragraphs in reading order, of items no deeper than wanted; a stack keeps it linear at any depth."""
    stack: list[tuple[Clause | Text, int]] = [(clause, 0)]
    while stack:
        part, depth = stack.pop()
        if isinstance(part, Text):
            yield part.text
        else:
            stack += [(text, depth) for text in part.tail[::-1]]
            if depth < deepest:
                stack += [(item, depth + 1) for item in part.items[::-1]]
            stack += [(text, depth) for text in part.paragraphs[::-1]]


class ClauseNames:
    """Ids for the clauses of one declaration that have none: each is made of words, and given once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {*taken}
        self._counts: Counter[str] = Counter()

    def find(self, clause: Clause) -> str:
        """Return an id made of the words of a clause, and not of its number or place.

        Items that stand in it more than `_NAMED` levels deep do not count, so that naming clauses takes linear time.
        """
        return self.make(clause.label, clause.heading, _lines(clause, _NAMED))

    def make(self, label: Label | None, heading: Text | None, lines: Iterable[str]) -> str:
        """Return an id made of a heading and the lines of the text; of the label if there are none."""
        text = "\n".join(lines)
        words = f"{heading.text if heading else ''}\n{text}" if heading or text else label.printed if label else ""
        wanted = "c-" + _blake2b()(" ".join(words.split()).encode(), digest_size=5).hexdigest()
        while True:
            self._counts[wanted] += 1
            free = wanted if self._counts[wanted] == 1 else f"{wanted}-{self._counts[wanted]}"
            if free not in self._taken:
                self._taken.add(free)
                return free


@cache
def _blake2b() -> type[blake2b]:
    """Return the hash function that makes ids; it loads OpenSSL, which nothing else needs."""
    from hashlib import blake2b  # noqa: PLC0415

    return blake2b


def rename_clauses(clauses: Iterable[Clause], name: Callable[[Clause], str]) -> tuple[Clause, ...]:
    """Return clauses with the ids that `name` gives them, items first; those that have theirs are the same objects."""
    done: list[list[Clause]] = [[]]  # for every clause that is open the items that are finished
    stack = [(clause, False) for clause in clauses][::-1]
    while stack:
        clause, is_complete = stack.pop()
        if not is_complete:
            done.append([])
            stack.append((clause, True))
            stack += [(item, False) for item in clause.items[::-1]]
            continue
        items, wanted = done.pop(), name(clause)
        is_same = wanted == clause.id and all(map(is_, items, clause.items))
        done[-1].append(clause if is_same else rename_clause(clause, wanted, items))
    return tuple(done.pop())


def rename_clause(clause: Clause, name: str, items: Iterable[Clause]) -> Clause:
    """Return the clause with another id and other items; written out, since `attrs.evolve` is many times slower."""
    return Clause(
        id=name,
        label=clause.label,
        heading=clause.heading,
        paragraphs=clause.paragraphs,
        items=items,
        tail=clause.tail,
        phrase=clause.phrase,
        stance=clause.stance,
        action=clause.action,
    )
