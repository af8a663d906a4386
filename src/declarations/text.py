"""Text: one plain string plus stand-off marks.

The string is what a reader sees; marks say what is special about a stretch of it. Marks are kept in
one canonical form (sorted, and touching or overlapping marks of one kind and target joined), so two
texts that look alike are equal, and a format that can only nest can hold marks that cross.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, Literal

import attrs

from declarations.errors import ValidationError
from declarations.validation import check_integer, check_language, check_string, to_member, to_tuple

__all__ = ["Event", "Mark", "MarkKind", "Text", "to_optional_text", "to_text", "to_texts"]


class MarkKind(StrEnum):
    """What a mark says about its stretch of text."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    UNDERLINE = "underline"
    STRIKE = "strike"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    CODE = "code"
    TABLE = "table"
    """The lines of the stretch are rows of a table; tabs separate the cells."""
    LINK = "link"
    """The target is a URL."""
    LANGUAGE = "language"
    """The stretch is in another language; the target is its BCP 47 tag."""
    NOTE = "note"
    """A note is referred to at this point; the target is the note's id, the stretch is empty."""


_TARGETED = (MarkKind.LINK, MarkKind.LANGUAGE, MarkKind.NOTE)  # tuples: members of an enumeration hash slowly
_PLAIN = tuple(kind for kind in MarkKind if kind not in _TARGETED)
_PLAIN_KINDS = (tuple, list)  # of several values
_RANK = {kind: rank for rank, kind in enumerate(MarkKind)}


def to_mark_kind(value: MarkKind | str) -> MarkKind:
    """Take a member or its value."""
    return value if type(value) is MarkKind else to_member(MarkKind, value)


def to_marks(values: Iterable[Mark]) -> tuple[Mark, ...]:
    """Take any iterable of marks."""
    return values if type(values) is tuple and not values else to_tuple(Mark, values)


@attrs.frozen
class Mark:
    """One stretch of a text and what is special about it."""

    start: int
    """Offset of its first character, counted from 0 in code points."""
    end: int
    """Offset after its last character; equal to `start` for a note."""
    kind: MarkKind = attrs.field(converter=to_mark_kind)
    """What is special about it."""
    target: str | None = None
    """URL of a link, id of a note, BCP 47 tag of a language; None for every other kind."""

    def __attrs_post_init__(self) -> None:
        start, end = self.start, self.end
        if type(start) is int and type(end) is int and 0 <= start < end <= sys.maxsize:
            if self.target is None and self.kind in _PLAIN:
                return  # the quick way for most marks
        else:
            check_integer(start, "start of a mark", 0, sys.maxsize)
            check_integer(end, "end of a mark", 0, sys.maxsize)
        if end < start:
            raise ValidationError(f"mark {self.start}–{self.end} runs backwards")
        if (self.start == self.end) != (self.kind is MarkKind.NOTE):
            shape = "a note marks a point" if self.kind is MarkKind.NOTE else f"{self.kind} needs a stretch of text"
            raise ValidationError(f"mark {self.start}–{self.end}: {shape}")
        if (self.target is not None) != (self.kind in _TARGETED):
            need = "needs a target" if self.kind in _TARGETED else "takes no target"
            raise ValidationError(f"mark {self.start}–{self.end}: {self.kind} {need}")
        if self.kind is MarkKind.LANGUAGE:
            check_language(self.target, "target of a language mark")
        elif self.target is not None:
            check_string(self.target, "target of a mark")


Event = tuple[Literal["open", "close"], Mark] | tuple[Literal["text"], str]
"""A step of writing marked text as nested markup."""


