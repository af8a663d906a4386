"""Dates inside running text.

Every date has a year, so the search looks for what can be one and reads around it; a text without years costs
nothing but looking. Years alone are no dates, nor are numbers in the shape of document symbols and versions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from declarations.language.dates.eras import GREGORIAN
from declarations.language.dates.lexing import Token, lex
from declarations.language.dates.pieces import span_pieces
from declarations.language.dates.reading import DateReading, Known, check_order, describe, know
from declarations.language.dates.spelling import find_spellings
from declarations.language.dates.times import find_time, match_time
from declarations.language.dates.timestamps import parse_timestamp
from declarations.language.dates.vocabulary import MONTH, NOTHING
from declarations.language.dates.weighing import Outcome, weigh
from declarations.model import DateRange, PartialDate

__all__ = ["DateMatch", "decide_order", "find_dates"]


@attrs.frozen(kw_only=True)
class DateMatch(DateReading):
    """A date found in a text."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last."""


_BEHIND, _AHEAD = 70, 60  # how far from its year a date can reach, with its time
_MOST_TOKENS = 9
_MOST_BETWEEN = 4  # signs and words that only stand between two fields
_YEARS = range(1000, 2200)
_OTHER_YEARS = frozenset((*range(2400, 2700), *range(5000, 6500)))
_WIDEST = 24
_TIME_BEFORE = 30
_STRANGE = ("nXY", "XnY", "YXn", "YnX")
_DIGITS = re.compile(r"\d+")
_BORDER = re.compile(r"\n[^\S\n]*\n|[;?!。]|(?<=[^\W\d_]{5})\.\s")
_SHORT = re.compile(r"\d{1,2}(?:/\d{1,2}/|(?<=\d\d)\.\d\d\.)\d{2}(?![\d/.-])")
_ASIAN = re.compile(
    r"[〇○零一二三四五六七八九]{4}\s?年|(?:令和|平成|昭和|大正|明治|民[國国])\s?(?:元|\d{1,3}|[一二三四五六七八九十]{1,4})\s?年"
)
_NUMERIC = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}\.?")
_MARKS = re.compile("[\u200e\u200f\u061c]")
_SPACE = re.compile(r"\s")
_TIGHT = tuple("/.-_#$€£§+")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/]|-\w)", re.ASCII)
_ORDERED = re.compile(r"(?<![\w./-])(\d{1,2})([./-])(\d{1,2})\2\d{4}(?![\w/-]|\.\d)")
_JOINER = re.compile(
    r"[\s,،·|@(–-]{0,4}(?:(?:at|um|à|a las|às|alle(?: ore)?|ore|klo|kl\.?|om|saat|pukul|jam|lúc|в|о|на|ساعت|الساعة|בשעה)\s{1,2})?"
)
_OTHER_WORDS = frozenset({"may", "march", "mar", "mars"})
"""Names of months that in lower case are other words, which a year can follow."""


def find_dates(text: str, *, locale: str | None = None, order: str | None = None) -> tuple[DateMatch, ...]:
    """Find the dates in a text, in order; with them the day of the week and the time of day beside them.

    `locale` is the BCP 47 tag of the language of the text, if known: a hint, since names of other languages are
    read too. `order` (`dmy`, `mdy`, `ymd`) decides dates of digits only; without it the other dates of the text do,
    then the locale; `any` keeps the locale from it. Found are dates that say at least a month and a year, and
    `2025年`. Raises `LocaleError` and `ValidationError` as `parse_date` does.
    """
    orders = check_order(order or decide_order(text))
    known = know(locale, orders)
    found: list[DateMatch] = []
    end = 0
    for anchor in _find_anchors(text, known):
        if anchor >= end and (match := _match_iso(text, anchor) or _match_around(text, anchor, end, known, orders)):
            found.append(match)
            end = match.end
    return tuple(found)


def decide_order(text: str) -> str | None:
    """Tell in which order a text prints day and month, by its dates of digits of which one number is above 12."""
    votes = {
        "dmy" if int(one) > 12 else "mdy" for one, _, two in _ORDERED.findall(text) if 12 < max(int(one), int(two)) < 32
    }
    return votes.pop() if len(votes) == 1 else None


def _find_anchors(text: str, known: Known) -> list[int]:
    """Give the offsets at which a year can stand, in order."""
    anchors = {match.start() for match in _DIGITS.finditer(text) if _can_be_year(text, *match.span())}
    if not text.isascii():
        anchors |= {match.start() for match in _ASIAN.finditer(text)}
    for spelling in find_spellings(known.locale.language if known.locale else None):
        for word in spelling.years:
            for form in (word, word.title(), word.upper()):
                if form in text:
                    anchors |= {match.start() for match in re.finditer(rf"\b{form}\b", text)}
    return sorted(anchors)


