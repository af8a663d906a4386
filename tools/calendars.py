"""Make `language/dates/calendars.json`: names of months and eras of other calendars, which Babel does not have.

    python -m tools.calendars FOLDER

FOLDER holds the unpacked packages `cldr-cal-*-full` of the CLDR JSON data. The file that this writes is kept
in the repository, since no build should need those packages.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import localedata

from declarations.language.dates.extraction import names_in
from declarations.language.dates.pieces import split_pieces
from declarations.language.locales import fallback_chain, load_locale

TARGET = Path(__file__).parent.parent / "src/declarations/language/dates/calendars.json"
MONTHS = ("islamic", "persian", "hebrew", "ethiopic")
ERAS = {"buddhist": (0, 0), "roc": (1, 1), "islamic": (0, 0), "persian": (0, 0), "japanese": (232, 236)}
"""Calendars whose eras tell how to count, and the first and last era that is still printed."""
SHORTEST_LATIN = 4
ROOT = "*"
ETHIOPIC = frozenset(["am", "ti", "om", "gez", "tig", "byn", "wal", "sid", "ssy", "aa", "so"])
"""Languages in which Ethiopic dates are printed; in others the names would only be taken for other words."""
MOST_TAGS = 60
"""A name that more languages print stands in the root of CLDR and is known in all."""


def main(folder: Path) -> None:
    """Read the packages and write the file."""
    names: dict[tuple[str, str, str], dict[str, None]] = defaultdict(dict)
    for name in sorted(localedata.locale_identifiers()):
        tag = name.replace("_", "-")
        own = {pieces for pieces, _, _ in names_in(load_locale(name))}
        for calendar, kind, number, printed in _names(folder, tag):
            pieces = split_pieces(printed)
            if calendar == "ethiopic" and tag.partition("-")[0] not in ETHIOPIC:
                continue
            if pieces not in own and not any(piece.isdecimal() for piece in pieces) and _is_clear(printed):
                names[calendar, kind, f"{number} {printed}"][tag] = None
    data: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: {"months": {}, "eras": {}})
    for (calendar, kind, key), tags in names.items():
        kept = [tag for tag in tags if not tags.keys() & set(fallback_chain(tag)[1:])]
        data[calendar][kind][key] = ROOT if len(kept) > MOST_TAGS else " ".join(kept)
    TARGET.write_text(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _is_clear(printed: str) -> bool:
    return len(printed.replace(".", "")) >= (SHORTEST_LATIN if printed.isascii() else 2)


def _names(folder: Path, tag: str) -> Iterator[tuple[str, str, str, str]]:
    for calendar in sorted({*MONTHS, *ERAS}):
        for file in sorted(folder.glob(f"cldr-cal-{calendar}-full*/main/{tag}/ca-{calendar}.json")):
            data: dict[str, Any] = json.loads(file.read_text("utf-8"))["main"][tag]["dates"]["calendars"][calendar]
            if calendar in MONTHS:
                yield from _months(calendar, data)
            if calendar in ERAS:
                yield from _eras(calendar, data)


def _months(calendar: str, data: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    for context in data["months"].values():
        for width in ("wide", "abbreviated"):
            for number, printed in context.get(width, {}).items():
                yield calendar, "months", number.partition("-")[0], printed.rstrip(".")


def _eras(calendar: str, data: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    first, last = ERAS[calendar]
    for width in ("eraNames", "eraAbbr", "eraNarrow"):
        for number, printed in data["eras"].get(width, {}).items():
            if number.isdecimal() and first <= int(number) <= last:
                yield calendar, "eras", number, printed


if __name__ == "__main__":
    main(Path(sys.argv[1]))
