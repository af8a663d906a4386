"""End each writing command at random moments, and see that every file is the old or the new one, whole.

`python -m tests.kills --count 200` prints a table. `--signal INT` (or TERM, HUP) asks instead of killing: then no
temporary file may stay either, and stderr has one line at most. It needs a system that can fork.
"""

from __future__ import annotations

import argparse
import importlib
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
from typer.testing import CliRunner

import declarations
from declarations import Clause, Declaration
from declarations.cli import main

__all__ = ["TASKS", "Outcome", "Task", "end_many"]

Work = Callable[[], None]

_FORMATS = ("jsonl", "akn", "yaml")


def _command(*arguments: str) -> Work:
    def run() -> None:
        sys.argv = ["declarations", *arguments]
        main()

    return run


def _write() -> None:
    old, new = declarations.read("targets/one.json"), declarations.read("large.json")
    for one in (new, old) * 20:
        declarations.write(one, "targets/one.json")
    declarations.write(new, "targets/one.json")


def _write_all() -> None:
    for name in _FORMATS:
        declarations.write_all(declarations.read_all("many.jsonl"), f"targets/all.{name}")


def _write_over() -> None:
    path = "targets/all.jsonl"
    declarations.write_all(chain(declarations.read_all("many.jsonl"), declarations.read_all(path)), path)


@attrs.frozen(kw_only=True)
class Task:
    """Something that writes files into the folder `targets`."""

    name: str
    """What the table calls it."""
    work: Work
    """What is done, in a process of its own."""
    targets: Sequence[str]
    """The files that it writes."""
    is_command: bool = True
    """Whether it is the command, which tidies up after every signal that asks; the library does after an interrupt."""


TASKS = (
    Task(
        name="convert to one file",
        work=_command("convert", "large.json", "--to", "xml", "-o", "targets/one.xml", "-q"),
        targets=("one.xml",),
    ),
    Task(
        name="convert many to one",
        work=_command("convert", "many.jsonl", "small.json", "--to", "jsonl", "-o", "targets/all.jsonl", "-q"),
        targets=("all.jsonl",),
    ),
    Task(
        name="convert into a directory",
        work=_command("convert", "few.jsonl", "small.json", "--to", "html", "-o", "targets/", "-q"),
        targets=(*(f"few-{number}.html" for number in range(1, 21)), "small.html"),
    ),
    Task(
        name="explain",
        work=_command("explain", "page.html", "-o", "targets/page.html"),
        targets=("page.html",),
    ),
    Task(name="write", work=_write, targets=("one.json",), is_command=False),
    Task(
        name="write_all",
        work=_write_all,
        targets=[f"all.{name}" for name in _FORMATS],
        is_command=False,
    ),
    Task(name="write_all over its source", work=_write_over, targets=("all.jsonl",), is_command=False),
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
    clauses = [Clause(paragraphs=[f"Asks for well {number}."]) for number in range(2_000)]
    declarations.write(Declaration(title="Wells", resolutions=clauses), folder / "large.json")
    items = "".join(f"<li>The assembly asks for well {number}.</li>" for number in range(200))
    (folder / "page.html").write_text(f"<h1>For Wells</h1><p>Therefore,</p><ol>{items}</ol>", "utf-8")
    for name in ("akn", "edoxen", "html", "json", "xml"):  # loads what the children need
        declarations.parse(declarations.render(next(_make(1)), name), format=name)
    importlib.import_module("declarations.explanation.page")
    app = importlib.import_module("declarations.cli.app").app
    assert CliRunner().invoke(app, ["convert", str(folder / "small.json"), "--to", "json"]).exit_code == 0


class _Trial:
    """A task in its folder: what its files are before it, and what it makes of them."""

    def __init__(self, task: Task, folder: Path) -> None:
        self._task = task
        self._folder = folder
        self._targets = folder / "targets"
        self._targets.mkdir()
        _fill(folder)
        old = declarations.render(Declaration(title="Old"), "json").encode()
        self._old = dict.fromkeys(task.targets, old)
        self._new: dict[str, bytes] = {}
        for _ in range(2):  # the first loads what the system has to read from the disk
            self._reset()
            begun = time.monotonic()
            assert self._wait(self._start()) == 0
            self.duration = time.monotonic() - begun
        self._new = {name: (self._targets / name).read_bytes() for name in task.targets}
        assert not {name for name in task.targets if old == self._new[name]}

    def end(self, moment: float, number: int) -> Iterator[str]:
        """Start the task, end it after some seconds, and say what is there."""
        self._reset()
        process = self._start()
        time.sleep(moment)
        os.kill(process, number)
        code = self._wait(process)
        told = (self._folder / "told").read_text("utf-8", "replace")
        for name, old in self._old.items():
            data = (self._targets / name).read_bytes()
            known = {old: "old", self._new[name]: "new"}
            yield known.get(data) or f"fault: {name} is neither the old nor the new file ({len(data):,} bytes)"
        yield "through" if code == 0 else "ended"
        if told.count("\n") > 1 or code not in {0, -number, 128 + number}:
            yield f"fault: exit code {code}: {told[-300:]!r}"
        is_tidy = number == signal.SIGINT or (self._task.is_command and number != signal.SIGKILL)
        for file in {*self._targets.iterdir()} - {self._targets / name for name in self._old}:
            may_stay = file.match(".declarations-*.tmp") and not is_tidy
            yield "temporary" if may_stay else f"fault: {file.name} stayed"
            file.unlink()

    def _reset(self) -> None:
        (self._folder / "told").write_bytes(b"")
        for name, data in self._old.items():
            (self._targets / name).write_bytes(data)

    def _start(self) -> int:
        """Do the task in a child, which has the library loaded already; give the number of its process."""
        sys.stdout.flush()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        process = os.fork()
        if process:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
            return process
        code = 128 + signal.SIGINT
        try:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
            os.chdir(self._folder)
            os.dup2(os.open("told", os.O_WRONLY), 2)
            self._task.work()
            code = 0
        except SystemExit as left:
            code = int(left.code or 0)
        except KeyboardInterrupt:
            pass
        finally:
            os._exit(code)

    @staticmethod
    def _wait(process: int) -> int:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def end_many(task: Task, count: int, number: int, seed: int) -> Outcome:
    """End a task at random moments, from its start to a little after it is through."""
    chance = random.Random(f"{task.name} {seed}")
    with TemporaryDirectory() as name:
        trial = _Trial(task, Path(name))
        told = [one for _ in range(count) for one in trial.end(chance.uniform(0, 1.1 * trial.duration), number)]
    faults = [one for one in told if one.startswith("fault: ")]
    return Outcome(counts=Counter(told), faults=faults)


def measure() -> None:
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
    measure()
