"""What steps find out and later steps ask for: language, numbered headings, labelled fields, lines of metadata."""

from __future__ import annotations

import attrs

from declarations.blocks import Block
from declarations.findings import Finding
from declarations.model import Agent, DeclarationKind, Identifier, Label, Vote
from declarations.recognition.features.blockfeatures import BlockFeatures
from declarations.recognition.reading import Evidence, Part
from declarations.recognition.wording.chronology import DatedLine
from declarations.recognition.wording.stretches import Span, mask

__all__ = ["LabelledFields", "Language", "MetadataLine", "NumberedHeading", "Surroundings", "Weighed"]


@attrs.frozen(kw_only=True)
class Language:
    """The language of a document and how it was decided."""

    tag: str | None = None
    """BCP 47 tag; None if it is not known."""
    hints: tuple[str, ...] = ()
    """Languages whose month names are tried first: its own, then those that the page names, then English."""
    lexicons: tuple[str, ...] = ()
    """Languages whose lexicons may help: its own, or those that it may be in."""
    findings: tuple[Finding, ...] = ()
    """A conflict between words and markup."""


@attrs.frozen(kw_only=True)
class Surroundings:
    """What all declarations of a page have around them."""

    named: tuple[Block, ...] = ()
    """Blocks of banners and footers, which may name the issuer."""
    posted: tuple[Block, ...] = ()
    """Blocks in which the site says of the post when it was filed."""


@attrs.frozen(kw_only=True)
class NumberedHeading:
    """One heading of a numbering sequence."""

    label: Label | None
    """Its printed number with the word for it; None for a heading that is only words."""
    is_section: bool = False
    """Whether only a number or a letter counts it, as `II` or `A.`, and it stands over clauses of their own."""
    end: int
    """Where the words of the heading begin after the label; the length of the text if it has none."""


@attrs.frozen(kw_only=True)
class LabelledFields:
    """What the labelled fields of one declaration say."""

    ids: frozenset[int] = frozenset()
    """Blocks that say it."""
    kinds: tuple[DeclarationKind, ...] = ()
    """Kinds of documents that the word for the kind can mean."""
    identifiers: tuple[Identifier, ...] = ()
    issuers: tuple[Agent, ...] = ()
    dated: DatedLine = attrs.field(factory=DatedLine)
    """Dates, and what is wrong with them."""
    tells_roles: bool = False
    """Whether a date says what happened on it, as where all dates of the document are listed."""
    votes: tuple[Vote, ...] = ()
    values: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    """Values of the other fields, by the key of the field."""

    def first(self, field: str) -> str | None:
        """Return the first value of a field that is a string."""
        return next(iter(self.values.get(field, ())), None)

    def choose_kind(self, found: DeclarationKind | None, usual: DeclarationKind | None) -> DeclarationKind | None:
        """Return the stated kind; of several that one word can mean, that which was found, or the usual one."""
        if not self.kinds or found in self.kinds:
            return found
        return next((kind for kind in self.kinds if kind == usual), self.kinds[-1])


@attrs.frozen(kw_only=True)
class MetadataLine:
    """One printed line around the title, of the enacting words or of the ending, and what it says."""

    segment: BlockFeatures
    """The block that prints it."""
    part: Part
    """Part of this block."""
    text: str
    """The line."""
    identifiers: tuple[Span, ...] = ()
    """Numbers of the document."""
    meeting: Span | None = None
    """The meeting, with its number."""
    vote: Vote | None = None
    """The vote."""
    dated: DatedLine = attrs.field(factory=DatedLine)
    """The dates."""

    @property
    def masked(self) -> str:
        """The line with identifiers and meeting hidden."""
        return mask(self.text, (*self.identifiers, *((self.meeting,) if self.meeting else ())))

    @property
    def is_known(self) -> bool:
        """Whether it says anything at all."""
        return bool(self.identifiers or self.meeting or self.vote or self.dated.dates)


@attrs.frozen(kw_only=True)
class Weighed:
    """What was seen in one block, and what that is worth."""

    evidence: tuple[Evidence, ...]
    """All evidence, the strongest first."""
    weights: tuple[float, ...]
    """The weight of each part, in the order of `PARTS`."""
    best: tuple[Part, Part]
    """The part with the most evidence, and the next."""
