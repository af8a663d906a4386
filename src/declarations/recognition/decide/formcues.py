"""Cues that need no language: numbers, headings, print, punctuation, position."""

from __future__ import annotations

import re

from declarations.blocks import BlockKind, Landmark
from declarations.recognition.decide.context import Whole
from declarations.recognition.features.blockfeatures import Sight
from declarations.recognition.reading import Part, Weighed
from declarations.scripts import CLAUSE_ENDS

__all__ = [
    "after_last",
    "before_first",
    "before_heads",
    "between_headers",
    "byline",
    "dated_line",
    "echo",
    "group_line",
    "hint",
    "lead_in",
    "leads_list",
    "narrative",
    "note",
    "numbered",
    "numbered_heading",
    "prose",
    "punctuation",
    "repeated_beginning",
    "section_heading",
    "short_line",
    "title",
    "typography",
    "under_annex",
]

_SENTENCE, _PROSE = 6, 15  # words of a sentence, of a paragraph of running text
_DIGIT = re.compile(r"\d")
_HINTED = frozenset(Part) - {Part.FURNITURE, Part.UNCLAIMED}  # what our own pages say of their blocks


def hint(sight: Sight, whole: Whole, place: int) -> Weighed:
    """Our own pages say the part of every block."""
    if sight.block.hint in _HINTED:
        yield Part(sight.block.hint), 30.0


def title(sight: Sight, whole: Whole, place: int) -> Weighed:
    """It was chosen as the title."""
    if sight.index in whole.titles:
        yield Part.TITLE, 12.0


def byline(sight: Sight, whole: Whole, place: int) -> Weighed:
    """The markup calls it a byline."""
    if Landmark.BYLINE in sight.block.landmarks:
        yield Part.MASTHEAD, 8.0


def note(sight: Sight, whole: Whole, place: int) -> Weighed:
    """The markup calls it a note."""
    if Landmark.NOTES in sight.block.landmarks:
        yield Part.NOTE, 8.0


