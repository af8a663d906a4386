"""Words of dates that CLDR does not have, from `words.toml` and `names.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from declarations.language.dates.pieces import split_pieces
from declarations.language.resources import find_resource

__all__ = ["Words", "load_words"]


@attrs.frozen(kw_only=True)
class Words:
    """The words, folded but where it is said."""

    glue: frozenset[str]
    """Words between the fields of a date, or before it."""
    articles: frozenset[str]
    """Words before the name of a month that CLDR counts to the name."""
    elisions: frozenset[str]
    """What an apostrophe ties to the word after it: `d'`."""
    ordinals: Mapping[str | None, frozenset[str]]
    """Letters and signs right after a day, by language; None for those of all languages that are safe in any."""
    other: frozenset[str]
    """Words that before a year alone are not believed to be months."""
    joints: re.Pattern[str]
    """Signs and words between a date and the time of day."""
    names: Mapping[str, Mapping[str, Mapping[str, int]]]
    """Names that people print beside those of CLDR, from `names.toml`, with their numbers: by `months`, `weekdays` or
    `eras` and by language; as printed."""
    links: Mapping[str, frozenset[str]]
    """Words between two dates, by language."""
    additions: frozenset[str]
    """Words between two dates that only add the second."""
    formulas: re.Pattern[str]
    """Words in which a year is solemnly led to, as one formula."""
    same: re.Pattern[str]
    """Words between the forms of one day in two calendars, with the spaces and commas around them."""
    between: frozenset[str]
    """Words before two dates with such a word between them that make them a range."""
    small: frozenset[str]
    """Glue and links of all languages: words that are no days of the week, whatever else they may be."""

    def find_ordinals(self, language: str) -> frozenset[str]:
        """Return what can stand right after a day in a language."""
        return self.ordinals.get(language, self.ordinals["all"])


@cache
def load_words() -> Words:
    """Load the words."""
    data, names = (
        tomllib.loads(find_resource("declarations.language.dates", file).read_text("utf-8"))
        for file in ("words.toml", "names.toml")
    )
    links = {language: _fold(words) for language, words in data["links"].items()}
    glue = _fold(data["glue"])
    small = glue.union(*links.values())
    return Words(
        glue=glue,
        articles=frozenset(data["articles"]),
        elisions=frozenset(f"{word}'" for word in data["elisions"]),
        ordinals=_arrange_ordinals(data["ordinals"], small),
        other=frozenset(data["other"]),
        joints=re.compile(rf"[\s,،·|@(–-]{{0,4}}(?:(?:{_join(data['joints'])})\.?\s{{1,2}})?"),
        names={field: {language: _list_names(row) for language, row in rows.items()} for field, rows in names.items()},
        links=links,
        additions=_fold(data["additions"]),
        formulas=re.compile(_join(data["formulas"]).replace(r"\ ", r"\s+"), re.IGNORECASE),
        same=re.compile(rf"[\s,،(]+(?:{_join(data['same'])})(?:\s*[:،,]?\s+|\s*(?=\d))"),
        between=_fold(data["between"]),
        small=small,
    )


def _list_names(row: Mapping[str, str]) -> dict[str, int]:
    """Return names with their numbers, of a row that has them the other way round."""
    return {name: int(number) for number, names in row.items() for name in names.split(", ")}


def _arrange_ordinals(rows: Mapping[str, list[str]], small: frozenset[str]) -> dict[str | None, frozenset[str]]:
    """Fold the endings; where the language is not known, a letter or a function word is more often something else."""
    folded = {language: _fold(endings) for language, endings in rows.items()}
    others = frozenset().union(*folded.values()) - small
    safe = {ending for ending in others if len(ending) > 1 or not ending.isascii()}
    return {None: folded["all"] | safe, **{language: folded["all"] | endings for language, endings in folded.items()}}


def _join(words: Iterable[str]) -> str:
    """Return a pattern for one of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _fold(words: Iterable[str]) -> frozenset[str]:
    return frozenset("".join(split_pieces(word)) for word in words)
