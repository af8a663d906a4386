"""What recognition gives: the declaration, and for every block of the page where it went and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TypeAlias

import attrs

from declarations.blocks import Block
from declarations.findings import Finding
from declarations.model import Declaration

__all__ = ["Evidence", "Judgement", "Part", "Reading", "Weighed"]


class Part(StrEnum):
    """The parts of a declaration in the order in which documents have them, and the two places outside."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    MASTHEAD = "masthead"
    """Issuer, place, date, number, author: what stands around the title."""
    ENACTING = "enacting"
    CONTEXT_HEADING = "context-heading"
    CONTEXT = "context"
    FORMULA = "formula"
    RESOLUTIONS_HEADING = "resolutions-heading"
    RESOLUTION = "resolution"
    CLOSING = "closing"
    SIGNATORY = "signatory"
    NOTE = "note"
    ANNEX = "annex"
    BOILERPLATE = "boilerplate"
    """The page around the document: menus, sharing links, footers; dropped."""
    UNCLAIMED = "unclaimed"
    """Text of the document that no part claims; kept and reported."""


Weighed: TypeAlias = Iterator[tuple[Part, float]]
"""What a cue yields: parts, and how strongly it speaks for each; a negative weight speaks against it."""


@attrs.frozen
class Evidence:
    """One reason to take a block for a part, or not to."""

    cue: str
    """Name of the cue, as in the reference."""
    part: Part
    """What it speaks for, or against."""
    weight: float
    """How strongly; negative against. Weights of one part add up."""


@attrs.frozen(kw_only=True)
class Judgement:
    """Where one block went, and why."""

    block: Block
    """The block."""
    part: Part
    """What it was taken for."""
    evidence: tuple[Evidence, ...] = ()
    """All that was found about it, the strongest first."""
    runner_up: Part | None = None
    """The part with the next best evidence of its own, if any."""
    remainder: Block | None = None
    """Of a block that is only read for fields, as a title or a masthead: its words that no field holds."""


def _list_judgements(judge: Callable[[], tuple[Judgement, ...]] | tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    return judge() if callable(judge) else judge


@attrs.frozen(kw_only=True)
class Reading:
    """The declaration found in a source, and everything else that was seen on the way."""

    declaration: Declaration = attrs.field(factory=Declaration)
    """What was found; empty if the source could not be read."""
    findings: tuple[Finding, ...] = ()
    """What is worth knowing, worst first."""
    _judgements: Callable[[], tuple[Judgement, ...]] | tuple[Judgement, ...] = attrs.field(
        default=(), eq=_list_judgements, repr=lambda judge: repr(_list_judgements(judge))
    )
    """Makes the judgements when they are asked for, or holds them."""
    others: tuple[Reading, ...] = ()
    """Readings of the further declarations in the same source, in order."""

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """One for every block of the page, in order; empty for record formats, which need no recognition."""
        made = _list_judgements(self._judgements)
        object.__setattr__(self, "_judgements", made)  # what they are made of is let go
        return made

    @property
    def unclaimed(self) -> tuple[Block, ...]:
        """What no part of the declaration holds: blocks of the document, and the remainders of others, in order.

        Findings tell of those that say more than what kind of words stand beside them, as `Adopted on` does.
        """
        return tuple(
            one.remainder or one.block for one in self.judgements if one.remainder or one.part is Part.UNCLAIMED
        )

    @property
    def dropped(self) -> tuple[Block, ...]:
        """Blocks that belong to the page around the document."""
        return tuple(one.block for one in self.judgements if one.part is Part.BOILERPLATE)
