"""The blocks of a page as one `article` of HTML, with the parts, facts and labels that bring it back exactly."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import ClassVar

import attrs

from declarations.blocks import Block, BlockKind, MetadataKind, Page
from declarations.cells import split_cells
from declarations.htmlstrings import RARE, write_attributes, write_string
from declarations.parts import (
    CLAUSES,
    HTML_VERSION,
    STATED,
    Attribute,
    ClassName,
    PageAttribute,
    PagePart,
    Piece,
    class_of,
    data_of,
    name_of,
)
from declarations.scripts import find_gap
from declarations.text import Mark, MarkKind, Text
from declarations.writers.html_text import TextWriter, name_reference
from declarations.writers.marks import to_href

__all__ = ["write_article", "write_script"]

_SECTIONS = {
    **dict.fromkeys((PagePart.TITLE, PagePart.SUBTITLE, PagePart.MASTHEAD), "header"),
    **dict.fromkeys((PagePart.CONTEXT_HEADING, PagePart.CONTEXT), "context"),
    **dict.fromkeys((PagePart.RESOLUTIONS_HEADING, PagePart.RESOLUTION), "resolutions"),
    PagePart.CLOSING: "closing",
    PagePart.SIGNATORY: "signatories",
    PagePart.NOTE: "notes",
    PagePart.ANNEX: "annexes",
    PagePart.SOURCE: "footer",
}
_NAMED = frozenset({"context", "resolutions", "signatories", "notes", "annexes"})
_SHAPES = {**dict.fromkeys(CLAUSES, "clauses"), PagePart.SIGNATORY: "signatories", PagePart.NOTE: "notes"}
_NOTE = MarkKind.NOTE
_RARE = re.compile(f"[{RARE}]")
# Classes of Microformats 2: h-entry, and h-card for the issuers.
_MICROFORMATS = {
    "title": "p-name",
    "issuers": "p-author h-card",
    "place": "p-location",
    "categories": "p-category",
    "url": "u-url",
    "published": "dt-published",
    "modified": "dt-updated",
}


def write_article(page: Page) -> str:
    """Write the blocks of a page as an `article` that holds the head of the page too."""
    said = page.attributes
    attributes = {
        "class": f"{ClassName.ARTICLE} h-entry",
        data_of(ClassName.ARTICLE): HTML_VERSION,
        "lang": said.get(PageAttribute.LANGUAGE, ""),
        "dir": said.get(PageAttribute.DIRECTION, "auto"),
        data_of(PageAttribute.SHOWN): said.get(PageAttribute.SHOWN),
    }
    return f"<article{write_attributes(attributes)}>\n{''.join(_ArticleWriter(page).write())}</article>\n"


@attrs.define
class _Level:
    """A clause that is open, or what holds the clauses; whether a list is open in it."""

    tag: str
    has_list: bool = False


class _ArticleWriter:
    """Writes the blocks of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._locale = page.attributes.get(PageAttribute.LOCALE)
        self._texts = TextWriter({str(b.target): b.marker or "*" for b in page.blocks if b.target and b.is_first})
        self._references = Counter(mark.target for b in page.blocks for mark in b.text.marks if mark.kind is _NOTE)

    def write(self) -> Iterator[str]:
        """Yield the parts of the document one after the other, then the head."""
        is_body = False
        for section, group in groupby(_head(self._page), key=lambda block: _SECTIONS.get(block.part or "")):
            if is_body != (section not in ("header", "footer")):
                yield "</div>\n" if is_body else '<div class="e-content">\n'
                is_body = not is_body
            yield from self._write_section(section, list(group))
        yield "</div>\n" if is_body else ""
        if (head := self._page.attributes.get(PageAttribute.HEAD)) is not None:
            yield write_script("application/json", ClassName.HEAD, head)

    def _write_section(self, section: str | None, blocks: Sequence[Block]) -> Iterator[str]:
        tag = section if section in ("header", "footer") else "section" if section in _NAMED else ""
        role = "doc-endnotes" if section == "notes" else None
        named = {
            "role": role,
            "aria-label": self._page.attributes.get(name_of(section or "")) if tag == "section" else None,
        }
        yield f"<{tag}{write_attributes(named)}>\n" if tag else ""
        for shape, group in groupby(blocks, key=_find_shape):
            yield from self._WRITERS[shape](self, list(group))
        yield f"</{tag}>\n" if tag else ""

    # Text blocks

    def _write_plain(self, blocks: Sequence[Block]) -> Iterator[str]:
        return (self._write_block(block, name=block.part) for block in blocks)

    def _write_block(self, block: Block, *, name: str | None = None, after: str = "") -> str:
        """Write a heading, a paragraph or a table, with the printed label in it; `name` is the part it says it is."""
        label = f'<span class="{ClassName.LABEL}">{write_string(block.marker)}</span>' if block.marker else ""
        piece = block.piece if block.piece in (Piece.TAIL, Piece.BARE) else None
        classes = " ".join(filter(None, (name and class_of(name), _MICROFORMATS.get(name or ""))))
        written = write_attributes({"class": classes or None, data_of(Attribute.PIECE): piece})
        if block.kind is BlockKind.HEADING:
            tag = f"h{min(max(block.level, 1), 6)}"
        elif rows := split_cells(block.text):
            caption = f"<caption>{label}{after}</caption>\n" if label or after else ""
            return f"<table{written}>\n{caption}{self._texts.write_table(rows)}</table>\n"
        else:
            tag = "p"
        words = self._texts.write(block.text)
        return f"<{tag}{written}>{label}{' ' if label and words else ''}{words}{after}</{tag}>\n"

    # Clauses

    def _write_clauses(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Write clauses, those with labels and those inside others as items of lists."""
        levels = [_Level("")]
        for block in blocks:
            if block.is_first or len(levels) == 1:
                yield from _close(levels, min(block.depth, len(levels) - 1) + 1)
                yield from _open(levels, block)
            else:
                yield from _close(levels, block.depth + 2)
                yield from _end_list(levels[-1])
            yield self._write_block(block)
        yield from _close(levels, 1)
        yield from _end_list(levels[0])

    # Facts, signatories, notes

    def _write_facts(self, blocks: Sequence[Block]) -> Iterator[str]:
        yield f"<dl{write_attributes({'lang': self._locale})}>\n"
        for marker, group in groupby(blocks, key=lambda block: block.marker):
            facts = "".join(map(_write_fact, group))
            yield f"<div><dt><bdi>{write_string(marker or '')}</bdi></dt>\n{facts}</div>\n"
        yield "</dl>\n"

    def _write_signatories(self, blocks: Sequence[Block]) -> Iterator[str]:
        yield "<ul>\n"
        for block in blocks:
            role = ""
            if block.marker:
                role = f'<span class="{ClassName.LABEL}">{write_string(block.marker)}</span>{find_gap(block.marker)}'
            yield f'<li class="{class_of(PagePart.SIGNATORY)}">{role}{self._texts.write(block.text)}</li>\n'
        yield "</ul>\n"

    def _write_notes(self, blocks: Sequence[Block]) -> Iterator[str]:
        yield "<ul>\n"
        for target, group in groupby(blocks, key=lambda block: block.target):
            *others, last = group
            yield f'<li class="{class_of(PagePart.NOTE)}" id="fn:{target}" {data_of(PagePart.NOTE)}="{target}">\n'
            yield from map(self._write_block, others)
            yield self._write_block(last, after=self._link_back(str(target), (*others, last)[0].marker))
            yield "</li>\n"
        yield "</ul>\n"

    def _link_back(self, target: str, label: str | None) -> str:
        """Write links from a note to every reference to it."""
        named = {"role": "doc-backlink", "aria-label": f"↩ {label or target}"}
        places = (f"#{name_reference(target, number)}" for number in range(1, self._references[target] + 1))
        return "".join(f" <a{write_attributes({'href': place, **named})}>↩</a>" for place in places)

    _WRITERS: ClassVar[Mapping[str, Callable[[_ArticleWriter, Sequence[Block]], Iterator[str]]]] = {
        "plain": _write_plain,
        "clauses": _write_clauses,
        "facts": _write_facts,
        "signatories": _write_signatories,
        "notes": _write_notes,
    }


def write_script(kind: str, name: str | None, data: str) -> str:
    """Write JSON as a `script` that never runs; what HTML could take for markup is escaped as JSON does (RFC 8259)."""
    for sign in "<>&":
        data = data.replace(sign, f"\\u{ord(sign):04x}")
    if not data.isprintable():
        data = _RARE.sub(lambda found: json.dumps(found[0])[1:-1], data)
    return f"<script{write_attributes({'type': kind, 'class': name})}>{data}</script>\n"


def _head(page: Page) -> Iterator[Block]:
    """Yield the blocks of a page, with a heading if it has no title, since readers of screens look for one.

    Like the facts after it, it shows what the head of the page says, and is no part of the document.
    """
    locale = page.attributes.get(PageAttribute.LOCALE)
    told = page.metadata.first(MetadataKind.PAGE_TITLE)
    if told and not any(block.part == PagePart.TITLE for block in page.blocks):
        marks = [Mark(0, len(told), MarkKind.LANGUAGE, locale)] if locale else []
        yield Block(
            kind=BlockKind.HEADING, level=1, text=Text(told, marks), attributes={Attribute.PART: PagePart.MASTHEAD}
        )
    yield from page.blocks


def _find_shape(block: Block) -> str:
    """Return how a block is written."""
    if block.piece == Piece.FACT:
        return "facts"
    return _SHAPES.get(block.part or "", "plain")


def _close(levels: list[_Level], count: int) -> Iterator[str]:
    """Close the innermost clauses until so many levels are open."""
    while len(levels) > max(count, 1):
        level = levels.pop()
        yield from _end_list(level)
        yield f"</{level.tag}>\n"


def _end_list(level: _Level) -> Iterator[str]:
    if level.has_list:
        level.has_list = False
        yield "</ul>\n"


def _open(levels: list[_Level], block: Block) -> Iterator[str]:
    """Begin a clause with its first block, and a list around it if there is none yet."""
    outer = levels[-1]
    part = None if len(levels) > 1 else class_of(str(block.part))
    is_item = len(levels) > 1 or block.kind is BlockKind.ITEM
    if not is_item:
        yield from _end_list(outer)
    elif not outer.has_list:
        outer.has_list = True
        yield f"<ul{write_attributes({'class': part})}>\n"
    tag = "li" if is_item else "section" if block.kind is BlockKind.HEADING else "div"
    stated = {data_of(name): block.attributes.get(name) for name in STATED}
    yield f"<{tag}{write_attributes({'class': None if is_item else part, **stated})}>\n"
    levels.append(_Level(tag))


def _write_fact(block: Block) -> str:
    """Write a value of a fact; dates and links are such for machines too."""
    said = block.attributes
    name = _MICROFORMATS.get(said.get(Attribute.ROLE, said.get(Attribute.FIELD, "")))
    href = to_href(said.get(Attribute.URL, ""))
    words = write_string(block.text.text)
    if when := said.get(Attribute.DATETIME):
        words = f"<time{write_attributes({'class': name, 'datetime': when})}>{words}</time>"
    elif href:
        words = f"<a{write_attributes({'class': name, 'href': href})}>{words}</a>"
    shown = {"class": None if when or href else name, "lang": block.language, "dir": said.get(Attribute.DIRECTION)}
    held = write_attributes({"class": class_of(str(block.part)), data_of(Attribute.FIELD): said.get(Attribute.FIELD)})
    return f"<dd{held}><bdi{write_attributes(shown)}>{words}</bdi></dd>\n"
