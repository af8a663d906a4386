"""Who may act: where a document speaks of itself as `we`, the verb of a stranger decides nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from declarations.blocks import BlockKind
from declarations.language.lexicon import Lexicon
from declarations.language.phrases import fold
from declarations.recognition.features.blockfeatures import BlockFeatures

__all__ = ["settle_actors"]

_WORD = re.compile(r"[^\W\d_]{3,}")
_LEAST_REPEATS = 3  # clauses with one subject
_LONGEST_LINE = 25  # words of such a line


def settle_actors(
    segments: Sequence[BlockFeatures], names: Iterable[str], lexicons: Sequence[Lexicon]
) -> list[BlockFeatures]:
    """Take back the verbs of those who are named nowhere else: `The Convention requires` where `we ask`.

    That is done only where other clauses say `we`, and for clauses without a number. `names` are what metadata and
    labelled fields say; headings, short lines, and words with which clauses begin again and again name as well.
    """
    if not any(one.action is not None and (_is_own(one) or _acts_itself(one)) for one in segments):
        return [*segments]
    known = set(_find_words(names, lexicons))
    known |= set(_find_words((one.block.text.text for one in segments if _names(one)), lexicons))
    known |= set(_find_words(_list_repeated(segments), lexicons))
    return [attrs.evolve(one, action=None) if _is_stranger(one, known, lexicons) else one for one in segments]


def _list_repeated(segments: Sequence[BlockFeatures]) -> list[str]:
    """Return the subjects of several verbs: a stranger is rarely told of so often."""
    subjects = Counter(one.action.subject for one in segments if one.action is not None and one.action.subject)
    return [subject for subject, count in subjects.items() if count >= _LEAST_REPEATS]


def _is_own(segment: BlockFeatures) -> bool:
    return "subjects" in segment.begins


def _acts_itself(segment: BlockFeatures) -> bool:
    """Return whether a sentence begins with its verb, as where no word for `we` is needed: `Exigimos`."""
    verb = segment.action
    is_first = verb is not None and verb.subject is None and not verb.is_final
    return is_first and segment.is_sentence and not (segment.marker or segment.stance or segment.block.depth)


def _names(segment: BlockFeatures) -> bool:
    """Return whether a block is a line that may name who speaks: a heading, or a short line without an end."""
    return segment.block.kind is BlockKind.HEADING or (segment.is_short(_LONGEST_LINE) and not segment.is_sentence)


def _is_stranger(segment: BlockFeatures, known: set[str], lexicons: Sequence[Lexicon]) -> bool:
    verb = segment.action
    if verb is None or verb.subject is None or _is_own(segment) or segment.marker or segment.block.depth:
        return False
    return known.isdisjoint(_find_words([verb.subject], lexicons))


def _find_words(texts: Iterable[str], lexicons: Sequence[Lexicon]) -> Iterable[str]:
    """Yield the folded words of some texts that are no function words."""
    for text in texts:
        for word in _WORD.findall(fold(text)):
            if not any(word in lexicon.function_words for lexicon in lexicons):
                yield word
