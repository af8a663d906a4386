"""Measure, print one table, and write it into the reference: `python -m tests.benchmarks --markdown FILE`."""

from __future__ import annotations

import argparse
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import lxml.html
import msgspec
from lxml import etree

import declarations
from declarations.blocks import Limits
from declarations.formats import find_format
from declarations.recognition.pipeline import recognize
from declarations.records import json, xml
from declarations.records.mirrors import make_mirror, to_plain, to_wire
from tests.benchmarks.data import PAGES, make_declaration
from tests.benchmarks.peers import BareTree, check_pydantic, make_pydantic_model

Row = tuple[str, str, str, str]

RESOLUTIONS = 75  # about 36 kB of JSON
SIZES = (10, 100, 1_000, 10_000)
SECONDS = 0.5  # spent on each figure
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment of a process that keeps what it compiles, as an installed package does."""


def measure(work: Callable[[], object], seconds: float = SECONDS) -> float:
    """Give the shortest of many runs, in seconds."""
    best = float("inf")
    until = time.perf_counter() + seconds
    while True:
        begun = time.perf_counter()
        work()
        ended = time.perf_counter()
        best = min(best, ended - begun)
        if ended > until:
            return best


def compare(title: str, peer: str, ours: Callable[[], object], theirs: Callable[[], object]) -> Row:
    """Measure us and a peer, in turn so that a busy moment hits both."""
    runs = [(measure(ours, SECONDS / 4), measure(theirs, SECONDS / 4)) for _ in range(4)]
    mine, other = (min(times) for times in zip(*runs, strict=True))
    return title, show(mine), f"{peer}: {show(other)}", f"{mine / other:.2f}"


def show(seconds: float) -> str:
    """Print a time for a person."""
    return f"{seconds * 1e6:,.0f} µs" if seconds < 0.01 else f"{seconds * 1e3:,.0f} ms"


def measure_json() -> Iterator[Row]:
    """JSON beside plain structs and pydantic."""
    declaration = make_declaration(RESOLUTIONS)
    data = json.dumps(declaration)
    size = f"{len(data) / 1000:.0f} kB"
    struct: Any = msgspec.json.decode(data, type=make_mirror(), dec_hook=to_wire)
    encoder = msgspec.json.Encoder(enc_hook=to_plain)
    decoder: Any = msgspec.json.Decoder(make_mirror(), dec_hook=to_wire)
    model, kind = check_pydantic(data), make_pydantic_model()

    def dump_pydantic() -> bytes:
        return model.model_dump_json(exclude_defaults=True, by_alias=True).encode()

    def dump() -> bytes:
        return json.dumps(declaration)

    def load() -> object:
        return json.loads(data)

    yield compare(f"JSON write, {size}", "msgspec structs", dump, lambda: encoder.encode(struct))
    yield compare(f"JSON write, {size}", "pydantic", dump, dump_pydantic)
    yield compare(f"JSON read, {size}", "msgspec structs", load, lambda: decoder.decode(data))
    yield compare(f"JSON read, {size}", "pydantic", load, lambda: kind.model_validate_json(data))


def measure_xml() -> Iterator[Row]:
    """XML beside bare lxml on the same tree."""
    declaration = make_declaration(RESOLUTIONS)
    data = xml.dumps(declaration)
    size = f"{len(data) / 1000:.0f} kB"
    bare = BareTree(data)
    assert xml.loads(bare.write()) == declaration
    yield compare(f"XML write, {size}", "bare lxml", lambda: xml.dumps(declaration), bare.write)
    yield compare(f"XML read, {size}", "lxml parse alone", lambda: xml.loads(data), lambda: etree.fromstring(data))


def measure_html() -> Iterator[Row]:
    """A whole reading beside the parse of the page alone."""
    page = PAGES["html"](RESOLUTIONS)
    yield compare(
        f"HTML to declaration, {len(page) / 1000:.0f} kB",
        "lxml.html parse alone",
        lambda: declarations.parse(page, format="html"),
        lambda: lxml.html.document_fromstring(page),
    )


def measure_recognition() -> Iterator[Row]:
    """Recognition alone beside what reading the HTML cost."""
    reader = find_format("html").load_reader()
    limits = Limits()
    for size in SIZES[:3]:
        data = PAGES["html"](size).encode()
        page = reader.read_page(data, limits=limits)
        yield compare(
            f"recognition, {size:,} resolutions",
            "reading the HTML",
            lambda: recognize(page),  # noqa: B023 - called at once
            lambda: reader.read_page(data, limits=limits),  # noqa: B023 - called at once
        )


def measure_growth() -> Iterator[Row]:
    """Time for each resolution at growing sizes."""
    for name, make_page in PAGES.items():
        first = None
        for size in SIZES:
            page = make_page(size)
            declaration = declarations.parse(page, format=name)
            found = len(declaration.resolutions)
            each = measure(lambda: declarations.parse(page, format=name), SECONDS if size < 1_000 else 0) / size  # noqa: B023 - called at once
            first = first or each
            title = f"{name}, {size:,} resolutions ({found:,} found)"
            yield (
                title,
                f"{each * 1e6:,.0f} µs each",
                f"at {SIZES[0]}: {first * 1e6:,.0f} µs each",
                f"{each / first:.2f}",
            )


def measure_import() -> Iterator[Row]:
    """A fresh interpreter with and without the library."""

    def median(statement: str) -> float:
        command = [sys.executable, "-c", statement]
        return statistics.median(measure(lambda: subprocess.run(command, check=True), 0) for _ in range(9))

    statement = "from declarations import parse"
    ours, bare = median(statement), median("pass")
    yield f"cold {statement}", show(ours - bare), f"python alone: {show(bare)}", ""
    code = f"import sys; old = set(sys.modules); {statement}; print(len(set(sys.modules) - old))"
    code += "; print(*sorted({name.partition('.')[0] for name in set(sys.modules) - old} - sys.stdlib_module_names))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    yield "modules it loads", out[0], f"not of Python: {', '.join(out[1:])}", ""


FIRST = """
import sys, time, declarations
data = open(sys.argv[1], "rb").read()
times = [time.process_time()]
for _ in range(2):
    declarations.parse(data, format=sys.argv[2])
    times.append(time.process_time())
