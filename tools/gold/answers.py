"""What is known to be right about a document: passages, and the parts that a block with their words may have."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence

import attrs

from declarations.recognition.decide.weights import PARTS
from declarations.recognition.reading import Part

__all__ = ["ANY", "OUTSIDE", "Answer", "Passage", "reduce_to_letters"]

ANY = frozenset(PARTS)
"""All parts are right: nothing is known."""
OUTSIDE = ANY - {Part.CONTEXT, Part.RESOLUTION}
"""Parts of what is neither context nor resolution."""

_LONG = 24  # characters by which a passage is known
_CERTAIN = 100  # characters that do not stand inside a passage by chance


@attrs.frozen
class Passage:
    """Words of a document, or the first of them, and the parts that are right for them."""

    letters: str
    """Its words, reduced."""
    parts: frozenset[Part]
    """What is right."""


@attrs.frozen(kw_only=True)
class Answer:
    """What is known about one document."""

    passages: tuple[Passage, ...] = ()
    """Its passages."""
    leaks: tuple[str, ...] = ()
    """Words, reduced, that stand in no clause."""
    others: frozenset[Part] = ANY
    """What is right for words of no passage, before the first and after the last block of one."""
    between: frozenset[Part] = ANY
    """What is right for words of no passage between two blocks of passages."""

    def find_parts(self, blocks: Sequence[Collection[str]]) -> Iterator[frozenset[Part]]:
        """Yield the parts that are right for each of some blocks, given by the ways to word them."""
        found = [self._find({reduce_to_letters(text) for text in wordings}) for wordings in blocks]
        known = [place for place, parts in enumerate(found) if parts is not None]
        for place, parts in enumerate(found):
            is_between = bool(known) and known[0] < place < known[-1]
            yield parts if parts is not None else self.between if is_between else self.others

    def _find(self, wordings: Collection[str]) -> frozenset[Part] | None:
        """Return what is right for a block, or nothing if no passage has its words.

        The passages that it is, or begins like, decide; else those that it is inside. A line, such as the title, may
        stand inside one by chance.
        """
        if not any(wordings):
            return ANY
        if any(leak in letters for leak in self.leaks for letters in wordings):
            return OUTSIDE
        same = _join(one for one in self.passages if one.letters in wordings)
        if same:
            return same
        begun = [one for one in self.passages if any(letters.startswith(one.letters[:_LONG]) for letters in wordings)]
        if begun:
            longest = max(len(one.letters[:_LONG]) for one in begun)
            return _join(one for one in begun if len(one.letters[:_LONG]) == longest)
        shortest = min(wordings, key=len)
        inside = _join(one for one in self.passages if shortest in one.letters)
        return inside | self.others if inside and len(shortest) < _CERTAIN else inside or None


def _join(passages: Iterable[Passage]) -> frozenset[Part]:
    """Return all that is right for some passages."""
    return frozenset(part for one in passages for part in one.parts)


def reduce_to_letters(text: str) -> str:
    """Return letters, marks and digits only, in one case: punctuation and spaces do not count."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if unicodedata.category(char)[0] in "LMN")
