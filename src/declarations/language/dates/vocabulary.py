"""The words of dates in one locale: what CLDR prints for months, days and eras, and what stands between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

import attrs

from declarations.language.dates.extraction import ERA, MONTH, WEEKDAY, Extract
from declarations.language.dates.extracts import load_extract
from declarations.language.dates.pieces import UNSPACED, split_pieces
from declarations.language.dates.spelling import Spelling, find_spellings
from declarations.language.dates.words import load_words

__all__ = [
    "ERA",
    "MONTH",
    "NOTHING",
    "WEEKDAY",
    "Name",
    "Tails",
    "Vocabulary",
    "arrange",
    "first_words",
    "load_vocabulary",
    "make_vocabulary",
    "parts_of",
]

NOTHING = "-"
"""The kind of a name that means nothing of a date."""


class Name(NamedTuple):
    """One meaning of a printed name."""

    kind: str
    """Month, weekday or era."""
    value: int
    """1 to 12, 0 (Monday) to 6, or the number of the era."""
    locales: int
    """The set of locales that print it so, one bit for each."""


Tails: TypeAlias = tuple[tuple[tuple[str, ...], tuple[Name, ...]], ...]
"""The names that begin with one piece: the pieces after it, and the meanings."""


def _list_behind(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the units, and the first pieces of ordinals and of what goes on with a number in names."""
    names = (tail[0] for first, tails in vocabulary.phrases.items() if first.isdecimal() for tail, _ in tails)
    return frozenset(vocabulary.units.keys() | {*map(_first_piece, vocabulary.ordinals), *names})


def _list_attached(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the pieces of names, ordinals and numbers in words."""
    spelled = (spelling.joins.union(*spelling.values) for spelling in vocabulary.spellings)
    tails = (tail for tails in vocabulary.phrases.values() for tail, _ in tails)
    ordinals = map(split_pieces, vocabulary.ordinals)
    return vocabulary.behind.union(vocabulary.known, *spelled, *tails, *ordinals)


def _first_piece(ordinal: str) -> str:
    return ordinal if ordinal[0].isalnum() else ordinal[0]


@attrs.frozen(kw_only=True)
class Vocabulary:
    """All that must be known to read the dates of one locale, or of all."""

    words: Mapping[str, tuple[Name, ...]]
    """Names that are one piece."""
    phrases: Mapping[str, Tails]
    """Names of more pieces by their first one: the others, and the meanings; the longest first."""
    glue: frozenset[str]
    """Words that stand between the fields: `de`, `г`, `gada`."""
    printed_glue: frozenset[str]
    """Those of them that the patterns of the locale print."""
    links: frozenset[str]
    """Words that stand between the two halves of a range: `至`, `تا`."""
    units: Mapping[str, str]
    """Words printed right after a number that tell its field: `年` is `y`, `月` is `m`, `日` is `d`."""
    orders: tuple[str, ...]
    """Orders of the fields in the patterns, such as `dmy`; the shortest pattern first."""
    range_orders: tuple[str, ...]
    """The same for intervals in digits, where a locale can have others."""
    spellings: tuple[Spelling, ...]
    """Numbers in words."""
    number_words: frozenset[str]
    """The words that those begin with."""
    ordinals: frozenset[str]
    """Letters and signs right after a day: `th`, `er`, `-го`."""
    known: frozenset[str]
    """Everything that is a word of its own here, so that longer words can be cut into them."""
    behind: frozenset[str] = attrs.field(init=False, default=attrs.Factory(_list_behind, takes_self=True))
    """All pieces that can stand right after a number and belong to it."""
    attached: frozenset[str] = attrs.field(init=False, default=attrs.Factory(_list_attached, takes_self=True))
    """All pieces that can belong to what stands before or after them."""
    time_starts: frozenset[str]
    """The letters and signs that can begin a time of day, in lower case, beside digits."""
    cuts: dict[str, list[tuple[str, int, int]]] = attrs.field(factory=dict, eq=False, repr=False)
    """Words that the lexer has cut, and the parts."""
    meanings: dict[str, Any] = attrs.field(factory=dict, eq=False, repr=False)
    """What the lexer has found pieces to be; it fills this as it meets them."""


@lru_cache(maxsize=256)
def load_vocabulary(name: str) -> Vocabulary:
    """Build the vocabulary of a CLDR locale, given in Babel's form (`pt_BR`); cached."""
    return make_vocabulary(load_extract(name), name.partition("_")[0])


def make_vocabulary(printed: Extract, language: str) -> Vocabulary:
    """Build the vocabulary of what a locale prints, with the words of its language that CLDR does not have."""
    names: dict[tuple[str, ...], dict[tuple[str, int], int]] = defaultdict(dict)
    for pieces, kind, value in printed.names:
        names[pieces][kind, value] = 1
    own, others = load_words(), printed.glue
    unspaced = {word for word in own.glue if UNSPACED.search(word)}
    words, phrases = arrange(names, others | own.glue)
    links = (printed.links | own.links.get(language, frozenset())) - others
    glue = others | printed.joints
    return Vocabulary(
        words=words,
        phrases=phrases,
        glue=glue | own.glue,
        printed_glue=glue,
        links=links,
        units=printed.units,
        orders=printed.orders,
        range_orders=printed.range_orders,
        spellings=find_spellings(language),
        number_words=first_words(find_spellings(language)),
        ordinals=own.find_ordinals(language),
        known=frozenset(parts_of(names) | glue | unspaced | links | printed.units.keys()),
        time_starts=printed.time_starts,
    )


def first_words(spellings: Iterable[Spelling]) -> frozenset[str]:
    """Return the words with which numbers in words begin."""
    return frozenset(words[0] for spelling in spellings for words in spelling.values)


def parts_of(names: Iterable[tuple[str, ...]]) -> set[str]:
    """Return every word that stands in a name."""
    return {piece for pieces in names for piece in pieces if piece[0].isalpha()}


def arrange(
    names: Mapping[tuple[str, ...], Mapping[tuple[str, int], int]], glue: Collection[str]
) -> tuple[dict[str, tuple[Name, ...]], dict[str, Tails]]:
    """Arrange names (pieces to meanings to locales) as words and phrases; a word that is glue too can mean nothing."""
    words: dict[str, tuple[Name, ...]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[Name, ...]]]] = defaultdict(list)
    for pieces, meanings in names.items():
        found = tuple(Name(kind, value, locales) for (kind, value), locales in meanings.items())
        if len(pieces) == 1:
            words[pieces[0]] = (*found, Name(NOTHING, 0, -1)) if pieces[0] in glue else found
        else:
            phrases[pieces[0]].append((pieces[1:], found))
    longest_first = {first: tuple(sorted(some, key=lambda one: -len(one[0]))) for first, some in phrases.items()}
    return words, longest_first
