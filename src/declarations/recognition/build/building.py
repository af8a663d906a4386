"""The last step: parts and values become a declaration, and what nobody claims is reported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from declarations.blocks import Block
from declarations.findings import Finding, FindingCode, Severity
from declarations.model import Clause, Declaration
from declarations.model.clauses import ClauseNames
from declarations.recognition.build.outline import build_clauses
from declarations.recognition.document import Document
from declarations.recognition.extract.footnotes import check_notes
from declarations.recognition.extract.remainders import Remainder, sort_remainders
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.reading import Part
from declarations.text import Text

__all__ = ["UNDETERMINED", "build_declaration", "claim_words"]

UNDETERMINED = "und"
"""Tag of a language that is not known (BCP 47, section 4.1)."""

_SEVERITIES = list(Severity)
_TEXTS: Mapping[str, Part] = {
    "enacting": Part.ENACTING,
    "context_heading": Part.CONTEXT_HEADING,
    "formula": Part.FORMULA,
    "resolutions_heading": Part.RESOLUTIONS_HEADING,
}
"""Fields that hold the words of a part as one text."""
_CLAUSES: Mapping[str, Part] = {"context": Part.CONTEXT, "resolutions": Part.RESOLUTION, "annexes": Part.ANNEX}
"""Fields that hold the blocks of a part as clauses."""
_INTERNAL = frozenset({"naming", "author", "addressed"})
"""Values that extractors leave for each other."""
_MISSING = {
    "title": (FindingCode.NO_TITLE, "no title was found"),
    "issuers": (FindingCode.NO_ISSUER, "no issuer was found"),
    "date": (FindingCode.NO_DATE, "no date of the act was found"),
    "resolutions": (FindingCode.NO_RESOLUTIONS, "no resolutions were found"),
}


def build_declaration(document: Document) -> Document:
    """Make the declaration of the values that were extracted and the blocks of each part; every clause has an id."""
    values = {name: value for name, value in document.values.items() if name not in _INTERNAL}
    values |= {name: _join(document, part) for name, part in _TEXTS.items()}
    names = ClauseNames()
    values |= {name: _build(document, part, names) for name, part in _CLAUSES.items()}
    closing = [_print(segment) for segment in document.of(Part.CLOSING)]
    declaration = Declaration(**values, language=document.language.tag or UNDETERMINED, closing=closing)
    return document.learn(declaration=declaration)


def claim_words(document: Document) -> Document:
    """Find the words that no field holds, and report them and what is missing; findings stand worst first."""
    declaration, blocks = document.declaration, document.blocks
    remainders, telling = sort_remainders(document, declaration)
    prose = {segment.id for segment in document.segments if segment.is_prose}
    unread = {id for id in telling if not remainders[id].is_read}
    left = {
        id: attrs.evolve(blocks[id], text=one.text, marker=None) for id, one in remainders.items() if id not in unread
    }
    findings = (
        *document.page.findings,
        *document.language.findings,
        *document.findings,
        *check_notes(declaration),
        *_report_missing(declaration),
        *(_report_unclaimed(blocks[id], remainders[id]) for id in telling),
    )
    ordered = sorted(findings, key=lambda one: -_SEVERITIES.index(one.severity))
    moved = document.move({id: Part.UNCLAIMED for id in telling if id in prose or id in unread}, "unclaimed")
    return moved.learn(remainders=left, findings=tuple(ordered))


def _build(document: Document, part: Part, names: ClauseNames) -> tuple[Clause, ...]:
    return build_clauses(document.of(part), part, document.numbering, document.dependents, names)


def _join(document: Document, part: Part) -> Text | None:
    texts = [_print(segment) for segment in document.of(part)]
    return Text.join(texts) if texts else None


def _print(segment: BlockFeatures) -> Text:
    """Return the words of a block with its number, for which the part has no other place."""
    marker = segment.block.marker
    return Text.join((Text(marker), segment.block.text), " ") if marker else segment.block.text


def _report_missing(declaration: Declaration) -> Iterator[Finding]:
    if not (declaration.context or declaration.resolutions):
        yield Finding(FindingCode.NO_DECLARATION, "neither context nor resolutions were found")
    yield from (
        Finding(code, message) for field, (code, message) in _MISSING.items() if not getattr(declaration, field)
    )


def _report_unclaimed(block: Block, remainder: Remainder) -> Finding:
    text = remainder.text.text if remainder.is_read else block.text.text
    message = "no part of the declaration claims this text"
    return Finding(FindingCode.UNCLAIMED_TEXT, message, position=block.position, excerpt=text)
