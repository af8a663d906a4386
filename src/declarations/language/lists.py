"""Lists in the language of the reader: `a, b and c`, from CLDR."""

from __future__ import annotations

import re
from collections.abc import Sequence

from declarations.language.locales import find_locale

__all__ = ["join_list"]

# Where a conjunction hangs on the word after it: what that word begins with, the usual form, the other form.
# The rules are those of ICU (`ListFormatter`); CLDR has no data for them.
_CONJUNCTIONS = {
    "es": (re.compile("i|hi(?![ae])", re.IGNORECASE), " y ", " e "),
    "he": (re.compile("[^א-ת]"), " ו", " ו-"),
}
_ISOLATES = "\u2066\u2067\u2068"


def join_list(values: Sequence[str], locale: str) -> str:
    """Join texts as a list of all of them (UTS 35 part 2, List Patterns, `standard`), in linear time.

    Raises `LocaleError` for an unknown locale.
    """
    found = find_locale(locale)
    if len(values) < 2:
        return "".join(values)
    patterns = found.list_patterns["standard"]
    names = ["2"] if len(values) == 2 else ["start", *["middle"] * (len(values) - 3), "end"]
    between = {name: _split(patterns[name]) for name in set(names)}
    if rule := _CONJUNCTIONS.get(found.language):
        opening, usual, other = rule
        before, middle, after = between[names[-1]]
        if middle == usual and opening.match(values[-1].lstrip(_ISOLATES)):
            between[names[-1]] = (before, other, after)
    pieces = [between[name][0] for name in reversed(names)]
    pieces.append(values[0])
    for name, value in zip(names, values[1:], strict=True):
        pieces += [between[name][1], value, between[name][2]]
    return "".join(pieces)


def _split(pattern: str) -> tuple[str, str, str]:
    """Split a pattern such as `{0} and {1}` into what stands before, between and after."""
    before, _, rest = pattern.partition("{0}")
    middle, _, after = rest.partition("{1}")
    return before, middle, after
