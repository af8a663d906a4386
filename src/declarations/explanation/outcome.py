"""The right side of the page: the declaration as it was read, each piece with the blocks it came from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from declarations.explanation.declared import Fact, describe_signatory, list_facts
from declarations.explanation.markup import Html, Words, element, isolate, join
from declarations.explanation.tracing import Trace
from declarations.findings import Finding
from declarations.model import Clause, Declaration
from declarations.text import Text

__all__ = ["OutcomeSide", "name_piece"]

_SEPARATORS = re.compile("[^a-z0-9]+")


def name_piece(prefix: str, address: str) -> str:
    """Make the id of a piece of the declaration from its address: `r1-resolutions-2-items-0`."""
    return f"{prefix}-{_SEPARATORS.sub('-', address).strip('-')}"


@attrs.frozen(kw_only=True)
class OutcomeSide:
    """Writes the declaration of one reading."""

    declaration: Declaration
    """What was found."""
    findings: Sequence[Finding]
    """What is worth knowing."""
    words: Words
    """How the words of the document are written."""
    level: int
    """Level of the headings of the parts."""
    prefix: str
    """Beginning of the ids of the reading."""
    name_block: str
    """Pattern of the ids of blocks."""
    trace: Trace
    """Which blocks each piece came from."""

    def write(self) -> Iterator[str]:
        """Yield the markup piece by piece, the parts in the order in which documents have them."""
        one = self.declaration
        yield self._write_title()
        yield self._write_facts()
        yield from self._write_part("Context", "context", one.context_heading, one.context, before=one.enacting)
        yield from self._write_formula()
        yield from self._write_part("Resolutions", "resolution", one.resolutions_heading, one.resolutions)
        yield from self._write_lines("Closing", "closing", "closing", [("", text) for text in one.closing])
        signed = [describe_signatory(signatory) for signatory in one.signatories]
        yield from self._write_lines("Signatories", "signatory", "signatories", signed)
        notes = [(note.label or note.id, Text.join(note.paragraphs)) for note in one.notes]
        yield from self._write_lines("Notes", "note", "notes", notes)
        yield from self._write_part("Annexes", "annex", None, one.annexes)
        yield self._write_findings()

    def _heading(self, name: str) -> Html:
        return element(f"h{self.level}", name)

    def _piece(self, tag: str, address: str, *children: str, class_: str) -> Html:
        """Make the element of a piece that the declaration has at an address."""
        return element(
            tag, *children, self._cite(address), class_=class_, id=name_piece(self.prefix, address),
            data_from=self._find_sources(address), dir=self.words.layout,
        )  # fmt: skip

    def _find_sources(self, address: str) -> str | None:
        return " ".join(map(self.name_block.format, self.trace.get(address, ()))) or None

    def _cite(self, address: str, *told: str) -> Html:
        """Return where a piece stands in the declaration, what is known of it, and which blocks it came from."""
        numbers = self.trace.get(address, ())
        links = [element("a", str(number), href=f"#{self.name_block.format(number)}") for number in numbers]
        source = join("from block " if len(links) == 1 else "from blocks ", Html(", ".join(links)))
        pieces = [element("code", address), *told, *([source] if links else [])]
        return element("p", *(element("span", piece, dir="ltr") for piece in pieces), class_="about", lang="en")

    def _write_title(self) -> Html:
        one = self.declaration
        title = self.words.write("p", one.title, class_="title") if one.title else element("p", "(no title)")
        pieces = [self._piece("div", "title", title, class_="piece part-title")]
        if one.subtitle:
            pieces.append(
                self._piece("div", "subtitle", self.words.write("p", one.subtitle), class_="piece part-subtitle")
            )
        return join(*pieces, "\n")

    def _write_facts(self) -> Html:
        rows = (
            join(element("dt", fact.name), element("dd", *_write_fact(fact))) for fact in list_facts(self.declaration)
        )
        return element("dl", *rows, class_="facts")

    def _write_formula(self) -> Iterator[str]:
        if self.declaration.formula:
            words = self.words.write("p", self.declaration.formula)
            yield self._heading("Formula")
            yield self._piece("div", "formula", words, class_="piece part-formula")

    def _write_lines(self, name: str, part: str, field: str, lines: Sequence[tuple[str, Text | str]]) -> Iterator[str]:
        if lines:
            yield self._heading(name)
        for index, (lead, text) in enumerate(lines):
            label = element("span", lead, class_="label", dir="auto") if lead else Html()
            words = element("div", label, self.words.write("p", text), class_="words")
            yield self._piece("div", f"{field}[{index}]", words, class_=f"piece part-{part}")

    def _write_part(
        self, name: str, part: str, heading: Text | None, clauses: Sequence[Clause], *, before: Text | None = None
    ) -> Iterator[str]:
        """Write one part with its own heading and the line before it."""
        if not (heading or clauses or before):
            return
        field = name.lower()
        yield self._heading(name)
        if before:
            yield self._piece("div", "enacting", self.words.write("p", before), class_="piece part-enacting")
        if heading:
            words = self.words.write("p", heading, class_="heading")
            yield self._piece("div", f"{field}_heading", words, class_=f"piece part-{field}-heading")
        yield f'<ol class="clauses" role="list" dir="{self.words.layout}">\n'
        for index, clause in enumerate(clauses):
            yield from self._write_clause(f"{field}[{index}]", clause, part)
        yield "</ol>\n"

    def _write_clause(self, address: str, clause: Clause, part: str) -> Iterator[str]:
        """Write a clause and its items; a stack instead of recursion holds any depth."""
        stack: list[tuple[str, Clause | str]] = [(address, clause)]
        while stack:
            place, piece = stack.pop()
            if isinstance(piece, str):
                yield piece
                continue
            yield self._open_clause(place, piece, part)
            stack.append(("", Html("</li>\n")))
            stack += [("", self.words.write("p", text)) for text in reversed(piece.tail)]
            if piece.items:
                stack.append(("", Html("</ol>\n")))
                stack += [(f"{place}.items[{index}]", item) for index, item in enumerate(piece.items)][::-1]
                stack.append(("", Html('<ol class="clauses" role="list">\n')))

    def _open_clause(self, address: str, clause: Clause, part: str) -> Html:
        """Return the beginning of a clause, up to its items."""
        sources = self._find_sources(address)
        linked = f' data-from="{sources}"' if sources else ""
        label = self.words.write("span", clause.label.printed, class_="label") if clause.label else Html()
        heading = self.words.write("p", clause.heading, class_="heading") if clause.heading else Html()
        return join(
            Html(f'<li class="piece part-{part}" id="{name_piece(self.prefix, address)}"{linked}>'),
            element(
                "div", label, heading, *(self.words.write("p", text) for text in clause.paragraphs), class_="words"
            ),
            self._cite(address, *self._describe(clause)),
        )

    def _describe(self, clause: Clause) -> Iterator[str]:
        """Yield what a clause does, by its phrase."""
        if meaning := clause.stance or clause.action:
            yield element("strong", meaning)
        if clause.phrase:
            yield join("“", isolate(clause.phrase), "”")

    def _write_findings(self) -> Html:
        if not self.findings:
            return Html()
        rows = [
            element("li", str(one), *([" “", isolate(one.excerpt), "”"] if one.excerpt else []),
                    class_=f"finding {one.severity}")
            for one in self.findings
        ]  # fmt: skip
        return join(self._heading("Findings"), element("ul", *rows, class_="findings"))


def _write_fact(fact: Fact) -> Iterator[str]:
    yield isolate(fact.value)
    if fact.printed:
        yield from (" “", isolate(fact.printed), "”")
