"""How a declaration was voted on."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from declarations.model.vocabulary import VoteManner, to_vote_manner
from declarations.validation import LARGEST_INTEGER, check_integer, check_string, to_tuple

__all__ = ["Vote"]

_COUNTS = ("in_favour", "against", "abstaining")


@attrs.frozen(repr=False)
class Vote:
    """A vote on a declaration, as the declaration itself reports it.

    A number that the source does not give is None, never 0.
    """

    printed: str
    """The line that reports it, verbatim: `Adopted by 14 votes to 2, with 1 abstention.`"""
    manner: VoteManner = attrs.field(default=VoteManner.OTHER, kw_only=True, converter=to_vote_manner)
    """How it was decided."""
    in_favour: int | None = attrs.field(default=None, kw_only=True)
    """How many were for it."""
    against: int | None = attrs.field(default=None, kw_only=True)
    """How many were against it."""
    abstaining: int | None = attrs.field(default=None, kw_only=True)
    """How many abstained."""

    def __attrs_post_init__(self) -> None:
        check_string(self.printed, "line of a vote")
        for field in _COUNTS:
            if (value := getattr(self, field)) is not None:
                check_integer(value, f"{field} of a vote", 0, LARGEST_INTEGER)

    def __str__(self) -> str:
        return self.printed

    @property
    def tally(self) -> str | None:
        """The numbers for, against and abstaining: `14-2-1`, `14-2-?`; None if the source gives none."""
        counts = [getattr(self, field) for field in _COUNTS]
        known = any(count is not None for count in counts)
        return "-".join("?" if count is None else str(count) for count in counts) if known else None

    def __repr__(self) -> str:
        tally = f" {self.tally}" if self.tally else ""
        return f"Vote({self.printed!r}, {self.manner.value}{tally})"


def to_votes(values: Iterable[Vote]) -> tuple[Vote, ...]:
    """Take any iterable of votes."""
    return to_tuple(Vote, values)
