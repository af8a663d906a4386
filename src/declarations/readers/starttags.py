"""Start tags with more attributes than any page has, for which HTML parsers take more than linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from declarations.errors import LimitError, Position

__all__ = ["check_attributes"]

_MOST = 1000
_SHORTEST = 2 * _MOST  # characters that so many attributes take
_QUOTED = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
_TAG = re.compile(
    r"""<!--(?:[^-]++|-(?!->))*+ | <(?P<name>[a-z][^\s/>]*+)(?:[^>=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|=)*+""",
    re.IGNORECASE | re.VERBOSE,
)
"""Comments, and start tags without the sign that ends them."""
_RAW = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
"""The ends of elements whose content is no markup."""


def check_attributes(text: str) -> None:
    """Raise `LimitError` for HTML in which a start tag has more than a thousand attributes."""
    if all(len(piece) < _SHORTEST for piece in text.split("<")):
        return  # the quick way
    for tag in _list_tags(text):
        if tag.end() - tag.start() >= _SHORTEST and len(_QUOTED.sub("= ", tag[0]).split()) > _MOST:
            line = text.count("\n", 0, tag.start()) + 1
            message = f"a start tag has more than {_MOST:,} attributes"
            raise LimitError(message, position=Position(line=line), hint="take out those that say nothing")


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
