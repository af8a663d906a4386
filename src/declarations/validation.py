"""Checks that every value of the model passes; each raises `ValidationError` and says what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TypeVar

from declarations.errors import ValidationError
from declarations.findings import Position

__all__ = [
    "ID",
    "ILLEGAL_CHARACTERS",
    "LANGUAGE_TAG",
    "LARGEST_INTEGER",
    "check_id",
    "check_instance",
    "check_integer",
    "check_language",
    "check_string",
    "names_region",
    "quote",
    "to_member",
    "to_tuple",
]

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

ILLEGAL_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text of a declaration may hold: those outside `Char` of XML 1.0 (section 2.2)."""

LARGEST_INTEGER = 2**53 - 1
"""The largest number that every JSON implementation can hold (RFC 8259, section 6)."""

LANGUAGE_TAG = re.compile(
    r"""(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})   # language, extended language
        (?:-[a-z]{4})?                                            # script
        (?:-(?:[a-z]{2}|[0-9]{3}))?                               # region
        (?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*                  # variants
        (?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*                      # extensions
        (?:-x(?:-[a-z0-9]{1,8})+)?                                # private use
        |x(?:-[a-z0-9]{1,8})+)""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,  # without ASCII the Kelvin sign would be a k
)
"""RFC 5646 section 2.1, `Language-Tag` without the frozen list of grandfathered tags."""

_REGIONAL = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z]{3}){0,3}(?:-[A-Za-z]{4})?-(?:[A-Za-z]{2}|[0-9]{3})(?:-|$)")

ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
"""A name that is safe as an XML id, an HTML anchor and an NMTOKEN alike."""

_PLAIN = (tuple, list)  # which nearly all several values come in
_PRINTED = 10**18  # larger numbers are not shown in messages

_find_illegal = ILLEGAL_CHARACTERS.search


def quote(value: object, width: int = 60) -> str:
    """Show a value in a message, cut to a length that a person still reads; no more of it is looked at."""
    shown = ""
    for piece in _show(value, width):
        shown += piece
        if len(shown) > width:
            return f"{shown[: width - 1]}…"
    return shown


def _show(value: object, width: int) -> Iterator[str]:
    """Yield a value as Python writes it, piece by piece, its strings no longer than they are shown."""
    if type(value) is str or type(value) is bytes:
        yield repr(value[: width + 1])
    elif isinstance(value, dict):
        yield from _show_rows(value.items(), "{}", width)
    elif isinstance(value, list):
        yield from _show_rows(zip(value, strict=True), "[]", width)
    else:
        yield repr(value)


def _show_rows(rows: Iterable[tuple[object, ...]], brackets: str, width: int) -> Iterator[str]:
    yield brackets[0]
    for place, row in enumerate(rows):
        for sign, part in zip((", " if place else "", ": "), row, strict=False):
            yield sign
            yield from _show(part, width)
    yield brackets[1]


def check_string(value: object, field: str, *, empty: bool = False) -> None:
    """Raise unless `value` is a string of legal characters, and not blank unless `empty` allows it."""
    if not isinstance(value, str):
        raise ValidationError(f"{field} must be a string, not {type(value).__name__}")
    if value.isprintable() and (empty or (value and not value.isspace())):
        return  # the quick way for nearly all strings: what is illegal is never printable
    if found := _find_illegal(value):
        raise ValidationError(
            f"{field} holds the character U+{ord(found[0]):04X}, which no document format can carry",
            position=Position(column=found.start() + 1),
            hint="remove it or replace it by U+FFFD",
        )
    if not empty and not value.strip():
        raise ValidationError(f"{field} is empty", hint="leave it out instead")


def check_integer(value: object, field: str, low: int, high: int) -> None:
    """Raise unless `value` is an integer from `low` to `high`; True and False are none."""
    if type(value) is int and low <= value <= high:
        return  # the quick way
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValidationError(f"{field} must be an integer, not {type(value).__name__}")
    if not low <= value <= high:
        named = f"{field} {value}" if abs(value) < _PRINTED else field
        raise ValidationError(f"{named} is outside {low} to {high}")


def check_instance(value: object, kind: type, field: str) -> None:
    """Raise unless `value` is None or an instance of `kind`."""
    if value is not None and not isinstance(value, kind):
        raise ValidationError(f"{field} must be of class {kind.__name__}, not {type(value).__name__}")


def check_language(tag: object, field: str = "language") -> None:
    """Raise unless `tag` is a well-formed BCP 47 language tag (RFC 5646), such as `pt-BR` or `und`."""
    if not isinstance(tag, str) or not LANGUAGE_TAG.fullmatch(tag):
        raise ValidationError(
            f"{field} {quote(tag)} is not a BCP 47 language tag",
            hint="write it like 'en', 'pt-BR' or 'zh-Hans', or 'und' when it is not known",
        )


def names_region(tag: str) -> bool:
    """Return whether a language tag names a region, as `pt-BR` does: dates are written by it, but no words tell it."""
    return LANGUAGE_TAG.fullmatch(tag) is not None and _REGIONAL.match(tag) is not None


def check_id(value: object, field: str = "id") -> None:
    """Raise unless `value` can be an id in XML, HTML and JSON alike: a letter, then letters, digits, `-_.`."""
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise ValidationError(
            f"{field} {quote(value)} cannot be an id",
            hint="begin with an ASCII letter and go on with ASCII letters, digits, '-', '_' or '.'",
        )


def to_member(kind: type[E], value: E | str) -> E:
    """Take a member of a closed list or its value; anything else raises `ValidationError`."""
    if type(value) is kind:  # nearly always
        return value
    try:
        return kind(value)
    except ValueError:
        allowed = ", ".join(kind)
        raise ValidationError(f"{quote(value)} is no {kind.__name__}", hint=f"choose one of: {allowed}") from None


def to_tuple(kind: type[T], values: Iterable[T]) -> tuple[T, ...]:
    """Take any iterable of values of one class; a string or another class raises `ValidationError`."""
    if type(values) is tuple and (not values or {*map(type, values)} == {kind}):
        return values  # the quick way
    if type(values) not in _PLAIN and (isinstance(values, str | bytes) or not isinstance(values, Iterable)):
        raise ValidationError(f"expected several {kind.__name__}, not {type(values).__name__}", hint="pass a list")
    made = tuple(values)
    for value in made:
        if not isinstance(value, kind):
            raise ValidationError(f"expected {kind.__name__}, not {type(value).__name__}")
    return made
