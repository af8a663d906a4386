"""From a parsed page to blocks: one walk over the tree, without recursion."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lxml import etree

from declarations.blocks import Block, BlockKind, Landmark
from declarations.findings import Finding, FindingCode, Position
from declarations.readers.elements import BLOCKS, HEADINGS, SHOWING, is_control, is_seen, list_shown
from declarations.readers.frames import Frame, Opening, make_block
from declarations.readers.inline import MARK_TAGS, InlineBuilder
from declarations.readers.landmarks import landmark_of_words
from declarations.readers.markers import ListState, level_of, to_integer
from declarations.readers.notes import Notes, sign_of
from declarations.readers.regions import Regions
from declarations.readers.tables import find_marker, is_data_table
from declarations.readers.tree import attributes_of, line_of, raw_text, resolve, to_language, words_of
from declarations.text import MarkKind, Text

__all__ = ["Walker"]

_CONTENT = frozenset({Landmark.MAIN, Landmark.ARTICLE})
_DEEPEST_LIST = 20


class Walker:
    """Makes the blocks of one page.

    `base` is the absolute URL of the page, if it says one. `is_mapped` believes `data-line` and
    `data-suffix`, with which the Markdown reader says where an element stood and how its numbers are written.
    """

    _builder: type[InlineBuilder] = InlineBuilder

    def __init__(self, notes: Notes, regions: Regions, *, base: str | None = None, is_mapped: bool = False) -> None:
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []
        self.replaced = 0
        self._notes = notes
        self._regions = regions
        self.regions = regions.found
        self._base = base
        self._is_mapped = is_mapped
        self._inline = self._builder()
        self._frame = Frame()
        self._stack: list[tuple[Frame, int, str]] = []
        self._lists = 0
        self._asides: list[Block] = []
        self._aside = 0  # how many elements are open around it
        self._read: etree._Element | None = None
        self._block_starts: dict[str, Callable[[etree._Element, Mapping[str, str], Frame], None]] = {
            **dict.fromkeys(("dir", "menu", "ol", "ul"), self._start_list),
            **dict.fromkeys(("td", "th"), self._start_cell),
            **dict.fromkeys(("pre", "textarea"), self._start_pre),
            "hr": self._start_rule,
            "li": self._start_item,
            "table": self._start_table,
            "tr": self._start_row,
        }
        inline = self._inline
        self._inline_starts = {"br": self._start_break, "q": inline.open_quote, "rt": inline.open_ruby}
        self._inline_ends = {"q": inline.close_quote, "rt": inline.close_ruby}

    def walk(self, root: etree._Element) -> None:
        """Go through the tree; the result is in `blocks`, `findings` and `replaced` (characters no text can hold)."""
        steps = etree.iterwalk(root, events=("start", "end"))
        for event, element in steps:
            if event == "start":
                if self._enter(element):
                    self._read_start(element)
                else:
                    self._stack.append((self._frame, -1, ""))
                    steps.skip_subtree()
                continue
            self._leave()
            if (tail := element.tail) and element is not root:
                self._inline.append(tail, verbatim=self._frame.is_pre)
        self._flush()
        self.replaced = self._inline.replaced

    def _enter(self, element: etree._Element) -> bool:
        """Go into an element; False if nothing in it is to be read on."""
        tag, attributes = str(element.tag), attributes_of(element)
        if element is self._read or not is_seen(element, tag, attributes):
            return False
        apart = self._regions.find_apart(element, tag, attributes)
        is_block = tag in BLOCKS or (attributes and attributes.get("role") == "heading")
        if is_block and not (apart and self._frame.level):
            previous = self._frame
            self._enter_block(element, tag, attributes, apart)
            self._stack.append((previous, 0, tag))
            return True
        return self._enter_inline(element, tag, attributes, apart)

    def _read_start(self, element: etree._Element) -> None:
        """Take the words with which an element begins: those that its attributes show, and its own."""
        text = element.text
        if element.tag in SHOWING and (shown := list_shown(str(element.tag), attributes_of(element), text)):
            self._inline.append(shown)
            self._inline.space()
        if text:
            self._inline.append(text, verbatim=self._frame.is_pre)

    def _leave(self) -> None:
        frame, opened, tag = self._stack.pop()
        if opened < 0:
            return
        for _ in range(opened):
            self._inline.close()
        if ending := self._inline_ends.get(tag):
            ending()
        if self._aside and self._aside > len(self._stack):
            self._flush()
            self._inline.resume()
            self._frame, self._aside = frame, 0
        elif frame is not self._frame:
            if frame.is_whole:
                self._inline.space()
            else:
                self._flush()
            self._frame = frame

    # Blocks

    def _enter_block(
        self, element: etree._Element, tag: str, attributes: Mapping[str, str], apart: Landmark | None
    ) -> None:
        outer = self._frame
        if not outer.is_whole:
            self._flush()
        written = to_integer(attributes.get("data-line")) or outer.line if self._is_mapped else line_of(element)
        new = outer.derive(tag, written)
        if outer.is_whole:
            self._inline.space()
        else:
            self._regions.describe(new, outer, element, attributes)
        if apart:
            new.add_landmark(apart)
        level = HEADINGS.get(tag, 0)
        if level or (attributes and attributes.get("role") == "heading"):
            new.level = min(max(to_integer(attributes.get("aria-level")) or level, 1), 6)
        if self._notes.containers and (note := self._notes.containers.get(element)):
            new.note, new.note_opening = note, Opening(note.sign)
        self._frame = new
        if handle := self._block_starts.get(tag):
            handle(element, attributes, outer)

    def _start_list(self, element: etree._Element, attributes: Mapping[str, str], _outer: Frame) -> None:
        length = sum(1 for _ in element.iterchildren("li")) if "reversed" in attributes else 0
        suffix = attributes.get("data-suffix", ".") if self._is_mapped else "."
        self._open_list(attributes, ordered=element.tag == "ol", length=length, suffix=suffix)
        self._frame.item = None

    def _open_list(self, attributes: Mapping[str, str], *, ordered: bool, length: int = 0, suffix: str = ".") -> None:
        frame = self._frame
        if frame.item and frame.item.marker and not (frame.item.is_used or frame.note):
            self._add(make_block(frame, Text()))
        if frame.depth < _DEEPEST_LIST:
            frame.depth += 1 + level_of(attributes)
        elif not self.findings:
            message = f"lists are nested deeper than {_DEEPEST_LIST}; the deepest were read as one level"
            self.findings.append(Finding(FindingCode.FLATTENED_NESTING, message, position=frame.position))
        self._lists += 1
        frame.list = ListState(self._lists, attributes, ordered=ordered, length=length, suffix=suffix)

    def _start_item(self, _element: etree._Element, attributes: Mapping[str, str], outer: Frame) -> None:
        frame = self._frame
        if frame.is_row:
            return
        if frame.list is None:  # an item outside any list is printed with a bullet
            self._lists += 1
            frame.list = outer.list = ListState(self._lists, {}, ordered=False, length=0)
        frame.depth = max(frame.depth, 1)
        frame.item = Opening(frame.list.marker(attributes))

    def _start_table(self, element: etree._Element, _attributes: Mapping[str, str], _outer: Frame) -> None:
        containers = self._notes.containers
        self._frame.table_is_data = is_data_table(element) and not (
            containers and any(inner in containers for inner in element.iterdescendants())
        )

    def _start_row(self, element: etree._Element, _attributes: Mapping[str, str], _outer: Frame) -> None:
        frame = self._frame
        frame.is_row = frame.is_whole = frame.table_is_data
        if frame.note is None and (frame.depth or not frame.is_row) and (marker := find_marker(element)):
            frame.is_row = frame.is_whole = False
            self._open_list({}, ordered=False)
            frame.item = Opening(marker if any(map(str.isalnum, marker)) else None)
            self._read = next(element.iterchildren("td", "th"))

    def _start_cell(self, element: etree._Element, _attributes: Mapping[str, str], _outer: Frame) -> None:
        if self._frame.is_row and next(element.itersiblings("td", "th", preceding=True), None) is not None:
            self._inline.tab()

    def _start_pre(self, _element: etree._Element, _attributes: Mapping[str, str], _outer: Frame) -> None:
        self._frame.is_pre = not self._frame.is_row

    def _start_rule(self, _element: etree._Element, _attributes: Mapping[str, str], _outer: Frame) -> None:
        frame = self._frame
        where = Position(line=frame.line, element="hr")
        landmarks, region = frame.landmarks, frame.region
        self._add(Block(kind=BlockKind.RULE, depth=frame.depth, landmarks=landmarks, region=region, position=where))

    def _add(self, block: Block | None) -> None:
        if block is not None:
            (self._asides if self._aside else self.blocks).append(block)

    def _flush(self) -> None:
        """End the block that is being collected; words apart from it come after."""
        if not self._frame.is_whole and (self._aside or not self._asides) and self._inline.skip():
            return
        asides: list[Block] = []
        if not self._aside:
            asides, self._asides = self._asides, asides
        text, spans = self._inline.take(is_row=self._frame.is_row)
        if self._frame.level and not text.text and not self._frame.is_whole:
            text = Text.join([one.text for one in asides if Landmark.DECORATION in one.landmarks], " ")
            asides = [one for one in asides if Landmark.DECORATION not in one.landmarks] if text else asides
        self._add(self._make(self._frame, text, spans))
        self.blocks += asides

    def _make(self, frame: Frame, text: Text, spans: Sequence[tuple[int, int, Landmark]]) -> Block | None:
        return make_block(frame, text, spans) if text else None

    # Words

    def _enter_inline(
        self, element: etree._Element, tag: str, attributes: Mapping[str, str], apart: Landmark | None
    ) -> bool:
        named: Landmark | None = None
        if attributes:
            if tag == "a" and (element in self._notes.returns or element in self._notes.references):
                return self._enter_note_link(element)
            named = landmark_of_words(words) if (words := words_of(attributes)) else None
            if named is Landmark.SKIPLINK:
                apart = named
        if apart and not self._aside:
            self._open_aside(tag, apart)
            return True
        opened = 0
        if kind := MARK_TAGS.get(tag):
            self._inline.open(kind)
            opened = 1
        elif handle := self._inline_starts.get(tag):
            handle()
        elif tag == "img":
            self._inline.add_image(attributes.get("alt", ""))
        if not named and not self._frame.level and is_control(tag, attributes):
            named = Landmark.FORM
        if attributes or named:
            opened += self._open_described(attributes, named)
        self._stack.append((self._frame, opened, tag))
        return True

    def _open_described(self, attributes: Mapping[str, str], named: Landmark | None) -> int:
        opened = 0
        if named and named not in _CONTENT:
            self._inline.open(named)
            opened += 1
        if (href := attributes.get("href")) and (target := resolve(href, self._base)):
            self._inline.open(MarkKind.LINK, target)
            opened += 1
        tagged = attributes.get("lang", attributes.get("xml:lang"))
        if tagged and (language := to_language(tagged)) and language != self._frame.language:
            self._inline.open(MarkKind.LANGUAGE, language)
            opened += 1
        return opened

    def _enter_note_link(self, element: etree._Element) -> bool:
        """Take the link to a note for its mark; of a link back only words are read, not the sign of the note."""
        if note := self._notes.references.get(element):
            self._inline.note(note.id)
            return False
        is_sign = self._frame.note is not None and sign_of(element) == self._frame.note.sign
        if is_sign or not any(map(str.isalnum, raw_text(element))):
            return False
        if self._aside:
            self._stack.append((self._frame, 0, ""))
        else:
            self._open_aside("a", Landmark.SKIPLINK)
        return True

    def _open_aside(self, tag: str, landmark: Landmark) -> None:
        """Begin words that stand in the running text and are none of it; they make blocks of their own."""
        self._stack.append((self._frame, 0, ""))
        self._aside = len(self._stack)
        self._inline.set_aside()
        self._frame = self._frame.derive_aside(tag, landmark)

    def _start_break(self) -> None:
        if self._frame.is_row:
            self._inline.space()
        elif self._frame.is_pre:
            self._inline.append("\n", verbatim=True)
        else:
            self._inline.line_break()
            if self._inline.breaks > 1 and not self._frame.level:
                self._flush()
