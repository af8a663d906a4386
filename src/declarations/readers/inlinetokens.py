"""Running text of Markdown pages that this library wrote: every character as it was, nothing folded or stripped."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import unescape

import attrs
from markdown_it.token import Token

from declarations.errors import ValidationError
from declarations.placement import SEPARATOR
from declarations.readers.exact import ExactBuilder, find_marks, find_reference
from declarations.readers.inline import MARK_TAGS
from declarations.scripts import is_joined
from declarations.text import MarkKind, Text
from declarations.validation import check_id

__all__ = ["Run", "read_run", "to_id"]

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<attributes>[^>]*)", re.DOTALL)
_ATTRIBUTE = re.compile(r"([a-z-]+)=(?:\"([^\"]*)\"|'([^']*)')")
_INVALID = re.compile("[^A-Za-z0-9_.-]+")


def to_id(label: str) -> str:
    """Return the id of the note that a footnote label names: the label itself if it can be an id."""
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
    """The printed number before them."""


def read_run(tokens: Sequence[Token]) -> Run:
    """Read the inline tokens of one block; tags of HTML that mark nothing are passed over."""
    if len(tokens) == 1 and tokens[0].type == "text":
        label, separator, words = tokens[0].content.partition(SEPARATOR)
        return Run(Text(words), label) if separator and label else Run(Text(tokens[0].content))
    reader = _Reader()
    for place, token in enumerate(tokens):
        reader.read(token, tokens[place + 1].content if place + 1 < len(tokens) else "")
    return Run(reader.builder.take()[0], reader.label)


class _Reader:
    def __init__(self) -> None:
        self.builder = ExactBuilder()
        self.label: str | None = None
        self._open: list[tuple[str, int]] = []  # the tags that are open, with how many marks each began
        self._last = ""

    def read(self, token: Token, following: str) -> None:
        if token.type == "softbreak":
            self.append("" if is_joined(self._last, following) else " ")
        elif step := _STEPS.get(token.type):
            step(self, token)
        elif token.nesting > 0:
            self.begin(token.tag, [(MARK_TAGS[token.tag], None)] if token.tag in MARK_TAGS else [])
        elif token.nesting < 0:
            self.end(token.tag)

    def append(self, words: str) -> None:
        self.builder.append(words, verbatim=True)
        self._last = words[-1:] or self._last

    def read_text(self, token: Token) -> None:
        before, separator, words = token.content.partition(SEPARATOR)
        if separator and self.label is None and (before or self.builder.length):
            self.append(before)
            self.label = self.builder.take()[0].text
            self.append(words)
        else:
            self.append(token.content)

    def read_code(self, token: Token) -> None:
        self.begin("code", [(MarkKind.CODE, None)])
        self.append(token.content)
        self.end("code")

    def read_tag(self, token: Token) -> None:
        found = _TAG.match(token.content)
        if not found:
            return
        name = found["name"].lower()
        said = {key: unescape(one or other) for key, one, other in _ATTRIBUTE.findall(found["attributes"])}
        if found["close"]:
            self.end(name)
        elif name == "br":
            self.append("\n")
        elif (target := find_reference(said)) is not None:
            self.builder.note(target)
            self.begin(name, [])
        else:
            self.begin(name, [*find_marks(name, said)])

    def begin(self, name: str, marks: Sequence[tuple[MarkKind, str | None]]) -> None:
        self._open.append((name, len(marks)))
        for kind, target in marks:
            self.builder.open(kind, target)

    def end(self, name: str) -> None:
        """End what a tag began, and all in it that is still open; a tag that nothing began is passed over."""
        if any(name == opened for opened, _ in self._open):
            while True:
                opened, count = self._open.pop()
                for _ in range(count):
                    self.builder.close()
                if opened == name:
                    return


_STEPS: Mapping[str, Callable[[_Reader, Token], None]] = {
    "text": _Reader.read_text,
    "text_special": lambda reader, token: reader.append(token.content),
    "hardbreak": lambda reader, _: reader.append("\n"),
    "code_inline": _Reader.read_code,
    "html_inline": _Reader.read_tag,
    "link_open": lambda reader, token: reader.begin("a", [(MarkKind.LINK, str(token.attrGet("href") or ""))]),
    "footnote_ref": lambda reader, token: reader.builder.note(to_id(token.meta["label"])),
    "image": lambda reader, token: reader.append(token.content),
}
"""What is done for the tokens of markdown-it, apart from soft breaks and from signs, which come in pairs."""
