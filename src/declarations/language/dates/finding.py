"""Dates inside running text.

Every date has a year, so the search looks for what can be one and reads around it; a text without years costs
nothing but looking. Years alone are no dates, nor are numbers in the shape of document symbols and versions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from declarations.arguments import check_arguments
from declarations.language.dates.anchors import decide_order, find_anchors, match_iso
from declarations.language.dates.knowing import Known, check_order, check_year, know, know_by_sign
from declarations.language.dates.reading import DateReading, choose_calendar, describe
from declarations.language.dates.rows import Row, lex_around
from declarations.language.dates.sets import find_addition, is_between, is_set, list_days_before
from declarations.language.dates.stretches import list_stretches
from declarations.language.dates.times import TimeMatch, find_time, match_time
from declarations.language.dates.timestamps import parse_timestamp
from declarations.language.dates.trust import is_meant
from declarations.language.dates.words import load_words
from declarations.model import PartialDate

__all__ = ["DateMatch", "find_dates"]

_STRANGE = ("nXY", "XnY", "YXn", "YnX")
_STRANGE_PAIRS = ("MXY", "XMY", "YXM", "YMX")
_ANY_NAME = str.maketrans("w?", "MM")
_TIME_BEFORE = 30
_LONGEST_WORDS = 40  # between the forms of one day in two calendars
_BETWEEN = " ,–-"  # a time of day and the date after it
_HALVES = frozenset("mM.")  # that `am` and `pm` end with


@attrs.frozen(kw_only=True)
class DateMatch(DateReading):
    """A date found in a text."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last."""


@check_arguments
def find_dates(
    text: str, *, locale: str | None = None, order: str | None = None, earliest_year: int | None = None
) -> tuple[DateMatch, ...]:
    """Find the dates in a text, in order; with them the day of the week and the time of day beside them.

    `locale` is the BCP 47 tag of the language of the text, if known: a hint, since names of other languages are
    read too. `order` (`dmy`, `mdy`, `ymd`) decides dates of digits only; without it the other dates of the text do,
    then the locale; `any` keeps the locale from it; `earliest_year` says in which hundred years short ones lie.
    Found are dates that say at least a month and a year, and `2025年`. `3 and 17 June 2020` are two dates; what stands
    in two calendars is one, in ours. Raises `LocaleError` and `ValidationError` as `parse_date` does.
    """
    orders = check_order(decide_order(text) or order if order in (None, "any") else order)
    known = know(locale, orders, check_year(earliest_year))
    found: list[DateMatch] = []
    end = 0
    for anchor in find_anchors(text, known.locale.language if known.locale else None):
        if anchor >= end and (matches := _match_machine(text, anchor) or _match(text, anchor, end, known, orders)):
            found += matches
            end = matches[-1].end
    return tuple(_join_calendars(found, text) if len(found) > 1 else found)


def _join_calendars(found: list[DateMatch], text: str) -> Iterator[DateMatch]:
    """Yield matches; those of one day in two calendars, with a word between them that says so, as one."""
    held = found[0]
    for match in found[1:]:
        between = text[held.end : match.start]
        is_same = len(between) < _LONGEST_WORDS and load_words().same.fullmatch(between)
        ours = choose_calendar(held, match) if is_same else None
        if ours is None:
            yield held
            held = match
        else:
            printed = text[held.start : match.end]
            held = attrs.evolve(ours, text=printed, start=held.start, end=match.end)
    yield held


def _match_machine(text: str, anchor: int) -> tuple[DateMatch, ...]:
    printed = match_iso(text, anchor)
    if printed is None or not (stamp := parse_timestamp(printed)):
        return ()
    return (DateMatch(text=printed, date=stamp[0], time=stamp[1], start=anchor, end=anchor + len(printed)),)


def _match(text: str, anchor: int, floor: int, known: Known, orders: tuple[str, ...]) -> tuple[DateMatch, ...]:
    """Read the longest date around a year, with the words of the locale, and of all where it has a strange one."""
    row = lex_around(text, anchor, floor, known.vocabulary)
    center = _find_center(row, anchor)
    if center is None:
        return ()
    match = _read_around(row, center, known, floor)
    is_strange = text[match[0].start - 1 : match[0].start] == "/" if match else _has_strange_word(row, center)
    if known.locale is None or not is_strange:
        return match
    # in a text whose language is known, words of a rare one are more often something else
    known = know(None, orders, known.earliest, is_strict=True)
    row = lex_around(text, anchor, floor, known.vocabulary)
    center = _find_center(row, anchor)
    wider = () if center is None else _read_around(row, center, known, floor)
    return max(filter(None, (match, wider)), key=lambda some: some[-1].end - some[0].start, default=())


