"""Where tools look for the corpora."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

__all__ = ["add_corpus_option"]

VARIABLE = "DECLARATIONS_CORPUS"
"""The environment variable that names the folder."""


def add_corpus_option(parser: argparse.ArgumentParser) -> None:
    """Add `--corpus`; without it and the variable, fixtures alone are read."""
    named = os.environ.get(VARIABLE)
    default = Path(named) if named else None
    parser.add_argument("--corpus", type=Path, default=default, help=f"folder of the corpora; else that of {VARIABLE}")
