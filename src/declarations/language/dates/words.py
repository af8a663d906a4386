"""Words around dates that the patterns of CLDR do not have, from `words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

__all__ = ["ARTICLES", "ELISIONS", "GLUE", "JOINTS", "LINKS", "MONTHS", "ORDINALS", "OTHER"]

_DATA: Mapping[str, Any] = tomllib.loads((resources.files(__package__) / "words.toml").read_text("utf-8"))

GLUE: frozenset[str] = frozenset(_DATA["glue"])
"""Words between the fields of a date, or before it."""
ARTICLES: frozenset[str] = frozenset(_DATA["articles"])
"""Words before the name of a month that CLDR counts to the name."""
ORDINALS: frozenset[str] = frozenset(_DATA["ordinals"])
"""Letters and signs right behind a day."""
OTHER: frozenset[str] = frozenset(_DATA["other"])
"""Words that before a year alone are not believed to be months."""
ELISIONS: frozenset[str] = frozenset(f"{word}'" for word in _DATA["elisions"])
"""What an apostrophe ties to the word behind it."""
MONTHS: Mapping[str, Mapping[str, int]] = _DATA["months"]
"""Names of months that CLDR has only for some countries, by language."""
JOINTS: tuple[str, ...] = tuple(sorted(_DATA["joints"], key=len, reverse=True))
"""Words between a date and the time of day, the longest first."""
LINKS: Mapping[str, frozenset[str]] = {language: frozenset(words) for language, words in _DATA["links"].items()}
"""Words between two dates, by language."""
