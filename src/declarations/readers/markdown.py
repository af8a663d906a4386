"""Markdown to blocks: CommonMark with the tables and strikethrough of GFM, footnotes and front matter.

markdown-it makes HTML of it, with the line of every element and the sign behind every number noted in
attributes; the rest is the work of the HTML reader, so that HTML inside Markdown means the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from declarations.blocks import Block, BlockKind, Clue, Landmark, Limits, Page
from declarations.errors import Finding, LimitError, Position
from declarations.readers.decoding import decode_text
from declarations.readers.frontmatter import read_front_matter
from declarations.readers.html import parse_tree, walk_tree
from declarations.readers.metadata import make_clues
from declarations.text import Text

__all__ = ["read_page"]

_DEEPEST = 100  # levels of blocks; markdown-it drops what is deeper, so deeper texts are refused
_TAG = re.compile(r"\s{0,9}<[A-Za-z][A-Za-z0-9-]*(?=[\s>])")
# Elements whose content HTML does not parse: one left open would swallow the rest of the text
# (GitHub Flavored Markdown 6.11, "disallowed raw HTML").
_SWALLOWING = re.compile(
    r"<(?=/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext|select|svg|math)\b)", re.IGNORECASE
)


def read_page(data: str | bytes, *, limits: Limits) -> Page:
    """Read a Markdown text.

    Raises `BinaryInputError` for data that is no text, `LimitError` for more lines than the limits allow
    and for quotes and lists nested too deeply.
    """
    source = decode_text(data)
    text = source.text.replace("\f", "\n")
    limits.check_nodes(text.count("\n") + 1, "lines")
    parser = _make_parser()
    tokens = parser.parse(text)
    _check_depth(tokens)
    blocks: list[Block] = []
    clues: list[Clue] = []
    findings: list[Finding] = list(source.findings)
    for token in tokens[:1]:
        if token.type == "front_matter":
            clues, broken = read_front_matter(token.content, 2)
            if broken:
                findings.append(broken)
                blocks.append(_kept(token.content))
    root = parse_tree(parser.renderer.render(tokens, parser.options, {}))
    if root is not None:
        walker = walk_tree(root, is_mapped=True)
        blocks += walker.blocks
        findings += walker.findings
    return Page(blocks=tuple(blocks), clues=make_clues(clues), findings=tuple(findings), media_type="text/markdown")