def _find_center(row: Row, anchor: int) -> int | None:
    """Return the token that can be the year at an offset."""
    for index, (start, end) in enumerate(row.spans):
        if start <= anchor < end:
            return index if row.codes[index] in "nYa" else None
    return None


def _has_strange_word(row: Row, center: int) -> bool:
    """Return whether an unknown word stands where the month of a date with this year would."""
    first, last = max(center - 2, 0), min(center + 3, len(row.tokens))
    codes = f"{row.codes[first:center]}Y{row.codes[center + 1 : last]}"
    if "X" not in codes:
        return False
    if any(shape in codes.translate(_ANY_NAME) for shape in _STRANGE_PAIRS):  # `March/مارس 2020`
        return "/" in row.text[row.spans[first][0] : row.spans[last - 1][1]]
    return any(shape in codes for shape in _STRANGE)


def _read_around(row: Row, center: int, known: Known, floor: int) -> tuple[DateMatch, ...]:
    for one, two in list_stretches(row, center):
        part = row.cut(one, two)
        told = know_by_sign(known, row.text[part.start : part.end])
        outcomes = [outcome for outcome in told.weigh(part.tokens) if is_meant(outcome, part, told)]
        if outcomes:
            end = _close(row.text, part.start, part.end)
            fields = describe(outcomes, told, row.text[part.start : end])
            if is_set(fields["date"], part.tokens) and not is_between(part):
                return (*_split(fields, part, end, floor, told),)
            return (_with_time(fields, row.text, (floor, part.start, end), told),)
    return ()


def _split(fields: dict[str, Any], row: Row, end: int, floor: int, known: Known) -> Iterator[DateMatch]:
    """Yield the dates that a row adds up, and the days of the same month that stand before them."""
    text, date, link = row.text, fields["date"], find_addition(row.tokens) or 0
    places = [(row.start, row.spans[link - 1][1], date.start)]
    if row.codes[:link] == "n":
        places = [*list_days_before(text, row.start, floor, date.start)][::-1] + places
    for start, after, day in places:
        yield DateMatch(**{**fields, "text": text[start:after], "date": day}, start=start, end=after)
    start = row.spans[link + 1][0]
    rest = {**fields, "text": text[start:end], "date": date.end}
    yield _with_time(rest, text, (row.spans[link][1], start, end), known)


def _close(text: str, start: int, end: int) -> int:
    """Take in the bracket that closes after a date what opens in it: `7日(金)`."""
    opened = [index for index in (text.rfind("(", start, end), text.rfind("（", start, end)) if index >= 0]
    is_open = opened and not any(sign in text[max(opened) : end] for sign in ")）")
    return end + 1 if is_open and text[end : end + 1] in (")", "）") else end


def _with_time(fields: dict[str, Any], text: str, place: tuple[int, int, int], known: Known) -> DateMatch:
    """Add the time of day after a date, or before it, but none that the date before has taken."""
    floor, start, end = place
    date = fields["date"]
    if isinstance(date, PartialDate) and date.day is not None:
        floor = max(start - _TIME_BEFORE, floor)
        joiner = load_words().joints.match(text, end)
        starts = known.vocabulary.time_starts
        if joiner and (found := match_time(text, joiner.end(), known.name, starts, joiner[0])):
            end, fields["time"] = found.end, found.time
        elif found := _time_before(text, floor, start, known):
            start, fields["time"] = floor + found.start, found.time
        fields["text"] = text[start:end]
    return DateMatch(**fields, start=start, end=end)


def _time_before(text: str, floor: int, start: int, known: Known) -> TimeMatch | None:
    before = text[floor:start]
    found = find_time(before, known.name) if ":" in before or before.rstrip(_BETWEEN)[-1:] in _HALVES else None
    return found if found and not before[found.end :].strip(_BETWEEN) else None
