"""The last step: labelled blocks and clues become a declaration, and what nobody claims is reported."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

import attrs

from declarations.blocks import Block, BlockKind, ClueKind
from declarations.errors import Finding, FindingCode, Severity
from declarations.model import Clause, Declaration, DeclarationKind, Note, Source
from declarations.recognition.build.outline import build_clauses
from declarations.recognition.decide.titles import find_kind
from declarations.recognition.document import Labelled
from declarations.recognition.extract.issuers import gather_issuers
from declarations.recognition.extract.lines import FactLine, read_facts
from declarations.recognition.extract.masthead import find_subtitle, gather_dates, gather_identifiers, gather_votes
from declarations.recognition.extract.notes import check_notes, make_notes
from declarations.recognition.extract.remainders import Remainder, sort_remainders
from declarations.recognition.extract.signatories import gather_signatories
from declarations.recognition.features.blockfeatures import Sight
from declarations.recognition.reading import Part
from declarations.recognition.segment.languages import UNDETERMINED
from declarations.recognition.wording.chronology import find_author
from declarations.recognition.wording.identifiers import tell_kind
from declarations.recognition.wording.places import find_place, find_seat
from declarations.text import Text

__all__ = ["Assembled", "assemble"]

_ADDRESS = re.compile(r"https?://\S+")
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
    remainders: Mapping[int, Block]
    """Index of a block to its words that no field holds."""


def assemble(labelled: Labelled, *, url: str | None) -> Assembled:
    """Build the declaration from labelled blocks."""
    clues = labelled.page.clues
    facts = read_facts(labelled)
    dates = gather_dates(labelled, facts)
    identifiers = gather_identifiers(labelled, facts)
    stated = labelled.stated
    issuers, naming = (stated.issuers, frozenset()) if stated.issuers else gather_issuers(labelled, facts)
    author = (
        clues.first(ClueKind.AUTHOR)
        or stated.first("author")
        or find_author((line.masked for line in facts if line.part is Part.MASTHEAD), labelled.dates, labelled.lexicons)
    )
    place = stated.first("place") or _find_place(labelled, facts, {one.name for one in issuers})
    signatories, moved = gather_signatories(labelled, facts)
    names = [word for one in issuers for word in (one.name, one.abbreviation)]
    subtitle, renamed = find_subtitle(labelled, facts, naming, [author, place, *names])
    title = min(labelled.lines(Part.TITLE), key=len, default=None) or clues.first(ClueKind.TITLE)
    labelled = attrs.evolve(labelled, parts={**labelled.parts, **moved})
    kind = _find_kind(title, labelled) or tell_kind(identifiers)
    declaration = Declaration(
        kind=stated.choose_kind(kind, labelled.lexicons) or DeclarationKind.OTHER,
        title=(" ".join(title.split()).rstrip(" ,;") or title.strip()) if title else None,
        subtitle=subtitle,
        identifiers=identifiers,
        issuers=issuers,
        dates=dates.dates,
        place=place,
        meeting=stated.first("meeting") or next((one.meeting.of(one.text) for one in facts if one.meeting), None),
        language=labelled.spoken.tag or UNDETERMINED,
        enacting=_join(labelled, Part.ENACTING),
        context_heading=_join(labelled, Part.CONTEXT_HEADING),
        context=_build(labelled, Part.CONTEXT),
        formula=_join(labelled, Part.FORMULA),
        resolutions_heading=_join(labelled, Part.RESOLUTIONS_HEADING),
        resolutions=_build(labelled, Part.RESOLUTION),
        closing=[_print(sight) for sight in labelled.of(Part.CLOSING)],
        votes=gather_votes(labelled, facts),
        signatories=signatories,
        notes=_make_notes(labelled),
        annexes=_build(labelled, Part.ANNEX),
        source=_make_source(labelled, url, author),
        translation_of=stated.first("translation_of"),
    ).with_ids()
    moved |= renamed
    headings = (sight for sight in labelled.of(Part.NOTE, Part.SIGNATORY) if sight.heads)
    moved |= {sight.index: Part.FURNITURE for sight in headings}  # a model of notes and names has no place for them
    labelled = attrs.evolve(labelled, parts={**labelled.parts, **moved})
    unclaimed, remainders, told = _find_unclaimed(labelled, declaration)
    moved |= unclaimed
    findings = (
        *labelled.page.findings,
        *labelled.spoken.findings,
        *dates.findings,
        *check_notes(declaration),
        *_report_missing(declaration),
        *told,
    )
    ordered = sorted(findings, key=lambda one: -_SEVERITIES.index(one.severity))
    return Assembled(declaration=declaration, findings=tuple(ordered), moved=moved, remainders=remainders)


def _find_unclaimed(
    labelled: Labelled, declaration: Declaration
) -> tuple[dict[int, Part], dict[int, Block], list[Finding]]:
    """Return the blocks that turn out to be unclaimed, what is left of blocks, and what to report of both."""
    blocks = labelled.page.blocks
    remainders, telling = sort_remainders(labelled, declaration)
    prose = {sight.index for sight in labelled.sights if sight.is_prose}
    unread = {index for index in telling if not remainders[index].is_read}
    unclaimed = dict.fromkeys((index for index in telling if index in prose or index in unread), Part.UNCLAIMED)
    left = {
        index: attrs.evolve(blocks[index], text=one.text, marker=None)
        for index, one in remainders.items()
        if index not in unread
    }
    return unclaimed, left, [_report_unclaimed(blocks[index], remainders[index]) for index in telling]


def _find_place(labelled: Labelled, facts: Sequence[FactLine], issuers: Collection[str]) -> str | None:
    """Give the place: of the metadata, of the ending, of the masthead, or where those met who act; no issuer is one."""
    ending = [line.masked for line in facts if line.part in (Part.CLOSING, Part.SIGNATORY)]
    masthead = [line.masked for line in facts if line.part in (Part.MASTHEAD, Part.SUBTITLE)]
    enacting = [line.text for line in facts if line.part in (Part.ENACTING, Part.FORMULA)]
    found = (
        labelled.page.clues.first(ClueKind.PLACE),
        find_place(ending, labelled.dates, labelled.lexicons),
        find_place(masthead, labelled.dates, labelled.lexicons),
        find_seat(enacting, labelled.dates, labelled.lexicons),
    )
    return next((place for place in found if place and place not in issuers), None)


def _build(labelled: Labelled, part: Part) -> tuple[Clause, ...]:
    return build_clauses(labelled.of(part), part, labelled.runs, labelled.followers)


def _join(labelled: Labelled, part: Part) -> Text | None:
    texts = [_print(sight) for sight in labelled.of(part)]
    return Text.join(texts) if texts else None


def _print(sight: Sight) -> Text:
    """Return the words of a block with its number, for which the part has no other place."""
    marker = sight.block.marker
    return Text.join((Text(marker), sight.block.text), " ") if marker else sight.block.text


def _find_kind(title: str | None, labelled: Labelled) -> DeclarationKind | None:
    clues = labelled.page.clues
    said = [clue.value for clue in clues.of(ClueKind.KIND)]
    filed = [clue.value for clue in clues.of(ClueKind.CATEGORY)]
    heads = [one.block.text.text for one in labelled.of(Part.MASTHEAD) if one.block.kind is BlockKind.HEADING]
    for text in (*said, *([title] if title else []), *labelled.lines(Part.TITLE), *heads, *filed):
        if kind := find_kind(text, labelled.lexicons):
            return DeclarationKind(kind)
    return None


def _make_notes(labelled: Labelled) -> tuple[Note, ...]:
    return make_notes(labelled.of(Part.NOTE))


def _make_source(labelled: Labelled, url: str | None, author: str | None) -> Source | None:
    clues, stated = labelled.page.clues, labelled.stated
    site = stated.first("source")
    is_address = bool(site and _ADDRESS.fullmatch(site))
    source = Source(
        url=url or clues.first(ClueKind.URL) or stated.first("url") or (site if is_address else None),
        site=clues.first(ClueKind.SITE) or (None if is_address else site),
        author=author,
        categories=[*(clue.value for clue in clues.of(ClueKind.CATEGORY)), *stated.values.get("category", ())],
        media_type=labelled.page.media_type,
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


def _report_unclaimed(block: Block, remainder: Remainder) -> Finding:
    text = remainder.text.text if remainder.is_read else block.text.text
    message = "no part of the declaration claims this text"
    return Finding(FindingCode.UNCLAIMED_TEXT, message, position=block.position, excerpt=text)
