"""The words of dates in one locale: what CLDR prints for months, days and eras, and what stands between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise, product
from typing import Any, NamedTuple, TypeAlias

import attrs
from babel import Locale

from declarations.language.dates.eras import calendar_names
from declarations.language.dates.patterns import (
    STYLE_NAMES,
    Part,
    date_patterns,
    interval_patterns,
    intervals_of,
    order_of,
    split_pattern,
)
from declarations.language.dates.pieces import UNSPACED, split_pieces
from declarations.language.dates.spelling import Spelling, find_spellings
from declarations.language.dates.words import load_words
from declarations.language.locales import fallback_chain, load_locale

__all__ = [
    "ERA",
    "MONTH",
    "NOTHING",
    "WEEKDAY",
    "Name",
    "Tails",
    "Vocabulary",
    "all_names_in",
    "arrange",
    "first_words",
    "load_vocabulary",
    "names_in",
    "parts_of",
]

MONTH, WEEKDAY, ERA, NOTHING = "M", "W", "E", "-"


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
    """Letters and signs right behind a day: `th`, `er`, `-го`."""
    known: frozenset[str]
    """Everything that is a word of its own here, so that longer words can be cut into them."""
    behind: frozenset[str] = attrs.field(init=False, default=attrs.Factory(_list_behind, takes_self=True))
    """All pieces that can stand right behind a number and belong to it."""
    attached: frozenset[str] = attrs.field(init=False, default=attrs.Factory(_list_attached, takes_self=True))
    """All pieces that can belong to what stands before or after them."""
    cuts: dict[str, list[tuple[str, int, int]]] = attrs.field(factory=dict, eq=False, repr=False)
    """Words that the lexer has cut, and the parts."""
    meanings: dict[str, Any] = attrs.field(factory=dict, eq=False, repr=False)
    """What the lexer has found pieces to be; it fills this as it meets them."""


_SHORTEST = 4  # letters of a month of another calendar in Latin script; `Ter` is more often another word
_NARROW = 5  # letters of a field that is printed in the narrow form, which few patterns have
_WIDTHS: tuple[str, ...] = ("wide", "abbreviated", "short")


@lru_cache(maxsize=256)
def load_vocabulary(name: str) -> Vocabulary:
    """Build the vocabulary of a CLDR locale, given in Babel's form (`pt_BR`); cached."""
    locale = load_locale(name)
    names: dict[tuple[str, ...], dict[tuple[str, int], int]] = defaultdict(dict)
    patterns = [*map(split_pattern, date_patterns(locale))]
    glue, units = _read_literals(patterns)
    glue |= _ends_of_intervals(locale)
    for pieces, kind, value in all_names_in(locale):
        names[pieces][kind, value] = 1
    words, phrases = arrange(names, glue | load_words().glue)
    links = (_find_links(locale, glue) | load_words().links.get(locale.language, frozenset())) - glue
    joints = {piece for style in STYLE_NAMES for piece in split_pieces(str(locale.datetime_formats[style]))}
    glue |= {piece for piece in joints if piece[0].isalpha()}
    return Vocabulary(
        words=words,
        phrases=phrases,
        glue=frozenset(glue | load_words().glue),
        printed_glue=frozenset(glue),
        links=frozenset(links),
        units=units,
        orders=tuple(dict.fromkeys(order for pattern in patterns if len(order := order_of(pattern)) == 3)),
        range_orders=_range_orders_of(locale),
        spellings=find_spellings(locale.language),
        number_words=first_words(find_spellings(locale.language)),
        ordinals=load_words().find_ordinals(locale.language),
        known=frozenset(parts_of(names) | glue | links | units.keys()),
    )


def first_words(spellings: Iterable[Spelling]) -> frozenset[str]:
    """Give the words with which numbers in words begin."""
    return frozenset(words[0] for spelling in spellings for words in spelling.values)


def parts_of(names: Iterable[tuple[str, ...]]) -> set[str]:
    """Give every word that stands in a name."""
    return {piece for pieces in names for piece in pieces if piece[0].isalpha()}


def _range_orders_of(locale: Locale) -> tuple[str, ...]:
    halves = (split_pattern(half) for pair in intervals_of(locale, "yMd").values() for half in pair)
    return tuple(dict.fromkeys(order for order in map(order_of, halves) if len(order) == 3))


def all_names_in(locale: Locale) -> Iterator[tuple[tuple[str, ...], str, int]]:
    """Give the names of a locale, and those of other calendars that do not mean something else in it."""
    own = set()
    for printed, value in load_words().months.get(locale.language, {}).items():
        own.add(pieces := split_pieces(printed))
        yield pieces, MONTH, value
    affixes = _affixes_in(locale)
    for pieces, kind, value in names_in(locale):
        own.add(pieces)
        yield pieces, kind, value
        for before, after in affixes.get(kind, ()):
            yield _attach(before, pieces, after), kind, value
    for printed, kind, value in calendar_names(fallback_chain(str(locale))):
        pieces = _split_name(printed)
        if pieces and pieces not in own and len("".join(pieces)) >= (_SHORTEST if printed.isascii() else 2):
            yield pieces, MONTH if kind == "months" else ERA, value
            for before, after in affixes.get(MONTH, ()) if kind == "months" else ():
                yield _attach(before, pieces, after), MONTH, value


