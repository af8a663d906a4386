"""Runs targets in processes of their own, and finds what a process died of."""

from __future__ import annotations

import json
import mmap
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import attrs

from tests.fuzz.faults import Fault, FaultKind
from tests.fuzz.trials import Tally
from tests.fuzz.worker import LEDGER_SIZE, read_ledger

__all__ = ["Plan", "run_target"]

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 300.0  # seconds without a new input after which a process is ended: no code of Python can end in it
_PAUSE = 0.2


@attrs.frozen
class Plan:
    """What is to be run of one target."""

    target: str
    count: int
    seconds: float
    seed: int
    is_guided: bool = attrs.field(kw_only=True)
    with_corpus: bool = attrs.field(kw_only=True)


def run_target(plan: Plan, *, patience: float = _PATIENCE) -> Tally:
    """Run a target; a process that dies or hangs is a fault with the input that it had last."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        path, printed = Path(folder, "ledger"), Path(folder, "printed")
        path.write_bytes(bytes(LEDGER_SIZE))
        options = {
            "target": plan.target, "count": plan.count, "seconds": plan.seconds, "seed": plan.seed,
            "guided": plan.is_guided, "corpus": plan.with_corpus, "ledger": str(path),
        }  # fmt: skip
        with path.open("r+b") as file, printed.open("wb") as output, Path(folder, "errors").open("wb") as errors:
            ledger = mmap.mmap(file.fileno(), LEDGER_SIZE)
            command = [sys.executable, "-m", "tests.fuzz.worker", json.dumps(options)]
            with subprocess.Popen(command, cwd=_ROOT, stdout=output, stderr=errors) as process:
                ended = _wait(process, ledger, patience)
        if process.returncode == 0 and printed.stat().st_size:
            return Tally.from_json(json.loads(printed.read_text("utf-8")))
        count, data = read_ledger(ledger)
        said = Path(folder, "errors").read_text("utf-8", "replace").strip().splitlines()[-1:]
        message = f"{'ended' if ended else 'stopped, without an end'}, code {process.returncode}: {' '.join(said)}"
        fault = Fault(FaultKind.DEATH, str(process.returncode), message, data)
        return Tally(plan.target, count, round(time.monotonic() - start, 1), faults=(fault,))


def _wait(process: subprocess.Popen[bytes], ledger: mmap.mmap, patience: float) -> bool:
    """Wait for the end of a process; kill it if it begins no new input for too long, and say that it did not end."""
    last, since = -1, time.monotonic()
    try:
        while process.poll() is None:
            time.sleep(_PAUSE)
            count, _ = read_ledger(ledger)
            if count != last:
                last, since = count, time.monotonic()
            elif time.monotonic() - since > patience:
                process.kill()
                return False
    except BaseException:
        process.kill()
        raise
    return True
