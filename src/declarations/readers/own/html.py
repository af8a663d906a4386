"""Our own HTML back to the very blocks that it was written from, wherever it stands in a page.

What the classes and attributes mean is written down in `declarations.writers.html_article`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Literal

import attrs
from lxml import etree

from declarations.blocks import Block, BlockKind, Limits, Page, Piece
from declarations.errors import Finding, FindingCode
from declarations.readers.elements import BLOCKS, HEADINGS, NEVER
from declarations.readers.landmarks import find_hint
from declarations.readers.own.depth import flatten_clauses
from declarations.readers.own.words import Words, decode_value, is_backlink, is_white, read_table, read_words
from declarations.readers.tree import attributes_of, names, place_of, raw_text, to_language
from declarations.text import Text

__all__ = ["find_articles", "read_article"]

_VERSION = "1"
_HEAD = "declaration-head"
_CLAUSES = names("context resolution annex")
_FACTS = names("masthead source")
_LINES = _FACTS | {"signatory"}  # parts whose words only show what the head holds
_CLAUSE_TAGS = names("div li p section")
_ROWS = names("tbody thead tfoot tr")  # what stands in a table and holds rows or cells
_HOLDERS = names("caption dd dt h1 h2 h3 h4 h5 h6 p table")
_STATED = ("ordinal", "style", "phrase", "stance", "action")
_ADDED = "added"  # the part of words that stand in no part of ours


def find_articles(root: etree._Element) -> list[etree._Element]:
    """Find the documents that this library wrote, none of which stands in another."""
    found: list[etree._Element] = []
    steps = etree.iterwalk(root, events=("start",), tag="article")
    for _, element in steps:
        attributes = attributes_of(element)
        if attributes.get("data-declaration") == _VERSION and "declaration" in attributes.get("class", "").split():
            found.append(element)
            steps.skip_subtree()
    return found


def _find_head(article: etree._Element) -> etree._Element | None:
    return next((script for script in article.iter("script") if _HEAD in script.get("class", "").split()), None)


def read_article(article: etree._Element, limits: Limits) -> Page:
    """Read one of the documents that `find_articles` gives; without a head if that was taken out.

    Facts are lines with their labels, which recognition reads where no head tells them. Clauses nested deeper than
    `limits.max_depth` are read as of that depth, with a finding.
    """
    script = _find_head(article)
    head = None if script is None else raw_text(script)
    reader = _ArticleReader()
    reader.walk(article)
    blocks, flattened = flatten_clauses(reader.blocks, limits, place_of(article))
    direction = article.get("dir", "")
    return Page(
        blocks=tuple(blocks if _is_json(head) else map(_show_marker, blocks)),
        findings=(*reader.report(article), *flattened),
        language=to_language(article.get("lang", "")),
        direction=_DIRECTIONS.get(direction, "auto"),
        head=head,
        shown=article.get("data-shown"),
    )


def _is_json(head: str | None) -> bool:
    try:
        return head is not None and isinstance(json.loads(head), dict)
    except (ValueError, RecursionError):
        return False


def _show_marker(block: Block) -> Block:
    """Put the marker of a fact, a heading or a signatory among its words, where recognition looks for it."""
    is_fact = block.piece is Piece.FACT
    if block.marker is None or not (is_fact or block.level or block.hint == "signatory"):
        return block
    hint, piece = (None, None) if is_fact else (block.hint, block.piece)
    return attrs.evolve(block, text=Text(f"{block.marker} ") + block.text, marker=None, hint=hint, piece=piece)


_Direction = Literal["ltr", "rtl", "auto"]
_DIRECTIONS: Mapping[str, _Direction] = {"ltr": "ltr", "rtl": "rtl"}


@attrs.frozen
class _Frame:
    """What an element says of all that stands in it."""

    hint: str | None = None
    note: str | None = None
    is_clause: bool = False


class _ArticleReader:
    """Makes the blocks of one article."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.replaced = 0
        self._frames = [_Frame()]
        self._depth = -1  # how many clauses are open around the innermost one
        self._first: Mapping[str, str] | None = None  # attributes of a clause or note without a block yet
        self._term = ""

    def report(self, article: etree._Element) -> Iterator[Finding]:
        """Tell what could not be taken as it stands."""
        if self.replaced:
            message = f"{self.replaced:,} character references that cannot stand in a text were replaced by U+FFFD"
            yield Finding(FindingCode.REPLACED_CHARACTERS, message, position=place_of(article))

    def walk(self, article: etree._Element) -> None:
        """Go through the article, without recursion."""
        steps = etree.iterwalk(article, events=("start", "end"))
        for event, element in steps:
            if event == "start":
                if element is article or self._enter(element):
                    self._read_stray(element, element.text)
                else:
                    steps.skip_subtree()
                continue
            if element is article:
                break
            self._leave()
            self._read_stray(element, element.tail)

    def _enter(self, element: etree._Element) -> bool:
        """Go into an element; False if it was read as a whole, or holds no words."""
        tag, attributes, outer = str(element.tag), attributes_of(element), self._frames[-1]
        if tag in NEVER or is_backlink(attributes):
            self._frames.append(_Frame(outer.hint, outer.note))
            return False
        own = find_hint(attributes["class"]) if tag in BLOCKS and "class" in attributes else None
        hint = own or outer.hint
        is_clause = hint in _CLAUSES and (tag == "li" or (own is not None and tag in _CLAUSE_TAGS))
        note = decode_value(attributes["data-note"]) if hint == "note" and "data-note" in attributes else outer.note
        self._frames.append(_Frame(hint, note, is_clause))
        if is_clause:
            self._begin_clause(attributes)
        elif note != outer.note:
            self._first = attributes
        if tag not in _HOLDERS and tag in BLOCKS and hint != "signatory":
            return True
        self._read_block(element, tag, attributes)
        return False

    def _leave(self) -> None:
        if self._frames[-1].is_clause:
            self._fill_clause()
            self._depth -= 1
        self._frames.pop()

    def _begin_clause(self, attributes: Mapping[str, str]) -> None:
        self._fill_clause()
        self._depth += 1
        self._first = attributes

    def _fill_clause(self) -> None:
        """Add the block that stands for a clause with no words of its own before its items."""
        if self._first is not None:
            self._add(Piece.BARE)

    def _read_stray(self, element: etree._Element, string: str | None) -> None:
        """Take words that stand in no paragraph, as an editor can leave them."""
        if is_white(string):
            return
        words = Words()
        words.append(str(string))
        outer = self._frames[-1]
        if outer.hint in _LINES:
            self._frames[-1] = attrs.evolve(outer, hint=None)  # a fact is no loose word
        self._take(words, element)
        self._frames[-1] = outer

    def _read_block(self, element: etree._Element, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "table":
            self._take(read_table(element), element, piece=attributes.get("data-piece"))
            for stray in _list_strays(element):
                self._read_stray(element, stray)
            return
        words = read_words(element)
        hint = self._frames[-1].hint
        if tag == "dt" and hint is None:
            self._term = words.build().text
        elif tag == "dd" and hint in _FACTS:
            said: dict[str, Any] = {"marker": self._term, "hint": hint, "piece": Piece.FACT}
            block = Block(kind=BlockKind.PARAGRAPH, text=words.build(), position=place_of(element), **said)
            self.blocks.append(block)
        elif words.length or tag in BLOCKS:
            self._take(words, element, level=HEADINGS.get(tag, 0), piece=attributes.get("data-piece"))

    def _take(self, words: Words, element: etree._Element, *, level: int = 0, piece: str | None = None) -> None:
        self.replaced += words.replaced
        text = words.build()
        said = Piece.TAIL if piece == "tail" else Piece.BARE if piece == "bare" and not text else None
        self._add(said, text=text, marker=words.label, level=level, position=place_of(element))

    def _add(self, piece: Piece | None, *, level: int = 0, **known: Any) -> None:
        """Add a block with what is known of it and all that the elements around say."""
        frame = self._frames[-1]
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        if frame.hint in _CLAUSES:
            piece = piece or (Piece.HEADING if level else Piece.PARAGRAPH)
            self._add_to_clause(kind, frame.hint, piece, level=level, **known)
        elif frame.hint == "note" and frame.note:
            is_first, self._first = self._first is not None, None
            said: dict[str, Any] = {"piece": piece or Piece.PARAGRAPH, "is_first": is_first, "target": frame.note}
            self.blocks.append(Block(kind=BlockKind.NOTE, hint="note", **said, **known))
        elif frame.hint or known.get("text"):
            hint = frame.hint or _ADDED
            self.blocks.append(Block(kind=kind, level=level, hint=hint, is_first=hint == "signatory", **known))

    def _add_to_clause(self, kind: BlockKind, hint: str, piece: Piece, **known: Any) -> None:
        if piece is Piece.TAIL:
            self._fill_clause()
        stated, self._first = self._first, None
        is_first = stated is not None or self._depth < 0
        depth = max(self._depth, 0)
        if is_first and kind is BlockKind.PARAGRAPH and (known.get("marker") or depth):
            kind = BlockKind.ITEM
        facts = tuple(_read_facts(stated or {}))
        said: dict[str, Any] = {"piece": piece, "depth": depth, "is_first": is_first, "facts": facts}
        self.blocks.append(Block(kind=kind, hint=hint, **said, **known))


def _list_strays(table: etree._Element) -> Iterator[str | None]:
    """Give the words of a table that stand in no cell."""
    for part in (table, *table.iterchildren(*_ROWS)):
        rows = part.iterchildren("tr") if part is not table else ()
        for one in (part, *rows):
            yield one.text
            yield from (child.tail for child in one)


def _read_facts(attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give what the attributes of a clause say, in the order in which composition states it."""
    if name := attributes.get("id"):
        yield "id", name
    for name in _STATED:
        if (value := attributes.get(f"data-{name}")) is not None:
            yield name, decode_value(value)