def prose(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A full sentence of some length is told or decided, it is no heading or name."""
    if sight.block.kind is not BlockKind.HEADING and sight.is_sentence and _SENTENCE <= sight.size < _PROSE:
        yield _side(whole, place), 0.5
        yield Part.MASTHEAD, -1.5
    elif sight.block.kind is not BlockKind.HEADING and sight.size >= _PROSE:
        weight = 1.5 if sight.is_sentence else 0.5
        yield _side(whole, place), weight
        yield Part.MASTHEAD, -2 * weight
        yield Part.SIGNATORY, -2.0
        yield Part.CLOSING, -0.5


def _side(whole: Whole, place: int) -> Part:
    """The side on which plain prose stands: context before the first verb, but a decision is all resolution."""
    leads = place < whole.first_verb or whole.is_before_heads(place)
    return Part.CONTEXT if leads and not whole.only_decides else Part.RESOLUTION


def short_line(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A short line before the prose belongs to the masthead, one after the resolutions to the ending."""
    if sight.is_short() and not sight.is_sentence and place < whole.prose:
        yield Part.MASTHEAD, 1.0
        yield Part.CONTEXT, -1.0
    leads = sight.index in whole.leading
    if sight.is_short(8) and not sight.is_sentence and place > whole.last_sure >= 0 and not sight.marker and not leads:
        yield Part.SIGNATORY, 1.0
        yield Part.CLOSING, 0.5


def section_heading(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A heading that does not count, after the title and before the prose, heads the context."""
    if not whole.first_title < place < min(whole.prose, whole.first_head):
        return
    leads_to_prose = whole.prose < whole.first_head or not whole.runs
    if not leads_to_prose or place < whole.last_closed:  # only lines that lead in may stand between
        return
    if sight.block.kind is BlockKind.HEADING:
        is_subject = whole.is_known and whole.is_numbered_title(place - 1)  # `Resolution 12 / Support for the mills`
        yield (Part.SUBTITLE if is_subject else Part.CONTEXT_HEADING), 6.0
    elif whole.is_known:  # its lexicon would know the heading
        return
    elif (
        sight.is_short(4) and sight.end.isalpha() and not _DIGIT.search(sight.folded) and not _names_fact(whole, sight)
    ):
        yield Part.CONTEXT_HEADING, 5.5


def lead_in(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A line between title and prose that ends like the beginning of a sentence leads into the context."""
    if whole.first_title < place < whole.prose and sight.end in CLAUSE_ENDS:
        yield Part.CONTEXT, 1.5
        yield Part.MASTHEAD, -1.0


def numbered_heading(sight: Sight, whole: Whole, place: int) -> Weighed:
    """Headings that count on (Article 1, Article 2) head resolutions."""
    if sight.index in whole.runs:
        yield Part.RESOLUTION, 8.0


def numbered(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A printed number is more often that of a resolution than of a context paragraph."""
    if sight.marker and not sight.stance and place > 0 and not whole.is_before_heads(place):
        yield Part.RESOLUTION, 2.5
        yield Part.MASTHEAD, -2.0
        yield Part.CLOSING, -1.0


def before_heads(sight: Sight, whole: Whole, place: int) -> Weighed:
    """Where resolutions stand under numbered headings, none stands before the first."""
    if whole.is_before_heads(place):
        yield Part.RESOLUTION, -6.0


def repeated_beginning(sight: Sight, whole: Whole, place: int) -> Weighed:
    """Paragraphs that begin alike belong together: before the first head the context, at the end resolutions."""
    if place not in whole.repeats or sight.stance or sight.action:
        return
    _, last = whole.repeats[place]
    if whole.is_before_heads(last):
        yield Part.CONTEXT, 2.0
    elif whole.decides_by_form(place):
        yield Part.RESOLUTION, 2.5


def typography(sight: Sight, whole: Whole, place: int) -> Weighed:
    """Its first words alone are italic or bold, as openers and verbs are printed: it is a clause, and no line."""
    if sight.is_opened_in_print:
        yield Part.MASTHEAD, -1.5
        yield Part.CLOSING, -1.0
        yield Part.SIGNATORY, -2.0
        yield (Part.RESOLUTION if sight.marker or sight.end in ";；؛" else Part.CONTEXT), 1.0


def punctuation(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A paragraph that ends with a comma, and has no number, tells of the context more often than it decides."""
    is_plain = not (sight.stance or sight.action or sight.marker or sight.heads)
    names_issuer = place + 1 == whole.first_stance  # the line that enacts
    if is_plain and sight.end in ",，،、" and not sight.is_short(4) and place > whole.first_title and not names_issuer:
        yield Part.CONTEXT, 1.0


def before_first(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A short line that stays open, right before the first sure resolution, turns to it."""
    if sight.heads:
        return
    following = whole.sights[place + 1] if place + 1 < len(whole.sights) else None
    if following is None or place <= whole.prose or not sight.is_open or not sight.is_short(8):
        return
    if whole.tells_view(place + 1) or place in whole.group_lines or place in whole.echoes:
        return
    decides = following.action or following.index in whole.runs or following.marker or whole.decides_by_form(place + 1)
    if not decides or sight.action:
        return
    if sight.stance:  # `Considering all of the above,` turns, where no other paragraph opens so
        turns = whole.stances == 1 and whole.sights[place - 1].is_sentence and sight.index not in whole.leading
        yield Part.FORMULA, 8.0 if turns else 0.0
    elif sight.block.kind is BlockKind.HEADING:
        yield Part.RESOLUTIONS_HEADING, 6.0
    else:
        yield Part.FORMULA, 4.5 if sight.end in CLAUSE_ENDS else 3.5


def leads_list(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A short line that stays open over a list, in a document without any verb of a lexicon, turns to what is asked."""
    is_lead = sight.index in whole.leading and sight.block.kind is BlockKind.PARAGRAPH and place > whole.prose
    if is_lead and not whole.actions and not sight.stance and sight.is_short(12 if sight.end == ":" else 6):
        yield Part.FORMULA, 5.0


def group_line(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A short line without an end before a numbered paragraph, where there are more such lines, heads a group."""
    if place in whole.group_lines and not whole.is_before_heads(place):
        yield Part.RESOLUTION, 4.0


def narrative(sight: Sight, whole: Whole, place: int) -> Weighed:
    """Numbered paragraphs before the first verb, where nothing else tells of context, tell it."""
    tells = sight.marker and not sight.action and whole.prose <= place < whole.first_action
    if tells and not whole.stances and whole.actions > 1 and not whole.is_turned(place):
        yield Part.CONTEXT, 4.0


def dated_line(sight: Sight, whole: Whole, place: int) -> Weighed:
    """A short line with a date is masthead or ending."""
    is_plain = sight.is_short(25) and not sight.marker and not sight.stance and not sight.action
    if not is_plain or whole.prose <= place <= whole.last_sure:
        return
    if whole.dates.find(sight.block.text.text):
        yield Part.MASTHEAD, 4.0
        yield Part.CLOSING, 4.0


def echo(sight: Sight, whole: Whole, place: int) -> Weighed:
    """It begins with the same word as the paragraph before it, whose part is known: `That …`, `Que …`."""
    if place in whole.echoes:
        yield (Part.RESOLUTION if whole.echoes[place] else Part.CONTEXT), 4.0


def under_annex(sight: Sight, whole: Whole, place: int) -> Weighed:
    """What stands under the heading of an annex belongs to it."""
    if whole.annexed_from < place:
        yield Part.ANNEX, 7.0


def between_headers(sight: Sight, whole: Whole, place: int) -> Weighed:
    """What stands between a heading over the context and one over the resolutions is context, also when numbered."""
    if whole.first_header < place < whole.resolved_from < len(whole.sights):
        yield Part.CONTEXT, 5.0


def after_last(sight: Sight, whole: Whole, place: int) -> Weighed:
    """What follows the last resolution and has not its form closes the document."""
    if not 0 <= whole.last_sure < place or sight.block.depth or sight.block.marker:
        return
    if whole.runs and not (sight.is_short(8) and sight.end.isalnum()):
        return
    if sight.index in whole.leading and sight.block.kind is not BlockKind.HEADING:  # a table that is decided
        yield Part.RESOLUTION, 2.0
    else:
        yield Part.CLOSING, 2.5


def _names_fact(whole: Whole, sight: Sight) -> bool:
    """Whether a line holds a date or the name of a body."""
    text = sight.block.text.text
    return bool(whole.dates.find(text)) or any(lexicon.names_body(text) for lexicon in whole.lexicons)
