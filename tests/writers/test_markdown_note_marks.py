"""Our own Markdown keeps every mark of a note, whatever characters and marks stand around it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations import Clause, Declaration, Label, Note, Text, examine, parse, render
from declarations.text import Mark, MarkKind

SIGNS = (
    "(",
    ":",
    "[",
    "]",
    "{",
    "}",
    "^",
    "!",
    "\\",
    "*",
    "_",
    "~",
    "`",
    "<",
    ">",
    "|",
    "#",
    "-",
    "+",
    "=",
    "$",
    "&",
    "@",
)
PIECES = (
    *SIGNS,
    " ",
    "\n",
    "\t",
    "\u2002",
    "(x)",
    "[a]",
    "[a]: b",
    "](c)",
    "1.",
    "(a)",
    "word",
    "的",
    "é",
    ":--",
    "www.",
)
NOTES = [Note(id="n1", paragraphs=["First."]), Note(id="n-2", paragraphs=[Text("See (a)[b]: c.")])]
TARGETS = {
    MarkKind.NOTE: ("n1", "n-2"),
    MarkKind.LINK: ("https://example.org/", "#a", "x y"),
    MarkKind.LANGUAGE: ("fr",),
}


@st.composite
def noted_texts(draw: Any) -> Text:
    """Make a text of signs that mean something in Markdown, with a mark of a note and some other marks anywhere."""
    string = "".join(draw(st.lists(st.sampled_from(PIECES), max_size=6)))
    place = draw(st.integers(0, len(string)))
    marks = [Mark(place, place, MarkKind.NOTE, draw(st.sampled_from(TARGETS[MarkKind.NOTE])))]
    for kind in draw(st.lists(st.sampled_from(MarkKind), max_size=3)):
        end = draw(st.integers(0, len(string)))
        start = end if kind is MarkKind.NOTE else draw(st.integers(0, end))
        if start < end or kind is MarkKind.NOTE:
            marks.append(Mark(start, end, kind, draw(st.sampled_from(TARGETS[kind])) if kind in TARGETS else None))
    return Text(string, marks)


def place_everywhere(text: Text) -> Declaration:
    """Make a declaration that has a text in every place where a marked text may stand."""
    inner = Clause(label=Label("(a)", ordinal=1, style="lower-alpha"), paragraphs=[text])
    bare = Clause(paragraphs=[text])
    cells = Text.join([Text("a"), text, text], "\t")
    return Declaration(
        title="T",
        enacting=text,
        context_heading=text,
        formula=text,
        resolutions_heading=text,
        context=[bare, Clause(heading=text)],
        resolutions=[
            Clause(
                label=Label("1.", ordinal=1, style="decimal"),
                heading=text,
                paragraphs=[text, text],
                items=[inner, bare],
                tail=[text],
            )
        ],
        annexes=[Clause(heading="A", paragraphs=[Text.join([cells, cells], "\n")])],
        closing=[text],
        notes=[*NOTES, Note(id="n3", paragraphs=[text, text])],
    )


@given(text=noted_texts())
def test_a_mark_of_a_note_is_read_back_wherever_it_stands(text: Text) -> None:
    """Paragraphs, headings, items, cells and notes with marks of notes anywhere are read back as they were."""
    declaration = place_everywhere(text)
    reading = examine(render(declaration, "markdown"), format="markdown")
    assert reading.declaration == declaration
    assert reading.findings == ()


@pytest.mark.parametrize("string", ["(annex) a", ": a", "[a] b", "[](a)", "{a}", "^[a]", "!", "!(a)", "\n: a", "\n(a)"])
@pytest.mark.parametrize("before", ["", "a", "a!", "a^", "a]", "a\\", "a\n", "!\n"])
def test_signs_around_a_mark_do_not_change_what_it_is(before: str, string: str) -> None:
    """A bracket, a colon or an exclamation mark beside the mark of a note makes neither link nor image nor note."""
    place = len(before)
    text = Text(before + string, [Mark(place, place, MarkKind.NOTE, "n1")])
    declaration = place_everywhere(text)
    assert parse(render(declaration, "markdown"), format="markdown") == declaration