print(times[1] - times[0], times[2] - times[1])
"""


def measure_start() -> Iterator[Row]:
    """The first reading of a process beside the second, and whole commands; the time of the processor."""
    for name, format in (("harbour-statement.html", "html"), ("river-charter.txt", "text")):
        command = [sys.executable, "-c", FIRST, str(EXAMPLES / name), format]
        runs = [
            subprocess.run(command, capture_output=True, text=True, check=True, env=COMPILED).stdout.split()
            for _ in range(10)
        ]
        first, second = (statistics.median(float(run[place]) for run in runs[1:]) for place in range(2))
        yield f"first parse of {format}", show(first), f"the second: {show(second)}", ""
    bare = _spend([sys.executable, "-c", "pass"])
    code = "import sys; from declarations.cli import main; sys.argv[0] = 'declarations'; main()"
    for arguments in (["--help"], ["show", str(EXAMPLES / "harbour-statement.html")]):
        spent = _spend([sys.executable, "-c", code, *arguments])
        yield f"declarations {arguments[0]}", show(spent), f"python alone: {show(bare)}", ""


def _spend(command: list[str]) -> float:
    """Return the median of the seconds that the processor takes for a command."""
    spent = []
    for _ in range(10):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=COMPILED)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(spent[1:])


GROUPS = {
    "json": measure_json,
    "xml": measure_xml,
    "html": measure_html,
    "recognition": measure_recognition,
    "import": measure_import,
    "start": measure_start,
    "growth": measure_growth,
}


def print_table(rows: list[Row]) -> str:
    """Lay the rows out as a Markdown table."""
    table = [("What", "declarations", "Peer", "Ratio"), *rows]
    widths = [max(len(row[column]) for row in table) for column in range(4)]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in table
    ]
    lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return "\n".join(lines)


def describe_machine() -> str:
    """Name the versions that were measured."""
    versions = f"msgspec {msgspec.__version__}, lxml {etree.__version__}"
    return f"{platform.python_implementation()} {platform.python_version()}, {versions}, {platform.machine()}"


PAGE = """# Performance

Times are the shortest of many runs; peers are measured in the same run on the same data, in turn with
the library. A ratio below 1 means that the library is faster. Measured with {machine}.

{table}

- *msgspec structs* write and read structs that already have the shape of the JSON: no check of a value,
  no model. They are the floor.
- *pydantic* models are frozen, refuse unknown keys and leave out defaults.
- *bare lxml* builds the same tree from ready strings and serializes it.
- *recognition* takes the blocks that the HTML reader made and gives the reading.
- *first parse* and the commands are times of the processor, medians of nine processes.
- *found* says how many resolutions the reading has; time for each resolution stays level when the
  work grows as the page does.

Measure it yourself with `python -m tests.benchmarks` (extra `bench`); `--only json` measures one group.
"""


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", choices=GROUPS, nargs="+", default=list(GROUPS), help="groups to measure")
    parser.add_argument("--markdown", type=Path, help="file to write the page of the reference to")
    options = parser.parse_args()
    table = print_table([row for name in options.only for row in GROUPS[name]()])
    print(table)
    if options.markdown:
        options.markdown.write_text(PAGE.format(machine=describe_machine(), table=table), encoding="utf-8")


if __name__ == "__main__":
    main()
