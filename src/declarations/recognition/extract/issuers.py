"""Who issues a document: names of the enacting words, the text, the title, masthead, ending and site, best first."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial

import attrs

from declarations.blocks import BlockKind, Landmark, MetadataKind
from declarations.language.common import match_common
from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold
from declarations.model import Agent
from declarations.recognition.document import Document, Extract
from declarations.recognition.extract.issuerlines import read_name_line
from declarations.recognition.extract.sources import list_places
from declarations.recognition.reading import Part
from declarations.recognition.wording.actors import is_pronoun
from declarations.recognition.wording.addressing import find_titled
from declarations.recognition.wording.candidates import NameSource, is_name, tell_agent
from declarations.recognition.wording.kinds import find_kind
from declarations.recognition.wording.organs import bare_name, cut_articles, extend_name, is_letterhead
from declarations.recognition.wording.press import find_press_lines
from declarations.recognition.wording.ranking import find_issuers
from declarations.recognition.wording.speech import find_speakers, read_opening
from declarations.recognition.wording.titlenames import find_title_names
from declarations.scripts import count_words

__all__ = ["extract_issuers"]

_AROUND = 40  # characters in which the word before or after a name stands
_PIECES = re.compile(r"[¦|·•\n]|\s[–—-]\s")
_SHORT_SUBJECT = 2  # words of a subject that stands for a longer name
_MOST_SUBJECTS = 5  # such subjects that are looked for
_FIRST = 400  # characters in which the whole name is looked for
_FEW_SIGNED = 2  # lines of signatures, one of which names the issuer where the other one is a person
_MOST_SIGNED = 4  # such lines, one of which may name the issuer if nothing else does
_LONG_WORD = 5  # letters of a word that is told from others
_MOST_CHARACTERS = 40_000  # of the text in which a name is looked for again
_MOST_TOLD = 80  # paragraphs in which a name is looked for again
_TOLD = (Part.CONTEXT, Part.ENACTING, Part.FORMULA, Part.RESOLUTION)


def extract_issuers(document: Document) -> Extract:
    """Return the issuers, and as `naming` the blocks that print their names.

    Those that are stated come first; several only where the metadata names several.
    """
    issuers, naming = (
        (document.labelled_fields.issuers, frozenset[int]()) if document.labelled_fields.issuers else _gather(document)
    )
    return Extract(values={"issuers": issuers, "naming": naming})


def _gather(document: Document) -> tuple[tuple[Agent, ...], frozenset[int]]:
    lexicons = document.lexicons
    named = tuple(dict.fromkeys(item.value for item in document.page.metadata.of(MetadataKind.ISSUER)))
    if len(named) > 1:
        return tuple(Agent(name=name, kind=tell_agent(name, lexicons)) for name in named), frozenset()
    recall = _remember(document)
    sources = [NameSource(name, "metadata") for name in named]
    for read in _SOURCES:
        sources += read(document)
    subjects = [
        segment.action.subject
        for segment in document.of(Part.RESOLUTION)
        if segment.action and segment.action.subject and not is_pronoun(segment.action.subject, lexicons)
    ]
    formulas = [one.text for one in sources if one.origin == "formula"]
    sources += _extend_subjects(dict.fromkeys([*subjects, *formulas]), document)
    others = document.values["addressed"] | {bare_name(place, lexicons) for place in list_places(document)}
    own = [one for one in sources if not _names_other(one.text, others, lexicons)]
    acting = [one for one in subjects if not _names_other(one, others, lexicons)]
    return find_issuers(map(partial(_raise, recall=recall, lexicons=lexicons), own), acting, lexicons, recall)


def _names_other(text: str, others: Container[str], lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a text is the name of an addressee or of the place, or the title of a letter to somebody."""
    return bare_name(text, lexicons) in others or find_titled(text, lexicons) is not None


def _raise(source: NameSource, recall: Callable[[str], str | None], lexicons: Sequence[Lexicon]) -> NameSource:
    """Return a name of the masthead as that of a letterhead, if it looks like one and the text says it again."""
    if source.origin != "masthead" or not is_letterhead(source.text, lexicons):
        return source
    words = source.text.strip(" ,;:.¦").split()
    forms = [source.text, *(word for word in words[:1] + words[-1:] if len(word) >= _LONG_WORD)]
    return NameSource(source.text, "letterhead", source.index) if any(map(recall, forms)) else source


def _remember(document: Document) -> Callable[[str], str | None]:
    """Return what finds how the text prints a name, with its abbreviation, where it is written as one and no place."""
    told = "\n".join(segment.text.text for segment in document.of(*_TOLD)[:_MOST_TOLD])[:_MOST_CHARACTERS]

    def recall(name: str) -> str | None:
        words = re.escape(fold(name.strip(" ,;:.¦")))
        found = re.finditer(rf"(?<!\w){words}(?!\w)(?:\s?[(（]\w[\w.&-]+[)）])?", _fold_once(told)) if words else ()
        printed = (told[one.start() : one.end()] for one in found if _is_named(one, told, document))
        return next(printed, None)

    return recall


