"""Our pages through pandoc and back: every clause is still there. Needs the program; without it nothing is tested."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import declarations
from declarations import Clause, Declaration
from tests.writers.test_markdown_survival import RESOLUTION

pytestmark = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")


def run(arguments: list[str], page: str) -> str:
    """Convert a page by pandoc."""
    done = subprocess.run(["pandoc", *arguments], input=page, capture_output=True, check=True, encoding="utf-8")
    return done.stdout


def outline(declaration: Declaration) -> list[tuple[str | None, str]]:
    """Return labels and words of context and resolutions."""
    clauses: list[Clause] = [*declaration.context, *declaration.resolutions]
    return [(clause.label.printed if clause.label else None, clause.text) for clause in clauses]


@pytest.mark.parametrize(
    ("written", "steps", "read"),
    [
        ("html", ["-f html -t html -s"], "html"),
        ("html", ["-f html -t html -s --section-divs"], "html"),
        ("markdown", ["-f markdown -t html -s"], "html"),
        ("markdown", ["-f gfm -t gfm"], "markdown"),
        ("markdown", ["-f markdown -t markdown -s"], "markdown"),
    ],
)
def test_every_clause_survives(written: str, steps: list[str], read: str) -> None:
    """Through another writer of the same syntax, or from Markdown to HTML."""
    page = declarations.render(RESOLUTION, written)
    for step in steps:
        page = run(step.split(), page)
    again = declarations.parse(page, format=read)
    assert outline(again) == outline(RESOLUTION)
    assert again.title == RESOLUTION.title


def test_every_clause_survives_a_word_processor(tmp_path: Path) -> None:
    """Markdown to a document of Word and back to Markdown leaves comments and front matter behind."""
    document = tmp_path / "resolution.docx"
    run(["-f", "markdown", "-o", str(document)], declarations.render(RESOLUTION, "markdown"))
    again = declarations.parse(run([str(document), "-t", "gfm"], ""), format="markdown")
    assert outline(again) == outline(RESOLUTION)


def test_the_section_around_a_heading_is_no_heading() -> None:
    """A class that moved from a heading to its section heads what follows, and does not swallow it."""
    page = (
        '<article class="declaration" lang="en"><h1 class="declaration-title">On Lamps</h1>'
        '<section class="declaration-resolutions-heading"><h2 class="declaration-resolutions-heading">Decisions</h2>'
        "<p>Asks the town to mend the lamps.</p></section></article>"
    )
    declaration = declarations.parse(page, format="html")
    assert str(declaration.resolutions_heading) == "Decisions"
    assert [clause.text for clause in declaration.resolutions] == ["Asks the town to mend the lamps."]
