"""Notes of a document, wherever they stand: in its metadata with references to them, or right in the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import cast

import attrs
from lxml import etree

from declarations.errors import ValidationError
from declarations.findings import Finding, FindingCode, Position
from declarations.model import Note
from declarations.records.akn.vocabulary import OWN
from declarations.text import Text
from declarations.validation import check_id

__all__ = ["NoteReader", "list_strays", "name_of", "place", "report", "report_strays"]


def name_of(element: etree._Element) -> str:
    """Return the name of an element without its namespace, even if its prefix stands for none."""
    return str(element.tag).rpartition("}")[2]


def place(element: etree._Element) -> Position:
    """Return where an element stands."""
    return Position(line=cast("int | None", element.sourceline), element=name_of(element))


def report(findings: list[Finding], element: etree._Element, words: str | None = None) -> None:
    """Report the words of an element as not understood, if it has any; or those words of it that are given."""
    excerpt = " ".join("".join(map(str, element.itertext()) if words is None else words).split())
    if excerpt:
        name = name_of(element)
        message = f"the words in <{name}> have no place in a declaration"
        findings.append(Finding(FindingCode.NOT_UNDERSTOOD, message, position=place(element), excerpt=excerpt))


def list_strays(element: etree._Element) -> Iterator[str]:
    """Yield the words that stand right in an element, between its children."""
    for string in (element.text, *(child.tail for child in element)):
        if string and string.strip():
            yield " ".join(string.split())


def report_strays(findings: list[Finding], element: etree._Element) -> None:
    """Report words that stand right in an element where none should."""
    report(findings, element, " ".join(list_strays(element)))


class NoteReader:
    """Collects notes; `read_blocks` gives the paragraphs of an element."""

    def __init__(self, findings: list[Finding], read_blocks: Callable[[etree._Element], Iterable[Text]]) -> None:
        self.notes: list[Note] = []
        self._findings = findings
        self._read_blocks = read_blocks
        self._ids: set[str] = set()
        self._targets: dict[str, str] = {}

    def take_all(self, elements: Iterable[etree._Element]) -> None:
        """Read notes that may refer to each other."""
        for index, element in [(self._announce(element), element) for element in elements]:
            self._fill(index, element)

    def take(self, element: etree._Element) -> str:
        """Read a note and give its id."""
        index = self._announce(element)
        self._fill(index, element)
        return self.notes[index].id

    def _announce(self, element: etree._Element) -> int:
        """Keep the place of a note, since there may be notes inside of it."""
        name, label = self._choose_id(element), element.get("marker")
        self._targets |= {eid: name for eid in (element.get("eId"), element.get("wId")) if eid}
        self.notes.append(Note(id=name, label=label if label and label.strip() else None))
        return len(self.notes) - 1

    def _fill(self, index: int, element: etree._Element) -> None:
        paragraphs = tuple(self._read_blocks(element))
        self.notes[index] = attrs.evolve(self.notes[index], paragraphs=paragraphs)

    def refer(self, element: etree._Element) -> str | None:
        """Return the id of the note that an element refers to; one that is not there is reported."""
        target = element.get(f"{OWN}target")
        if target and target.strip():
            return target
        name = (element.get("href") or "").removeprefix("#")
        if name in self._targets or not name.strip():
            return self._targets.get(name)
        message = f"the note #{name} is not in the document"
        self._findings.append(Finding(FindingCode.MISSING_NOTE, message, position=place(element)))
        return name

    def _choose_id(self, element: etree._Element) -> str:
        wanted = (element.get("wId"), element.get("eId"))
        name = next((name for name in wanted if name and _is_id(name) and name not in self._ids), "")
        number = len(self.notes)
        while not name or name in self._ids:
            number += 1
            name = f"note-{number}"
        self._ids.add(name)
        return name


def _is_id(name: str) -> bool:
    try:
        check_id(name)
    except ValidationError:
        return False
    return True
