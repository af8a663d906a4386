"""Markdown to blocks: CommonMark with the tables and strikethrough of GFM, footnotes and front matter.

markdown-it makes HTML of it, with the line of every element and the sign after every number noted in
attributes; the rest is the work of the HTML reader, so that HTML inside Markdown means the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import attrs
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from declarations.blocks import Block, BlockKind, Landmark, Limits, MetadataItem, Page
from declarations.errors import LimitError
from declarations.findings import Position
from declarations.readers.blockrules import bound_blocks
from declarations.readers.decoding import decode_text
from declarations.readers.definitions import report_unused
from declarations.readers.frontmatter import read_front_matter
from declarations.readers.fronts import Front, cut_front
from declarations.readers.hints import hint_parts
from declarations.readers.html import parse_tree, walk_tree
from declarations.readers.leaks import remove_leaks
from declarations.readers.markdownsyntax import hide_syntax
from declarations.readers.metadata import make_metadata
from declarations.readers.nesting import DEEPEST, check_depth
from declarations.readers.rawhtml import close_block, show_swallowing
from declarations.readers.softbreaks import keep_counted_lines
from declarations.readers.typednotes import link_notes
from declarations.readers.writtenpages import read_written_page
from declarations.text import Text

__all__ = ["read_page"]

_MOST_OPEN = 1000
_BRACKET_OR_BREAK = re.compile(r"\\[\[\]\\]|[\[\]]|\n[ \t]*\n")
_TAG = re.compile(r"\s{0,9}<[A-Za-z][A-Za-z0-9-]*(?=[\s>])")


def read_page(data: str | bytes, *, limits: Limits) -> Page:
    """Read a Markdown text.

    Raises `BinaryInputError` for data that is no text, `LimitError` for more lines than the limits allow
    and for quotes and lists nested too deeply.
    """
    source = decode_text(data)
    text = source.text.replace("\f", "\n")
    limits.check_nodes(text.count("\n") + 1, "lines")
    _check_brackets(text)
    page, changed = read_written_page(text, limits)
    if page is not None:
        return attrs.evolve(page, findings=(*source.findings, *page.findings))
    front, text = cut_front(text)
    text, hidden = hide_syntax(text)
    parser = _make_parser()
    env: dict[str, Any] = {}
    tokens = parser.parse(text, env)
    check_depth(tokens)
    blocks: list[Block] = []
    metadata: list[MetadataItem] = []
    findings = [*source.findings, *filter(None, (changed, hidden))]
    if front:
        metadata, broken = read_front_matter(front)
        if broken:
            findings.append(broken)
            blocks.append(_kept(front))
    root = parse_tree(parser.renderer.render(tokens, parser.options, {}))
    if root is not None:
        walker = walk_tree(root, is_mapped=True)
        blocks += walker.blocks
        findings += walker.findings
    unused = report_unused(text, env)
    whole, leaked = remove_leaks(blocks)
    kept = hint_parts(link_notes(whole), tokens)
    return Page(
        blocks=kept,
        metadata=make_metadata(metadata),
        findings=(*findings, *leaked, *unused),
        media_type="text/markdown",
    )


def _make_parser() -> MarkdownIt:
    parser = bound_blocks(MarkdownIt("commonmark", {"maxNesting": DEEPEST}, renderer_cls=_Renderer))
    parser.enable(["table", "strikethrough"]).use(footnote_plugin).use(deflist_plugin)
    parser.add_render_rule("footnote_block_open", _open_notes)
    parser.add_render_rule("footnote_caption", _caption)
    parser.core.ruler.before("footnote_tail", "unused_notes", _keep_unused_notes)
    parser.core.ruler.push("attributes", _note_attributes)
    parser.core.ruler.push("counted_lines", keep_counted_lines)
    return parser


class _Renderer(RendererHTML):
    """Writes the HTML that the walk reads; the rules of the footnote plugin come on top."""

    def code_block(self, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
        """Write preformatted text, without a mark for code on all of it."""
        return f"<pre{self.renderAttrs(tokens[idx])}>\n{escapeHtml(tokens[idx].content)}</pre>\n"

    def fence(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        """Write fenced code like indented code."""
        return self.code_block(tokens, idx, options, env)

    def html_block(self, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
        """Pass HTML on, with the line of its first element."""
        content = close_block(tokens[idx].content)
        found = _TAG.match(content)
        return f"{found[0]}{self.renderAttrs(tokens[idx])}{content[found.end() :]}" if found else content

    def html_inline(self, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
        """Pass HTML on, but show the tags that would swallow text."""
        return show_swallowing(tokens[idx].content)


def _open_notes(*_: Any) -> str:
    return '<section class="footnotes"><ol class="footnotes-list">'


def _caption(_renderer: Any, tokens: Sequence[Token], idx: int, _options: Any, _env: Any) -> str:
    return f"[{tokens[idx].meta['id'] + 1}]"


def _keep_unused_notes(state: StateCore) -> None:
    """Make divisions of the notes that nothing refers to, and of all but the last of one label.

    The footnote plugin would drop them.
    """
    used = state.env.get("footnotes", {}).get("refs", {})
    opened = [token for token in state.tokens if token.type == "footnote_reference_open"]
    last = {token.meta["label"]: token for token in opened}
    is_unused = False
    for token in state.tokens:
        if token.type == "footnote_reference_open":
            label = token.meta["label"]
            is_unused = used.get(f":{label}", -1) < 0 or last[label] is not token
        if is_unused and token.type in ("footnote_reference_open", "footnote_reference_close"):
            token.type = token.type.replace("reference", "unused")
            token.tag = "div"
            if token.nesting > 0:
                token.attrSet("class", "footnotes")


def _note_attributes(state: StateCore) -> None:
    """Note the line of every element, and how the numbers of lists are written."""
    items: list[list[Token]] = []
    for token in state.tokens:
        if token.map and token.nesting >= 0 and token.type != "inline":
            token.attrSet("data-line", str(token.map[0] + 1))
        if token.type == "ordered_list_open":
            token.attrSet("data-suffix", token.markup)
            items.append([])
        elif token.type == "bullet_list_open":
            items.append([])
        elif token.type == "list_item_open":
            items[-1].append(token)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            _number(items.pop())


def _number(items: Sequence[Token]) -> None:
    """Number items as they are written, unless all are written alike and so left to be counted."""
    written = [item.info for item in items]
    if len(set(written)) > 1:
        for item in items:
            item.attrSet("value", item.info)


def _kept(front: Front) -> Block:
    position = Position(line=front.line)
    text = Text(front.content.removesuffix("\n"))
    return Block(kind=BlockKind.PREFORMATTED, text=text, landmarks=(Landmark.POSTMETA,), position=position)


def _check_brackets(text: str) -> None:
    """Refuse paragraphs in which so many brackets stay open that looking for links takes for ever."""
    depth = 0
    front = text.find("\n---", 3) if text.startswith("---") else 0
    for found in _BRACKET_OR_BREAK.finditer(text, max(front, 0)):
        sign = found[0]
        if sign == "[":
            depth += 1
            if depth > _MOST_OPEN:
                raise LimitError(
                    f"more than {_MOST_OPEN:,} square brackets are open in one paragraph",
                    position=Position(line=text.count("\n", 0, found.start()) + 1),
                    hint="close them or write \\[",
                )
        elif sign == "]":
            depth = max(depth - 1, 0)
        elif sign[0] == "\n":
            depth = 0
