"""Dates inside running text.

Every date has a year, so the search looks for what can be one and reads around it; a text without years costs
nothing but looking. Years alone are no dates, nor are numbers in the shape of document symbols and versions.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from declarations.arguments import check_arguments
from declarations.language.dates.anchors import decide_order, find_anchors, find_window, match_iso
from declarations.language.dates.lexing import lex
from declarations.language.dates.pieces import span_pieces
from declarations.language.dates.reading import (
    SAME_SIGNS,
    DateReading,
    Known,
    check_order,
    describe,
    know,
    know_by_sign,
)
from declarations.language.dates.times import TimeMatch, find_time, match_time
from declarations.language.dates.timestamps import parse_timestamp
from declarations.language.dates.trust import Row, can_end, is_meant
from declarations.language.dates.vocabulary import MONTH
from declarations.language.dates.weighing import weigh
from declarations.language.dates.words import load_words
from declarations.model import PartialDate

__all__ = ["DateMatch", "find_dates"]

_MOST_TOKENS = 9  # on each side of a year
_WIDEST, _MOST_BETWEEN = 24, 4  # characters, and signs and words, between two fields
_STRANGE = ("nXY", "XnY", "YXn", "YnX")
_STRANGE_PAIRS = ("NXY", "XNY", "YXN", "YNX")
_TIME_BEFORE = 30


@attrs.frozen(kw_only=True)
class DateMatch(DateReading):
    """A date found in a text."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last."""


@check_arguments
def find_dates(text: str, *, locale: str | None = None, order: str | None = None) -> tuple[DateMatch, ...]:
    """Find the dates in a text, in order; with them the day of the week and the time of day beside them.

    `locale` is the BCP 47 tag of the language of the text, if known: a hint, since names of other languages are
    read too. `order` (`dmy`, `mdy`, `ymd`) decides dates of digits only; without it the other dates of the text do,
    then the locale; `any` keeps the locale from it. Found are dates that say at least a month and a year, and
    `2025年`. Raises `LocaleError` and `ValidationError` as `parse_date` does.
    """
    orders = check_order(decide_order(text) or order if order in (None, "any") else order)
    known = know(locale, orders)
    found: list[DateMatch] = []
    end = 0
    for anchor in find_anchors(text, known.locale.language if known.locale else None):
        if anchor >= end and (match := _match_machine(text, anchor) or _match(text, anchor, end, known, orders)):
            found.append(match)
            end = match.end
    return tuple(found)


def _match_machine(text: str, anchor: int) -> DateMatch | None:
    printed = match_iso(text, anchor)
    if printed is None or not (stamp := parse_timestamp(printed)):
        return None
    return DateMatch(text=printed, date=stamp[0], time=stamp[1], start=anchor, end=anchor + len(printed))


def _match(text: str, anchor: int, floor: int, known: Known, orders: tuple[str, ...]) -> DateMatch | None:
    """Read the longest date around a year, with the words of the locale, and of all where it has a strange one."""
    window = find_window(text, anchor, floor)
    row = _lex(text, window, known)
    center = _find_center(row, anchor)
    if center is None:
        return None
    match = _read_around(row, center, known, floor)
    is_strange = _has_strange_word(row, center) if match is None else text[match.start - 1 : match.start] == "/"
    if known.locale is None or not is_strange:
        return match
    # in a text whose language is known, words of a rare one are more often something else
    known = attrs.evolve(know(None, orders), is_strict=True)
    row = _lex(text, window, known)
    center = _find_center(row, anchor)
    wider = None if center is None else _read_around(row, center, known, floor)
    return max(filter(None, (match, wider)), key=lambda one: one.end - one.start, default=None)


def _lex(text: str, window: tuple[int, int], known: Known) -> Row:
    pieces, spans = span_pieces(text, *window)
    tokens, places = lex(pieces, known.vocabulary, spans)
    return Row(text, tokens, [(spans[first][0], spans[last][1]) for first, last in places])


def _find_center(row: Row, anchor: int) -> int | None:
    """Give the token that can be the year at an offset."""
    center = next((index for index, span in enumerate(row.spans) if span[0] <= anchor < span[1]), None)
    return center if center is not None and row.tokens[center].code in "nYa" else None


def _has_strange_word(row: Row, center: int) -> bool:
    """Whether an unknown word stands where the month of a date with this year would."""
    around = range(max(center - 2, 0), min(center + 3, len(row.tokens)))
    codes = "".join("Y" if index == center else row.tokens[index].code for index in around)
    if any(shape in codes for shape in _STRANGE_PAIRS):  # `March/مارس 2020`
        return "/" in row.text[row.spans[around[0]][0] : row.spans[around[-1]][1]]
    return any(shape in codes for shape in _STRANGE)


def _read_around(row: Row, center: int, known: Known, floor: int) -> DateMatch | None:
    for one, two in _stretches(row, center):
        part = row.cut(one, two)
        known = know_by_sign(known, row.text[part.start : part.end])
        outcomes = [outcome for outcome in weigh(part.tokens, known.usage) if is_meant(outcome, part, known)]
        if outcomes:
            end = _close(row.text, part.start, part.end)
            reading = describe(outcomes, known, row.text[part.start : end])
            return _with_time(reading, row.text, (floor, part.start, end), known)
    return None


