"""Text: marks in one canonical form, cutting and joining, and steps that nest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from declarations import Text
from declarations.errors import ValidationError
from declarations.records.akn.textbuilder import TextBuilder
from declarations.text import Mark, MarkKind, shorten, to_optional_text, to_text, to_texts
from tests.strategies import texts


@given(texts())
def test_canonical_form_is_stable(text: Text) -> None:
    """Canonical marks stay as they are, in whatever order they are given."""
    assert Text(text.text, text.marks) == text
    assert Text(text.text, reversed(text.marks)).marks == text.marks


@given(texts(), st.integers(0, 40))
def test_two_halves_make_the_whole(text: Text, place: int) -> None:
    """A text cut anywhere and joined again is the same text."""
    assert text[:place] + text[place:] == text


@given(texts(), st.integers(-40, 40), st.integers(-40, 40))
def test_slices_are_those_of_the_string(text: Text, start: int, end: int) -> None:
    """A slice has the characters that Python gives, and each kept mark covers the same words as before."""
    part = text[start:end]
    assert part.text == text.text[start:end]
    offset = slice(start, end).indices(len(text))[0]
    for mark in part.marks:
        covering = [one for one in text.marks if (one.kind, one.target) == (mark.kind, mark.target)]
        assert any(one.start <= mark.start + offset and mark.end + offset <= one.end for one in covering)


@given(st.lists(texts(), max_size=4), st.sampled_from(["", "\n", " and "]))
def test_join_is_that_of_strings(parts: list[Text], separator: str) -> None:
    """Joining texts joins their strings and keeps every mark on its words."""
    joined = Text.join(parts, separator)
    assert joined.text == separator.join(part.text for part in parts)
    offset = 0
    for part in parts:
        for mark in part.marks:
            assert mark in joined[offset : offset + len(part)].marks
        offset += len(part) + len(separator)


@given(texts())
def test_events_nest_and_rebuild_the_text(text: Text) -> None:
    """The steps close what was opened last, hold all characters, and give the text back."""
    builder = TextBuilder()
    stack: list[tuple[Mark, int]] = []
    for step, what in text.events():
        if isinstance(what, str):
            builder.append(what)
        elif step == "open":
            stack.append((what, builder.length))
        else:
            mark, start = stack.pop()
            assert mark == what
            builder.mark(start, mark.kind, mark.target)
    assert stack == []
    assert builder.build() == text


@given(texts())
def test_strip_takes_white_space_only(text: Text) -> None:
    """Stripping a text strips its string."""
    assert text.strip().text == text.text.strip()


def test_touching_marks_of_one_kind_are_one() -> None:
    """Texts that look alike are equal and have one hash."""
    pieces = Text("abcd", [Mark(2, 4, "strong"), Mark(0, 2, MarkKind.STRONG)])
    assert pieces == Text("abcd", [Mark(0, 4, "strong")])
    assert hash(pieces) == hash(Text("abcd", [Mark(0, 4, "strong")]))
    assert len(Text("ab", [Mark(0, 1, "link", "a"), Mark(1, 2, "link", "b")]).marks) == 2


def test_crossing_marks_are_closed_and_opened_again() -> None:
    """A format that can only nest can hold marks that cross."""
    text = Text("abcd", [Mark(0, 3, "strong"), Mark(1, 4, "emphasis")])
    steps = [what if isinstance(what, str) else f"{step} {what.kind}" for step, what in text.events()]
    assert steps == [
        "open strong", "a", "open emphasis", "bc", "close emphasis", "close strong", "open emphasis", "d",
        "close emphasis",
    ]  # fmt: skip


def test_an_empty_slice_under_a_mark_has_no_mark() -> None:
    """Cutting nothing out of the middle of a mark gives an empty text."""
    assert Text("abcd", [Mark(0, 4, "strong")])[2:2] == Text("")


def test_a_note_at_a_border_is_never_lost() -> None:
    """A note belongs to both sides of a cut at its place."""
    text = Text("abcd", [Mark(2, 2, "note", "n1")])
    assert text[:2].marks == (Mark(2, 2, "note", "n1"),)
    assert text[2:].marks == (Mark(0, 0, "note", "n1"),)


def test_a_text_of_nothing_but_a_note_is_true() -> None:
    """Only a text without characters and marks is false."""
    assert Text("", [Mark(0, 0, "note", "n1")])
    assert not Text("")


def test_an_added_string_is_unmarked() -> None:
    """A string can be added behind a text."""
    assert Text("a", [Mark(0, 1, "code")]) + "b" == Text("ab", [Mark(0, 1, "code")])


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Text("abc", [Mark(1, 9, "strong")]), "outside its text of 3 characters"),
        (lambda: Mark(2, 1, "strong"), "runs backwards"),
        (lambda: Mark(-1, 1, "strong"), "start of a mark -1 is outside"),
        (lambda: Mark("0", 1, "strong"), "must be an integer, not str"),
        (lambda: Mark(False, 1, "strong"), "must be an integer, not bool"),
        (lambda: Mark(1, 1, "strong"), "needs a stretch of text"),
        (lambda: Mark(1, 2, "note", "n"), "a note marks a point"),
        (lambda: Mark(1, 2, "link"), "link needs a target"),
        (lambda: Mark(1, 2, "strong", "x"), "strong takes no target"),
        (lambda: Mark(1, 2, "link", " "), "target of a mark is empty"),
        (lambda: Mark(1, 2, "language", "e"), "not a BCP 47 language tag"),
        (lambda: Mark(1, 2, "blink"), "'blink' is no MarkKind"),
        (lambda: Text("a\x00"), r"U\+0000"),
        (lambda: Text("a\ud800"), r"U\+D800"),
        (lambda: Text("a\uffff"), r"U\+FFFF"),
        (lambda: Text(5), "text must be a string, not int"),
        (lambda: Text("a", "b"), "expected several Mark, not str"),
        (lambda: Text("a", [5]), "expected Mark, not int"),
        (lambda: Text("abc")[::2], "sliced with step 1"),
        (lambda: Text("abc")[0], "cut by a slice"),
        (lambda: Text("a") + 5, "expected a text, not int"),
        (lambda: to_text(None), "expected a text, not NoneType"),
        (lambda: to_texts("abc"), "expected several texts, not one"),
    ],
)
def test_what_cannot_be_is_refused(make: object, message: str) -> None:
    """Every impossible text or mark raises ValidationError and says why."""
    with pytest.raises(ValidationError, match=message):
        make()


def test_strings_become_texts() -> None:
    """Fields of texts take strings as unmarked texts; None stays None where it is allowed."""
    assert to_text("a") == Text("a")
    assert to_optional_text(None) is None
    assert to_texts(["a", Text("b")]) == (Text("a"), Text("b"))


def test_builder_leaves_out_empty_marks() -> None:
    """A stretch that turned out empty is not marked, a note is."""
    builder = TextBuilder()
    builder.mark(0, MarkKind.STRONG)
    builder.mark(0, MarkKind.NOTE, "n1")
    assert builder.build() == Text("", [Mark(0, 0, "note", "n1")])


def test_display_is_short() -> None:
    """Long strings are cut for display, on one line, and show that they are."""
    assert shorten("a  b\nc") == "a b c"
    assert shorten("word " * 100).endswith("…")
    assert len(shorten("x" * 1000)) <= 48
    assert repr(Text("abc", [Mark(0, 1, "code")])) == "Text('abc', 1 marks)"
