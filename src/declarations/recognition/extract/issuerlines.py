"""What names of the issuer single lines hold: of the enacting words, the masthead, the title and the ending."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile
from typing import TypeAlias

from declarations.blocks import Landmark
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import fold, next_word
from declarations.recognition.document import Document
from declarations.recognition.reading import Part
from declarations.recognition.values import MetadataLine
from declarations.recognition.wording.actors import (
    LONGEST_NAME,
    cut_formula,
    cut_introduction,
    cut_particle,
    find_verb,
    is_pronoun,
    point_at,
)
from declarations.recognition.wording.acts import begins_with_act
from declarations.recognition.wording.candidates import NameSource, is_name
from declarations.recognition.wording.kinds import find_kind
from declarations.recognition.wording.organs import GAP, find_rows, is_function_word, names_organ
from declarations.recognition.wording.stretches import Span, mask
from declarations.recognition.wording.titlenames import find_title_names
from declarations.scripts import count_words

__all__ = ["read_name_line"]

_PIECES = re.compile(r"[¦|·•\n]|\s[–—-]\s")
_COLONS = (":", "：")

_Names: TypeAlias = Iterator[tuple[str, str]]
"""Where a name was found, a row of the ranks, and the name."""


def read_name_line(line: MetadataLine, document: Document) -> Iterator[NameSource]:
    """Yield the names that a line of the masthead, the title, the enacting words or the ending holds."""
    reader = _READERS.get(line.part)
    for origin, text in reader(line, document) if reader else ():
        yield NameSource(text, origin, line.segment.id)


def _read_enacting(line: MetadataLine, document: Document) -> _Names:
    """The name before a verb, or what is left after a resolving formula: `Therefore, the council:`."""
    known = find_phrases(line.text.lstrip(" ("), document.lexicons)
    if known.opening("closings"):
        yield from _read_masthead(line, document)
    elif known.opening("kinds"):
        yield from _read_title(line, document)
    else:
        yield from ((line.part.value, name) for name in _read_actor(line, document))


def _read_actor(line: MetadataLine, document: Document) -> Iterator[str]:
    segment, lexicons = line.segment, document.lexicons
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


def _read_masthead(line: MetadataLine, document: Document) -> _Names:
    """What a line holds beside dates and numbers; or the body that an introduction such as `Adopted by` names."""
    lexicons = document.lexicons
    words = line.text.lstrip(" (")
    if line.segment.block.depth or Landmark.BYLINE in line.segment.block.landmarks:
        return
    known = find_phrases(words, lexicons)
    if known.opening("roles"):
        return
    masked = _hide_dates(line, document)
    if known.opening("closings") or "dates" in known:
        yield from (("told", row) for row in [*find_rows(cut_introduction(masked, lexicons), lexicons)][:1])
        return
    if begins_with_act(fold(words), lexicons):
        return
    for piece in _PIECES.split(masked):
        if find_kind(piece, lexicons):
            yield from find_title_names(piece, lexicons)
        elif count_words(piece) <= LONGEST_NAME and is_name(piece, lexicons):
            yield "letterhead" if names_organ(piece, lexicons) else "masthead", piece


def _hide_dates(line: MetadataLine, document: Document) -> str:
    return mask(line.masked, (Span(one.start, one.end) for one in document.dates.find(line.masked)))


def _read_closing(line: MetadataLine, document: Document) -> _Names:
    """The body in `Adopted by …`, one that stands alone on its line, or the one for which somebody signs."""
    lexicons = document.lexicons
    if count_words(line.text) > LONGEST_NAME or GAP.search(line.text):
        return
    yield from (("closing", name) for name in _find_behalf(line.masked, document))
    if not names_organ(line.masked, lexicons) or line.text.endswith(_COLONS):
        return
    if find_phrases(line.text, lexicons).opening("closings"):
        masked = _hide_dates(line, document)
        yield from (("told", row) for row in [*find_rows(cut_introduction(masked, lexicons), lexicons)][:1])
    elif not line.meeting and is_name(line.masked, lexicons):
        yield "closing", line.masked


def _find_behalf(text: str, document: Document) -> Iterator[str]:
    """Yield the name after `on behalf of`."""
    hit = find_phrases(text, document.lexicons).first("behalf")
    name = text[next_word(text, hit.end) :] if hit else ""
    if is_name(name, document.lexicons):
        yield name


def _read_title(line: MetadataLine, document: Document) -> _Names:
    """A name that a title holds, and other bodies of which it speaks: `Decisions of the Board of the Fell Scouts`."""
    lexicons = document.lexicons
    masked = _hide_dates(line, document)
    yield from find_title_names(masked, lexicons)
    rows = (row for row in find_rows(masked, lexicons) if row != masked.strip() and not find_kind(row, lexicons))
    yield from (("row", row) for row in rows if not row.isupper())


_READERS: Mapping[Part, Callable[[MetadataLine, Document], _Names]] = {
    Part.ENACTING: _read_enacting,
    Part.FORMULA: _read_enacting,
    Part.MASTHEAD: _read_masthead,
    Part.SUBTITLE: _read_masthead,
    Part.CLOSING: _read_closing,
    Part.SIGNATORY: _read_closing,
    Part.TITLE: _read_title,
}
"""How the lines of each part are read."""
