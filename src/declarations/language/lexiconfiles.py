"""The files of the lexicons: one TOML file a language, and all of them in one file of JSON that is read faster.

The build hook writes the second. A wheel holds only that; where the TOML files are there as well, one that was
changed after the JSON was made is read itself.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["BUNDLE", "FOLDER", "available_languages", "bundle_lexicons", "load_data"]

FOLDER = Path(__file__).parent / "lexicons"
"""Where the files are."""
BUNDLE = FOLDER / "lexicons.json"
"""All lexicons in one file: language to the stamp of its file and its data."""


def bundle_lexicons(folder: Path = FOLDER) -> str:
    """Return the content of the bundle: JSON."""
    files = {file.stem: file for file in sorted(folder.glob("*.toml"))}
    bundle = {
        language: {"stamp": _stamp(file), "data": tomllib.loads(file.read_text("utf-8"))}
        for language, file in files.items()
    }
    return json.dumps(bundle, ensure_ascii=False, separators=(",", ":"))


@cache
def available_languages() -> tuple[str, ...]:
    """Return the languages that have a lexicon, as BCP 47 tags, sorted."""
    return tuple(sorted({*_load_bundle(), *(file.stem for file in FOLDER.glob("*.toml"))}))


def load_data(language: str) -> Mapping[str, Any]:
    """Return what the file of one of these languages holds."""
    file = FOLDER / f"{language}.toml"
    entry = _load_bundle().get(language)
    is_file = file.is_file()
    if entry is not None and (not is_file or entry["stamp"] == _stamp(file)):
        data: Mapping[str, Any] = entry["data"]
        return data
    return tomllib.loads(file.read_text("utf-8"))


def _stamp(file: Path) -> str:
    """Return a sum of the content: times would differ between two checkouts of the same files."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


@cache
def _load_bundle() -> Mapping[str, Any]:
    try:
        bundle: Mapping[str, Any] = json.loads(BUNDLE.read_text("utf-8"))
    except (OSError, ValueError):  # a checkout that was never built
        return {}
    return bundle
