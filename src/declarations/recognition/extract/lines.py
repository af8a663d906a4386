"""What single lines of masthead and ending say: dates, numbers, the meeting, the vote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from declarations.errors import Finding
from declarations.model import Dated, DateRole, Vote
from declarations.recognition.document import Labelled
from declarations.recognition.features.blockfeatures import Sight
from declarations.recognition.reading import Part
from declarations.recognition.wording.chronology import DatedLine, read_line
from declarations.recognition.wording.identifiers import find_identifiers
from declarations.recognition.wording.meetings import find_meeting
from declarations.recognition.wording.spans import Span, mask
from declarations.recognition.wording.votes import read_vote

__all__ = ["FactLine", "group_lines", "read_facts"]

_ROLES = {
    Part.MASTHEAD: DateRole.ISSUED,
    Part.SUBTITLE: DateRole.ISSUED,
    Part.ENACTING: DateRole.ADOPTED,
    Part.FORMULA: DateRole.ADOPTED,
    Part.CLOSING: DateRole.ADOPTED,
    Part.SIGNATORY: DateRole.ADOPTED,
}
"""What a date is the date of, by where it stands, when no word tells."""
_NUMBERED = (Part.TITLE, Part.SUBTITLE, Part.MASTHEAD)
_MET = (Part.MASTHEAD, Part.SUBTITLE, Part.ENACTING, Part.FORMULA, Part.CLOSING)
_VOTED = (Part.MASTHEAD, Part.CLOSING, Part.SIGNATORY)
_ENACTED = (Part.ENACTING, Part.FORMULA)
_LONGEST = 400  # characters of a line that is read for more than dates


@attrs.frozen(kw_only=True)
class FactLine:
    """One printed line and what it says."""

    sight: Sight
    """The block that prints it."""
    part: Part
    """Part of this block."""
    text: str
    """The line."""
    identifiers: tuple[Span, ...] = ()
    """Numbers of the document."""
    meeting: Span | None = None
    """The meeting, with its number."""
    vote: Vote | None = None
    """The vote."""
    dated: DatedLine = attrs.field(factory=DatedLine)
    """The dates."""

    @property
    def masked(self) -> str:
        """The line with identifiers and meeting hidden."""
        return mask(self.text, (*self.identifiers, *((self.meeting,) if self.meeting else ())))

    @property
    def dates(self) -> tuple[Dated, ...]:
        """The dates."""
        return self.dated.dates

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the dates."""
        return self.dated.findings

    @property
    def is_known(self) -> bool:
        """Whether it says anything at all."""
        return bool(self.identifiers or self.meeting or self.vote or self.dates)


def read_facts(labelled: Labelled) -> tuple[FactLine, ...]:
    """Read every line around the title, of the enacting words and of the ending, in order."""
    return tuple(line for sight in labelled.of(Part.TITLE, *_ROLES) for line in _read_block(sight, labelled))


def group_lines(facts: Iterable[FactLine]) -> dict[int, list[FactLine]]:
    """Give the lines of every block by its index."""
    grouped: dict[int, list[FactLine]] = {}
    for line in facts:
        grouped.setdefault(line.sight.index, []).append(line)
    return grouped


def _read_block(sight: Sight, labelled: Labelled) -> Iterator[FactLine]:
    part = labelled.parts[sight.index]
    text = sight.block.text.text
    for line in [" ".join(text.split())] if part is Part.TITLE else text.split("\n"):
        if line.strip():
            yield _read(line.strip(), sight, part, labelled)


def _date(masked: str, part: Part, labelled: Labelled) -> DatedLine:
    """Read the dates of a line; enacting words adopt, whatever small word stands before their date."""
    if part not in _ROLES:
        return DatedLine()
    dated = read_line(masked, _ROLES[part], labelled.dates, labelled.lexicons)
    if part not in _ENACTED:
        return dated
    adopted = (attrs.evolve(one, role=_ROLES[part]) if one.role is DateRole.ISSUED else one for one in dated.dates)
    return attrs.evolve(dated, dates=tuple(adopted))


def _read(text: str, sight: Sight, part: Part, labelled: Labelled) -> FactLine:
    is_read = len(text) <= _LONGEST
    identifiers = find_identifiers(text, labelled.lexicons) if part in _NUMBERED and is_read else ()
    masked = mask(text, identifiers)
    dated = _date(masked, part, labelled)
    line = FactLine(sight=sight, part=part, text=text, identifiers=identifiers, dated=dated)
    if not is_read:
        return line
    masked = mask(masked, (Span(one.start, one.end) for one in labelled.dates.find(masked)))
    meeting = find_meeting(masked, labelled.lexicons, unnumbered=bool(dated.dates)) if part in _MET else None
    vote = read_vote(mask(masked, [meeting] if meeting else ()), labelled.lexicons) if part in _VOTED else None
    return attrs.evolve(
        line, meeting=meeting, vote=attrs.evolve(vote, printed=" ".join(text.split())) if vote else None
    )
