"""The marker that a browser prints before a list item (HTML Standard 4.4.8, CSS Counter Styles 3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from declarations.numerals import format_alphabetic, format_roman

__all__ = ["ListState", "level_of", "printed_enumerator", "style_of", "to_integer"]

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_NONE = frozenset({"none", "disc", "circle", "square", "disclosure-open", "disclosure-closed"})
_ZEROS = {
    "arabic-indic": "٠",
    "bengali": "০",
    "cambodian": "០",
    "devanagari": "०",
    "gujarati": "૦",
    "gurmukhi": "੦",
    "kannada": "೦",
    "khmer": "០",
    "lao": "໐",
    "malayalam": "൦",
    "mongolian": "᠐",
    "myanmar": "၀",
    "oriya": "୦",
    "persian": "۰",
    "tamil": "௦",
    "telugu": "౦",
    "thai": "๐",
    "tibetan": "༠",
}
_STYLE = re.compile(r"list-style(?:-type)?\s{0,9}:\s{0,9}([^;]{1,80})", re.IGNORECASE)
_LEVEL = re.compile(r"\blst-kix_\w{1,40}-([0-8])\b")
_INTEGER = re.compile(r"\s*([+-]?[0-9]{1,9})")
_ENUMERATOR = re.compile(r"\s{0,9}(\(?(\w{1,6})[.)])(?=\s|[^\W\d_]|$)")
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"


def _upper(form: Callable[[int], str | None]) -> Callable[[int], str | None]:
    return lambda number: (form(number) or "").upper() or None


def _greek(number: int) -> str | None:
    return _GREEK[number - 1] if 0 < number <= len(_GREEK) else None


def _native(zero: str) -> Callable[[int], str | None]:
    table = {ord("0") + value: chr(ord(zero) + value) for value in range(10)}
    return lambda number: str(number).translate(table)


_FORMS: Mapping[str, Callable[[int], str | None]] = {
    "decimal": str,
    "decimal-leading-zero": lambda number: f"{number:02}",
    "lower-alpha": format_alphabetic,
    "lower-latin": format_alphabetic,
    "upper-alpha": _upper(format_alphabetic),
    "upper-latin": _upper(format_alphabetic),
    "lower-roman": format_roman,
    "upper-roman": _upper(format_roman),
    "lower-greek": _greek,
    **{name: _native(zero) for name, zero in _ZEROS.items()},
}


def style_of(attributes: Mapping[str, str]) -> str | None:
    """Return the counter style that `style` or `type` ask for, `none` for bullets; None if they ask for none."""
    if found := _STYLE.search(attributes.get("style", "")):
        for word in found[1].split():
            name = word.strip("\"'").lower()
            if name in _NONE:
                return "none"
            if name in _FORMS:
                return name
    return _TYPES.get(attributes.get("type", ""))


def level_of(attributes: Mapping[str, str]) -> int:
    """Return how many lists are around one that Google Docs writes beside the one that it stands in."""
    found = _LEVEL.search(attributes["class"]) if "class" in attributes else None
    return int(found[1]) if found else 0


def to_integer(text: str | None) -> int | None:
    """Read an integer at the start of an attribute, as HTML does (2.3.4.1); None if there is none."""
    found = _INTEGER.match(text) if text else None
    return int(found[1]) if found else None


def printed_enumerator(text: str, marker: str) -> tuple[str, int] | None:
    """Find the marker itself printed at the start of an item's text, as `1)` where the list counts `1.`.

    Gives what is printed and where the words begin; None if the text begins otherwise.
    """
    found = _ENUMERATOR.match(text)
    if not found or found[2].lower() != marker.strip("().").lower():
        return None
    end = found.end()
    return found[1], end + len(text[end:]) - len(text[end:].lstrip())


class ListState:
    """One list on the way through it: how it counts and where it stands."""

    def __init__(
        self, number: int, attributes: Mapping[str, str], *, ordered: bool, length: int, suffix: str = "."
    ) -> None:
        self.number = number
        self._step = -1 if "reversed" in attributes else 1
        start = to_integer(attributes.get("start"))
        self._next = start if start is not None else length if self._step < 0 else 1
        self._style = style_of(attributes) or ("decimal" if ordered else "none")
        self._suffix = suffix

    def marker(self, attributes: Mapping[str, str]) -> str | None:
        """Count one item, and give what a browser prints before it; None for a bullet."""
        value = to_integer(attributes.get("value"))
        count = self._next if value is None else value
        self._next = count + self._step
        style = style_of(attributes) or self._style
        if style == "none":
            return None
        # A number that the style cannot write is written in digits (CSS Counter Styles 3, `range`).
        return f"{_FORMS[style](count) or count}{self._suffix}"