def _affixes_in(locale: Locale) -> dict[str, list[tuple[str, str]]]:
    """Find, sorted, the letters that patterns print right before and behind names: Hebrew `ב` before months."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    halves = (half for _, pair in interval_patterns(locale) for half in pair)
    for parts in (*map(split_pattern, date_patterns(locale)), *halves):
        for before, part, after in zip((Part(""), *parts), parts, (*parts[1:], Part("")), strict=False):
            kind = MONTH if part.role == "m" else WEEKDAY if part.letter in ("E", "c") else ""
            affixes = (_letters_at(before.literal, last=True), _letters_at(after.literal, last=False))
            if kind:
                found[kind] |= {affixes, (affixes[0], ""), ("", affixes[1])} - {("", "")}
    return {kind: sorted(affixes) for kind, affixes in found.items()}


def _letters_at(literal: str, *, last: bool) -> str:
    """Give the letters with which a literal ends or begins."""
    pieces = split_pieces(literal)
    place = -1 if last else 0
    if not pieces or literal[place].isspace() or not pieces[place][0].isalpha():
        return ""
    letters = pieces[place]
    return "" if UNSPACED.search(letters) else letters  # words of such scripts are cut out of longer ones


def _attach(before: str, pieces: tuple[str, ...], after: str) -> tuple[str, ...]:
    return (before + pieces[0], *pieces[1:-1], pieces[-1] + after) if len(pieces) > 1 else (before + pieces[0] + after,)


def names_in(locale: Locale) -> Iterator[tuple[tuple[str, ...], str, int]]:
    """Give every name of a locale as pieces, with its kind and value; an abbreviation without its last dot."""
    widths = {MONTH: _WIDTHS, WEEKDAY: _WIDTHS}
    if any(part.role == "m" and part.width == _NARROW for one in date_patterns(locale) for part in split_pattern(one)):
        widths[MONTH] = (*_WIDTHS, "narrow")
    for kind, tables in ((MONTH, locale.months), (WEEKDAY, locale.days)):
        for context, width in product(("format", "stand-alone"), widths[kind]):
            for number, printed in (tables[context].get(width) or {}).items():
                pieces = _split_name(printed)
                if pieces and (kind == MONTH or not load_words().small.issuperset(pieces)):
                    yield pieces, kind, int(number)
    for width in ("wide", "abbreviated", "narrow"):
        for number, printed in (locale.eras.get(width) or {}).items():
            if len(pieces := _split_name(printed)) > 1 or len("".join(pieces)) > 1:
                yield pieces, ERA, int(number)


def _split_name(printed: str) -> tuple[str, ...]:
    pieces = [*split_pieces(printed)]
    while pieces and pieces[-1] == ".":
        pieces.pop()
    while pieces and len(pieces[0]) == 1 and not pieces[0].isalnum():
        pieces.pop(0)
    while len(pieces) > 1 and pieces[0] in load_words().articles and not pieces[1].isdecimal():
        pieces.pop(0)  # `de mayo` is told by `mayo`
    return () if all(piece.isdecimal() for piece in pieces) else tuple(pieces)


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


def _read_literals(patterns: Iterable[tuple[Part, ...]]) -> tuple[set[str], dict[str, str]]:
    """Collect the words between the fields, and those that stand right behind a numeric one."""
    glue: set[str] = set()
    units: dict[str, str] = {}
    for parts in patterns:
        for before, part in pairwise((Part(""), *parts)):
            words = [piece for piece in split_pieces(part.literal) if piece[0].isalpha()]
            glue.update(words)
            if words and part.literal[0].isalpha() and before.is_number:
                units.setdefault(words[0], before.role)
    return glue, units


def _ends_of_intervals(locale: Locale) -> set[str]:
    """Collect the words that stand before or behind an interval as a whole."""
    literals = (part.literal for _, (first, second) in interval_patterns(locale) for part in (*first[:1], *second[-1:]))
    return {piece for literal in literals for piece in split_pieces(literal) if piece[0].isalpha()}


def _find_links(locale: Locale, glue: set[str]) -> set[str]:
    """Find the words between the halves of intervals: the `至` of `y年M月d日至M月d日`."""
    links = set(split_pieces(str(locale.interval_formats[None])))
    for _, (first, second) in interval_patterns(locale):
        links.update(_border(first, second))
    return {link for link in links - glue if link[0].isalpha()}


def _border(first: tuple[Part, ...], second: tuple[Part, ...]) -> tuple[str, ...]:
    """What stands between the halves, without what ends both of them."""
    after = first[-1].literal if first else ""
    before, last = (second[0].literal, second[-1].literal) if second else ("", "")
    return split_pieces(f"{after.removeprefix(last.rstrip())}{before}")
