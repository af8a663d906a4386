"""The dates of one document, read in one way throughout."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from declarations.errors import DateError, LocaleError
from declarations.language.dates import DateMatch, decide_order, find_dates, parse_date, usual_order
from declarations.language.locales import find_locale

__all__ = ["DateFinder"]

_LABEL = re.compile(r"(?<=[^\W\d]):(?=\d)")
_BETWEEN_DIGITS = re.compile(r"\d[./-]\d")


@attrs.frozen(kw_only=True)
class DateFinder:
    """Finds dates with what is known of the document: its language, and the order of its dates of digits."""

    locale: str | None = None
    """Tag of the language whose names are tried first; None if CLDR knows none of them."""
    order: str | None = None
    """Order of day and month that its own dates show."""
    _found: dict[str, tuple[DateMatch, ...]] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    @classmethod
    def of(cls, texts: Iterable[str], tags: Iterable[str]) -> DateFinder:
        """Make a finder for texts in the first of some languages that CLDR knows."""
        lines = [*texts]
        may_tell = _BETWEEN_DIGITS.search("\n".join(lines))  # one look at all is faster
        orders = {order for line in lines if (order := decide_order(line))} if may_tell else set()
        return cls(
            locale=next((tag for tag in tags if _is_known(tag)), None),
            order=orders.pop() if len(orders) == 1 else None,
        )

    def find(self, text: str) -> tuple[DateMatch, ...]:
        """Find the dates in a text; one that can be read in two ways is read as all countries of the language do."""
        if text not in self._found:
            # `en` alone must not read 03/04/2025 as an American would
            is_country = self.locale is not None and "-" in self.locale
            order = self.order or (None if is_country else "any")
            line = text.rstrip().removesuffix(":")  # a colon after a year would begin a time, as after a label
            line = _LABEL.sub(" ", line) if ":" in line else line
            self._found[text] = tuple(map(self._settle, find_dates(line, locale=self.locale, order=order)))
        return self._found[text]

    def _settle(self, match: DateMatch) -> DateMatch:
        if not match.alternatives or self.locale is None or not (order := usual_order(self.locale)):
            return match
        try:
            reading = parse_date(match.text, locale=self.locale, order=order)
        except DateError:
            return match
        return attrs.evolve(match, **{name: getattr(reading, name) for name in ("date", "alternatives", "findings")})


def _is_known(tag: str) -> bool:
    try:
        find_locale(tag)
    except LocaleError:
        return False
    return True
