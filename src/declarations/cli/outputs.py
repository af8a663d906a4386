"""Outputs of `convert`: planned before anything is read, so that no file is overwritten by accident."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from declarations.cli.console import clean_bytes
from declarations.cli.inputs import STANDARD
from declarations.errors import FileError

__all__ = ["is_directory", "make_directory", "number_target", "plan_targets", "write_bytes", "write_pieces"]


def is_directory(output: str | None) -> bool:
    """Tell whether an output is a directory: one that is there, or a name that ends in a slash."""
    return output is not None and output != STANDARD and (output.endswith(("/", os.sep)) or Path(output).is_dir())


def number_target(target: Path, number: int) -> Path:
    """Give the name of one of several files for one input: `page.html` gives `page-2.html`."""
    return target.with_name(f"{target.stem}-{number}{target.suffix}")


def plan_targets(inputs: Sequence[str], output: str | None, suffix: str, *, joined: bool = False) -> list[Path | None]:
    """Say for every input which file it is written to; None is stdout. A directory is made if need be.

    `joined` inputs go into one file, which is not a directory.

    Raises `typer.BadParameter` when two inputs would write one file, when an input would be overwritten,
    or when the place to write to is not there.
    """
    if output is None or output == STANDARD:
        return [None] * len(inputs)
    if is_directory(output):
        targets = _name_in_directory(inputs, Path(output), suffix)
    else:
        targets = _name_file(["all"] if joined else inputs, Path(output))
    _check_targets(inputs, targets)
    if is_directory(output):
        make_directory(Path(output))
    return list(targets)


def _name_in_directory(inputs: Sequence[str], directory: Path, suffix: str) -> list[Path]:
    if STANDARD in inputs:
        raise _refuse("standard input has no name to write under; name a file")
    return [directory / f"{Path(source).stem}{suffix}" for source in inputs]


def _name_file(inputs: Sequence[str], file: Path) -> list[Path]:
    if len(inputs) > 1:
        raise _refuse(f"{file} is one file for {len(inputs)} inputs; end it in '/' to name a directory")
    if not file.parent.is_dir():
        raise _refuse(f"the directory {file.parent} does not exist; make it first")
    return [file]


def _check_targets(inputs: Sequence[str], targets: Sequence[Path]) -> None:
    """See that no file is written twice, and none that is read."""
    sources = {_identity(Path(source)) for source in inputs if source != STANDARD}
    seen: dict[object, str] = {}
    for source, target in zip(inputs, targets, strict=len(targets) > 1):
        key = _identity(target)
        if key in sources:
            raise _refuse(f"{target} is an input and would be overwritten")
        if key in seen:
            raise _refuse(f"{seen[key]} and {source} would both write {target}; convert them in two runs")
        seen[key] = source


def make_directory(path: Path) -> None:
    """Make a directory unless it is there; raise `typer.BadParameter` when that cannot be."""
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise _refuse(f"cannot make {path}: {error.strerror}") from error


def _refuse(message: str) -> typer.BadParameter:
    return typer.BadParameter(message, param_hint="--output")


def _identity(path: Path) -> object:
    """Tell files apart whatever they are called: by device and inode, or by place if there is none yet."""
    try:
        status = path.stat()
    except OSError:
        return path.resolve()
    return status.st_dev, status.st_ino


def write_bytes(target: Path | None, data: bytes) -> None:
    """Write to a file or to stdout; raise `FileError` when a file cannot be written."""
    write_pieces(target, [data])


def write_pieces(target: Path | None, pieces: Iterable[bytes]) -> None:
    """Write pieces of UTF-8 to a file or to stdout as they come; raise `FileError` when a file cannot be written.

    A terminal gets U+FFFD for control characters, which it could obey.
    """
    if target is None:
        is_terminal = sys.stdout.isatty()
        for piece in pieces:
            sys.stdout.buffer.write(clean_bytes(piece) if is_terminal else piece)
        sys.stdout.buffer.flush()
        return
    try:
        with target.open("wb") as file:
            file.writelines(pieces)
    except OSError as error:
        raise FileError(f"cannot write {target}: {error.strerror}") from error
