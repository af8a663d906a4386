"""Phrases, stances and actions of clauses whose format has no place for them, found in their words as on a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from declarations.blocks import Block, BlockKind
from declarations.language.detection import weigh_languages
from declarations.language.lexicon import Lexicon, load_lexicon
from declarations.model import Clause, Declaration
from declarations.recognition.features.blockfeatures import extract_features

__all__ = ["add_phrases"]


def add_phrases(declaration: Declaration) -> Declaration:
    """Return a declaration whose clauses say with which phrase they open, and what it means, where none did before.

    The lexicons are those of its language; if it states none, of the language of its words.
    """
    lexicons = _choose_lexicons(declaration)
    if not lexicons:
        return declaration
    return attrs.evolve(
        declaration,
        context=_phrase(declaration.context, lexicons, is_context=True),
        resolutions=_phrase(declaration.resolutions, lexicons, is_context=False),
    )


def _choose_lexicons(declaration: Declaration) -> tuple[Lexicon, ...]:
    tags: Iterable[str] = (declaration.language,) if declaration.language else ()
    if not declaration.language:
        detected, candidates = weigh_languages(clause.text for _, clause in declaration.walk())
        tags = (detected.language,) if detected else candidates
    return tuple(lexicon for lexicon in map(load_lexicon, tags) if lexicon)


def _phrase(clauses: Sequence[Clause], lexicons: tuple[Lexicon, ...], *, is_context: bool) -> list[Clause]:
    return [_phrase_clause(clause, lexicons, is_context=is_context) for clause in clauses]


def _phrase_clause(clause: Clause, lexicons: tuple[Lexicon, ...], *, is_context: bool) -> Clause:
    """Return a clause with its phrase; one that is but a heading has its items phrased."""
    if clause.heading is not None and not clause.paragraphs and not clause.label:
        return attrs.evolve(clause, items=_phrase(clause.items, lexicons, is_context=is_context))
    if clause.phrase is not None or not clause.paragraphs:
        return clause
    marker = clause.label.printed if clause.label else None
    block = Block(kind=BlockKind.PARAGRAPH, text=clause.paragraphs[0], marker=marker)
    features = extract_features(block, 0, lexicons)
    if is_context and (opening := features.stance or features.opinion):
        return attrs.evolve(clause, phrase=opening.phrase, stance=clause.stance or opening.meaning)
    if not is_context and (opening := features.action):
        return attrs.evolve(clause, phrase=opening.phrase, action=clause.action or opening.meaning)
    return clause
