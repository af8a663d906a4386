"""Files: read up to a bound, and written so that what was there stays whole until the new file is.

A file is written beside its target, brought to the disk, and then takes the name of the target in one step (`rename` of
POSIX.1-2017, which is done or not done). So an error, an interrupt, a full disk or a sudden end of the process leaves
the old file as it was. Devices, pipes and the open files of the process cannot be replaced; they are written straight.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from declarations.errors import FileError, ValidationError

__all__ = [
    "check_target",
    "explained",
    "name_path",
    "read_bytes",
    "read_file",
    "read_piece",
    "write_file",
    "write_pieces",
]

_PIECE = 2**20  # bytes read in one go
_OPEN_FILES = re.compile(r"/dev/(?:stdout|stderr|fd/[0-9]+)|/proc/(?:self|[0-9]+)/fd/[0-9]+")
_CLOSED = "it is closed"
_NO_RIGHT = "get the right to write the file and into its directory, or choose another place"
_NO_ROOM = "make room, or choose another place"
_HINTS: Mapping[str, Mapping[str, str]] = {
    "read": {
        "EACCES": "get the right to read it",
        "EISDIR": "name a file in it",
        "ENOENT": "check its name",
    },
    "write": {
        "EACCES": _NO_RIGHT,
        "EBUSY": "it is in use, or mounted by itself; choose another name",
        "EDQUOT": _NO_ROOM,
        "EFBIG": "allow larger files, or choose another place",
        "EISDIR": "name a file in it",
        "ELOOP": "its links lead in a circle; choose another name",
        "ENAMETOOLONG": "choose a shorter name",
        "ENOENT": "make its directory first",
        "ENOSPC": _NO_ROOM,
        "ENOTDIR": "a part of the path is a file; choose another directory",
        "EPERM": _NO_RIGHT,
        "EROFS": "choose a place that can be written",
        "ETXTBSY": "end the program that it holds, or choose another name",
    },
}
"""What to do about errors of the system, by what was done and the name of the error."""


def name_path(path: object) -> str:
    """Return a path as a string; raise `ValidationError` for what is no path."""
    if isinstance(path, str | os.PathLike) and isinstance(name := os.fspath(path), str):
        return name or os.curdir
    raise ValidationError(f"a path must be str or PathLike, not {type(path).__name__}")


def make_file_error(error: OSError | ValueError, verb: str, name: str, *, where: str = "") -> FileError:
    """Return what an error of the system means, or a path that it cannot take: what, why, and what to do.

    `verb` is `read` or `write`, `name` names the file, `where` is put before the reason.
    """
    why, hint = str(error), None
    if isinstance(error, OSError):
        why = _CLOSED if error.errno == errno.EBADF else error.strerror or why
        hint = _HINTS[verb].get(errno.errorcode.get(error.errno or 0, ""))
    shown = name if name.isprintable() else repr(name)
    made: FileError = FileError(f"cannot {verb} {shown}: {where}{why}", hint=hint)
    return made


@contextmanager
def explained(verb: str, name: str, *, where: str = "") -> Iterator[None]:
    """Raise errors of the system as `FileError`; see `make_file_error`."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise make_file_error(error, verb, name, where=where) from error


def read_piece(file: BinaryIO, size: int) -> bytes:
    """Read some bytes, none at the end; raise what `read` raises, and `OSError` for a file that does not wait for more.

    `None`, which such a file gives (`io.RawIOBase.read`), is no end.
    """
    piece: bytes | None = file.read(size)
    if piece is None:
        raise _fail(errno.EAGAIN)
    return piece


