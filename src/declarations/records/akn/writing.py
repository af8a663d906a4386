"""Declaration to Akoma Ntoso: strings put together part by part, in the order that the schema wants.

The words of the declaration stand once, in the elements of Akoma Ntoso; what those cannot say stands in attributes of
our namespace (prefix `d`) and in the record inside of `proprietary`.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from declarations.model import Declaration
from declarations.records.akn.clauses import NOTHING, ClauseWriter
from declarations.records.akn.markup import Markup, write_attributes
from declarations.records.akn.metadata import Metadata
from declarations.records.akn.naming import ElementIds
from declarations.records.akn.profiles import Naming
from declarations.records.akn.references import References
from declarations.records.akn.shown import write_masthead, write_outcome
from declarations.records.akn.vocabulary import CITING, NAMESPACE, OWN_NAMESPACE
from declarations.text import Text

__all__ = ["CLOSE", "OPEN", "write_document"]

OPEN = f'<?xml version="1.0"?>\n<akomaNtoso xmlns="{NAMESPACE}" xmlns:d="{OWN_NAMESPACE}">\n'
"""What stands before a document."""
CLOSE = "</akomaNtoso>\n"
"""What stands after it."""
_BODY = "mainBody"


def write_document(declaration: Declaration, naming: Naming, prefix: str = "") -> str:
    """Return a declaration as a `statement` or a `doc`, to be put inside of the root.

    `prefix` stands before every eId, which must be unique in a collection.
    """
    tag, _ = naming.name_type(declaration.kind)
    return f'<{tag} name="{declaration.kind}">\n{_Writer(declaration, naming, prefix).write()}</{tag}>\n'


class _Writer:
    def __init__(self, declaration: Declaration, naming: Naming, prefix: str) -> None:
        self._declaration = declaration
        self._profile = naming.profile
        self._ids = ids = ElementIds(prefix)
        self._references = References(ids, naming)
        self._metadata = Metadata(declaration, self._references, naming)
        self._notes = {note.id: (ids.number(prefix, "note"), note.label) for note in declaration.notes}
        self._markup = Markup(self._notes)
        self._language = write_attributes({"xml:lang": declaration.language})
        self._pieces: list[str] = []
        self._clauses = ClauseWriter(self._pieces, ids, self._markup)

    def write(self) -> str:
        """Write all; what is referred to is known only after the text, so that the metadata are made last."""
        for tag, write in (
            ("coverPage", self._write_cover),
            ("preface", self._write_preface),
            ("preamble", self._write_preamble),
            (_BODY, self._write_body),
            ("conclusions", self._write_conclusions),
            ("attachments", self._write_attachments),
        ):
            self._write_part(tag, write)
        return self._metadata.write(self._notes, self._markup) + "".join(self._pieces)

    def _write_part(self, tag: str, write: Callable[[], None]) -> None:
        """Write a part of the document; only the body may not be absent."""
        begun = len(self._pieces)
        self._pieces.append(f"<{tag}{self._language if tag == _BODY else ''}>\n")
        write()
        if len(self._pieces) == begun + 1:
            if tag != _BODY:
                del self._pieces[begun]
                return
            self._pieces.append(NOTHING)
        self._pieces.append(f"</{tag}>\n")

    def _write_cover(self) -> None:
        if self._profile.has_cover:
            self._pieces += write_masthead(self._declaration, self._references, self._markup)

    def _write_preface(self) -> None:
        declaration, markup = self._declaration, self._markup
        if declaration.title is not None:
            title = markup.write_string("docTitle", declaration.title)
            self._pieces.append(f"<longTitle><p>{title}</p></longTitle>\n")
        if declaration.subtitle is not None:
            self._pieces.append(markup.write_string("block", declaration.subtitle, ' name="subtitle"') + "\n")
        if not self._profile.has_cover:
            self._pieces += write_masthead(declaration, self._references, markup)

    def _write_preamble(self) -> None:
        declaration = self._declaration
        self._write_formula(declaration.enacting, self._profile.enacting)
        self._write_heading(declaration.context_heading)
        parent = self._ids.join(self._ids.prefix, "preamble")
        for citing, clauses in groupby(declaration.context, lambda clause: clause.stance in CITING):
            outer, inner = ("citations", "citation") if citing else ("recitals", "recital")
            eid = self._ids.number(parent, outer)
            self._pieces.append(f'<{outer} eId="{eid}">\n')
            for clause in clauses:
                self._clauses.write_recital(clause, eid, inner)
            self._pieces.append(f"</{outer}>\n")
        self._write_formula(declaration.formula, "transition")

    def _write_formula(self, text: Text | None, name: str) -> None:
        if text is not None:
            self._pieces.append(f'<formula name="{name}">{self._markup.write_text("p", text)}</formula>\n')

    def _write_heading(self, text: Text | None) -> None:
        """Write the heading of a part as a block, since the parts have no headings of their own."""
        if text is not None:
            self._pieces.append(self._markup.write_text("block", text, ' name="heading"') + "\n")

    def _write_body(self) -> None:
        self._write_heading(self._declaration.resolutions_heading)
        for clause in self._declaration.resolutions:
            self._clauses.write_paragraph(clause, self._ids.prefix)

    def _write_conclusions(self) -> None:
        self._pieces += [self._markup.write_block(text) + "\n" for text in self._declaration.closing]
        self._pieces += write_outcome(self._declaration, self._references, self._markup)

    def _write_attachments(self) -> None:
        for number, annex in enumerate(self._declaration.annexes, 1):
            self._clauses.write_attachment(annex, self._metadata.write_annex(number))
