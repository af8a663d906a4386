"""Web pages to blocks (HTML Living Standard, read by libxml2 with its error recovery)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

import attrs
from lxml import etree

from declarations.blocks import Limits, Page
from declarations.errors import LimitError, MalformedInputError
from declarations.findings import Finding, FindingCode, Position
from declarations.readers.decoding import decode_html
from declarations.readers.documents import find_documents, read_document
from declarations.readers.leaks import remove_leaks
from declarations.readers.metadata import collect_metadata
from declarations.readers.notes import find_notes, report_empty
from declarations.readers.preformatted import read_preformatted
from declarations.readers.regions import Regions
from declarations.readers.starttags import check_attributes
from declarations.readers.tree import is_absolute, remove
from declarations.readers.typednotes import link_notes
from declarations.readers.walk import Walker

__all__ = ["parse_tree", "read_page", "walk_tree"]

# XHTML closes empty elements in their start tag; the HTML parser would take all that follows as inside.
_XML_START = re.compile(r"\s{0,99}<\?xml\s")
_HEAD_TAGS = frozenset(
    ["base", "basefont", "bgsound", "link", "meta", "noscript", "script", "style", "template", "title"]
)
_LAST_TAG = re.compile(
    r"(?P<field><textarea\b(?:(?!<textarea\b).)*?</textarea)|</(?:body|html)\b[^>]*+>?", re.IGNORECASE | re.DOTALL
)
"""Fields for text, where every tag is words, and the tags that end a page."""
_SHOWN_TAG = re.compile(r"<(?=/(?:body|html)\b)", re.IGNORECASE)
_CHARACTER_DATA = re.compile(
    r"<(?P<open>svg|math)\b[^>]*+>?|</(?P<close>svg|math)\b|<!\[CDATA\[(?P<words>(?:[^\]]++|\](?!\]>))*+)(?:\]\]>)?",
    re.IGNORECASE,
)
_SELF_CLOSED = re.compile(
    r"<(script|style|title|iframe|textarea|a|div|p|span|td|th|li|i|b|em)\b([^<>]*)/>", re.IGNORECASE
)


def read_page(data: str | bytes, *, limits: Limits) -> Page:
    """Read a web page, whole or a fragment.

    Raises `BinaryInputError` for data that is no text, `LimitError` for more elements than the limits
    allow or for elements nested deeper than the parser can follow.
    """
    source = decode_html(data)
    text = source.text.replace("\f", " ")
    limits.check_nodes(text.count("<"), "tags")
    root = parse_tree(text)
    if root is None:
        return Page(findings=source.findings, media_type="text/html")
    if "data-declaration" in text and (articles := find_documents(root)):
        return _read_documents(root, articles, source.findings, limits)
    walker = walk_tree(root)
    whole, leaked = remove_leaks(read_preformatted(walker.blocks, limits))
    blocks = link_notes(whole)
    metadata, broken = collect_metadata(root, blocks)
    findings = [*source.findings, *walker.findings, *leaked, *broken]
    return Page(
        blocks=tuple(blocks),
        regions=tuple(walker.regions),
        metadata=metadata,
        findings=tuple(findings),
        media_type="text/html",
    )


def _read_documents(
    root: etree._Element, articles: Sequence[etree._Element], findings: tuple[Finding, ...], limits: Limits
) -> Page:
    """Read the documents that this library wrote, and what is around; the metadata serve where somebody broke them."""
    first, *others = (read_document(article, limits) for article in articles)
    for article in articles:
        remove(article)
    walker = walk_tree(root)
    around = tuple(block for block in walker.blocks if block.text)
    metadata, broken = collect_metadata(root, around)
    first = attrs.evolve(
        first, metadata=metadata, findings=(*findings, *first.findings, *broken), media_type="text/html"
    )
    return Page(blocks=around, regions=tuple(walker.regions), documents=(first, *others), media_type="text/html")


def parse_tree(text: str) -> etree._Element | None:
    """Parse HTML, without comments and processing instructions; None for a page without any element or word.

    Raises `LimitError` where libxml2 gives up on deep nesting, and for a tag with thousands of attributes.
    """
    check_attributes(text)
    if _XML_START.match(text):
        text = _SELF_CLOSED.sub(r"<\1\2></\1>", text)
    if "<![CDATA[" in text:
        text = _show_character_data(text)
    last = next((found.end() for found in _LAST_TAG.finditer(text) if not found["field"]), len(text))
    if _drop_last(text[last:]).strip():
        text = _drop_last(text)  # libxml2 would stop there; the standard goes on (13.2.6.4.19 and 22)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        _check_depth(parser)
        if not parser.error_log or "empty" in str(error).lower():
            return None
        raise MalformedInputError(
            f"the page cannot be parsed: {error.msg}", position=Position(line=error.lineno)
        ) from error
    _check_depth(parser)
    if root is not None:
        _close_head(root)
    return root


def _drop_last(text: str) -> str:
    return _LAST_TAG.sub(lambda found: _SHOWN_TAG.sub("&lt;", found["field"] or ""), text)


def _show_character_data(text: str) -> str:
    """Write character data in drawings and formulas as words; elsewhere a comment (HTML Standard, 13.2.5.42)."""
    depth = 0

    def show(found: re.Match[str]) -> str:
        nonlocal depth
        if found["open"]:
            depth += not found[0].endswith("/>")
        elif found["close"]:
            depth = max(depth - 1, 0)
        elif depth:
            return escape(found["words"])
        return found[0]

    return _CHARACTER_DATA.sub(show, text)


def _close_head(root: etree._Element) -> None:
    """Put what cannot stand in the head, and all after it, into the body (HTML standard, 13.2.6.4.4)."""
    head = root.find("head")
    children = () if head is None else tuple(head.iterchildren("*"))
    first = next((at for at, one in enumerate(children) if one.tag not in _HEAD_TAGS), None)
    if first is None:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    for at, child in enumerate(children[first:]):
        body.insert(at, child)


def walk_tree(root: etree._Element, *, is_mapped: bool = False) -> Walker:
    """Make the blocks of a parsed page; see `Walker` for `is_mapped`."""
    notes = find_notes(root)
    walker = Walker(notes, Regions.of(root), base=_base(root), is_mapped=is_mapped)
    walker.walk(root)
    walker.findings += [*notes.findings, *report_empty(notes, walker.blocks)]
    if walker.replaced:
        message = f"{walker.replaced:,} character references that cannot stand in a text were replaced by U+FFFD"
        walker.findings.append(Finding(FindingCode.REPLACED_CHARACTERS, message))
    return walker


def _check_depth(parser: etree.HTMLParser) -> None:
    """Find out whether the parser stopped in the middle; what follows would be lost."""
    for entry in parser.error_log.filter_from_fatals():
        if "depth" in entry.message.lower():
            raise LimitError(
                "the elements of the page are nested too deeply to be read",
                position=Position(line=entry.line, column=entry.column or None),
                hint="close the elements that are left open",
            )


def _base(root: etree._Element) -> str | None:
    for path, name in (("head/base", "href"), ("head/link[@rel='canonical']", "href")):
        for element in root.iterfind(path):
            if is_absolute(url := (element.get(name) or "").strip()):
                return url
    return None
