"""What is right about the pages of a folder.

A folder holds pages (`.html`, or `.html.gz`) and a file `gold.json`, a list of objects. `file` names a page; what is
known of it stands in any of these fields: `title`, `author` (a string, or a list of names), `site`, `day`
(`2024-05-06`), `language`, `issuer`, and `body`, the words of its main text. A field that is left out, or null, is not
scored. `sitename` and `date` are read as `site` and `day`.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

__all__ = ["FACTS", "read_folder"]

FACTS = ("title", "author", "site", "day", "language", "issuer")
"""What is compared by its letters and digits."""
_OTHER_NAMES = {"sitename": "site", "date": "day"}


def read_folder(folder: Path) -> Iterator[tuple[bytes, Mapping[str, Any]]]:
    """Yield every page of a folder with what is known of it."""
    for entry in json.loads((folder / "gold.json").read_text("utf-8")):
        path = folder / entry["file"]
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        known = {_OTHER_NAMES.get(name, name): value for name, value in entry.items() if value is not None}
        if isinstance(author := known.get("author"), list):
            known["author"] = "; ".join(author)
        yield data, known
