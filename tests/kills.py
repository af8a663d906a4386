"""End each writing command at random moments, and see that every file is the old or the new one, whole.

`python -m tests.kills --count 200` prints a table. `--signal INT` (or TERM, HUP) asks instead of killing: then no
temporary file may stay either, and stderr has one line at most.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs

import declarations
from declarations import Clause, Declaration

__all__ = ["TASKS", "Outcome", "Task", "end_many"]

_COMMAND = (sys.executable, "-c", "from declarations.cli import main; main()")
_WRITE = """
import declarations
old, new = declarations.read("targets/one.json"), declarations.read("small.json")
for _ in range({turns}):
    declarations.write(new, "targets/one.json")
    declarations.write(old, "targets/one.json")
declarations.write(new, "targets/one.json")
"""
_WRITE_ALL = """
import declarations
for name in ("jsonl", "akn", "yaml"):
    declarations.write_all(declarations.read_all("many.jsonl"), f"targets/all.{name}")
"""
_WRITE_OVER = """
import itertools, declarations
path = "targets/all.jsonl"
declarations.write_all(itertools.chain(declarations.read_all("many.jsonl"), declarations.read_all(path)), path)
"""


@attrs.frozen(kw_only=True)
class Task:
    """Something that writes files into the folder `targets`."""

    name: str
    """What the table calls it."""
    command: Sequence[str]
    """What is run."""
    targets: Sequence[str]
    """The files that it writes."""


TASKS = (
    Task(
        name="convert to one file",
        command=(*_COMMAND, "convert", "large.json", "--to", "xml", "-o", "targets/one.xml", "-q"),
        targets=("one.xml",),
    ),
    Task(
        name="convert many to one",
        command=(*_COMMAND, "convert", "many.jsonl", "small.json", "--to", "jsonl", "-o", "targets/all.jsonl", "-q"),
        targets=("all.jsonl",),
    ),
    Task(
        name="convert into a directory",
        command=(*_COMMAND, "convert", "few.jsonl", "small.json", "--to", "html", "-o", "targets/", "-q"),
        targets=(*(f"few-{number}.html" for number in range(1, 21)), "small.html"),
    ),
    Task(
        name="explain",
        command=(*_COMMAND, "explain", "page.html", "-o", "targets/page.html"),
        targets=("page.html",),
    ),
    Task(name="write", command=(sys.executable, "-c", _WRITE.format(turns=100)), targets=("one.json",)),
    Task(
        name="write_all",
        command=(sys.executable, "-c", _WRITE_ALL),
        targets=("all.jsonl", "all.akn", "all.yaml"),
    ),
    Task(name="write_all over its source", command=(sys.executable, "-c", _WRITE_OVER), targets=("all.jsonl",)),
)


@attrs.frozen(kw_only=True)
class Outcome:
    """What was found after many ends of one task."""

    counts: Counter[str]
    """How often a file was old, new or broken, a temporary file was there, and the task was through."""
    faults: Sequence[str]
    """What must not be, in words."""


def _make(count: int) -> Iterator[Declaration]:
    for one in range(count):
        clauses = [Clause(paragraphs=[f"Asks for bridge {one}.{number} over the stream."]) for number in range(5)]
        yield Declaration(title=f"Resolution {one}", resolutions=clauses)


def _fill(folder: Path) -> None:
    """Make what the tasks read."""
    declarations.write_all(_make(400), folder / "many.jsonl")
    declarations.write_all(_make(20), folder / "few.jsonl")
    declarations.write(next(_make(1)), folder / "small.json")
    clauses = [Clause(paragraphs=[f"Asks for well {number}."]) for number in range(10_000)]
    declarations.write(Declaration(title="Wells", resolutions=clauses), folder / "large.json")
    items = "".join(f"<li>The assembly asks for well {number}.</li>" for number in range(800))
    (folder / "page.html").write_text(f"<h1>For Wells</h1><p>Therefore,</p><ol>{items}</ol>", "utf-8")


class _Trial:
    """A task in its folder: what its files are before it, and what it makes of them."""

    def __init__(self, task: Task, folder: Path) -> None:
        self._task = task
        self._folder = folder
        self._targets = folder / "targets"
        self._targets.mkdir()
        _fill(folder)
        self._old = {name: self._write_old(self._targets / name) for name in task.targets}
        begun = time.monotonic()
        subprocess.run(task.command, cwd=folder, check=True, capture_output=True)
        self.duration = time.monotonic() - begun
        self._new = {name: (self._targets / name).read_bytes() for name in task.targets}
        assert not {name for name in task.targets if self._old[name] == self._new[name]}

    def _write_old(self, path: Path) -> bytes:
        old = declarations.render(Declaration(title="Old"), "json").encode()
        path.write_bytes(old)
        return old

    def end(self, moment: float, number: int) -> Iterator[str]:
        """Start the task, end it after some seconds, and say what is there."""
        for name, data in self._old.items():
            (self._targets / name).write_bytes(data)
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
        with subprocess.Popen(self._task.command, cwd=self._folder, **pipes) as process:
            time.sleep(moment)
            process.send_signal(number)
            told = process.stderr.read().decode("utf-8", "replace")
        yield from self._look_at_targets()
        is_ours = self._task.command[:3] == _COMMAND and number != signal.SIGKILL
        yield "through" if process.returncode == 0 else "ended"
        if is_ours and (told.count("\n") > 1 or process.returncode not in {0, 128 + number}):
            yield f"fault: exit code {process.returncode}: {told[-300:]!r}"
        for file in sorted(self._targets.iterdir()):
            if file.name in self._old:
                continue
            may_stay = file.match(".declarations-*.tmp") and not (is_ours or number == signal.SIGINT)
            yield "temporary" if may_stay else f"fault: {file.name} stayed"
            file.unlink()

    def _look_at_targets(self) -> Iterator[str]:
        for name, old in self._old.items():
            data = (self._targets / name).read_bytes()
            known = {old: "old", self._new[name]: "new"}
            yield known.get(data) or f"fault: {name} is neither the old nor the new file ({len(data):,} bytes)"


def end_many(task: Task, count: int, number: int, seed: int) -> Outcome:
    """End a task at random moments, from its start to a little after it is through."""
    chance = random.Random(f"{task.name} {seed}")
    with TemporaryDirectory() as name:
        trial = _Trial(task, Path(name))
        told = [one for _ in range(count) for one in trial.end(chance.uniform(0, 1.1 * trial.duration), number)]
    faults = [one for one in told if one.startswith("fault: ")]
    return Outcome(counts=Counter(told), faults=faults)


def main() -> None:
    """End each task as often as was asked for, print a table, and leave with 1 if anything was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="ends of each task")
    parser.add_argument("--signal", choices=("KILL", "INT", "TERM", "HUP"), default="KILL", help="how they are ended")
    parser.add_argument("--seed", type=int, default=0, help="of the moments")
    parser.add_argument("--only", nargs="+", choices=[task.name for task in TASKS], help="tasks to run")
    options = parser.parse_args()
    number = signal.Signals[f"SIG{options.signal}"]
    columns = ("ended", "through", "old", "new", "temporary")
    print(f"| Task ({options.signal}) | {' | '.join(columns)} | faults |")
    print("| --- " * (len(columns) + 2) + "|")
    broken = []
    for task in TASKS:
        if not options.only or task.name in options.only:
            outcome = end_many(task, options.count, number, options.seed)
            counts = " | ".join(str(outcome.counts[column]) for column in columns)
            print(f"| {task.name} | {counts} | {len(outcome.faults)} |", flush=True)
            broken += outcome.faults
    print(*broken, sep="\n")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