def _can_be_year(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 2]
    if after.lstrip()[:1] in ("年", "년"):
        return True
    if end - start < 3:
        return bool(_SHORT.match(text, start)) and not (before.isalnum() or before in _TIGHT)
    if end - start != 4 or (int(text[start:end]) not in _YEARS and int(text[start:end]) not in _OTHER_YEARS):
        return False
    if before in _TIGHT and not text[max(start - 2, 0) : start - 1].strip().isdecimal():
        return False  # a document symbol, a phone number, an amount
    is_word = (before.isalpha() and before.isascii()) or (after[:1].isalpha() and after[:1].isascii())
    return not is_word and not (before == "(" and after[:1] == ")")


def _match_iso(text: str, anchor: int) -> DateMatch | None:
    found = _ISO.match(text, anchor)
    stamp = parse_timestamp(found[0]) if found else None
    if found is None or stamp is None:
        return None
    return DateMatch(text=found[0], date=stamp[0], time=stamp[1], start=anchor, end=found.end())


def _match_around(text: str, anchor: int, floor: int, known: Known, orders: tuple[str, ...]) -> DateMatch | None:
    """Read the longest date around a year, with the words of the locale, and of all where it has a strange one."""
    start, end = _window(text, anchor, floor)
    tokens, spans = _lex(text, start, end, known)
    if match := _read_around(text, anchor, tokens, spans, known):
        return match
    if known.locale is None or not _has_strange_word(tokens, spans, anchor):
        return None
    # in a text whose language is known, words of a rare one are more often something else
    known = attrs.evolve(know(None, orders), is_strict=True)
    return _read_around(text, anchor, *_lex(text, start, end, known), known)


def _window(text: str, anchor: int, floor: int) -> tuple[int, int]:
    """Give the stretch in which the date of a year stands: not beyond its sentence."""
    start, end = max(floor, anchor - _BEHIND), min(len(text), anchor + _AHEAD)
    if start > floor and (space := _SPACE.search(text, start, anchor)):
        start = space.end()  # not in the middle of a word
    for border in _BORDER.finditer(text, start, anchor):
        start = border.end()
    border = _BORDER.search(text, anchor, end)
    return start, border.start() if border else end


def _lex(text: str, start: int, end: int, known: Known) -> tuple[list[Token], list[tuple[int, int]]]:
    pieces, spans = span_pieces(text, start, end)
    tokens, places = lex(pieces, known.vocabulary, spans)
    return tokens, [(spans[first][0], spans[last][1]) for first, last in places]


def _has_strange_word(tokens: Sequence[Token], spans: Sequence[tuple[int, int]], anchor: int) -> bool:
    """Whether an unknown word stands where the month of a date with this year would."""
    center = next((index for index, span in enumerate(spans) if span[0] <= anchor < span[1]), 0)
    around = range(max(center - 2, 0), min(center + 3, len(tokens)))
    codes = "".join("Y" if index == center else tokens[index].code for index in around)
    return any(shape in codes for shape in _STRANGE)


def _read_around(
    text: str, anchor: int, tokens: Sequence[Token], spans: Sequence[tuple[int, int]], known: Known
) -> DateMatch | None:
    center = next((index for index, span in enumerate(spans) if span[0] <= anchor < span[1]), None)
    if center is None or tokens[center].code not in "nYa":
        return None
    first, last = center, center
    while first > 0 and center - first < _MOST_TOKENS and _is_near(text, tokens, spans, first - 1):
        first -= 1
    while last + 1 < len(tokens) and last - center < _MOST_TOKENS and _is_near(text, tokens, spans, last):
        last += 1
    for one, two in _stretches(tokens, spans, first, center, last, text):
        some = tokens[one:two]
        outcomes = [
            outcome for outcome in weigh(some, known.usage) if _is_date(outcome, text, some, spans[one:two], known)
        ]
        if outcomes:
            return _make(text, spans[one][0], spans[two - 1][1], outcomes, known)
    return None


