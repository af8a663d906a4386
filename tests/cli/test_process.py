"""The command as a process: streams, signals, terminals, and the missing extra."""

import os
import signal
import subprocess
import sys

import pytest

import declarations
from declarations import Declaration

HIDE = """
import sys
class Hide:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Hide())
from declarations.cli import main
main()
"""


@pytest.mark.parametrize("name", ["typer", "rich"])
def test_missing_extra(name) -> None:
    """Without the extra the command says how to install it and leaves with 2."""
    ran = subprocess.run([sys.executable, "-c", HIDE.format(name=name)], capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert 'python -m pip install "declarations[cli]"' in ran.stderr
    assert ran.stderr.startswith("declarations: the command line needs ")
    assert "Traceback" not in ran.stderr


def test_other_import_errors_are_not_hidden() -> None:
    """Only a missing extra is told as one; a fault of our own is shown as it is."""
    hidden = HIDE.format(name="declarations.cli.inputs")
    ran = subprocess.run([sys.executable, "-c", hidden], capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "declarations[cli]" not in ran.stderr
    assert "No module named 'declarations.cli.inputs'" in ran.stderr


def test_broken_pipe_is_silent(start, folder) -> None:
    """A reader that leaves early is no error worth words."""
    (folder / "long.json").write_text('{"context": [%s]}' % ",".join(['{"paragraphs": [{"text": "word"}]}'] * 50_000))  # noqa: UP031
    for arguments in (("convert", "long.json", "--to", "xml"), ("show", "long.json")):
        process = start(*arguments)
        process.stdout.read(10)
        process.stdout.close()
        told = process.stderr.read()
        process.stderr.close()
        process.stdin.close()
        assert process.wait(60) in {0, 1}
        assert told == b""


def test_interrupt(start) -> None:
    """Ctrl-C leaves with 130 and without a traceback."""
    process = start("convert", "-", "--to", "json", env={"PYTHONUNBUFFERED": "1"}, preexec_fn=_heed_interrupts)
    process.stdin.write(b"<p>")
    process.stdin.flush()
    _wait_until_reading(process)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in told


def _heed_interrupts() -> None:
    """Take the signal as usual, also where the tests run in the background and it is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _wait_until_reading(process: subprocess.Popen[bytes]) -> None:
    """Wait until the process has taken what was written to it, so that it is past its imports."""
    import struct
    import time

    fcntl, termios = pytest.importorskip("fcntl"), pytest.importorskip("termios")
    for _ in range(600):
        waiting = struct.unpack("i", fcntl.ioctl(process.stdin.fileno(), termios.FIONREAD, b"\0" * 4))[0]
        if not waiting:
            break
        time.sleep(0.05)
    time.sleep(0.05)


def test_narrow_encoding(start) -> None:
    """A terminal that cannot show a character shows another; files are always UTF-8."""
    record = '{"title": "清き水を"}'.encode()
    process = start("show", "-", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    out, told = process.communicate(record, timeout=60)
    assert (process.returncode, told) == (0, b"")
    assert out.startswith(b"????")
    process = start("convert", "-", "--to", "json", env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    out, _ = process.communicate(record, timeout=60)
    assert "清き水を".encode() in out


def run_in_terminal(start, *arguments: str, env: dict[str, str] | None = None) -> tuple[int, str]:
    """Run the command with a terminal as its stdout and stderr."""
    pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")
    outer, inner = pty.openpty()
    process = start(
        *arguments, stdout=inner, stderr=inner, env={"TERM": "xterm-256color", "COLUMNS": "80", **(env or {})}
    )
    os.close(inner)
    told = b""
    while True:
        try:
            piece = os.read(outer, 65536)
        except OSError:
            break
        if not piece:
            break
        told += piece
    os.close(outer)
    process.stdin.close()
    return process.wait(60), told.decode("utf-8", "replace")


def test_colours_in_a_terminal(start) -> None:
    """A terminal gets styles; with NO_COLOR it gets no colours."""
    code, told = run_in_terminal(start, "show", "wells.html")
    assert code == 0
    assert "\x1b[1mFor Clean Wells" in told
    _, plain = run_in_terminal(start, "show", "wells.html", "--evidence", env={"NO_COLOR": "1"})
    assert "\x1b[32m" not in plain


def test_no_control_character_reaches_a_terminal(start, folder) -> None:
    """A terminal gets U+FFFD for controls that it could obey; a pipe gets what the words hold."""
    declarations.write(Declaration(title="red\x9b31m"), folder / "controls.json")
    for name in ("text", "html", "json"):
        code, told = run_in_terminal(start, "convert", "controls.json", "--to", name)
        assert (code, "\x9b" in told) == (0, False)
    assert "red\ufffd31m" in told
    out, _ = start("convert", "controls.json", "--to", "text").communicate(timeout=60)
    assert out.decode() == "red\x9b31m\n======\n"


def test_progress_in_a_terminal(start, folder) -> None:
    """Many files in a terminal show a bar, which is gone in the end; the files are written."""
    code, told = run_in_terminal(
        start, "convert", "wells.html", "record.json", "broken.json", "--to", "xml", "-o", "out/"
    )
    assert code == 1
    assert "converting" in told
    assert "2 converted, 1 failed" in told
    assert "declarations: broken.json: " in told
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["record.xml", "wells.xml"]


def test_entry_point() -> None:
    """The installed script runs the same command."""
    from importlib.metadata import entry_points

    from declarations.cli import main

    (script,) = entry_points(group="console_scripts", name="declarations")
    assert script.load() is main
