"""What is known of the locale that a date is printed in, and what decides where nothing in the date does."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache, partial
from typing import TypeAlias

import attrs
from babel import Locale

from declarations.errors import ValidationError
from declarations.language.dates.eras import find_counting
from declarations.language.dates.index import common_language, common_orders, list_tags, load_everywhere
from declarations.language.dates.lexing import Token
from declarations.language.dates.usual import UsualDates, load_usual_dates
from declarations.language.dates.vocabulary import Vocabulary, load_vocabulary
from declarations.language.dates.weighing import Outcome, Usage, weigh
from declarations.language.locales import find_locale
from declarations.validation import check_integer, quote

__all__ = ["SAME_SIGNS", "Known", "check_order", "check_year", "know", "know_by_sign"]

SAME_SIGNS = re.compile(r"\d[\s\u200e\u200f]?([./-])[\s\u200e\u200f]?\d{1,2}[\s\u200e\u200f]?\1[\s\u200e\u200f]?\d")
"""Three numbers with one sign between them, as in a date of digits."""
_ORDERS = ("dmy", "mdy", "ymd", "ydm", "any")
_MOST_WEIGHED = 4096
_LAST_HUNDRED = 9900

Weighed: TypeAlias = tuple[Sequence[Token], tuple[Outcome, ...]]
"""A row of tokens, and the ways to read it."""


@attrs.frozen(kw_only=True)
class Known:
    """The words to read with, and how the locales that print them write dates."""

    vocabulary: Vocabulary
    usage: Usage
    locale: Locale | None = None
    """The one locale; None for all of them."""
    established: int = -1
    """The locales whose meaning of a name goes before that of others."""
    is_strict: bool = False
    """Whether words of other locales are not believed."""

    name: str | None = None
    """Its name as Babel has it, `pt_BR`."""
    tags: tuple[str, ...] = ()
    """Its tag."""
    load_usual: Callable[[], UsualDates] | None = None
    """What loads the usual dates of the one locale; None if nothing decides the order of digits."""
    weighed: dict[tuple[int, ...], Weighed] = attrs.field(init=False, factory=dict, eq=False, repr=False)
    """What rows of tokens came to, by the identities of the tokens."""
    is_open: bool = False
    """Whether nothing decides the order of digits."""
    earliest: int | None = None
    """The first of the hundred years in which years of two digits lie."""

    def weigh(self, tokens: Sequence[Token]) -> tuple[Outcome, ...]:
        """Return what a row of tokens comes to; a row that was weighed before is not weighed again."""
        key = tuple(map(id, tokens))
        weighed = self.weighed.get(key)
        if weighed is None:
            if len(self.weighed) >= _MOST_WEIGHED:
                self.weighed.clear()
            # the tokens are kept, so that no other can get the identity of one of them
            weighed = self.weighed[key] = tokens, weigh(tokens, self.usage, self.earliest)
        return weighed[1]

    def list_tags(self, locales: int) -> tuple[str, ...]:
        """Return the tags of a set of locales; none if it holds all."""
        return self.tags or (() if locales == -1 else list_tags(locales))


def check_order(order: str | None) -> tuple[str, ...]:
    """Return the order as a tuple, empty for None; raise `ValidationError` for one that no one uses."""
    if order is None:
        return ()
    if order not in _ORDERS:
        raise ValidationError(f"{quote(order)} is no order of dates", hint=f"give one of {', '.join(_ORDERS)}")
    return (order,)


def check_year(earliest: int | None) -> int | None:
    """Return the first of a hundred years; raise `ValidationError` for one that there is not."""
    if earliest is not None:
        check_integer(earliest, "earliest_year", 1, _LAST_HUNDRED)
    return earliest


@lru_cache(maxsize=512)
def know(locale: str | None, orders: tuple[str, ...], earliest: int | None = None, *, is_strict: bool = False) -> Known:
    """Bring together what is needed to read dates of a locale, or of all; given orders go before its own."""
    is_open = orders == ("any",)
    orders = () if is_open else orders
    if locale is None:
        everywhere = load_everywhere()

        def usage(locales: int) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
            if locales == -1:
                return orders, (), None
            return orders or common_orders(locales), (), common_language(locales)

        return Known(
            vocabulary=everywhere.vocabulary,
            usage=usage,
            established=everywhere.established,
            is_open=not orders,
            is_strict=is_strict,
            earliest=earliest,
        )
    found = find_locale(locale)
    name = str(found)
    vocabulary = load_vocabulary(name)
    counting = find_counting(found.language, found.territory)
    always = (orders or vocabulary.orders, orders or vocabulary.range_orders, counting)
    load_usual = None if is_open else cache(partial(load_usual_dates, name, *always))
    return Known(
        vocabulary=vocabulary,
        usage=(lambda _: ((), (), counting)) if is_open else lambda _: always,
        locale=found,
        name=name,
        tags=(name.replace("_", "-"),),
        is_open=is_open,
        is_strict=is_strict,
        earliest=earliest,
        load_usual=load_usual,
    )


def know_by_sign(known: Known, text: str) -> Known:
    """Let the sign between the numbers of a date decide their order, if nothing else does: dots stand in `dmy`."""
    if not known.is_open or not (found := SAME_SIGNS.search(text)):
        return known
    everywhere = load_everywhere()
    order = (everywhere.separators if found[0].isascii() else everywhere.native_separators).get(found[1])
    if not order:
        return known
    return know(known.tags[0] if known.tags else None, (order,), known.earliest, is_strict=known.is_strict)
