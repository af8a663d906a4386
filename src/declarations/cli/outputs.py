"""Outputs of `convert`: planned before anything is read, so that no file is overwritten by accident."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import typer

from declarations.cli.console import clean_bytes
from declarations.cli.inputs import STANDARD
from declarations.errors import FileError
from declarations.files import check_target, write_file

__all__ = [
    "identify",
    "is_directory",
    "make_directory",
    "number_target",
    "plan_targets",
    "write_bytes",
    "write_pieces",
]


def is_directory(output: str | None) -> bool:
    """Return whether an output is a directory: one that is there, or a name that ends in a slash."""
    return output is not None and output != STANDARD and (output.endswith(("/", os.sep)) or _is_there(Path(output)))


def number_target(target: Path, number: int) -> Path:
    """Return the name of one of several files for one input: `page.html` gives `page-2.html`."""
    return target.with_name(f"{target.stem}-{number}{target.suffix}")


def plan_targets(
    inputs: Sequence[str], output: str | None, suffix: str, *, joined: bool = False, template: str | None = None
) -> list[Path | None]:
    """Return for every input which file it is written to; None is stdout. A directory is made if need be.

    `joined` inputs go into one file, which is not a directory; `template` is a file that is read for all of them.

    Raises `typer.BadParameter` when two inputs would write one file, when an input or the template would be
    overwritten, or when the place cannot be written to.
    """
    if output is None or output == STANDARD:
        return [None] * len(inputs)
    kept = {identify(source): "an input" for source in inputs}
    if template is not None:
        kept[identify(template)] = "the template"
    if is_directory(output):
        targets = _name_in_directory(inputs, Path(output), suffix)
        _check_numbered(targets, Path(output), kept)
    else:
        targets = _name_file(["all"] if joined else inputs, Path(output))
    _check_targets(inputs, targets, kept)
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
    if not _is_there(file.parent):
        raise _refuse(f"the directory {file.parent} does not exist; make it first")
    try:
        check_target(file)
    except FileError as error:
        raise _refuse(str(error)) from error
    return [file]


def _check_targets(inputs: Sequence[str], targets: Sequence[Path], kept: Mapping[object, str]) -> None:
    """See that no file is written twice, and none that is read."""
    seen: dict[object, str] = {}
    for source, target in zip(inputs, targets, strict=len(targets) > 1):
        key = identify(target)
        if key in kept:
            raise _overwrites(target, kept[key])
        if key in seen:
            raise _refuse(f"{seen[key]} and {source} would both write {target}; convert them in two runs")
        seen[key] = source


def _check_numbered(targets: Sequence[Path], directory: Path, kept: Mapping[object, str]) -> None:
    """See that no numbered file that a target can have is a link to a file that is read."""
    if not _is_there(directory):
        return
    stems = {target.stem for target in targets}
    suffix = targets[0].suffix
    for file in _list_files(directory):
        stem, _, number = file.stem.rpartition("-")
        if number.isdecimal() and stem in stems and file.suffix == suffix and (key := identify(file)) in kept:
            raise _overwrites(file, kept[key])


def _list_files(directory: Path) -> list[Path]:
    try:
        return list(directory.iterdir())
    except OSError:  # writing may be allowed where looking is not
        return []


def _overwrites(target: Path, what: str) -> typer.BadParameter:
    return _refuse(f"{target} is {what} and would be overwritten")


def make_directory(path: Path) -> None:
    """Make a directory unless it is there; raise `typer.BadParameter` when that cannot be."""
    try:
        path.mkdir(exist_ok=True)
    except (OSError, ValueError) as error:
        raise _refuse(f"cannot make {path}: {getattr(error, 'strerror', error)}") from error


def _refuse(message: str) -> typer.BadParameter:
    return typer.BadParameter(message, param_hint="--output")


def _is_there(directory: Path) -> bool:
    """Return whether a directory is there; one that cannot be is not, as one with a name that is too long."""
    try:
        return directory.is_dir()
    except OSError:
        return False


def identify(path: str | Path) -> object:
    """Return the identity of a file whatever it is called: its device and inode, or its path if there is none yet."""
    try:
        status = os.fstat(sys.stdin.fileno()) if path == STANDARD else Path(path).stat()
    except (OSError, ValueError):
        return os.path.realpath(path)  # `Path.resolve` raises where links lead in a circle
    return status.st_dev, status.st_ino


def write_bytes(target: Path | None, data: bytes) -> None:
    """Write to a file or to stdout; raise `FileError` when a file cannot be written."""
    write_pieces(target, [data])


def write_pieces(target: Path | None, pieces: Iterable[bytes]) -> None:
    """Write pieces of UTF-8 to stdout as they come, or to a file, which is the old or the new one whatever happens.

    A terminal gets U+FFFD for control characters, which it could obey.

    Raises `FileError` when a file cannot be written, and `OSError` when stdout cannot.
    """
    if target is not None:
        write_file(target, pieces)
        return
    is_terminal = sys.stdout.isatty()
    for piece in pieces:
        sys.stdout.buffer.write(clean_bytes(piece) if is_terminal else piece)
    sys.stdout.buffer.flush()
