"""What is planted is found, inputs that once showed a fault show none, and a few new ones do not either."""

from __future__ import annotations

import mmap
import signal
import subprocess
import sys
import warnings
from itertools import count
from pathlib import Path
from random import Random

import pytest

from declarations.errors import DateError
from declarations.formats import FORMATS
from tests.fuzz import __main__ as command
from tests.fuzz.acts import BrokenLawError
from tests.fuzz.campaigns import Plan, _wait, run_target
from tests.fuzz.faults import Fault, FaultKind
from tests.fuzz.mutation import Mutator, load_tokens
from tests.fuzz.reduction import reduce
from tests.fuzz.targets import TARGETS, Target
from tests.fuzz.trials import Tally, Trial
from tests.fuzz.worker import LEDGER_SIZE, note, read_ledger

CRASHES = sorted(path for path in Path(__file__).with_name("crashes").glob("*/*") if path.is_file())
FEW = 30  # inputs of each target in every run of the tests; the command tries many more


def find_faults(target: Target, inputs: list[bytes]) -> list[Fault]:
    """Run inputs, and give what came out of them but errors of the library; how long they took does not count."""
    trial = Trial(target.name, target.run, clock=lambda: 0.0)
    for data in inputs:
        trial.run(data)
    return [*trial.finish().faults]


@pytest.mark.parametrize("target", TARGETS.values(), ids=[*TARGETS])
def test_a_few_inputs_show_no_fault(target: Target) -> None:
    """Some seeds of every target, and inputs made of them by chance, give answers or errors of the library."""
    random = Random(target.name)
    seeds = target.list_inputs()
    mutator = Mutator(seeds, load_tokens(target.dictionary_path), random=random, max_length=min(target.max_length, 600))
    inputs = random.sample(seeds, min(len(seeds), 4)) + [mutator.make() for _ in range(FEW)]
    assert find_faults(target, inputs) == []


@pytest.mark.parametrize("path", CRASHES, ids=[f"{path.parent.name}/{path.name}" for path in CRASHES])
def test_mended_faults_stay_mended(path: Path) -> None:
    """An input that once showed a fault shows none."""
    assert find_faults(TARGETS[path.parent.name], [path.read_bytes()]) == []


def test_every_format_is_a_target() -> None:
    """What can be read is fuzzed under its name."""
    assert {format.name for format in FORMATS if format.is_readable} <= TARGETS.keys()


@pytest.mark.parametrize("name", ["round-trip", "conversion", "json"])
def test_seeds_keep_their_format(name: str) -> None:
    """The first bytes of a seed choose the format that it is in."""
    target = TARGETS[name]
    chosen = []
    spy = Target(
        name="spy", act=lambda data, *options: chosen.append((data.decode(), options[0])), options=target.options,
        seeds=target.seeds, dictionary="pages",
    )  # fmt: skip
    for data in spy.list_inputs():
        spy.run(data)
    assert chosen == [*target.seeds()]


def test_a_foreign_error_is_found_and_its_input_made_short() -> None:
    """An error that is none of the library is one fault, however often it comes, with as few bytes as show it."""

    def act(data: bytes) -> None:
        if b"x" in data and b"y" in data:
            raise KeyError("planted")

    trial = Trial("planted", act)
    for data in (b"aaaaaaaaxbbbbbbbbbbbycccc", b"nothing", b"yyyyyyxxxxxx"):
        trial.run(data)
    (fault,) = trial.finish().faults
    assert (fault.kind, fault.count, sorted(fault.data)) == (FaultKind.EXCEPTION, 2, sorted(b"xy"))
    assert "KeyError" in fault.message


def test_errors_of_the_library_are_answers() -> None:
    """What the library refuses is no fault; a warning is one where warnings are errors, as in the command."""

    def refuse(_data: bytes) -> None:
        raise DateError("no date")

    def warn(_data: bytes) -> None:
        warnings.warn("planted", DeprecationWarning, stacklevel=1)

    trials = [Trial("refusing", refuse), Trial("warning", warn)]
    for trial in trials:
        trial.run(b"x")
    assert [[fault.kind for fault in trial.finish().faults] for trial in trials] == [[], [FaultKind.EXCEPTION]]


def test_broken_laws_are_told_apart_by_what_they_say() -> None:
    """Two laws that are broken are two faults, each with the shortest of its inputs."""

    def act(data: bytes) -> None:
        raise BrokenLawError("words are lost" if data.startswith(b"a") else "a round trip")

    trial = Trial("planted", act)
    for data in (b"abc", b"b", b"a"):
        trial.run(data)
    faults = trial.finish().faults
    assert sorted((fault.kind, fault.key, fault.count) for fault in faults) == [
        (FaultKind.LOSS, "a round trip", 1),
        (FaultKind.LOSS, "words are lost", 2),
    ]


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the system cannot end what hangs")
def test_a_hang_is_found() -> None:
    """An input without an end is stopped, and handlers of errors in between do not keep it from that."""

    def act(data: bytes) -> None:
        while data:
            try:
                sum(range(1000))
            except Exception:  # noqa: BLE001 - what is tried
                continue

    trial = Trial("planted", act, patience=0.05)
    trial.run(b"")
    trial.run(b"x")
    (fault,) = trial.finish().faults
    assert (fault.kind, fault.data) == (FaultKind.HANG, b"x")


