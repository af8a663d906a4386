"""Around the title: what its lines, the metadata and the rest of the document say of who, when and what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from declarations.blocks import Block, ClueKind, Landmark
from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold
from declarations.model import Agent, DateRole
from declarations.recognition.chronology import DatedLine, read_clue_dates, read_line, settle_dates
from declarations.recognition.issuers import NameSource, find_issuers
from declarations.recognition.labelled import Labelled
from declarations.recognition.reading import Part
from declarations.recognition.sight import Sight
from declarations.recognition.titles import find_kind

__all__ = ["gather_dates", "gather_issuers", "sort_masthead"]

_YEAR = re.compile(r"\d{4}")
_ORIGINS = (
    (Part.ENACTING, "enacting"),
    (Part.FORMULA, "formula"),
    (Part.MASTHEAD, "masthead"),
    (Part.CLOSING, "closing"),
)
_LONGEST_NAME = 12  # words
_SMALL_WORDS = 2  # such as a weekday, or `posted by`


def gather_dates(labelled: Labelled) -> DatedLine:
    """Give the dates. Printed dates come before those of the metadata; what the site says of the post comes last."""
    finder, lexicons = labelled.dates, labelled.lexicons
    lines = [
        *(read_line(line, DateRole.ISSUED, finder, lexicons) for line in labelled.lines(Part.MASTHEAD)),
        *(read_line(line, DateRole.ADOPTED, finder, lexicons) for line in labelled.lines(Part.ENACTING, Part.CLOSING)),
        read_clue_dates(labelled.page.clues, finder, lexicons),
    ]
    for index, reason in labelled.dropped.items():
        block = labelled.page.blocks[index]
        if reason == "furniture phrase" or Landmark.POSTMETA in block.landmarks:
            lines.append(read_line(block.text.text, DateRole.PUBLISHED, finder, lexicons))
    return settle_dates(lines)


def gather_issuers(labelled: Labelled) -> tuple[tuple[Agent, ...], frozenset[int]]:
    """Give the issuers and the blocks that print their names; several only where the metadata names several."""
    clues = labelled.page.clues
    named = tuple(dict.fromkeys(clue.value for clue in clues.of(ClueKind.ISSUER)))
    if len(named) > 1:
        return tuple(Agent(name=name) for name in named), frozenset()
    sources = [NameSource(name, "metadata") for name in named]
    for part, origin in _ORIGINS:
        lines = (sight for sight in labelled.of(part) if _may_name(sight, origin, labelled.lexicons))
        sources += (NameSource(_name_part(sight, labelled.lexicons), origin, sight.index) for sight in lines)
    sources += (NameSource(block.text.text, "banner") for block in labelled.page.blocks if _is_banner(block))
    sources += (NameSource(clue.value, "site") for clue in clues.of(ClueKind.SITE))
    subjects = [
        sight.action.subject
        for sight in labelled.of(Part.RESOLUTION)
        if sight.action and sight.action.subject and not _is_pronoun(sight.action.subject, labelled.lexicons)
    ]
    return find_issuers(sources, subjects, labelled.lexicons)


def _name_part(sight: Sight, lexicons: Sequence[Lexicon]) -> str:
    """The words that may be a name: those before a verb, or after a turn such as `Therefore, the council:`."""
    if sight.action:
        return sight.action.subject or ""
    text = sight.block.text.text
    first, comma, rest = text.partition(",")
    return rest if comma and _names_body(rest, lexicons) and not _names_body(first, lexicons) else text


def _names_body(text: str, lexicons: Sequence[Lexicon]) -> bool:
    return any(lexicon.names_body(text) for lexicon in lexicons)


def _may_name(sight: Sight, origin: str, lexicons: Sequence[Lexicon]) -> bool:
    """Whether a line of a part can be the name of the issuer."""
    text = sight.block.text.text
    if origin == "enacting":
        return True
    if origin == "masthead":
        is_other = _YEAR.search(text) or find_kind(text, lexicons) or Landmark.BYLINE in sight.block.landmarks
        return not is_other and not sight.block.depth
    return len(text.split()) <= _LONGEST_NAME and _names_body(text, lexicons)


def _is_banner(block: Block) -> bool:
    return Landmark.BANNER in block.landmarks and Landmark.NAVIGATION not in block.landmarks


def _is_pronoun(subject: str, lexicons: Sequence[Lexicon]) -> bool:
    return any(lexicon.subjects.find(fold(subject)) for lexicon in lexicons)


def sort_masthead(
    labelled: Labelled, naming: Iterable[int], used: Iterable[str | None]
) -> tuple[str | None, dict[int, Part]]:
    """Find the subtitle among masthead lines that say nothing known; the rest of them is claimed by nobody.

    `naming` are the blocks that print the issuer, `used` the author and the place.
    """
    known = set(naming)
    words = [word for word in used if word]
    subtitle = labelled.page.clues.first(ClueKind.SUBTITLE)
    moved: dict[int, Part] = {}
    after_title = False
    for sight in labelled.of(Part.TITLE, Part.SUBTITLE, Part.MASTHEAD):
        part, line = labelled.parts[sight.index], " ".join(sight.block.text.text.split())
        if part is Part.SUBTITLE or (part is Part.MASTHEAD and sight.index not in known):
            may_be = part is Part.SUBTITLE or (after_title and not _YEAR.search(line))
            if _says_more(line, words, labelled):
                is_subtitle = may_be and subtitle in (None, line)
                subtitle = line if is_subtitle else subtitle
                moved[sight.index] = Part.SUBTITLE if is_subtitle else Part.UNCLAIMED
        after_title = part is Part.TITLE
    return subtitle, moved


def _says_more(line: str, used: Iterable[str], labelled: Labelled) -> bool:
    """Whether a line holds more than dates and names that were taken from it, and a few small words."""
    dates = read_line(line, DateRole.ISSUED, labelled.dates, labelled.lexicons).dates
    for taken in (*(dated.text or "" for dated in dates), *used):
        line = line.replace(taken, " ")
    left = [word for word in re.findall(r"\w+", fold(line)) if not _is_small(word, labelled.lexicons)]
    return len(left) > (_SMALL_WORDS if dates else 0)


def _is_small(word: str, lexicons: Sequence[Lexicon]) -> bool:
    return any(word in lexicon.function_words for lexicon in lexicons)
