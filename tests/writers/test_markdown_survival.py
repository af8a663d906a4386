"""Our Markdown after other tools: comments taken out or fenced, and still every clause."""

from __future__ import annotations

import re

import pytest

import declarations
from declarations import Agent, Clause, Dated, Declaration, Identifier, Label
from declarations.inspection import FindingCode

RESOLUTION = Declaration(
    kind="resolution",
    title="On the Lights of the Pier",
    identifiers=[Identifier("LH/7")],
    issuers=[Agent(name="Assembly of Pilots", kind="body")],
    dates=[Dated(role="adopted", date="2025-03-25", text="25 March 2025")],
    language="en",
    context=[Clause(paragraphs=["Recalling the storm of last winter,"], phrase="Recalling", stance="recalling")],
    resolutions=[
        Clause(
            label=Label(f"{number}.", ordinal=number, style="decimal"),
            paragraphs=[f"Asks the town to mend lamp {number}."],
            phrase="Asks",
            action="asks",
        )
        for number in (1, 2)
    ],
)
_COMMENT = re.compile(r"<!--.*?-->\n*", re.DOTALL)


def strip(page: str) -> str:
    """Take the comments out, as many tools do."""
    return _COMMENT.sub("", page)


def fence(page: str) -> str:
    """Put every comment into a fence, as pandoc writes raw HTML."""
    return _COMMENT.sub(lambda found: f"```{{=html}}\n{found[0].strip()}\n```\n\n", page)


@pytest.mark.parametrize("change", [strip, fence])
def test_every_clause_and_fact_survives_without_comments(change: object) -> None:
    """Words, phrases and facts are there again, whatever became of the comments."""
    page = declarations.render(RESOLUTION, "markdown")
    assert "<!--" in page
    read = declarations.parse(change(page), format="markdown")  # type: ignore[operator]
    for field in ("kind", "title", "identifiers", "issuers", "dates", "language"):
        assert getattr(read, field) == getattr(RESOLUTION, field)
    assert [clause.text for clause in read.context] == [clause.text for clause in RESOLUTION.context]
    assert [(one.label, one.text, one.action) for one in read.resolutions] == [
        (one.label, one.text, one.action) for one in RESOLUTION.resolutions
    ]


def test_lost_comments_are_reported() -> None:
    """A page whose words belong to no part any more is recognized, and says so."""
    reading = declarations.examine(strip(declarations.render(RESOLUTION, "markdown")), format="markdown")
    messages = [one.message for one in reading.findings if one.code is FindingCode.BROKEN_METADATA]
    assert [message.endswith("most of its words are in no part of it") for message in messages] == [True]


def test_a_paragraph_added_by_hand_does_not_undo_the_page() -> None:
    """A few words more are reported; the clauses stay as they were written."""
    page = declarations.render(RESOLUTION, "markdown") + "\n<div>Seen by the harbour master.</div>\n"
    reading = declarations.examine(page, format="markdown")
    assert reading.declaration == RESOLUTION
    assert FindingCode.UNCLAIMED_TEXT in {finding.code for finding in reading.findings}
