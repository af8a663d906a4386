"""Clauses as elements of Akoma Ntoso: recitals in the preamble, paragraphs in the body, attachments after it."""

from __future__ import annotations

from collections.abc import Iterable

from declarations.model import Clause, Label, LabelStyle
from declarations.records.akn.markup import Markup, write_attributes
from declarations.records.akn.naming import ElementIds
from declarations.text import Text

__all__ = ["NOTHING", "ClauseWriter"]

NOTHING = '<p d:part="none"/>\n'
"""Where the schema wants a paragraph and the declaration has none."""
_TAIL = ' d:part="tail"'


class ClauseWriter:
    """Writes clauses into a list of pieces."""

    def __init__(self, pieces: list[str], ids: ElementIds, markup: Markup) -> None:
        self._pieces = pieces
        self._ids = ids
        self._markup = markup

    def write_recital(self, clause: Clause, parent: str, tag: str = "recital") -> None:
        """Write a clause as an element that holds blocks (type `itemType`): `recital`, `citation`, `item`."""
        eid = self._open(clause, parent, tag)
        self._write_blocks(clause.paragraphs)
        if clause.items:
            inner = self._ids.number(eid, "blockList")
            self._pieces.append(f'<blockList eId="{inner}">\n')
            for item in clause.items:
                self.write_recital(item, inner, "item")
            self._pieces.append("</blockList>\n")
        self._write_blocks(clause.tail, _TAIL)
        if not (clause.paragraphs or clause.items or clause.tail):
            self._pieces.append(NOTHING)
        self._pieces.append(f"</{tag}>\n")

    def write_paragraph(self, clause: Clause, parent: str, tag: str = "paragraph") -> None:
        """Write a clause as an element of the hierarchy (type `hierarchy`): `paragraph`, `point`.

        Its items are points of a list, which also holds the words before and after them.
        """
        eid = self._open(clause, parent, tag)
        if clause.items:
            inner = self._ids.number(eid, "list")
            self._pieces.append(f'<list eId="{inner}">\n')
            self._write_held("intro", clause.paragraphs)
            for item in clause.items:
                self.write_paragraph(item, inner, "point")
            self._write_held("wrapUp", clause.tail)
            self._pieces.append("</list>\n")
        else:
            self._write_held("intro" if clause.tail else "content", clause.paragraphs)
            self._write_held("wrapUp", clause.tail)
        self._pieces.append(f"</{tag}>\n")

    def write_attachment(self, clause: Clause, meta: str) -> None:
        """Write a clause as an attachment; `meta` is the metadata of the document in it."""
        eid = self._open(clause, self._ids.prefix, "attachment")
        self._pieces.append(f'<doc name="annex">\n{meta}<mainBody>\n')
        self._write_blocks(clause.paragraphs)
        for item in clause.items:
            self.write_paragraph(item, eid)
        self._write_blocks(clause.tail, _TAIL)
        if not (clause.paragraphs or clause.items or clause.tail):
            self._pieces.append(NOTHING)
        self._pieces.append("</mainBody>\n</doc>\n</attachment>\n")

    def _open(self, clause: Clause, parent: str, tag: str) -> str:
        """Write the start of an element, number and heading; give its eId."""
        label = clause.label
        eid = self._ids.name(parent, tag, label.printed if label else None)
        self._pieces.append(f'<{tag} eId="{eid}"{_state(clause)}>\n')
        if label:
            self._pieces.append(self._markup.write_string("num", label.printed, _count(label)) + "\n")
        if clause.heading is not None:
            self._pieces.append(self._markup.write_text("heading", clause.heading) + "\n")
        return eid

    def _write_held(self, tag: str, texts: Iterable[Text]) -> None:
        if texts:
            self._pieces.append(f"<{tag}>\n")
            self._write_blocks(texts)
            self._pieces.append(f"</{tag}>\n")

    def _write_blocks(self, texts: Iterable[Text], attributes: str = "") -> None:
        self._pieces += [self._markup.write_block(text, attributes) + "\n" for text in texts]


def _state(clause: Clause) -> str:
    """Write what the words of a clause do not show."""
    if not (clause.id or clause.phrase or clause.stance or clause.action):
        return ""  # the quick way
    return write_attributes(
        {"wId": clause.id, "d:phrase": clause.phrase, "d:stance": clause.stance, "d:action": clause.action}
    )


def _count(label: Label) -> str:
    style = None if label.style is LabelStyle.OTHER else label.style
    return write_attributes({"d:ordinal": label.ordinal, "d:style": style})
