"""Try the law on many pages, half made, half spoilt ones of the corpus: `python -m tests.law [COUNT] [SEED]`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random

from tests.law.corpus import list_pages
from tests.law.oracle import find_lost
from tests.law.pages import generate, mutate


def main() -> int:
    """Print how many pages lost words, and the first that did; return 1 if any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=1000)
    parser.add_argument("seed", nargs="?", type=int, default=0)
    parser.add_argument("--corpus", action="store_true", help="try every document of the corpus as it is, and no other")
    options = parser.parse_args()
    random, pages = Random(options.seed), [*list_pages()]
    tried: Counter[str] = Counter()
    failed = 0
    inputs = (("real", *page) for page in pages) if options.corpus else _make(random, pages, options.count)
    for number, (kind, data, format) in enumerate(inputs):
        lost = find_lost(data, format)
        tried[kind] += 1
        failed += bool(lost)
        if lost:
            print(f"{number}: {format} lost {dict(lost)}\n{data[:2000]}\n")
    print(f"{dict(tried)}: {failed} lost words")
    return int(bool(failed))


def _make(random: Random, pages: Sequence[tuple[str, str]], count: int) -> Iterator[tuple[str, str, str]]:
    """Yield kind, text and format of pages, every second of them a spoilt one of the corpus."""
    for number in range(count):
        if number % 2 and pages:
            text, format = random.choice(pages)
            yield "spoilt", mutate(text, random), format
        else:
            yield "made", *generate(random)


if __name__ == "__main__":
    sys.exit(main())
