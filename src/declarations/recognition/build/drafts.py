"""Clauses that are being filled, and how they become clauses of the model."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from declarations.language.labels import make_labels
from declarations.model import Action, Clause, Label, LabelStyle
from declarations.model.clauses import ClauseNames
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.features.openings import OpeningPhrase
from declarations.recognition.reading import Part
from declarations.text import Mark, MarkKind, Text

__all__ = ["ACTIONS", "FLOOR", "Draft", "finish_drafts"]

ACTIONS = frozenset(Action)

FLOOR = 100
"""Levels of list items begin here, below all headings."""


@attrs.define
class Rows:
    """The rows of one table; they are joined once, when all are there."""

    texts: list[Text]
    """The texts of a clause among which it stands."""
    place: int
    """Where it stands in them."""
    rows: list[Text]

    def ends(self, texts: list[Text]) -> bool:
        """Return whether it is the last of some texts."""
        return self.texts is texts and self.place == len(texts) - 1

    def join(self) -> Text:
        """Make one text of the rows."""
        joined = Text.join(self.rows)
        return Text(joined.text, [*joined.marks, Mark(0, len(joined), MarkKind.TABLE)]) if joined.text else joined


@attrs.define(kw_only=True)
class Draft:
    """A clause that is being filled."""

    indent: int = 0
    """Of the root: how many lists the outermost items of the series stand in that are no part of it."""
    level: int
    """How deep it stands: headings by their level, then list items by depth and series."""
    is_headed: bool = False
    is_section: bool = False
    """Whether its heading stands over clauses of their own, and is no article."""
    printed: str | None = None
    list_number: int = 0
    """Which list of the page it is an item of; 0 for none."""
    ordinal: int | None = None
    """What that counts, where it does so in a word."""
    label: Label | None = None
    heading: Text | None = None
    paragraphs: list[Text] = attrs.field(factory=list)
    items: list[Draft] = attrs.field(factory=list)
    tail: list[Text] = attrs.field(factory=list)
    opener: OpeningPhrase | None = None
    last: BlockFeatures | None = None
    """The block that was added last."""
    tables: list[Rows] = attrs.field(factory=list)
    """The tables among its texts, of which only the first rows stand there as yet."""

    def add_row(self, texts: list[Text], row: Text, *, goes_on: bool) -> None:
        """Add a row to the table that ends some texts of the clause, or begin one with it."""
        if goes_on and self.tables and self.tables[-1].ends(texts):
            self.tables[-1].rows.append(row)
            return
        before = [texts.pop()] if goes_on else []
        texts.append(row)
        self.tables.append(Rows(texts, len(texts) - 1, [*before, row]))

    def finish_tables(self) -> None:
        """Put the tables where their first rows stand: a line a row, marked as a table."""
        for table in self.tables:
            table.texts[table.place] = table.join()
        self.tables.clear()


def _takes_stance(draft: Draft, part: Part) -> bool:
    """Return whether the phrase of a clause is that of a context paragraph, as in the preamble of a section."""
    return part is Part.CONTEXT or (draft.opener is not None and draft.opener.meaning not in ACTIONS)


def finish_drafts(drafts: Sequence[Draft], part: Part, names: ClauseNames) -> tuple[list[Clause], list[str]]:
    """Make the clauses of one level, and their lines; neighbours decide together what their numbers count."""
    printed = [draft.printed for draft in drafts if draft.printed]
    labels = iter(make_labels(printed) if printed else ())
    clauses: list[Clause] = []
    lines: list[str] = []
    for draft in drafts:
        label = next(labels) if draft.printed else draft.label
        if label and label.ordinal is None and draft.ordinal:
            label = attrs.evolve(label, ordinal=draft.ordinal, style=LabelStyle.WORDS)
        draft.finish_tables()
        items, inner = finish_drafts(draft.items, part, names) if draft.items else ((), ())
        own = [*(one.text for one in draft.paragraphs), *inner, *(one.text for one in draft.tail)]
        lines += own
        clauses.append(_finish(draft, label, items, part, names.make(label, draft.heading, own)))
    return clauses, lines


def _finish(draft: Draft, label: Label | None, items: Sequence[Clause], part: Part, id: str) -> Clause:
    opener, takes_stance = draft.opener, _takes_stance(draft, part)
    return Clause(
        id=id,
        label=label,
        heading=draft.heading,
        paragraphs=draft.paragraphs,
        items=items,
        tail=draft.tail,
        phrase=opener.phrase if opener else None,
        stance=opener.meaning if opener and takes_stance else None,
        action=opener.meaning if opener and part is Part.RESOLUTION and not takes_stance else None,
    )
