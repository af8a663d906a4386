r"""The patterns of strings, in the regular expressions that Python, ECMA 262, RE2 and XML Schema have in common.

That is: groups in plain parentheses, no anchors, no look-around, and of escapes only `\t`, `\n`, `\r`, `\.`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import attrs

from declarations.validation import ID, ILLEGAL_CHARACTERS, LANGUAGE_TAG

__all__ = ["SIMPLE_TYPES", "SimpleType", "unfold"]

_CHARACTERS = range(0x110000)
_SHOWN = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}

_YEAR = "([0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)"  # all but 0000
_FOURTH = "(0[48]|[2468][048]|[13579][26])"  # 04, 08, 12 … 96
_LEAP_YEAR = f"([0-9]{{2}}{_FOURTH}|{_FOURTH}00)"
_MONTH = "(0[1-9]|1[0-2])"
_MONTH_AND_DAY = (
    "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
)
_DAY = f"({_YEAR}-{_MONTH_AND_DAY}|{_LEAP_YEAR}-02-29)"
_DATE = f"({_YEAR}(-{_MONTH})?|{_DAY})"
_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"


@attrs.frozen
class SimpleType:
    """A sort of string that all schemas name."""

    description: str
    """What it is."""
    pattern: str
    """What the whole string matches."""
    examples: tuple[str, ...] = ()
    """Some strings of it."""
    is_line: bool = True
    """Whether no line feed can stand in it."""


def unfold(pattern: str) -> str:
    """Write a pattern without counts, and without a loop that ends a loop: libxml2 gets both wrong.

    `a{2,3}` becomes `aa(a)?`, and `(a(b)+)*` becomes `(a(b)((a)?(b))*)?`.
    """
    looped = re.sub(r"\(([^()]+)(\([^()]+\))\+\)\*", r"(\1\2((\1)?\2)*)?", pattern)
    counted = re.compile(r"(\[[^]]+\]|\([^()]+\))\{([0-9]+)(?:,([0-9]+))?\}")
    spelt = counted.sub(lambda found: _repeat(found[1], int(found[2]), int(found[3] or found[2])), looped)
    return spelt if spelt == pattern else unfold(spelt)  # counts inside of counts


def _repeat(what: str, least: int, most: int) -> str:
    more = most - least
    return what * least + f"({what}" * more + ")?" * more


@cache
def _legal() -> frozenset[str]:
    """Return all characters that a text may hold: `Char` of XML 1.0, section 2.2."""
    return frozenset(sign for sign in map(chr, _CHARACTERS) if not ILLEGAL_CHARACTERS.match(sign))


def _write_class(signs: Iterable[str]) -> str:
    """Write a set of characters as a class of ranges."""
    ranges: list[list[str]] = []
    for sign in sorted(signs):
        if ranges and ord(sign) == ord(ranges[-1][1]) + 1:
            ranges[-1][1] = sign
        else:
            ranges.append([sign, sign])
    written = (_show(low) if low == high else f"{_show(low)}-{_show(high)}" for low, high in ranges)
    return f"[{''.join(written)}]"


def _show(sign: str) -> str:
    return _SHOWN.get(sign, sign)


def _write_filled() -> str:
    """Blanks, one sign that is none, and anything legal; the first two have no sign in common, so it is linear."""
    legal = _legal()
    blank = frozenset(filter(str.isspace, legal))
    return f"{_write_class(blank)}*{_write_class(legal - blank)}{_write_class(legal)}*"


def _ignore_case(pattern: re.Pattern[str]) -> str:
    """Rewrite a verbose pattern of ASCII letters that ignores case as one that names both cases."""
    bare = re.sub(r"\s+|#.*", "", pattern.pattern).replace("(?:", "(")
    return re.sub(r"\[([^]]+)\]|([a-z])", lambda found: _name_both(found[1] or found[2]), bare)


def _name_both(signs: str) -> str:
    letters = "".join(re.findall("[a-z]-[a-z]|[a-z]", signs))
    return f"[{signs}{letters.upper()}]"


_FILLED = _write_filled()

SIMPLE_TYPES: dict[str, SimpleType] = {
    "Characters": SimpleType(
        "Any characters that XML 1.0 can carry (section 2.2).", f"{_write_class(_legal())}*", is_line=False
    ),
    "FilledString": SimpleType("A string that is not blank.", _FILLED, is_line=False),
    "OptionalString": SimpleType("A string that is not blank, or nothing.", f"({_FILLED})?", is_line=False),
    "Id": SimpleType("A name that is safe as an id in XML, HTML and JSON alike.", ID.pattern, ("c-1f3a", "walls")),
    "LanguageTag": SimpleType(
        "A BCP 47 language tag (RFC 5646, section 2.1).", _ignore_case(LANGUAGE_TAG), ("en", "pt-BR", "zh-Hans", "und")
    ),
    "Date": SimpleType(
        "A day, a month, a year or an interval of two of them, in EDTF (ISO 8601-2:2019, levels 0 and 1).",
        f"{_DATE}(/{_DATE})?",
        ("2025-03-07", "2025-03", "2025", "2014-07-09/2014-07-11"),
    ),
    "Day": SimpleType("A day of the calendar, in EDTF (ISO 8601-2:2019, level 0).", _DAY, ("2025-03-07",)),
    "Time": SimpleType(
        "A time of day, with its offset from UTC if known (RFC 3339, section 5.6).",
        rf"{_CLOCK}:[0-5][0-9](\.[0-9]+)?([Zz]|[+\-]([01][0-9]|2[0-3]):?[0-5][0-9])?",
        ("14:30:00", "14:30:00+02:00"),
    ),
}
"""Every sort of string by its name in the schemas."""
