"""The last step: labelled blocks and clues become a declaration, and what nobody claims is reported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import attrs

from declarations.blocks import ClueKind, Landmark, Page
from declarations.errors import Finding, FindingCode, Severity
from declarations.language.lexicon import Lexicon
from declarations.model import Agent, DateRole, Declaration, DeclarationKind, Identifier, Note, Signatory, Source
from declarations.recognition.chronology import (
    DatedLine,
    find_author,
    find_place,
    read_clue_dates,
    read_line,
    settle_dates,
)
from declarations.recognition.ending import check_notes, make_notes, read_signatories
from declarations.recognition.issuers import NameSource, find_issuers
from declarations.recognition.languages import Spoken
from declarations.recognition.outline import build_clauses
from declarations.recognition.reading import Part
from declarations.recognition.runs import RunHead
from declarations.recognition.sight import Sight
from declarations.recognition.titles import find_kind
from declarations.text import Text

__all__ = ["Assembled", "Labelled", "assemble"]

_YEAR = re.compile(r"\d{4}")
_SEVERITIES = list(Severity)


@attrs.frozen(kw_only=True)
class Labelled:
    """A page whose blocks have their parts."""

    page: Page
    """The page."""
    sights: Sequence[Sight]
    """The blocks of the document, in order."""
    parts: Mapping[int, Part]
    """Index of a block to its part."""
    runs: Mapping[int, RunHead]
    """Numbered headings."""
    dropped: Mapping[int, str]
    """Index of a block outside the document to the reason."""
    lexicons: Sequence[Lexicon]
    """Lexicons of its language."""
    spoken: Spoken
    """Its language."""

    def of(self, *parts: Part) -> list[Sight]:
        """Give the blocks of some parts."""
        return [sight for sight in self.sights if self.parts[sight.index] in parts]

    def lines(self, *parts: Part) -> list[str]:
        """Give the words of the blocks of some parts."""
        return [sight.block.text.text for sight in self.of(*parts)]


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
    dates = _find_dates(labelled)
    issuers, naming = _find_issuers(labelled)
    hints = labelled.spoken.hints
    mast = labelled.of(Part.MASTHEAD)
    author = clues.first(ClueKind.AUTHOR) or find_author(
        (one.block.text.text for one in mast), hints, labelled.lexicons
    )
    place = clues.first(ClueKind.PLACE) or find_place(
        labelled.lines(Part.CLOSING, Part.ENACTING, Part.MASTHEAD), hints, labelled.lexicons
    )
    signatories, unsigned = _read_signatories(labelled.of(Part.SIGNATORY), labelled.lexicons)
    subtitle, moved = _sort_masthead(labelled, naming, [author, place])
    title = next((line for line in labelled.lines(Part.TITLE)), None) or clues.first(ClueKind.TITLE)
    declaration = Declaration(
        kind=_find_kind(title, labelled),
        title=" ".join(title.split()) if title else None,
        subtitle=clues.first(ClueKind.SUBTITLE) or subtitle,
        identifiers=[Identifier(clue.value) for clue in clues.of(ClueKind.IDENTIFIER)],
        issuers=issuers,
        dates=dates.dates,
        place=place,
        language=labelled.spoken.tag,
        enacting=_join(labelled, Part.ENACTING),
        context_heading=_join(labelled, Part.CONTEXT_HEADING),
        context=build_clauses(labelled.of(Part.CONTEXT), Part.CONTEXT, labelled.runs),
        formula=_join(labelled, Part.FORMULA),
        resolutions_heading=_join(labelled, Part.RESOLUTIONS_HEADING),
        resolutions=build_clauses(labelled.of(Part.RESOLUTION), Part.RESOLUTION, labelled.runs),
        closing=[sight.block.text for sight in labelled.of(Part.CLOSING)] + [one.block.text for one in unsigned],
        signatories=signatories,
        notes=_make_notes(labelled),
        annexes=build_clauses(labelled.of(Part.ANNEX), Part.ANNEX, labelled.runs),
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


def _join(labelled: Labelled, part: Part) -> Text | None:
    texts = [sight.block.text for sight in labelled.of(part)]
    return Text.join(texts) if texts else None


def _find_dates(labelled: Labelled) -> DatedLine:
    """Printed dates come before those of the metadata; what the site says of the post comes last."""
    hints, lexicons = labelled.spoken.hints, labelled.lexicons
    lines = [
        *(read_line(line, DateRole.ISSUED, hints, lexicons) for line in labelled.lines(Part.MASTHEAD)),
        *(read_line(line, DateRole.ADOPTED, hints, lexicons) for line in labelled.lines(Part.ENACTING, Part.CLOSING)),
        read_clue_dates(labelled.page.clues, hints, lexicons),
    ]
    for index, reason in labelled.dropped.items():
        block = labelled.page.blocks[index]
        if reason == "furniture phrase" or Landmark.POSTMETA in block.landmarks:
            lines.append(read_line(block.text.text, DateRole.PUBLISHED, hints, lexicons))
    return settle_dates(lines)


def _find_issuers(labelled: Labelled) -> tuple[tuple[Agent, ...], frozenset[int]]:
    clues = labelled.page.clues
    named = tuple(dict.fromkeys(clue.value for clue in clues.of(ClueKind.ISSUER)))
    if len(named) > 1:
        return tuple(Agent(name=name) for name in named), frozenset()
    sources = [NameSource(name, "metadata") for name in named]
    origins = (
        (Part.ENACTING, "enacting"),
        (Part.FORMULA, "formula"),
        (Part.MASTHEAD, "masthead"),
        (Part.CLOSING, "closing"),
    )
    for part, origin in origins:
        for sight in labelled.of(part):
            text = sight.block.text.text
            is_name = origin in ("enacting", "masthead") or _names_body(text, labelled.lexicons)
            if (
                is_name
                and not any(char.isdecimal() for char in text[:20])
                and Landmark.BYLINE not in sight.block.landmarks
            ):
                sources.append(NameSource(text, origin, sight.index))
    for block in labelled.page.blocks:
        if Landmark.BANNER in block.landmarks and Landmark.NAVIGATION not in block.landmarks:
            sources.append(NameSource(block.text.text, "banner"))
    sources += (NameSource(clue.value, "site") for clue in clues.of(ClueKind.SITE))
    subjects = [
        sight.action.subject
        for sight in labelled.of(Part.RESOLUTION)
        if sight.action and sight.action.subject and not _is_pronoun(sight.action.subject, labelled.lexicons)
    ]
    return find_issuers(sources, subjects, labelled.lexicons)


def _names_body(text: str, lexicons: Sequence[Lexicon]) -> bool:
    words = text.lower().replace(",", " ").split()
    return len(words) <= 12 and any(set(words) & lexicon.bodies for lexicon in lexicons)


def _is_pronoun(subject: str, lexicons: Sequence[Lexicon]) -> bool:
    return any(lexicon.subjects.find(subject.lower()) for lexicon in lexicons)


def _sort_masthead(
    labelled: Labelled, naming: Iterable[int], used: Iterable[str | None]
) -> tuple[str | None, dict[int, Part]]:
    """Find the subtitle among masthead lines that say nothing known; the rest of them is claimed by nobody."""
    known = set(naming)
    words = [word for word in used if word]
    subtitle, moved = None, {}
    after_title = False
    for sight in labelled.of(Part.TITLE, Part.SUBTITLE, Part.MASTHEAD):
        text, part = sight.block.text.text, labelled.parts[sight.index]
        is_known = sight.index in known or any(word in text for word in words)
        is_known = is_known or bool(read_line(text, DateRole.ISSUED, labelled.spoken.hints, labelled.lexicons).dates)
        is_known = is_known or Landmark.BYLINE in sight.block.landmarks
        if part is Part.SUBTITLE or (part is Part.MASTHEAD and not is_known and after_title and subtitle is None):
            subtitle = " ".join(text.split())
            moved[sight.index] = Part.SUBTITLE
        elif part is Part.MASTHEAD and not is_known:
            moved[sight.index] = Part.UNCLAIMED
        after_title = part is Part.TITLE
    return subtitle, moved


def _read_signatories(sights: Sequence[Sight], lexicons: Sequence[Lexicon]) -> tuple[list[Signatory], list[Sight]]:
    found: list[Signatory] = []
    unsigned: list[Sight] = []
    for sight in sights:
        names = read_signatories(sight.block.text.text, lexicons)
        found += names
        if not names and sight.block.text.text.strip(" _:.-"):
            unsigned.append(sight)
    return found, unsigned


def _find_kind(title: str | None, labelled: Labelled) -> DeclarationKind:
    said = [clue.value for clue in labelled.page.clues.of(ClueKind.KIND)]
    for text in (*said, *([title] if title else [])):
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
