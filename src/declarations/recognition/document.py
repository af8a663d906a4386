"""A page whose blocks have their parts: what the last steps work on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from declarations.blocks import Page
from declarations.language.lexicon import Lexicon
from declarations.recognition.decide.headings import RunHead
from declarations.recognition.extract.stated import Stated
from declarations.recognition.features.blockfeatures import Sight
from declarations.recognition.reading import Part
from declarations.recognition.segment.languages import Spoken
from declarations.recognition.segment.surroundings import Surroundings
from declarations.recognition.wording.dating import DateFinder

__all__ = ["Labelled"]


@attrs.frozen(kw_only=True)
class Labelled:
    """A page whose blocks have their parts."""

    page: Page
    """The page."""
    sights: Sequence[Sight]
    """The blocks of the document, in order."""
    parts: Mapping[int, Part]
    """Index of a block to its part."""
    runs: Mapping[int, RunHead]
    """Numbered headings."""
    followers: Mapping[int, int]
    """Index of a block to that of the block it follows."""
    dropped: Mapping[int, str]
    """Index of a block outside the document to the reason."""
    lexicons: Sequence[Lexicon]
    """Lexicons of its language."""
    spoken: Spoken
    """Its language."""
    dates: DateFinder
    """Finds its dates."""
    stated: Stated = attrs.field(factory=Stated)
    """What its lines with labels say."""
    surroundings: Surroundings = attrs.field(factory=Surroundings)
    """What stands around it."""

    def of(self, *parts: Part) -> list[Sight]:
        """Give the blocks of some parts."""
        return [sight for sight in self.sights if self.parts[sight.index] in parts]

    def lines(self, *parts: Part) -> list[str]:
        """Give the words of the blocks of some parts."""
        return [sight.block.text.text for sight in self.of(*parts)]
