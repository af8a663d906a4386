"""Date and time patterns of CLDR (UTS 35, Date Format Patterns) in parts that can be looked at and changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from babel import Locale
from babel.dates import DateTimePattern, parse_pattern, tokenize_pattern, untokenize_pattern

__all__ = ["STYLE_NAMES", "Part", "change", "date_patterns", "interval_patterns", "order_of", "split_pattern"]

STYLE_NAMES = ("short", "medium", "long", "full")
_ROLES = {"y": "y", "u": "y", "M": "m", "L": "m", "d": "d"}
_DATE_FIELDS = frozenset("GyMLdEcu")


class Part(NamedTuple):
    """A field of a pattern, or a literal between two."""

    literal: str
    """Text that is printed as it is; empty for a field."""
    letter: str = ""
    """The letter of the field, `y`; empty for a literal."""
    width: int = 0
    """How often the letter stands, which tells how the field is printed."""

    @property
    def role(self) -> str:
        """What the field is in a date: `y`, `m`, `d`, or empty for anything else."""
        return _ROLES.get(self.letter, "")

    @property
    def is_number(self) -> bool:
        """Whether the field is printed in digits."""
        return self.role == "y" or (bool(self.role) and self.width < 3)


def split_pattern(pattern: str) -> tuple[Part, ...]:
    """Take a pattern apart."""
    parts = []
    for kind, value in tokenize_pattern(pattern):
        if isinstance(value, tuple):
            parts.append(Part("", *value))
        elif kind == "chars":
            parts.append(Part(value))
    return tuple(parts)


def change(pattern: str, to_part: Callable[[Part], Part]) -> DateTimePattern:
    """Make a pattern of another, part by part."""
    parts = map(to_part, split_pattern(pattern))
    tokens = [("field", (part.letter, part.width)) if part.letter else ("chars", part.literal) for part in parts]
    return parse_pattern(untokenize_pattern(tokens))


def order_of(parts: Iterable[Part]) -> str:
    """Give the order of year, month and day: `dmy`."""
    return "".join(part.role for part in parts)


def date_patterns(locale: Locale) -> Iterator[str]:
    """Give the patterns of dates that have a year, the four styles first."""
    yield from (locale.date_formats[style].pattern for style in STYLE_NAMES)
    for skeleton, pattern in locale.datetime_skeletons.items():
        if "y" in skeleton and _DATE_FIELDS.issuperset(skeleton):
            yield pattern.pattern


def interval_patterns(locale: Locale) -> Iterator[tuple[str, tuple[tuple[Part, ...], tuple[Part, ...]]]]:
    """Give the intervals of dates: the skeleton, and the two halves taken apart."""
    for skeleton, differences in locale.interval_formats.items():
        if skeleton and _DATE_FIELDS.issuperset(skeleton):
            for halves in differences.values():
                if len(halves) == 2:
                    yield skeleton, (split_pattern(halves[0]), split_pattern(halves[1]))
