"""Try the law on many pages, half made, half spoilt ones of the corpus: `python -m tests.law [COUNT] [SEED]`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from random import Random

from tests.law.corpus import list_pages
from tests.law.oracle import find_lost
from tests.law.pages import generate, mutate


def main() -> int:
    """Print how many pages lost words, and the first that did; return 1 if any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=1000)
    parser.add_argument("seed", nargs="?", type=int, default=0)
    options = parser.parse_args()
    random, pages = Random(options.seed), [*list_pages()]
    tried: Counter[str] = Counter()
    failed = 0
    for number in range(options.count):
        made = number % 2 == 0 or not pages
        data, format = generate(random) if made else _spoil(*random.choice(pages), random)
        lost = find_lost(data, format)
        tried["made" if made else "spoilt"] += 1
        failed += bool(lost)
        if lost:
            print(f"{number}: {format} lost {dict(lost)}\n{data[:2000]}\n")
    print(f"{dict(tried)}: {failed} lost words")
    return int(bool(failed))


def _spoil(text: str, format: str, random: Random) -> tuple[str, str]:
    return mutate(text, random), format


if __name__ == "__main__":
    sys.exit(main())
