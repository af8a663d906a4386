"""Score the library and its peers on pages: `python -m tests.benchmarks.pages [FOLDER ...]`.

A folder holds pages and what is right about them (`gold`); without one, pages of made-up sites are read.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.benchmarks.pages.gold import FACTS, read_folder
from tests.benchmarks.pages.measures import measure
from tests.benchmarks.pages.peers import READERS
from tests.benchmarks.pages.sites import make_pages

COLUMNS = ("f1", "precision", "recall", *FACTS, "x lxml")


def main() -> None:
    """Print a table for every folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    folders = parser.parse_args().folders
    sets = {folder.name: list(read_folder(folder)) for folder in folders}
    for name, pages in (sets or {"made-up sites": [(data, known) for _, data, known in make_pages()]}).items():
        print(f"## {name} ({len(pages)} pages)\n")
        print(f"| | {' | '.join(COLUMNS)} |\n|---|{'---|' * len(COLUMNS)}")
        for reader, read in READERS.items():
            scores = measure(read, pages)
            cells = (f"{scores[column]:.3f}" if column in scores else "" for column in COLUMNS)
            print(f"| {reader} | {' | '.join(cells)} |")
        print()


if __name__ == "__main__":
    main()
