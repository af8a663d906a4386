"""Dates written by machines: ISO 8601, RFC 5322 (e-mail), the Unix command `date`, and seconds since 1970."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from importlib import import_module

from declarations.errors import ValidationError
from declarations.model import PartialDate

__all__ = ["looks_written_by_machine", "parse_timestamp"]

_LONGEST = 64
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_MOMENT = re.compile(r"\d{4}-?\d{2}-?\d{2}[T ]\d{2}|\d{8}\b", re.ASCII)
_USUAL = re.compile(
    r"\d{4}-\d\d-\d\d[T ](?:[01]\d|2[0-3]):\d\d(?::\d\d(?:\.\d{3}(?:\d{3})?)?)?(?:Z|[+-]\d\d:[0-5]\d)?", re.ASCII
)
"""What the standard library reads as dateutil does."""
_ZONE = re.compile(r"(?<=:\d\d) ([+-]\d\d:?\d\d)\Z", re.ASCII)
"""The offset from UTC after a space, as static site builders write it."""
_EPOCH = re.compile(r"\d{10}|\d{13}", re.ASCII)
_DAY, _MONTH = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)", "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_MAIL = re.compile(
    rf"(?:{_DAY},\s)?\d{{1,2}}\s{_MONTH}\s\d{{4}}\s\d{{2}}:\d{{2}}(?::\d{{2}})?\s?(?:[+-]\d{{4}}|GMT|UTC?|Z)?", re.ASCII
)
_UNIX = re.compile(rf"{_DAY}\s{_MONTH}\s+\d{{1,2}}\s\d{{2}}:\d{{2}}:\d{{2}}(\s[A-Z]{{3,5}})?\s\d{{4}}", re.ASCII)

_MACHINE = re.compile(f"{_MOMENT.pattern}|{_MAIL.pattern}|{_UNIX.pattern}", re.ASCII)


def looks_written_by_machine(text: str) -> bool:
    """Return whether a text has one of the forms, but for the date alone, which people write too."""
    return bool(_MACHINE.match(text))


def parse_timestamp(text: str) -> tuple[PartialDate, dt.time | None] | None:
    """Read a date written by a machine, with the time and the offset from UTC if it has them.

    Gives None for anything else; nothing is filled in. Seconds since 1970 are in UTC.
    """
    stripped = _ZONE.sub(r"\1", text.strip())
    if len(stripped) > _LONGEST:
        return None
    if found := _DATE.fullmatch(stripped):
        try:
            return PartialDate(*(int(part) if part else None for part in found.groups())), None  # type: ignore[arg-type]
        except ValidationError:
            return None
    try:
        moment = _parse(stripped)
    except (ValueError, OverflowError):
        return None
    if moment is None:
        return None
    has_time = ":" in stripped or "T" in stripped or bool(_EPOCH.fullmatch(stripped))
    return PartialDate.of(moment), _with_fixed_offset(moment) if has_time else None


@cache
def _load_parse(name: str) -> Callable[[str], dt.datetime]:
    """Return a function of dateutil, which few texts need."""
    found: Callable[[str], dt.datetime] = getattr(import_module("dateutil.parser"), name)
    return found


def _parse(text: str) -> dt.datetime | None:
    if _EPOCH.fullmatch(text):
        return dt.datetime.fromtimestamp(int(text[:10]), dt.UTC)
    if _USUAL.fullmatch(text):
        return dt.datetime.fromisoformat(text)
    if _MAIL.fullmatch(text):
        return _load_parse("parse")(text)
    if found := _UNIX.fullmatch(text):
        is_known = found[1] is None or found[1].strip() in ("UTC", "GMT")  # other abbreviations have many meanings
        return _load_parse("parse")(text if is_known else text.replace(found[1], "", 1))
    return _load_parse("isoparse")(text) if _MOMENT.match(text) else None


def _with_fixed_offset(moment: dt.datetime) -> dt.time:
    """Return the offset as a fixed one of whole minutes, as the model wants it; leave out any other."""
    time, offset = moment.timetz(), moment.utcoffset()
    if offset is None or offset.total_seconds() % 60:
        return time.replace(tzinfo=None)
    return time.replace(tzinfo=dt.timezone(offset))
