"""Write the index of the names that dates are printed with in all CLDR locales: `python -m tools.dateindex`.

The build hook (`hatch_build.py`) uses `write_index`, so that no installed package has to read all of CLDR; this
module needs what `declarations.language.dates` does. The file is not kept under version control: where it is absent,
the code makes the index anew; of one that was made with another Babel it leaves out the locales that are not there.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import babel

from declarations.language.dates.index import INDEX_FILE, build_index

__all__ = ["TARGET", "is_current", "write_index"]

FOLDER = Path(__file__).resolve().parents[1] / "src" / "declarations" / "language" / "dates"
TARGET = FOLDER / INDEX_FILE
"""The file that is written."""


def write_index(target: Path = TARGET) -> bool:
    """Write the index unless a current one is there; tell whether it was written."""
    if is_current(target):
        return False
    target.write_text(json.dumps(build_index(), ensure_ascii=False, separators=(",", ":")), "utf-8")
    return True


def is_current(target: Path = TARGET) -> bool:
    """Tell whether an index is there that was made with this Babel and by this code."""
    try:
        made, version = target.stat().st_mtime, json.loads(target.read_text("utf-8"))["babel"]
    except (OSError, ValueError, LookupError, TypeError):
        return False
    sources = (path for path in FOLDER.iterdir() if path.is_file() and path.name != INDEX_FILE)
    return version == babel.__version__ and all(path.stat().st_mtime <= made for path in sources)


if __name__ == "__main__":
    sys.stdout.write(f"{TARGET} {'written' if write_index() else 'is current'}\n")
