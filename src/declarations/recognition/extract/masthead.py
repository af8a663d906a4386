"""Around the title: what its lines and the metadata say of when and under what number, and what they say besides."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from declarations.blocks import ClueKind
from declarations.language.phrases import fold
from declarations.model import DateRole, Identifier, Vote
from declarations.recognition.document import Labelled
from declarations.recognition.extract.lines import FactLine, group_lines
from declarations.recognition.extract.telling import is_telling
from declarations.recognition.reading import Part
from declarations.recognition.wording.acts import begins_with_act
from declarations.recognition.wording.chronology import DatedLine, read_clue_dates, read_line, read_title, settle_dates
from declarations.recognition.wording.identifiers import make_identifiers
from declarations.recognition.wording.names import names_body, shares_words
from declarations.recognition.wording.votes import join_votes

__all__ = ["find_subtitle", "gather_dates", "gather_identifiers", "gather_votes"]

_PRINTED = (Part.MASTHEAD, Part.SUBTITLE, Part.CLOSING, Part.SIGNATORY)
_ENACTED = (Part.ENACTING, Part.FORMULA)


def gather_dates(labelled: Labelled, facts: Sequence[FactLine]) -> DatedLine:
    """Give the dates. Printed dates come before those of the metadata; what the site says of the post comes last."""
    finder, lexicons = labelled.dates, labelled.lexicons
    if labelled.stated.tells_roles:  # all dates are listed
        return labelled.stated.dated
    lines = [labelled.stated.dated]
    lines += [line.dated for line in facts if line.part in _PRINTED]
    known = {dated.role for line in lines for dated in line.dates}
    more = [read_title(line.masked, finder, lexicons) for line in facts if line.part is Part.TITLE]
    more += [line.dated for line in facts if line.part in _ENACTED and _may_date(line, labelled)]
    lines += (line for line in more if not known.intersection(dated.role for dated in line.dates))
    lines.append(read_clue_dates(labelled.page.clues, finder, lexicons))
    for block in labelled.surroundings.posted:
        lines.append(read_line(block.text.text, DateRole.PUBLISHED, finder, lexicons))
    return settle_dates(lines)


def _may_date(line: FactLine, labelled: Labelled) -> bool:
    """Whether enacting words tell when a body met or what was adopted, rather than what they refer to."""
    return names_body(line.text, labelled.lexicons) or begins_with_act(fold(line.text), labelled.lexicons)


def gather_identifiers(labelled: Labelled, facts: Sequence[FactLine]) -> tuple[Identifier, ...]:
    """Give the numbers of the document: those of the metadata, then the printed ones in order."""
    given = [clue.value for clue in labelled.page.clues.of(ClueKind.IDENTIFIER)]
    stated = labelled.stated.identifiers
    if not stated:
        return make_identifiers([*given, *(span.of(line.text) for line in facts for span in line.identifiers)])
    more = make_identifiers([*given, *(span.of(line.text) for line in facts for span in line.identifiers)])
    return (*stated, *(one for one in more if not any(other.value.startswith(one.value) for other in stated)))


def gather_votes(labelled: Labelled, facts: Sequence[FactLine]) -> tuple[Vote, ...]:
    """Give the votes in order; lines that follow each other and count different things are one vote."""
    votes: list[Vote] = [*labelled.stated.votes]
    last: FactLine | None = None
    for line in facts:
        if line.vote is None:
            last = None
            continue
        joined = join_votes(votes[-1], line.vote) if last else None
        votes[len(votes) - (joined is not None) :] = [joined or line.vote]
        last = line
    return tuple(votes)


def find_subtitle(
    labelled: Labelled, facts: Sequence[FactLine], naming: Collection[int], used: Iterable[str | None]
) -> tuple[str | None, dict[int, Part]]:
    """Find the subtitle: that of the metadata, else a masthead line right after the title that says nothing known.

    `naming` are the blocks that print the issuer, `used` names that were taken from the masthead. Give also the blocks
    that print it.
    """
    names = [word for word in used if word]
    subtitle = labelled.page.clues.first(ClueKind.SUBTITLE)
    moved: dict[int, Part] = {}
    after_title = False
    by_block = group_lines(facts)
    for sight in labelled.of(Part.TITLE, Part.SUBTITLE, Part.MASTHEAD):
        part, text = labelled.parts[sight.index], " ".join(sight.block.text.text.split())
        lines = by_block.get(sight.index, [])
        if part is Part.SUBTITLE or (part is Part.MASTHEAD and sight.index not in naming):
            may_be = part is Part.SUBTITLE or (after_title and not any(line.is_known for line in lines))
            says_more = any(_says_more(line, names, labelled) for line in lines)
            if may_be and says_more and subtitle in (None, text):
                subtitle = text
                moved[sight.index] = Part.SUBTITLE
        after_title = part is Part.TITLE
    return subtitle, moved


def _says_more(line: FactLine, used: Sequence[str], labelled: Labelled) -> bool:
    """Whether a line holds more than what was taken from it."""
    if line.vote or any(one.roles.find(fold(line.text)) for one in labelled.lexicons):
        return False
    text = line.masked
    for name in used:
        text = text.replace(name, " ")
    shared = set().union(*(shares_words(text, name) for name in used))
    return is_telling(text, shared, labelled.dates, labelled.lexicons, is_read=line.is_known)
