"""Several declarations in one document: resolutions A and B, or one statement under the other."""

from __future__ import annotations

from collections.abc import Sequence

from declarations.blocks import BlockKind
from declarations.language.lexicon import Lexicon
from declarations.recognition.features.blockfeatures import Sight
from declarations.scripts import CLAUSE_ENDS

__all__ = ["find_declarations", "split_sights"]

_LONGEST = 20  # words of a title
_MOST_SHARED = 30  # blocks above the first title that are said of all


def find_declarations(sights: Sequence[Sight], lexicons: Sequence[Lexicon]) -> tuple[int, ...]:
    """Give the places of the titles of all declarations, if there are several; else nothing.

    A title names a kind of document, as `Resolution B`; behind each stand an opener of context and a verb of
    resolutions, so that parts of one declaration are not taken for declarations.
    """
    heads = [place for place, sight in enumerate(sights) if _may_be_title(sight, lexicons)]
    if len(heads) < 2:
        return ()
    ends = [*heads[1:], len(sights)]
    whole = [place for place, end in zip(heads, ends, strict=True) if _is_declaration(sights[place + 1 : end])]
    levels = {(sights[place].block.kind, sights[place].block.level) for place in whole}
    return tuple(whole) if len(whole) > 1 and len(levels) == 1 else ()


def _may_be_title(sight: Sight, lexicons: Sequence[Lexicon]) -> bool:
    block = sight.block
    if block.depth or block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or not sight.is_short(_LONGEST):
        return False
    if sight.heads or sight.marker or sight.stance or sight.action or sight.is_sentence or sight.end in CLAUSE_ENDS:
        return False
    return any(lexicon.kinds.find(sight.folded) for lexicon in lexicons)


def _is_declaration(sights: Sequence[Sight]) -> bool:
    return any(sight.stance for sight in sights) and any(sight.action for sight in sights)


def split_sights(sights: Sequence[Sight], places: Sequence[int]) -> list[list[Sight]]:
    """Give the blocks of each declaration; what stands above the first title is said of all, of much the last lines.

    Notes go where they are referred to.
    """
    notes: dict[str | None, list[Sight]] = {}
    for sight in sights:
        if sight.block.kind is BlockKind.NOTE:
            notes.setdefault(sight.block.target, []).append(sight)
    parts: list[list[Sight]] = []
    for place, end in zip(places, [*places[1:], len(sights)], strict=True):
        own = [sight for sight in sights[place:end] if sight.block.kind is not BlockKind.NOTE]
        targets = {mark.target for sight in own for mark in sight.block.text.marks}
        referred = (note for target in targets for note in notes.get(target, ()))
        above = sights[max(0, places[0] - _MOST_SHARED) if parts else 0 : places[0]]
        parts.append([*above, *own, *sorted(referred, key=lambda note: note.index)])
    return parts
