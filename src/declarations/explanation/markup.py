"""HTML that cannot be broken out of: every string is escaped once, every element comes from here."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping

import attrs

from declarations.isolation import balance
from declarations.localization.fields import find_direction
from declarations.text import Mark, MarkKind, Text
from declarations.validation import ILLEGAL_CHARACTERS
from declarations.writers.marks import ELEMENTS

__all__ = ["Html", "Words", "element", "escape", "find_layout", "isolate", "join"]


class Html(str):
    """Markup that is safe as it is."""

    __slots__ = ()


def escape(text: str) -> Html:
    """Make markup of any string: its characters, those that no document can hold (half surrogates) replaced."""
    if isinstance(text, Html):
        return text
    legal = ILLEGAL_CHARACTERS.sub("\ufffd", text)
    # A carriage return would be read as a line feed (HTML Standard, section 13.2.3.5).
    return Html(html.escape(legal).replace("\r", "&#13;"))


def join(*pieces: str) -> Html:
    """Put pieces after each other."""
    return Html("".join(map(escape, pieces)))


def isolate(text: str) -> Html:
    """Make an element that keeps the direction of some words from the line around (UAX 9)."""
    return element("bdi", balance(text))


def element(tag: str, *children: str, **attributes: str | None) -> Html:
    """Make an element; `class_` and `data_from` are the attributes `class` and `data-from`, None is left out."""
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return Html(f"<{tag}{written}>{join(*children)}</{tag}>")


@attrs.frozen(kw_only=True)
class Words:
    """How words of a document are written: exactly, with their language and direction, and no way out of the page.

    They stand in elements of their own, so that no sign in them can turn around the line beside them (UAX 9).
    """

    language: str | None = None
    """BCP 47 tag of the document."""
    layout: str = "ltr"
    """Direction in which the document is laid out."""
    notes: Mapping[str, str] = attrs.field(factory=dict)
    """Ids of the notes with what is printed for them."""

    def write(self, tag: str, text: Text | str, *, language: str | None = None, class_: str | None = None) -> Html:
        """Make an element of some words; `language` is theirs if it is not that of the document."""
        plain = text.text if isinstance(text, Text) else text
        spoken = language or self.language
        inner = self._write_marks(text) if isinstance(text, Text) else escape(plain)
        return element(tag, inner, class_=class_, lang=spoken, dir=self._find_direction(plain, spoken))

    def _find_direction(self, text: str, language: str | None) -> str:
        """Return the direction of words; what has no letters, as a number, goes with the document."""
        found = find_direction(text, language)
        return self.layout if found == "auto" else found

    def _write_marks(self, text: Text) -> Html:
        pieces: list[str] = []
        for event in text.events():
            if event[0] == "text":
                pieces.append(escape(event[1]))
            elif event[0] == "open":
                pieces.append(self._open(event[1]))
            else:
                pieces.append(f"</{ELEMENTS.get(event[1].kind, 'span')}>")
        return Html("".join(pieces))

    def _open(self, mark: Mark) -> str:
        """Begin a mark. A link is no link here: its target is shown, and leads nowhere."""
        target = escape(mark.target or "")
        if mark.kind is MarkKind.LINK:
            return f'<span class="link" title="{target}">'
        if mark.kind is MarkKind.LANGUAGE:
            return f'<span lang="{target}">'
        if mark.kind is MarkKind.NOTE:  # what is printed comes from the style sheet: it is no word of the text
            return f'<span class="noteref" data-note="{escape(self.notes.get(mark.target or "", "*"))}">'
        tag = ELEMENTS.get(mark.kind)
        return f"<{tag}>" if tag else f'<span class="{mark.kind.value}">'


def find_layout(texts: Iterable[str], language: str | None) -> str:
    """Return in which direction a document is laid out, by the first text that decides; `ltr` if none does."""
    directions = (find_direction(text, language) for text in texts)
    return next((one for one in directions if one != "auto"), "ltr")
