"""Where in a text a date can be: around what can be its year, and in its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from declarations.language.dates.pieces import split_pieces
from declarations.language.dates.spelling import LONGEST_WORD, Solid, Spelling, find_spellings, read_solid

__all__ = ["LATEST", "TIGHT", "decide_order", "find_anchors", "find_window", "match_iso"]

LATEST = 2200
"""Years from it on are not believed in running text, but in calendars that count from an earlier day."""
TIGHT = tuple("/.-_#$€£§+")
"""Signs that right before a number make it a part of something else: a symbol, a telephone number, an amount."""

_YEARS = frozenset((*range(1000, LATEST), *range(2400, 2700), *range(5000, 6500)))
_BEHIND, _AHEAD = 70, 60  # how far from its year a date can reach, with its time
_THOUSAND = 1000
_LONGEST_NAMED = 18  # characters of day and month before a year
_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s")
_BORDER = re.compile(r"\n[^\S\n]*\n|[;?!。]|\.(?<=[^\W\d_]{5}\.)\s")
_SHORT = re.compile(r"\d{1,2}(?:/\d{1,2}/|(?<=\d\d)\.\d\d\.)\d{2}(?![\d/.-])")
_ASIAN = re.compile(
    r"[〇○零一二三四五六七八九]{4}\s?年"
    r"|(?:令和|平成|昭和|大正|明治|民[國国])\s?(?:元|\d{1,3}|[一二三四五六七八九十]{1,4})\s?年"
)
_HEBREW = re.compile("(?<![א-ת])(?:ה['׳])?ת[קרש]?[א-ת]{0,2}[\"״][א-ת](?![א-ת])")
_NAMED = re.compile(r"(?<!\w)\d{1,2}([./-])[^\W\d_]{3,12}\.?\1$")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/]|-\w)", re.ASCII)
_ORDERED = re.compile(r"(?<![\w./-])(\d{1,2})([./-])(\d{1,2})\2\d{4}(?![\w/-]|\.\d)")


def find_anchors(text: str, language: str | None) -> list[int]:
    """Return the offsets at which a year can stand, in order; `language` tells the number words, None means all."""
    anchors = {match.start() for match in _DIGITS.finditer(text) if _can_be_year(text, *match.span())}
    if not text.isascii():
        anchors |= {match.start() for pattern in (_ASIAN, _HEBREW) for match in pattern.finditer(text)}
    if spellings := find_spellings(language):
        folded = text.lower() if "\u0130" not in text else text.replace("\u0130", "i").lower()  # of the same length
        anchors.update(*(_find_spelled(folded, spelling) for spelling in spellings))
    return sorted(anchors)


def _find_spelled(folded: str, spelling: Spelling) -> Iterator[int]:
    """Yield the offsets of the words that a year in words holds."""
    for word in spelling.years:
        start = folded.find(word)
        while start >= 0:
            first, last = _find_borders(folded, start, start + len(word))
            if last - first == len(word) if spelling.solid is None else _is_year(folded[first:last], spelling.solid):
                yield start
            start = folded.find(word, start + len(word))


def _find_borders(text: str, first: int, last: int) -> tuple[int, int]:
    """Find where the word around a stretch begins and ends, if it is no longer than number words are."""
    floor, end = max(first - LONGEST_WORD, 0), min(last + LONGEST_WORD, len(text))
    while first > floor and text[first - 1].isalnum():
        first -= 1
    while last < end and text[last].isalnum():
        last += 1
    return first, last


def _is_year(word: str, solid: Solid) -> bool:
    """Return whether a word is a number that a year can be, or begin with: `neunzehnhundert`, not `tausend`."""
    return any((read_solid(piece, solid) or 0) > _THOUSAND for piece in split_pieces(word))


def _can_be_year(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 2]
    if after.lstrip()[:1] in ("年", "년"):
        return True
    if end - start < 3:
        return bool(_SHORT.match(text, start)) and not (before.isalnum() or before in TIGHT)
    if end - start != 4 or int(text[start:end]) not in _YEARS:
        return False
    if before in TIGHT and not _can_precede(text, start):
        return False
    is_word = (before.isalpha() and before.isascii()) or (after[:1].isalpha() and after[:1].isascii())
    return not is_word and not (before == "(" and after[:1] == ")")


def _can_precede(text: str, start: int) -> bool:
    """Return whether a sign before a year can be one between the fields of a date: after a number, or `12-Dec-2014`."""
    is_number = text[max(start - 2, 0) : start - 1].strip().isdecimal()
    return is_number or bool(_NAMED.search(text, max(start - _LONGEST_NAMED, 0), start))


def find_window(text: str, anchor: int, floor: int) -> tuple[int, int]:
    """Return the stretch in which the date of a year can stand: in its sentence, not before `floor`."""
    start, end = max(floor, anchor - _BEHIND), min(len(text), anchor + _AHEAD)
    if start > floor and (space := _SPACE.search(text, start, anchor)):
        start = space.end()  # not in the middle of a word
    for border in _BORDER.finditer(text, start, anchor):
        start = border.end()
    behind = _BORDER.search(text, anchor, end)
    return start, behind.start() if behind is not None else end


def match_iso(text: str, anchor: int) -> str | None:
    """Return the ISO 8601 date or time that begins with a year; None if it is none."""
    found = _ISO.match(text, anchor)
    return found[0] if found else None


def decide_order(text: str) -> str | None:
    """Return in which order a text prints day and month, by its dates of digits of which one number is above 12."""
    pairs = [(int(one), int(two)) for one, _, two in _ORDERED.findall(text)]
    votes = {"dmy" if one > 12 else "mdy" for one, two in pairs if 12 < max(one, two) < 32 and min(one, two) < 13}
    return votes.pop() if len(votes) == 1 else None
