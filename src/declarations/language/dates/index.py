"""The names of all CLDR locales in one vocabulary, for dates whose language is not known."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

import attrs
import babel
from babel import Locale, localedata

from declarations.language.dates.extracts import load_extract
from declarations.language.dates.patterns import date_patterns, order_of, split_pattern
from declarations.language.dates.pieces import UNSPACED
from declarations.language.dates.spelling import find_spellings
from declarations.language.dates.vocabulary import Vocabulary, arrange, first_words, make_vocabulary, parts_of
from declarations.language.dates.words import load_words
from declarations.language.locales import available_locales, fallback_chain, load_locale
from declarations.language.numbering import find_numbering
from declarations.language.resources import find_resource

__all__ = [
    "INDEX_FILE",
    "Everywhere",
    "build_index",
    "common_language",
    "common_orders",
    "languages_of",
    "list_tags",
    "load_everywhere",
    "usual_order",
]

INDEX_FILE = "names.json"
"""Where the build of the package puts the index, so that not every process has to read all of CLDR."""

_AGREEMENT = 0.9  # share of locales that makes an order the usual one
_COVERED = 300  # names of languages in a locale that CLDR covers well


@attrs.frozen(kw_only=True)
class Everywhere:
    """The vocabulary of all locales, and what the sets in it mean."""

    vocabulary: Vocabulary
    """All names; it has no orders."""
    locales: tuple[str, ...]
    """The tags of the locales, in the order of the bits; also of those that no set holds."""
    orders: tuple[tuple[str, ...], ...]
    """For each locale the orders of the fields in its patterns."""
    separators: Mapping[str, str]
    """Signs between the numbers of dates that tell the order of day and month: after dots and hyphens it is `dmy`."""
    native_separators: Mapping[str, str]
    """The same in digits that are not Latin."""
    established: int
    """The set of locales that CLDR covers well; they decide where a rare language has another meaning for a name."""


@cache
def load_everywhere() -> Everywhere:
    """Load the index that the package was built with; read all of CLDR, which takes seconds, if there is none.

    An index that was built with another version of Babel is good enough, since it only tells which locales to think
    of; those that the Babel at hand does not have are left out.
    """
    index = _read_index() or build_index()
    names: dict[tuple[str, ...], dict[tuple[str, int], int]] = defaultdict(dict)
    present = _find_present(index["locales"])
    sets = [-1 if (members := int(digits, 16) & present) == present else members for digits in index["sets"]]
    for pieces, kind, value, number in index["names"]:
        if sets[number]:
            names[tuple(pieces)][kind, value] = sets[number]
    glue, links, units = set(index["glue"]), set(index["links"]), index["units"]
    words, phrases = arrange(names, glue | load_words().glue)
    return Everywhere(
        vocabulary=Vocabulary(
            words=words,
            phrases=phrases,
            glue=frozenset(glue | load_words().glue),
            printed_glue=frozenset(glue),
            links=frozenset(links - load_words().glue),
            units=units,
            orders=(),
            range_orders=(),
            spellings=find_spellings(None),
            number_words=first_words(find_spellings(None)),
            ordinals=load_words().ordinals[None],
            time_starts=frozenset(),
            known=frozenset(parts_of(names) | glue | _list_unspaced() | links | units.keys()),
        ),
        locales=tuple(index["locales"]),
        orders=tuple(map(tuple, index["orders"])),
        separators=index["separators"],
        native_separators=index["native_separators"],
        established=int(index["established"], 16) & present,
    )


def _list_unspaced() -> set[str]:
    """Return the words between fields that are printed without spaces."""
    return {word for word in load_words().glue if UNSPACED.search(word)}


def _find_present(tags: Iterable[str]) -> int:
    """Return the set of those locales that the Babel at hand has."""
    known = frozenset(available_locales())
    return sum((tag in known) << bit for bit, tag in enumerate(tags))


def _read_index() -> dict[str, Any] | None:
    file = find_resource("declarations.language.dates", INDEX_FILE)
    return json.loads(file.read_text("utf-8")) if file.is_file() else None


def build_index() -> dict[str, Any]:
    """Read all of CLDR; it takes seconds, and what it gives can be written as JSON."""
    locales = sorted(localedata.locale_identifiers())
    names: dict[tuple[tuple[str, ...], str, int], int] = defaultdict(int)
    glue: set[str] = set()
    links: set[str] = set()
    units: dict[str, str] = {}
    orders = []
    established = 0
    for bit, name in enumerate(locales):
        printed = load_extract(name)
        for meaning in printed.names:
            names[meaning] |= 1 << bit
        vocabulary = make_vocabulary(printed, name.partition("_")[0])
        glue |= vocabulary.glue - load_words().glue
        links |= vocabulary.links
        units |= {word: role for word, role in vocabulary.units.items() if UNSPACED.match(word)}
        orders.append(vocabulary.orders)
        established |= (len(load_locale(name).languages) >= _COVERED) << bit
    sets = {number: place for place, number in enumerate(dict.fromkeys(names.values()))}
    return {
        "babel": babel.__version__,
        "locales": [name.replace("_", "-") for name in locales],
        "sets": [f"{number:x}" for number in sets],
        "names": [(*meaning, sets[number]) for meaning, number in names.items()],
        "glue": sorted(glue),
        "links": sorted(links),
        "units": units,
        "orders": orders,
        "separators": _find_separators(locales),
        "native_separators": _find_separators([name for name in locales if _has_digits(load_locale(name))]),
        "established": f"{established:x}",
    }


def _has_digits(locale: Locale) -> bool:
    """Return whether a locale has digits of its own."""
    return find_numbering("native", locale) != "latn"


def _find_separators(locales: list[str]) -> dict[str, str]:
    """Find the signs after which nearly all locales that print the year last print day and month in one order."""
    voters: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name in locales:
        for parts in map(split_pattern, date_patterns(load_locale(name))):
            signs = {part.literal.strip("\u200e\u200f ") for part in parts if part.literal} - {""}
            if len(signs) == 1 and all(part.is_number for part in parts if part.letter):
                voters[signs.pop()][order_of(parts)].add(name)
    found = {}
    for sign in "./-":
        counts = {order: len(voters[sign][order]) for order in ("dmy", "mdy")}
        order = max(counts, key=counts.__getitem__)
        if counts[order] > _AGREEMENT * sum(counts.values()):
            found[sign] = order
    return found


@lru_cache(maxsize=4096)
def _parents(tag: str) -> tuple[str, ...]:
    return fallback_chain(tag)[1:]


@lru_cache(maxsize=4096)
def list_tags(members: int) -> tuple[str, ...]:
    """Return the tags of a set of locales, without those whose parent is in it too; none for most of all locales."""
    if members.bit_count() > len(load_everywhere().locales) // 2:
        return ()
    tags = {tag for bit, tag in enumerate(load_everywhere().locales) if members >> bit & 1}
    return tuple(sorted(tag for tag in tags if not tags.intersection(_parents(tag))))


@lru_cache(maxsize=4096)
def common_orders(members: int) -> tuple[str, ...]:
    """Return the orders of fields in which all locales of a set agree; none if they do not."""
    some = {orders for bit, orders in enumerate(load_everywhere().orders) if members >> bit & 1}
    return some.pop() if len(some) == 1 else ()


@lru_cache(maxsize=4096)
def common_language(members: int) -> str | None:
    """Return the language of a set of locales; None if it holds several."""
    some = languages_of(members)
    return next(iter(some)) if len(some) == 1 else None


@lru_cache(maxsize=4096)
def languages_of(members: int) -> frozenset[str]:
    """Return the languages of a set of locales."""
    tags = load_everywhere().locales
    return frozenset(tag.partition("-")[0] for bit, tag in enumerate(tags) if members >> bit & 1)


@lru_cache(maxsize=256)
def usual_order(language: str) -> str | None:
    """Return the order (`dmy`) in which a language prints dates of digits; None if its countries do not agree."""
    primary = language.partition("-")[0]
    everywhere = load_everywhere()
    orders = {
        orders[0]
        for tag, orders in zip(everywhere.locales, everywhere.orders, strict=True)
        if tag.partition("-")[0] == primary and orders
    }
    return orders.pop() if len(orders) == 1 else None
