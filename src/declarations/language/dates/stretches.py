"""The stretches of a row of tokens that can be a date: around its year, the longest first."""

from __future__ import annotations

from collections.abc import Iterator

from declarations.language.dates.knowing import SAME_SIGNS
from declarations.language.dates.plans import can_be_date
from declarations.language.dates.rows import Row
from declarations.language.dates.trust import can_end
from declarations.language.dates.words import load_words

__all__ = ["list_stretches"]

_MOST_TOKENS = 9  # on each side of a year
_WIDEST, _MOST_BETWEEN = 24, 4  # characters, and signs and words, between two fields
_TELLING = frozenset("M?abc")  # fields that say what they are
_FEWEST_DIGITS = 3  # numbers of a date of digits
_COMMAS = frozenset(",،、")
_USUAL_GAPS = frozenset(("", " ", ", ", ". ", ".", "/", "-", "\n"))


def list_stretches(row: Row, center: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of tokens around a year that can be a date, the longest first."""
    first = last = center
    while first > 0 and center - first < _MOST_TOKENS and _is_near(row, first - 1):
        first -= 1
    while last + 1 < len(row.tokens) and last - center < _MOST_TOKENS and _is_near(row, last):
        last += 1
    last = _end_before_addition(row, first, center, last)
    codes = row.codes
    is_telling = not _TELLING.isdisjoint(codes[first : last + 1])
    numbers = [] if is_telling else _find_digits(row, first, last)
    if not is_telling and not numbers:
        return
    ends = [first <= index <= last and can_end(row, index) for index in range(last + 1)]
    for length in range(last + 1 - first, 0, -1):
        for one in range(max(center - length + 1, first), min(center, last + 1 - length) + 1):
            two = one + length
            if not (ends[one] and ends[two - 1] and can_be_date(codes[one:two])):
                continue
            if _TELLING.isdisjoint(codes[one:two]):
                numbers = numbers or _find_digits(row, first, last)
                if sum(one <= number < two for number in numbers) < _FEWEST_DIGITS:
                    continue
            if not _cuts_year(row, one, two, last) and not _cuts_time(row, one, two):
                yield one, two


def _find_digits(row: Row, first: int, last: int) -> list[int]:
    """Return the numbers that can be a date of digits: three with one sign between them, perhaps twice."""
    spans = [found.span() for found in SAME_SIGNS.finditer(row.text, row.spans[first][0], row.spans[last][1])]
    if not spans:
        return []
    return [
        index
        for index in range(first, last + 1)
        if row.codes[index] in "nY"
        and any(one < row.spans[index][1] and row.spans[index][0] < two for one, two in spans)
    ]


def _is_near(row: Row, index: int) -> bool:
    """Return whether a token and the next one can be of one date: nothing strange and little stands between them."""
    if "X" in row.codes[index : index + 2]:
        return False
    gap = row.gap(index)
    if row.codes[index : index + 2] == "nn" and not _COMMAS.isdisjoint(gap):
        return False  # `2, 3 and 5 May`: two days
    if gap in _USUAL_GAPS:
        return True
    opens, closes = (any(sign in gap for sign in signs) for signs in ("([（", ")]）"))
    is_inside = (opens and not row.tokens[index + 1].names) or (closes and not row.tokens[index].names)
    if is_inside:
        return False  # `December 2024 (4)`: in brackets stands at most the day of the week
    if len(gap) > _WIDEST:
        gap = load_words().formulas.sub("", gap)
    return ":" not in gap and len(gap) <= _WIDEST and len(gap.split()) <= _MOST_BETWEEN


def _cuts_year(row: Row, one: int, two: int, last: int) -> bool:
    """Return whether a stretch leaves out its own year, having taken the one before it: `2014. 7 March 2015`."""
    codes = row.codes
    return two <= last and codes[one] == "Y" and codes[two] == "Y" and codes[two - 1] != "Y"


def _cuts_time(row: Row, one: int, two: int) -> bool:
    """Return whether a stretch takes half of a time of day: a colon stands between a digit of it and another."""
    start, end = row.spans[one][0], row.spans[two - 1][1]
    return _is_colon_in_time(row.text, end) or _is_colon_in_time(row.text, start - 1)


def _is_colon_in_time(text: str, place: int) -> bool:
    around = text[max(place - 1, 0) : place + 2]
    return len(around) == 3 and around[1] == ":" and around[0].isdecimal() and around[2].isdecimal()


def _end_before_addition(row: Row, first: int, center: int, last: int) -> int:
    """Return the last token before a word that adds another whole date: `7 May 2015 and 3 June 2016` is no range."""
    years = [index for index in range(center + 1, last + 1) if row.codes[index] in "Ya"]
    if not years:
        return last
    words = load_words()
    added = (
        index
        for index in range(center + 1, years[-1])
        if row.codes[index] == "r" and row.word(index).casefold() in words.additions
    )
    end = next(added, None)
    if end is None:
        return last
    before = row.text[max(row.spans[first][0] - _WIDEST, 0) : row.spans[first][0]].casefold()
    return end - 1 if words.between.isdisjoint(before.split()) else last
