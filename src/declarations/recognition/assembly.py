"""The last step: labelled blocks and clues become a declaration, and what nobody claims is reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from declarations.blocks import ClueKind, Page
from declarations.errors import Finding, FindingCode, Severity
from declarations.language.lexicon import Lexicon
from declarations.model import Clause, Declaration, DeclarationKind, Identifier, Note, Signatory, Source
from declarations.recognition.chronology import find_author, find_place
from declarations.recognition.ending import check_notes, make_notes, read_signatories
from declarations.recognition.labelled import Labelled
from declarations.recognition.masthead import gather_dates, gather_issuers, sort_masthead
from declarations.recognition.outline import build_clauses
from declarations.recognition.reading import Part
from declarations.recognition.sight import Sight
from declarations.recognition.titles import find_kind
from declarations.text import Text

__all__ = ["Assembled", "assemble"]

_SEVERITIES = list(Severity)


@attrs.frozen(kw_only=True)
class Assembled:
    """The declaration, what to report, and blocks whose part turned out to be another."""

    declaration: Declaration
    """The declaration; every clause has an id."""
    findings: tuple[Finding, ...]
    """What to report, worst first."""
    moved: Mapping[int, Part]
    """Index of a block to the part that it has after all."""


def assemble(labelled: Labelled, *, url: str | None) -> Assembled:
    """Build the declaration from labelled blocks."""
    clues = labelled.page.clues
    dates = gather_dates(labelled)
    issuers, naming = gather_issuers(labelled)
    mast = labelled.of(Part.MASTHEAD)
    author = clues.first(ClueKind.AUTHOR) or find_author(
        (one.block.text.text for one in mast), labelled.dates, labelled.lexicons
    )
    lines = [line for text in labelled.lines(Part.CLOSING, Part.ENACTING, Part.MASTHEAD) for line in text.splitlines()]
    place = clues.first(ClueKind.PLACE) or find_place(lines, labelled.dates, labelled.lexicons)
    signatories, unsigned = _read_signatories(labelled.of(Part.SIGNATORY), labelled.lexicons)
    subtitle, moved = sort_masthead(labelled, naming, [author, place])
    title = next((line for line in labelled.lines(Part.TITLE)), None) or clues.first(ClueKind.TITLE)
    declaration = Declaration(
        kind=_find_kind(title, labelled),
        title=" ".join(title.split()) if title else None,
        subtitle=subtitle,
        identifiers=[Identifier(clue.value) for clue in clues.of(ClueKind.IDENTIFIER)],
        issuers=issuers,
        dates=dates.dates,
        place=place,
        language=labelled.spoken.tag,
        enacting=_join(labelled, Part.ENACTING),
        context_heading=_join(labelled, Part.CONTEXT_HEADING),
        context=_build(labelled, Part.CONTEXT),
        formula=_join(labelled, Part.FORMULA),
        resolutions_heading=_join(labelled, Part.RESOLUTIONS_HEADING),
        resolutions=_build(labelled, Part.RESOLUTION),
        closing=[sight.block.text for sight in labelled.of(Part.CLOSING)] + [one.block.text for one in unsigned],
        signatories=signatories,
        notes=_make_notes(labelled),
        annexes=_build(labelled, Part.ANNEX),
        source=_make_source(labelled.page, url, author),
    ).with_ids()
    moved |= {sight.index: Part.CLOSING for sight in unsigned}
    findings = (
        *labelled.page.findings,
        *labelled.spoken.findings,
        *dates.findings,
        *check_notes(declaration),
        *_report_missing(declaration),
        *_report_unclaimed(labelled, moved),
    )
    ordered = sorted(findings, key=lambda one: -_SEVERITIES.index(one.severity))
    return Assembled(declaration=declaration, findings=tuple(ordered), moved=moved)


def _build(labelled: Labelled, part: Part) -> tuple[Clause, ...]:
    return build_clauses(labelled.of(part), part, labelled.runs, labelled.followers)


def _join(labelled: Labelled, part: Part) -> Text | None:
    texts = [sight.block.text for sight in labelled.of(part)]
    return Text.join(texts) if texts else None


def _read_signatories(sights: Sequence[Sight], lexicons: Sequence[Lexicon]) -> tuple[list[Signatory], list[Sight]]:
    """Read the lines that name signatories; give also the lines that name none and say something else."""
    found: list[Signatory] = []
    unsigned: list[Sight] = []
    for sight in sights:
        names = read_signatories(sight.block.text.text, lexicons)
        found += names
        is_heading = any(lexicon.headings.find(sight.folded) for lexicon in lexicons)
        if not names and not is_heading and sight.block.text.text.strip(" _:.-"):
            unsigned.append(sight)
    return found, unsigned


def _find_kind(title: str | None, labelled: Labelled) -> DeclarationKind:
    clues = labelled.page.clues
    said = [clue.value for clue in clues.of(ClueKind.KIND)]
    filed = [clue.value for clue in clues.of(ClueKind.CATEGORY)]
    for text in (*said, *([title] if title else []), *filed):
        if kind := find_kind(text, labelled.lexicons):
            return DeclarationKind(kind)
    return DeclarationKind.OTHER


def _make_notes(labelled: Labelled) -> tuple[Note, ...]:
    return make_notes(labelled.of(Part.NOTE))


def _make_source(page: Page, url: str | None, author: str | None) -> Source | None:
    clues = page.clues
    source = Source(
        url=url or clues.first(ClueKind.URL),
        site=clues.first(ClueKind.SITE),
        author=author,
        categories=[clue.value for clue in clues.of(ClueKind.CATEGORY)],
        media_type=page.media_type,
    )
    return source if source != Source() else None


def _report_missing(declaration: Declaration) -> Iterable[Finding]:
    missing = (
        (FindingCode.NO_TITLE, "no title was found", declaration.title),
        (FindingCode.NO_ISSUER, "no issuer was found", declaration.issuers),
        (FindingCode.NO_DATE, "no date of the act was found", declaration.date),
        (FindingCode.NO_RESOLUTIONS, "no resolutions were found", declaration.resolutions),
    )
    return (Finding(code, message) for code, message, value in missing if not value)


def _report_unclaimed(labelled: Labelled, moved: Mapping[int, Part]) -> Iterable[Finding]:
    for index, part in moved.items():
        if part is Part.UNCLAIMED:
            block = labelled.page.blocks[index]
            yield Finding(
                FindingCode.UNCLAIMED_TEXT,
                "no part of the declaration claims this text",
                position=block.position,
                excerpt=block.text.text,
            )
