"""Cues that need no language: numbers, headings, print, punctuation, position."""

from __future__ import annotations

import re
from collections.abc import Iterator

from declarations.blocks import BlockKind, Landmark
from declarations.language.lineindex import find_phrases
from declarations.recognition.decide.context import DocumentContext
from declarations.recognition.decide.places import follows, precedes
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.reading import Part
from declarations.recognition.wording.kinds import is_caption
from declarations.scripts import CLAUSE_ENDS

__all__ = [
    "after_last",
    "before_first",
    "before_heads",
    "before_title",
    "between_headers",
    "dated_line",
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
_HINTED = frozenset(Part) - {Part.BOILERPLATE, Part.UNCLAIMED}  # what our own pages say of their blocks


def hint(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """Our own pages say the part of every block."""
    if segment.block.part in _HINTED:
        yield segment.block.part


def title(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """It was chosen as the title."""
    if segment.id in context.titles:
        yield "chosen"


def before_title(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """It stands before the title, which is a heading: all of that is masthead."""
    if context.headed_from is not None and segment.id < context.headed_from and segment.id not in context.titles:
        yield "before"


def note(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """The markup calls it a note."""
    if Landmark.NOTES in segment.block.landmarks:
        yield "marked"


def prose(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """A full sentence of some length is told or decided, it is no heading or name.

    It is context before the first verb; but where a document only decides, all of it is resolution.
    """
    if segment.block.kind is BlockKind.HEADING or segment.size < _SENTENCE:
        return
    leads = precedes(segment, context.first_verb) or context.is_before_numbering(segment)
    side = "told" if leads and not context.only_decides else "decided"
    if segment.size >= _PROSE:
        yield f"{side}-paragraph" if segment.is_sentence else f"{side}-open-paragraph"
    elif segment.is_sentence:
        yield f"{side}-sentence"


def short_line(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """A short line before the prose belongs to the masthead, one after the resolutions to the ending."""
    if segment.is_short() and not segment.is_sentence and precedes(segment, context.prose):
        yield "at-the-top"
    is_line = segment.is_short(8) and not segment.is_sentence and not segment.marker
    if is_line and segment.id not in context.leading and follows(segment, context.last_sure):
        yield "at-the-end"


def section_heading(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """A heading that does not count, after the title and before the prose, heads the context."""
    is_between = follows(segment, context.first_title) and precedes(segment, context.prose)
    if not is_between or not precedes(segment, context.first_numbered):
        return
    leads_to_prose = context.first_numbered is None or (
        context.prose is not None and context.prose < context.first_numbered
    )
    if not leads_to_prose or (context.last_closed is not None and segment.id < context.last_closed):
        return  # only lines that lead in may stand between
    is_number = context.is_known and _follows_number(segment, context)
    if segment.block.kind is BlockKind.HEADING:
        yield "subject" if is_number else "heading"
    elif is_number and segment.end not in CLAUSE_ENDS and is_caption(segment.folded, context.lexicons):
        yield "subject"
    elif not context.is_known and _may_be_heading(segment, context):  # its lexicon would know the heading
        yield "line"


def _follows_number(segment: BlockFeatures, context: DocumentContext) -> bool:
    """Return whether the title above is hardly more than a number: `Resolution 12 (2024)`."""
    above = context.before(segment)
    if above is None or above.id not in context.titles:
        return False
    return above.is_short(4) and any(char.isdigit() for char in above.folded)


def _may_be_heading(segment: BlockFeatures, context: DocumentContext) -> bool:
    """Return whether a line is short and holds no date and no name of a body."""
    text = segment.block.text.text
    if not segment.is_short(4) or not segment.end.isalpha() or _DIGIT.search(segment.folded):
        return False
    return not (context.dates.find(text) or "organs" in find_phrases(text, context.lexicons))


def lead_in(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """A line between title and prose that ends like the beginning of a sentence leads into the context."""
    if follows(segment, context.first_title) and precedes(segment, context.prose) and segment.end in CLAUSE_ENDS:
        yield "open"


def numbered_heading(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """Headings that count on (Article 1, Article 2) head resolutions."""
    if segment.id in context.numbering:
        yield "counts"


def numbered(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """A printed number is more often that of a resolution than of a context paragraph."""
    if not segment.marker or context.is_before_numbering(segment):
        return
    if not segment.stance:
        yield "counts"
    if context.counted_from is not None and segment.id >= context.counted_from:
        yield "goes-on"


def before_heads(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """Where resolutions stand under numbered headings, none stands before the first."""
    if context.is_before_numbering(segment):
        yield "before"


def repeated_beginning(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """Paragraphs that begin alike before the first numbered heading are context."""
    group = context.groups.get(segment.id)
    if group is None or segment.stance or segment.action:
        return
    if context.first_numbered is not None and group.last < context.first_numbered:
        yield "before-heads"


def typography(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """Its first words alone are italic or bold, as phrases and verbs are printed: it is a clause, and no line."""
    if segment.is_opened_in_print and not segment.marker and segment.end not in ";；؛":
        yield "paragraph"


def punctuation(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """A paragraph that ends with a comma, and has no number, tells of the context more often than it decides."""
    if segment.stance or segment.action or segment.marker or segment.heads or segment.is_short(4):
        return
    following = context.after(segment)
    enacts = following is not None and following.id == context.first_stance
    if segment.end in ",，،、" and follows(segment, context.first_title) and not enacts:
        yield "comma"


def before_first(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """A short line that stays open, right before the first sure resolution, turns to it."""
    if segment.heads or segment.action or not segment.is_open or not segment.is_short(8):
        return
    following = context.after(segment)
    if following is None or not follows(segment, context.prose) or context.tells_opinion(following):
        return
    if segment.id in context.group_lines or segment.id in context.anaphora:
        return
    counts = following.id in context.numbering or following.marker
    if not (counts or following.action or context.decides_by_form(following)):
        return
    if segment.stance:  # `Considering all of the above,` turns, where no other paragraph opens so
        before = context.before(segment)
        is_only = context.stances == 1 and segment.id not in context.leading
        if is_only and before is not None and before.is_sentence:
            yield "summary"
    elif segment.block.kind is BlockKind.HEADING:
        yield "heading"
    else:
        yield "open-line" if segment.end in CLAUSE_ENDS else "line"


def leads_list(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """A short line that stays open over a list, in a document without any verb of a lexicon, turns to what is asked."""
    is_line = (
        segment.block.kind is BlockKind.PARAGRAPH
        and segment.is_open
        and segment.is_short(12 if segment.end == ":" else 6)
    )
    is_lead = is_line and segment.id in context.leading and follows(segment, context.prose)
    if is_lead and not context.actions and not segment.stance:
        yield "leads"


def narrative(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """Numbered paragraphs before the first verb, where nothing else tells of context, tell it."""
    if not segment.marker or segment.action or "subjects" in segment.begins or context.stances or context.actions <= 1:
        return
    is_early = not precedes(segment, context.prose) and precedes(segment, context.first_action)
    if is_early and not follows(segment, context.first_formula):
        yield "tells"


def dated_line(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """A short line with a date is masthead or ending."""
    if not segment.is_short(25) or segment.marker or segment.stance or segment.action:
        return
    is_inside = not precedes(segment, context.prose) and not follows(segment, context.last_sure)
    if (not is_inside or context.last_sure is None) and context.dates.find(segment.block.text.text):
        yield "dated"


def under_annex(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """What stands under the heading of an annex belongs to it."""
    if follows(segment, context.annexed_from):
        yield "under"


def between_headers(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """What stands between a heading over the context and one over the resolutions is context, also when numbered."""
    is_headed = follows(segment, context.first_context_heading)
    if is_headed and context.resolved_from is not None and segment.id < context.resolved_from:
        yield "between"


def after_last(segment: BlockFeatures, context: DocumentContext) -> Iterator[str]:
    """What follows the last resolution and has not its form closes the document."""
    if follows(segment, context.ended_from):
        yield "ended"
    is_listed = segment.block.depth > 0 and segment.id not in context.told_items
    if not follows(segment, context.last_sure) or is_listed or segment.block.marker:
        return
    if context.numbering and not (segment.is_short(8) and segment.end.isalnum()):
        return
    is_table = segment.id in context.tables and segment.block.kind is not BlockKind.HEADING
    yield "table" if is_table else "closing"
    if context.is_regular and segment.is_prose and not (is_table or segment.action or segment.stance):
        yield "formless"
