"""The extracts of all locales in one file, so that no process has to read them out of the data of Babel.

The build of the package writes it: first a line that tells the version of Babel and which line holds what a locale
prints, then the lines; locales that print the same share one.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import babel
from babel import localedata

from declarations.language.dates.extraction import Extract, extract
from declarations.language.resources import find_resource

__all__ = ["EXTRACTS_FILE", "bundle_extracts", "load_extract"]

EXTRACTS_FILE = "extracts.jsonl"
"""Where the build of the package puts them."""
_SETS = ("glue", "joints", "links", "time_starts")


def load_extract(name: str) -> Extract:
    """Return what a locale prints, from the file or, where that is absent or made with another Babel, from Babel."""
    places, lines = _load_lines()
    return _from_row(json.loads(lines[places[name]])) if name in places else extract(name)


@cache
def _load_lines() -> tuple[dict[str, int], list[bytes]]:
    try:
        head, *lines = find_resource("declarations.language.dates", EXTRACTS_FILE).read_bytes().splitlines()
        contents = json.loads(head)
    except (OSError, ValueError):  # a checkout that was never built
        return {}, []
    return (contents["locales"], lines) if contents["babel"] == babel.__version__ else ({}, [])


def bundle_extracts() -> str:
    """Return the content of the file; it takes seconds."""
    rows = {name: _to_row(extract(name)) for name in sorted(localedata.locale_identifiers())}
    places = {row: place for place, row in enumerate(dict.fromkeys(rows.values()))}
    head = {"babel": babel.__version__, "locales": {name: places[row] for name, row in rows.items()}}
    return "\n".join((json.dumps(head, separators=(",", ":")), *places, ""))


def _to_row(printed: Extract) -> str:
    row = {
        "names": [[*pieces, kind, value] for pieces, kind, value in printed.names],
        **{field: sorted(getattr(printed, field)) for field in _SETS},
        "units": printed.units,
        "orders": printed.orders,
        "range_orders": printed.range_orders,
    }
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _from_row(row: dict[str, Any]) -> Extract:
    return Extract(
        names=tuple((tuple(pieces), kind, value) for *pieces, kind, value in row["names"]),
        units=row["units"],
        orders=tuple(row["orders"]),
        range_orders=tuple(row["range_orders"]),
        **{field: frozenset(row[field]) for field in _SETS},
    )
