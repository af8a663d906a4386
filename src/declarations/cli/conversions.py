"""The work of `convert`: inputs one after the other, each into its file or all into one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from declarations.cli.console import complain, describe, make_console, name_input
from declarations.cli.inputs import Reader
from declarations.cli.outputs import identify, number_target, write_bytes, write_pieces
from declarations.conversion import find_losses, render
from declarations.errors import DeclarationsError, FileError, LossError
from declarations.findings import Finding, FindingCode, Severity
from declarations.formats import Format
from declarations.model import Declaration
from declarations.recognition.reading import Reading
from declarations.streaming import dump_all
from declarations.text import shorten

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

__all__ = ["Job", "convert_each", "convert_together"]


@attrs.frozen(kw_only=True)
class Job:
    """What is to be done with every input."""

    reader: Reader
    """How inputs are read."""
    target: Format
    """What is written."""
    options: Mapping[str, Any]
    """Options of `render`."""
    is_numbered: bool
    """Whether the output is a directory, where each declaration of an input can have a file."""
    is_compact: bool
    """Whether JSON is written in one line."""
    is_strict: bool
    """Whether it is an error that something has no place in the target."""
    is_quiet: bool
    """Whether findings are kept back."""
    lost: Counter[str] = attrs.field(factory=Counter, init=False)
    """In how many declarations the target had no place for what."""

    def encode(self, declaration: Declaration) -> bytes:
        """Write a declaration for people: JSON is indented unless it shall be compact; it ends in a line feed."""
        text = render(declaration, self.target.name, **self.options)
        if self.target.name == "json" and not self.is_compact:
            text = json.dumps(json.loads(text), ensure_ascii=False, indent=2)
        return (text.rstrip("\n") + "\n").encode()

    def report(self, source: str, reading: Reading) -> None:
        """Print the findings of a reading, and what the target has no place for; raise `LossError` if strict."""
        lost = find_losses(reading.declaration, self.target.name)
        self.lost.update(finding.message for finding in lost)
        if not self.is_quiet:
            _print_findings(source, reading.findings)
        if lost and self.is_strict:
            raise LossError("something would be lost, and --strict forbids it", hint="choose another format")

    def sum_up(self) -> None:
        """Print what the target had no place for, once for all inputs."""
        if not self.is_quiet:
            for message, number in self.lost.items():
                complain(f"{Severity.WARNING}: {FindingCode.LOST}: {message} (in {number:,} of those read)")


def convert_each(job: Job, inputs: Sequence[str], targets: Sequence[Path | None], template: str | None) -> int:
    """Convert one after the other and count those that failed.

    Of several declarations in one input, each is written to a numbered file of the directory, or as a line of
    compact JSON; one file takes the first, and the others are told of. `template` is the file that was read for all.
    """
    console = make_console(stderr=True)
    has_bar = len(inputs) > 1 and console.is_terminal and None not in targets and not job.is_quiet
    failed = 0
    places = _Places(planned={identify(path) for path in (*inputs, *targets, template) if path is not None})
    with _make_progress(console) if has_bar else nullcontext() as progress:
        task = progress.add_task("converting", total=len(inputs)) if progress else None
        for source, target in zip(inputs, targets, strict=True):
            try:
                _convert_one(job, source, target, places)
            except DeclarationsError as error:
                failed += 1
                complain(describe(error, source))
            if progress and task is not None:
                progress.advance(task)
    return failed


@attrs.frozen(kw_only=True)
class _Places:
    """The files of one run, each known by what it is, whatever it is called."""

    planned: Collection[object]
    """Those that are read, or that an input is to be written to."""
    written: set[object] = attrs.field(factory=set, init=False)
    """Those that have been written."""

    def write(self, place: Path | None, data: bytes, *, is_planned: bool) -> None:
        """Write a file of the plan, or one beside it; raise `FileError` if it belongs to another input."""
        if place is not None:
            key = identify(place)
            if key in self.written or (key in self.planned and not is_planned):
                raise FileError(f"{place} is written or read for another input", hint="rename one of them")
        write_bytes(place, data)
        if place is not None:
            self.written.add(identify(place))


def _convert_one(job: Job, source: str, target: Path | None, places: _Places) -> None:
    """Convert the declarations of one input."""
    readings = job.reader.examine_all(source)
    first = list(islice(readings, 2))
    for number, reading in enumerate(chain(first, readings), 1):
        if number > 1 and not (job.is_compact or job.is_numbered):
            raise LossError(
                "it holds several declarations, and only the first was written",
                hint="name a directory to write to, or a format that holds many",
            )
        place = number_target(target, number) if target and job.is_numbered and len(first) > 1 else target
        job.report(source, reading)
        places.write(place, job.encode(reading.declaration), is_planned=place == target)


def convert_together(job: Job, inputs: Sequence[str], target: Path | None) -> int:
    """Convert all inputs into one file, a declaration at a time, and count the inputs that failed."""
    failed: list[str] = []
    declarations = _read_each(job, inputs, failed)
    first = list(islice(declarations, 2))
    try:
        if len(first) == 1 and job.target.record:
            write_bytes(target, job.encode(first[0]))
        elif first:
            write_pieces(target, dump_all(chain(first, declarations), job.target.name, job.options["options"]))
    except DeclarationsError as error:
        complain(str(error))
        return len(inputs)
    return len(failed)


def _read_each(job: Job, inputs: Iterable[str], failed: list[str]) -> Iterator[Declaration]:
    """Read the declarations of all inputs; an input at fault goes to `failed`, and the next one is read."""
    for source in inputs:
        try:
            for reading in job.reader.examine_all(source):
                job.report(source, reading)
                yield reading.declaration
        except DeclarationsError as error:
            failed.append(source)
            complain(describe(error, source))


def _make_progress(console: Console) -> Progress:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415 - most runs need no bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=console, transient=True)


def _print_findings(name: str, findings: Sequence[Finding]) -> None:
    for finding in findings:
        if finding.severity is not Severity.INFO:
            excerpt = f" “{shorten(finding.excerpt)}”" if finding.excerpt else ""
            complain(f"{name_input(name)}: {finding}{excerpt}")
