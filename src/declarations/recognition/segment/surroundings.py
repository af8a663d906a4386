"""Blocks around a document that tell who issued it and when it was posted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

import attrs

from declarations.blocks import Block, Landmark

__all__ = ["Surroundings", "find_surroundings"]

_MOST_SHARED = 100  # blocks of each kind that every one of several declarations on a page looks at


@attrs.frozen(kw_only=True)
class Surroundings:
    """What all declarations of a page have around them."""

    named: tuple[Block, ...] = ()
    """Blocks of banners and footers, which may name the issuer."""
    posted: tuple[Block, ...] = ()
    """Blocks in which the site says of the post when it was filed."""


def find_surroundings(blocks: Sequence[Block], dropped: Mapping[int, str], *, is_shared: bool) -> Surroundings:
    """Find the blocks around a document; `dropped` gives the reason why a block is none of it.

    What several declarations share is bounded, since each of them reads it.
    """
    named = (block for block in blocks if Landmark.BANNER in block.landmarks or Landmark.CONTENTINFO in block.landmarks)
    posted = (
        blocks[index]
        for index, reason in dropped.items()
        if reason == "furniture phrase" or Landmark.POSTMETA in blocks[index].landmarks
    )
    most = _MOST_SHARED if is_shared else None
    return Surroundings(named=tuple(islice(named, most)), posted=tuple(islice(posted, most)))
