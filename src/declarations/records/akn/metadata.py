"""The `meta` of a document: identification, votes, references, notes, and the record of all that is no text."""

from __future__ import annotations

from collections.abc import Mapping

from declarations.model import Declaration, Note, Source, Vote
from declarations.records.akn.clauses import NOTHING
from declarations.records.akn.identification import Identification
from declarations.records.akn.markup import Markup, write_attributes
from declarations.records.akn.naming import ElementIds, Iris
from declarations.records.akn.profiles import Naming
from declarations.records.akn.references import References
from declarations.records.akn.vocabulary import NULL_DATE
from declarations.records.head import take_head
from declarations.records.xml_writing import write_declaration

__all__ = ["Metadata", "write_collection_meta"]

_COUNTS = {"in_favour": "for", "against": "against", "abstaining": "abstention"}


class Metadata:
    """Writes the metadata of one declaration and of its annexes; `references` collects what they refer to."""

    def __init__(self, declaration: Declaration, references: References, naming: Naming) -> None:
        self._declaration = declaration
        self._references = references
        authors = [references.refer_to_agent(issuer) for issuer in declaration.issuers]
        role = references.refer("role", "issuer") if authors else None
        self._identification = Identification.of(declaration, naming, authors, role, references.tool)

    def write(self, notes: Mapping[str, tuple[str, str | None]], markup: Markup) -> str:
        """Write the metadata of the main document, last of all: then it is known what is referred to."""
        declaration, tool = self._declaration, self._references.tool
        source = declaration.source or Source()
        voting = "".join(self._write_voting(vote) for vote in declaration.votes)
        if voting:
            voting = f'<analysis source="{tool}">\n<parliamentary>\n{voting}</parliamentary>\n</analysis>\n'
        return (
            f"<meta>\n{self._identification.write('main')}"
            f"{_write_keywords(source.categories, tool)}{voting}"
            f"{self._references.write(source.url)}{_write_notes(declaration.notes, notes, markup, tool)}"
            f'<proprietary source="{tool}">\n{_write_record(declaration)}</proprietary>\n</meta>\n'
        )

    def write_annex(self, number: int) -> str:
        """Write the metadata of the document in an attachment."""
        return f"<meta>\n{self._identification.write(f'annex_{number}', alias=False)}</meta>\n"

    def _write_voting(self, vote: Vote) -> str:
        """Write the numbers of a vote; the schema takes no vote without one."""
        counts = {name: getattr(vote, field) for field, name in _COUNTS.items()}
        lines = [
            f"<count{write_attributes({'value': count, 'refersTo': self._references.refer('concept', name)})}/>\n"
            for name, count in counts.items()
            if count is not None
        ]
        outcome = {"outcome": self._references.refer("concept", vote.manner)} if lines else {}
        return f"<voting{write_attributes(outcome)}>\n{''.join(lines)}</voting>\n" if lines else ""


def write_collection_meta(naming: Naming) -> str:
    """Write the metadata of a collection, of which nothing is known but what it holds."""
    work = f"{naming.base}/akn/{naming.country}/documentCollection/declarations/{NULL_DATE}/nn"
    iris = Iris(work, f"{work}/und@", f"{work}/und@.xml")
    references = References(ElementIds(), naming)
    identification = Identification(iris=iris, tool=references.tool, country=naming.country)
    return f"<meta>\n{identification.write('main')}{references.write(None)}</meta>\n"


def _write_keywords(categories: tuple[str, ...], tool: str) -> str:
    lines = [
        f"<keyword{write_attributes({'value': category, 'showAs': category, 'dictionary': ''})}/>\n"
        for category in categories
    ]
    return f'<classification source="{tool}">\n{"".join(lines)}</classification>\n' if lines else ""


def _write_notes(
    notes: tuple[Note, ...], names: Mapping[str, tuple[str, str | None]], markup: Markup, tool: str
) -> str:
    pieces = []
    for note in notes:
        attributes = write_attributes({"eId": names[note.id][0], "wId": note.id, "marker": note.label})
        blocks = "".join(markup.write_block(text) + "\n" for text in note.paragraphs) or NOTHING
        pieces.append(f"<note{attributes}>\n{blocks}</note>\n")
    return f'<notes source="{tool}">\n{"".join(pieces)}</notes>\n' if pieces else ""


def _write_record(declaration: Declaration) -> str:
    """Write all that is no text as `records.xml` does, without the line that says that it is XML."""
    return write_declaration(take_head(declaration)).partition("\n")[2]
