"""Reading a printed number: every place in every series that it can mean.

`(i)` is Roman 1 and the ninth letter; `к` is the tenth letter of Russian lists and the twelfth of the Russian
alphabet. Nothing is decided here: `choose_readings` decides between the readings of neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from declarations.numerals.additive import ADDITIVE, parse_ethiopic, parse_roman
from declarations.numerals.alphabets import LOOKALIKES, MOST_REPEATS, all_alphabets
from declarations.numerals.folding import fold_letters, fold_number, strip_signs
from declarations.numerals.positional import parse_alphabetic, parse_chinese, parse_chinese_formal, parse_digits

__all__ = ["Reading", "is_next", "read_core", "read_numeral"]


class Reading(NamedTuple):
    """One way to read a printed number."""

    style: str
    """Counter style, by the name that CSS has for it if it has one."""
    ordinal: int
    """The place in its series."""
    system: str
    """The alphabet or the kind of numerals; only numbers of one system follow each other."""
    doubt: float = 0.0
    """How unusual it is to mean this; 0 for the usual reading of its style."""


_LONGEST = 80  # characters of a label that is still looked at
_RANK = 0.01  # doubt of a rarer alphabet
_SPREADSHEET = 0.02  # ab after aa, where lists have bb
_LOOKALIKE = 0.6  # a letter typed for one of another alphabet
_INSERTED = 0.25  # 12a as the first of its own series, not as what was put in after 12

_DIGITS = re.compile(r"\d+")
_PARTS = re.compile(r"[^\W_]+")
_NUMBERED = re.compile(r"[第제]\s?([^\W\da-zA-Z_]+)")
_INSERTION = re.compile(r"\d+([a-z])")


@lru_cache(maxsize=8192)
def read_numeral(printed: str) -> tuple[Reading, ...]:
    """Return every reading of a printed number, bare or with words around it: `(iv)`, `第三条`, `1 bis`, `Article 3`.

    Of `1.2.3` the last level counts; of `1 bis` and `3º` the number. Gives nothing if it counts nothing.
    """
    core = strip_signs(printed)
    if core.isdecimal() and core.isascii():
        number = parse_digits(core)
        return () if number is None else (Reading("decimal", number, "digits"),)
    if not core or len(core) > _LONGEST:
        return ()
    core = strip_signs(fold_number(core))
    return read_core(core) or _read_levels(core) or _read_in_words(core)


def is_next(printed: str, before: str) -> bool:
    """Return whether one printed number can follow another in one series."""
    expected = {(style, system, ordinal + 1) for style, ordinal, system, _ in read_numeral(before)}
    return any((style, system, ordinal) in expected for style, ordinal, system, _ in read_numeral(printed))


def read_core(core: str) -> tuple[Reading, ...]:
    """Return every reading of a folded number that stands alone, without signs or words."""
    if core.isdecimal():
        number = parse_digits(core)
        style = "decimal" if core.isascii() else "native-digits"
        return () if number is None else (Reading(style, number, "digits"),)
    readings = [*_letters().get(core, ()), *_read_repeated(core), *_read_numerals(core)]
    return tuple(readings)


@cache
def _letters() -> dict[str, tuple[Reading, ...]]:
    """Every letter that counts in some alphabet, and those that look like it."""
    found: dict[str, list[Reading]] = {}
    alike = {letter: group for group in LOOKALIKES for letter in group}
    doubted: list[tuple[str, Reading]] = []
    for alphabet in all_alphabets():
        for place, letter in enumerate(alphabet.letters, 1):
            reading = Reading(alphabet.style, place, alphabet.name, alphabet.rank * _RANK)
            found.setdefault(fold_letters(letter), []).append(reading)
            if not alphabet.rank:
                doubt = reading._replace(doubt=_LOOKALIKE)
                doubted += [(other, doubt) for other in alike.get(letter, ()) if other != letter]
    for letter, reading in doubted:
        if all(reading[:3] != other[:3] for other in found.setdefault(letter, [])):
            found[letter].append(reading)
    return {letter: tuple(readings) for letter, readings in found.items()}


@cache
def _sizes() -> dict[tuple[str, str], tuple[int, int]]:
    """How many letters each alphabet has, and how far it reaches."""
    return {(alphabet.style, alphabet.name): (len(alphabet.letters), alphabet.reach) for alphabet in all_alphabets()}


def _read_repeated(core: str) -> Iterator[Reading]:
    """Read aa, bbb, яя as the letters after the last one."""
    letter, length = core[:1], len(core)
    if not 1 < length <= MOST_REPEATS or core != letter * length:
        return
    for reading in _letters().get(letter, ()):
        size, reach = _sizes()[reading.style, reading.system]
        ordinal = reading.ordinal + size * (length - 1)
        if ordinal <= reach:
            yield reading._replace(ordinal=ordinal)


_NUMERALS = frozenset({"roman", "chinese", "ethiopic-numeric", *(system.name for system in ADDITIVE)})


def _read_numerals(core: str) -> Iterator[Reading]:
    if core.isascii():
        yield from _read_latin(core)
        return
    for system in ADDITIVE:
        if (number := system.parse(core)) is not None:
            yield Reading(system.style, number, system.name, system.rank * _RANK)
    for style, parse in _PARSERS:
        if (number := parse(core)) is not None:
            yield Reading(style, number, style)


_PARSERS: tuple[tuple[str, Callable[[str], int | None]], ...] = (
    ("chinese", parse_chinese),
    ("chinese-formal", parse_chinese_formal),
    ("ethiopic-numeric", parse_ethiopic),
)


def _read_latin(core: str) -> Iterator[Reading]:
    case = "lower" if core.islower() else "upper" if core.isupper() else None
    if case is None:
        return
    if len(core) == 2 and core[0] != core[1] and (number := parse_alphabetic(core)) is not None:
        yield Reading(f"{case}-alpha", number, "latin", _SPREADSHEET)
    if (number := parse_roman(core)) is not None:
        yield Reading(f"{case}-roman", number, "roman")


def _read_levels(core: str) -> tuple[Reading, ...]:
    """Read `1.2.3`, `2(a)`, `A.1`, `IV.3`: all parts are numbers, and the last counts."""
    parts = _PARTS.findall(core)
    if len(parts) < 2 or "-" in core or not (parts[0].isdecimal() or len(parts[0]) == 1 or parts[0].isupper()):
        return ()
    readings: tuple[Reading, ...] = ()
    for part in parts:
        readings = read_core(part) if len(part) <= 6 else ()
        if not readings:
            return ()
    return readings


def _read_in_words(core: str) -> tuple[Reading, ...]:
    """Read a number with words around it: the last number in digits, else the last letter or numeral."""
    if digits := _DIGITS.findall(core):
        readings = read_core(digits[-1])
        inserted = _INSERTION.fullmatch(core)
        letters = read_core(inserted[1]) if inserted else ()
        return readings + tuple(
            letter._replace(system=f"{letter.system} inserted", doubt=_INSERTED)
            for letter in letters
            if letter.system == "latin"
        )
    if numbered := _NUMBERED.search(core):
        signs = numbered[1]
        for end in range(len(signs), 0, -1):
            if readings := read_core(signs[:end]):
                return readings
    words = core.split()
    for word in (words[-1], words[0]) if len(words) > 1 else ():
        part = strip_signs(word)
        if part and (readings := tuple(reading for reading in read_core(part) if _is_plain(part, reading))):
            return readings
    return ()


def _is_plain(part: str, reading: Reading) -> bool:
    """Return whether a word beside other words is a number: one letter, or numerals."""
    return part == part[0] * len(part) or reading.system in _NUMERALS
