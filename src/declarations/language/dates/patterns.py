"""Date and time patterns of CLDR (UTS 35, Date Format Patterns) in parts that can be looked at and changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from babel import Locale

if TYPE_CHECKING:
    from babel.dates import DateTimePattern

__all__ = [
    "STYLE_NAMES",
    "Part",
    "change",
    "date_patterns",
    "interval_patterns",
    "intervals_of",
    "load_babel_dates",
    "order_of",
    "split_pattern",
]

STYLE_NAMES = ("short", "medium", "long", "full")
_ROLES = {"y": "y", "u": "y", "M": "m", "L": "m", "d": "d"}
_DATE_FIELDS = frozenset("GyMLdEcu")
_CLASHING = frozenset(("dmy", "mdy"))


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


@cache
def load_babel_dates() -> Any:
    """Return the module of Babel for dates, which takes long to load and reads and writes patterns only."""
    return import_module("babel.dates")


def split_pattern(pattern: str) -> tuple[Part, ...]:
    """Take a pattern apart."""
    parts = []
    for kind, value in load_babel_dates().tokenize_pattern(pattern):
        if isinstance(value, tuple):
            parts.append(Part("", *value))
        elif kind == "chars":
            parts.append(Part(value))
    return tuple(parts)


def change(pattern: str, to_part: Callable[[Part], Part]) -> DateTimePattern:
    """Make a pattern of another, part by part."""
    parts = map(to_part, split_pattern(pattern))
    tokens = [("field", (part.letter, part.width)) if part.letter else ("chars", part.literal) for part in parts]
    babel_dates = load_babel_dates()
    changed: DateTimePattern = babel_dates.parse_pattern(babel_dates.untokenize_pattern(tokens))
    return changed


def order_of(parts: Iterable[Part]) -> str:
    """Return the order of year, month and day: `dmy`."""
    return "".join(part.role for part in parts)


def date_patterns(locale: Locale) -> Iterator[str]:
    """Yield the patterns of dates that have a year, the four styles first."""
    yield from (locale.date_formats[style].pattern for style in STYLE_NAMES)
    for skeleton, pattern in locale.datetime_skeletons.items():
        if "y" in skeleton and _DATE_FIELDS.issuperset(skeleton):
            yield pattern.pattern


def interval_patterns(locale: Locale) -> Iterator[tuple[str, tuple[tuple[Part, ...], tuple[Part, ...]]]]:
    """Yield the intervals of dates: the skeleton, and the two halves taken apart."""
    for skeleton, differences in locale.interval_formats.items():
        if skeleton and _DATE_FIELDS.issuperset(skeleton):
            for halves in differences.values():
                if len(halves) == 2:
                    yield skeleton, (split_pattern(halves[0]), split_pattern(halves[1]))


def intervals_of(locale: Locale, skeleton: str) -> Mapping[str, tuple[str, str]]:
    """Return the patterns of the two halves of an interval by the first field in which they differ.

    CLDR can print day and month in one order where the days differ and in the other where the months do (Oromo has
    `d/M/y` and `M/d/y` since CLDR 48). No one could read that; so there all have the order of the short date.
    """
    differences = locale.interval_formats.get(skeleton) or {}
    pairs = {field: (halves[0], halves[1]) for field, halves in differences.items() if len(halves) == 2}
    orders = {field: _order_in_digits(second) for field, (_, second) in pairs.items()}
    if not _CLASHING.issubset(orders.values()):
        return pairs
    usual = _order_in_digits(locale.date_formats["short"].pattern)
    right = next((pair for field, pair in pairs.items() if orders[field] == usual), None)
    return {field: pair if right is None or orders[field] == usual else right for field, pair in pairs.items()}


def _order_in_digits(pattern: str) -> str:
    """Return the order of a date in digits; empty for a month in letters."""
    parts = split_pattern(pattern)
    return order_of(parts) if all(part.is_number for part in parts if part.role) else ""
