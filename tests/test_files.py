"""Files: read up to a bound, and replaced in one step."""

import errno
import io
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import declarations
from declarations import Declaration, DeclarationsError, Limits
from declarations.errors import FileError, LimitError, ValidationError
from declarations.files import check_target, read_bytes, read_file, read_piece, write_file

OLD, NEW = b"old\n", b"new\n"
ONE = Declaration(title="One")
posix = pytest.mark.skipif(os.name != "posix", reason="files of POSIX")
IS_ROOT = getattr(os, "geteuid", lambda: -1)() == 0
NOBODY = 65534


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that is there."""
    path = tmp_path / "target"
    path.write_bytes(OLD)
    return path


def list_names(folder: Path) -> list[str]:
    """Give the names in a folder."""
    return sorted(path.name for path in folder.iterdir())


class Endless(io.RawIOBase):
    """A file without an end, which counts what is read of it."""

    taken = 0

    def readable(self) -> bool:
        """As every file that is read."""
        return True

    def readinto(self, buffer: bytearray) -> int:
        """Fill whatever is given."""
        self.taken += len(buffer)
        buffer[:] = bytes(len(buffer))
        return len(buffer)


@pytest.mark.parametrize("most", [0, 1, 1000, 2**20, 3 * 2**20 + 5])
def test_no_more_is_read_than_the_limit_and_a_byte(most: int) -> None:
    """Of a file without an end only so much is taken that its being too large is known."""
    file = Endless()
    assert len(read_bytes(file, most)) == most + 1
    assert file.taken == most + 1


def test_a_short_file_is_read_whole(target: Path) -> None:
    """A limit that is larger than any number of the system is no limit."""
    assert read_file(target, sys.maxsize) == OLD
    assert read_file(target, 2) == OLD[:3]


def test_a_file_that_does_not_wait_has_no_end() -> None:
    """Nothing yet is not the end: what would follow would be lost."""

    class Empty(io.RawIOBase):
        def read(self, _size: int = -1) -> None:
            return None

    with pytest.raises(BlockingIOError):
        read_piece(Empty(), 5)
    with pytest.raises(FileError, match="cannot read the file: "):
        next(declarations.read_all(Empty(), format="jsonl"))


@posix
@pytest.mark.parametrize("format", ["html", "json", "xml", "text", "jsonl"])
def test_endless_devices_are_refused(format: str) -> None:
    """`/dev/zero`, whose size is told as 0, is read up to the limit, by path and as an open file."""
    limits = Limits(max_bytes=10_000)
    with pytest.raises(LimitError):
        declarations.read("/dev/zero", format=format, limits=limits)
    with pytest.raises(LimitError):
        list(declarations.read_all("/dev/zero", format=format, limits=limits))
    with open("/dev/zero", "rb") as file, pytest.raises(LimitError):  # noqa: PTH123 - as callers do
        list(declarations.examine_all(file, format=format, limits=limits))


@posix
def test_pipes_are_read_to_their_end(tmp_path: Path) -> None:
    """A FIFO, whose size is not known, gives what is written to it, and takes what is written."""
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    writer = threading.Thread(target=declarations.write, args=(ONE, pipe))
    writer.start()
    assert declarations.read(pipe) == ONE
    writer.join()
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert list_names(tmp_path) == ["pipe.json"]


def test_a_new_file_is_seen_when_it_is_whole(target: Path) -> None:
    """While pieces come the old file is there; afterwards the new one, and nothing else."""

    def watch() -> Iterator[bytes]:
        for _ in range(3):
            yield NEW
            assert target.read_bytes() == OLD

    write_file(target, watch())
    assert target.read_bytes() == NEW * 3
    assert list_names(target.parent) == ["target"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, ValueError, OSError, MemoryError, GeneratorExit])
@pytest.mark.parametrize("is_there", [True, False])
def test_what_pieces_raise_comes_as_it_is(target: Path, error: type[BaseException], is_there: bool) -> None:  # noqa: FBT001
    """Whatever goes wrong while pieces are made leaves the old file, or none, and nothing beside it."""
    if not is_there:
        target.unlink()

    def fail() -> Iterator[bytes]:
        yield NEW * 100_000
        raise error

    with pytest.raises(error) as told:
        write_file(target, fail())
    assert type(told.value) is error
    assert [path.read_bytes() for path in target.parent.iterdir()] == [OLD] * is_there


@posix
def test_a_full_file_system_leaves_the_old_file(tmp_path: Path) -> None:
    """A new file that finds no room is told of; the old one stays, and nothing beside it."""
    code = """
