"""Definitions of the targets of links in Markdown that no link uses (CommonMark 4.7): no renderer shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from markdown_it.common.utils import normalizeReference

from declarations.findings import Finding, FindingCode, Position

__all__ = ["report_unused"]

_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)++)\]", re.DOTALL)


def report_unused(text: str, env: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield a finding for each definition that nothing uses; `env` is what markdown-it noted of the text.

    A definition is used if its label stands in brackets anywhere else; of two with one label only the first can be.
    """
    known = [(label, one["map"]) for label, one in env.get("references", {}).items()]
    repeated = [one["map"] for one in env.get("duplicate_refs", ())]
    if not known and not repeated:
        return
    lines = text.split("\n")
    defining = {place for start, end in chain((lines for _, lines in known), repeated) for place in range(start, end)}
    rest = "\n".join(line for place, line in enumerate(lines) if place not in defining)
    used = {normalizeReference(found[1]) for found in _LABEL.finditer(rest)}
    for start, end in sorted([*(one for label, one in known if label not in used), *repeated]):
        message = "a target of links is defined that no link uses"
        excerpt = "\n".join(lines[start:end]).strip()
        yield Finding(FindingCode.UNUSED_DEFINITION, message, position=Position(line=start + 1), excerpt=excerpt)
