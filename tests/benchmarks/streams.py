"""Measure streams of declarations: `python -m tests.benchmarks.streams --markdown FILE`.

Every conversion runs in an interpreter of its own, whose largest memory is what counts.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import attrs

import declarations
from declarations import Declaration
from tests.benchmarks.data import make_declaration

__all__ = ["convert_file", "make_stream"]

SIZES = (1_000, 10_000, 100_000)
RESOLUTIONS = 5
TARGETS = ("jsonl", "csv", "csv-clauses", "akn", "edoxen")
FIGURES = re.compile(r"(?<=<!-- figures -->\n\n).*?(?=\n<!-- end -->)", re.DOTALL)


def make_stream(count: int) -> Iterator[Declaration]:
    """Make declarations that differ in title and identifier."""
    one = make_declaration(RESOLUTIONS)
    for number in range(count):
        identifier = declarations.Identifier(f"2025/{number}", scheme="HA")
        yield attrs.evolve(one, title=f"Statement no. {number}", identifiers=[identifier], meeting="12th Assembly")


def convert_file(source: Path, target: Path, format: str) -> tuple[float, float]:
    """Convert a file of JSON Lines as a stream; give the seconds and the largest memory in MB."""
    begun = time.perf_counter()
    declarations.write_all(declarations.read_all(source), target, format=format)
    seconds = time.perf_counter() - begun
    peak = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    return seconds, int(peak[1]) / 1024 if peak else float("nan")


def measure(folder: Path, count: int, format: str) -> tuple[float, float]:
    """Convert in a fresh interpreter."""
    source = folder / f"{count}.jsonl"
    if not source.exists():
        declarations.write_all(make_stream(count), source)
    code = "import pathlib, sys; from tests.benchmarks.streams import convert_file as c; a, b, f = sys.argv[1:]"
    code += "; print(*c(pathlib.Path(a), pathlib.Path(b), f))"
    command = [sys.executable, "-c", code, str(source), str(folder / "target"), format]
    seconds, peak = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(seconds), float(peak)


def list_rows(targets: list[str], sizes: list[int]) -> Iterator[list[str]]:
    """Measure every target at every size."""
    with tempfile.TemporaryDirectory() as name:
        for target in targets:
            figures = [measure(Path(name), size, target) for size in sizes]
            each = figures[-1][0] / sizes[-1]
            yield [f"JSON Lines to {target}", *(f"{peak:,.0f} MB" for _, peak in figures), f"{each * 1e6:,.0f} µs"]


def print_table(rows: list[list[str]]) -> str:
    """Lay the rows out as a Markdown table."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    lines.insert(1, ["-" * width for width in widths])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.streams", description=__doc__)
    parser.add_argument("--only", choices=TARGETS, nargs="+", default=["jsonl", "csv", "akn"], help="formats to write")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="numbers of declarations")
    parser.add_argument("--markdown", type=Path, help="document whose figures are replaced")
    options = parser.parse_args()
    head = ["Conversion", *(f"{size:,}" for size in options.sizes), "Time for each"]
    table = print_table([head, *list_rows(options.only, options.sizes)])
    print(table, end="")
    if options.markdown:
        text = options.markdown.read_text("utf-8")
        options.markdown.write_text(FIGURES.sub(lambda _: table, text), encoding="utf-8")


if __name__ == "__main__":
    main()
