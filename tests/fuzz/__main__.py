"""Fuzz the library: `python -m tests.fuzz [TARGET …]`; exit code 1 if anything is wrong.

Inputs are made by atheris, which is guided by the lines that they reach, where it is installed (`pip install -e
".[fuzz]"`), else by chance. Each target runs in a process of its own. Inputs that show a fault are made shorter and
written to a folder; those that belong into `tests/fuzz/crashes` are tests from then on.
"""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.campaigns import Plan, run_target
from tests.fuzz.targets import TARGETS
from tests.fuzz.trials import Tally

_COLUMNS = (
    "target",
    "inputs",
    "exceptions",
    "losses",
    "hangs",
    "slow",
    "large",
    "ms/kB",
    "× time",
    "memory",
    "× memory",
    "seconds",
)


def main() -> int:
    """Run what was asked for, and print a row for each target and a paragraph for each fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.partition("\n")[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}; all without any")
    parser.add_argument("--count", type=int, default=20_000, help="inputs over all targets, each its share")
    parser.add_argument("--seconds", type=float, default=0, help="the longest time for one target; 0 for no end")
    parser.add_argument("--seed", type=int, default=0, help="the number that chance begins with")
    parser.add_argument("--plain", action="store_true", help="make inputs by chance, without atheris")
    parser.add_argument("--corpus", action="store_true", help="begin with the pages of DECLARATIONS_CORPUS too")
    parser.add_argument(
        "--folder", type=Path, default=Path("fuzzed"), help="where inputs that show a fault are written"
    )
    options = parser.parse_args()
    if unknown := set(options.targets) - {*TARGETS}:
        parser.error(f"no target is named {', '.join(sorted(unknown))}")
    names = options.targets or [*TARGETS]
    shares = sum(TARGETS[name].share for name in names)
    is_guided = not options.plain and find_spec("atheris") is not None
    print(f"inputs are made {'by atheris' if is_guided else 'by chance'}", file=sys.stderr)
    print(_write_row(_COLUMNS), flush=True)
    tallies = []
    for name in names:
        count = max(options.count * TARGETS[name].share // shares, 1)
        plan = Plan(name, count, options.seconds, options.seed, is_guided=is_guided, with_corpus=options.corpus)
        tallies.append(run_target(plan))
        print(_write_row(_describe(tallies[-1])), flush=True)
        _write_faults(tallies[-1], options.folder)
    total = sum(tally.inputs for tally in tallies)
    print(f"{total:,} inputs, {sum(len(tally.faults) for tally in tallies)} faults")
    return int(any(tally.faults for tally in tallies))


def _write_row(cells: tuple[str, ...]) -> str:
    return f"{cells[0]:<15}" + "".join(f"{cell:>10}" for cell in cells[1:])


def _describe(tally: Tally) -> tuple[str, ...]:
    def count(*kinds: str) -> str:
        return str(sum(fault.count for fault in tally.faults if fault.kind in kinds))

    counts = (count("exception"), count("loss"), count("hang", "death"), count("slow"), count("large"))
    measured = [f"{one:.2f}" for one in (tally.pace, tally.slowest, tally.memory, tally.largest)]
    return (tally.target, f"{tally.inputs:,}", *counts, *measured, f"{tally.seconds:.0f}")


def _write_faults(tally: Tally, folder: Path) -> None:
    for fault in tally.faults:
        path = folder / tally.target / fault.file_name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(fault.data)
        print(f"  {fault.kind}, {fault.count} times: {fault.message}\n    {path}: {fault.data[:200]!r}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
