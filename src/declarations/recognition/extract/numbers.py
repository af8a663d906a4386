"""The numbers of the document, its meeting and its votes."""

from __future__ import annotations

from declarations.blocks import MetadataKind
from declarations.model import Vote
from declarations.recognition.document import Document, Extract
from declarations.recognition.wording.identifiers import make_identifiers
from declarations.recognition.wording.tallies import is_absence, join_votes

__all__ = ["extract_identifiers", "extract_meeting", "extract_votes"]


def extract_identifiers(document: Document) -> Extract:
    """Return the numbers of the document: those that are stated, of the metadata, then the printed ones in order."""
    given = [item.value for item in document.page.metadata.of(MetadataKind.IDENTIFIER)]
    printed = (span.of(line.text) for line in document.lines for span in line.identifiers)
    stated, more = document.labelled_fields.identifiers, make_identifiers([*given, *printed])
    others = (one for one in more if not any(other.value.startswith(one.value) for other in stated))
    return Extract(values={"identifiers": (*stated, *others)})


def extract_meeting(document: Document) -> Extract:
    """Return the meeting that is stated, or the first one that a line names."""
    printed = (line.meeting.of(line.text) for line in document.lines if line.meeting)
    return Extract(values={"meeting": document.labelled_fields.first("meeting") or next(printed, None)})


def extract_votes(document: Document) -> Extract:
    """Return the votes in order; lines that follow each other and count different things are one vote."""
    votes: list[Vote] = [*document.labelled_fields.votes]
    follows = False
    for line in document.lines:
        if line.vote is not None:
            joined = join_votes(votes[-1], line.vote) if follows else None
            votes[len(votes) - (joined is not None) :] = [joined or line.vote]
        follows = line.vote is not None or (follows and is_absence(line.text, document.lexicons))
    told = {" ".join(vote.printed.split()): vote for vote in votes}  # a labelled field may repeat lines of the text
    return Extract(values={"votes": tuple(told.values())})