def _stretches(row: Row, center: int) -> Iterator[tuple[int, int]]:
    """Give the rows of tokens around a year that can be a date, the longest first."""
    first = last = center
    while first > 0 and center - first < _MOST_TOKENS and _is_near(row, first - 1):
        first -= 1
    while last + 1 < len(row.tokens) and last - center < _MOST_TOKENS and _is_near(row, last):
        last += 1
    last = _end_before_addition(row, first, center, last)
    inside = range(first, last + 1)
    telling = {index for index in inside if row.has(index, MONTH) or row.tokens[index].code in "abc"}
    numbers = _find_digits(row, first, last)
    if not telling and not numbers:
        return
    ends = [index for index in inside if can_end(row, index)]
    rows = [(one, two + 1) for one in ends if one <= center for two in ends if two >= center]
    for one, two in sorted(rows, key=lambda stretch: (stretch[0] - stretch[1], stretch[1])):
        tells = not telling.isdisjoint(range(one, two)) or len(numbers.intersection(range(one, two))) > 2
        if tells and not _cuts_year(row, one, two, last) and not _cuts_time(row, one, two):
            yield one, two


def _find_digits(row: Row, first: int, last: int) -> set[int]:
    """Give the numbers that can be a date of digits: three with one sign between them, perhaps twice."""
    spans = [found.span() for found in SAME_SIGNS.finditer(row.text, row.spans[first][0], row.spans[last][1])]
    return {
        index
        for index in range(first, last + 1)
        if row.tokens[index].code in "nY"
        and any(one < row.spans[index][1] and row.spans[index][0] < two for one, two in spans)
    }


def _is_near(row: Row, index: int) -> bool:
    """Whether a token and the next one can be of one date: nothing strange and little stands between them."""
    if row.tokens[index].code == "X" or row.tokens[index + 1].code == "X":
        return False
    gap = row.gap(index)
    opens, closes = (any(sign in gap for sign in signs) for signs in ("([（", ")]）"))
    is_inside = (opens and not row.tokens[index + 1].names) or (closes and not row.tokens[index].names)
    if is_inside:
        return False  # `December 2024 (4)`: in brackets stands at most the day of the week
    return ":" not in gap and len(gap) <= _WIDEST and len(gap.split()) <= _MOST_BETWEEN


def _cuts_year(row: Row, one: int, two: int, last: int) -> bool:
    """Whether a stretch leaves out its own year, having taken the one before it: `2014. 7 March 2015`."""
    codes = [token.code for token in row.tokens]
    return two <= last and codes[one] == "Y" and codes[two] == "Y" and codes[two - 1] != "Y"


def _cuts_time(row: Row, one: int, two: int) -> bool:
    """Whether a stretch takes half of a time of day."""
    start, end = row.spans[one][0], row.spans[two - 1][1]
    return ":" in (row.text[end : end + 1], row.text[max(start - 1, 0) : start])


def _end_before_addition(row: Row, first: int, center: int, last: int) -> int:
    """Give the last token before a word that adds another whole date: `7 May 2015 and 3 June 2016` is no range."""
    words = load_words()
    years = [index for index in range(center + 1, last + 1) if row.tokens[index].code in "Ya"]
    added = (
        index
        for index in range(center + 1, years[-1] if years else center)
        if row.tokens[index].code == "r" and row.word(index).casefold() in words.additions
    )
    end = next(added, None)
    if end is None:
        return last
    before = row.text[max(row.spans[first][0] - _WIDEST, 0) : row.spans[first][0]].casefold()
    return end - 1 if words.between.isdisjoint(before.split()) else last


def _close(text: str, start: int, end: int) -> int:
    """Take in the bracket that closes behind a date what opens in it: `7日(金)`."""
    opened = [index for index in (text.rfind("(", start, end), text.rfind("（", start, end)) if index >= 0]
    is_open = opened and not any(sign in text[max(opened) : end] for sign in ")）")
    return end + 1 if is_open and text[end : end + 1] in (")", "）") else end


def _with_time(reading: DateReading, text: str, place: tuple[int, int, int], known: Known) -> DateMatch:
    """Add the time of day behind a date, or before it, but none that the date before has taken."""
    time = None
    floor, start, end = place
    floor = max(start - _TIME_BEFORE, floor)
    if isinstance(reading.date, PartialDate) and reading.date.day is not None:
        joiner = load_words().joints.match(text, end)
        if joiner and (found := match_time(text, joiner.end(), known.locale)):
            end, time = found.end, found.time
        elif found := _time_before(text, floor, start, known):
            start, time = floor + found.start, found.time
    values = {field.name: getattr(reading, field.name) for field in attrs.fields(DateReading)}
    return DateMatch(**{**values, "text": text[start:end], "time": time}, start=start, end=end)


def _time_before(text: str, floor: int, start: int, known: Known) -> TimeMatch | None:
    before = text[floor:start]
    found = find_time(before, known.locale) if ":" in before else None
    return found if found and not before[found.end :].strip(" ,–-") else None
