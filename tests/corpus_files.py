"""The development corpus: documents that tests read where they are, and that never enter the project.

It is looked for in the folder that the environment variable `DECLARATIONS_CORPUS` names, else beside the
project. A test that asks for it is skipped where it is absent; where `CI` is true it fails instead, unless
the variable is set to nothing, which says that there is no corpus.
"""

import json
import os
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import attrs
import pytest

import declarations

T = TypeVar("T")

SUFFIXES = {"html": ".html", "markdown": ".md", "text": ".txt"}
"""The forms of every document, by the name of their format."""


@attrs.frozen
class Document:
    """One document of the corpus in one form, with its right reading."""

    path: Path
    """Where it is."""
    format: str
    """Name of its format."""

    @property
    def name(self) -> str:
        """Name for test ids: `udhr/eng.html`."""
        return f"{self.path.parent.name}/{self.path.name}"

    @property
    def gold(self) -> dict[str, Any]:
        """The right reading."""
        gold: dict[str, Any] = json.loads(self.path.with_suffix(".gold.json").read_text("utf-8"))
        return gold

    def examine(self) -> declarations.Reading:
        """Read the document."""
        return declarations.examine(self.path.read_bytes(), format=self.format)


def find_corpus() -> Path | None:
    """Give the folder of the corpus, or None."""
    named = os.environ.get("DECLARATIONS_CORPUS")
    if named == "":
        return None
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared" / "corpus"
    return folder if folder.is_dir() else None


def corpus() -> Path:
    """Give the folder of the corpus; without it skip the test, or fail it in CI."""
    if folder := find_corpus():
        return folder
    if os.environ.get("CI", "").lower() in {"1", "true"} and os.environ.get("DECLARATIONS_CORPUS") != "":
        pytest.fail("the corpus is missing: set DECLARATIONS_CORPUS to its folder, or to nothing to do without")
    pytest.skip("the corpus is not here; DECLARATIONS_CORPUS can name its folder")


def documents(folder: str, *, names: str = "*") -> Iterator[Document]:
    """Go through the documents of one folder of the corpus in every form."""
    for gold in sorted((corpus() / folder).glob(f"{names}.gold.json")):
        stem = gold.name.removesuffix(".gold.json")
        for format, suffix in SUFFIXES.items():
            yield Document(gold.with_name(stem + suffix), format)


def sample(items: Iterable[T]) -> Iterator[T]:
    """Take every fifth of the documents, for tests that take long; all with the Hypothesis profile `thorough`."""
    return islice(items, None, None, 1 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 5)


def letters(text: object) -> str:
    """Give letters, marks and digits only, in one case: punctuation and spacing do not count."""
    folded = unicodedata.normalize("NFKC", str(text or "")).casefold()
    return "".join(char for char in folded if unicodedata.category(char)[0] in "LMN")