@lru_cache(maxsize=2)
def _fold_once(text: str) -> str:
    return fold(text)


def _is_named(found: re.Match[str], told: str, document: Document) -> bool:
    """Return whether a name is written as one, and no preposition of place stands before or after it."""
    before = found.string[max(found.start() - _AROUND, 0) : found.start()]
    after = found.string[found.end() : found.end() + _AROUND]
    around = [*before.split()[-1:], *after.split(None, 1)[:1]]
    is_place = any(word in lexicon.place_words for word in around for lexicon in document.lexicons)
    return not is_place and not told[found.start()].islower()


def _read_lines(document: Document) -> Iterator[NameSource]:
    """Names in the lines of title, masthead, enacting words and ending; one of several that sign is only confirmed."""
    signing = [line for line in document.lines if line.part is Part.SIGNATORY]
    contacts = _find_contacts(document)
    for line in document.lines:
        if line.part is not Part.SIGNATORY and line.segment.id not in contacts:
            yield from read_name_line(line, document)
    if (title := document.values["title"]) and not document.titles:  # one of the metadata
        yield from (NameSource(name, origin) for origin, name in find_title_names(title, document.lexicons))
    signed = [name for line in signing[: _MOST_SIGNED + 1] for name in read_name_line(line, document)]
    origin = "row" if len(signing) > _MOST_SIGNED else "signer"
    is_alone = len(signing) <= _FEW_SIGNED and len({one.text for one in signed}) == 1
    yield from signed if is_alone else (attrs.evolve(one, origin=origin) for one in signed)


def _find_contacts(document: Document) -> set[int]:
    """Return the masthead blocks that say when a text for the press may be printed, and whom to ask."""
    lines = [one for one in document.of(Part.MASTHEAD, Part.SUBTITLE) if one.block.kind is not BlockKind.HEADING]
    places = find_press_lines([one.block.text.text for one in lines], document.lexicons)
    return {lines[at].id for at in places}


def _read_text(document: Document) -> Iterator[NameSource]:
    """Who says `We, …`, and who stands in the first sentence, with an abbreviation or with when they met."""
    told = document.of(Part.CONTEXT, Part.FORMULA, Part.RESOLUTION)
    for segment in told[:_MOST_TOLD]:
        for name in find_speakers(segment.text.text, document.lexicons):
            yield NameSource(name, "speech")
    for segment in document.of(Part.CONTEXT, Part.RESOLUTION)[:1]:
        opening = None if segment.stance else read_opening(segment.text.text, document.dates, document.lexicons)
        if opening:
            yield NameSource(opening, "speech")


def _extend_subjects(subjects: Iterable[str], document: Document) -> Iterator[NameSource]:
    """The title or the first sentence may hold the whole name of which a subject is the first word."""
    texts = [*document.texts_of(Part.TITLE)[:1], *document.texts_of(Part.CONTEXT)[:1]]
    bare = (cut_articles(subject, document.lexicons) for subject in subjects)
    for subject in [one for one in bare if one and count_words(one) <= _SHORT_SUBJECT][:_MOST_SUBJECTS]:
        for name in (extend_name(subject, text[:_FIRST], document.lexicons) for text in texts):
            if name:
                yield NameSource(name, "row")


def _read_site(document: Document) -> Iterator[NameSource]:
    """The names of banner, footer and site."""
    lexicons, around = document.lexicons, document.surroundings.named
    own_words = [block for block in around if Landmark.NAVIGATION not in block.landmarks]
    banners = [block.text.text for block in own_words if Landmark.BANNER in block.landmarks]
    footers = [block.text.text for block in own_words if Landmark.CONTENTINFO in block.landmarks]
    names = [("banner", name) for text in banners for name in _PIECES.split(text)]  # the motto of a banner stands apart
    names += [("footer", name) for text in footers for name in _read_footer(text)]
    own = ((origin, name) for origin, name in names if is_name(name, lexicons) and not find_kind(name, lexicons))
    yield from (NameSource(name, origin) for origin, name in own)
    sites = (item.value for item in document.page.metadata.of(MetadataKind.SITE))
    yield from (NameSource(name, "site") for name in sites if is_name(name, lexicons))


def _read_footer(text: str) -> list[str]:
    """Return what a footer prints around the sign for copyright, before an address or links."""
    return [_rights().sub(" ", piece).strip(" ,.") for piece in _PIECES.split(text)]


@cache
def _rights() -> re.Pattern[str]:
    """Return what matches the words and years of a line that tells whose the rights are."""
    return re.compile(rf"{match_common('copyright_words')}|\b(?:19|20)\d\d\b|[–-](?=\s*\d{{4}})")


_SOURCES = (_read_lines, _read_text, _read_site)
