"""Where a document was adopted or issued: `Done at Izmir, …`, `Paris, le 15 mai 2013`, `meeting in Izmir, …`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import find_phrases
from declarations.language.phrases import fold
from declarations.recognition.wording.acts import begins_with_act
from declarations.recognition.wording.dating import DateFinder
from declarations.recognition.wording.organs import is_function_word, names_organ
from declarations.recognition.wording.stretches import Span, mask

__all__ = ["find_place", "find_seat"]

_END = re.compile(r"[,;.:\d(،，、¦]")
_WORD = re.compile(r"[^\s,;:.،，、¦]+")
_LONGEST_NAME = 5  # words of a place
_TABLES = ("closings", "dates", "roles", "author_words", "kinds")
_MOST_BETWEEN = 3  # function words between a place and the date after it


def find_place(lines: Iterable[str], finder: DateFinder, lexicons: Sequence[Lexicon]) -> str | None:
    """Find the place in lines of masthead and ending."""
    for line in lines:
        masked = mask(line, (Span(one.start, one.end) for one in finder.find(line)))
        for lexicon, found in find_phrases(line, lexicons).each("closings"):
            if (hit := found["closings"][0]).start:
                continue
            names_place = fold(line[: hit.end]).split()[-1] in lexicon.place_words
            if names_place and (place := _name_at_start(line[hit.end :], lexicons)):
                return place
            if place := _find_after_preposition(masked, hit.end, lexicon):
                return place
        if place := _dateline(masked, lexicons):
            return place
    return None


def find_seat(lines: Iterable[str], finder: DateFinder, lexicons: Sequence[Lexicon]) -> str | None:
    """Find where those met who act, in enacting words such as `The Council, meeting in Izmir, July 9-11, 2014:`."""
    for line in lines:
        masked = mask(line, (Span(one.start, one.end) for one in finder.find(line)))
        start = max(line.find(","), line.find(")"), 0)
        for lexicon in lexicons:
            if "¦" in masked and (place := _find_after_preposition(masked, start, lexicon)):
                return place
    return None


def _name_at_start(text: str, lexicons: Sequence[Lexicon]) -> str | None:
    name = _END.split(text.strip(), maxsplit=1)[0].split()
    while name and name[-1].islower():
        name.pop()
    printed = " ".join(name)
    is_name = name and not name[0][0].islower() and len(name) <= _LONGEST_NAME
    return printed if is_name and not names_organ(printed, lexicons) else None


def _find_after_preposition(masked: str, start: int, lexicon: Lexicon) -> str | None:
    """A name between a preposition of place and a date, with nothing but function words before the date."""
    words = [*_WORD.finditer(masked, start)]
    for at, word in enumerate(words):
        if fold(word[0]) not in lexicon.place_words:
            continue
        name = [*_take_name(words[at + 1 : at + 1 + _LONGEST_NAME], masked, lexicon)]
        if not name:
            continue
        start, end = name[0].start(), name[-1].end()
        behind = words[at + 1 + len(name) : at + 2 + len(name) + _MOST_BETWEEN]
        last = behind[_MOST_BETWEEN].start() if len(behind) > _MOST_BETWEEN else len(masked)
        printed = masked[start:end]
        if not names_organ(printed, [lexicon]) and _leads_to_date(masked[end:last], [lexicon]):
            return printed
    return None


def _take_name(words: Sequence[re.Match[str]], text: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """Take capitalised words that stand together, with function words between them."""
    kept: list[re.Match[str]] = []
    for word in words:
        if kept and text[kept[-1].end() : word.start()].strip():
            break
        is_name = word[0][0].isalpha() and not word[0][0].islower()
        if not is_name and (not kept or fold(word[0]) not in lexicon.function_words):
            break
        kept.append(word)
    while kept and kept[-1][0][0].islower():
        kept.pop()
    yield from kept


def _leads_to_date(text: str, lexicons: Sequence[Lexicon]) -> bool:
    """Return whether a text holds only function words before a masked date."""
    before, date, _ = text.partition("¦")
    words = _WORD.findall(before)
    return (
        bool(date)
        and len(words) <= _MOST_BETWEEN
        and all(is_function_word(fold(word), lexicons) for word in words[:-1])
    )


def _dateline(masked: str, lexicons: Sequence[Lexicon]) -> str | None:
    """A name right before a date, with a comma or function words between them."""
    before, date, after = masked.partition("¦")
    name, comma, rest = before.strip().partition(",")
    if not comma:
        name, comma, rest = before.strip().partition("،")
    words = name.split()
    if len(words) > 1 and any(fold(words[0]).rstrip(".") in lexicon.place_words for lexicon in lexicons):  # `г. Тверь`
        words = words[1:]
    if not date or not words or (not comma and len(after.split()) > 1):
        return None
    if not comma:
        small = next((at for at, word in enumerate(words) if word[0].islower()), len(words))
        words, rest = words[:small], " ".join(words[small:])
        if (
            not rest
            or not words
            or not words[0][0].isupper()
            or not all(is_function_word(fold(one), lexicons) for one in rest.split())
        ):
            return None
    between = [fold(word) for word in rest.split()]
    is_joined = len(between) <= 1 or all(is_function_word(word, lexicons) for word in between)
    return " ".join(words) if is_joined and _may_be_place(words, lexicons) else None


def _may_be_place(words: Sequence[str], lexicons: Sequence[Lexicon]) -> bool:
    """Return whether words are capitalised as a name, function words inside, and name nothing else."""
    name = " ".join(words)
    inner = ":" not in name and all(not word[0].islower() or is_function_word(fold(word), lexicons) for word in words)
    is_cased = not words[0][0].islower() and not words[-1][0].islower() and inner
    known = find_phrases(name, lexicons)
    is_other = any(map(known.opening, _TABLES)) or begins_with_act(fold(name), lexicons)
    return (
        is_cased
        and len(words) < _LONGEST_NAME
        and name[0].isalpha()
        and not is_other
        and not names_organ(name, lexicons)
    )
