"""The same documents in the languages of all lexicons, in the forms in which movements publish them, are read right."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import attrs
import pytest

from declarations import parse

STORY: Mapping[str, Any] = tomllib.loads((Path(__file__).parent / "languages" / "ferry.toml").read_text("utf-8"))


@attrs.frozen
class Genre:
    """How a document of a genre is made of the story."""

    resolutions: str
    """The key of what is resolved."""
    formula: str | None = None
    """The key of the line before it."""
    is_numbered: bool = False


GENRES: Mapping[str, Genre] = {
    "third person": Genre("third-person"),
    "first person": Genre("first-person"),
    "imperatives": Genre("demands", "lead"),
    "hinge": Genre("resolved", "hinge"),
    "numbered hinge": Genre("resolved", "hinge", is_numbered=True),
}


def number(lines: Sequence[str], genre: Genre) -> list[str]:
    """Print numbers before lines where a genre has them."""
    return [f"{place}. {line}" for place, line in enumerate(lines, 1)] if genre.is_numbered else [*lines]


def lay_out(story: Mapping[str, Any], genre: Genre) -> list[str]:
    """Return the paragraphs between the title and the resolutions."""
    return [*story["context"], *([story[genre.formula]] if genre.formula else [])]


def write_text(story: Mapping[str, Any], genre: Genre) -> str:
    """Write plain text."""
    return "\n\n".join((story["title"], *lay_out(story, genre), *number(story[genre.resolutions], genre)))


def write_paragraphs(story: Mapping[str, Any], genre: Genre) -> str:
    """Write HTML with a paragraph for everything."""
    lines = (*lay_out(story, genre), *number(story[genre.resolutions], genre))
    return f"<h1>{escape(story['title'])}</h1>" + "".join(f"<p>{escape(line)}</p>" for line in lines)


def write_list(story: Mapping[str, Any], genre: Genre) -> str:
    """Write HTML with a list for what is resolved."""
    before = "".join(f"<p>{escape(line)}</p>" for line in lay_out(story, genre))
    items = "".join(f"<li>{escape(line)}</li>" for line in story[genre.resolutions])
    tag = "ol" if genre.is_numbered else "ul"
    return f"<h1>{escape(story['title'])}</h1>{before}<{tag}>{items}</{tag}>"


FORMS: Mapping[str, tuple[str, Callable[[Mapping[str, Any], Genre], str]]] = {
    "text": ("text", write_text),
    "paragraphs": ("html", write_paragraphs),
    "list": ("html", write_list),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", GENRES)
@pytest.mark.parametrize("language", STORY)
def test_documents_of_every_language_are_read_right(language: str, name: str, form: str) -> None:
    """Title, context, formula and resolutions are those of the story, whatever the language and the form."""
    story, genre = STORY[language], GENRES[name]
    format, write = FORMS[form]
    found = parse(write(story, genre), format=format)
    assert found.title == story["title"]
    assert found.language == language
    assert [str(clause.paragraphs[0]) for clause in found.context] == story["context"]
    turn = found.formula or found.resolutions_heading  # `We demand:` may be printed as a heading
    assert (str(turn) if turn else None) == (story[genre.formula] if genre.formula else None)
    assert [[*map(str, clause.paragraphs)] for clause in found.resolutions] == [
        [line] for line in story[genre.resolutions]
    ]
    assert not any(clause.items for clause in found.resolutions)
    if genre.is_numbered:
        assert [clause.label.ordinal for clause in found.resolutions if clause.label] == [1, 2, 3]
