"""Outputs of `convert`: planned before anything is read, so that no file is overwritten by accident."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from declarations.cli.inputs import STANDARD
from declarations.errors import FileError

__all__ = ["plan_targets", "write_bytes"]


def plan_targets(inputs: Sequence[str], output: str | None, suffix: str) -> list[Path | None]:
    """Say for every input which file it is written to; None is stdout.

    Raises `typer.BadParameter` when two inputs would write one file, when an input would be overwritten,
    or when the place to write to is not there.
    """
    if output in {None, STANDARD}:
        return [None] * len(inputs)
    targets = list(_name_targets(inputs, str(output), suffix))
    sources = {_identity(Path(source)) for source in inputs if source != STANDARD}
    seen: dict[object, str] = {}
    for source, target in zip(inputs, targets, strict=True):
        key = _identity(target)
        if key in sources:
            raise typer.BadParameter(f"{target} is an input and would be overwritten", param_hint="--output")
        if key in seen:
            raise typer.BadParameter(f"{seen[key]} and {source} would both write {target}", param_hint="--output")
        seen[key] = source
    return list(targets)


def _name_targets(inputs: Sequence[str], output: str, suffix: str) -> Iterator[Path]:
    path = Path(output)
    if path.is_dir() or output.endswith(("/", os.sep)):
        if not path.is_dir():
            _make_directory(path)
        for source in inputs:
            if source == STANDARD:
                raise typer.BadParameter(
                    "standard input has no name to write under; name a file", param_hint="--output"
                )
            yield path / f"{Path(source).stem}{suffix}"
        return
    if len(inputs) > 1:
        raise typer.BadParameter(
            f"{output} is one file for {len(inputs)} inputs; end it in '/' to name a directory", param_hint="--output"
        )
    if not path.parent.is_dir():
        raise typer.BadParameter(f"the directory {path.parent} does not exist; make it first", param_hint="--output")
    yield path


def _make_directory(path: Path) -> None:
    try:
        path.mkdir()
    except OSError as error:
        raise typer.BadParameter(f"cannot make {path}: {error.strerror}", param_hint="--output") from error


def _identity(path: Path) -> object:
    """Tell files apart whatever they are called: by device and inode, or by place if there is none yet."""
    try:
        status = path.stat()
    except OSError:
        return path.resolve()
    return status.st_dev, status.st_ino


def write_bytes(target: Path | None, data: bytes) -> None:
    """Write to a file or to stdout; raise `FileError` when a file cannot be written."""
    if target is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        target.write_bytes(data)
    except OSError as error:
        raise FileError(f"cannot write {target}: {error.strerror}") from error
