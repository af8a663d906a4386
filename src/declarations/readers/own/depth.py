"""How deep the clauses of our own pages may be nested: as deep as a record of them may."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from declarations.blocks import Block, Limits
from declarations.errors import Finding, FindingCode, Position

__all__ = ["flatten_clauses"]


def flatten_clauses(
    blocks: Iterable[Block], limits: Limits, position: Position | None = None
) -> tuple[list[Block], list[Finding]]:
    """Return blocks whose clauses are nested no deeper than the limit, and a finding if some were."""
    deepest = max(limits.max_depth - 1, 0)  # an outermost clause has depth 0, and is one level
    kept, is_flattened = [], False
    for block in blocks:
        if block.depth > deepest:
            is_flattened = True
            kept.append(attrs.evolve(block, depth=deepest))
        else:
            kept.append(block)
    message = f"clauses nested deeper than {limits.max_depth} levels were read as of that level"
    return kept, [Finding(FindingCode.FLATTENED_NESTING, message, position=position)] if is_flattened else []
