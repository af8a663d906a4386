"""Words around dates that the patterns of CLDR do not have, from `words.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

import attrs

__all__ = ["Words", "load_words"]


@attrs.frozen(kw_only=True)
class Words:
    """The words, folded."""

    glue: frozenset[str]
    """Words between the fields of a date, or before it."""
    articles: frozenset[str]
    """Words before the name of a month that CLDR counts to the name."""
    elisions: frozenset[str]
    """What an apostrophe ties to the word behind it: `d'`."""
    ordinals: frozenset[str]
    """Letters and signs right behind a day."""
    other: frozenset[str]
    """Words that before a year alone are not believed to be months."""
    joints: re.Pattern[str]
    """Signs and words between a date and the time of day."""
    months: Mapping[str, Mapping[str, int]]
    """Names of months that CLDR has only for some countries, by language."""
    links: Mapping[str, frozenset[str]]
    """Words between two dates, by language."""
    small: frozenset[str]
    """Glue and links of all languages: words that are no days of the week, whatever else they may be."""


@cache
def load_words() -> Words:
    """Load the words."""
    data = tomllib.loads((resources.files(__package__) / "words.toml").read_text("utf-8"))
    links = {language: frozenset(words) for language, words in data["links"].items()}
    joints = "|".join(re.escape(words) for words in sorted(data["joints"], key=len, reverse=True))
    return Words(
        glue=frozenset(data["glue"]),
        articles=frozenset(data["articles"]),
        elisions=frozenset(f"{word}'" for word in data["elisions"]),
        ordinals=frozenset(data["ordinals"]),
        other=frozenset(data["other"]),
        joints=re.compile(rf"[\s,،·|@(–-]{{0,4}}(?:(?:{joints})\s{{1,2}})?"),
        months=data["months"],
        links=links,
        small=frozenset(data["glue"]).union(*links.values()),
    )
