"""Where names of the issuer are looked for: enacting words, masthead, first sentence, ending, site, metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import takewhile

from declarations.blocks import Block, Landmark, MetadataKind
from declarations.language.common import match_common
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import fold
from declarations.model import Agent
from declarations.recognition.document import Document, Extract
from declarations.recognition.reading import Part
from declarations.recognition.values import MetadataLine
from declarations.recognition.wording.actors import (
    LONGEST_NAME,
    cut_formula,
    cut_introduction,
    cut_particle,
    cut_subject,
    find_verb,
    is_pronoun,
    point_at,
)
from declarations.recognition.wording.acts import begins_with_act
from declarations.recognition.wording.addressing import find_titled
from declarations.recognition.wording.candidates import NameSource, find_issuers, tell_agent
from declarations.recognition.wording.kinds import find_kind
from declarations.recognition.wording.organs import (
    bare_name,
    extend_name,
    find_rows,
    is_function_word,
    is_letterhead,
    names_organ,
)
from declarations.recognition.wording.stretches import Span, mask
from declarations.scripts import count_words

__all__ = ["extract_issuers"]

_PIECES = re.compile(r"[¦|·•\n]|\s[–—-]\s")
_OPENING = re.compile(r"[^(（.;:]{3,160}[(（][^\s()（）]{2,15}[)）]")
_SHORT_SUBJECT = 2  # words of a subject that stands for a longer name
_MOST_SUBJECTS = 5  # such subjects that are looked for
_FIRST = 400  # characters in which the whole name is looked for
_LONG_WORD = 5  # letters of a word that is told from others
_MOST_ACTING = 40  # paragraphs in which a name is looked for again
_MOST_SIGNED = 4  # lines of signatures, one of which may name the issuer
_HEAD = 40  # characters at the edges of a paragraph where who acts stands
_WHO = 8  # words of the name of those who met
_ABBREVIATED = re.compile(r"[(（][^\s()（）]{2,15}[)）]\s*$")


def extract_issuers(document: Document) -> Extract:
    """Return the issuers, and as `naming` the blocks that print their names.

    Those that are stated come first; several only where the metadata names several.
    """
    issuers, naming = (
        (document.labelled_fields.issuers, frozenset[int]()) if document.labelled_fields.issuers else _gather(document)
    )
    return Extract(values={"issuers": issuers, "naming": naming})


def _gather(document: Document) -> tuple[tuple[Agent, ...], frozenset[int]]:
    metadata, facts = document.page.metadata, document.lines
    named = tuple(dict.fromkeys(item.value for item in metadata.of(MetadataKind.ISSUER)))
    if len(named) > 1:
        return tuple(Agent(name=name, kind=tell_agent(name, document.lexicons)) for name in named), frozenset()
    sources = [NameSource(name, "metadata") for name in named]
    signed_by_many = sum(line.part is Part.SIGNATORY for line in facts) > _MOST_SIGNED
    for line in facts:
        if not (signed_by_many and line.part is Part.SIGNATORY):
            sources += _read_line(line, document)
    sources += _read_opening(document)
    sources += (NameSource(block.text.text, "banner") for block in document.surroundings.named if _is_banner(block))
    sources += (NameSource(name, "footer") for block in document.surroundings.named for name in _read_footer(block))
    sources += (NameSource(item.value, "site") for item in metadata.of(MetadataKind.SITE))
    subjects = [
        segment.action.subject
        for segment in document.of(Part.RESOLUTION)
        if segment.action and segment.action.subject and not is_pronoun(segment.action.subject, document.lexicons)
    ]
    sources += _extend_subjects(dict.fromkeys(subjects), document)
    own = [one for one in sources if not _is_addressed(one.text, document)]
    return find_issuers(own, [one for one in subjects if not _is_addressed(one, document)], document.lexicons)


def _is_addressed(text: str, document: Document) -> bool:
    """Return whether a text is the name of an addressee, or the title of a letter to somebody."""
    names = document.values["addressed"]
    is_addressee = bool(names) and bare_name(text, document.lexicons) in names
    return is_addressee or find_titled(text, document.lexicons) is not None


def _extend_subjects(subjects: Iterable[str], document: Document) -> Iterator[NameSource]:
    """The title or the first sentence may hold the whole name of which a subject is the first word."""
    texts = [*document.texts_of(Part.TITLE)[:1], *document.texts_of(Part.CONTEXT)[:1]]
    for word in [subject.split()[-1] for subject in subjects if count_words(subject) <= _SHORT_SUBJECT][
        :_MOST_SUBJECTS
    ]:
        for name in (extend_name(word, text[:_FIRST], document.lexicons) for text in texts):
            if name:
                yield NameSource(name, "row")


def _is_banner(block: Block) -> bool:
    return Landmark.BANNER in block.landmarks and Landmark.NAVIGATION not in block.landmarks


def _read_footer(block: Block) -> Iterator[str]:
    """What a footer prints around the sign for copyright, before an address or links."""
    if Landmark.CONTENTINFO in block.landmarks and Landmark.NAVIGATION not in block.landmarks:
        for piece in _PIECES.split(block.text.text):
            yield _rights().sub(" ", piece)


@cache
def _rights() -> re.Pattern[str]:
    """Return what matches the words and years of a line that tells whose the rights are."""
    return re.compile(rf"{match_common('copyright_words')}|\b(?:19|20)\d\d\b|[–-](?=\s*\d{{4}})")


def _read_line(line: MetadataLine, document: Document) -> Iterator[NameSource]:
    readers = {
        Part.ENACTING: _read_enacting,
        Part.FORMULA: _read_enacting,
        Part.MASTHEAD: _read_masthead,
        Part.CLOSING: _read_closing,
        Part.SIGNATORY: _read_closing,
        Part.TITLE: _read_title,
    }
    reader = readers.get(line.part)
    for text in reader(line, document) if reader else ():
        origin = "closing" if line.part is Part.SIGNATORY else line.part.value
        if origin == "masthead" and is_letterhead(text, document.lexicons) and _recurs(text, document):
            origin = "letterhead"
        if origin == "title" and not _ABBREVIATED.search(text):
            origin = "row"
        yield NameSource(text, origin, line.segment.id)


def _read_enacting(line: MetadataLine, document: Document) -> Iterator[str]:
    """The name before a verb, or what is left after a resolving formula: `Therefore, the council:`."""
    segment, lexicons = line.segment, document.lexicons
    if find_phrases(line.text.lstrip(" ("), lexicons).opening("closings"):
        yield from _read_masthead(line, document)
        return
    if is_pronoun(line.text, lexicons):
        yield from point_at(line.text, lexicons)
        return
    if segment.action and segment.action.subject and not is_pronoun(segment.action.subject, lexicons):
        yield cut_formula(segment.action.subject, lexicons)
        return
    text = cut_particle(cut_formula(line.text, lexicons), lexicons)
    if sum(1 for _ in takewhile(lambda word: is_function_word(fold(word), lexicons), text.split())) > 1:
        yield from point_at(text, lexicons)
        return
    verb, behind = find_verb(text, lexicons)
    if verb == 0:
        yield from [*find_rows(text[behind:], lexicons)][: segment.stance is None]
    elif line.part is Part.ENACTING or names_organ(text, lexicons):
        is_short = count_words(text) <= LONGEST_NAME or line.part is Part.ENACTING
        yield from [text[:verb]] if is_short else [*find_rows(text, lexicons)][:1]


def _read_masthead(line: MetadataLine, document: Document) -> Iterator[str]:
    """What a line holds beside dates and numbers; or the body that an introduction such as `Adopted by` names."""
    lexicons = document.lexicons
    words = line.text.lstrip(" (")
    if line.segment.block.depth or Landmark.BYLINE in line.segment.block.landmarks:
        return
    known = find_phrases(words, lexicons)
    if known.opening("roles"):
        return
    masked = mask(line.masked, (Span(one.start, one.end) for one in document.dates.find(line.masked)))
    if known.opening("closings") or "dates" in known:
        yield from [*find_rows(cut_introduction(masked, lexicons), lexicons)][:1]
        return
    if begins_with_act(fold(words), lexicons):
        return
    for piece in _PIECES.split(masked):
        if not find_kind(piece, lexicons) and count_words(piece) <= LONGEST_NAME:
            yield piece


def _read_closing(line: MetadataLine, document: Document) -> Iterator[str]:
    if count_words(line.text) > LONGEST_NAME or not names_organ(line.masked, document.lexicons):
        return
    if find_phrases(line.text, document.lexicons).opening("closings"):
        masked = mask(line.masked, (Span(one.start, one.end) for one in document.dates.find(line.masked)))
        yield from [*find_rows(cut_introduction(masked, document.lexicons), document.lexicons)][:1]
    elif not line.meeting:
        yield line.masked


def _read_title(line: MetadataLine, document: Document) -> Iterator[str]:
    """A name that a title holds: `Statement of the Example Union (EU)`, `Decisions of the Board of the Fell Scouts`."""
    lexicons = document.lexicons
    if not names_organ(line.text, lexicons):
        return
    if _ABBREVIATED.search(line.text):
        named = find_phrases(line.text, lexicons).each("organs")
        yield line.text[min((found["organs"][0].start for _, found in named), default=0) :]
    else:
        yield from (row for row in find_rows(line.masked, lexicons) if not find_kind(row, lexicons))


def _read_opening(document: Document) -> Iterator[NameSource]:
    """The first sentence may name who speaks, with an abbreviation: `The Party of Renewal (PR), meeting in …`."""
    leads = document.of(Part.CONTEXT, Part.RESOLUTION)[:1]
    for segment in leads:
        opening = _OPENING.match(segment.text.text)
        if opening and not segment.stance:
            text = cut_subject(opening[0], document.lexicons)
            if names_organ(text, document.lexicons):
                yield NameSource(text, "opening")
        elif not segment.stance:
            yield from _read_meeting(segment.text.text, document)


def _read_meeting(text: str, document: Document) -> Iterator[NameSource]:
    """Who met on a date: `The Bakers' Guild, meeting at Rye on 5 May 2020, …`."""
    name, comma, behind = text[:_FIRST].partition(",")
    is_name = names_organ(name, document.lexicons) and count_words(name) <= _WHO
    if comma and is_name and document.dates.find(behind.partition(",")[0]):
        yield NameSource(name, "opening")


def _recurs(text: str, document: Document) -> bool:
    """Return whether a name, or its first or last word, stands in the text as one that acts."""
    words = [word for word in re.findall(r"[^\W\d_]+", fold(text)) if len(word) >= _LONG_WORD]
    acting = {
        word
        for segment in document.of(Part.CONTEXT, Part.FORMULA, Part.RESOLUTION)[:_MOST_ACTING]
        for word in re.findall(r"[^\W\d_]+", fold(segment.text.text[:_HEAD] + " " + segment.text.text[-_HEAD:]))
    }
    return bool(words) and (words[0] in acting or words[-1] in acting)
