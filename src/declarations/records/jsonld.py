"""Declarations as JSON-LD in the words of schema.org, for search engines; written only."""

from __future__ import annotations

import msgspec

from declarations.model import Declaration

__all__ = ["dumps"]


def dumps(declaration: Declaration) -> bytes:
    """Write a declaration as JSON-LD."""
    return msgspec.json.encode({"@context": "https://schema.org", "@type": "CreativeWork", "name": declaration.title})
