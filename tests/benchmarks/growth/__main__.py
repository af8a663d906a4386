"""Measure all shapes: `python -m tests.benchmarks.growth [PART OF A NAME …]`; exit code 1 if one is not linear."""

from __future__ import annotations

import argparse
import sys

from tests.benchmarks.growth.measuring import MOST_MEMORY, find_faults, measure_growth, measure_memory
from tests.benchmarks.growth.table import SHAPES

_SIZE = 24_000
_MEGABYTE = 1_000_000


def main() -> None:
    """Measure what was asked for, worst last."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.growth", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="parts of names of shapes, such as `html:` or `rows`")
    parser.add_argument("--size", type=int, default=_SIZE, help="bytes of the shorter input")
    parser.add_argument("--memory", action="store_true", help="measure the memory for 1 MB as well")
    parser.add_argument("--every", type=int, default=1, help="measure one of so many shapes")
    options = parser.parse_args()
    chosen = [one for one in SHAPES if not options.names or any(part in one.title for part in options.names)]
    grown = []
    for shape in chosen[:: options.every]:
        grown.append(measure_growth(shape, options.size))
        print(f"{shape.title}: {grown[-1].exponent:.2f}, {grown[-1].pace:.2f} ms/kB", file=sys.stderr, flush=True)
    print(f"{'kB':>8} {'seconds':>8} {'exponent':>8} {' × usual':>8} {'× memory':>8}  shape")
    is_faulty = False
    for one, times, fault in sorted(find_faults(grown), key=lambda row: (row[0].exponent, row[1])):
        memory = measure_memory(one.shape, _MEGABYTE) if options.memory else 0.0
        told = ", ".join(filter(None, (fault, "large" if memory > MOST_MEMORY else "")))
        is_faulty = is_faulty or bool(told)
        row = f"{one.size / 1000:8.1f} {one.seconds:8.3f} {one.exponent:8.2f} {times:8.2f} {memory:8.1f}"
        print(f"{row}  {one.shape.title}  {told}".rstrip(), flush=True)
    sys.exit(is_faulty)


if __name__ == "__main__":
    main()
