"""What an element passes on to everything inside it, and what becomes of a finished block."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from declarations.blocks import Block, BlockKind, Landmark
from declarations.findings import Position
from declarations.parts import NOTHING, Attribute
from declarations.readers.markers import ListState, printed_enumerator
from declarations.readers.notes import NoteTarget
from declarations.text import Text

__all__ = ["Frame", "Opening", "make_block"]

_ARROWS = re.compile(r"(?:\s|[\u21a9\u2191\u21b5\u2912\ufe0e])+$")
_COVERED = 0.8  # of a block that must belong to a landmark before all of it does
_SHORT = 120  # characters of a line about author and date


class Opening:
    """The marker of an item or a note, which goes to the first block in it."""

    __slots__ = ("is_used", "marker")

    def __init__(self, marker: str | None) -> None:
        self.marker = marker
        self.is_used = False

    def take(self) -> str | None:
        """Return the marker the first time, None after that."""
        if self.is_used:
            return None
        self.is_used = True
        return self.marker


class Group:
    """A clause or a note of a document that this library wrote, and what its first block says of it."""

    __slots__ = ("is_begun", "stated", "target")

    def __init__(self, stated: Mapping[str, str] = NOTHING, target: str | None = None) -> None:
        self.stated = stated
        self.target = target  # of a note: its id
        self.is_begun = False


class Frame:
    """The state of the walk inside one element."""

    def __init__(self) -> None:
        self.tag = "body"
        self.line: int | None = None
        self.level = 0
        self.depth = 0
        self.list: ListState | None = None
        self.item: Opening | None = None
        self.landmarks: tuple[Landmark, ...] = ()
        self.region = 0
        self.language: str | None = None
        self.part: str | None = None
        self.piece: str | None = None
        self.groups: tuple[Group, ...] = ()
        self.note: NoteTarget | None = None
        self.note_opening: Opening | None = None
        self.is_pre = False
        self.is_row = False
        self.is_whole = False
        self.is_in_section = False
        self.table_is_data = False

    @property
    def position(self) -> Position:
        """Where the element stands."""
        return Position(line=self.line, element=self.tag)

    def derive(self, tag: str, line: int | None) -> Frame:
        """Make the frame of an element inside this one."""
        new = Frame.__new__(Frame)
        new.__dict__ = {**self.__dict__, "tag": tag, "line": line}
        return new

    def derive_aside(self, tag: str, landmark: Landmark) -> Frame:
        """Make the frame of words that stand in this element and belong to none of its blocks."""
        new = self.derive(tag, self.line)
        new.add_landmark(landmark)
        new.level = 0
        new.item = new.note = new.note_opening = None
        new.is_pre = new.is_row = new.is_whole = False
        return new

    def add_landmark(self, landmark: Landmark) -> None:
        """Note that the element is a region of the page."""
        if not self.landmarks or self.landmarks[-1] is not landmark:
            self.landmarks = (*self.landmarks, landmark)


def make_block(frame: Frame, text: Text, spans: Sequence[tuple[int, int, Landmark]] = ()) -> Block | None:
    """Make the block that ends here; None if it holds nothing but the sign of a note."""
    kind, marker = BlockKind.PARAGRAPH, None
    if frame.note is not None and frame.note_opening is not None:
        kind = BlockKind.NOTE
        text = _bare_note(text, frame.note.sign, is_first=not frame.note_opening.is_used)
        if not text:
            return None
        marker = frame.note_opening.take()
    elif frame.is_row:
        kind = BlockKind.ROW
    elif frame.item is not None and not frame.item.is_used:
        kind = BlockKind.ITEM
        marker = frame.item.take()
        if marker and (found := printed_enumerator(text.text, marker)):
            marker, text = found[0], text[found[1] :]
    if frame.level and kind is not BlockKind.NOTE:
        kind = BlockKind.HEADING
    elif frame.is_pre and kind is BlockKind.PARAGRAPH:
        kind = BlockKind.PREFORMATTED
    return Block(
        kind=kind,
        text=text,
        level=frame.level if kind is BlockKind.HEADING else 0,
        depth=frame.depth,
        marker=marker,
        list_number=frame.list.number if frame.list is not None else 0,
        landmarks=_with_spans(frame.landmarks, len(text.text), spans) if spans else frame.landmarks,
        region=frame.region,
        target=frame.note.id if kind is BlockKind.NOTE and frame.note else None,
        language=frame.language,
        attributes=NOTHING if frame.part is None else {Attribute.PART: frame.part},
        position=frame.position,
    )


def _bare_note(text: Text, sign: str, *, is_first: bool) -> Text:
    if is_first:
        plain = text.text
        start = len(plain) - len(plain.lstrip("^↑[( \u00a0"))
        if plain.startswith(sign, start):
            end = start + len(sign)
            rest = plain[end:].lstrip("]).: \u00a0\n\t")
            if not plain[end:] or rest != plain[end:]:
                text = text[len(plain) - len(rest) :]
    arrow = _ARROWS.search(text.text[-20:])
    return text[: len(text.text) - len(arrow[0])] if arrow else text


def _with_spans(
    landmarks: tuple[Landmark, ...], length: int, spans: Sequence[tuple[int, int, Landmark]]
) -> tuple[Landmark, ...]:
    covered: dict[Landmark, int] = {}
    for start, end, landmark in spans:
        covered[landmark] = covered.get(landmark, 0) + end - start
    return landmarks + tuple(
        landmark
        for landmark, share in covered.items()
        if landmark not in landmarks
        and (share >= _COVERED * length or (landmark is Landmark.BYLINE and length <= _SHORT))
    )
