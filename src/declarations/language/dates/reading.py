"""A date as it is printed, read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache, partial, reduce
from operator import or_
from typing import Any, TypeAlias

import attrs
from babel import Locale

from declarations.arguments import check_arguments
from declarations.errors import DateError, ValidationError
from declarations.findings import Finding
from declarations.language.dates.doubts import report_doubts
from declarations.language.dates.eras import COUNTING, GREGORIAN, NOT_COUNTING
from declarations.language.dates.index import common_language, common_orders, list_tags, load_everywhere
from declarations.language.dates.lexing import UNKNOWN, Token, lex
from declarations.language.dates.pieces import cut_pieces
from declarations.language.dates.times import find_time
from declarations.language.dates.timestamps import looks_written_by_machine, parse_timestamp
from declarations.language.dates.usual import UsualDates, load_usual_dates
from declarations.language.dates.vocabulary import Vocabulary, load_vocabulary
from declarations.language.dates.weighing import Outcome, Usage, weigh
from declarations.language.locales import find_locale
from declarations.model import DateRange, PartialDate
from declarations.validation import quote

__all__ = [
    "SAME_SIGNS",
    "DateReading",
    "Known",
    "check_order",
    "describe",
    "know",
    "know_by_sign",
    "parse_date",
    "read_by_tokens",
]

_LONGEST = 250
_AROUND_TIME = " ,،"
_DASH = "–"
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
SAME_SIGNS = re.compile(r"\d[\s\u200e\u200f]?([./-])[\s\u200e\u200f]?\d{1,2}[\s\u200e\u200f]?\1[\s\u200e\u200f]?\d")
"""Three numbers with one sign between them, as in a date of digits."""
_ORDERS = ("dmy", "mdy", "ymd", "ydm", "any")
_MOST_WEIGHED = 4096

Weighed: TypeAlias = tuple[Sequence[Token], tuple[Outcome, ...]]
"""A row of tokens, and the ways to read it."""


@attrs.frozen(kw_only=True)
class DateReading:
    """What a printed date says, and what is doubtful about it."""

    text: str
    """As printed."""
    date: PartialDate | DateRange | None
    """The date, no more precise than it is printed; None if it cannot be decided or is no day of the calendar."""
    time: dt.time | None = None
    """The time of day, if one is printed, with an offset only if one is."""
    alternatives: tuple[PartialDate | DateRange, ...] = ()
    """All dates that it can mean, if there is more than one."""
    calendar: str = GREGORIAN
    """The calendar that it is printed in, by its CLDR id: `gregorian`, `buddhist`, `islamic`, `hebrew` …"""
    locales: tuple[str, ...] = ()
    """Tags of the CLDR locales that print it so, without those whose parent is named; none if any can."""
    findings: tuple[Finding, ...] = ()
    """What is doubtful: no such day, a wrong day of the week, several meanings, another calendar."""


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

    def weigh(self, tokens: Sequence[Token]) -> tuple[Outcome, ...]:
        """Return what a row of tokens comes to; a row that was weighed before is not weighed again."""
        key = tuple(map(id, tokens))
        weighed = self.weighed.get(key)
        if weighed is None:
            if len(self.weighed) >= _MOST_WEIGHED:
                self.weighed.clear()
            # the tokens are kept, so that no other can get the identity of one of them
            weighed = self.weighed[key] = tokens, weigh(tokens, self.usage)
        return weighed[1]

    def list_tags(self, locales: int) -> tuple[str, ...]:
        """Return the tags of a set of locales; none if it holds all."""
        return self.tags or (() if locales == -1 else list_tags(locales))


@check_arguments
def parse_date(text: str, *, locale: str | None = None, order: str | None = None) -> DateReading:
    """Read a text that is one date, such as `Friday, March 7th, 2025`, `٧ مارس ٢٠٢٥` or `9–11 juillet 2014`.

    It may hold the day of the week, a time of day, a range, a partial date; ISO 8601 and RFC 5322 are read too.
    `locale` is the BCP 47 tag of the locale it is most likely printed in; names of other locales are read all the
    same. `order` (`dmy`, `mdy`, `ymd`) decides dates of digits only; without it the locale does, and without both,
    or with `any`, a date that can be read in two ways has no `date` but `alternatives`. `2025-03-07` has two readings
    nowhere: it is a date of ISO 8601, whatever the order of a locale.

    Raises `DateError` if the text is no date, `LocaleError` for an unknown locale and `ValidationError` for an
    unknown order. Nothing is filled in from today.
    """
    orders = check_order(order)
    stripped = text.strip()
    if len(stripped) <= _LONGEST:
        if looks_written_by_machine(stripped) and (stamp := parse_timestamp(stripped)):
            return DateReading(text=text, date=stamp[0], time=stamp[1])
        if _ISO.fullmatch(stripped) and (iso := _read_iso(stripped, locale, order)):
            return iso if stripped == text else attrs.evolve(iso, text=text)
        reading = read_with(stripped, know(locale, orders))
        if reading is None and locale is not None:
            reading = read_with(stripped, know(None, orders))
        if reading is not None:
            return reading if stripped == text else attrs.evolve(reading, text=text)
    raise DateError(
        f"{quote(text)} is no date in any form that CLDR or ISO 8601 has",
        hint="give the date alone, or use find_dates for dates inside a text",
    )


def _read_iso(text: str, locale: str | None, order: str | None) -> DateReading | None:
    """Read a date of ISO 8601, whatever the order of a locale; but not one whose year the locale counts otherwise."""
    found = find_locale(locale) if locale is not None else None
    _, low, high, _ = COUNTING.get(found.language if found else "", NOT_COUNTING)
    if order == "ydm" or low <= int(text[:4]) <= high or not (stamp := parse_timestamp(text)):
        return None
    return DateReading(text=text, date=stamp[0], locales=(str(found).replace("_", "-"),) if found else ())


def check_order(order: str | None) -> tuple[str, ...]:
    """Return the order as a tuple, empty for None; raise `ValidationError` for one that no one uses."""
    if order is None:
        return ()
    if order not in _ORDERS:
        raise ValidationError(f"{quote(order)} is no order of dates", hint=f"give one of {', '.join(_ORDERS)}")
    return (order,)


@lru_cache(maxsize=512)
def know(locale: str | None, orders: tuple[str, ...], *, is_strict: bool = False) -> Known:
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
        )
    found = find_locale(locale)
    name = str(found)
    vocabulary = load_vocabulary(name)
    always = (orders or vocabulary.orders, orders or vocabulary.range_orders, found.language)
    load_usual = None if is_open else cache(partial(load_usual_dates, name, *always))
    return Known(
        vocabulary=vocabulary,
        usage=(lambda _: ((), (), found.language)) if is_open else lambda _: always,
        locale=found,
        name=name,
        tags=(name.replace("_", "-"),),
        is_open=is_open,
        is_strict=is_strict,
        load_usual=load_usual,
    )


def read_with(text: str, known: Known) -> DateReading | None:
    """Read a date in the usual way of its locale, else by tokens."""
    return (known.load_usual and _read_usual(text, known, known.load_usual())) or read_by_tokens(text, known)


def _read_usual(text: str, known: Known, usual: UsualDates) -> DateReading | None:
    """Read one of the usual dates of a locale, with the time of day if there is one."""
    if _DASH in text:
        return None  # a range
    if ":" not in text:
        date = usual.read(text)
        return DateReading(text=text, date=date, locales=known.tags) if date else None
    if not (time := find_time(text, known.name)):
        return None
    date = usual.read(f"{text[: time.start]} {text[time.end :]}".strip(_AROUND_TIME))
    is_day = date is not None and date.day is not None
    return DateReading(text=text, date=date, time=time.time, locales=known.tags) if is_day else None


def read_by_tokens(text: str, known: Known) -> DateReading | None:
    """Read a date piece by piece, whatever its form."""
    known = know_by_sign(known, text)
    tokens, _ = lex(cut_pieces(text), known.vocabulary)
    reading = read_tokens(tokens, known, text)
    if (reading is None or reading.findings or ":" in text) and (time := find_time(text, known.name)):
        rest = [*cut_pieces(text[: time.start]), *cut_pieces(text[time.end :])]
        timed = read_tokens(lex(rest, known.vocabulary)[0], known, text)
        if timed and _is_day(timed.date):
            return attrs.evolve(timed, time=time.time)
    return reading or _delegate(text, tokens, known)


def know_by_sign(known: Known, text: str) -> Known:
    """Let the sign between the numbers of a date decide their order, if nothing else does: dots stand in `dmy`."""
    if not known.is_open or not (found := SAME_SIGNS.search(text)):
        return known
    everywhere = load_everywhere()
    order = (everywhere.separators if found[0].isascii() else everywhere.native_separators).get(found[1])
    return know(known.tags[0] if known.tags else None, (order,), is_strict=known.is_strict) if order else known


def _is_day(date: PartialDate | DateRange | None) -> bool:
    return date is None or (isinstance(date, PartialDate) and date.day is not None)


def _delegate(text: str, tokens: Sequence[Token], known: Known) -> DateReading | None:
    """Read with the words of one locale that has the names in it, since it knows the words around times too."""
    locales = -1
    for token in tokens:
        if len(token.names) == 1:
            locales &= token.names[0].locales
    if known.locale is not None or locales in (0, -1):
        return None
    return read_with(text, know(list_tags(locales)[0], ()))


def read_tokens(tokens: Sequence[Token], known: Known, text: str) -> DateReading | None:
    """Read a row of tokens that is one date; None if it is none."""
    first, last = 0, len(tokens)
    while first < last and tokens[last - 1].code in "Rrh":
        last -= 1
    while first < last and tokens[first].code in "Rrh":
        first += 1
    if first == last or UNKNOWN in tokens:
        return None
    outcomes = weigh(tokens[first:last], known.usage)
    return DateReading(**describe(outcomes, known, text)) if outcomes else None


def describe(outcomes: Sequence[Outcome], known: Known, text: str) -> dict[str, Any]:
    """Return the fields of what the ways to read a date come to: one date, or several between which nothing decides."""
    first = outcomes[0]
    if len(outcomes) == 1 and not first.is_doubtful:
        return {"text": text, "date": first.date, "locales": known.list_tags(first.locales)}
    outcomes = [outcome for outcome in outcomes if outcome.locales & known.established] or outcomes
    dates = tuple(dict.fromkeys(outcome.date for outcome in outcomes if outcome.date is not None))
    locales = reduce(or_, (outcome.locales for outcome in outcomes))
    is_decided = len(dates) == 1 and not first.is_short
    return {
        "text": text,
        "date": dates[0] if is_decided else None,
        "alternatives": () if is_decided else dates,
        "calendar": first.calendar,
        "locales": known.list_tags(locales),
        "findings": tuple(report_doubts(first, dates, is_decided=is_decided, text=text)),
    }
