"""Write all lexicons into the one file that is read faster: `python -m tools.lexiconbundle`.

The build hook (`hatch_build.py`) uses `write_bundle`. The file is not kept under version control; where it is absent
or older than a lexicon, the lexicon itself is read.
"""

from __future__ import annotations

import sys
from pathlib import Path

from declarations.language.lexiconfiles import BUNDLE, bundle_lexicons

__all__ = ["write_bundle"]


def write_bundle(target: Path = BUNDLE) -> None:
    """Write the bundle."""
    target.write_text(bundle_lexicons(), "utf-8")


if __name__ == "__main__":
    write_bundle()
    sys.stdout.write(f"{BUNDLE} written\n")
