"""Which language the document is in: what the caller says, else its words, else its markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from declarations.blocks import Block, MetadataKind
from declarations.errors import ValidationError
from declarations.findings import Finding, FindingCode
from declarations.language.detection import weigh_languages
from declarations.language.lexicon import Lexicon, load_lexicon
from declarations.language.phrases import fold
from declarations.numerals import find_enumerator
from declarations.parts import Attribute, Piece
from declarations.recognition.document import Document
from declarations.recognition.segment.fieldlines import clean_value
from declarations.recognition.values import Language
from declarations.scripts import CLAUSE_ENDS, SENTENCE_ENDS
from declarations.validation import check_language

__all__ = ["find_language", "settle_language"]

_BLOCKS = 60  # blocks whose openers are looked at
_SENTENCE = 120  # characters in which an opener and a verb stand
_LEAST = 400  # characters in which the words of a language are found
_ENDS = "".join(SENTENCE_ENDS | CLAUSE_ENDS)
_SHORT = 2_000  # characters of a short text
_FEWEST = 3  # openers by which a language is known


def find_language(document: Document) -> Document:
    """Find the language of the document, and the lexicons that may help."""
    return _speak(document, _decide(document, document.told_language))


def settle_language(document: Document) -> Document:
    """Decide again, once labelled fields are known: they may state the language, and may be in another themselves."""
    words = document.field_words
    if words is None:
        return document
    told, language = document.told_language, document.language
    without = _decide(document, told)
    language = without if without.tag else language
    if told is None and (stated := _find_stated(document.blocks, language.tag)):
        language = _decide(document, stated)
    if language.tag and told is None and words.tag.startswith(f"{language.tag}-"):  # `zh-Hant`
        language = attrs.evolve(language, tag=words.tag)
    return _speak(document, language)


def _speak(document: Document, language: Language) -> Document:
    lexicons = (load_lexicon(tag) for tag in language.lexicons)
    return document.learn(language=language, lexicons=tuple(one for one in lexicons if one))


def _decide(document: Document, given: str | None) -> Language:
    """Decide the language of the blocks that are neither boilerplate nor labelled fields."""
    page = document.page
    kept = [block for id, block in enumerate(document.blocks) if id not in document.boilerplate]
    blocks = [block for block in kept if not (block.attributes and block.piece == Piece.FACT)]
    tags = Counter[str]()
    for block in blocks:
        if block.language:
            tags[block.language] += len(block.text.text)
    marked = [tag for tag, _ in tags.most_common()]
    marked += [item.value for item in page.metadata.of(MetadataKind.LANGUAGE) if item.value not in marked]
    marked = [tag for tag in map(_well_formed, marked) if tag]
    detected, candidates = weigh_languages([block.text.text for block in blocks])
    findings: tuple[Finding, ...] = ()
    tag = given or (marked[0] if marked else None)
    if given is None and detected:
        same = [one for one in marked if _primary(one) == _primary(detected.language)]
        tag = same[0] if same else detected.language
        if marked and not same:
            message = f"the markup says {marked[0]}, but the words are {detected.language}"
            findings = (Finding(FindingCode.LANGUAGE_CONFLICT, message),)
    elif given is None and tag and load_lexicon(tag) and sum(map(len, (block.text.text for block in blocks))) > _LEAST:
        findings = (Finding(FindingCode.LANGUAGE_CONFLICT, f"the markup says {tag}, but its words are not there"),)
        tag = None
    if tag is None:
        tag = _find_by_openers(blocks, candidates)
    hints = tuple(dict.fromkeys(one for one in (tag, *marked, *([] if tag else candidates[:3]), "en") if one))
    return Language(tag=tag, hints=hints, lexicons=(tag,) if tag else candidates, findings=findings)


def _find_stated(blocks: Iterable[Block], tag: str | None) -> str | None:
    """Return the tag that a line states, if it only says more than the one found, or none was found."""
    facts = (clean_value(block.text.text) for block in blocks if block.attributes.get(Attribute.FIELD) == "language")
    stated = next((found for text in facts if (found := _well_formed(text))), None)
    return stated if stated and (tag is None or _primary(stated) == _primary(tag)) else None


def _find_by_openers(blocks: Sequence[Block], candidates: Sequence[str]) -> str | None:
    """Return the language of a text of few words by its openers and verbs: several in one, hardly any in others."""
    hits: Counter[str] = Counter()
    for block in blocks[:_BLOCKS]:
        found = find_enumerator(block.text.text)
        folded = fold(block.text.text[found.end if found else 0 :][:_SENTENCE]).lstrip(" «“\"'–—-")
        for lexicon in filter(None, map(load_lexicon, candidates)):
            hits[lexicon.language] += _speaks(lexicon, folded)
    (best, most), (_, second) = [*hits.most_common(2), ("", 0), ("", 0)][:2]
    if most >= _FEWEST and most > 2 * second:
        return best
    return best if most and not second and _is_written(blocks, best, candidates) else None


def _is_written(blocks: Sequence[Block], language: str, candidates: Sequence[str]) -> bool:
    """Return whether a short text has letters of only one of some languages: `ы` of Russian and not of Ukrainian."""
    letters = {char for block in blocks for char in fold(block.text.text) if char.isalpha()}
    known = {lexicon.language: lexicon.alphabet for lexicon in filter(None, map(load_lexicon, candidates))}
    size = sum(len(block.text.text) for block in blocks)
    return size <= _SHORT and [one for one in candidates if letters <= known.get(one, frozenset())] == [language]


def _speaks(lexicon: Lexicon, folded: str) -> bool:
    """Return whether a paragraph begins with a phrase or a verb of a language, holds its verb, or ends with it."""
    if lexicon.stances.find(folded) or lexicon.actions.find(folded):
        return True
    return (
        lexicon.actions.find_inside(folded) is not None or lexicon.actions.find_final(folded.rstrip(_ENDS)) is not None
    )


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _well_formed(tag: str) -> str | None:
    candidate = tag.strip().replace("_", "-")
    try:
        check_language(candidate)
    except ValidationError:
        return None
    return candidate