@attrs.frozen(repr=False)
class Text:
    """A plain string and its marks.

    Raises `ValidationError` for a character outside XML 1.0 `Char` and for a mark outside the string.
    """

    text: str = ""
    """The characters, without any markup; a line feed is a line break."""
    marks: tuple[Mark, ...] = attrs.field(default=(), converter=to_marks)
    """The marks in canonical form."""

    def __attrs_post_init__(self) -> None:
        if type(self.text) is not str or not self.text.isprintable():
            check_string(self.text, "text", empty=True)
        if self.marks:
            length = len(self.text)
            last, is_canonical = -1, True
            for mark in self.marks:
                if mark.end > length:
                    raise ValidationError(
                        f"mark {mark.kind} {mark.start}–{mark.end} is outside its text of {length} characters"
                    )
                is_canonical = is_canonical and mark.start > last
                last = mark.end
            if not is_canonical:  # marks that follow each other with words between are so already
                object.__setattr__(self, "marks", _canonical(self.marks))

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        marked = f", {len(self.marks)} marks" if self.marks else ""
        return f"Text({shorten(self.text)!r}{marked})"

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text or self.marks)

    def __getitem__(self, part: slice) -> Text:
        """Cut out a stretch (a slice without step) together with its marks."""
        if not isinstance(part, slice):
            raise ValidationError("a text is cut by a slice, not by an index", hint="take its `text` for characters")
        start, end, step = part.indices(len(self.text))
        if step != 1:
            raise ValidationError("a text can only be sliced with step 1")
        end = max(start, end)
        if not self.marks:
            return Text(self.text[start:end])
        clipped = [
            Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.kind, mark.target)
            for mark in self.marks
            if _is_within(mark, start, end)
        ]
        return Text(self.text[start:end], clipped)

    def __add__(self, other: Text | str) -> Text:
        return Text.join((self, to_text(other)), "")

    def strip(self) -> Text:
        """Take white space off both ends."""
        bare = self.text.strip()
        if len(bare) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip())
        return self[start : start + len(bare)]

    @staticmethod
    def join(texts: Iterable[Text | str], separator: str = "\n") -> Text:
        """Put texts after each other with a separator between them; marks keep their words."""
        check_string(separator, "separator", empty=True)
        strings: list[str] = []
        marks: list[Mark] = []
        offset = 0
        for text in to_texts(texts):
            if strings:
                strings.append(separator)
                offset += len(separator)
            strings.append(text.text)
            marks += (Mark(mark.start + offset, mark.end + offset, mark.kind, mark.target) for mark in text.marks)
            offset += len(text.text)
        return Text("".join(strings), marks)

    def events(self) -> Iterator[Event]:
        """Yield the text as properly nested opening, text and closing steps.

        Marks that cross are closed and opened again; reading the result back joins them.
        """
        if not self.marks:
            if self.text:
                yield "text", self.text
            return
        borders = sorted({0, len(self.text)} | {place for mark in self.marks for place in (mark.start, mark.end)})
        starting: dict[int, list[Mark]] = {}
        for mark in self.marks:
            starting.setdefault(mark.start, []).append(mark)
        stack: list[tuple[Mark, int]] = []
        for place, following in zip(borders, [*borders[1:], len(self.text)], strict=True):
            yield from _close_ended(stack, place)
            for mark in starting.get(place, ()):
                yield "open", mark
                if mark.kind is MarkKind.NOTE:
                    yield "close", mark
                else:
                    _push(stack, mark)
            if following > place:
                yield "text", self.text[place:following]


def _push(stack: list[tuple[Mark, int]], mark: Mark) -> None:
    """Put a mark on the stack of those that are open, with the first place where it or one below it ends."""
    stack.append((mark, min(mark.end, stack[-1][1]) if stack else mark.end))


def _close_ended(stack: list[tuple[Mark, int]], place: int) -> Iterator[Event]:
    """Close the marks that end here; those opened inside them that go on are opened again."""
    inner: list[Mark] = []
    while stack and stack[-1][1] <= place:
        inner.append(stack.pop()[0])
        yield "close", inner[-1]
    for mark in reversed(inner):
        if mark.end > place:
            yield "open", mark
            _push(stack, mark)


def _is_within(mark: Mark, start: int, end: int) -> bool:
    """Return whether a stretch holds something of a mark; a note at a border belongs to both sides."""
    if mark.kind is MarkKind.NOTE:
        return start <= mark.start <= end
    return max(mark.start, start) < min(mark.end, end)


def _series(mark: Mark) -> tuple[int, str]:
    return _RANK[mark.kind], mark.target or ""


def _place(mark: Mark) -> tuple[int, int, int, str]:
    return mark.start, -mark.end, _RANK[mark.kind], mark.target or ""


def _canonical(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    if len({(mark.kind, mark.target) for mark in marks}) == len(marks):  # nothing to join
        return tuple(sorted(marks, key=_place))
    joined: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (_series(mark), mark.start, mark.end)):
        last = joined[-1] if joined else None
        if last is None or _series(last) != _series(mark) or mark.start > last.end:
            joined.append(mark)
        elif mark.end > last.end:
            joined[-1] = Mark(last.start, mark.end, mark.kind, mark.target)
    return tuple(sorted(joined, key=_place))


def shorten(string: str, width: int = 48) -> str:
    """Cut a string for display; an ellipsis shows that something was left out."""
    line = " ".join(string[: width * 2].split())
    return line if len(line) <= width and len(string) <= width * 2 else line[: width - 1].rstrip() + "…"


def to_text(value: Text | str) -> Text:
    """Take a string as unmarked text; raise `ValidationError` for anything but `str` and `Text`."""
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text(value)
    raise ValidationError(f"expected a text, not {type(value).__name__}")


def to_optional_text(value: Text | str | None) -> Text | None:
    """Like `to_text`, but None stays None."""
    return None if value is None else to_text(value)


def to_texts(values: Iterable[Text | str]) -> tuple[Text, ...]:
    """Take several strings or texts; a single string is refused, since it would be cut into letters."""
    if type(values) in _PLAIN_KINDS:
        made: tuple[Any, ...] = tuple(values)
        if not made or {*map(type, made)} == {Text}:
            return made  # the quick way
    if isinstance(values, str | Text):
        raise ValidationError("expected several texts, not one", hint="put it in a list")
    if not isinstance(values, Iterable):
        raise ValidationError(f"expected several texts, not {type(values).__name__}", hint="pass a list")
    return tuple([value if isinstance(value, Text) else to_text(value) for value in values])
