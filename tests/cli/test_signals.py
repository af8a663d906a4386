"""What ends the command from outside: signals at any moment, and standard streams that are full, closed or left."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and streams of POSIX")

MAIN = "from declarations.cli import main; main()"
STOPPED = "declarations: stopped; no file was left half written\n"
AT_IMPORT = """
import signal, sys, time
class Hook:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            {action}
sys.meta_path.insert(0, Hook())
"""
LATE = """
class Late:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)
"""
EACH = """
import json, os, sys
import declarations.cli.app
results = []
for command in json.loads(sys.argv[1]):
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(os.open("/dev/full", os.O_WRONLY), 1)
        os.dup2(writing, 2)
        sys.argv = ["declarations", *command]
        declarations.cli.main()
    os.close(writing)
    with os.fdopen(reading) as file:
        told = file.read()
    results.append((command, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), told))
print(json.dumps(results))
"""
COMMANDS = (
    ("convert", "record.json", "--to", "json"),
    ("show", "record.json"),
    ("explain", "wells.html"),
    ("check", "record.json"),
    ("diff", "record.json", "wells.html"),
    ("diff", "record.json", "wells.html", "--json"),
    ("convert", "record.json", "wells.html", "--to", "jsonl", "-q"),
    ("show", "wells.html", "--evidence"),
    ("dates", "4 March 2024"),
    ("dates", "4 March 2024", "--json"),
    ("formats",),
    ("schema", "json"),
    ("--help",),
    ("--version",),
)
READING = (
    ("convert", "-", "--from", "json", "--to", "json"),
    ("convert", "-", "--to", "jsonl"),
    ("check", "-", "--from", "jsonl"),
    ("diff", "record.json", "-"),
    ("dates", "-", "--from", "text"),
)


def run(code: str, *arguments: str, redirect: str = "", **options: object) -> subprocess.CompletedProcess[str]:
    """Run Python code with arguments in a shell that redirects streams."""
    line = ["sh", "-c", f'exec "$0" "$@" {redirect}', sys.executable, "-c", code, *arguments]
    pipes = {"stdin": subprocess.DEVNULL, "capture_output": True, "text": True, "timeout": 120}
    return subprocess.run(line, check=False, **{**pipes, **options})


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.usefixtures("folder")
def test_output_that_is_full() -> None:
    """A standard output that takes nothing is told of in one line by every command, and its exit code is 1."""
    ran = run(EACH, json.dumps(COMMANDS))
    told = "declarations: cannot write standard output: No space left on device; make room, or choose another place\n"
    assert json.loads(ran.stdout) == [[list(command), 1, told] for command in COMMANDS]
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("command", [("convert", "record.json", "--to", "jsonl"), ("show", "record.json"), ("--help",)])
@pytest.mark.usefixtures("folder")
def test_output_that_is_closed(command: tuple[str, ...]) -> None:
    """A closed standard output is told of in one line."""
    ran = run(MAIN, *command, redirect=">&-")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == "declarations: cannot write standard output: it is closed\n"


@pytest.mark.parametrize("command", READING, ids=" ".join)
@pytest.mark.usefixtures("folder")
def test_input_that_is_closed(command: tuple[str, ...]) -> None:
    """A closed standard input is told of in one line."""
    ran = run(MAIN, *command, redirect="<&-")
    assert ran.returncode == (2 if command[0] == "diff" else 1)
    assert (ran.stdout, ran.stderr.count("\n")) == ("", 1)
    assert ran.stderr.startswith("declarations: cannot read ")
    assert ran.stderr.endswith(": it is closed\n")


@pytest.mark.parametrize("redirect", ["2>&-", "2>/dev/full"])
def test_errors_that_nobody_reads(folder: Path, redirect: str) -> None:
    """Messages that cannot be written stop nothing; the exit code tells."""
    ran = run(MAIN, "convert", "wells.html", "broken.json", "--to", "json", "-o", "out/", redirect=redirect)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", "")
    assert [path.name for path in (folder / "out").iterdir()] == ["wells.json"]


def test_no_file_takes_the_place_of_a_closed_stream(folder: Path) -> None:
    """With all streams closed a file is converted as ever, and nothing else gets into it."""
    ran = run(MAIN, "convert", "record.json", "broken.json", "--to", "jsonl", "-o", "x.jsonl", redirect="<&- >&- 2>&-")
    assert ran.returncode == 1
    assert (folder / "x.jsonl").read_text("utf-8").count("\n") == 1
    assert run(MAIN, "check", "x.jsonl").stdout == "x.jsonl: OK\n"


MODULES = ("declarations.cli.app", "typer", "attrs", "declarations.readers.html", "lxml.etree")


@pytest.mark.parametrize(
    ("name", "module"), [*(("INT", one) for one in MODULES), ("TERM", "typer"), ("HUP", "lxml.etree")]
)
@pytest.mark.usefixtures("folder")
def test_signals_while_modules_load(name: str, module: str) -> None:
    """A signal ends the command with its own exit code and one line, whatever is being loaded."""
    number = signal.Signals[f"SIG{name}"]
    hook = AT_IMPORT.format(name=module, action=f"signal.raise_signal({number.value})")
    ran = run(hook + MAIN, "convert", "wells.html", "--to", "json", preexec_fn=_heed_signals)
    assert (ran.returncode, ran.stdout, ran.stderr) == (128 + number, "", STOPPED)


@pytest.mark.usefixtures("folder")
def test_a_signal_where_nothing_can_be_raised() -> None:
    """An interrupt that comes while an object is taken down is heeded a little later."""
    hook = AT_IMPORT.format(name="lxml.etree", action="Late(); time.sleep(60)") + LATE
    ran = run(hook + MAIN, "convert", "wells.html", "--to", "json", preexec_fn=_heed_signals, timeout=50)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", STOPPED)


@pytest.mark.usefixtures("folder")
def test_ignored_signals_stay_ignored() -> None:
    """Under `nohup` the command goes on when the terminal is closed."""
    hook = AT_IMPORT.format(name="lxml.etree", action="signal.raise_signal(signal.SIGHUP)")
    ran = run(hook + MAIN, "convert", "wells.html", "--to", "json", redirect="", preexec_fn=_ignore_hangups)
    assert ran.returncode == 0
    assert '"For Clean Wells"' in ran.stdout


@pytest.mark.parametrize("name", ["INT", "TERM"])
def test_a_signal_while_a_file_is_written(
    start: Callable[..., subprocess.Popen[bytes]], folder: Path, name: str
) -> None:
    """The file that was there stays, and nothing beside it."""
    number = signal.Signals[f"SIG{name}"]
    (folder / "keep.jsonl").write_bytes(b'{"title": "Kept"}\n')
    command = ("convert", "-", "--from", "jsonl", "--to", "jsonl", "-o", "keep.jsonl")
    process = start(*command, preexec_fn=_heed_signals)
    process.stdin.write(b'{"title": "A"}\n' * 10_000)
    process.stdin.flush()
    _wait_for(lambda: any(folder.glob(".declarations-*.tmp")))
    process.send_signal(number)
    out, told = process.communicate(timeout=60)
    assert (process.returncode, out, told.decode()) == (128 + number, b"", STOPPED)
    assert (folder / "keep.jsonl").read_bytes() == b'{"title": "Kept"}\n'
    assert not any(folder.glob(".declarations-*.tmp"))


@pytest.mark.usefixtures("folder")
def test_an_interrupt_does_not_wait_for_a_reader(start: Callable[..., subprocess.Popen[bytes]]) -> None:
    """Output that nobody takes is given up when the command is interrupted."""
    process = start("convert", "-", "--from", "jsonl", "--to", "jsonl", preexec_fn=_heed_signals)
    os.set_blocking(process.stdin.fileno(), False)
    taken = [0.0]

    def is_stuck() -> bool:
        written = os.write(process.stdin.fileno(), b'{"title": "A"}\n' * 2000) if _has_room(process) else 0
        taken[0] = 0.0 if written else taken[0] + 1
        return taken[0] > 40

    _wait_for(is_stuck)
    process.send_signal(signal.SIGINT)
    process.wait(60)
    assert process.returncode == 130
    assert process.stderr.read().decode() == STOPPED
    for pipe in (process.stdin, process.stdout, process.stderr):
        pipe.close()


def _has_room(process: subprocess.Popen[bytes]) -> bool:
    import select

    return bool(select.select([], [process.stdin], [], 0)[1])


def _wait_for(condition: Callable[[], bool]) -> None:
    for _ in range(1200):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("it did not come to that")


def _heed_signals() -> None:
    """Take signals as usual, also where the tests run in the background and some are ignored."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def _ignore_hangups() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