def test_a_slow_input_is_found() -> None:
    """Of inputs of 1 kB and more one that takes 30 times the median time per kB is told, and one 10 times is not."""
    now = 0.0

    def act(data: bytes) -> None:
        nonlocal now
        now += len(data) * {b"s": 30.0, b"t": 10.0}.get(data[:1], 1.0)

    trial = Trial("planted", act, clock=lambda: now)
    for data in (*[b"a" * 1500] * 9, b"s" * 999, b"s" * 1500, b"t" * 1500):
        trial.run(data)
    tally = trial.finish()
    assert [(fault.kind, fault.data) for fault in tally.faults] == [(FaultKind.SLOW, b"s" * 1500)]
    assert (tally.slowest, tally.pace) == (30.0, 1e6)


def test_an_input_that_takes_much_memory_is_found() -> None:
    """One of many inputs is made long and weighed; what takes hundreds of times its size is told."""
    trial = Trial("planted", lambda data: [bytes(300) for _ in data])
    for _ in range(400):
        trial.run(b"abc")
    faults = trial.finish().faults
    assert [fault.kind for fault in faults] == [FaultKind.LARGE]
    assert len(faults[0].data) > 30_000


def test_the_same_number_makes_the_same_inputs() -> None:
    """Chance begins with a number, tokens are of the dictionary, and no input is too long."""
    tokens = load_tokens(TARGETS["json"].dictionary_path)
    assert {b"null", b"\n", "\u2028".encode()} <= {*tokens}
    makers = [Mutator([b"one", b"two"], tokens, random=Random(7), max_length=50) for _ in range(2)]
    made: list[list[bytes]] = [[], []]
    for maker, inputs in zip(makers, made, strict=True):
        for _ in range(300):
            inputs.append(maker.make())
            maker.keep(inputs[-1])
    assert made[0] == made[1]
    assert len({*made[0]}) > 200
    assert max(map(len, made[0])) <= 50


def test_what_is_left_of_an_input_still_shows_the_fault() -> None:
    """Stretches are left out as long as the rest shows it, and no more often than allowed."""
    asked = count()

    def shows(data: bytes) -> bool:
        next(asked)
        return b"<" in data and b">" in data

    assert reduce(b"some <words> and more of them", shows, most=1000) == b"<>"
    assert reduce(b"some <words> and more of them", lambda _: True, most=0) == b"some <words> and more of them"
    assert next(asked) < 1000


def test_a_target_runs_in_a_process_of_its_own() -> None:
    """As many inputs as were asked for are run, and what is found comes back."""
    tally = run_target(Plan("timestamps", 60, 0, 1, is_guided=False, with_corpus=False))
    assert (tally.target, tally.inputs, tally.faults) == ("timestamps", 60, ())


def test_a_process_that_dies_is_a_fault() -> None:
    """It is told what was said last."""
    tally = run_target(Plan("no such target", 60, 0, 1, is_guided=False, with_corpus=False))
    assert [fault.kind for fault in tally.faults] == [FaultKind.DEATH]
    assert "no such target" in tally.faults[0].message


def test_a_process_that_begins_nothing_new_is_ended(tmp_path: Path) -> None:
    """What hangs where no code of Python runs is ended from outside, and its input is known."""
    path = tmp_path / "ledger"
    path.write_bytes(bytes(LEDGER_SIZE))
    with path.open("r+b") as file:
        ledger = mmap.mmap(file.fileno(), LEDGER_SIZE)
    note(ledger, 7, b"the last")
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"]) as process:
        assert not _wait(process, ledger, 0.5)
    assert read_ledger(ledger) == (7, b"the last")


def test_the_command_writes_what_it_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row for each target, the input of each fault as a file, and exit code 1."""
    fault = Fault(FaultKind.LOSS, "a law", "BrokenLawError: a law", b"input", 3)
    tallies = {"json": Tally("json", 10, 0.5), "law": Tally("law", 20, 0.5, faults=(fault,))}
    monkeypatch.setattr(command, "run_target", lambda plan: Tally.from_json(tallies[plan.target].to_json()))
    monkeypatch.setattr(sys, "argv", ["fuzz", "json", "law", "--plain", "--folder", str(tmp_path)])
    assert command.main() == 1
    (path,) = (tmp_path / "law").iterdir()
    assert path.read_bytes() == b"input"
    printed = capsys.readouterr().out
    assert "30 inputs, 1 faults" in printed
    assert str(path) in printed
    monkeypatch.setattr(sys, "argv", ["fuzz", "json", "--plain"])
    assert command.main() == 0