def read_bytes(file: BinaryIO, most: int) -> bytes:
    """Read no more than `most` + 1 bytes, however large the file is or says it is; raise as `read_piece` does."""
    pieces = []
    left = most + 1
    while left > 0 and (piece := read_piece(file, min(left, _PIECE))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def read_file(path: str | os.PathLike[str], most: int) -> bytes:
    """Read no more than `most` + 1 bytes of a file, device or pipe; raise `FileError`."""
    name = name_path(path)
    with explained("read", name), Path(name).open("rb") as file:
        return read_bytes(file, most)


def write_file(path: str | os.PathLike[str], pieces: Iterable[bytes]) -> None:
    """Write pieces to a file as they come; other programs see the old file until the new one is whole.

    A link stays, and what it leads to is replaced; permissions and, where the system allows it, the owner stay too.
    Other names (hard links) of the old file keep the old content.

    Raises `FileError` when the file cannot be written, and what taking the pieces raises; both leave the old file as it
    was, and nothing beside it.
    """
    name = name_path(path)
    place, status = _find_target(name)
    if place is not None:
        _replace(name, place, status, pieces)
        return
    with explained("write", name):
        # Appending keeps what was already written to an open file of the process.
        file = Path(name).open("ab" if _is_open_file(name) else "wb")  # noqa: SIM115 - closed below
    _finish(file, pieces, name)


def write_pieces(file: BinaryIO, pieces: Iterable[bytes], name: str) -> None:
    """Write pieces to an open file as they come; raise `FileError`, and what taking the pieces raises."""
    for piece in pieces:
        with explained("write", name):
            file.write(piece)


def check_target(path: str | os.PathLike[str]) -> None:
    """Raise the `FileError` that `write_file` would raise before it writes anything."""
    _find_target(name_path(path))


def _find_target(name: str) -> tuple[Path | None, os.stat_result | None]:
    """Find the file to replace and its status, None if there is none yet; no file for what is written straight."""
    with explained("write", name):
        status = _find_status(name)
        if _is_open_file(name) or (status and _is_special(status)):
            return None, status
        place = Path(name).resolve()
        if status is not None:
            os.close(os.open(place, os.O_WRONLY))  # a file that must not be written is not replaced either
        elif not place.parent.is_dir():
            raise _fail(errno.ENOENT)
        return place, status


def _find_status(name: str) -> os.stat_result | None:
    try:
        return Path(name).stat()
    except FileNotFoundError:
        return None


def _is_open_file(name: str) -> bool:
    """Return whether a name leads to a file that the process has open, such as its standard output."""
    return _OPEN_FILES.fullmatch(Path(name).absolute().as_posix()) is not None


def _is_special(status: os.stat_result) -> bool:
    """Return whether a target is a device or a pipe; raise `OSError` for a directory and for a disk."""
    if stat.S_ISDIR(status.st_mode):
        raise _fail(errno.EISDIR)
    if stat.S_ISBLK(status.st_mode):
        raise OSError(errno.EPERM, "it is a disk")
    return not stat.S_ISREG(status.st_mode)


def _fail(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def _replace(name: str, place: Path, status: os.stat_result | None, pieces: Iterable[bytes]) -> None:
    """Write a temporary file beside the target, then give it the name of the target."""
    temporary = place.with_name(f".declarations-{os.urandom(8).hex()}.tmp")
    mode = 0o666 if status is None else status.st_mode & 0o777  # the system takes the umask off
    try:
        with explained("write", name, where="no file can be made beside it: "):
            file = open(temporary, "xb", opener=partial(os.open, mode=mode))  # noqa: SIM115 - closed by _finish
        _finish(file, pieces, name, is_synced=True)
        with explained("write", name):
            if status is not None:
                _keep_rights(temporary, status)
            temporary.replace(place)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _finish(file: BinaryIO, pieces: Iterable[bytes], name: str, *, is_synced: bool = False) -> None:
    """Write all pieces and close the file; with `is_synced` they are on the disk then."""
    try:
        write_pieces(file, pieces, name)
        with explained("write", name):
            file.flush()
            if is_synced:
                os.fsync(file.fileno())
    finally:
        with suppress(OSError):  # it would be a second error: what is flushed is written
            file.close()


def _keep_rights(temporary: Path, status: os.stat_result) -> None:
    """Return a new file the owner, the group and the permissions of the old one, as far as the system allows it."""
    if sys.platform != "win32":
        for owner in (status.st_uid, -1):
            with suppress(OSError):
                os.chown(temporary, owner, status.st_gid)
                break
    with suppress(OSError):  # it was made with no more than these
        temporary.chmod(stat.S_IMODE(status.st_mode))
