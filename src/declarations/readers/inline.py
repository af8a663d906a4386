"""Running text: white space folded as browsers do, marks that begin and end with a word, line breaks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from declarations.blocks import Landmark
from declarations.readers.decoding import clean
from declarations.scripts import UNSPACED, is_joined
from declarations.text import Mark, MarkKind, Text

__all__ = ["MARK_TAGS", "InlineBuilder", "fold"]

MARK_TAGS: Mapping[str, MarkKind] = MappingProxyType(
    {
        "b": MarkKind.STRONG,
        "cite": MarkKind.EMPHASIS,
        "code": MarkKind.CODE,
        "del": MarkKind.STRIKE,
        "dfn": MarkKind.EMPHASIS,
        "em": MarkKind.EMPHASIS,
        "i": MarkKind.EMPHASIS,
        "ins": MarkKind.UNDERLINE,
        "kbd": MarkKind.CODE,
        "s": MarkKind.STRIKE,
        "samp": MarkKind.CODE,
        "strike": MarkKind.STRIKE,
        "strong": MarkKind.STRONG,
        "sub": MarkKind.SUBSCRIPT,
        "sup": MarkKind.SUPERSCRIPT,
        "tt": MarkKind.CODE,
        "u": MarkKind.UNDERLINE,
        "var": MarkKind.EMPHASIS,
    }
)
"""What an element of HTML that only marks its words says about them (HTML Standard, 4.5)."""

_BREAK_BETWEEN = re.compile(f"(?<=[{UNSPACED}])[ \t]*\n[ \t\n]*(?=[{UNSPACED}])")
_SPACES = re.compile("[ \t\n\f\r]{2,}|[\t\n\f\r]")
_WHITE = " \t\n\f\r"
_MOST_OPEN = 12  # marks around one word; more only come from broken or hostile pages

Series = tuple[MarkKind | Landmark, str | None]


def fold(string: str) -> str:
    """Fold white space to single spaces; no-break spaces stay, soft hyphens go."""
    if string.isprintable() and "  " not in string:
        return string
    if not string.isascii():
        string = string.replace("\u00ad", "")
        if "\n" in string:
            string = _BREAK_BETWEEN.sub("", string)
    return _SPACES.sub(" ", string)


class InlineBuilder:
    """Collects the running text of one block after another.

    `open` and `close` nest; marks that are open when a block ends go on in the next one. It keeps strings
    and marks itself, since most blocks have no marks and all of them pass here.
    """

    __slots__ = (
        "_aside",
        "_is_placed",
        "_last",
        "_marks",
        "_open",
        "_quotes",
        "_space",
        "_spans",
        "_starts",
        "_strings",
        "_waiting",
        "breaks",
        "length",
        "replaced",
    )

    def __init__(self) -> None:
        self.replaced = 0
        self._quotes = 0
        self._open: list[Series | None] = []
        self._starts: dict[Series, int] = {}
        self._waiting: dict[str, Any] = {}
        self._reset()

    def set_aside(self) -> None:
        """Begin the words of something else; those so far wait, with their open marks."""
        self._waiting = {name: getattr(self, name) for name in _STATE}
        self._open, self._starts = [], {}
        self._reset()

    def resume(self) -> None:
        """Go on with the words that wait."""
        for name, value in self._waiting.items():
            setattr(self, name, value)
        self._waiting = {}

    def _reset(self) -> None:
        self.length = 0
        self.breaks = 0
        self._strings: list[str] = []
        self._marks: list[Mark] = []
        self._spans: list[tuple[int, int, Landmark]] = []
        self._is_placed = False
        self._space = self._last = self._aside = ""

    def append(self, string: str, *, verbatim: bool = False) -> None:
        """Add text; `verbatim` keeps white space as it stands."""
        if not string.isprintable():
            if not verbatim and not string.strip(_WHITE):
                self._space = self._space or ("\n" if "\n" in string else " ")
                return
            string, replaced = clean(string.replace("\f", " "))
            self.replaced += replaced
        if verbatim:
            if string:
                self._put(string)
            return
        folded = fold(string)
        bare = folded.strip(" ")
        if not bare:
            self._space = self._space or (" " if folded else "")
            return
        if folded[0] == " " and not self._space:
            self._space = "\n" if "\n" in string[: len(string) - len(string.lstrip(_WHITE))] else " "
        self._put_after_space(bare)
        if folded[-1] == " ":
            self._space = "\n" if "\n" in string[len(string.rstrip(_WHITE)) :] else " "

    def _put_after_space(self, string: str) -> None:
        if self._aside:
            aside, self._aside = self._aside, ""
            self._put(aside)
        if self._space:
            glued = self._space == "\n" and is_joined(self._last, string)
            self._space = ""
            if not glued and self._last not in ("", "\n", "\t"):
                self._strings.append(" ")
                self.length += 1
        self._put(string)

    def _put(self, string: str) -> None:
        if not self._is_placed:
            for series, start in self._starts.items():
                if start < 0:
                    self._starts[series] = self.length
            self._is_placed = True
        self._strings.append(string)
        self.length += len(string)
        self._last = string[-1]
        self.breaks = 0

    def line_break(self) -> None:
        """End the line; white space around the break goes."""
        self._space = ""
        self.breaks += 1
        if self._last not in ("", "\n"):
            self._strings.append("\n")
            self.length += 1
            self._last = "\n"

    def tab(self) -> None:
        """Separate two cells of a table."""
        self._space = ""
        self._aside = ""
        self._strings.append("\t")
        self.length += 1
        self._last = "\t"

    def space(self) -> None:
        """Keep what follows apart from what came."""
        self._space = self._space or " "

    def add_image(self, alternative: str) -> None:
        """Hold the words of an image; they count only between words of running text."""
        words = fold(clean(alternative)[0]).strip(" ")
        if self.length and words:
            self._aside = f"{' ' if self._space else ''}{words}"
            self._space = ""

    def open_quote(self) -> None:
        """Begin a quotation; one in another has single signs."""
        self.append("“‘"[self._quotes % 2])
        self._quotes += 1

    def close_quote(self) -> None:
        """End the innermost quotation."""
        self._quotes -= 1
        self.append("”’"[self._quotes % 2])

    def open_ruby(self) -> None:
        """Begin the reading of the words before it."""
        self.append("(")

    def close_ruby(self) -> None:
        """End a reading."""
        self.append(")")

    def note(self, target: str) -> None:
        """Refer to a note at this point."""
        self._marks.append(Mark(self.length, self.length, MarkKind.NOTE, target))

    def open(self, kind: MarkKind | Landmark, target: str | None = None) -> None:
        """Begin a mark, or a stretch that belongs to a landmark; it starts at the next word.

        A link in a link is none.
        """
        series = (kind, target)
        is_nested_link = kind is MarkKind.LINK and any(other is MarkKind.LINK for other, _ in self._starts)
        if is_nested_link or series in self._starts or len(self._starts) >= _MOST_OPEN:
            self._open.append(None)
            return
        self._starts[series] = -1
        self._is_placed = False
        self._open.append(series)

    def close(self) -> None:
        """End what was opened last; it ends at the last word."""
        series = self._open.pop()
        if series is not None:
            self._finish(series, self._starts.pop(series))

    def _finish(self, series: Series, start: int) -> None:
        if start < 0:
            return
        kind, target = series
        if isinstance(kind, Landmark):
            self._spans.append((start, self.length, kind))
        else:
            self._marks.append(Mark(start, self.length, kind, target))

    def take(self, *, is_row: bool = False) -> tuple[Text, list[tuple[int, int, Landmark]]]:
        """Return the text of the block and its landmark stretches, and begin the next block.

        Of a row the tabs at its start are kept: they stand for empty cells.
        """
        for series, start in self._starts.items():
            self._finish(series, start)
        self._starts = dict.fromkeys(self._starts, -1)
        string = "".join(self._strings)
        if self._marks:
            text = Text(string, self._marks)
            bare = text.strip()
            text = text if is_row and bare else bare
        else:
            bare_string = string.strip()
            text = Text(string if is_row and bare_string else bare_string)
        spans = self._spans
        self._reset()
        return text, spans

    def skip(self) -> bool:
        """End a block that holds nothing; return False for one that holds something."""
        if self.length or self._marks:
            return False
        self.breaks = 0
        self._space = self._last = self._aside = ""
        return True


_STATE = tuple(name for name in InlineBuilder.__slots__ if name not in ("_quotes", "_waiting", "replaced"))
