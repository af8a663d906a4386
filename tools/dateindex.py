"""Write what all CLDR locales print dates with, into the two files that the code reads: `python -m tools.dateindex`.

The build hook (`hatch_build.py`) uses `write_index`, so that no installed package has to read all of CLDR; this
module needs what `declarations.language.dates` does. The files are not kept under version control: where they are
absent, the code makes anew what they hold; of an index that was made with another Babel it leaves out the locales that
are not there, and it does not read extracts that were.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import babel

from declarations.language.dates.extracts import EXTRACTS_FILE, bundle_extracts
from declarations.language.dates.index import INDEX_FILE, build_index

__all__ = ["EXTRACTS", "TARGET", "is_current", "write_index"]

FOLDER = Path(__file__).resolve().parents[1] / "src" / "declarations" / "language" / "dates"
TARGET = FOLDER / INDEX_FILE
"""The file of the names in all locales."""
EXTRACTS = FOLDER / EXTRACTS_FILE
"""The file of what each locale prints."""


def write_index(target: Path = TARGET, extracts: Path = EXTRACTS) -> bool:
    """Write both files unless current ones are there; tell whether they were written."""
    if is_current(target) and is_current(extracts):
        return False
    extracts.write_text(bundle_extracts(), "utf-8")
    target.write_text(json.dumps(build_index(), ensure_ascii=False, separators=(",", ":")), "utf-8")
    return True


def is_current(target: Path = TARGET) -> bool:
    """Return whether a file is there that was made with this Babel and by this code."""
    try:
        made, version = target.stat().st_mtime, json.loads(_read_head(target))["babel"]
    except (OSError, ValueError, LookupError, TypeError):
        return False
    made_by_us = {INDEX_FILE, EXTRACTS_FILE}
    sources = (path for path in FOLDER.iterdir() if path.is_file() and path.name not in made_by_us)
    return version == babel.__version__ and all(path.stat().st_mtime <= made for path in sources)


def _read_head(target: Path) -> str:
    """Return the first line, which of the index is all of it."""
    with target.open(encoding="utf-8") as lines:
        return lines.readline()


if __name__ == "__main__":
    sys.stdout.write(f"{TARGET} and {EXTRACTS.name} {'written' if write_index() else 'are current'}\n")
