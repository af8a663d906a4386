"""Start tags with more attributes than any page has, for which HTML parsers take more than linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from declarations.errors import LimitError
from declarations.findings import Position

__all__ = ["check_attributes"]

_MOST = 1000
_SHORTEST = 2 * _MOST  # characters that so many attributes take
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>]\S*+)""")
_GAP = re.compile(r"[\s/]++")  # between attributes (HTML Standard, 13.2.5.32)
_TAG = re.compile(
    r"""<!--(?:[^-]++|-(?!->))*+ | <(?P<name>[a-z][^\s/>]*+)(?:[^>=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|=)*+""",
    re.IGNORECASE | re.VERBOSE,
)
"""Comments, and start tags without the sign that ends them."""
_RAW = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
"""The ends of elements whose content is no markup."""


def check_attributes(text: str) -> None:
    """Raise `LimitError` for HTML in which a start tag has more than a thousand attributes."""
    if len(text) < _SHORTEST:
        return
    for tag in _list_tags(text):
        if tag.end() - tag.start() >= _SHORTEST and _count(tag[0]) > _MOST:
            line = text.count("\n", 0, tag.start()) + 1
            message = f"a start tag has more than {_MOST:,} attributes"
            raise LimitError(message, position=Position(line=line), hint="take out those that say nothing")


def _count(tag: str) -> int:
    return len(_GAP.findall(_VALUE.sub("= ", tag)))


def _list_tags(text: str) -> Iterator[re.Match[str]]:
    place = 0
    while found := _TAG.search(text, place):
        place = found.end()
        if found["name"] is None:
            continue
        yield found
        if end := _RAW.get(found["name"].lower()):
            closed = end.search(text, place)
            place = closed.start() if closed else len(text)
