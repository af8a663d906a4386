"""Elements of Akoma Ntoso to parts of a declaration, at any depth and whatever stands between them.

Every word that an element holds comes back in some part; what an element is for, the tables of the vocabulary say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from lxml import etree

from declarations.errors import ValidationError
from declarations.findings import Finding, FindingCode
from declarations.model import Clause, Label
from declarations.records.akn.glancing import Number, glance
from declarations.records.akn.notes import NoteReader, list_strays, place, report, report_strays
from declarations.records.akn.parts import Group, Heading, Named, Part, Tail, build_clause, flatten
from declarations.records.akn.vocabulary import CLAUSES, FLOWS, GROUPS, OWN, PARAGRAPHS
from declarations.records.akn.wording import XML_WHITE, Run, Wording
from declarations.records.fields import too_deep
from declarations.text import Mark, MarkKind, Text
from declarations.validation import check_id

__all__ = ["Flow"]

_HEADS = frozenset({"num", "heading", "subheading"})
_NAMED = frozenset({"container", "formula"})
_FEW = 3  # children among which number and heading stand
_TAILS = frozenset({"wrapUp"})
_APART = GROUPS | _NAMED | _TAILS
_HOLDERS = FLOWS - PARAGRAPHS - {"table"}  # what is no paragraph but holds some
_FACTS = {f"{OWN}{name}": name for name in ("phrase", "stance", "action")}
_ORDINAL, _STYLE, _PART = f"{OWN}ordinal", f"{OWN}style", f"{OWN}part"
_USUAL = CLAUSES - {"hcontainer"}


class _Frame:
    """An element that is being read."""

    __slots__ = ("children", "depth", "element", "headings", "name", "nums", "parts", "preserving", "run")

    def __init__(self, element: etree._Element, name: str, parts: list[Part], depth: int, *, preserving: bool) -> None:
        self.element = element
        self.name = name
        self.children = iter(element)
        self.parts = parts
        self.depth = depth
        self.preserving = preserving
        self.run: Run | None = None
        """The words that stand right in the element, after its last child that is a paragraph."""
        self.nums: list[Number] = []
        self.headings: list[Text] = []
        self.add(element.text)

    def begin(self) -> Run:
        """Return the run of words that stand here."""
        if self.run is None:
            self.run = Run(preserving=self.preserving)
        return self.run

    def add(self, string: str | None) -> None:
        """Add characters of the source; blank ones count only among others."""
        if string and (self.run is not None or self.preserving or string.strip(XML_WHITE)):
            self.begin().add(string)


class Flow:
    """Reads one document: `prefix` is its namespace as lxml writes it, `is_own` whether we wrote it."""

    def __init__(self, prefix: str, findings: list[Finding], *, max_depth: int, is_own: bool = False) -> None:
        self.findings = findings
        self.is_own = is_own
        self.notes = NoteReader(findings, self._read_blocks)
        self.wording = Wording(prefix, self.notes.refer, self.notes.take, is_own=is_own)
        self._max_depth = max_depth
        self._ids: set[str] = set()

    def gather(self, element: etree._Element, above: bool = False) -> list[Part]:  # noqa: FBT001, FBT002 - see wording
        """Read what an element holds; a stack instead of recursion bears any depth.

        Raises `LimitError` for clauses that are nested deeper than the limit.
        """
        parts: list[Part] = []
        names = self.wording.names
        stack = [_Frame(element, "", parts, 0, preserving=self.wording.is_preserving(element, above))]
        while stack:
            frame = stack[-1]
            for child in frame.children:
                name = names[child.tag]
                if name in _HOLDERS:
                    self._flush(frame)
                    if name in _USUAL and (seen := self._glance(child, frame)):
                        frame.parts += seen
                        frame.add(child.tail)
                        continue
                    stack.append(self._enter(child, name, frame))
                    break
                self._take(child, name, frame)
                frame.add(child.tail)
            else:
                stack.pop()
                self._flush(frame)
                if stack:
                    self._close(frame, stack[-1].parts)
                    stack[-1].add(frame.element.tail)
        return parts

    def read_meta(self, meta: etree._Element, record: etree._Element | None = None) -> None:
        """Read the notes in metadata; other words in them, save those of our own record, are reported."""
        report_strays(self.findings, meta)
        for child in meta:
            if self.wording.name(child) == "notes":
                report_strays(self.findings, child)
                self.notes.take_all(child)
            elif record is None or record.getparent() is not child:
                report(self.findings, child)
            else:
                report_strays(self.findings, child)
                for other in child:
                    if other is not record:
                        report(self.findings, other)

    def _read_blocks(self, element: etree._Element) -> Iterator[Text]:
        return flatten(self.gather(element))

    def _enter(self, element: etree._Element, name: str, above: _Frame) -> _Frame:
        """Begin an element; what only holds others puts its parts where those of its parent are."""
        is_clause = name in CLAUSES and not self._is_wrapper(element, name)
        depth = above.depth + is_clause
        if depth > self._max_depth:
            raise too_deep(self._max_depth, place(element))
        is_apart = is_clause or name in _APART
        parts: list[Part] = [] if is_apart else above.parts
        preserving = self.wording.is_preserving(element, above.preserving)
        return _Frame(element, name if is_apart else "", parts, depth, preserving=preserving)

    def _glance(self, element: etree._Element, above: _Frame) -> list[Clause] | None:
        """Read a clause of the usual shape at once; None if it is of another."""
        if above.depth >= self._max_depth or self.wording.is_preserving(element, above.preserving):
            return None
        seen = glance(element, self.wording.names)
        if seen is None:
            return None
        clause = self._build(element, seen[1], seen[0], [])
        return None if clause is None else [clause]

    def _is_wrapper(self, element: etree._Element, name: str) -> bool:
        """Return whether an `hcontainer` is there only since the schema wants one."""
        if name != "hcontainer" or element.get("name", name) != name:
            return False
        return not any(self.wording.name(child) in _HEADS for child in islice(element, _FEW))

    def _flush(self, frame: _Frame) -> None:
        """Make a paragraph of the words that stand between elements, if there are any."""
        if frame.run is None:
            return
        text = frame.run.finish()
        if text.text.strip() or any(mark.kind is MarkKind.NOTE for mark in text.marks):
            frame.parts.append(text)
        frame.run = None

    def _take(self, child: etree._Element, name: str, frame: _Frame) -> None:
        """Read an element that is one paragraph or stands inside of one."""
        if name == "meta":
            self.read_meta(child)
            return
        if name not in FLOWS:
            self._take_inline(child, name, frame)
            return
        self._flush(frame)
        if name == "table":
            texts = self._read_table(child, frame.preserving)
            frame.parts += (_shape(child, name, text) for text in texts)
            return
        text = self.wording.read(child, frame.preserving)
        if name == "p" and not child.keys() and (text or self.is_own):
            frame.parts.append(text)  # as nearly all
        elif name in _HEADS:
            if text or self.is_own:
                self._take_head(child, name, text, frame)
        elif text or (self.is_own and child.get(_PART) != "none"):
            frame.parts.append(_shape(child, name, text))

    def _take_inline(self, child: etree._Element, name: str, frame: _Frame) -> None:
        self.wording.add(frame.begin(), child)
        shown = child.get("showAs")
        if name == "documentRef" and shown and shown.strip() and not frame.headings:
            frame.headings.append(Text(shown))

    def _take_head(self, child: etree._Element, name: str, text: Text, frame: _Frame) -> None:
        """Read number or heading; several headings are several lines."""
        if not frame.name or frame.name in _NAMED or frame.name in _TAILS:
            frame.parts.append(Heading(text))
        elif name != "num":
            frame.headings.append(text)
        elif text.text.strip():
            frame.nums.append((child, text.text))

    def _read_label(self, nums: Sequence[Number]) -> Label:
        """Make one number of what should be one; the first says how it counts."""
        element, printed = nums[0]
        if len(nums) > 1:
            printed = " ".join(words for _, words in nums)
        ordinal, style = element.get(_ORDINAL), element.get(_STYLE, "other")
        try:
            return Label(printed, ordinal=int(ordinal) if ordinal else None, style=style)
        except (ValidationError, ValueError) as error:
            self._complain(element, f"ordinal and style of a number cannot be used: {error}")
            return Label(printed)

    def _close(self, frame: _Frame, parts: list[Part]) -> None:
        """Put what an element has become into its parent."""
        if frame.name in CLAUSES or frame.nums or (frame.headings and frame.name in GROUPS):
            if clause := self._build(frame.element, frame.parts, frame.nums, frame.headings):
                parts.append(clause)
        elif frame.name in GROUPS:
            parts.append(Group(tuple(frame.parts)))
        elif frame.name in _NAMED:
            parts.append(Named(frame.name, frame.element.get("name", ""), tuple(frame.parts)))
        elif frame.name in _TAILS:
            parts += [Tail(part) if isinstance(part, Text) else part for part in frame.parts]

    def _build(
        self, element: etree._Element, parts: Sequence[Part], nums: Sequence[Number], headings: Sequence[Text]
    ) -> Clause | None:
        said: dict[Any, Any] = dict(element.items())
        facts = {_FACTS[name]: value for name, value in said.items() if name in _FACTS}
        name = self._choose_id(element, said["wId"]) if "wId" in said else None
        label = self._read_label(nums) if nums else None
        heading = Text.join(headings) if headings else None
        counting = not self.is_own
        try:
            return build_clause(parts, label=label, heading=heading, counting=counting, id=name, **facts)
        except ValidationError as error:
            self._complain(element, f"facts about a clause cannot be used: {error}")
            return build_clause(parts, label=label, heading=heading, counting=counting, id=name)

    def _choose_id(self, element: etree._Element, name: str) -> str | None:
        """Return the persistent id of an element (akn-nc, section 5.4) unless it cannot be one of ours."""
        try:
            check_id(name)
        except ValidationError:
            return None
        if name in self._ids:
            self._complain(element, f"another clause has the wId {name!r} as well")
            return None
        self._ids.add(name)
        return name

    def _complain(self, element: etree._Element, message: str) -> None:
        self.findings.append(Finding(FindingCode.BROKEN_METADATA, message, position=place(element)))

    def _read_table(self, element: etree._Element, above: bool) -> Iterator[Text]:  # noqa: FBT001 - see wording
        """Read a table as one text, a line for each row; what stands in no cell goes before it."""
        rows: list[Text] = []
        preserving = self.wording.is_preserving(element, above)
        yield from map(Text, list_strays(element))
        for child in element:
            if self.wording.name(child) == "tr":
                yield from map(Text, list_strays(child))
                rows.append(Text.join((self._read_cell(cell, preserving) for cell in child), "\t"))
            else:
                yield self._read_cell(child, preserving)
        table = Text.join(rows)
        if table.text:
            yield Text(table.text, [*table.marks, Mark(0, len(table), MarkKind.TABLE)])

    def _read_cell(self, cell: etree._Element, above: bool) -> Text:  # noqa: FBT001 - see wording
        text = Text.join(flatten(self.gather(cell, above)), " ")
        if text.text.isprintable():
            return text
        return Text(text.text.translate(_SPACES), text.marks)


_SPACES = str.maketrans("\t\n", "  ")


def _shape(element: etree._Element, name: str, text: Text) -> Part:
    """Return what a paragraph is."""
    if name == "listWrapUp" or element.get(_PART) == "tail":
        return Tail(text)
    called = element.get("name", "") if name == "block" else ""
    if name == "crossHeading" or called == "heading":
        return Heading(text, element.get("refersTo", called and "#part"))
    return Named(name, called, (text,)) if called else text
