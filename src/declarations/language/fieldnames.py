"""What front matter calls the title, the date and other facts of a text, in the words of every language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from declarations.language.phrases import fold

__all__ = ["find_fact"]

_FILE = Path(__file__).with_name("fieldnames.toml")


@cache
def _load() -> Mapping[str, str]:
    tables = tomllib.loads(_FILE.read_text("utf-8"))
    return {fold(word): fact for fact, words in tables.items() for word in words}


def find_fact(name: str) -> str | None:
    """Return the kind of metadata that a name states, by its value: `date` for `fecha`; None for any other word."""
    return _load().get(fold(name.replace("_", " ").strip()))
