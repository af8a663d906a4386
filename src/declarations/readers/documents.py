"""Documents that this library wrote, wherever they stand in a page: the walk over a page, with their attributes.

What the classes and attributes mean is written down in `declarations.parts` and `declarations.writers.html_article`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs
from lxml import etree

from declarations.blocks import Block, BlockKind, Landmark, Limits, Page
from declarations.findings import Finding, FindingCode
from declarations.parts import (
    CLAUSES,
    FACTS,
    HTML_VERSION,
    STATED,
    Attribute,
    ClassName,
    PageAttribute,
    PagePart,
    Piece,
    data_of,
)
from declarations.readers.elements import BLOCKS, NEVER
from declarations.readers.exact import ExactBuilder, decode, find_marks, find_reference
from declarations.readers.frames import Frame, Group
from declarations.readers.landmarks import find_part
from declarations.readers.notes import Notes
from declarations.readers.regions import Regions
from declarations.readers.tree import attributes_of, names, place_of, raw_text, to_language
from declarations.readers.walk import Walker
from declarations.text import Mark, MarkKind, Text

__all__ = ["find_documents", "read_document"]

_CLAUSE_TAGS = names("div li p section")
_WHOLE = names("dd dt h1 h2 h3 h4 h5 h6 p table")  # what makes one block, whatever stands in it
_ROWS = names("tbody thead tfoot tr")  # what stands in a table and holds rows or cells
_STATED = tuple((name, data_of(name)) for name in STATED)
_PIECE = data_of(Attribute.PIECE)


def find_documents(root: etree._Element) -> list[etree._Element]:
    """Return the elements of the documents that this library wrote, none of which stands in another."""
    found: list[etree._Element] = []
    steps = etree.iterwalk(root, events=("start",), tag="article")
    for _, element in steps:
        attributes = attributes_of(element)
        is_known = attributes.get(data_of(ClassName.ARTICLE)) == HTML_VERSION
        if is_known and ClassName.ARTICLE in attributes.get("class", "").split():
            found.append(element)
            steps.skip_subtree()
    return found


def read_document(article: etree._Element, limits: Limits) -> Page:
    """Read one of the documents that `find_documents` returns; without a head if that was taken out.

    Clauses nested deeper than `limits.max_depth` are read as of that depth, with a finding.
    """
    scripts = (script for script in article.iter("script") if ClassName.HEAD in script.get("class", "").split())
    script = next(scripts, None)
    _free_strays(article)
    walker = DocumentWalker()
    walker.walk(article)
    findings = []
    if walker.replaced:
        message = f"{walker.replaced:,} character references that cannot stand in a text were replaced by U+FFFD"
        findings.append(Finding(FindingCode.REPLACED_CHARACTERS, message, position=place_of(article)))
    blocks, flattened = flatten_clauses(walker.blocks, limits)
    said = {
        PageAttribute.HEAD: None if script is None else raw_text(script),
        PageAttribute.SHOWN: article.get(data_of(PageAttribute.SHOWN)),
        PageAttribute.LANGUAGE: to_language(article.get("lang", "")),
        PageAttribute.DIRECTION: article.get("dir"),
    }
    return Page(
        blocks=blocks,
        findings=(*findings, *flattened),
        attributes={name: value for name, value in said.items() if value is not None},
    )


def _free_strays(article: etree._Element) -> None:
    """Make paragraphs after their table of words that stand in a table and in no cell."""
    for table in [*article.iter("table")]:
        strays = []
        for part in (table, *table.iterdescendants(*_ROWS)):
            strays.append(part.text)
            part.text = None
            for child in part:
                strays.append(child.tail)
                child.tail = None
        for stray in reversed(strays):
            if stray and stray.strip():
                paragraph = etree.Element("p", {"class": table.get("class", "")})
                paragraph.text = stray
                table.addnext(paragraph)


def flatten_clauses(blocks: Sequence[Block], limits: Limits) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """Return blocks whose clauses are nested no deeper than the limit, and a finding if some were."""
    deepest = max(limits.max_depth - 1, 0)  # an outermost clause has depth 0, and is one level
    first = next((block for block in blocks if block.depth > deepest), None)
    if first is None:
        return tuple(blocks), ()
    message = f"clauses nested deeper than {limits.max_depth} levels were read as of that level"
    kept = (attrs.evolve(block, depth=min(block.depth, deepest)) for block in blocks)
    return tuple(kept), (Finding(FindingCode.FLATTENED_NESTING, message, position=first.position),)


class Parts(Regions):
    """Finds the part, the clauses and the note that elements of a document stand in."""

    def __init__(self) -> None:
        super().__init__(set(), set())

    def describe(self, new: Frame, outer: Frame, _element: etree._Element, attributes: Mapping[str, str]) -> None:
        """Set in the frame of an element what it says of the blocks in it."""
        own = find_part(attributes["class"], new.tag) if "class" in attributes else None
        part = new.part = own or outer.part
        new.piece = attributes.get(_PIECE)
        new.is_whole = new.tag in _WHOLE or part == PagePart.SIGNATORY
        if part in CLAUSES and (new.tag == "li" or (own and new.tag in _CLAUSE_TAGS)):
            stated = {name: decode(attributes[data]) for name, data in _STATED if data in attributes}
            new.groups = (*outer.groups, Group(stated))
        elif part == PagePart.NOTE and (target := find_reference(attributes)) is not None:
            new.groups = (Group(target=target),)


class DocumentWalker(Walker):
    """Makes the blocks of one document, each with what the elements around it say."""

    _builder = ExactBuilder

    def __init__(self) -> None:
        super().__init__(Notes(), Parts())
        self._block_starts = {
            **dict.fromkeys(("td", "th"), self._start_cell),
            "table": self._start_table,
            "tr": self._start_row,
        }
        self._inline_starts = {"br": self._inline.line_break}
        self._inline_ends = {ClassName.LABEL: self._end_label}
        self._label: str | None = None
        self._term = ""
        self._rows = 0

    def _enter(self, element: etree._Element) -> bool:
        tag, attributes = str(element.tag), attributes_of(element)
        if tag in NEVER or attributes.get("role") == "doc-backlink":
            return False
        if tag not in BLOCKS:
            return self._enter_inline(element, tag, attributes, None)
        self._stack.append((self._frame, 0, tag))
        self._enter_block(element, tag, attributes, None)
        return True

    def _start_table(self, _element: etree._Element, _attributes: Mapping[str, str], _outer: Frame) -> None:
        self._frame.is_row = True
        self._rows = 0

    def _start_row(self, _element: etree._Element, _attributes: Mapping[str, str], _outer: Frame) -> None:
        if self._rows:
            self._inline.line_break()
        self._rows += 1

    def _enter_inline(
        self, element: etree._Element, tag: str, attributes: Mapping[str, str], _apart: Landmark | None
    ) -> bool:
        name = attributes.get("class", "")
        if name == ClassName.SPACE:
            code = attributes.get("data-code")
            self._inline.append(raw_text(element) if code is None else decode(f"\\{code};"), verbatim=True)
            return False
        if (target := find_reference(attributes)) is not None:
            self._inline.note(target)
            return False
        if handle := self._inline_starts.get(tag):
            handle()
        is_label = name == ClassName.LABEL and not self._inline.length
        marks = () if is_label else [*find_marks(tag, attributes)]
        for kind, said in marks:
            self._inline.open(kind, said)
        self._stack.append((self._frame, len(marks), name if is_label else ""))
        return True

    def _end_label(self) -> None:
        self._label = self._inline.take()[0].text or None

    def _make(self, frame: Frame, text: Text, _spans: object) -> Block | None:
        """Make a block with all that the elements around say; None for a term, and for words that are none."""
        label, self._label = self._label, None
        if frame.tag == "table" and text.text:
            text = Text(text.text, [*text.marks, Mark(0, len(text), MarkKind.TABLE)])
        if frame.tag == "dt" and frame.part is None:
            self._term = text.text
            return None
        said = {Attribute.PART: frame.part or PagePart.ADDED}
        if frame.part in CLAUSES or (frame.part == PagePart.NOTE and frame.groups):
            return self._make_grouped(frame, text, label, said)
        if frame.part in FACTS and frame.tag == "dd":
            said[Attribute.PIECE] = Piece.FACT
            label = self._term
        elif frame.part == PagePart.SIGNATORY:
            said[Attribute.FIRST] = ""
        if not (frame.part or text):
            return None
        kind = BlockKind.HEADING if frame.level else BlockKind.PARAGRAPH
        return Block(kind=kind, text=text, marker=label, level=frame.level, attributes=said, position=frame.position)

    def _make_grouped(self, frame: Frame, text: Text, label: str | None, said: dict[str, str]) -> Block:
        """Make a block of a clause or a note; clauses around it that have no block yet get one without words."""
        *around, group = frame.groups or (Group(),)
        piece = _find_piece(frame, text)
        for depth, outer in enumerate((*around, group) if piece == Piece.TAIL else around):
            if not outer.is_begun:
                bare = said | {Attribute.PIECE: Piece.BARE, Attribute.FIRST: "", **outer.stated}
                kind = BlockKind.ITEM if depth else BlockKind.PARAGRAPH
                self.blocks.append(Block(kind=kind, depth=depth, attributes=bare, position=frame.position))
                outer.is_begun = True
        said[Attribute.PIECE] = piece
        is_first, group.is_begun = not group.is_begun, True
        if is_first:
            said |= {Attribute.FIRST: "", **group.stated}
        is_item = is_first and (label or around)
        kind = BlockKind.HEADING if frame.level else BlockKind.ITEM if is_item else BlockKind.PARAGRAPH
        return Block(
            kind=kind if group.target is None else BlockKind.NOTE,
            text=text,
            marker=label,
            level=frame.level,
            depth=len(around),
            target=group.target,
            attributes=said,
            position=frame.position,
        )


def _find_piece(frame: Frame, text: Text) -> str:
    """Return which piece a block of a clause is, by what it says and by its shape."""
    if frame.piece == Piece.TAIL or (frame.piece == Piece.BARE and not text):
        return frame.piece
    return Piece.HEADING if frame.level else Piece.PARAGRAPH
