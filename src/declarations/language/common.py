"""Words and signs that documents of many languages share: one file of data, and patterns of its tables."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

__all__ = ["find_common", "match_common"]

_FILE = Path(__file__).with_name("common.toml")


@cache
def _load() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in tomllib.loads(_FILE.read_text("utf-8")).items()}


def find_common(table: str) -> tuple[str, ...]:
    """Return the words of a table of `common.toml`."""
    return _load()[table]


@cache
def match_common(table: str) -> str:
    """Return a regular expression for the words of a table, the longest first, without regard to case."""
    words = sorted(find_common(table), key=len, reverse=True)
    return f"(?i:{'|'.join(map(re.escape, words))})"
