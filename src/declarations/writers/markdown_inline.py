"""Marked text as running Markdown (CommonMark 0.31.2): every character as itself, marks in their shortest safe form.

Emphasis is written with stars only where every renderer must read it so (CommonMark 6.2, letters on the inner
side of both stars); everything else, and what Markdown has no sign for, is inline HTML.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType

from declarations.htmlstrings import write_attributes
from declarations.parts import ClassName, PagePart, data_of
from declarations.placement import SEPARATOR
from declarations.text import Mark, MarkKind, Text
from declarations.writers.marks import ELEMENTS, to_href

__all__ = ["write_label", "write_line", "write_paragraph"]

_SIGNS: Mapping[MarkKind, str] = MappingProxyType(
    {MarkKind.EMPHASIS: "*", MarkKind.STRONG: "**", MarkKind.STRIKE: "~~"}
)
_TAGS: Mapping[MarkKind, str] = MappingProxyType({**ELEMENTS, MarkKind.UNDERLINE: "ins"})  # GitHub drops `u`
_SPAN = "span"

_ESCAPES: Mapping[int, str] = MappingProxyType(
    {
        **{ord(sign): f"\\{sign}" for sign in "\\`*[]^~"},
        ord("<"): "&lt;",
        ord("{"): "&#123;",  # templates of site builders do not know the backslash
        ord(SEPARATOR): "&ensp;",
        # White space and signs of direction that readers fold or cannot see.
        **{code: f"&#{code};" for code in (9, 13, 0xAD, 0x200B, 0x2060, 0xFEFF)},
        **{code: f"&#{code};" for code in (*range(0x2028, 0x202F), *range(0x2066, 0x206A))},
    }
)
_AMPERSAND = re.compile(r"&(?=#|[A-Za-z][A-Za-z0-9]{0,40};)")
_LOW_LINE = re.compile(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_ADDRESS = re.compile(r"(?<=[A-Za-z])(?=://)|(?<=\b[Ww]{3})(?=\.)|(?<=[\w.+-])(?=@\w)")
_SPECIAL = re.compile(f"[&_${re.escape(''.join(map(chr, _ESCAPES)))}]")
"""What `_escape` could change apart from addresses; most texts hold nothing of it."""
# What could begin a block at the start of a line: CommonMark 4 and 5, GFM tables, lists and definitions of pandoc.
_BLOCK_SIGN = re.compile(r"[-+=>#|:%]")
_ENUMERATOR = re.compile(
    r"(?P<open>\()?(?:[a-zA-Z#]|[ivxlcdm]{1,9}|[IVXLCDM]{1,9}|@\w{0,40}|[0-9]{1,9})(?P<close>[.)])(?=[ \t]|$)"
)
_CODE = re.compile(r"[^\s`{|&<](?:[^\n\r\t`{|&<]*[^\s`{|&<])?")
_ANGLED = re.compile(rf"[\\<>]|{_AMPERSAND.pattern}")
_PLAIN_URL = re.compile(r"[^\s()<>\\`{|\x00-\x20\x7f-\xa0]+")
_ANGLED_URL = re.compile(r"[^\s`{|](?:[^\n\r\t`{|\u2028\u2029]*[^\s`{|])?")
_AUTOLINK = re.compile(r"(?:https?|mailto):[A-Za-z0-9/?#@!$&'()*+,;=:._~-]+")


def write_paragraph(text: Text, notes: Collection[str] = (), *, before: str = "") -> str:
    """Write the words of a paragraph, with hard line breaks; `before` is Markdown that stands on its first line.

    `notes` are the ids of the footnotes of the page. The result has as many lines as the text, and none of them
    begins a block.
    """
    return _Run(notes, is_line=False).write(text, before)


def write_line(text: Text, notes: Collection[str] = (), *, before: str = "", is_cell: bool = False) -> str:
    """Write the words of a heading, or of a cell of a table, in one line of source."""
    line = _Run(notes, is_line=True).write(text, before)
    if is_cell:
        return line.replace("|", "\\|")
    return f"{line[:-1]}\\#" if line.endswith("#") else line


def write_label(printed: str, *, is_line: bool) -> str:
    """Write a printed number and the space after it; the words are written with the result as `before`."""
    return _Run((), is_line=is_line, is_label=True).write(Text(printed), "") + SEPARATOR


class _Run:
    """Writes one text."""

    def __init__(self, notes: Collection[str], *, is_line: bool, is_label: bool = False) -> None:
        self._notes = notes
        self._is_line = is_line
        self._is_label = is_label
        self._out: list[str] = []
        self._closing: dict[Mark, list[str]] = {}
        self._links = 0
        self._places: list[int] = []  # of notes
        self._is_money = False  # whether two dollar signs could enclose a formula

    def write(self, text: Text, before: str) -> str:
        self._out = [before] if before else []
        self._is_money = text.text.count("$") > 1
        if text.marks:
            self._write_marked(text)
        elif text.text:
            self._write_words(text.text, is_start=True, is_end=True)
        return "".join(self._out)

    def _write_marked(self, text: Text) -> None:
        self._places = sorted({mark.start for mark in text.marks if mark.kind is MarkKind.NOTE})
        plain = _find_plain(text, self._places)
        skipped: Mark | None = None  # a mark whose words are written already
        offset = 0
        for event, value in text.events():
            if isinstance(value, str):
                if skipped is None:
                    end = offset + len(value)
                    self._write_words(value, is_start=offset == 0, is_end=end == len(text))
                offset += len(value)
            elif skipped is not None:
                skipped = None if value is skipped else skipped
            elif event == "close":
                self._close(value)
            elif value in plain and (literal := self._write_literal(value, text)):
                self._out.append(literal)
                skipped = value
            else:
                self._open(value, is_plain=value in plain)

    def _write_words(self, words: str, *, is_start: bool, is_end: bool) -> None:
        before = self._out[-1][-1:] if self._out else ""
        written = _escape(words, is_money=self._is_money)
        if before == "]" and words[0] in "(:":  # after a footnote it would be another sign
            written = f"\\{written}"
        if self._is_line:
            written = _guard(written.replace("\n", "<br>"), is_start=is_start, is_end=is_end)
        else:
            written = _break(
                written, is_start=is_start, is_end=is_end, begins_line=not self._out, is_label=self._is_label
            )
        self._out.append(written)

    def _write_literal(self, mark: Mark, text: Text) -> str | None:
        """Write words and mark at once where Markdown has a sign that takes them as they are."""
        words = text.text[mark.start : mark.end]
        if mark.kind is MarkKind.CODE and not self._is_line and _CODE.fullmatch(words):
            return f"`{words}`"
        if mark.kind is MarkKind.LINK and words == mark.target and _AUTOLINK.fullmatch(words):
            return f"<{words}>"
        return None

    def _open(self, mark: Mark, *, is_plain: bool) -> None:
        sign = _SIGNS.get(mark.kind)
        if mark.kind is MarkKind.NOTE:
            self._open_note(mark)
        elif mark.kind is MarkKind.LINK:
            self._open_link(mark)
        elif sign and is_plain and (not self._out or self._out[-1][-1:] not in ("*", "~")):
            self._put(mark, sign, sign)
        elif tag := _TAGS.get(mark.kind):
            self._put(mark, f"<{tag}>", f"</{tag}>")
        elif mark.kind is MarkKind.LANGUAGE:
            self._put(mark, _tag(_SPAN, {"lang": mark.target}), f"</{_SPAN}>")
        else:
            self._put(mark, _tag(_SPAN, {"class": ClassName.TABLE}), f"</{_SPAN}>")

    def _open_note(self, mark: Mark) -> None:
        if mark.target in self._notes:
            self._end_exclamation()
            self._put(mark, f"[^{mark.target}]", "")
        else:
            self._put(mark, _tag("sup", {data_of(PagePart.NOTE): mark.target}), "</sup>")

    def _end_exclamation(self) -> None:
        """Keep an exclamation mark from making an image of the bracket after it."""
        if self._out and self._out[-1].endswith("!"):
            self._out[-1] = f"{self._out[-1][:-1]}\\!"

    def _open_link(self, mark: Mark) -> None:
        """Open a link; one in a link and one that no page should follow is none, but its target is kept."""
        target = mark.target or ""
        href = to_href(target)
        kept = None if href == target else target
        if self._links or href is None:
            self._put(mark, _tag(_SPAN, {"class": ClassName.LINK, "data-target": target}), f"</{_SPAN}>")
            return
        self._links += 1
        if _has_place(self._places, mark.start, mark.end):  # brackets do not nest
            self._put(mark, _tag("a", {"href": href, "data-target": kept}), "</a>")
            return
        self._end_exclamation()
        if _PLAIN_URL.fullmatch(target) and not _AMPERSAND.search(target):
            self._put(mark, "[", f"]({target})")
        elif _ANGLED_URL.fullmatch(target):
            self._put(mark, "[", f"](<{_ANGLED.sub(_escape_angled, target)}>)")
        else:
            self._put(mark, _tag("a", {"href": href, "data-target": kept}), "</a>")

    def _put(self, mark: Mark, opening: str, closing: str) -> None:
        self._out.append(opening)
        self._closing.setdefault(mark, []).append(closing)

    def _close(self, mark: Mark) -> None:
        closing = self._closing[mark].pop()
        self._links -= mark.kind is MarkKind.LINK and closing != f"</{_SPAN}>"
        if closing:
            self._out.append(closing)


def _tag(name: str, attributes: Mapping[str, str | None]) -> str:
    written = write_attributes(attributes)
    for sign in "`{|\u2028\u2029":
        written = written.replace(sign, f"&#{ord(sign)};")
    return f"<{name}{written}>"


def _escape_angled(found: re.Match[str]) -> str:
    return "&amp;" if found[0] == "&" else f"\\{found[0]}"


def _find_plain(text: Text, places: Sequence[int]) -> frozenset[Mark]:
    """Find the marks whose words have no other marks, apart from notes inside, and letters at both ends."""
    found: set[Mark] = set()
    reached = 0  # how far the marks before reach
    spans = [mark for mark in text.marks if mark.kind is not MarkKind.NOTE]
    for mark, following in zip_longest(spans, spans[1:]):
        is_apart = mark.start >= reached and (following is None or following.start >= mark.end)
        if is_apart and _suits(text.text, mark, places):
            found.add(mark)
        reached = max(reached, mark.end)
    return frozenset(found)


def _suits(words: str, mark: Mark, places: Sequence[int]) -> bool:
    if mark.kind not in _SIGNS:
        return not _has_place(places, mark.start, mark.end)
    has_letters = words[mark.start].isalnum() and words[mark.end - 1].isalnum()
    return has_letters and not _has_place(places, mark.start, mark.start + 1)


def _has_place(places: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _escape(words: str, *, is_money: bool) -> str:
    if _SPECIAL.search(words):
        words = _AMPERSAND.sub("&amp;", words).translate(_ESCAPES)
        if "_" in words:
            words = _LOW_LINE.sub(r"\\_", words)
        if is_money:
            words = words.replace("$", "\\$")
    has_address = "://" in words or "@" in words or "ww." in words.lower()
    return _ADDRESS.sub(r"\\", words) if has_address else words


def _guard(line: str, *, is_start: bool, is_end: bool) -> str:
    """Write white space at the ends of a line so that nobody strips it."""
    if is_end and line[-1:].isspace():
        line = line[:-1] + _show_space(line[-1])
    if is_start and line[:1].isspace():
        line = _show_space(line[0]) + line[1:]
    return line


def _show_space(space: str) -> str:
    # U+0085 cannot be written as a reference (HTML Standard, numeric character reference end state).
    return f"<{_SPAN}></{_SPAN}>{space}<{_SPAN}></{_SPAN}>" if space == "\x85" else f"&#{ord(space)};"


def _break(written: str, *, is_start: bool, is_end: bool, begins_line: bool, is_label: bool) -> str:
    """Write line breaks, and take from every line what would make it the beginning of a block."""
    if "\n" in written:
        written = _show_breaks(written, is_start=is_start, is_end=is_end)
    lines = written.split("\n")
    last = len(lines) - 1
    made = []
    for place, line in enumerate(lines):
        begins = place > 0 or begins_line
        shown = _unblock(line, is_followed=is_label and place == last) if begins else line
        made.append(_guard(shown, is_start=place > 0 or is_start, is_end=place < last or is_end))
    return "\\\n".join(made)


def _show_breaks(written: str, *, is_start: bool, is_end: bool) -> str:
    """Write the line breaks at the ends of a text as references, since no line can follow them."""
    inner = written.lstrip("\n") if is_start else written
    kept = inner.rstrip("\n") if is_end else inner
    return "&#10;" * (len(written) - len(inner)) + kept + "&#10;" * (len(inner) - len(kept))


def _unblock(line: str, *, is_followed: bool) -> str:
    """Escape the first sign of a line if a block could begin with it; a label is followed by its own space."""
    if _BLOCK_SIGN.match(line):
        return f"\\{line}"
    found = _ENUMERATOR.match(line)
    if not found or (is_followed and found.end() == len(line)):
        return line
    place = 0 if found["open"] else found.start("close")
    return f"{line[:place]}\\{line[place:]}"
