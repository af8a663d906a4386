"""Inline marks as elements of HTML, which Markdown may hold too, and links that are safe to follow."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote

from declarations.text import MarkKind

__all__ = ["ELEMENTS", "to_href"]

ELEMENTS: Mapping[MarkKind, str] = MappingProxyType(
    {
        MarkKind.EMPHASIS: "em",
        MarkKind.STRONG: "strong",
        MarkKind.UNDERLINE: "u",
        MarkKind.STRIKE: "s",
        MarkKind.SUPERSCRIPT: "sup",
        MarkKind.SUBSCRIPT: "sub",
        MarkKind.CODE: "code",
    }
)
"""The element that says what a mark without a target says (HTML Standard, 4.5)."""

_SAFE = frozenset({"", "http", "https", "mailto", "tel", "ftp"})  # schemes that run nothing; "" is a relative URL
_INVISIBLE = re.compile("[^!-~]+")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_KEPT = "!#$&'()*+,/:;=?@~%"  # reserved characters of RFC 3986, section 2.2, and those that are encoded already
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def to_href(target: str) -> str | None:
    """Return the URL that leads to the target of a link, in ASCII (RFC 3986); None if it is not safe to follow.

    Safe are relative URLs and those of a few schemes that cannot run anything. Programs differ in which white
    space and control characters they drop before they look for a scheme (URL Standard, section 4.4), so a target is
    only safe if it is without all that is no visible ASCII as well.
    """
    url = quote(_LONE_PERCENT.sub("%25", target.strip(" \t\n\r")), safe=_KEPT)
    is_safe = all(_find_scheme(form) in _SAFE for form in (url, _INVISIBLE.sub("", target)))
    return url if is_safe else None


def _find_scheme(url: str) -> str:
    found = _SCHEME.match(url)
    return found[1].lower() if found else ""
