"""The stance or action of every clause that the outcomes of the metre committees name: English and French."""

from collections.abc import Iterator
from typing import Any

import pytest

from declarations import Clause
from declarations.model import Action, Stance
from tests.corpus_files import SUFFIXES, Document, documents, letters

LEAST = 0.95
LEAD_IN_WORDS = 4  # "recommends that" alone is not looked for when the passage goes on after it
LANGUAGES = ("en", "fr")
CLASSES: dict[str, set[str]] = {
    "accepts": {Stance.ACCEPTING, Action.ACCEPTS},
    "acknowledging": {Stance.ACKNOWLEDGING},
    "adopts": {Action.ADOPTS},
    "affirms / reaffirming": {Stance.AFFIRMING, Stance.REAFFIRMING, Action.AFFIRMS, Action.REAFFIRMS},
    "appoints": {Action.APPOINTS},
    "approves": {Action.APPROVES, Action.ENDORSES},
    "asks": {Action.ASKS},
    "authorizes": {Action.AUTHORIZES},
    "calls upon": {Action.CALLS_UPON},
    "charges": {Action.CHARGES},
    "confirms": {Action.CONFIRMS},
    "considering": {Stance.CONSIDERING},
    "decides": {Action.DECIDES},
    "declares": {Action.DECLARES},
    "elects": {Action.ELECTS},
    "emphasizing": {Stance.EMPHASIZING},
    "encourages": {Action.ENCOURAGES},
    "having / having regard": {Stance.HAVING},
    "invites / further invites": {Action.INVITES},
    "noting": {Stance.NOTING, Action.TAKES_NOTE},
    "reaffirming": {Stance.REAFFIRMING},
    "recalling / further recalling": {Stance.RECALLING},
    "recognizing": {Stance.RECOGNIZING},
    "recommends": {Action.RECOMMENDS},
    "remarks": {Stance.OBSERVING, Action.REMARKS},
    "requests": {Action.REQUESTS},
    "taking into account": {Stance.TAKING_INTO_ACCOUNT},
    "thanks / expresses-appreciation": {Stance.EXPRESSING_APPRECIATION, Action.THANKS, Action.CONGRATULATES},
    "urges": {Action.URGES},
    "welcomes": {Stance.WELCOMING, Action.WELCOMES},
}
"""What the data calls a passage, and our classes for it; a passage that only tells may be read on either side."""


def clause_text(clause: Clause) -> str:
    """Give the letters of a clause with its label, heading and items."""
    own = (clause.label, clause.heading, *clause.paragraphs)
    return "".join(map(letters, own)) + "".join(map(clause_text, clause.items)) + "".join(map(letters, clause.tail))


def find_classes(clauses: tuple[Clause, ...], wanted: str, above: str | None = None) -> Iterator[str | None]:
    """Give the class of every innermost clause that holds a text; an item has that of its clause, if none itself."""
    for clause in clauses:
        if wanted in clause_text(clause):
            own = clause.stance or clause.action or above
            yield from list(find_classes(clause.items, wanted, own)) or [own]


def beginning(passage: dict[str, Any]) -> str:
    """Give the letters of what is looked for: the first text that is more than a lead-in, else all of them."""
    longer = (text for text in passage["texts"] if len(text.split()) > LEAD_IN_WORDS)
    return letters(next(longer, "".join(passage["texts"])))


def judge(document: Document) -> Iterator[tuple[str, str, bool]]:
    """Give type, text and verdict of every passage whose clause is found."""
    declaration = document.examine().declaration
    clauses = (*declaration.context, *declaration.resolutions)
    for passage in document.gold["passages"]:
        found = list(find_classes(clauses, beginning(passage)))
        if found:
            yield passage["type"], passage["texts"][0], any(one in CLASSES[passage["type"]] for one in found)


@pytest.mark.parametrize("format", SUFFIXES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_classes(language: str, format: str) -> None:
    """The clause of a passage has the class that the data names, for at least 95 of 100 passages."""
    chosen = (one for one in documents("bipm", names=f"*.{language}") if one.format == format)
    verdicts = [verdict for document in chosen for verdict in judge(document)]
    wrong = [f"{type}: {text[:60]}" for type, text, is_right in verdicts if not is_right]

    assert len(verdicts) > 300
    assert len(wrong) <= (1 - LEAST) * len(verdicts), wrong
