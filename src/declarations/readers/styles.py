"""What a `style` attribute says about being seen: its declarations, read as CSS does (CSS Syntax 3, 5; CSS Display 3).

Comments, strings, brackets and escapes are known, so that a custom property, the name of a font or an address with
`display:none` in it hides nothing. A value that no browser knows is passed over, and the last of two counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from declarations.readers.tree import names

__all__ = ["is_clipped", "is_undisplayed", "read_style"]

_TOKEN = re.compile(
    r"""(?P<comment>/\*(?:[^*]++|\*(?!/))*+(?:\*/)?) | (?P<string>"(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?)
    | \\[0-9a-fA-F]{1,6}\s? | \\. | [(\[{] | [)\]}] | [;:] | [^/"'\\()\[\]{};:]++ | .""",
    re.VERBOSE | re.DOTALL,
)
_CODE = re.compile(r"\\[0-9a-fA-F]{1,6}\s?")
_LAST_CODE = 0x10FFFF
_IMPORTANT = re.compile(r"\s*!\s*important\s*$")
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_DISPLAYS = names(
    "block inline inline-block inline-flex inline-grid inline-table flex flow flow-root grid list-item math none "
    "contents run-in ruby ruby-base ruby-text ruby-base-container ruby-text-container table table-caption table-cell "
    "table-column table-column-group table-footer-group table-header-group table-row table-row-group initial inherit "
    "revert revert-layer unset -webkit-box -webkit-inline-box -webkit-flex -webkit-inline-flex -ms-flexbox -ms-grid"
)
_OUT_OF_FLOW = frozenset({"absolute", "fixed"})
_NOTHING = re.compile(r"[01](?:\.\d+)?(?:px)?")
_CLIP = re.compile(r"rect\([\s,]*(?:[01](?:px)?[\s,]*){4}\)")
_INSET = re.compile(r"inset\(\s*(?:50|[6-9]\d|100)%")


def is_undisplayed(style: str) -> bool:
    """Return whether an element with this `style` is not displayed."""
    return _mentions(style, "none") and _read(style).get("display") == "none"


def is_clipped(style: str) -> bool:
    """Return whether an element with this `style` is clipped to nothing, for screen readers only."""
    if not (_mentions(style, "absolute") or _mentions(style, "fixed")):
        return False
    said = _read(style)
    if said.get("position") not in _OUT_OF_FLOW:
        return False
    if _CLIP.fullmatch(said.get("clip", "")) or _INSET.match(said.get("clip-path", "")):
        return True
    sides = (said.get("width", ""), said.get("height", ""))
    return said.get("overflow") == "hidden" and all(map(_NOTHING.fullmatch, sides))


def read_style(style: str) -> Mapping[str, str]:
    """Return what a `style` attribute declares: names and values in lower case, without comments."""
    said: dict[str, tuple[bool, str]] = {}
    for declaration in _split(style):
        name, colon, value = declaration.partition(":")
        name, value = name.strip().lower(), value.strip().lower()
        bare = _IMPORTANT.sub("", value)
        is_important = bare != value
        if colon and _is_known(name, bare) and (is_important or not said.get(name, (False, ""))[0]):
            said[name] = is_important, bare
    return {name: value for name, (_, value) in said.items()}


def _mentions(style: str, word: str) -> bool:
    return "\\" in style or word in style.lower()


@lru_cache(maxsize=1024)
def _read_short(style: str) -> Mapping[str, str]:
    return read_style(style)


def _read(style: str) -> Mapping[str, str]:
    return _read_short(style) if len(style) < 1000 else read_style(style)


def _is_known(name: str, value: str) -> bool:
    if name != "display" or "var(" in value:
        return bool(value)
    words = value.split()
    return bool(words) and _DISPLAYS.issuperset(words) and (len(words) == 1 or "none" not in words)


def _split(style: str) -> list[str]:
    """Return the declarations; a bracket that is left open takes all that follows."""
    made: list[str] = []
    pieces: list[str] = []
    waiting: list[str] = []
    for token in _TOKEN.finditer(style):
        piece = token[0]
        if token["comment"]:
            continue
        if piece in _CLOSING:
            waiting.append(_CLOSING[piece])
        elif waiting and piece == waiting[-1]:
            waiting.pop()
        elif piece == ";" and not waiting:
            made.append("".join(pieces))
            pieces = []
            continue
        pieces.append(_unescape(piece) if piece[0] == "\\" else piece)
    return [*made, "".join(pieces)]


def _unescape(piece: str) -> str:
    code = int(piece[1:], 16) if _CODE.fullmatch(piece) else 0
    if code:
        return chr(code) if code <= _LAST_CODE else "\ufffd"
    return piece[1:]
