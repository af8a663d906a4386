"""What CLDR prints in the dates of one locale, in the pieces that are met in texts."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, product
from typing import TypeAlias

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
from declarations.language.dates.timeforms import find_starts
from declarations.language.dates.words import load_words
from declarations.language.locales import fallback_chain, load_locale

__all__ = ["ERA", "MONTH", "WEEKDAY", "Extract", "Meaning", "extract", "names_in"]

MONTH, WEEKDAY, ERA = "M", "W", "E"

Meaning: TypeAlias = tuple[tuple[str, ...], str, int]
"""The pieces of a name, its kind, and its number."""

_SHORTEST = 4  # letters of a month of another calendar in Latin script; `Ter` is more often another word
_LONG = 6  # letters of a name that is read without its accents too: a shorter one can become another word
_LATIN = re.compile("[a-zß-ɏ\u1e00-\u1eff\u0300-\u036f]+")
_NARROW = 5  # letters of a field that is printed in the narrow form, which few patterns have
_WIDTHS: tuple[str, ...] = ("wide", "abbreviated", "short")


@attrs.frozen(kw_only=True)
class Extract:
    """What a locale prints."""

    names: tuple[Meaning, ...]
    """Names of months, days of the week and eras, with all forms of each."""
    glue: frozenset[str]
    """Words that stand between the fields of its dates."""
    joints: frozenset[str]
    """Words between a date and a time of day."""
    links: frozenset[str]
    """Words between the two halves of its intervals, some of which may be glue too."""
    units: Mapping[str, str]
    """Words right after a number that tell its field."""
    orders: tuple[str, ...]
    """Orders of the fields in its patterns, the shortest pattern first."""
    range_orders: tuple[str, ...]
    """The same for intervals in digits."""
    time_starts: frozenset[str]
    """The letters and signs that can begin a time of day, in lower case, beside digits."""


def extract(name: str) -> Extract:
    """Read what a locale prints, given in Babel's form (`pt_BR`), out of the data of Babel."""
    locale = load_locale(name)
    patterns = [*map(split_pattern, date_patterns(locale))]
    glue, units = _read_literals(patterns)
    glue |= _ends_of_intervals(locale)
    joints = {piece for style in STYLE_NAMES for piece in split_pieces(str(locale.datetime_formats[style]))}
    return Extract(
        names=tuple(dict.fromkeys(_all_names_in(locale))),
        glue=frozenset(glue),
        joints=frozenset(piece for piece in joints if piece[0].isalpha()),
        links=frozenset(_find_links(locale)),
        units=units,
        orders=tuple(dict.fromkeys(order for pattern in patterns if len(order := order_of(pattern)) == 3)),
        range_orders=_range_orders_of(locale),
        time_starts=find_starts(locale),
    )


def _range_orders_of(locale: Locale) -> tuple[str, ...]:
    halves = (split_pattern(half) for pair in intervals_of(locale, "yMd").values() for half in pair)
    return tuple(dict.fromkeys(order for order in map(order_of, halves) if len(order) == 3))


def _all_names_in(locale: Locale) -> Iterator[tuple[tuple[str, ...], str, int]]:
    """Yield the names of a locale, and those of other calendars that do not mean something else in it."""
    names = [*_list_variants(locale.language), *names_in(locale)]
    own = {pieces for pieces, _, _ in names}
    yield from names
    affixes = _affixes_in(locale)
    for pieces, kind, value in names:
        bare = tuple(map(_take_accents_off, pieces))
        if bare not in own and len("".join(bare)) >= _LONG:
            yield bare, kind, value
        for before, after in affixes.get(kind, ()):
            yield _attach(before, pieces, after), kind, value
    for printed, kind, value in calendar_names(fallback_chain(str(locale))):
        pieces = _split_name(printed)
        if pieces and pieces not in own and len("".join(pieces)) >= (_SHORTEST if printed.isascii() else 2):
            yield pieces, MONTH if kind == "months" else ERA, value
            for before, after in affixes.get(MONTH, ()) if kind == "months" else ():
                yield _attach(before, pieces, after), MONTH, value


def _list_variants(language: str) -> Iterator[Meaning]:
    """Yield the names of a language that CLDR does not have."""
    for field, kind in (("months", MONTH), ("weekdays", WEEKDAY), ("eras", ERA)):
        for printed, value in load_words().names[field].get(language, {}).items():
            yield split_pieces(printed), kind, value


def _take_accents_off(piece: str) -> str:
    """Return a piece in Latin letters as it is typed without accents."""
    if piece.isascii() or not _LATIN.fullmatch(piece):
        return piece
    return "".join(char for char in unicodedata.normalize("NFD", piece) if not unicodedata.combining(char))


def _affixes_in(locale: Locale) -> dict[str, list[tuple[str, str]]]:
    """Find, sorted, the letters that patterns print right before and after names: Hebrew `ב` before months."""
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
    """Return the letters with which a literal ends or begins."""
    pieces = split_pieces(literal)
    place = -1 if last else 0
    if not pieces or literal[place].isspace() or not pieces[place][0].isalpha():
        return ""
    letters = pieces[place]
    return "" if UNSPACED.search(letters) else letters  # words of such scripts are cut out of longer ones


def _attach(before: str, pieces: tuple[str, ...], after: str) -> tuple[str, ...]:
    return (before + pieces[0], *pieces[1:-1], pieces[-1] + after) if len(pieces) > 1 else (before + pieces[0] + after,)


def names_in(locale: Locale) -> Iterator[tuple[tuple[str, ...], str, int]]:
    """Yield every name of a locale as pieces, with its kind and value; an abbreviation without its last dot."""
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


def _read_literals(patterns: Iterable[tuple[Part, ...]]) -> tuple[set[str], dict[str, str]]:
    """Collect the words between the fields, and those that stand right after a numeric one."""
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
    """Collect the words that stand before or after an interval as a whole."""
    literals = (part.literal for _, (first, second) in interval_patterns(locale) for part in (*first[:1], *second[-1:]))
    return {piece for literal in literals for piece in split_pieces(literal) if piece[0].isalpha()}


def _find_links(locale: Locale) -> set[str]:
    """Find the words between the halves of intervals: the `至` of `y年M月d日至M月d日`."""
    links = set(split_pieces(str(locale.interval_formats[None])))
    for _, (first, second) in interval_patterns(locale):
        links.update(_border(first, second))
    return {link for link in links if link[0].isalpha()}


def _border(first: tuple[Part, ...], second: tuple[Part, ...]) -> tuple[str, ...]:
    """What stands between the halves, without what ends both of them."""
    after = first[-1].literal if first else ""
    before, last = (second[0].literal, second[-1].literal) if second else ("", "")
    return split_pieces(f"{after.removeprefix(last.rstrip())}{before}")