def _stretches(
    tokens: Sequence[Token], spans: Sequence[tuple[int, int]], first: int, center: int, last: int, text: str
) -> Iterator[tuple[int, int]]:
    """Give the rows of tokens around a year that can be a date, the longest first."""
    months = [index for index in range(first, last + 1) if any(name.kind == MONTH for name in tokens[index].names)]
    marked = [index for index in range(first, last + 1) if tokens[index].code in "abc"]
    numbers = [index for index in range(first, last + 1) if tokens[index].code in "nY"]
    if not months and not marked and len(numbers) < 3:
        return
    telling = months or marked
    ends = [index for index in range(first, last + 1) if _can_end(tokens[index])]
    rows = [(one, two + 1) for one in ends if one <= center for two in ends if two >= center]
    for one, two in sorted(rows, key=lambda row: (row[0] - row[1], row[1])):
        if two <= last and tokens[one].code == "Y" and tokens[two].code == "Y" and tokens[two - 1].code != "Y":
            continue  # it would leave out its own year: `2014. 7 March 2015`
        if (
            text[spans[two - 1][1] : spans[two - 1][1] + 1] == ":"
            or text[max(spans[one][0] - 1, 0) : spans[one][0]] == ":"
        ):
            continue  # it would take half of a time
        if any(one <= index < two for index in telling) or (not telling and sum(one <= i < two for i in numbers) > 2):
            yield one, two


def _can_end(token: Token) -> bool:
    """Whether a date can begin or end with a token: no link, and no word that may be nothing."""
    return token.code not in "Rrh" and not any(name.kind == NOTHING for name in token.names)


def _is_near(text: str, tokens: Sequence[Token], spans: Sequence[tuple[int, int]], index: int) -> bool:
    """Whether a token and the next one can be of one date: nothing strange and little stands between them."""
    if tokens[index].code == "X" or tokens[index + 1].code == "X":
        return False
    between = text[spans[index][1] : spans[index + 1][0]]
    return len(between) <= _WIDEST and len(between.split()) <= _MOST_BETWEEN


def _is_date(
    outcome: Outcome, text: str, tokens: Sequence[Token], spans: Sequence[tuple[int, int]], known: Known
) -> bool:
    """Whether what can be read as a date is meant as one, in a text about other things too."""
    is_link = any(token.code == "r" for token in tokens) and not isinstance(outcome.date, DateRange)
    if outcome.is_odd or is_link or (known.is_strict and not outcome.locales & known.established):
        return False
    fields = [(token, span) for token, span in zip(tokens, spans, strict=True) if token.code in "nYabcN"]
    names = [(token, span) for token, span in fields if any(name.kind == MONTH for name in token.names)]
    date = outcome.date
    if date is None and outcome.calendar == GREGORIAN:
        return bool(names) and len(fields) > 2 and bool(outcome.locales & known.established)
    if date is not None and date.earliest.year not in _YEARS:
        return False
    if any(token.code in "abc" for token, _ in fields):
        return any(token.code == "a" for token, _ in fields)
    if names:
        has_day = isinstance(date, DateRange) or (isinstance(date, PartialDate) and date.day is not None)
        return not outcome.is_short and (has_day or _is_month_name(text[slice(*names[0][1])], outcome, known))
    if outcome.is_weekday_wrong:
        return False
    numbers = [span for token, span in fields if token.code in "nY"]
    return _is_numeric(text, numbers[0][0], numbers[-1][1])


def _is_month_name(name: str, outcome: Outcome, known: Known) -> bool:
    """Whether a name before a year alone is meant as a month: `may 2015` and `set 2015` may not be."""
    if known.locale is None and not (outcome.locales & known.established and (len(name) > 3 or name[0].isupper())):
        return False
    return name not in _OTHER_WORDS


def _is_numeric(text: str, start: int, end: int) -> bool:
    """Whether numbers are printed as a date, and are no part of something longer."""
    plain = "".join(_MARKS.sub("", text[start:end]).split())
    halves = re.split("[–—]", plain)
    before, after = text[start - 1 : start], text[end : end + 2]
    is_part = before in _TIGHT or before.isalpha() or (after[:1] in "/-_" and after[1:2].isalnum())
    return not is_part and not re.match(r"\.\d", after) and all(_NUMERIC.fullmatch(half) for half in halves)


def _make(text: str, start: int, end: int, outcomes: Sequence[Outcome], known: Known) -> DateMatch:
    reading = describe(outcomes, known, text[start:end])
    time = None
    if isinstance(reading.date, PartialDate) and reading.date.day is not None:
        if found := match_time(text, _JOINER.match(text, end).end(), known.locale):  # type: ignore[union-attr]
            end, time = found.end, found.time
        elif ":" in text[max(start - _TIME_BEFORE, 0) : start]:
            before = find_time(text[max(start - _TIME_BEFORE, 0) : start], known.locale)
            if before and not text[max(start - _TIME_BEFORE, 0) + before.end : start].strip(" ,–-"):
                start, time = max(start - _TIME_BEFORE, 0) + before.start, before.time
    values = {field.name: getattr(reading, field.name) for field in attrs.fields(DateReading)}
    return DateMatch(**{**values, "text": text[start:end], "time": time}, start=start, end=end)
