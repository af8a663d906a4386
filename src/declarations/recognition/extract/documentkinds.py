"""Which kind of document it is: by the words that name it, else by what it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from declarations.blocks import BlockKind, MetadataKind
from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import fold
from declarations.model import Action, DeclarationKind, SignatoryRole
from declarations.recognition.document import Document, Extract
from declarations.recognition.reading import Part
from declarations.recognition.wording.identifiers import tell_kind
from declarations.recognition.wording.kinds import find_kind

__all__ = ["extract_kind"]

_LINE = 8  # words of a line of the masthead that begins with the word for the kind
_FORMULA = 40  # words of a formula
_BY_VERB: Mapping[str, DeclarationKind] = {
    Action.DECLARES: DeclarationKind.DECLARATION,
    Action.PROCLAIMS: DeclarationKind.DECLARATION,
    Action.RESOLVES: DeclarationKind.RESOLUTION,
    Action.DECIDES: DeclarationKind.DECISION,
    Action.RECOMMENDS: DeclarationKind.RECOMMENDATION,
}
"""What a document is whose formula turns with a verb."""
_PROPOSING = frozenset({SignatoryRole.MOVER, SignatoryRole.SECONDER})
_POSITIONS = frozenset(
    {
        *(Action.CONDEMNS, Action.DEMANDS, Action.CALLS_UPON, Action.SUPPORTS, Action.OPPOSES, Action.REJECTS),
        *(Action.EXPRESSES_SOLIDARITY, Action.EXPRESSES_CONCERN, Action.DEPLORES, Action.DEFENDS, Action.URGES),
        *(Action.REQUESTS, Action.ASKS, Action.STATES, Action.WELCOMES, Action.DECLARES),
    }
)
"""Verbs by which a document takes a position: with one of them, and no word for its kind, it is a statement."""


def extract_kind(document: Document) -> Extract:
    """Return the kind: as words name it, an identifier implies it, or the document shows it; else as it is stated."""
    kind = next(filter(None, (tell(document) for tell in _SOURCES)), None)
    usual = next((find_kind(word, document.lexicons) for word in document.labelled_fields.values.get("kind", ())), None)
    stated = document.labelled_fields.choose_kind(kind, DeclarationKind(usual) if usual else None)
    return Extract(values={"kind": stated or DeclarationKind.OTHER})


def _read_names(document: Document) -> DeclarationKind | None:
    """Metadata, title, headings and lines beside it, and categories name the kind, in this order."""
    metadata, title = document.page.metadata, document.values["title"]
    said = [item.value for item in metadata.of(MetadataKind.KIND)]
    filed = [item.value for item in metadata.of(MetadataKind.CATEGORY)]
    beside = _list_lines(document)
    for text in (*said, *([title] if title else []), *document.texts_of(Part.TITLE), *beside, *filed):
        if kind := find_kind(text, document.lexicons):
            return DeclarationKind(kind)
    return None


def _list_lines(document: Document) -> Iterator[str]:
    """Yield the headings of the masthead, then its lines that begin with the word for a kind: `Motion 4`."""
    mastheads = document.of(Part.MASTHEAD, Part.SUBTITLE)
    yield from (one.block.text.text for one in mastheads if one.block.kind is BlockKind.HEADING)
    yield from (one.block.text.text for one in mastheads if "kinds" in one.begins and one.is_short(_LINE))


def _read_identifiers(document: Document) -> DeclarationKind | None:
    """An identifier implies it."""
    return tell_kind(document.values["identifiers"])


def _read_formula(document: Document) -> DeclarationKind | None:
    """The resolving formula turns with a verb: `The Guild therefore declares:`."""
    for segment in document.of(Part.FORMULA, Part.RESOLUTIONS_HEADING):
        if not segment.is_short(_FORMULA):
            continue
        found = (
            [segment.action.meaning] if segment.action else [*_list_verbs(segment.block.text.text, document.lexicons)]
        )
        if kind := next((_BY_VERB[verb] for verb in reversed(found) if verb in _BY_VERB), None):
            return kind
    return None


def _list_verbs(text: str, lexicons: Sequence[Lexicon]) -> Iterator[str]:
    """Yield what the verbs of a line mean, those that end it last."""
    folded = fold(text)
    for lexicon in lexicons:
        hits = (lexicon.actions.find(folded, word.start()) for word in lexicon.actions.begins.finditer(folded))
        yield from (hit[1] for hit in hits if hit)
        if final := lexicon.actions.find_final(folded.rstrip(" :：。.،,、")):
            yield final[1]


def _read_roles(document: Document) -> DeclarationKind | None:
    """Somebody moves it."""
    roles = {one.role for one in document.values["signatories"]}
    return DeclarationKind.MOTION if roles & _PROPOSING else None


def _read_greeting(document: Document) -> DeclarationKind | None:
    """It speaks to somebody: a letter."""
    texts = (line for one in document.of(Part.MASTHEAD) for line in one.block.text.text.split("\n"))
    hits = (find_phrases(line, document.lexicons).opening("addressees") for line in texts)
    greets = any(hit and hit.meaning == "salutations" for hit in hits)
    return DeclarationKind.OPEN_LETTER if greets and document.values["addressees"] else None


def _read_positions(document: Document) -> DeclarationKind | None:
    """It takes a position."""
    verbs = {one.action.meaning for one in document.of(Part.RESOLUTION) if one.action}
    return DeclarationKind.STATEMENT if verbs & _POSITIONS else None


_SOURCES: Sequence[Callable[[Document], DeclarationKind | None]] = (
    _read_names,
    _read_identifiers,
    _read_formula,
    _read_roles,
    _read_greeting,
    _read_positions,
)
"""What tells the kind, the surest first."""