import resource, sys
from declarations.files import write_file
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
write_file(sys.argv[1], [b"new" * 1000] * 100)
"""
    target = tmp_path / "target"
    target.write_bytes(OLD)
    ran = subprocess.run([sys.executable, "-c", code, target], capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "FileError: cannot write" in ran.stderr
    assert "allow larger files, or choose another place" in ran.stderr
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [OLD]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_every_step_can_fail(target: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """A disk that fails when it is asked to keep the file, or to rename it, leaves the old file."""

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), fail)
    with pytest.raises(
        FileError, match=r"cannot write .*: No space left on device; make room, or choose another place"
    ):
        write_file(target, [NEW])
    assert [path.read_bytes() for path in target.parent.iterdir()] == [OLD]


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_permissions_stay(target: Path, mode: int) -> None:
    """A file keeps its permissions; a new one has those that the umask leaves."""
    target.chmod(mode)
    old = os.umask(0o027)
    try:
        write_file(target, [NEW])
        write_file(target.with_name("fresh"), [NEW])
    finally:
        os.umask(old)
    assert stat.S_IMODE(target.stat().st_mode) == mode
    assert stat.S_IMODE(target.with_name("fresh").stat().st_mode) == 0o640


@posix
def test_a_file_is_never_open_to_more_than_its_own(target: Path) -> None:
    """While it is written a private file can be read by nobody else."""
    target.chmod(0o600)

    def look() -> Iterator[bytes]:
        (temporary,) = (path for path in target.parent.iterdir() if path != target)
        yield oct(stat.S_IMODE(temporary.stat().st_mode)).encode()

    write_file(target, look())
    assert target.read_bytes() == b"0o600"


@posix
@pytest.mark.skipif(not IS_ROOT, reason="only the superuser gives files away")
def test_the_owner_stays(target: Path) -> None:
    """The superuser leaves a file to whom it belongs."""
    os.chown(target, 12345, 23456)
    write_file(target, [NEW])
    assert (target.stat().st_uid, target.stat().st_gid, target.read_bytes()) == (12345, 23456, NEW)


@posix
def test_a_link_stays_a_link(target: Path, tmp_path: Path) -> None:
    """What a link leads to is replaced, also through another link or where nothing is yet."""
    (tmp_path / "folder").mkdir()
    for name, to in (("one", target), ("two", tmp_path / "one"), ("three", tmp_path / "folder" / "new")):
        link = tmp_path / name
        link.symlink_to(to)
        write_file(link, [name.encode()])
        assert link.is_symlink()
        assert to.read_bytes() == name.encode()
    assert target.read_bytes() == b"two"
    assert list_names(tmp_path / "folder") == ["new"]


@posix
def test_other_names_keep_the_old_file(target: Path) -> None:
    """A hard link, as of a backup, keeps what it had."""
    kept = target.with_name("kept")
    os.link(target, kept)
    write_file(target, [NEW])
    assert (target.read_bytes(), kept.read_bytes()) == (NEW, OLD)


@posix
@pytest.mark.parametrize("name", ["/dev/null", "/dev/stderr", "/dev/fd/2"])
def test_devices_are_written_straight(name: str) -> None:
    """A device, and an open file of the process, takes what is written; nothing is made beside it."""
    before = list_names(Path("/dev"))
    write_file(name, [b""])
    check_target(name)
    assert list_names(Path("/dev")) == before


@posix
def test_an_open_file_is_added_to(target: Path) -> None:
    """`/dev/stdout` that leads into a file is no file to replace: what was there stays."""
    code = "from declarations.files import write_file; write_file('/dev/stdout', [b'new\\n'])"
    with target.open("ab") as file:
        subprocess.run([sys.executable, "-c", code], stdout=file, check=True)
    assert target.read_bytes() == OLD + NEW


BAD_TARGETS: tuple[tuple[str, Callable[[Path], str], str], ...] = (
    ("directory", str, "cannot write .*; name a file in it"),
    ("missing directory", lambda folder: str(folder / "none" / "x"), "; make its directory first"),
    ("file as directory", lambda folder: str(folder / "target" / "x"), "; a part of the path is a file"),
    ("long name", lambda folder: str(folder / ("x" * 300)), "; choose a shorter name"),
    ("long path", lambda folder: str(folder / ("x/" * 3000) / "x"), "; choose a shorter name"),
    ("NUL", lambda folder: f"{folder}/a\0b", r"cannot write '.*a\\x00b': embedded null (byte|character)"),
    ("half surrogate", lambda folder: f"{folder}/\ud800", r"cannot write '.*\\ud800': "),
    ("circle", lambda folder: str(folder / "circle"), "; its links lead in a circle"),
    ("full device", lambda _: "/dev/full", "cannot write /dev/full: .*; make room"),
)


@posix
@pytest.mark.parametrize(("name", "hint"), [case[1:] for case in BAD_TARGETS], ids=[case[0] for case in BAD_TARGETS])
def test_bad_targets(target: Path, name: Callable[[Path], str], hint: str) -> None:
    """What cannot be written is told with what to do; nothing is made, nothing lost."""
    (target.parent / "circle").symlink_to("circle")
    with pytest.raises(FileError, match=hint):
        write_file(name(target.parent), [NEW])
    with pytest.raises(FileError, match=hint):
        declarations.write(ONE, name(target.parent), format="json")
    with pytest.raises(FileError, match=hint):
        declarations.write_all([ONE], name(target.parent), format="jsonl")
    assert list_names(target.parent) == ["circle", "target"]
    assert target.read_bytes() == OLD


@pytest.fixture
def own(target: Path) -> Iterator[Path]:
    """A file of a user who may not do everything, as whom the test runs."""
    if not IS_ROOT:
        yield target
        return
    with TemporaryDirectory() as name:
        path = Path(name, "target")
        path.write_bytes(OLD)
        for one in (path, path.parent):
            os.chown(one, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            yield path
        finally:
            os.seteuid(0)


@posix
def test_rights_are_heeded(own: Path) -> None:
    """A file that must not be written, or whose directory takes no other, is told of and stays."""
    own.chmod(0o444)
    with pytest.raises(FileError, match=r"cannot write .*: Permission denied; get the right to write the file"):
        write_file(own, [NEW])
    own.chmod(0o644)
    own.parent.chmod(0o555)
    with pytest.raises(FileError, match=r"no file can be made beside it: Permission denied; get the right"):
        write_file(own, [NEW])
    own.parent.chmod(0o755)
    assert [path.read_bytes() for path in own.parent.iterdir()] == [OLD]
    own.chmod(0o200)
    with pytest.raises(FileError, match=r"cannot read .*: Permission denied; get the right to read it"):
        read_file(own, 9)
    write_file(own, [NEW])
    own.chmod(0o600)
    assert read_file(own, 9) == NEW


CALLS: tuple[Callable[[str], object], ...] = (
    declarations.read,
    lambda path: declarations.read(path, format="json"),
    lambda path: list(declarations.read_all(path)),
    lambda path: list(declarations.examine_all(path, format="jsonl")),
    lambda path: declarations.write(ONE, path, format="json"),
    lambda path: declarations.write_all([ONE], path, format="jsonl"),
)


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("name", ["a\0.jsonl", "\ud800.jsonl", "none/x.jsonl", "x" * 300 + ".jsonl"])
def test_every_verb_tells_of_bad_paths(tmp_path: Path, call: Callable[[str], object], name: str) -> None:
    """A path that the system does not take is a `FileError` in every verb."""
    with pytest.raises(FileError, match=r"cannot (read|write)"):
        call(f"{tmp_path}/{name}")


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("path", [None, 5, b"x.json", object()])
def test_every_verb_tells_of_no_path(call: Callable[[object], object], path: object) -> None:
    """What is no path is a `ValidationError`; a number is never taken for an open file."""
    with pytest.raises(ValidationError, match="must be str or PathLike"):
        call(path)


def test_open_files_are_told_of(tmp_path: Path) -> None:
    """A file that is closed, or open as text, is told of in reading and in writing."""
    path = tmp_path / "x.jsonl"
    with path.open("w+", encoding="utf-8") as file:
        with pytest.raises(ValidationError, match="open as text"):
            declarations.write_all([ONE], file, format="jsonl")
        with pytest.raises(ValidationError, match="open as text"):
            list(declarations.read_all(file, format="jsonl"))
    with path.open("rb+") as file:
        pass
    with pytest.raises(FileError, match=r"cannot write .*x\.jsonl: write to closed file"):
        declarations.write_all([ONE], file, format="jsonl")
    with pytest.raises(FileError, match=r"cannot read .*x\.jsonl: read of closed file"):
        list(declarations.read_all(file, format="jsonl"))


def test_errors_of_the_source_are_of_the_source(tmp_path: Path) -> None:
    """When declarations come out of a file that cannot be read, the message names that file."""
    with pytest.raises(FileError, match=r"cannot read .*none\.jsonl: .*; check its name"):
        declarations.write_all(declarations.read_all(tmp_path / "none.jsonl"), tmp_path / "x.jsonl")
    assert list_names(tmp_path) == []


@pytest.mark.parametrize("suffix", ["jsonl", "akn", "yaml"])
def test_a_file_may_be_written_from_itself(tmp_path: Path, suffix: str) -> None:
    """Declarations may come out of the file that they are written to; one that fails leaves it as it was."""
    path = tmp_path / f"many.{suffix}"
    declarations.write_all([Declaration(title=f"Number {number}") for number in range(9)], path)
    declarations.write_all((one for one in declarations.read_all(path)), path)
    titles = [one.title for one in declarations.read_all(path)]
    assert titles == [f"Number {number}" for number in range(9)]
    before = path.read_bytes()
    with pytest.raises(DeclarationsError):
        declarations.write_all((one if one.title != "Number 7" else None for one in declarations.read_all(path)), path)
    assert path.read_bytes() == before
    assert list_names(tmp_path) == [path.name]
