"""Running text of our own Markdown pages: every character as it was, with nothing folded or stripped."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import unescape

import attrs
from markdown_it.common.normalize_url import validateLink
from markdown_it.token import Token

from declarations.errors import ValidationError
from declarations.placement import SEPARATOR
from declarations.readers.decoding import clean
from declarations.readers.inline import MARK_TAGS
from declarations.readers.tree import to_language
from declarations.scripts import is_joined
from declarations.text import MarkKind, Text, TextBuilder
from declarations.validation import check_id

__all__ = ["Run", "read_run", "to_id"]

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<attributes>[^>]*)", re.DOTALL)
_ATTRIBUTE = re.compile(r"([a-z-]+)=(?:\"([^\"]*)\"|'([^']*)')")
_TARGETS = {"href": MarkKind.LINK, "data-link": MarkKind.LINK, "lang": MarkKind.LANGUAGE}
_ALLOWED: Mapping[str, Callable[[str], object]] = {"href": validateLink, "data-link": str.strip, "lang": to_language}
_INVALID = re.compile("[^A-Za-z0-9_.-]+")
_SIGNS = {"em": MarkKind.EMPHASIS, "strong": MarkKind.STRONG, "s": MarkKind.STRIKE}


def to_id(label: str) -> str:
    """Give the id of the note that a footnote label names: the label itself if it can be an id."""
    try:
        check_id(label)
    except ValidationError:
        return f"n-{_INVALID.sub('-', label)}"
    return label


@attrs.frozen
class Run:
    """What the inline tokens of one block say."""

    text: Text
    """The words."""
    label: str | None = None
    """The printed number in front of them."""


def read_run(tokens: Sequence[Token]) -> Run:
    """Read the inline tokens of one block; tags of HTML that mark nothing are passed over."""
    if len(tokens) == 1 and tokens[0].type == "text":
        return _part_label(clean(tokens[0].content)[0])
    reader = _Reader()
    for place, token in enumerate(tokens):
        following = tokens[place + 1].content if place + 1 < len(tokens) else ""
        reader.read(token, following)
    return reader.build()


def _part_label(words: str) -> Run:
    """Part words without marks from the printed number in front of them."""
    label, separator, rest = words.partition(SEPARATOR)
    return Run(Text(rest), label) if separator and label else Run(Text(words))


class _Reader:
    def __init__(self) -> None:
        self._builder = TextBuilder()
        self._open: dict[str, list[tuple[MarkKind | None, str | None, int]]] = {}
        self._border: int | None = None  # where the words behind a label begin
        self._last = ""

    def read(self, token: Token, following: str) -> None:
        name, _, event = token.type.rpartition("_")
        if token.type == "softbreak":
            if not is_joined(self._last, following):
                self.append(" ")
        elif step := _STEPS.get(token.type):
            step(self, token)
        elif event == "open" and name in _SIGNS:
            self.begin(name, _SIGNS[name], None)
        elif event == "close" and name in _SIGNS:
            self.end(name)

    def build(self) -> Run:
        text = self._builder.build()
        if self._border is None:
            return Run(text)
        return Run(text[self._border :], text.text[: self._border])

    def append(self, words: str) -> None:
        words = clean(words)[0]
        self._builder.append(words)
        self._last = words[-1:] or self._last

    def read_text(self, token: Token) -> None:
        before, separator, words = token.content.partition(SEPARATOR)
        if separator and self._border is None:
            self.append(before)
            self._border = self._builder.length or None
            self.append(words if self._border else separator + words)
        else:
            self.append(token.content)

    def read_code(self, token: Token) -> None:
        self.begin("code", MarkKind.CODE, None)
        self.append(token.content)
        self.end("code")

    def read_tag(self, token: Token) -> None:
        found = _TAG.match(token.content)
        if not found:
            return
        name = found["name"].lower()
        if found["close"]:
            self.end(name)
        elif name == "br":
            self.append("\n")
        else:
            self._read_opening(name, found["attributes"])

    def _read_opening(self, name: str, attributes: str) -> None:
        said = {key: clean(unescape(one or other))[0] for key, one, other in _ATTRIBUTE.findall(attributes)}
        kind, target = MARK_TAGS.get(name), None
        if "data-note" in said:
            self.refer(said["data-note"])
            kind = None
        elif said.get("class") == MarkKind.TABLE:
            kind = MarkKind.TABLE
        elif (key := next((key for key in _TARGETS if said.get(key)), None)) and _ALLOWED[key](said[key]):
            kind, target = _TARGETS[key], said[key]
        self.begin(name, kind, target)

    def refer(self, target: str) -> None:
        if target.strip():
            self._builder.mark(self._builder.length, MarkKind.NOTE, target)

    def begin(self, name: str, kind: MarkKind | None, target: str | None) -> None:
        if kind is MarkKind.LINK and not (target or "").strip():
            kind, target = None, None
        self._open.setdefault(name, []).append((kind, target, self._builder.length))

    def end(self, name: str) -> None:
        """End what a tag began; one that nothing began is passed over."""
        if opened := self._open.get(name):
            kind, target, start = opened.pop()
            if kind is not None:
                self._builder.mark(start, kind, target)


_STEPS: Mapping[str, Callable[[_Reader, Token], None]] = {
    "text": _Reader.read_text,
    "text_special": lambda reader, token: reader.append(token.content),
    "hardbreak": lambda reader, _: reader.append("\n"),
    "code_inline": _Reader.read_code,
    "html_inline": _Reader.read_tag,
    "link_open": lambda reader, token: reader.begin("a", MarkKind.LINK, str(token.attrGet("href") or "")),
    "link_close": lambda reader, _: reader.end("a"),
    "footnote_ref": lambda reader, token: reader.refer(to_id(token.meta["label"])),
    "image": lambda reader, token: reader.append(token.content),
}
"""What is done for the tokens of markdown-it, apart from soft breaks and from signs, which come in pairs."""
