"""HTML inside Markdown: passed on, but what would swallow the text after it is shown."""

from __future__ import annotations

import re

__all__ = ["close_block", "show_swallowing"]

# Elements whose content HTML does not parse: one left open would swallow the rest of the text
# (GitHub Flavored Markdown 6.11, "disallowed raw HTML").
_SWALLOWING = re.compile(
    r"<(?=/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext|select|svg|math)\b)", re.IGNORECASE
)


def show_swallowing(html: str) -> str:
    """Return HTML whose tags that would swallow text are shown as words."""
    return _SWALLOWING.sub("&lt;", html)


def close_block(html: str) -> str:
    """Show what a block of HTML leaves open, where it would swallow the text after the block."""
    opened = sum(1 for found in _SWALLOWING.finditer(html) if html[found.end()] != "/")
    if 2 * opened != sum(1 for _ in _SWALLOWING.finditer(html)):
        html = show_swallowing(html)
    if html.count("<!--") > html.count("-->"):
        html = html.replace("<!--", "&lt;!--")
    start, end = html.rfind("<"), html.rfind(">")
    return f"{html[:start]}&lt;{html[start + 1 :]}" if start > end else html
